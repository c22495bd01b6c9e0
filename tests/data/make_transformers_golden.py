#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make transformers-golden.json: what Hugging Face Transformers computes for real model configurations.

Each entry holds a model's config.json (its RoPE fields alone, as published or in another form that Transformers reads), and
for each of its RoPEs and sequence lengths the inverse frequencies (float32, 9 significant digits, which give the same float32
back) and the attention factor. M-RoPE models also have the position axis of each dimension, found by feeding the model's own
rotary embedding positions on one axis at a time.

make-transformers-golden.sh makes a virtual environment with the same Transformers and runs this in it. The lists of LongRoPE
factors are taken from the presets.
"""

import argparse
import copy
import importlib
import json
import logging
import pathlib
import platform

import torch
import transformers
from transformers.modeling_rope_utils import ROPE_INIT_FUNCTIONS

COMMAND = "tests/data/make-transformers-golden.sh"
HERE = pathlib.Path(__file__).resolve().parent
PRESETS = HERE.parent.parent / "resources" / "presets" / "models.json"


# Of which a class of its own defaults may be: the size of a head, the part that is rotated, the base, the length.
LEFT_TO_THE_CLASS = ["bamba", "cohere2", "gemma", "gemma3_text", "glm4_moe_lite", "glm4", "gpt_neox", "mixtral", "modernbert", "persimmon", "qwen3", "smollm3"]


def llama(**fields):
    """A Llama of 7 B, changed by `fields`."""
    return {"model_type": "llama", "hidden_size": 4096, "num_attention_heads": 32, "max_position_embeddings": 4096} | fields


def configurations(presets):
    """Name -> config.json. `presets`: id -> preset, for the LongRoPE lists."""

    def longrope(model, kind):
        scaling = presets[model]["rope_scaling"]
        return {"type": kind, "short_factor": scaling["short_factor"], "long_factor": scaling["long_factor"]}

    phi3 = {
        "model_type": "phi3",
        "hidden_size": 3072,
        "num_attention_heads": 32,
        "rope_theta": 10000.0,
        "max_position_embeddings": 131072,
        "original_max_position_embeddings": 4096,
    }
    phi3_length = {"original_max_position_embeddings": 4096}  # Transformers 5 does not find the one on top for "su"
    deepseek = {
        "model_type": "deepseek_v3",
        "hidden_size": 7168,
        "num_attention_heads": 128,
        "qk_rope_head_dim": 64,
        "qk_nope_head_dim": 128,
        "rope_theta": 10000,
        "max_position_embeddings": 163840,
    }
    deepseek_yarn = {"type": "yarn", "factor": 40, "beta_fast": 32, "beta_slow": 1, "original_max_position_embeddings": 4096}
    qwen = {
        "model_type": "qwen2",
        "hidden_size": 3584,
        "num_attention_heads": 28,
        "rope_theta": 1000000.0,
        "max_position_embeddings": 32768,
    }
    qwen3 = {
        "model_type": "qwen3",
        "hidden_size": 4096,
        "head_dim": 128,
        "num_attention_heads": 32,
        "rope_theta": 1000000,
        "max_position_embeddings": 40960,
    }
    llama31 = {"factor": 8.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0, "original_max_position_embeddings": 8192}
    neox = {
        "model_type": "gpt_neox",
        "hidden_size": 6144,
        "num_attention_heads": 64,
        "rotary_pct": 0.25,
        "rotary_emb_base": 10000,
        "max_position_embeddings": 2048,
    }
    glm4 = {
        "model_type": "glm4",
        "hidden_size": 4096,
        "num_attention_heads": 32,
        "head_dim": 128,
        "partial_rotary_factor": 0.5,
        "rope_theta": 10000.0,
        "max_position_embeddings": 32768,
    }
    gemma3 = {
        "model_type": "gemma3_text",
        "hidden_size": 2560,
        "num_attention_heads": 8,
        "head_dim": 256,
        "num_hidden_layers": 12,
        "max_position_embeddings": 131072,
    }
    return {
        "Llama-2-7b": llama(),
        "Llama-2-7b, theta stated": llama(rope_theta=10000.0),
        "CodeLlama-7b": llama(rope_theta=1000000, max_position_embeddings=16384),
        "Meta-Llama-3-8B": llama(rope_theta=500000.0, max_position_embeddings=8192),
        "Llama-3.1-8B": llama(
            rope_theta=500000.0, max_position_embeddings=131072, rope_scaling=llama31 | {"rope_type": "llama3"}
        ),
        "Llama-3.2-1B": llama(
            hidden_size=2048,
            head_dim=64,
            rope_theta=500000.0,
            max_position_embeddings=131072,
            rope_scaling=llama31 | {"rope_type": "llama3", "factor": 32.0},
        ),
        "Llama-3.1-8B, new form, other ramp": llama(
            max_position_embeddings=131072,
            rope_parameters=llama31 | {"rope_type": "llama3", "rope_theta": 500000.0, "high_freq_factor": 8, "factor": 16},
        ),
        "Llama-2-7b, linear": llama(rope_scaling={"type": "linear", "factor": 4.0}),
        "Llama-2-7b, linear, odd factor": llama(rope_scaling={"type": "linear", "factor": 2.7}),
        "Llama-2-7b, dynamic": llama(rope_scaling={"type": "dynamic", "factor": 2.0}),
        "Llama-2-7b, yarn": llama(rope_scaling={"type": "yarn", "factor": 2.0, "original_max_position_embeddings": 4096}),
        "Llama-2-7b, proportional": llama(
            rope_parameters={"rope_type": "proportional", "rope_theta": 10000.0, "partial_rotary_factor": 0.3, "factor": 3.0}
        ),
        "Mistral-7B-v0.1": llama(model_type="mistral", rope_theta=10000.0, max_position_embeddings=32768),
        "Mixtral-8x7B-v0.1": llama(model_type="mixtral", rope_theta=1000000.0, max_position_embeddings=32768),
        "Qwen2.5-7B-Instruct": qwen,
        "Qwen2.5-7B-Instruct, yarn": qwen
        | {"rope_scaling": {"type": "yarn", "factor": 4.0, "original_max_position_embeddings": 32768}},
        "Qwen2.5-7B-Instruct, dynamic": qwen
        | {"rope_parameters": {"rope_type": "dynamic", "factor": 4.0, "rope_theta": 1000000.0}},
        "Qwen3-8B": qwen3,
        "Qwen3-8B, yarn, attention factor": qwen3
        | {
            "rope_scaling": {
                "rope_type": "yarn",
                "factor": 4.0,
                "attention_factor": 0.8,
                "original_max_position_embeddings": 32768,
            }
        },
        "Qwen3-8B, yarn, other betas": qwen3
        | {
            "rope_scaling": {
                "rope_type": "yarn",
                "factor": 3.5,
                "beta_fast": 48,
                "beta_slow": 0.5,
                "truncate": False,
                "original_max_position_embeddings": 32768,
            }
        },
        "DeepSeek-V3": deepseek | {"rope_scaling": deepseek_yarn | {"mscale": 1.0, "mscale_all_dim": 1.0}},
        "DeepSeek-V3, mscale": deepseek | {"rope_scaling": deepseek_yarn | {"mscale": 1.0, "mscale_all_dim": 0.5}},
        "DeepSeek-V3, factor null": deepseek | {"rope_scaling": deepseek_yarn | {"factor": None}},
        "DeepSeek-V2-Lite": deepseek
        | {
            "model_type": "deepseek_v2",
            "hidden_size": 2048,
            "num_attention_heads": 16,
            "rope_scaling": deepseek_yarn | {"mscale": 0.707, "mscale_all_dim": 0.707},
        },
        "gpt-oss-20b": {
            "model_type": "gpt_oss",
            "hidden_size": 2880,
            "num_attention_heads": 64,
            "head_dim": 64,
            "rope_theta": 150000,
            "max_position_embeddings": 131072,
            "rope_scaling": {
                "rope_type": "yarn",
                "factor": 32.0,
                "beta_fast": 32.0,
                "beta_slow": 1.0,
                "truncate": False,
                "original_max_position_embeddings": 4096,
            },
        },
        "Phi-3-mini-128k-instruct": phi3
        | {"rope_scaling": longrope("microsoft/Phi-3-mini-128k-instruct (April 2024)", "su") | phi3_length},
        "Phi-3.5-mini-instruct": phi3 | {"rope_scaling": longrope("microsoft/Phi-3.5-mini-instruct", "longrope")},
        "Phi-4-mini-instruct": phi3
        | {
            "num_attention_heads": 24,
            "partial_rotary_factor": 0.75,
            "rope_scaling": longrope("microsoft/Phi-4-mini-instruct", "longrope"),
        },
        "Phi-3.5-mini-instruct, attention factor": phi3
        | {"rope_scaling": longrope("microsoft/Phi-3.5-mini-instruct", "longrope") | {"attention_factor": 1.25, "factor": 8.0}},
        "MiniCPM3-4B": {
            "model_type": "minicpm3",
            "hidden_size": 2560,
            "num_attention_heads": 40,
            "qk_rope_head_dim": 32,
            "qk_nope_head_dim": 64,
            "rope_theta": 10000.0,
            "max_position_embeddings": 32768,
            "rope_scaling": longrope("openbmb/MiniCPM3-4B", "longrope") | {"original_max_position_embeddings": 32768},
        },
        "gemma-2-9b": {
            "model_type": "gemma2",
            "hidden_size": 3584,
            "num_attention_heads": 16,
            "head_dim": 256,
            "rope_theta": 10000.0,
            "max_position_embeddings": 8192,
        },
        "gemma-3-4b, two RoPEs, old form": gemma3
        | {
            "rope_theta": 1000000.0,
            "rope_local_base_freq": 10000.0,
            "rope_scaling": {"rope_type": "linear", "factor": 8.0},
        },
        "gemma-3-4b, nested, multimodal": {
            "model_type": "gemma3",
            "text_config": gemma3
            | {
                "rope_parameters": {
                    "full_attention": {"rope_type": "linear", "factor": 8.0, "rope_theta": 1000000.0},
                    "sliding_attention": {"rope_type": "default", "rope_theta": 10000.0},
                }
            },
        },
        "gemma-4": {
            "model_type": "gemma4_text",
            "hidden_size": 2560,
            "num_attention_heads": 8,
            "head_dim": 256,
            "global_head_dim": 512,
            "num_hidden_layers": 12,
            "max_position_embeddings": 131072,
            "rope_parameters": {
                "full_attention": {"rope_type": "proportional", "partial_rotary_factor": 0.25, "rope_theta": 1000000.0},
                "sliding_attention": {"rope_type": "default", "rope_theta": 10000.0},
            },
        },
        "ModernBERT-base": {
            "model_type": "modernbert",
            "hidden_size": 768,
            "num_attention_heads": 12,
            "num_hidden_layers": 6,
            "global_rope_theta": 160000.0,
            "local_rope_theta": 10000.0,
            "max_position_embeddings": 8192,
        },
        "gpt-neox-20b": neox,
        "pythia-6.9b, linear": neox
        | {"hidden_size": 4096, "num_attention_heads": 32, "rope_scaling": {"type": "linear", "factor": 8.0}},
        "phi-2": {
            "model_type": "phi",
            "hidden_size": 2560,
            "num_attention_heads": 32,
            "partial_rotary_factor": 0.4,
            "rope_theta": 10000.0,
            "max_position_embeddings": 2048,
        },
        "stablelm-3b-4e1t": {
            "model_type": "stablelm",
            "hidden_size": 2560,
            "num_attention_heads": 32,
            "partial_rotary_factor": 0.25,
            "rope_theta": 10000,
            "max_position_embeddings": 4096,
        },
        "GLM-4-9B-0414": glm4,
        "GLM-4-9B-0414, yarn": glm4
        | {"rope_scaling": {"type": "yarn", "factor": 4.0, "original_max_position_embeddings": 32768}},
        "GLM-4-9B-0414, dynamic": glm4 | {"rope_scaling": {"type": "dynamic", "factor": 2.0}},
        "GLM-4-9B-0414, llama3": glm4
        | {"max_position_embeddings": 131072, "rope_scaling": llama31 | {"rope_type": "llama3", "low_freq_factor": 2}},
        "falcon-7b": {
            "model_type": "falcon",
            "hidden_size": 4544,
            "num_attention_heads": 71,
            "rope_theta": 10000.0,
            "max_position_embeddings": 2048,
        },
        "Qwen2-VL-7B-Instruct": {
            "model_type": "qwen2_vl",
            "hidden_size": 3584,
            "num_attention_heads": 28,
            "rope_theta": 1000000.0,
            "max_position_embeddings": 32768,
            "rope_scaling": {"type": "mrope", "mrope_section": [16, 24, 24]},
        },
        "Qwen3-VL-8B-Instruct": {
            "model_type": "qwen3_vl",
            "text_config": {
                "model_type": "qwen3_vl_text",
                "hidden_size": 4096,
                "num_attention_heads": 32,
                "head_dim": 128,
                "rope_theta": 5000000,
                "max_position_embeddings": 262144,
                "rope_scaling": {"mrope_interleaved": True, "mrope_section": [24, 20, 20], "rope_type": "default"},
            },
        },
        # Files that leave everything to the configuration class, and what those of gemma-3-4b-it and of a LLaVA state.
        **{f"{model_type}, nothing stated": {"model_type": model_type} for model_type in LEFT_TO_THE_CLASS},
        "gemma-3, layer types without bases": gemma3
        | {"rope_parameters": {"full_attention": {"rope_type": "linear", "factor": 8.0}, "sliding_attention": {"rope_type": "default"}}},
        "ModernBERT, global base alone": {"model_type": "modernbert", "global_rope_theta": 80000.0},
        "gpt-neox, two names for one field": neox | {"rotary_emb_base": 5000, "rope_theta": 777.0},
        "Phi-3, the length in the object alone": {k: v for k, v in phi3.items() if k != "original_max_position_embeddings"}
        | {
            "rope_scaling": longrope("microsoft/Phi-3.5-mini-instruct", "longrope") | {"original_max_position_embeddings": 2048},
        },
        "gemma-3-4b-it, as published": {
            "model_type": "gemma3",
            "text_config": {
                "model_type": "gemma3_text",
                "hidden_size": 2560,
                "rope_scaling": {"factor": 8.0, "rope_type": "linear"},
            },
        },
        "llava-1.5-7b": {
            "model_type": "llava",
            "text_config": {"model_type": "llama", "max_position_embeddings": 4096, "vocab_size": 32064},
        },
        "ERNIE-4.5-VL-28B-A3B": {
            "model_type": "ernie4_5_vl_moe",
            "text_config": {
                "model_type": "ernie4_5_vl_moe_text",
                "hidden_size": 2560,
                "num_attention_heads": 20,
                "max_position_embeddings": 131072,
                "rope_parameters": {"rope_type": "default", "rope_theta": 500000.0, "mrope_section": [22, 22, 20]},
            },
        },
    }


def lengths_of(config, parameters):
    """Sequence lengths at which this rope_type may differ."""
    length = config.max_position_embeddings
    if parameters["rope_type"] == "dynamic":
        return [1, length, length + 1, 2 * length, 3 * length + 7, 16 * length]
    if parameters["rope_type"] == "longrope":
        original = parameters["original_max_position_embeddings"]
        return [1, original, original + 1, max(length, original + 1)]
    return [1, length, 4 * length]


def rotary_class(model_type):
    """The rotary embedding of a model's language part."""
    module = model_type.removesuffix("_text")
    modeling = importlib.import_module(f"transformers.models.{module}.modeling_{module}")
    names = [
        name
        for name in dir(modeling)
        if name.endswith("RotaryEmbedding") and "Vision" not in name and hasattr(getattr(modeling, name), "forward")
    ]
    return getattr(modeling, names[-1])


