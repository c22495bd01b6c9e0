# SPDX-License-Identifier: GPL-3.0-or-later
"""llama.cpp rotates by the exported table: a patched GGUF model gives the logits of Transformers with the same table."""

import json
import os
import shlex
import subprocess
from pathlib import Path

import gguf
import llama_cpp
import numpy as np
import pytest
import torch
from transformers import PreTrainedModel

from conftest import METHODS, PRETRAINING_LENGTH, TARGET_LENGTH, Exporter
from tiny_models import (
    ARCHITECTURES,
    COMMON,
    FURTHER_ARCHITECTURES,
    HEAD_DIM,
    LAYERS,
    LLAMA,
    THETA,
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


def llama_cpp_logits(model: Path, tokens: torch.Tensor, **rope: float) -> torch.Tensor:
    """With llama.cpp's own defaults for all that concerns RoPE unless it is given, and float32 for all that is calculated."""
    rope.setdefault("yarn_attn_factor", -1.0)  # what llama.cpp's programs pass unless told otherwise: "from the model"
    rope.setdefault("yarn_beta_fast", -1.0)
    rope.setdefault("yarn_beta_slow", -1.0)
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
        verbose=False,
        **rope,
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


SCALING_TYPES = {
    "none": llama_cpp.LLAMA_ROPE_SCALING_TYPE_NONE,
    "linear": llama_cpp.LLAMA_ROPE_SCALING_TYPE_LINEAR,
    "yarn": llama_cpp.LLAMA_ROPE_SCALING_TYPE_YARN,
}


def parameters_of(script: Path) -> dict[str, float]:
    """What llama.cpp's programs make of exported flags (common/arg.cpp)."""
    words = [word for word in shlex.split(script.read_text(), comments=True) if word != "\n"]
    assert words[0] == "llama-server"
    flags = dict(zip(words[1::2], words[2::2], strict=True))
    return {
        "rope_scaling_type": SCALING_TYPES[flags["--rope-scaling"]],
        "rope_freq_scale": float(np.float32(1.0) / np.float32(flags["--rope-scale"])),
        "rope_freq_base": float(flags["--rope-freq-base"]),
        "yarn_ext_factor": float(flags["--yarn-ext-factor"]),
        "yarn_orig_ctx": int(flags.get("--yarn-orig-ctx", 0)),
        "yarn_beta_fast": float(flags.get("--yarn-beta-fast", -1.0)),
        "yarn_beta_slow": float(flags.get("--yarn-beta-slow", -1.0)),
        "yarn_attn_factor": float(flags.get("--yarn-attn-factor", -1.0)),
    }


@pytest.mark.parametrize("method", ["linear", "ntk", "yarn"])
def test_flags_give_the_table(exporter: Exporter, method: str) -> None:
    """The model as it is, with flags: its logits are those of Transformers with the table."""
    config = LLAMA.write_config(exporter.folder / "model")
    unscaled = build(config)
    file = write_gguf(LLAMA, unscaled, exporter.folder / "model.gguf")
    parameters = parameters_of(exporter.export(file, method, "llama-flags", "flags.sh"))
    tokens = random_tokens(LENGTHS[-1])
    found = llama_cpp_logits(file, tokens, **parameters)
    assert largest_difference(found, logits(transformers_with_table(exporter, config, method, unscaled), tokens)) < TOLERANCE
    assert largest_difference(found, llama_cpp_logits(file, tokens)) > OTHER_TABLE


def as_the_file_states(file: Path, unscaled: PreTrainedModel) -> PreTrainedModel:
    """Transformers with what `rotascope-cli frequencies` says that llama.cpp applies."""
    said = subprocess.run([os.environ["ROTASCOPE_CLI"], "frequencies", file, "--json"], check=True, capture_output=True, text=True)
    rope = json.loads(said.stdout)["ropes"][0]
    return set_by_hand(unscaled, torch.tensor(rope["inv_freq"], dtype=torch.float32), rope["attention_factor"])


@pytest.mark.parametrize("type_", ["yarn", "linear", "none"])
def test_a_type_comes_on_top_of_the_tensor(exporter: Exporter, type_: str) -> None:
    """rope_freqs, a type with a factor of its own and attn_factor: llama.cpp applies all of them, as `frequencies` says."""
    factors = np.linspace(1.0, 3.0, LLAMA.rotary_dim // 2, dtype=np.float32)

    def add(writer: gguf.GGUFWriter) -> None:
        writer.add_tensor("rope_freqs.weight", factors)
        writer.add_string("llama.rope.scaling.type", type_)
        writer.add_rope_scaling_factor(2.0)
        writer.add_rope_scaling_orig_ctx_len(PRETRAINING_LENGTH // 2)
        writer.add_rope_scaling_attn_factors(1.25)

    config = LLAMA.write_config(exporter.folder / "model")
    unscaled = build(config)
    file = write_gguf(LLAMA, unscaled, exporter.folder / "model.gguf", add)
    tokens = random_tokens(LENGTHS[-1])
    found = llama_cpp_logits(file, tokens)
    assert largest_difference(found, logits(as_the_file_states(file, unscaled), tokens)) < TOLERANCE


GEMMA3 = Architecture(
    "gemma3",
    {key: value for key, value in COMMON.items() if key != "rope_theta"}
    | {"model_type": "gemma3_text", "architectures": ["Gemma3ForCausalLM"], "head_dim": HEAD_DIM, "query_pre_attn_scalar": HEAD_DIM}
    | {"layer_types": ["sliding_attention", "full_attention"], "sliding_window": 256}
    | {"rope_parameters": {name: {"rope_type": "default", "rope_theta": THETA} for name in ("sliding_attention", "full_attention")}},
    HEAD_DIM,
)
GEMMA3_NORMS = {
    "attn_q_norm": "self_attn.q_norm",
    "attn_k_norm": "self_attn.k_norm",
    "attn_norm": "input_layernorm",
    "post_attention_norm": "post_attention_layernorm",
    "ffn_norm": "pre_feedforward_layernorm",
    "post_ffw_norm": "post_feedforward_layernorm",
}


@pytest.mark.parametrize("theta", [500.0, None], ids=["stated", "of its code"])
def test_layers_that_slide_have_the_rope_that_frequencies_says(exporter: Exporter, theta: float | None) -> None:
    """Gemma 3: rope.freq_base_swa, or 10000 where it is not stated, without the scaling of the other layers."""
    model = build(GEMMA3.write_config(exporter.folder / "model"))
    with torch.no_grad():
        for layer in model.model.layers:
            layer.self_attn.q_norm.weight.fill_(3.0)  # its normed queries attend to everything alike otherwise
    weights = {name: tensor.detach().numpy() for name, tensor in model.state_dict().items()}

    def add(writer: gguf.GGUFWriter) -> None:
        writer.add_key_length(HEAD_DIM)
        writer.add_value_length(HEAD_DIM)
        writer.add_sliding_window(256)
        writer.add_sliding_window_pattern([True, False])
        writer.add_string("gemma3.rope.scaling.type", "linear")
        writer.add_rope_scaling_factor(4.0)
        if theta is not None:
            writer.add_float32("gemma3.rope.freq_base_swa", theta)
        for layer in range(LAYERS):
            for name, theirs in GEMMA3_NORMS.items():
                writer.add_tensor(f"blk.{layer}.{name}.weight", 1.0 + weights[f"model.layers.{layer}.{theirs}.weight"])

    file = write_gguf(GEMMA3, model, exporter.folder / "model.gguf", add)
    said = json.loads(subprocess.run([os.environ["ROTASCOPE_CLI"], "frequencies", file, "--json"], check=True, capture_output=True).stdout)
    assert [rope["name"] for rope in said["ropes"]] == ["full_attention", "sliding_attention"]
    unscaled = model.model.rotary_emb
    for rope in said["ropes"]:
        getattr(unscaled, f"{rope['name']}_inv_freq").copy_(torch.tensor(rope["inv_freq"]))
    tokens = random_tokens(LENGTHS[-1])
    found = llama_cpp_logits(file, tokens)
    assert largest_difference(found, logits(model, tokens)) < TOLERANCE
    unscaled.sliding_attention_inv_freq.copy_(unscaled.full_attention_inv_freq)  # were they alike
    assert largest_difference(found, logits(model, tokens)) > OTHER_TABLE


def test_flags_come_on_top_of_the_tensor(exporter: Exporter) -> None:
    """A model that has a table already is stretched further by flags: as by a second table in the file."""
    config = LLAMA.write_config(exporter.folder / "model")
    unscaled = build(config)
    trained = exporter.export(config, "distributional", "gguf", "trained.gguf", into=write_gguf(LLAMA, unscaled, exporter.folder / "model.gguf"))

    def export(form: str, name: str, *more: str) -> Path:
        command = [os.environ["ROTASCOPE_CLI"], "export", "--config", trained, "--target-length", str(2 * TARGET_LENGTH), "--method", "linear"]
        subprocess.run([*command, "--format", form, *more, "--output", exporter.folder / name], check=True)
        return exporter.folder / name

    parameters = parameters_of(export("llama-flags", "flags.sh"))
    assert parameters["rope_freq_scale"] == 0.5
    again = export("gguf", "again.gguf", "--into", str(trained))
    tokens = random_tokens(LENGTHS[-1])
    found = llama_cpp_logits(trained, tokens, **parameters)
    assert largest_difference(found, llama_cpp_logits(again, tokens)) < TOLERANCE
    assert largest_difference(found, llama_cpp_logits(trained, tokens)) > OTHER_TABLE
