#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make transformers-classes.json: what every rotary class of Hugging Face Transformers computes, each RoPE of each.

Every module of Transformers is searched for classes named *RotaryEmbedding. Each is made from the defaults of the configuration that
its constructor names, and from the same file with a yarn scaling, with a part of the head, and with the field `rotary_dim`, which most
classes do not read. Where those defaults are scaled or a RoPE for each kind of layers, also from a file that states no scaling, and from
one that states the model type alone. What is recorded is what the class itself holds. Classes without such a RoPE are listed with the reason.

Run by make-transformers-golden.sh, after make_transformers_golden.py.
"""

import importlib
import inspect
import json
import logging
import pathlib
import re
import tempfile
import warnings

import torch
import transformers

from make_transformers_golden import HERE, axes_of, numbers, write

MODELS = pathlib.Path(transformers.__file__).parent / "models"
# What has to do with a RoPE: the rest of a config.json would be noise in the file.
FIELDS = re.compile(
    r"rope|rotary|theta|partial|position|seq_len|max_length|model_type|layer_types|layer_config|layer_pattern|num_hidden_layers|n_layer"
    r"|^(hidden_size|n_embd|d_model|dim|head_dim|global_head_dim|attention_head_dim|kv_channels|num_attention_heads|n_heads?|alibi|attn_config)$"
    r"|qk_rope_head_dim|qk_nope_head_dim|sliding_window"
)
# Defaults that no model has: heads whose rotated part is odd, a RoPE that is off or missing unless it is asked for.
INSTEAD = {
    "CohereCompassTextConfig": {"rope_parameters": {"full_attention": {"rope_type": "default", "rope_theta": 5e4}}},
    "EsmConfig": {"position_embedding_type": "rotary"},
    "Glm4MoeConfig": {"head_dim": 128},
    "Glm4vMoeTextConfig": {"head_dim": 128},
    "GraniteMoeHybridConfig": {"position_embedding_type": "rope"},
    "Qwen3OmniMoeTextConfig": {"head_dim": 128},
}
# What is no RoPE of a text model, or cannot be told from a file.
LEFT_OUT = {
    "ClvpRotaryPositionalEmbedding": "one base in its code, no configuration of it (speech)",
    "EfficientLoFTRRotaryEmbedding": "positions in an image",
    "EomtDinov3RotaryEmbedding": "positions in an image",
    "EsmFold2RotaryEmbedding": "positions of atoms in space",
    "EsmRotaryEmbedding": "frequencies in its code, no configuration of them",
    "EvollaSaProtRotaryEmbedding": "frequencies in its code, no configuration of them",
    "GlmAsrRotaryEmbedding": "of an encoder of speech",
    "MusicFlamingoRotaryEmbedding": "of an encoder of sound",
    "MoonshineRotaryEmbedding": "the numbers of heads of encoder and decoder stand apart (speech)",
    "RecurrentGemmaRotaryEmbedding": "its configuration has no number of positions",
}
LAYERS = 6  # in which each class with several kinds of layers has them all
YARN = {"rope_type": "yarn", "factor": 4.0, "original_max_position_embeddings": 1024}


def rotary_classes():
    """(name of the module, class, configuration that its constructor names or None) of all, in the order of names."""
    for path in sorted(MODELS.glob("*/modeling_*.py")):
        if "RotaryEmbedding" not in path.read_text():
            continue
        module = importlib.import_module(f"transformers.models.{path.parent.name}.{path.stem}")
        for name, found in sorted(vars(module).items()):
            if inspect.isclass(found) and name.endswith("RotaryEmbedding") and found.__module__ == module.__name__:
                annotation = next(iter(inspect.signature(found).parameters.values())).annotation
                kind = getattr(module, annotation) if isinstance(annotation, str) else annotation
                is_config = inspect.isclass(kind) and issubclass(kind, transformers.PreTrainedConfig)
                yield path.parent.name, found, kind if is_config else None


def ropes_of(rotary):
    """Name -> (inverse frequencies, attention factor) of what a rotary embedding holds."""
    held = dict(rotary.named_buffers()) | {key: value for key, value in vars(rotary).items() if isinstance(value, torch.Tensor)}
    names = [key.removesuffix("inv_freq") for key in held if key.endswith("inv_freq") and "original" not in key]
    return {
        name.removesuffix("_") or "main": (held[f"{name}inv_freq"].flatten(), float(getattr(rotary, f"{name}attention_scaling", 1.0)))
        for name in sorted(names)
    }


def first_that_works(tries):
    """The result of the first of several functions that does not raise; else the error of the last."""
    error = None
    for attempt in tries:
        try:
            return attempt()
        except Exception as raised:  # whatever a configuration class stops at
            error = raised
    raise error


def small_config(kind, rotary):
    """A configuration of the class, of the part of it that has the RoPE, with few layers where it takes that."""
    instead = INSTEAD.get(kind.__name__, {})
    whole = first_that_works([lambda: kind(num_hidden_layers=LAYERS, **instead), lambda: kind(**instead)])
    parts = [whole.get_text_config(), whole, *(getattr(whole, name) for name in whole.sub_configs)]
    config = first_that_works([lambda part=part: (rotary(part), part)[1] for part in parts if part is not None])
    if config is not whole:
        smaller = [lambda: type(config)(num_hidden_layers=LAYERS, **INSTEAD.get(type(config).__name__, {})), lambda: config]
        config = first_that_works([lambda make=make: (rotary(make()), make())[1] for make in smaller])
    return config


def variants(fields):
    """What a file may state: kind -> fields."""
    yield "own", fields
    parameters = fields.get("rope_parameters") or {}
    nested = [name for name, value in parameters.items() if isinstance(value, dict)]
    takes_part = "qk_rope_head_dim" not in fields and "mrope_section" not in parameters
    rest = {key: value for key, value in fields.items() if key != "rope_parameters"}
    theta = parameters.get("rope_theta", 1e4)
    if nested:
        scaled = {name: {key: value for key, value in parameters[name].items() if key not in YARN} | YARN for name in nested}
        yield "yarn", rest | {"rope_parameters": scaled}
        part = {name: {"rope_type": "default", "rope_theta": theta, "partial_rotary_factor": 0.75} for name in nested}
    else:
        kept = {key: parameters[key] for key in ("partial_rotary_factor", "mrope_section", "mrope_interleaved") if key in parameters}
        yield "yarn", rest | {"rope_theta": theta, "rope_scaling": kept | YARN}
        part = {"rope_type": "default", "rope_theta": theta, "partial_rotary_factor": 0.75}
    if takes_part:
        yield "part of the head", rest | {"rotary_dim": 16, "rope_parameters": part}


def without_scaling(kind, fields):
    """The same, of a class whose own RoPE is not a single unscaled one."""
    own = kind().rope_parameters
    if own.get("rope_type") == "default":
        return
    rest = {key: value for key, value in fields.items() if key != "rope_parameters"}
    yield "no scaling stated", rest
    yield "no scaling stated, another base", rest | {"rope_theta": 12345.0}
    yield "the model type alone", {"model_type": fields["model_type"]}


def read(kind, fields):
    """The configuration that Transformers makes of a file."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(fields, file)
        file.flush()
        return kind.from_json_file(file.name)


