#!/bin/sh
# -*- llama-flags -*-
# program: Rotascope 0.1.0
# source: config.json
# rope: main
# model_id: 
# method: yarn
# start: unscaled
# pretraining_length: 64
# target_length: 128
# before: positions
# bins: 360
# divergence: kl
# epsilon: 1e-12
# selection: threshold t = 0
# mean_disturbance: 3.555968731122307
# attention_factor: 1.0693147180559945

# The table, and what the GGUF file itself has of it (its base, the factors of its tensor, their magnitude):
# base: 10000
# tensor: 1 1 1 1
# magnitude: 1
# factors: 1 1.3333333333333333 2 2

# llama.cpp takes flags for the layers with full attention: those with a sliding window keep what the file states.
# KoboldCpp: not possible: its --ropeconfig knows no yarn
llama-server -m MODEL.gguf -c 128 \
  --rope-scaling yarn --rope-scale 2 --rope-freq-base 10000 --yarn-ext-factor 1 --yarn-orig-ctx 64 --yarn-beta-fast 32 --yarn-beta-slow 1
