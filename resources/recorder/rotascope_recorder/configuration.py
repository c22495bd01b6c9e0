# SPDX-License-Identifier: GPL-3.0-or-later
"""What the recording says about a RoPE, read from a model's configuration, old (4.x) and new (5.x) form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from .errors import RecordingError

GROUP_NAMES = {"full_attention": "global", "sliding_attention": "local"}


def text_config(model: Any) -> Any:
    """The configuration of the language model, which multimodal configurations nest."""
    config = getattr(model, "config", None)
    return getattr(config, "text_config", None) or config


def model_id(model: Any) -> str:
    """The name under which the model was loaded, or what class it is."""
    return getattr(getattr(model, "config", None), "_name_or_path", "") or type(model).__name__


def rope_parameters(config: Any, layer_type: str | None) -> Mapping[str, Any]:
    """`rope_parameters` (5.x, nested by layer type where there are several) or `rope_scaling` (4.x)."""
    parameters = getattr(config, "rope_parameters", None) or getattr(config, "rope_scaling", None) or {}
    nested = parameters.get(layer_type)
    return nested if isinstance(nested, Mapping) else parameters


def layers_of_type(config: Any, layer_type: str | None) -> set[int]:
    """The indices of the layers of that type; empty where the configuration does not list layer types."""
    return {index for index, name in enumerate(getattr(config, "layer_types", None) or []) if name == layer_type}


def rope_attributes(
    config: Any, layer_type: str | None, inv_freq: np.ndarray, attention_factor: float
) -> dict[str, Any]:
    """The attributes of a /ropes/<name> group, but for `layers`; inv_freq is float64 [D]."""
    parameters = rope_parameters(config, layer_type)
    longest = _required(getattr(config, "max_position_embeddings", None), "max_position_embeddings")
    original = parameters.get("original_max_position_embeddings") or getattr(
        config, "original_max_position_embeddings", None
    )
    theta = (
        parameters.get("rope_theta") or getattr(config, "rope_theta", None) or getattr(config, "rotary_emb_base", None)
    )
    return {
        "rope_theta": np.float64(_required(theta or _geometric_base(inv_freq), "rope_theta")),
        "head_dim": np.int64(head_dim(config, layer_type)),
        "rotary_dim": np.int64(2 * len(inv_freq)),
        "original_max_position_embeddings": np.int64(original or longest),
        "max_position_embeddings": np.int64(longest),
        "rope_type": str(parameters.get("rope_type") or parameters.get("type") or "default"),
        "attention_factor": np.float64(attention_factor),
    }


def head_dim(config: Any, layer_type: str | None = None) -> int:
    """How many components a head of the layers of this type has."""
    layers = layers_of_type(config, layer_type)
    if layers and hasattr(config, "per_layer_config"):
        # Gemma 4: the head dimension differs between layer types, the configuration keeps one view for each layer.
        config = config.per_layer_config[min(layers)]
    own = getattr(config, "head_dim", None)
    hidden, heads = getattr(config, "hidden_size", None), getattr(config, "num_attention_heads", None)
    return _required(own or (hidden // heads if hidden and heads else None), "head_dim")


def _geometric_base(inv_freq: np.ndarray) -> float | None:
    """The base of unscaled inverse frequencies base^(-i/D), i = 0 .. D-1; None where they are something else."""
    dimensions = len(inv_freq)
    if dimensions < 2 or not np.all(inv_freq > 0.0):
        return None
    base = float(inv_freq[1] ** -dimensions)
    return base if np.allclose(inv_freq, base ** (-np.arange(dimensions) / dimensions), rtol=1e-3) else None


def _required(value: Any, name: str) -> Any:
    if value is None:
        raise RecordingError(f"The model's configuration has no {name}, which a recording must state.")
    return value