class Frequencies:
    """Many classes have the same: each list is stored once."""

    def __init__(self):
        self.lists = []

    def index_of(self, inv_freq):
        values = numbers(inv_freq)
        if values not in self.lists:
            self.lists.append(values)
        return self.lists.index(values)


def ropes_entry(rotary, config, frequencies):
    """Each RoPE as transformers-golden.json has it, but for the index of its frequencies."""
    result = []
    for name, (inv_freq, attention_factor) in ropes_of(rotary).items():
        parameters = config.rope_parameters.get(name, config.rope_parameters)
        if "ernie4_5_vl" in config.model_type:  # held in another order, and put back in the forward pass
            inv_freq = inv_freq.sort(descending=True).values
        at = {"lengths": [1, config.max_position_embeddings], "inv_freq": frequencies.index_of(inv_freq), "attention_factor": attention_factor}
        result.append({"name": name, "rope_type": parameters["rope_type"], "at": [at]})
        if "mrope_section" in parameters:
            result[-1]["axis"] = axes_of(rotary)
    return result


def entries(module, rotary, kind, frequencies):
    """One for each file that the class takes."""
    config = small_config(kind, rotary)
    saved = json.loads(config.to_json_string())
    fields = {key: value for key, value in saved.items() if FIELDS.search(key) and value is not None}
    rest = {key: value for key, value in saved.items() if key not in fields}
    for name, stated in [*variants(fields), *without_scaling(type(config), fields)]:
        try:
            found = read(type(config), stated if len(stated) == 1 else rest | stated)
            ropes = ropes_entry(rotary(found), found, frequencies)
        except Exception:  # a scaling or a part that this class refuses: there is nothing to compare
            if name == "own":
                raise
            continue
        yield {"name": f"{module}: {rotary.__name__}, {name}", "config": stated, "ropes": ropes}


def reason_to_leave_out(rotary, kind):
    """None for a RoPE of a text model that a configuration describes."""
    if rotary.__name__ in LEFT_OUT:
        return LEFT_OUT[rotary.__name__]
    if kind is None or ("Vision" in rotary.__name__ and "Text" not in rotary.__name__):
        return "positions in an image"
    if getattr(kind, "default_rope_type", "default") != "default":
        return "positions in an image (axial)"
    return None


def main():
    """Write the file beside this script."""
    logging.disable(logging.WARNING)
    warnings.simplefilter("ignore")
    frequencies, models, left_out = Frequencies(), [], {}
    for module, rotary, kind in rotary_classes():
        reason = reason_to_leave_out(rotary, kind)
        if reason:
            left_out[f"{module}: {rotary.__name__}"] = reason
        else:
            models += entries(module, rotary, kind, frequencies)
    write(HERE / "transformers-classes.json", "what each rotary class holds", models, {"left_out": left_out, "frequencies": frequencies.lists})


if __name__ == "__main__":
    main()
