# SPDX-License-Identifier: GPL-3.0-or-later
"""Tiny random models of many types, of classes with one RoPE and with several: exported, loaded by Transformers, every RoPE has what was
intended, and the logits are those of the model as it was with the frequencies set by hand."""

import json
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import torch
from transformers import PreTrainedModel

from conftest import PRETRAINING_LENGTH, TARGET_LENGTH, Exporter
from tiny_models import COMMON, HEAD_DIM, HEADS, LAYERS, THETA, build, logits, prefix_of, random_tokens, ropes_of, rotary

METHOD = "yarn"  # continuous factors and an attention factor that is not 1
LENGTHS = [PRETRAINING_LENGTH + 488, TARGET_LENGTH + 52]  # beyond L, and beyond L′

# Trained to L = 512 with a scaling of their own: a table for L′ is made from that.
YARN = {"rope_type": "yarn", "factor": 4.0, "original_max_position_embeddings": PRETRAINING_LENGTH // 4, "rope_theta": THETA}
LLAMA3 = YARN | {"rope_type": "llama3", "low_freq_factor": 1.0, "high_freq_factor": 4.0}
LATENT = {"q_lora_rank": 32, "kv_lora_rank": 32, "qk_rope_head_dim": 32, "qk_nope_head_dim": 32, "v_head_dim": 32}
LATENT |= {"num_key_value_heads": HEADS, "head_dim": 32, "first_k_dense_replace": LAYERS}
EXPERTS = {"num_local_experts": 2, "num_experts": 2, "num_experts_per_tok": 1, "moe_intermediate_size": 64}
WINDOWS = {"layer_types": ["sliding_attention", "full_attention"], "sliding_window": 256}
HEAD = {"head_dim": HEAD_DIM}
GEMMA3 = WINDOWS | HEAD | {"query_pre_attn_scalar": 1, "rope_local_base_freq": 500.0}


@dataclass(frozen=True)
class Tiny:
    """What a type needs beside COMMON, and the RoPE that is extended, where it has several."""

    model_type: str
    fields: dict = field(default_factory=dict)
    rope: str = "main"

    def __str__(self) -> str:
        return f"{self.model_type}-{self.rope}"


MODELS = [
    Tiny("apertus", HEAD | {"rope_parameters": LLAMA3}),
    Tiny("arcee", HEAD),
    Tiny("cohere"),
    Tiny("cohere2", WINDOWS),
    Tiny("deepseek_v2", LATENT | {"rope_parameters": YARN | {"mscale": 0.707, "mscale_all_dim": 0.707}}),
    Tiny("deepseek_v3", LATENT | {"rope_parameters": YARN | {"mscale": 1.0, "mscale_all_dim": 1.0}}),
    Tiny("ernie4_5", HEAD),
    Tiny("exaone4", WINDOWS | HEAD),
    Tiny("falcon", {"multi_query": True, "new_decoder_architecture": False, "alibi": False}),
    Tiny("gemma", HEAD),
    Tiny("gemma2", WINDOWS | HEAD | {"query_pre_attn_scalar": 1}),
    Tiny("gemma3_text", GEMMA3, "full_attention"),
    Tiny("gemma3_text", GEMMA3, "sliding_attention"),
    Tiny("glm", HEAD),
    Tiny("glm4", HEAD),
    Tiny("gpt_neox", {"rotary_pct": 0.25, "rotary_emb_base": THETA}),
    Tiny("gpt_oss", WINDOWS | HEAD | EXPERTS | {"rope_parameters": YARN | {"truncate": False}}),
    Tiny("granite"),
    Tiny("helium", HEAD),
    Tiny("hunyuan_v1_dense", HEAD | {"rope_scaling": {"type": "dynamic", "alpha": 1000.0, "factor": 1.0}}),
    Tiny("llama", HEAD | {"rope_parameters": LLAMA3}),
    # Fields that its class does not read: it turns every component, and a longrope would not.
    Tiny("llama", HEAD | {"partial_rotary_factor": 0.5, "rotary_dim": 16}),
    # The code that comes with it reads bases on top, Transformers' class does not.
    Tiny("mimo_v2_flash", WINDOWS | EXPERTS | {"head_dim": 192, "v_head_dim": HEAD_DIM, "swa_rope_theta": 500.0}, "full_attention"),
    Tiny("mimo_v2_flash", WINDOWS | EXPERTS | {"head_dim": 192, "v_head_dim": HEAD_DIM, "swa_rope_theta": 500.0}, "sliding_attention"),
    Tiny("minimax_m2", HEAD | EXPERTS),
    Tiny("ministral3", HEAD | {"rope_parameters": YARN | {"llama_4_scaling_beta": 0.1}}),
    Tiny("mistral", HEAD | {"sliding_window": None}),
    Tiny("mixtral", HEAD | EXPERTS),
    Tiny("modernbert-decoder", WINDOWS, "full_attention"),
    Tiny("nemotron", HEAD),
    Tiny("olmo2"),
    Tiny("olmo3", WINDOWS | {"rope_scaling": YARN}, "full_attention"),
    Tiny("olmo3", WINDOWS | {"rope_scaling": YARN}, "sliding_attention"),
    Tiny("olmoe", EXPERTS),
    Tiny("persimmon"),
    Tiny("phi"),
    Tiny("phi3", {"sliding_window": None}),
    Tiny("phimoe", EXPERTS),
    Tiny("qwen2", {"use_sliding_window": False}),
    Tiny("qwen3", HEAD),
    Tiny("qwen3_moe", HEAD | EXPERTS),
    Tiny("seed_oss", HEAD),
    Tiny("smollm3", {"no_rope_layers": [1, 0]}),
    Tiny("stablelm"),
    Tiny("starcoder2"),
]


@pytest.fixture
def config(exporter: Exporter, tiny: Tiny) -> Path:
    path = exporter.folder / "model" / "config.json"
    path.parent.mkdir()
    common = {key: value for key, value in COMMON.items() if key != "rope_theta" or "rope_parameters" not in tiny.fields}
    path.write_text(json.dumps(common | {"model_type": tiny.model_type} | tiny.fields), encoding="utf-8")
    return path


def set_by_hand(model: PreTrainedModel, name: str, inv_freq: torch.Tensor, attention_factor: float) -> PreTrainedModel:
    """Nothing of Rotascope is between; what depends on the type of the scaling elsewhere in the model stays as it was."""
    embedding = rotary(model)
    setattr(embedding, f"{prefix_of(name)}inv_freq", inv_freq.clone())
    setattr(embedding, f"{prefix_of(name)}attention_scaling", attention_factor)
    if hasattr(embedding, "rope_init_fn"):  # PhiMoE calculates both anew for every text
        embedding.rope_init_fn = lambda _config: (inv_freq, attention_factor)
    return model


@pytest.mark.filterwarnings("ignore:`rope_scaling` is deprecated")
@pytest.mark.parametrize("tiny", MODELS, ids=str)
def test_every_rope_and_the_logits(exporter: Exporter, tiny: Tiny, config: Path) -> None:
    table = exporter.table(config, METHOD, tiny.rope)
    trained = build(config)
    (exporter.folder / "extended").mkdir()
    model = build(exporter.export(config, METHOD, "transformers", "extended/config.json", into=config, rope=tiny.rope), weights=trained)
    ropes, before = ropes_of(rotary(model)), ropes_of(rotary(trained))
    assert ropes.keys() == before.keys()
    for other in ropes.keys() - {tiny.rope}:
        assert torch.equal(ropes[other].inv_freq, before[other].inv_freq)
        assert ropes[other].attention_factor == before[other].attention_factor
    rope = ropes[tiny.rope]
    torch.testing.assert_close(rope.inv_freq.double(), torch.from_numpy(table.extended_inv_freq), rtol=1e-6, atol=0)
    assert rope.attention_factor == pytest.approx(table.attention_factor, rel=1e-12)
    by_hand = set_by_hand(build(config, weights=trained), tiny.rope, rope.inv_freq, table.attention_factor)
    for length in LENGTHS:
        tokens = random_tokens(length)
        found = logits(model, tokens)
        assert torch.equal(found, logits(by_hand, tokens)), f"{length} tokens"
        # A test that can fail: the table is seen in the logits.
        assert (found - logits(trained, tokens)).abs().max() > 0.5 * found.std(), f"{length} tokens"
