#!/bin/sh
# program: Rotascope 0.1.0
# source: config.json
# rope: main
# model_id: 
# method: yarn
# pretraining_length: 64
# target_length: 128
# before: positions
# bins: 360
# divergence: kl
# epsilon: 1e-12
# selection: threshold t = 0
# mean_disturbance: 3.555968731122307
# attention_factor: 1.0693147180559945
# The model's name is not known: put it, or its folder, in the place of MODEL.
vllm serve 'MODEL' --max-model-len 128 \
  --hf-overrides '{"max_position_embeddings":128,"original_max_position_embeddings":128,"rope_parameters":{"rope_type":"longrope","factor":1.0,"attention_factor":1.0693147180559945,"original_max_position_embeddings":128,"short_factor":[1.0,1.3333333333333333,2.0,2.0],"long_factor":[1.0,1.3333333333333333,2.0,2.0],"short_mscale":1.0693147180559945,"long_mscale":1.0693147180559945,"rope_theta":10000.0},"rope_scaling":{"rope_type":"longrope","factor":1.0,"attention_factor":1.0693147180559945,"original_max_position_embeddings":128,"short_factor":[1.0,1.3333333333333333,2.0,2.0],"long_factor":[1.0,1.3333333333333333,2.0,2.0],"short_mscale":1.0693147180559945,"long_mscale":1.0693147180559945,"rope_theta":10000.0}}'
