# SPDX-License-Identifier: GPL-3.0-or-later
"""The RoPEs of a model from its config.json, without Transformers: those that are not scaled, and linear ones."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np

from . import configuration
from .errors import RecordingError
from .totals import RopeEntry

DEFAULT_THETA = 10000.0  # what Transformers takes where a configuration does not say it


def ropes_of_file(path: Path) -> tuple[list[RopeEntry], str]:
    """The RoPEs of a config.json, or of the one in this folder, and the name of the model."""
    path = path / "config.json" if path.is_dir() else path
    try:
        fields = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise RecordingError(f"{path} cannot be read as a config.json: {error}") from error
    if not isinstance(fields, dict):
        raise RecordingError(f"{path} is not a config.json: one JSON object was expected.")
    text = fields.get("text_config")
    config = SimpleNamespace(**(text if isinstance(text, dict) else fields))
    layer_types = _rope_layer_types(config)
    ropes = [_rope(path, config, layer_type) for layer_type in layer_types]
    return ropes, str(fields.get("_name_or_path") or path.resolve().parent.name)


def _rope_layer_types(config: Any) -> list[str | None]:
    """The layer types that have a RoPE of their own; [None] where all have the same."""
    parameters = getattr(config, "rope_parameters", None) or {}
    nested = [name for name, value in parameters.items() if isinstance(value, dict)]
    if nested:
        return nested
    # Gemma 3, as Transformers 4.x writes it.
    return ["full_attention", "sliding_attention"] if getattr(config, "rope_local_base_freq", None) else [None]


def _rope(path: Path, config: Any, layer_type: str | None) -> RopeEntry:
    local = getattr(config, "rope_local_base_freq", None)
    if local and layer_type == "sliding_attention":
        config = SimpleNamespace(**{**vars(config), "rope_theta": local, "rope_scaling": None})
    parameters = configuration.rope_parameters(config, layer_type)
    rope_type = parameters.get("rope_type") or parameters.get("type") or "default"
    theta = (
        parameters.get("rope_theta") or getattr(config, "rope_theta", None) or getattr(config, "rotary_emb_base", None)
    )
    components = _rotary_components(config, parameters)
    factor = {"default": 1.0, "mrope": 1.0, "linear": parameters.get("factor", 1.0)}.get(rope_type)
    if factor is None:
        raise RecordingError(
            f"{path} has a RoPE of type {rope_type}, whose frequencies this program does not compute: make a recording "
            f"of it with rotascope-cli generate --config {path} --length 1 -o model.h5, and give that as --recording."
        )
    inv_freq = (theta or DEFAULT_THETA) ** (-np.arange(0, components, 2) / components) / factor
    config = SimpleNamespace(**{**vars(config), "rope_theta": theta or DEFAULT_THETA})
    return RopeEntry(
        configuration.GROUP_NAMES.get(layer_type, layer_type) if layer_type else "main",
        inv_freq,
        configuration.rope_attributes(config, layer_type, inv_freq, 1.0),
        sorted(configuration.layers_of_type(config, layer_type)) if layer_type else [],
    )


def _rotary_components(config: Any, parameters: Any) -> int:
    """How many components of a head are rotated: even."""
    part = parameters.get("partial_rotary_factor") or getattr(config, "partial_rotary_factor", None)
    part = part or getattr(config, "rotary_pct", None) or 1.0
    compressed = getattr(config, "qk_rope_head_dim", None)
    return compressed or int(configuration.head_dim(config) * part) // 2 * 2
