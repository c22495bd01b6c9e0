# SPDX-License-Identifier: GPL-3.0-or-later
"""Between model and file: watches the rotary modules and decides what becomes a row, a sequence, a RoPE."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np

from . import configuration, rotary
from .errors import RecordingError
from .writer import ANGLE_CHUNK_ROWS, RecordingWriter


@contextmanager
def record(
    model: Any,
    path: str | os.PathLike[str],
    *,
    angles: bool = True,
    model_id: str | None = None,
    created: str | None = None,
) -> Iterator[Recorder]:
    """Records every forward pass of `model` inside the `with` block to the file `path`.

    model: a Hugging Face Transformers model, or a part of one that contains its rotary modules.
    angles: also record the angles that the model applied; without, they follow from positions and frequencies.
    model_id: what the recording says about the model; by default the name it was loaded under.
    created: the time stamp, ISO 8601; by default now, UTC. A fixed one makes the file reproducible.

    The file appears at the end of the block. If the block raises, nothing is left and an older file stays untouched.
    Raises RecordingError where no true recording can be made.
    """
    with RecordingWriter(path, model_id=model_id or configuration.model_id(model), created=created) as writer:
        recorder = Recorder(model, writer, angles)
        with recorder.watching():
            yield recorder
        recorder.finish()


class Source(NamedTuple):
    """Where angles come from: a rotary module, and the layer type that it is asked for if it serves several."""

    path: str
    layer_type: str | None


@dataclass
class _Rope:
    """One group of the file: the first module that used these frequencies speaks for all others that share them."""

    name: str
    source: Source
    inv_freq: np.ndarray  # float64 [D], rad per position
    attention_factor: float
    axis_layouts: dict[str, np.ndarray]  # those that agree with all angles so far; empty: one position axis
    layers_by_source: list[set[int]] = field(default_factory=list)
    tokens: int = 0

    @property
    def axis(self) -> np.ndarray | None:
        """The position axis of each dimension, int32 [D]; None where there is one axis."""
        return next(iter(self.axis_layouts.values()), None)

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


class Recorder:
    """Turns calls of rotary modules into rows of a recording."""

    def __init__(self, model: Any, writer: RecordingWriter, angles: bool = True):
        self._model = model
        self._writer = writer
        self._angles = angles
        self._modules = rotary.find_rotary_modules(model)
        if not self._modules:
            raise RecordingError(
                f"No rotary embedding found in {type(model).__name__}: a module was expected that has an inv_freq "
                "buffer and takes position_ids (Transformers 4.38 or newer)."
            )
        self._ropes: list[_Rope] = []
        self._rope_of: dict[Source, _Rope] = {}
        self._positions = np.empty((0, 0, 0), dtype=np.int64)  # of the current forward pass, [A, B, N]
        self._open_end: np.ndarray | None = None  # the last position [A] of a sequence that the next call may continue
        self._failure: Exception | None = None

    @property
    def tokens(self) -> int:
        """How many tokens (rows) were recorded so far."""
        return self._writer.rows

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Hooks the rotary modules; the hooks are gone afterwards, whatever happens."""
        with ExitStack() as hooks:
            for module in self._modules:
                handle = module.module.register_forward_hook(self._hook(module), with_kwargs=True)
                hooks.callback(handle.remove)
            yield

    def finish(self) -> None:
        """Completes the groups. Raises RecordingError if there is nothing, or nothing consistent, to keep."""
        if self._failure:
            raise RecordingError(f"The recording was given up: {self._failure}") from self._failure
        if not self.tokens:
            raise RecordingError("Nothing was recorded: the model's rotary embedding was not called inside the block.")
        self._check_ropes_are_level()
        for rope in self._ropes:
            self._writer.complete_rope(
                rope.name,
                rope.name if len(self._ropes) > 1 else "main",
                axis=rope.axis,
                layers=rope.layers,
            )

    def _hook(self, module: rotary.RotaryModule) -> Any:
        def hook(_: Any, args: tuple, kwargs: dict[str, Any], output: Any) -> None:
            try:
                self._observe(module, module.arguments(args, kwargs), output)
            except Exception as error:
                # A caller that swallows this must not end up with half a recording.
                self._failure = error
                raise

        return hook

    def _observe(self, module: rotary.RotaryModule, arguments: Mapping[str, Any], output: Any) -> None:
        source = Source(module.path, arguments.get("layer_type"))
        rope = self._rope_of.get(source) or self._add_source(module, source, output)
        if rope.source != source:
            return
        if not np.array_equal(rope.inv_freq, module.inv_freq(source.layer_type)):
            raise RecordingError(
                f"{module.path} changed its inverse frequencies after {rope.tokens} tokens (a dynamic or longrope RoPE "
                "that passed the length at which it switches). A recording holds one set: record short and long "
                "sequences apart."
            )
        leader = self._ropes[0]
        axes = 1 if leader.axis is None else int(leader.axis.max()) + 1
        positions = rotary.batch_positions(arguments["position_ids"], arguments.get("x"), axes)
        if rope is leader:
            self._check_ropes_are_level()
            self._append_positions(positions)
        elif not np.array_equal(positions, self._positions):
            raise RecordingError(
                f"{module.path} and {leader.source.path} were called with different positions: two streams of tokens. "
                "Record the part of the model that has one, for instance record(model.language_model, ...)."
            )
        rope.tokens += positions[0].size
        # With several axes the angles are needed to tell which dimension belongs to which.
        if self._angles or axes > 1:
            self._append_angles(rope, positions, *rotary.cos_and_sin(output, module.path))

    def _check_ropes_are_level(self) -> None:
        for rope in self._ropes:
            if rope.tokens != self.tokens:
                raise RecordingError(
                    f"RoPE {rope.name} ({rope.source.path}) saw {rope.tokens} of {self.tokens} tokens: a forward pass "
                    "was cut short, or the model uses this RoPE in some of its passes only."
                )

    def _add_source(self, module: rotary.RotaryModule, source: Source, output: Any) -> _Rope:
        """Registers a module (and layer type) at its first call, under the RoPE that it shares or a new one."""
        inv_freq, factor = module.inv_freq(source.layer_type), module.attention_factor(source.layer_type, output)
        config = getattr(module.module, "config", None) or configuration.text_config(self._model)
        layer_type, layers = self._layers(source, config)
        rope = next(
            (r for r in self._ropes if r.attention_factor == factor and np.array_equal(r.inv_freq, inv_freq)), None
        )
        if rope is None:
            rope = _Rope(
                name=self._group_name(source, layer_type, layers),
                source=source,
                inv_freq=inv_freq,
                attention_factor=factor,
                axis_layouts=self._axis_layouts(
                    module, configuration.rope_parameters(config, source.layer_type), inv_freq
                ),
            )
            attributes = configuration.rope_attributes(config, source.layer_type, inv_freq, factor)
            self._writer.add_rope(rope.name, inv_freq, attributes, with_angles=self._angles)
            self._ropes.append(rope)
        rope.layers_by_source.append(layers)
        self._rope_of[source] = rope
        return rope

    @staticmethod
    def _axis_layouts(
        module: rotary.RotaryModule, parameters: Mapping[str, Any], inv_freq: np.ndarray
    ) -> dict[str, np.ndarray]:
        section = getattr(module.module, "mrope_section", None) or parameters.get("mrope_section")
        return rotary.axis_layouts(section, len(inv_freq)) if section else {}

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
        taken = {rope.name for rope in self._ropes}
        numbered = (f"{name}_{number}" for number in range(2, len(taken) + 3))
        return next(free for free in (name, *numbered) if free not in taken)

    def _append_positions(self, positions: np.ndarray) -> None:
        """Appends positions [A, B, N]: each sequence of the batch on its own, a lone one perhaps as a continuation."""
        self._positions = positions
        alone = positions.shape[1] == 1
        for rows in positions.transpose(1, 2, 0):  # [N, A]
            if not (alone and self._continues(rows)):
                self._writer.begin_sequence()
            self._writer.append_positions(rows)
        self._open_end = positions[:, 0, -1] if alone else None

    def _continues(self, rows: np.ndarray) -> bool:
        return self._open_end is not None and np.array_equal(rows[0], self._open_end + 1)

    def _append_angles(self, rope: _Rope, positions: np.ndarray, cos: np.ndarray, sin: np.ndarray) -> None:
        """Appends the angles in cos and sin: [N, W], [B, N, W], or [A, B, N, W] where the model picks axes later."""
        rows = positions.reshape(len(positions), -1).T  # [B N, A]
        apart = len(positions) if cos.ndim == 4 else 1
        cos, sin = (part.reshape(apart, -1, part.shape[-1]) for part in (cos, sin))
        copies, left_over = divmod(len(rows), cos.shape[1])
        if left_over or copies not in (1, positions.shape[1]):
            raise RecordingError(f"{rope.source.path} returned {cos.shape[1]} rows of cos for {len(rows)} positions.")
        # With position ids [1, N] one cos serves the whole batch: each sequence gets its copy.
        for _ in range(copies):
            for block in rotary.row_blocks(cos.shape[1], ANGLE_CHUNK_ROWS):
                angles = rotary.applied_angles(cos[:, block], sin[:, block], len(rope.inv_freq))
                angles = rope.choose_axes(angles, rows[block])
                if self._angles:
                    self._writer.append_angles(rope.name, angles)
