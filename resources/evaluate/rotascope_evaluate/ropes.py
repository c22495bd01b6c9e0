# SPDX-License-Identifier: GPL-3.0-or-later
"""Scaling tables on a loaded Hugging Face Transformers model, in memory, as Rotascope's Python export applies them."""

import contextlib
import dataclasses
import math

from .errors import EvaluationError
from .tables import SAME, Table

ATTRIBUTES = ("inv_freq", "original_inv_freq", "attention_scaling")


@dataclasses.dataclass(frozen=True)
class Place:
    """Where a model keeps the frequencies of one RoPE: a module, and in it, where it has several, the names that begin with `prefix`."""

    module: object
    prefix: str  # "full_attention_"; "" where the module has one RoPE

    @property
    def inv_freq(self):
        return getattr(self.module, self.prefix + "inv_freq")

    @property
    def attention_factor(self):
        return float(getattr(self.module, self.prefix + "attention_scaling", 1.0))

    @property
    def rope_type(self):
        kind = getattr(self.module, "rope_type", "default")
        return kind.get(self.prefix[:-1], "default") if isinstance(kind, dict) else kind


def places(model):
    """All of them, in the order of the modules."""
    found = []
    for module in model.modules():
        names = [name for name, _ in module.named_buffers(recurse=False) if name.endswith("inv_freq") and "original" not in name]
        if hasattr(module, "inv_freq") and "inv_freq" not in names:
            names.append("inv_freq")  # an attribute, not a buffer
        found += [Place(module, name.removesuffix("inv_freq")) for name in names
                  if getattr(getattr(module, name), "ndim", 0) == 1]  # fmt: skip
    if not found:
        raise EvaluationError("the model has no rotary embedding with frequencies (inv_freq); expected a Transformers model with RoPE")
    return found


def places_of(model, table):
    """Those that the table is for. Refused: a table of another model."""
    everywhere = places(model)
    names = sorted({place.prefix[:-1] for place in everywhere if place.prefix})
    if names and table.rope not in names:
        raise EvaluationError(f"{table.name}: the model has several RoPEs ({', '.join(names)}); expected a table of one of them "
                              "(rotascope-cli export --rope NAME)")  # fmt: skip
    dimensions = len(table.factors)
    found = [place for place in everywhere if place.inv_freq.numel() == dimensions and (not names or place.prefix == table.rope + "_")]
    if not found:
        sizes = sorted({place.inv_freq.numel() for place in everywhere})
        raise EvaluationError(f"{table.name}: {dimensions} factors; the model has {' or '.join(map(str, sizes))} frequencies")
    # In Transformers 4 several RoPEs are modules of their own, told by their base.
    if not names and len({_ratio(place.inv_freq) for place in found}) > 1:
        found = [place for place in found if abs(_ratio(place.inv_freq) / _ratio(table.inv_freq) - 1) < 1e-3]
    if not found or any(place.rope_type == "default" and not _same(place.inv_freq.tolist(), table.inv_freq) for place in found):
        raise EvaluationError(
            f"{table.name}: its frequencies before the factors (inv_freq) are not the model's; it was made for another model"
        )
    return found


def _ratio(inv_freq):
    return round(float(inv_freq[0] / inv_freq[1]), 4) if len(inv_freq) > 1 and inv_freq[1] else 1.0


def _same(some, others):
    return all(abs(a - b) <= SAME * abs(b) for a, b in zip(some, others))


@contextlib.contextmanager
def applied(model, table):
    """The table on the model within the `with` block, its own frequencies after it. None: its own."""
    if table is None:
        yield model
        return
    import torch

    config, undo = text_config(model), []

    def give(owner, name, value):
        undo.append((owner, name, getattr(owner, name)))
        setattr(owner, name, value)

    try:
        for place in places_of(model, table):
            module, values = place.module, torch.tensor(table.extended_inv_freq, dtype=torch.float32, device=place.inv_freq.device)
            for name, value in zip(ATTRIBUTES, (values, values.clone(), table.attention_factor)):
                if hasattr(module, place.prefix + name):
                    give(module, place.prefix + name, value)
            # Or dynamic and longrope would compute their own at the next call.
            if hasattr(module, "rope_type"):
                kind = module.rope_type
                give(module, "rope_type", {**kind, place.prefix[:-1]: "default"} if isinstance(kind, dict) else "default")
        if table.target_length > config.max_position_embeddings:
            give(config, "max_position_embeddings", table.target_length)
        yield model
    finally:
        for owner, name, value in reversed(undo):
            setattr(owner, name, value)


def text_config(model):
    config = model.config
    return config.get_text_config() if hasattr(config, "get_text_config") else config


def pretraining_length(model):
    """L: what the configuration calls original where the model was trained with a scaling, else its longest text."""
    config = text_config(model)
    stated = getattr(config, "rope_parameters", None) or getattr(config, "rope_scaling", None) or {}
    nested = [value for value in stated.values() if isinstance(value, dict)] or [stated]
    original = [part.get("original_max_position_embeddings") for part in nested]
    original.append(getattr(config, "original_max_position_embeddings", None))
    return int(next((length for length in original if length), config.max_position_embeddings))


def own_table(model, length, like=None):
    """What the model itself applies at a length, as factors of its frequencies without scaling.

    like: a table for the same RoPE, whose inv_freq are exact. Else the first RoPE, with frequencies of its base.
    """
    import torch

    place = places_of(model, like)[0] if like else places(model)[0]
    # Dynamic NTK and longrope look at the positions before they choose.
    if place.rope_type in ("dynamic", "longrope") and not place.prefix:
        with torch.no_grad():
            place.module(torch.zeros(1, 1, 1, device=place.inv_freq.device), torch.tensor([[length - 1]], device=place.inv_freq.device))
    own = place.inv_freq.double().tolist()
    inv_freq = like.inv_freq if like else _unscaled(model, place, own)
    factors = [_factor(before, after) for before, after in zip(inv_freq, own)]
    return Table("own", tuple(inv_freq), tuple(factors), place.attention_factor, place.prefix[:-1], 0, 0)


def _factor(before, after):
    if after == 0:
        return 1.0 if before == 0 else math.inf
    return 1.0 if abs(before / after - 1) < 1e-6 else before / after


def _unscaled(model, place, own):
    """In float64, from the base that the configuration states; its own where it states none."""
    config = text_config(model)
    stated = getattr(config, "rope_parameters", None) or {}
    base = stated.get(place.prefix[:-1], stated).get("rope_theta") or getattr(config, "rope_theta", None)
    exact = [base ** (-dimension / len(own)) for dimension in range(len(own))] if base else own
    return exact if place.rope_type != "default" or _same(own, exact) else own
