# SPDX-License-Identifier: GPL-3.0-or-later
"""Models whose configuration needs more than a table: each loads in Transformers, runs, has the table, and is else what it was."""

import json
from pathlib import Path

import pytest
import torch
from transformers import AutoConfig, AutoModelForCausalLM, PreTrainedModel

from conftest import Exporter
from tiny_models import COMMON, HEAD_DIM, HEADS, HIDDEN, THETA, logits, random_tokens, rotary

YARN = {"type": "yarn", "factor": 4.0, "original_max_position_embeddings": 512}
EXPERTS = {"num_local_experts": 2, "num_experts_per_tok": 1}
MODELS = {
    # Its attention has a scale of its own, from factor and mscale_all_dim.
    "deepseek_v3": COMMON
    | {
        "rope_scaling": YARN | {"mscale": 1.0, "mscale_all_dim": 1.0},
        "q_lora_rank": 32,
        "kv_lora_rank": 32,
        "qk_rope_head_dim": 32,
        "qk_nope_head_dim": 32,
        "v_head_dim": 32,
        "first_k_dense_replace": 2,
        "num_key_value_heads": HEADS,
    },
    # Its object holds a parameter of attention beside those of the RoPE.
    "ministral3": COMMON
    | {
        "head_dim": HEAD_DIM,
        "rope_parameters": {"rope_theta": THETA, "llama_4_scaling_beta": 0.1, "rope_type": "yarn"}
        | {key: value for key, value in YARN.items() if key != "type"},
    },
    # Without head_dim Transformers fails at a longrope.
    "mixtral": COMMON | EXPERTS,
    "phimoe": COMMON | EXPERTS,
    # The class rotates half of a head, this file all of it.
    "glm4": COMMON | {"head_dim": HEAD_DIM, "rope_parameters": {"rope_type": "default", "rope_theta": THETA, "partial_rotary_factor": 1.0}},
    # It has names of its own for the base and the part of a head.
    "gpt_neox": {
        "hidden_size": HIDDEN,
        "num_hidden_layers": 2,
        "num_attention_heads": HEADS,
        "intermediate_size": HIDDEN,
        "vocab_size": COMMON["vocab_size"],
        "max_position_embeddings": COMMON["max_position_embeddings"],
        "rope_parameters": {"rope_type": "default", "rope_theta": 777.0, "partial_rotary_factor": 0.5},
    },
}


def build(config: Path) -> PreTrainedModel:
    torch.manual_seed(20240611)
    return AutoModelForCausalLM.from_config(AutoConfig.from_pretrained(config.parent), attn_implementation="eager").eval()


def attention_scales(model: PreTrainedModel) -> list[float | None]:
    attentions = [module for name, module in model.named_modules() if name.endswith("self_attn")]
    return [getattr(attention, "scaling", None) for attention in attentions]


@pytest.mark.filterwarnings("ignore:`rope_scaling` is deprecated")
@pytest.mark.parametrize("form", ["transformers", "transformers-legacy"])
@pytest.mark.parametrize("model_type", MODELS)
def test_merged_config_runs_with_the_table(exporter: Exporter, model_type: str, form: str) -> None:
    config = exporter.folder / "model" / "config.json"
    config.parent.mkdir()
    config.write_text(json.dumps(MODELS[model_type] | {"model_type": model_type}), encoding="utf-8")
    (exporter.folder / form).mkdir()
    merged = exporter.export(config, "distributional", form, f"{form}/config.json", into=config)
    before, model = build(config), build(merged)
    table = exporter.table(config, "distributional")
    torch.testing.assert_close(rotary(model).inv_freq.double(), torch.from_numpy(table.extended_inv_freq), rtol=1e-6, atol=0)
    assert attention_scales(model) == attention_scales(before)
    found = logits(model, random_tokens(600))
    assert torch.isfinite(found).all()
    # Into the result once more: nothing is lost on the way.
    (exporter.folder / "again").mkdir()
    again = exporter.export(config, "distributional", form, "again/config.json", into=merged)
    assert again.read_text() == merged.read_text()
