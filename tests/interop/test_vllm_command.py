# SPDX-License-Identifier: GPL-3.0-or-later
"""The exported vLLM command is a command, and its overrides give the table.

vLLM itself is not run: it is too large to install here. What is tested is what it does before its own code: a shell takes the command
apart, and Transformers' configuration is updated with the overrides.
"""

import json
import os
import subprocess

import pytest
import torch
from transformers import AutoConfig, AutoModelForCausalLM

from conftest import METHODS, TARGET_LENGTH, Exporter
from tiny_models import ARCHITECTURES, Architecture, longrope_inv_freq, rotary


def arguments_of(exporter: Exporter, config, method: str) -> list[str]:
    """What the command calls vllm with."""
    command = exporter.export(config, method, "vllm", "serve.sh")
    stand_in = exporter.folder / "bin" / "vllm"
    stand_in.parent.mkdir()
    stand_in.write_text("#!/bin/sh\nprintf '%s\\0' \"$@\"\n", encoding="utf-8")
    stand_in.chmod(0o755)
    path = f"{stand_in.parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(["sh", command], capture_output=True, text=True, check=True, env=os.environ | {"PATH": path})
    return done.stdout.split("\0")[:-1]


# The overrides have the table in both forms, for a vLLM with either Transformers; the newer one says that the older form is old.
@pytest.mark.filterwarnings("ignore:`rope_scaling` is deprecated")
@pytest.mark.parametrize("architecture", ARCHITECTURES, ids=lambda architecture: architecture.name)
@pytest.mark.parametrize("method", METHODS)
def test_overrides_give_the_table(exporter: Exporter, architecture: Architecture, method: str) -> None:
    path = architecture.write_config(exporter.folder / "model")
    table = exporter.table(path, method)
    arguments = arguments_of(exporter, path, method)
    assert arguments[arguments.index("--max-model-len") + 1] == str(TARGET_LENGTH)
    config = AutoConfig.from_pretrained(path.parent)
    config.update(json.loads(arguments[arguments.index("--hf-overrides") + 1]))
    config.standardize_rope_params()
    model = AutoModelForCausalLM.from_config(config)
    assert torch.equal(rotary(model).inv_freq, longrope_inv_freq(architecture, table))
    # vLLM takes these for the magnitude, and the ratio of the lengths where they are missing.
    assert config.rope_parameters["short_mscale"] == table.attention_factor
    assert config.rope_parameters["long_mscale"] == table.attention_factor
    assert config.max_position_embeddings == TARGET_LENGTH
    assert config.rope_parameters["original_max_position_embeddings"] == TARGET_LENGTH
