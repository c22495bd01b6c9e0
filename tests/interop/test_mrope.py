# SPDX-License-Identifier: GPL-3.0-or-later
"""A model whose three position axes share the dimensions (M-RoPE, Qwen2-VL) keeps the axes and gets the table."""

import json
from pathlib import Path

import pytest
import torch
from transformers import AutoConfig, Qwen2VLTextModel

from conftest import METHODS, Exporter
from tiny_models import COMMON, HEAD_DIM, HIDDEN, VOCABULARY, set_by_hand

SECTIONS = [8, 12, 12]
CONFIG = COMMON | {
    "model_type": "qwen2_vl",
    "architectures": ["Qwen2VLForConditionalGeneration"],
    "rope_scaling": {"type": "mrope", "mrope_section": SECTIONS},
    "vision_config": {"depth": 1, "embed_dim": 64, "hidden_size": HIDDEN, "num_heads": 2},
}


def text_model(config: Path) -> Qwen2VLTextModel:
    torch.manual_seed(20240611)
    return Qwen2VLTextModel._from_config(AutoConfig.from_pretrained(config.parent).get_text_config(), attn_implementation="eager").eval()


def hidden_states(model: Qwen2VLTextModel) -> torch.Tensor:
    """Of tokens whose three positions have nothing to do with each other."""
    random = torch.Generator().manual_seed(3)
    tokens = torch.randint(VOCABULARY, (1, 700), generator=random)
    positions = torch.randint(1500, (3, 1, 700), generator=random)
    with torch.no_grad():
        return model(input_ids=tokens, position_ids=positions, use_cache=False).last_hidden_state


@pytest.mark.parametrize("form", ["transformers", "transformers-legacy"])
@pytest.mark.parametrize("method", METHODS)
def test_axes_are_kept_and_the_table_is_applied(exporter: Exporter, method: str, form: str) -> None:
    config = exporter.folder / "model" / "config.json"
    config.parent.mkdir()
    config.write_text(json.dumps(CONFIG), encoding="utf-8")
    (exporter.folder / form).mkdir()
    model = text_model(exporter.export(config, method, form, f"{form}/config.json", into=config))
    assert sum(SECTIONS) == HEAD_DIM // 2
    assert model.config.rope_parameters["mrope_section"] == SECTIONS
    table = exporter.table(config, method)
    by_hand = set_by_hand(text_model(config), model.rotary_emb.inv_freq, table.attention_factor)
    torch.testing.assert_close(model.rotary_emb.inv_freq.double(), torch.from_numpy(table.extended_inv_freq), rtol=1e-6, atol=0)
    found = hidden_states(model)
    assert torch.equal(found, hidden_states(by_hand))
    assert (found - hidden_states(text_model(config))).abs().max() > found.std()
