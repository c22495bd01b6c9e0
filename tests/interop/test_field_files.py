# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that people have (tests/data/field), exported and given to Transformers' own rotary classes: every RoPE has what was intended, the
one that the table is for its frequencies and magnitude, the others theirs as before."""

import importlib
import json
import os
import subprocess
from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import AutoConfig

from tiny_models import ropes_of

FIELD = Path(__file__).resolve().parent.parent / "data" / "field"
TARGET_LENGTH = 524288
# File, the RoPE that is extended, and the module of its rotary class where that is named otherwise than the model type.
FILES = [
    ("c05-qwen3-8b-yarn4.json", "main", None),
    ("c10-phi-3.5-mini.json", "main", None),
    ("c13-deepseek-v3.json", "main", None),
    ("c20-gemma-3-4b-it.json", "full_attention", "gemma3"),
    ("c20-gemma-3-4b-it.json", "sliding_attention", "gemma3"),
    ("c22-gpt-oss-20b.json", "main", None),
    ("c23-devstral-2-123b.json", "main", None),
    ("c24-ministral-3-14b.json", "main", None),
    ("c36-olmo-3.1-32b.json", "full_attention", None),
    ("c36-olmo-3.1-32b.json", "sliding_attention", None),
    ("c43-smollm3-3b.json", "main", None),
    ("c45-hunyuan-7b.json", "main", None),
    ("c51-minimax-m2.json", "main", None),
    ("c52-mimo-v2-flash.json", "full_attention", None),
    ("c52-mimo-v2-flash.json", "sliding_attention", None),
    ("c53-step-3.5-flash.json", "full_attention", "step3p7"),
    ("c54-exaone-4-32b.json", "main", None),
    ("r11-dynamic.json", "main", None),
    ("r31-llama3-old-transformers.json", "main", None),
    ("r56-qwen3-rope-parameters-v5.json", "main", None),
]


def rotascope(*arguments: object) -> str:
    return subprocess.run([os.environ["ROTASCOPE_CLI"], *map(str, arguments)], capture_output=True, text=True, check=True).stdout


def stated_ropes(file: Path, length: int) -> dict:
    return {rope["name"]: rope for rope in json.loads(rotascope("frequencies", file, "--length", length, "--json"))["ropes"]}


def rotary_of(file: Path, module: str | None) -> torch.nn.Module:
    fields = json.loads(file.read_text(encoding="utf-8"))
    config = AutoConfig.for_model(fields.pop("model_type"), **fields).get_text_config()
    name = module or config.model_type.removesuffix("_text")
    modeling = importlib.import_module(f"transformers.models.{name}.modeling_{name}")
    classes = [c for c in dir(modeling) if c.endswith("RotaryEmbedding") and "Vision" not in c]
    return getattr(modeling, classes[-1])(config)


@pytest.mark.parametrize(("name", "rope", "module"), FILES)
def test_every_rope_has_what_was_intended(tmp_path: Path, name: str, rope: str, module: str | None) -> None:
    source = FIELD / name
    choice = () if rope == "main" else ("--rope", rope)
    exported = tmp_path / "config.json"
    common = ("--config", source, *choice, "--target-length", TARGET_LENGTH, "--method", "distributional")
    rotascope("export", *common, "--format", "npy", "-o", tmp_path / "table.npy")
    rotascope("export", *common, "--format", "transformers", "--into", source, "-o", exported)
    table = np.load(tmp_path / "table.npy")
    before, after = stated_ropes(source, TARGET_LENGTH), stated_ropes(exported, TARGET_LENGTH)
    assert before.keys() == after.keys()
    held = ropes_of(rotary_of(exported, module))
    for kind in after:
        theirs = held[kind].inv_freq.double().numpy()
        scaling = held[kind].attention_factor
        intended = table["extended_inv_freq"] if kind == rope else np.array(before[kind]["inv_freq"])
        np.testing.assert_allclose(theirs, intended, rtol=1e-6, err_msg=kind)
        np.testing.assert_allclose(theirs, after[kind]["inv_freq"], rtol=3e-7, err_msg=kind)
        assert scaling == pytest.approx(after[kind]["attention_factor"], rel=1e-12)
        if kind != rope:
            assert scaling == pytest.approx(before[kind]["attention_factor"], rel=1e-12)


# A table for each of two RoPEs, one export merged into the other's.
@pytest.mark.parametrize(
    ("name", "module"), [("c20-gemma-3-4b-it.json", "gemma3"), ("c36-olmo-3.1-32b.json", None), ("c52-mimo-v2-flash.json", None)])
def test_both_ropes_have_their_tables(tmp_path: Path, name: str, module: str | None) -> None:
    file = FIELD / name
    intended = {}
    for rope, method in (("full_attention", "yarn"), ("sliding_attention", "linear")):
        common = ("--config", FIELD / name, "--rope", rope, "--target-length", TARGET_LENGTH, "--method", method)
        rotascope("export", *common, "--format", "npy", "-o", tmp_path / "table.npy")
        intended[rope] = np.load(tmp_path / "table.npy")["extended_inv_freq"]
        merged = tmp_path / f"{rope}.json"
        rotascope("export", *common, "--format", "transformers", "--into", file, "-o", merged)
        file = merged
    held = ropes_of(rotary_of(file, module))
    stated = stated_ropes(file, TARGET_LENGTH)
    for rope, frequencies in intended.items():
        np.testing.assert_allclose(held[rope].inv_freq.double().numpy(), frequencies, rtol=1e-6, err_msg=rope)
        assert held[rope].attention_factor == pytest.approx(stated[rope]["attention_factor"], rel=1e-12)
