# SPDX-License-Identifier: GPL-3.0-or-later
"""Hugging Face Transformers rotates by the exported table: same inverse frequencies, same attention factor, same logits."""

import runpy
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import PreTrainedModel

from conftest import METHODS, PRETRAINING_LENGTH, TARGET_LENGTH, Exporter
from tiny_models import ARCHITECTURES, LLAMA, PHI3, THETA, Architecture, build, logits, longrope_inv_freq, random_tokens, rotary, set_by_hand

FORMS = ["transformers", "transformers-legacy"]
# Within L, beyond it, and beyond L′: an engine that switched lists or magnitudes anywhere would differ in one of them.
LENGTHS = [PRETRAINING_LENGTH // 2, PRETRAINING_LENGTH + 488, TARGET_LENGTH + 52]
# Of inv_freq as Transformers computes it in float32, to the exact number: see the README.
LARGEST_ULPS = 10

each_architecture = pytest.mark.parametrize("architecture", ARCHITECTURES, ids=lambda architecture: architecture.name)
each_method = pytest.mark.parametrize("method", METHODS)
each_form = pytest.mark.parametrize("form", FORMS)


def ulps(measured: torch.Tensor, exact: np.ndarray) -> float:
    """The largest distance, in units of the last place of the float32 that is nearest to the exact number."""
    return float(np.max(np.abs(measured.double().numpy() - exact) / np.spacing(exact.astype(np.float32)).astype(np.float64)))


def merged(exporter: Exporter, config: Path, method: str, form: str) -> Path:
    (exporter.folder / form).mkdir()
    return exporter.export(config, method, form, f"{form}/config.json", into=config)


def assert_same_logits(model: PreTrainedModel, expected: PreTrainedModel, unscaled: PreTrainedModel) -> None:
    for length in LENGTHS:
        tokens = random_tokens(length)
        found = logits(model, tokens)
        assert torch.equal(found, logits(expected, tokens)), f"{length} tokens"
        # A test that can fail: the table is seen in the logits, by as much as they spread.
        assert (found - logits(unscaled, tokens)).abs().max() > found.std(), f"{length} tokens"


@each_architecture
@each_method
@each_form
def test_config_gives_the_table(exporter: Exporter, architecture: Architecture, method: str, form: str) -> None:
    config = architecture.write_config(exporter.folder / "model")
    table = exporter.table(config, method)
    if architecture is PHI3 and form == "transformers-legacy" and table.attention_factor != 1.0:
        # Transformers 4 has no place for it; version 5 would take it.
        assert "no place for one in Transformers 4" in exporter.refusal(config, method, form, into=config)
        return
    unscaled = build(config)
    model = build(merged(exporter, config, method, form), weights=unscaled)
    expected = longrope_inv_freq(architecture, table)
    assert torch.equal(rotary(model).inv_freq, expected)
    assert ulps(rotary(model).inv_freq, table.extended_inv_freq) <= LARGEST_ULPS
    assert rotary(model).attention_scaling == table.attention_factor
    assert model.config.max_position_embeddings == TARGET_LENGTH
    by_hand = set_by_hand(build(config, weights=unscaled), expected, table.attention_factor)
    assert_same_logits(model, by_hand, unscaled)


@each_architecture
@each_method
def test_python_snippet_gives_the_table(exporter: Exporter, architecture: Architecture, method: str) -> None:
    config = architecture.write_config(exporter.folder / "model")
    table = exporter.table(config, method)
    unscaled = build(config)
    snippet = runpy.run_path(str(exporter.export(config, method, "python", "table.py")))
    model = snippet["apply_table"](build(config, weights=unscaled))
    nearest = torch.from_numpy(table.extended_inv_freq.astype(np.float32))
    assert torch.equal(rotary(model).inv_freq, nearest)
    assert rotary(model).attention_scaling == table.attention_factor
    by_hand = set_by_hand(build(config, weights=unscaled), nearest, table.attention_factor)
    assert_same_logits(model, by_hand, unscaled)


@each_architecture
@each_form
def test_both_lengths_are_the_target(exporter: Exporter, architecture: Architecture, form: str) -> None:
    """vLLM and SGLang derive the attention magnitude from their ratio, after Transformers has read the configuration."""
    config = architecture.write_config(exporter.folder / "model")
    read = build(merged(exporter, config, "distributional", form)).config
    assert read.max_position_embeddings == TARGET_LENGTH
    assert read.rope_parameters["original_max_position_embeddings"] == TARGET_LENGTH


def test_attention_factors_are_what_the_tests_above_need(exporter: Exporter) -> None:
    config = LLAMA.write_config(exporter.folder / "model")
    assert exporter.table(config, "distributional").attention_factor == 1.0
    assert exporter.table(config, "ntk").attention_factor == 1.0
    assert exporter.table(config, "yarn").attention_factor > 1.1


def test_yarn_is_the_yarn_of_transformers(exporter: Exporter) -> None:
    """Two ways to the same model: Rotascope's table, and Transformers' own rope_type for the same extension."""
    config = LLAMA.write_config(exporter.folder / "model")
    unscaled = build(config)
    model = build(merged(exporter, config, "yarn", "transformers"), weights=unscaled)
    yarn = {"rope_type": "yarn", "rope_theta": THETA, "factor": TARGET_LENGTH / PRETRAINING_LENGTH}
    yarn["original_max_position_embeddings"] = PRETRAINING_LENGTH
    members = LLAMA.config | {"max_position_embeddings": TARGET_LENGTH, "rope_parameters": yarn}
    own = build(replace(LLAMA, config=members).write_config(exporter.folder / "own"), weights=unscaled)
    assert rotary(own).rope_type == "yarn"
    assert rotary(model).attention_scaling == pytest.approx(rotary(own).attention_scaling, rel=1e-15)
    tokens = random_tokens(PRETRAINING_LENGTH + 488)
    # Other operations in float32 lead to these frequencies.
    torch.testing.assert_close(logits(model, tokens), logits(own, tokens), rtol=0, atol=0.005)


@each_form
def test_saved_and_loaded_again_it_is_the_same(exporter: Exporter, form: str) -> None:
    """Transformers rewrites config.json when it saves a model, after a fine-tuning for instance."""
    config = LLAMA.write_config(exporter.folder / "model")
    model = build(merged(exporter, config, "yarn", form), weights=build(config))
    model.save_pretrained(exporter.folder / "saved")
    again = type(model).from_pretrained(exporter.folder / "saved", attn_implementation="eager").eval()
    assert torch.equal(rotary(again).inv_freq, rotary(model).inv_freq)
    assert rotary(again).attention_scaling == rotary(model).attention_scaling
    tokens = random_tokens(PRETRAINING_LENGTH + 488)
    assert torch.equal(logits(again, tokens), logits(model, tokens))


def test_generation_step_by_step_is_the_same_as_at_once(exporter: Exporter) -> None:
    """With a cache, tokens come one at a time across L: the angles of earlier keys must still fit."""
    config = LLAMA.write_config(exporter.folder / "model")
    model = build(merged(exporter, config, "distributional", "transformers"))
    tokens = random_tokens(PRETRAINING_LENGTH + 4)
    with torch.no_grad():
        cache = model(input_ids=tokens[:, : PRETRAINING_LENGTH - 4], use_cache=True).past_key_values
        steps = [model(input_ids=tokens[:, [i]], past_key_values=cache).logits[0] for i in range(PRETRAINING_LENGTH - 4, tokens.shape[1])]
    # Not to the bit: a single row is multiplied in another order than many.
    torch.testing.assert_close(torch.cat(steps), logits(model, tokens)[-8:], rtol=0, atol=2e-4)
