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
    theta = -np.log(found.inv_freq[1]) * len(found.inv_freq)
    unscaled = np.exp(-theta * np.arange(len(found.inv_freq)) / len(found.inv_freq))
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
