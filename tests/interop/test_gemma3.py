# SPDX-License-Identifier: GPL-3.0-or-later
"""A model with two RoPEs inside a multimodal configuration (Gemma 3): the global layers get the table, the local ones keep theirs."""

import json
import runpy
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from transformers import AutoConfig, Gemma3ForCausalLM

from conftest import METHODS, TARGET_LENGTH, Exporter
from tiny_models import COMMON, HEAD_DIM, HIDDEN, THETA, logits, random_tokens

LOCAL_THETA = 500.0
TEXT = {key: value for key, value in COMMON.items() if key != "rope_theta"} | {
    "model_type": "gemma3_text",
    "head_dim": HEAD_DIM,
    "layer_types": ["sliding_attention", "full_attention"],
    "sliding_window": 256,
    "query_pre_attn_scalar": 1,  # its normed queries attend to everything alike otherwise
}
ROPES = {
    "bases on top": {"rope_theta": THETA, "rope_local_base_freq": LOCAL_THETA, "rope_scaling": {"rope_type": "linear", "factor": 2.0}},
    "nested": {
        "rope_parameters": {
            "full_attention": {"rope_type": "linear", "factor": 2.0, "rope_theta": THETA},
            "sliding_attention": {"rope_type": "default", "rope_theta": LOCAL_THETA},
        }
    },
}


def write_config(folder: Path, form: str) -> Path:
    vision = {"hidden_size": HIDDEN, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": HIDDEN}
    config = folder / "model" / "config.json"
    config.parent.mkdir()
    config.write_text(json.dumps({"model_type": "gemma3", "text_config": TEXT | ROPES[form], "vision_config": vision}), encoding="utf-8")
    return config


def build(config: Path, weights: Gemma3ForCausalLM | None = None) -> Gemma3ForCausalLM:
    torch.manual_seed(20240611)
    text = AutoConfig.from_pretrained(config.parent).get_text_config()
    model = Gemma3ForCausalLM._from_config(text, attn_implementation="eager").eval()
    if weights is not None:
        model.load_state_dict(weights.state_dict())
    return model


def assert_global_layers_have(model: Gemma3ForCausalLM, inv_freq: np.ndarray, attention_factor: float, unscaled: Gemma3ForCausalLM) -> None:
    rotary, before = model.model.rotary_emb, unscaled.model.rotary_emb
    torch.testing.assert_close(rotary.full_attention_inv_freq.double(), torch.from_numpy(inv_freq), rtol=1e-6, atol=0)
    assert rotary.full_attention_attention_scaling == attention_factor
    assert torch.equal(rotary.sliding_attention_inv_freq, before.sliding_attention_inv_freq)
    assert rotary.sliding_attention_attention_scaling == 1.0
    assert model.config.max_position_embeddings == TARGET_LENGTH


def assert_is_seen(model: Gemma3ForCausalLM, by_hand: Gemma3ForCausalLM, unscaled: Gemma3ForCausalLM) -> None:
    for length in [300, 1000, TARGET_LENGTH + 52]:
        tokens = random_tokens(length)
        found = logits(model, tokens)
        assert torch.equal(found, logits(by_hand, tokens)), f"{length} tokens"
        assert (found - logits(unscaled, tokens)).abs().max() > found.std(), f"{length} tokens"


def set_by_hand(model: Gemma3ForCausalLM, inv_freq: torch.Tensor, attention_factor: float) -> Gemma3ForCausalLM:
    rotary = model.model.rotary_emb
    rotary.full_attention_inv_freq = inv_freq
    rotary.full_attention_attention_scaling = attention_factor
    rotary.rope_type["full_attention"] = "default"
    return model


@pytest.mark.filterwarnings("ignore:`rope_scaling` is deprecated")
@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("form, file", [("transformers", "bases on top"), ("transformers", "nested"), ("transformers-legacy", "bases on top")])
def test_merged_config(exporter: Exporter, method: str, form: str, file: str) -> None:
    config = write_config(exporter.folder, file)
    unscaled = build(config)
    (exporter.folder / form).mkdir()
    model = build(exporter.export(config, method, form, f"{form}/config.json", into=config), weights=unscaled)
    table = exporter.table(config, method)
    assert_global_layers_have(model, table.extended_inv_freq, table.attention_factor, unscaled)
    assert_is_seen(
        model, set_by_hand(build(config, weights=unscaled), model.model.rotary_emb.full_attention_inv_freq, table.attention_factor), unscaled
    )


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("file", ROPES)
def test_python_snippet(exporter: Exporter, method: str, file: str) -> None:
    config = write_config(exporter.folder, file)
    unscaled = build(config)
    snippet = runpy.run_path(str(exporter.export(config, method, "python", "table.py")))
    model = snippet["apply_table"](build(config, weights=unscaled))
    table = exporter.table(config, method)
    assert_global_layers_have(model, table.extended_inv_freq, table.attention_factor, unscaled)
    nearest = torch.from_numpy(table.extended_inv_freq.astype(np.float32))
    assert_is_seen(model, set_by_hand(build(config, weights=unscaled), nearest, table.attention_factor), unscaled)


class OlderRotary(torch.nn.Module):
    """What Transformers 4 has for each of the two."""

    def __init__(self, theta: float) -> None:
        super().__init__()
        self.register_buffer("inv_freq", theta ** -(torch.arange(0, HEAD_DIM, 2) / HEAD_DIM), persistent=False)
        self.original_inv_freq = self.inv_freq
        self.attention_scaling = 1.0
        self.rope_type = "linear"


def test_python_snippet_for_two_modules(exporter: Exporter) -> None:
    model = torch.nn.Module()
    model.rotary_emb, model.rotary_emb_local = OlderRotary(THETA), OlderRotary(LOCAL_THETA)
    model.rotary_emb.inv_freq /= 8
    model.config = SimpleNamespace()
    local = model.rotary_emb_local.inv_freq.clone()
    config = write_config(exporter.folder, "bases on top")
    runpy.run_path(str(exporter.export(config, "yarn", "python", "table.py")))["apply_table"](model)
    table = exporter.table(config, "yarn")
    assert torch.equal(model.rotary_emb.inv_freq, torch.from_numpy(table.extended_inv_freq.astype(np.float32)))
    assert model.rotary_emb.attention_scaling == table.attention_factor
    assert torch.equal(model.rotary_emb_local.inv_freq, local)
    assert model.rotary_emb_local.attention_scaling == 1.0
    assert model.config.max_position_embeddings == TARGET_LENGTH
