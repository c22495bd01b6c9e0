# SPDX-License-Identifier: GPL-3.0-or-later
"""A recording that only counts, as a value, and the file that it makes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import h5py
import numpy as np

from .errors import RecordingError
from .files import describe, replacing

CHUNK_BYTES = 2**20


@dataclass
class RopeEntry:
    """One group of /ropes, but for angles that are recorded one by one."""

    name: str
    inv_freq: np.ndarray  # float64 [D], rad per position
    attributes: Mapping[str, Any]
    layers: list[int] = field(default_factory=list)  # that use it; empty where they are not known
    axis: np.ndarray | None = None  # int32 [D]: the position axis of each dimension
    angle_counts: np.ndarray | None = None  # int64 [D, 25200]
    usage: np.ndarray | None = None  # float64 [layers, heads, D]


@dataclass
class Totals:
    """What was counted in a run; all of it of the same tokens."""

    tokens: int
    position_counts: np.ndarray  # int64 [A, P]
    distance_counts: np.ndarray | None  # int64 [P]; None where there are several position axes
    ropes: list[RopeEntry] = field(default_factory=list)

    def sums(self) -> Iterator[tuple[Any, str]]:
        """Where the arrays are that add up over runs: object and attribute, in a fixed order; absent ones left out."""
        owners = [(self, ("position_counts", "distance_counts"))]
        owners += [(rope, ("angle_counts", "usage")) for rope in self.ropes]
        return ((owner, name) for owner, names in owners for name in names if getattr(owner, name) is not None)


def write_totals(path: str | os.PathLike[str], totals: Totals, *, model_id: str, created: str | None = None) -> None:
    """Writes a whole recording, format version 2, in place of what is at `path`. Raises RecordingError."""
    with replacing(path) as temporary, h5py.File(temporary, "x") as file:
        describe(file, version=2, model_id=model_id, created=created)
        _add_counts(file, "position_counts", totals.position_counts, totals.tokens)
        if totals.distance_counts is not None:
            _add_counts(file, "distance_counts", totals.distance_counts, totals.tokens)
        for rope in totals.ropes:
            group = file.create_group(f"ropes/{rope.name}")
            group.create_dataset("inv_freq", data=rope.inv_freq, dtype=np.float64)
            group.attrs.update(rope.attributes)
            complete_rope(group, rope, totals.tokens)


def complete_rope(group: h5py.Group, rope: RopeEntry, tokens: int) -> None:
    """Adds to the group of a RoPE what is known only at the end of a run."""
    if rope.axis is not None:
        group.create_dataset("axis", data=rope.axis, dtype=np.int32)
    if rope.layers:
        group.attrs["layers"] = np.array(rope.layers, dtype=np.int32)
    if rope.angle_counts is not None:
        _add_counts(group, "angle_counts", rope.angle_counts, tokens)
    if rope.usage is not None:
        group.create_dataset("usage", data=rope.usage, dtype=np.float64).attrs["tokens"] = np.int64(tokens)


def read_ropes(path: str | os.PathLike[str]) -> tuple[list[RopeEntry], str]:
    """The RoPEs of a recording, without what was recorded, and its model_id. Raises RecordingError."""
    try:
        with h5py.File(path, "r") as file:
            ropes = [RopeEntry(name, group["inv_freq"][:], dict(group.attrs)) for name, group in file["ropes"].items()]
            return ropes, str(file.attrs.get("model_id", Path(path).stem))
    except (OSError, KeyError) as error:
        raise RecordingError(f"{path} cannot be read as a recording: {error}") from error


def _add_counts(group: h5py.Group, name: str, counts: np.ndarray, tokens: int) -> None:
    """Adds counts int64 [n] or [m, n], in chunks of whole rows where they are short."""
    columns = counts.shape[-1]
    per_chunk = min(columns, CHUNK_BYTES // counts.itemsize)
    rows = max(1, CHUNK_BYTES // (counts.itemsize * columns))
    chunks = (*(min(rows, length) for length in counts.shape[:-1]), per_chunk)
    dataset = group.create_dataset(
        name, data=counts, dtype=np.int64, chunks=chunks, shuffle=True, compression="gzip", compression_opts=1
    )
    dataset.attrs["tokens"] = np.int64(tokens)
