# SPDX-License-Identifier: GPL-3.0-or-later
"""The distinct RoPEs of a model, found in its rotary modules: names, layers, position axes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np

from . import configuration, rotary
from .errors import RecordingError
from .rotary import RotaryModule


class Source(NamedTuple):
    """Where angles come from: a rotary module, and the layer type that it is asked for if it serves several."""

    path: str
    layer_type: str | None


@dataclass
class Rope:
    """One group of the file: the first module that used these frequencies speaks for all others that share them."""

    name: str
    source: Source
    inv_freq: np.ndarray  # float64 [D], rad per position
    attention_factor: float
    attributes: dict[str, Any]  # of the group, but for `layers`
    axis_layouts: dict[str, np.ndarray]  # those that agree with all angles so far; empty: one position axis
    layers_by_source: list[set[int]] = field(default_factory=list)
    tokens: int = 0

    @property
    def axis(self) -> np.ndarray | None:
        """The position axis of each dimension, int32 [D]; None where there is one axis."""
        return next(iter(self.axis_layouts.values()), None)

    @property
    def axes(self) -> int:
        """How many position axes the RoPE has."""
        return 1 if self.axis is None else int(self.axis.max()) + 1

    @property
    def layers(self) -> list[int]:
        """The layers that use this RoPE; empty where those of one source are not known."""
        return sorted(set().union(*self.layers_by_source)) if all(self.layers_by_source) else []

    def choose_axes(self, angles: np.ndarray, positions: np.ndarray) -> np.ndarray:
        """Angles [n, D] from those of a call, [1, n, D] or, for each position axis, [A, n, D]; positions are [n, A]."""
        if len(angles) > 1:
            # Qwen2-VL in Transformers 4.x picks each dimension's axis after this module, always in blocks.
            if "blocks" not in self.axis_layouts:
                raise RecordingError(f"{self.source.path} has {len(angles)} position axes, but no mrope_section.")
            self.axis_layouts = {"blocks": self.axis_layouts["blocks"]}
            return angles[self.axis, :, np.arange(angles.shape[2])].T
        if positions.shape[1] > 1:
            # Text has equal positions on all axes and says nothing about the layout; the first image does.
            self.axis_layouts = {
                name: axis
                for name, axis in self.axis_layouts.items()
                if rotary.explains(axis, positions, self.inv_freq, angles[0])
            }
            if not self.axis_layouts:
                raise RecordingError(f"{self.source.path} mixes its position axes in a way that is not known here.")
        return angles[0]

    def ideal_angles(self, positions: np.ndarray) -> np.ndarray:
        """The exact angles float32 [n, D] in [0, 2*pi) of positions [n, A]."""
        axis = np.zeros(len(self.inv_freq), dtype=np.int32) if self.axis is None else self.axis
        return rotary.float32_angles(np.mod(positions[:, axis] * self.inv_freq, rotary.TURN))


class RopeBook:
    """All RoPEs that were met so far. The first one leads: its calls say which tokens there are."""

    def __init__(self, model: Any, modules: Sequence[RotaryModule]):
        self.ropes: list[Rope] = []
        self._model = model
        self._modules = modules
        self._rope_of: dict[Source, Rope] = {}

    def __iter__(self) -> Iterator[Rope]:
        return iter(self.ropes)

    def __len__(self) -> int:
        return len(self.ropes)

    @property
    def leader(self) -> Rope:
        return self.ropes[0]

    def known(self, source: Source) -> Rope | None:
        return self._rope_of.get(source)

    def final_name(self, rope: Rope) -> str:
        """The name of its group: `main` where there is one RoPE."""
        return rope.name if len(self.ropes) > 1 else "main"

    def add(self, module: RotaryModule, source: Source, output: Any = None) -> tuple[Rope, bool]:
        """Registers a module (and layer type), under the RoPE that it shares or a new one; says whether it is new.
        `output`: what the module returned, where it was called."""
        inv_freq, factor = module.inv_freq(source.layer_type), module.attention_factor(source.layer_type, output)
        config = getattr(module.module, "config", None) or configuration.text_config(self._model)
        layer_type, layers = self._layers(source, config)
        equal = (r for r in self.ropes if r.attention_factor == factor and np.array_equal(r.inv_freq, inv_freq))
        shared = next(equal, None)
        rope = shared or Rope(
            name=self._group_name(source, layer_type, layers),
            source=source,
            inv_freq=inv_freq,
            attention_factor=factor,
            attributes=configuration.rope_attributes(config, source.layer_type, inv_freq, factor),
            axis_layouts=_axis_layouts(module, configuration.rope_parameters(config, source.layer_type), inv_freq),
        )
        if not shared:
            self.ropes.append(rope)
        rope.layers_by_source.append(layers)
        self._rope_of[source] = rope
        return rope, not shared

    def _layers(self, source: Source, config: Any) -> tuple[str | None, set[int]]:
        """The layer type and the layers that a source serves, as far as its argument and its place tell."""
        index = next((int(part) for part in source.path.split(".") if part.isdigit()), None)
        if index is not None:
            types = getattr(config, "layer_types", None) or []
            return types[index] if index < len(types) else source.layer_type, {index}
        layer_type = source.layer_type
        if layer_type is None and any(module.path.endswith("rotary_emb_local") for module in self._modules):
            # Gemma 3 in Transformers 4.x: one module for each of its two kinds of layers.
            layer_type = "sliding_attention" if source.path.endswith("_local") else "full_attention"
        return layer_type, configuration.layers_of_type(config, layer_type)

    def _group_name(self, source: Source, layer_type: str | None, layers: set[int]) -> str:
        if layer_type:
            name = configuration.GROUP_NAMES.get(layer_type, layer_type)
        else:
            name = f"layer_{min(layers)}" if layers else source.path.rpartition(".")[2] or "rotary"
        taken = {rope.name for rope in self.ropes}
        numbered = (f"{name}_{number}" for number in range(2, len(taken) + 3))
        return next(free for free in (name, *numbered) if free not in taken)


def _axis_layouts(module: RotaryModule, parameters: Mapping[str, Any], inv_freq: np.ndarray) -> dict[str, np.ndarray]:
    section = getattr(module.module, "mrope_section", None) or parameters.get("mrope_section")
    return rotary.axis_layouts(section, len(inv_freq)) if section else {}
