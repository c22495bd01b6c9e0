# SPDX-License-Identifier: GPL-3.0-or-later
"""What `rotascope-cli lint` says of vLLM, SGLang, ExLlamaV3 and mlx-lm for files that people have (tests/data/field) is what their own code does."""

import functools
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engines import ENGINES, Rotation

FIELD = Path(__file__).resolve().parent.parent / "data" / "field"
TRANSFORMERS = json.loads((FIELD / "transformers-5.23.golden.json").read_text(encoding="utf-8"))
LENGTHS = ["1024", "200000"]
# With one RoPE, from Transformers' own classes, and of models that the engines have.
FILES = [
    name
    for name, known in TRANSFORMERS.items()
    if list(known.get("ropes", {})) == ["main"] and "200000" in known["ropes"]["main"] and not name.startswith(("c61", "c50"))
]


@functools.cache
def engine(name: str) -> Callable[[dict], Rotation]:
    return ENGINES[name]()


def engine_or_skip(name: str) -> Callable[[dict], Rotation]:
    try:
        return engine(name)
    except (FileNotFoundError, ModuleNotFoundError) as missing:
        pytest.skip(f"{name} is not there: {missing}")


def stated(name: str) -> dict:
    fields = json.loads((FIELD / name).read_text(encoding="utf-8"))
    return fields.get("text_config", fields)


def outcome(name: str, rotation: Callable[[dict], Rotation]) -> tuple[str, Rotation | str]:
    """In the words of lint: by what Transformers has at a short length and at a long one."""
    try:
        found = rotation(stated(name))
    except (ValueError, KeyError, TypeError, AssertionError) as error:
        return "refused", repr(error)
    theirs = [TRANSFORMERS[name]["ropes"]["main"][length] for length in LENGTHS]

    def same(inv_freq: list[float], magnitude: float) -> bool:
        close = len(inv_freq) == len(found.inv_freq) and np.allclose(found.inv_freq, inv_freq, rtol=2e-5, atol=1e-9)
        return bool(close and np.isclose(found.magnitude, magnitude, rtol=1e-5))

    if all(same(one["inv_freq"], one["attention_factor"]) for one in theirs):
        return "as stated", found
    fields = stated(name)
    base = (fields.get("rope_parameters") or fields).get("rope_theta", 1e4)  # of the file: NTK is another base
    unscaled = base ** (-np.arange(len(found.inv_freq)) / len(found.inv_freq))
    return "ignored" if same(unscaled.tolist(), 1.0) else "differently", found


@pytest.mark.filterwarnings("ignore:`rope_scaling` is deprecated")
@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("engine_name", ENGINES)
def test_lint_says_what_the_engine_does(engine_name: str, name: str) -> None:
    if engine_name == "mlx-lm" and name.startswith("r11"):
        pytest.skip("it depends on the length, see below")
    rotation = engine_or_skip(engine_name)
    command = [os.environ["ROTASCOPE_CLI"], "lint", FIELD / name, "--json"]
    report = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)
    reading = next(one for one in report["engines"] if one["engine"] == engine_name)
    assert reading["known"] == "run"
    found, what = outcome(name, rotation)
    assert reading["outcome"] == found, f"{reading['what']}; it does: {what}"


TINY = {"hidden_size": 256, "num_attention_heads": 4, "num_key_value_heads": 4, "num_hidden_layers": 2, "head_dim": 64}
# Without the scaling that Transformers' class fills in, with what the engines ask for.
SCALED_BY_CLASS = [
    {"model_type": "gpt_oss", "rope_theta": 150000, "max_position_embeddings": 131072, "num_local_experts": 2, "num_experts_per_tok": 1, "sliding_window": 128},
    {"model_type": "apertus", "rope_theta": 1.2e7, "max_position_embeddings": 65536, "mlp_bias": False, "attention_bias": False, "post_norm": False}
    | {"qk_norm": True, "attention_dropout": 0, "hidden_act": "xielu"},
    {"model_type": "ministral3", "rope_theta": 1e6, "max_position_embeddings": 262144},
]


@pytest.mark.parametrize("fields", SCALED_BY_CLASS, ids=lambda fields: fields["model_type"])
@pytest.mark.parametrize("engine_name", ENGINES)
def test_lint_says_who_knows_the_scaling_of_the_class(engine_name: str, fields: dict, tmp_path: Path) -> None:
    rotation = engine_or_skip(engine_name)
    file = tmp_path / "config.json"
    file.write_text(json.dumps(TINY | fields), encoding="utf-8")
    report = json.loads(subprocess.run([os.environ["ROTASCOPE_CLI"], "lint", file, "--json"], capture_output=True, text=True, check=False).stdout)
    reading = next(one for one in report["engines"] if one["engine"] == engine_name)
    try:
        found = rotation(TINY | fields).inv_freq
    except TypeError:
        assert reading["outcome"] == "refused"
        return
    is_unscaled = np.allclose(found, fields["rope_theta"] ** (-np.arange(len(found)) / len(found)), rtol=1e-4)
    assert reading["outcome"] == ("ignored" if is_unscaled else "as stated")


@pytest.mark.parametrize("length", [1024, 8192])
def test_dynamic_of_mlx_is_that_of_transformers(length: int) -> None:
    engine_or_skip("mlx-lm")
    import mlx.core as mx
    from mlx_lm.models.rope_utils import initialize_rope

    dims, base, trained, factor = 128, 10000.0, 2048, 2.0
    rope = initialize_rope(dims, base, False, {"type": "dynamic", "factor": factor}, trained)
    halves = mx.array(np.repeat([1.0, 0.0], dims // 2).astype(np.float32).reshape(1, 1, 1, dims))
    turned = np.array(rope(halves, offset=length - 1)).reshape(2, -1)
    stretched = base * (factor * max(length, trained) / trained - (factor - 1)) ** (dims / (dims - 2))
    angles = (length - 1) * stretched ** (-np.arange(0, dims, 2) / dims)
    np.testing.assert_allclose(turned, [np.cos(angles), np.sin(angles)], atol=2e-3)  # angles in float32
