# -*- coding: utf-8 -*-
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

import torch

# Each frequency is divided by its factor; rad per position after that.
FACTORS = [
    1, 1.3333333333333333, 2, 2,
]
EXTENDED_INV_FREQ = [
    1, 0.07500000000000001, 0.005, 5e-04,
]
# Multiplies cos and sin.
ATTENTION_FACTOR = 1.0693147180559945
TARGET_LENGTH = 128
# The layers that the table is for, where a model has a RoPE for each type of them.
ROPE = ""
INV_FREQ_RATIO = 1


def is_meant(inv_freq):
    """Whether these are frequencies that the table extends: of a model with one RoPE all are, else those with its base."""
    return not ROPE or abs(float(inv_freq[0] / inv_freq[1]) / INV_FREQ_RATIO - 1) < 1e-3


def apply_table(model):
    """Gives the rotary embeddings of a loaded Transformers model the extended frequencies; returns the model."""
    sizes = set()
    found = False
    for module in model.modules():
        prefix = f"{ROPE}_" if ROPE and hasattr(module, f"{ROPE}_inv_freq") else ""
        current = getattr(module, prefix + "inv_freq", None)
        if current is None or current.dim() != 1:
            continue
        sizes.add(current.numel())
        if current.numel() != len(EXTENDED_INV_FREQ) or not (prefix or is_meant(current)):
            continue
        found = True
        inv_freq = torch.tensor(EXTENDED_INV_FREQ, dtype=torch.float32, device=current.device)
        setattr(module, prefix + "inv_freq", inv_freq)
        if hasattr(module, prefix + "original_inv_freq"):
            setattr(module, prefix + "original_inv_freq", inv_freq.clone())
        setattr(module, prefix + "attention_scaling", ATTENTION_FACTOR)
        # Nothing recomputes inv_freq from the configuration.
        if prefix:
            module.rope_type[ROPE] = "default"
        else:
            module.rope_type = "default"
        module.max_seq_len_cached = TARGET_LENGTH
    if not found:
        raise ValueError(
            f"the table is for {len(EXTENDED_INV_FREQ)} frequencies{' of ' + ROPE if ROPE else ''}; "
            f"the model's rotary embeddings have {sorted(sizes)}"
        )
    config = model.config.get_text_config() if hasattr(model.config, "get_text_config") else model.config
    config.max_position_embeddings = TARGET_LENGTH
    return model
