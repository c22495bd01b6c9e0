#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the sample recordings: real Transformers code and RoPE geometry, small random weights.

    python make_samples.py [FOLDER]     (default: the folder of this script)

Rotary angles depend on positions and on the RoPE configuration only, never on weights. A narrow model therefore
applies exactly the angles of the full one, and nothing needs to be downloaded.
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

import rotascope_recorder
import torch
from transformers import Gemma3ForCausalLM, Gemma3TextConfig, LlamaConfig, LlamaForCausalLM, PreTrainedModel

SEED = 0
CREATED = "2025-01-01T00:00:00Z"  # fixed, so that the same versions make the same bytes
NARROW = {
    "hidden_size": 64,
    "intermediate_size": 64,
    "num_attention_heads": 1,
    "num_key_value_heads": 1,
    "vocab_size": 256,
    "attn_implementation": "sdpa",
}


@dataclass(frozen=True)
class Sample:
    """A model's RoPE and a recording of it at `positions`, one sequence after the other."""

    file: str
    model: str
    network: PreTrainedModel
    positions: torch.Tensor  # int64 [N]


def llama(longest: int, dtype: torch.dtype = torch.float32, **rope: object) -> LlamaForCausalLM:
    """A Llama with this RoPE and one layer, for `longest` positions, made as from_pretrained(dtype=...) makes it."""
    config = LlamaConfig(
        **NARROW, num_hidden_layers=1, head_dim=128, max_position_embeddings=longest, rope_parameters=rope
    )
    return made(LlamaForCausalLM, config, dtype)


def gemma_3() -> Gemma3ForCausalLM:
    """One local and one global layer of Gemma 3 1B."""
    rope = {"full_attention": 1_000_000.0, "sliding_attention": 10_000.0}
    config = Gemma3TextConfig(
        **NARROW,
        num_hidden_layers=2,
        layer_types=["sliding_attention", "full_attention"],
        sliding_window=512,
        head_dim=256,
        max_position_embeddings=32768,
        rope_parameters={name: {"rope_type": "default", "rope_theta": theta} for name, theta in rope.items()},
    )
    return made(Gemma3ForCausalLM, config, torch.float32)


def made(network: type, config: object, dtype: torch.dtype) -> PreTrainedModel:
    """The network with random weights of this type; its frequencies stay float32, as where weights are loaded."""
    torch.manual_seed(SEED)
    torch.set_default_dtype(dtype)
    try:
        return network(config).eval()
    finally:
        torch.set_default_dtype(torch.float32)


def packed(length: int, mean: int) -> torch.Tensor:
    """Positions of documents of random lengths, `mean` tokens on average, that fill `length` tokens."""
    generator = torch.Generator().manual_seed(SEED)
    lengths = torch.empty(length).exponential_(1 / mean, generator=generator).long() + 1
    return torch.cat([torch.arange(int(n)) for n in lengths])[:length]


def samples() -> list[Sample]:
    """All samples of this folder. Lengths are those of pre-training, but for Gemma 3, which has 32768."""
    llama_2, llama_2_id = {"rope_type": "default", "rope_theta": 10_000.0}, "meta-llama/Llama-2-7b-hf"
    llama_3 = {"rope_type": "default", "rope_theta": 500_000.0}
    llama_3_1 = {
        "rope_type": "llama3",
        "rope_theta": 500_000.0,
        "factor": 8.0,
        "low_freq_factor": 1.0,
        "high_freq_factor": 4.0,
        "original_max_position_embeddings": 8192,
    }
    whole = torch.arange(4096)
    return [
        Sample("llama-2-7b-4096.h5", llama_2_id, llama(4096, **llama_2), whole),
        Sample("llama-2-7b-bfloat16.h5", llama_2_id, llama(4096, torch.bfloat16, **llama_2), whole),
        Sample("llama-2-7b-packed.h5", llama_2_id, llama(4096, **llama_2), packed(4096, 200)),
        Sample("llama-3-8b-8192.h5", "meta-llama/Meta-Llama-3-8B", llama(8192, **llama_3), torch.arange(8192)),
        Sample("llama-3.1-8b-8192.h5", "meta-llama/Llama-3.1-8B", llama(131072, **llama_3_1), torch.arange(8192)),
        Sample("gemma-3-1b-4096.h5", "google/gemma-3-1b-pt", gemma_3(), whole),
    ]


def make(sample: Sample, folder: Path) -> Path:
    """Runs one forward pass over the positions of `sample` and records it."""
    tokens = torch.randint(NARROW["vocab_size"], (1, len(sample.positions)))
    path = folder / sample.file
    model_id = f"{sample.model} (random weights, real RoPE)"
    with torch.inference_mode(), rotascope_recorder.record(sample.network, path, model_id=model_id, created=CREATED):
        sample.network(tokens, position_ids=sample.positions[None], use_cache=False)
    return path


def main() -> None:
    """Makes all samples in the folder given on the command line."""
    parser = argparse.ArgumentParser(description="Makes Rotascope's sample recordings.")
    parser.add_argument("folder", type=Path, nargs="?", default=Path(__file__).parent)
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for sample in samples():
        path = make(sample, folder)
        print(f"{path}: {path.stat().st_size / 2**20:.2f} MiB")


if __name__ == "__main__":
    main()
