# SPDX-License-Identifier: GPL-3.0-or-later
"""llama.cpp rotates by the exported table: a patched GGUF model gives the logits of Transformers with the same table."""

from pathlib import Path

import llama_cpp
import numpy as np
import pytest
import torch
from transformers import PreTrainedModel

from conftest import METHODS, PRETRAINING_LENGTH, TARGET_LENGTH, Exporter
from tiny_models import (
    ARCHITECTURES,
    FURTHER_ARCHITECTURES,
    LLAMA,
    Architecture,
    build,
    logits,
    random_tokens,
    rotary,
    set_by_hand,
    write_gguf,
)

# Within L and beyond it; the later a token, the more its angles tell one table from another.
LENGTHS = [PRETRAINING_LENGTH // 2, PRETRAINING_LENGTH + 488]
# Largest difference of logits whose standard deviation is about 1.7; the README says why it is not smaller.
TOLERANCE = 0.01
# Another table must differ by far more than that somewhere.
OTHER_TABLE = 100 * TOLERANCE

each_architecture = pytest.mark.parametrize("architecture", ARCHITECTURES, ids=lambda architecture: architecture.name)


def llama_cpp_logits(model: Path, tokens: torch.Tensor) -> torch.Tensor:
    """With llama.cpp's own defaults for all that concerns RoPE, and float32 for all that is calculated."""
    llama = llama_cpp.Llama(
        str(model),
        n_ctx=2048,
        n_batch=2048,
        n_ubatch=2048,
        n_threads=2,
        n_threads_batch=2,
        n_gpu_layers=0,
        logits_all=True,
        flash_attn=False,
        type_k=llama_cpp.GGML_TYPE_F32,
        type_v=llama_cpp.GGML_TYPE_F32,
        yarn_attn_factor=-1.0,  # what llama.cpp's programs pass unless told otherwise: "from the model"
        verbose=False,
    )
    llama.eval(tokens[0].tolist())
    found = torch.from_numpy(np.array(llama.scores[: tokens.shape[1]]))
    llama.close()
    return found


def largest_difference(a: torch.Tensor, b: torch.Tensor) -> float:
    return float((a - b).abs().max())


def transformers_with_table(exporter: Exporter, config: Path, method: str, unscaled: PreTrainedModel) -> PreTrainedModel:
    table = exporter.table(config, method)
    inv_freq = torch.from_numpy(table.extended_inv_freq.astype(np.float32))
    return set_by_hand(build(config, weights=unscaled), inv_freq, table.attention_factor)


@each_architecture
@pytest.mark.parametrize("length", LENGTHS)
def test_unpatched_model_is_the_unscaled_one(exporter: Exporter, architecture: Architecture, length: int) -> None:
    """That both engines have the same weights; without this the next test would prove nothing."""
    unscaled = build(architecture.write_config(exporter.folder / "model"))
    file = write_gguf(architecture, unscaled, exporter.folder / "model.gguf")
    tokens = random_tokens(length)
    assert largest_difference(llama_cpp_logits(file, tokens), logits(unscaled, tokens)) < TOLERANCE


@each_architecture
@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("method", METHODS)
def test_patched_model_has_the_table(exporter: Exporter, architecture: Architecture, method: str, length: int) -> None:
    config = architecture.write_config(exporter.folder / "model")
    unscaled = build(config)
    file = write_gguf(architecture, unscaled, exporter.folder / "model.gguf")
    patched = exporter.export(config, method, "gguf", "patched.gguf", into=file)
    tokens = random_tokens(length)
    found = llama_cpp_logits(patched, tokens)
    assert largest_difference(found, logits(transformers_with_table(exporter, config, method, unscaled), tokens)) < TOLERANCE
    assert largest_difference(found, llama_cpp_logits(file, tokens)) > OTHER_TABLE


@pytest.mark.parametrize("architecture", FURTHER_ARCHITECTURES, ids=lambda architecture: architecture.name)
def test_further_architectures_use_the_table(exporter: Exporter, architecture: Architecture) -> None:
    """The export takes an architecture on its word that llama.cpp asks for the tensor and uses it: here it is seen."""
    test_unpatched_model_is_the_unscaled_one(exporter, architecture, LENGTHS[-1])
    test_patched_model_has_the_table(exporter, architecture, "yarn", LENGTHS[-1])


def test_attention_factor_alone_is_seen(exporter: Exporter) -> None:
    """YaRN's factor of 1.14 on cos and sin is not lost among the tolerances above."""
    config = LLAMA.write_config(exporter.folder / "model")
    unscaled = build(config)
    file = write_gguf(LLAMA, unscaled, exporter.folder / "model.gguf")
    patched = exporter.export(config, "yarn", "gguf", "patched.gguf", into=file)
    without_factor = transformers_with_table(exporter, config, "yarn", unscaled)
    rotary(without_factor).attention_scaling = 1.0
    tokens = random_tokens(LENGTHS[-1])
    assert largest_difference(llama_cpp_logits(patched, tokens), logits(without_factor, tokens)) > OTHER_TABLE


@each_architecture
def test_one_wrong_choice_would_be_seen(exporter: Exporter, architecture: Architecture) -> None:
    """Even in the slowest dimension, which has turned least after all tokens: the tolerance hides no factor."""
    config = architecture.write_config(exporter.folder / "model")
    model = transformers_with_table(exporter, config, "distributional", build(config))
    tokens = random_tokens(LENGTHS[-1])
    right = logits(model, tokens)
    assert exporter.table(config, "distributional").factors[-1] == TARGET_LENGTH / PRETRAINING_LENGTH
    rotary(model).inv_freq[-1] *= TARGET_LENGTH / PRETRAINING_LENGTH  # extrapolated
    assert largest_difference(logits(model, tokens), right) > 10 * TOLERANCE
