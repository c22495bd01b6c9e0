# SPDX-License-Identifier: GPL-3.0-or-later
"""The model's side: rotary modules, the tensors they take and give, and the angles in them.

Shapes: A position axes, B sequences in a batch, N tokens in each, D rotary dimensions (pairs), W components of cos and
sin (2D, or D where a model does not repeat them). Angles are in radians, inverse frequencies in radians per position.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from .errors import RecordingError

TURN = 2.0 * np.pi

# Components that belong to one pair come from one angle; they may differ by the last bits of a vectorised cosine.
LAYOUT_TOLERANCE = 1e-4


@dataclass(frozen=True)
class RotaryModule:
    """A rotary embedding module and its place in the model, e.g. "model.rotary_emb"."""

    path: str
    module: Any
    signature: inspect.Signature

    def arguments(self, args: tuple, kwargs: Mapping[str, Any]) -> dict[str, Any]:
        """The arguments of one call of forward, by name."""
        return self.signature.bind(*args, **kwargs).arguments

    def inv_freq(self, layer_type: str | None) -> np.ndarray:
        """The inverse frequencies that the module holds now: a copy, float64 [D], rad per position."""
        # A copy because longrope overwrites its buffer in place.
        return np.array(self._of_layer_type("inv_freq", layer_type).detach().cpu().double().numpy(), dtype=np.float64)

    def attention_factor(self, layer_type: str | None, output: Any) -> float:
        """What the module multiplies cos and sin by; `output` is what it returned, None if it was not called."""
        scaling = self._of_layer_type("attention_scaling", layer_type)
        if scaling is not None:
            return float(scaling)
        if output is None:
            return 1.0
        # Some older modules keep the factor to themselves; slow dimensions at small positions show it: cos 0 = 1.
        cos, _ = cos_and_sin(output, self.path)
        return float(cos.max(initial=0.0))

    def _of_layer_type(self, name: str, layer_type: str | None) -> Any:
        return getattr(self.module, f"{layer_type}_{name}", getattr(self.module, name, None))


def find_rotary_modules(model: Any) -> list[RotaryModule]:
    """All modules of `model` that turn position ids into cos and sin by inverse frequencies of one position."""
    return [
        RotaryModule(path, module, inspect.signature(module.forward))
        for path, module in model.named_modules()
        if layer_types(module)
        and "position_ids" in inspect.signature(module.forward).parameters
        # Axial RoPEs belong to image patches; a recording is about the tokens of the language model.
        and getattr(module, "rope_type", None) != "axial"
    ]


def layer_types(module: Any) -> list[str | None]:
    """The layer types that a rotary module serves; [None] where it has one set of frequencies, [] for none."""
    # `original_inv_freq` and `<layer_type>_original_inv_freq` are spare copies that forward does not read.
    names = [
        name[: -len("inv_freq")].rstrip("_")
        for name, buffer in module.named_buffers(recurse=False)
        if name.endswith("inv_freq") and not name.endswith("original_inv_freq") and len(buffer.shape) == 1
    ]
    return [name or None for name in names]


def batch_positions(position_ids: Any, hidden: Any, axes: int) -> np.ndarray:
    """The position ids of one call as int64 [A, B, N].

    `position_ids` is [N], [B, N] or [A, B, N]. A model without padding passes [1, N] for the whole batch: B then comes
    from `hidden` [B, ..., ...], so that every token gets its row. `axes` is A where the model is known to have several
    axes, else 1: text passes through M-RoPE with one position for all axes.
    """
    hidden_shape = tuple(getattr(hidden, "shape", ()))
    return as_batch(position_ids.detach().cpu().numpy(), axes, hidden_shape[0] if len(hidden_shape) >= 3 else 1)


def as_batch(positions: np.ndarray, axes: int, batch: int = 1) -> np.ndarray:
    """Positions [N], [B, N] or [A, B, N] as int64 [A, B, N]; one axis or one row stands for `axes` or `batch`."""
    if positions.dtype.kind not in "iu":
        raise RecordingError(f"The position ids are {positions.dtype}, not integers: a recording cannot hold them.")
    if not 1 <= positions.ndim <= 3:
        raise RecordingError(
            f"Position ids of shape {positions.shape} are not understood: [batch, tokens] was expected."
        )
    positions = positions.astype(np.int64).reshape((1,) * (3 - positions.ndim) + positions.shape)
    batch = batch if positions.shape[1] == 1 else positions.shape[1]
    axes = axes if positions.shape[0] == 1 else positions.shape[0]
    return np.broadcast_to(positions, (axes, batch, positions.shape[2]))


def cos_and_sin(output: Any, path: str) -> tuple[np.ndarray, np.ndarray]:
    """What a rotary module returned, as two float32 arrays [..., N, W]."""
    if not (isinstance(output, (tuple, list)) and len(output) == 2):
        raise RecordingError(
            f"{path} returned a {type(output).__name__}, not the pair (cos, sin): this kind of RoPE cannot be recorded."
        )
    cos, sin = (tensor.detach().cpu().float().numpy() for tensor in output)
    return cos, sin


def applied_angles(cos: np.ndarray, sin: np.ndarray, dimensions: int) -> np.ndarray:
    """The angles float32 [..., D] in [0, 2*pi) behind cos and sin [..., W]. A factor common to both does not matter."""
    columns = _one_component_per_dimension(cos, sin, dimensions)
    angles = np.arctan2(sin[..., columns].astype(np.float64), cos[..., columns].astype(np.float64))
    angles[angles < 0.0] += TURN
    return float32_angles(angles)


def float32_angles(angles: np.ndarray) -> np.ndarray:
    """Angles float64 in [0, 2*pi) as float32 in [0, 2*pi)."""
    rounded = angles.astype(np.float32)
    # Just below a full turn float32 rounds up to 6.2831855, which is more than 2*pi.
    rounded[rounded.astype(np.float64) >= TURN] = 0.0
    return rounded


def _one_component_per_dimension(cos: np.ndarray, sin: np.ndarray, dimensions: int) -> slice:
    """Selects one of the two components of each pair, whichever way the model lays the pairs out."""
    width = cos.shape[-1]
    if width == dimensions:
        return slice(None)
    if width != 2 * dimensions:
        raise RecordingError(
            f"cos has {width} components for {dimensions} inverse frequencies: {2 * dimensions} were expected."
        )
    half_split = (slice(None, dimensions), slice(dimensions, None))  # cat(freqs, freqs)
    interleaved = (slice(0, None, 2), slice(1, None, 2))  # repeat_interleave(freqs, 2)

    def mismatch(layout: tuple[slice, slice]) -> float:
        first, second = layout
        return max(float(np.max(np.abs(part[..., first] - part[..., second]), initial=0.0)) for part in (cos, sin))

    best = min(half_split, interleaved, key=mismatch)
    if not mismatch(best) <= LAYOUT_TOLERANCE:
        raise RecordingError(
            "The two components of a rotary pair have different angles, half-split as well as interleaved."
        )
    return best[0]


def axis_layouts(section: Sequence[int], dimensions: int) -> dict[str, np.ndarray]:
    """The ways in which M-RoPE models give each dimension its position axis, by name: int32 [D] each.

    `section` is the model's mrope_section, the number of dimensions of each axis. Qwen2-VL [16, 24, 24] cuts the
    dimensions into consecutive "blocks"; Qwen3-VL [24, 20, 20] deals them out in turn, "interleaved", as long as an
    axis has some left.
    """
    if sum(section) != dimensions:
        raise RecordingError(
            f"mrope_section {list(section)} does not add up to the {dimensions} dimensions of the RoPE."
        )
    axes = len(section)
    interleaved = np.zeros(dimensions, dtype=np.int32)
    for axis in range(1, axes):
        interleaved[axis : section[axis] * axes : axes] = axis
    return {"blocks": np.repeat(np.arange(axes, dtype=np.int32), section), "interleaved": interleaved}


def explains(axis: np.ndarray, positions: np.ndarray, inv_freq: np.ndarray, angles: np.ndarray) -> bool:
    """Whether angles [n, D] are positions [n, A] times inv_freq [D], each dimension by its position axis [D]."""
    expected = positions[:, axis] * inv_freq
    # The model multiplies in float32 and may round cos and sin to bfloat16.
    tolerance = 0.02 + 1e-6 * float(np.max(np.abs(expected), initial=0.0))
    return bool(np.all(np.abs((angles - expected + np.pi) % TURN - np.pi) <= tolerance))


def row_blocks(rows: int, block: int) -> Iterator[slice]:
    """Cuts `rows` rows into slices of at most `block` rows."""
    return (slice(start, min(start + block, rows)) for start in range(0, rows, block))
