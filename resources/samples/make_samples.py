#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the sample recordings: real Transformers code and RoPE geometry, small random weights.

    python make_samples.py [FOLDER]     (default: the folder of this script)

Rotary angles depend on positions and on the RoPE configuration only, never on weights. One narrow layer therefore
applies exactly the angles of the full model, and nothing needs to be downloaded.
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

import rotascope_recorder
import torch
from transformers import LlamaConfig, LlamaForCausalLM

SEED = 0
CREATED = "2025-01-01T00:00:00Z"  # fixed, so that the same versions make the same bytes
HEAD_DIM = 128


@dataclass(frozen=True)
class Sample:
    """A model's RoPE and a recording that covers its whole pre-training length (in positions) once."""

    file: str
    model: str
    rope_theta: float
    length: int


SAMPLES = (
    Sample("llama-2-7b-4096.h5", "meta-llama/Llama-2-7b-hf", 10_000.0, 4096),
    Sample("llama-3-8b-8192.h5", "meta-llama/Meta-Llama-3-8B", 500_000.0, 8192),
)


def narrow_model(sample: Sample) -> LlamaForCausalLM:
    """A Llama with the RoPE of `sample`, one layer and one head."""
    torch.manual_seed(SEED)
    config = LlamaConfig(
        rope_parameters={"rope_type": "default", "rope_theta": sample.rope_theta},
        max_position_embeddings=sample.length,
        head_dim=HEAD_DIM,
        hidden_size=64,
        intermediate_size=64,
        num_hidden_layers=1,
        num_attention_heads=1,
        num_key_value_heads=1,
        vocab_size=256,
        attn_implementation="sdpa",
    )
    return LlamaForCausalLM(config).eval()


def make(sample: Sample, folder: Path) -> Path:
    """Runs one forward pass over all positions of `sample` and records it."""
    model = narrow_model(sample)
    tokens = torch.randint(model.config.vocab_size, (1, sample.length))
    path = folder / sample.file
    model_id = f"{sample.model} (random weights, real RoPE)"
    with torch.inference_mode(), rotascope_recorder.record(model, path, model_id=model_id, created=CREATED):
        model(tokens, use_cache=False)
    return path


def main() -> None:
    """Makes all samples in the folder given on the command line."""
    parser = argparse.ArgumentParser(description="Makes Rotascope's sample recordings.")
    parser.add_argument("folder", type=Path, nargs="?", default=Path(__file__).parent)
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for sample in SAMPLES:
        path = make(sample, folder)
        print(f"{path}: {path.stat().st_size / 2**20:.2f} MiB")


if __name__ == "__main__":
    main()