def rope_of(config, parameters, layer_type, length):
    """(inverse frequencies, attention factor) of one RoPE at a sequence length."""
    rope_type = parameters["rope_type"]
    layer = {"layer_type": layer_type} if layer_type else {}
    if rope_type != "default":
        return ROPE_INIT_FUNCTIONS[rope_type](config, "cpu", seq_len=length, **layer)
    compute = rotary_class(config.model_type).compute_default_rope_parameters
    if layer_type and config.is_heterogeneous:
        config = config.per_layer_config[layer_type]
    return compute(config, **layer)


def axes_of(rotary):
    """Position axis of each dimension of a rotary embedding: the one whose position alone turns it."""
    turned = []
    for axis in range(3):
        positions = torch.zeros(3, 1, 1, dtype=torch.long)
        positions[axis] = 1
        sin = rotary(torch.zeros(1), positions)[1].flatten()
        # The two components of a pair lie side by side in some models, half a head apart in the others.
        turned.append((sin[::2] if torch.equal(sin[::2], sin[1::2]) else sin[: len(sin) // 2]) != 0)
    return torch.stack(turned).int().argmax(dim=0).tolist()


def numbers(values):
    """float32 values with as many digits as give the same float32 back."""
    return [float(f"{value:.9g}") for value in values.tolist()]


def entry(name, fields):
    """One entry of the file: the configuration and what Transformers makes of it."""
    raw = copy.deepcopy(fields)
    model_type = raw["model_type"]
    config = transformers.AutoConfig.for_model(model_type, **{k: v for k, v in raw.items() if k != "model_type"})
    config = config.get_text_config()
    nested = config.nested_rope_parameter_keys(config.rope_parameters)
    result = {"name": name, "config": fields, "ropes": []}
    for layer_type in nested or [None]:
        parameters = config.rope_parameters[layer_type] if layer_type else config.rope_parameters
        rope = {"name": layer_type or "main", "rope_type": parameters["rope_type"], "at": []}
        for length in lengths_of(config, parameters):
            inv_freq, attention_factor = rope_of(config, parameters, layer_type, length)
            if "ernie" in model_type:  # held in another order, and put back in the forward pass
                inv_freq = inv_freq.sort(descending=True).values
            values = {"inv_freq": numbers(inv_freq), "attention_factor": float(attention_factor)}
            if rope["at"] and {key: rope["at"][-1][key] for key in values} == values:
                rope["at"][-1]["lengths"].append(length)
            else:
                rope["at"].append({"lengths": [length]} | values)
        if "mrope_section" in parameters:
            rope["axis"] = axes_of(rotary_class(config.model_type)(config))
        result["ropes"].append(rope)
    return result


def write(path, what, models, more=None):
    """One model a line, after where they come from and `more`."""
    head = {
        "origin": f"Hugging Face Transformers: {what}",
        "versions": {"transformers": transformers.__version__, "torch": torch.__version__, "python": platform.python_version()},
        "command": COMMAND,
    }
    members = [f" {json.dumps(key)}: {json.dumps(value, separators=(',', ':'))}" for key, value in (more or {}).items()]
    lines = [json.dumps(model, separators=(",", ":")) for model in models]
    members.append(' "models": [\n' + ",\n".join(lines) + "\n]}\n")
    path.write_text(json.dumps(head, indent=1)[:-2] + ",\n" + ",\n".join(members))


def main():
    """Write the file beside this script, or where --output says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--output", type=pathlib.Path, default=HERE / "transformers-golden.json")
    parser.add_argument("--presets", type=pathlib.Path, default=PRESETS)
    options = parser.parse_args()
    logging.disable(logging.WARNING)  # Transformers remarks on factors that these configurations have on purpose
    presets = {model["id"]: model for model in json.loads(options.presets.read_text())["models"]}
    models = [entry(name, fields) for name, fields in configurations(presets).items()]
    write(options.output, "ROPE_INIT_FUNCTIONS and the models' own default RoPE, on the CPU", models)


if __name__ == "__main__":
    main()
