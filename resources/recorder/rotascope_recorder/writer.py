# SPDX-License-Identifier: GPL-3.0-or-later
"""The file's side of a recording of values: written as a stream of rows, format version 1, or 2 with usage."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import h5py
import numpy as np

from .files import beside, describe, replacing, resolved_target, writing
from .ropes import Rope
from .sequences import Tokens
from .totals import RopeEntry, complete_rope

# Chunk shapes that read fast both as slabs of rows and as single columns.
ANGLE_CHUNK_ROWS, ANGLE_CHUNK_COLUMNS = 16384, 16
POSITION_CHUNK_ROWS = 65536
OFFSET_CHUNK_ROWS = 4096


class RowStream:
    """Appends rows to a dataset, a whole chunk at a time, so that no chunk is compressed twice.

    Holds less than `chunk_rows` rows in memory. `row_shape` is () for a dataset [N], (D,) for [N, D].
    """

    def __init__(self, group: h5py.Group, name: str, dtype: type, row_shape: tuple[int, ...], chunk_rows: int):
        self.count = 0
        self._buffer: np.ndarray = np.empty((chunk_rows, *row_shape), dtype=dtype)
        self._pending = 0
        self._dataset = group.create_dataset(
            name,
            shape=(0, *row_shape),
            maxshape=(None, *row_shape),
            dtype=dtype,
            chunks=(chunk_rows, *(min(columns, ANGLE_CHUNK_COLUMNS) for columns in row_shape)),
            shuffle=True,
            compression="gzip",
            compression_opts=1,
        )

    def append(self, rows: np.ndarray) -> None:
        """Appends rows [n, *row_shape]."""
        while len(rows):
            taken = min(len(rows), len(self._buffer) - self._pending)
            self._buffer[self._pending : self._pending + taken] = rows[:taken]
            self._pending += taken
            self.count += taken
            rows = rows[taken:]
            if self._pending == len(self._buffer):
                self._write_pending(self._dataset)
                self._pending = 0

    def complete(self, file: h5py.File) -> None:
        """Writes the rows in memory to the same dataset of `file`: the stream's own, or a copy of it."""
        if self._pending:
            self._write_pending(file[self._dataset.name])

    def _write_pending(self, dataset: h5py.Dataset) -> None:
        dataset.resize(self.count, axis=0)
        dataset[self.count - self._pending :] = self._buffer[: self._pending]


class ValueWriter:
    """Writes positions and, on request, angles beside the target. `finish` puts the file in place."""

    counts_only = False
    may_be_empty = False

    def __init__(self, path: str | os.PathLike[str], *, with_angles: bool, model_id: str, created: str | None):
        self._target = resolved_target(path)
        self._temporary = beside(self._target)
        self.with_angles = with_angles
        self._positions: RowStream | None = None
        self._angles: dict[str, RowStream] = {}
        with writing(self._target):
            self._file = h5py.File(self._temporary, "x")
        describe(self._file, version=1, model_id=model_id, created=created)
        self._ropes = self._file.create_group("ropes")
        self._offsets = RowStream(self._file, "sequence_offsets", np.int64, (), OFFSET_CHUNK_ROWS)

    @property
    def tokens(self) -> int:
        """Rows of positions so far."""
        return self._positions.count if self._positions else 0

    def add_rope(self, rope: Rope) -> None:
        group = self._ropes.create_group(rope.name)
        group.create_dataset("inv_freq", data=rope.inv_freq, dtype=np.float64)
        group.attrs.update(rope.attributes)
        if self.with_angles:
            columns = (len(rope.inv_freq),)
            self._angles[rope.name] = RowStream(group, "angles", np.float32, columns, ANGLE_CHUNK_ROWS)

    def add_tokens(self, tokens: Tokens) -> None:
        # Rows are appended and never moved: of several rows of a batch, none can go on.
        begins = tokens.begins[~tokens.continues] if tokens.batch == 1 else tokens.begins
        self._offsets.append(self.tokens + begins)
        axes = tokens.positions.shape[1]
        if self._positions is None:
            row_shape = (axes,) if axes > 1 else ()
            self._positions = RowStream(self._file, "positions", np.int64, row_shape, POSITION_CHUNK_ROWS)
        self._positions.append(tokens.positions if axes > 1 else tokens.positions[:, 0])

    def add_angles(self, rope: Rope, angles: np.ndarray, repeats: np.ndarray | None = None) -> None:
        """Appends angles float32 [n, D] in [0, 2*pi), a row for each token; `repeats` is for counts."""
        if self.with_angles:
            self._angles[rope.name].append(angles)

    def save_copy(self, path: Path, ropes: Sequence[tuple[Rope, RopeEntry]]) -> None:
        """Writes what there is so far, as a whole recording, to `path`."""
        with replacing(path) as temporary:
            self._file.flush()
            shutil.copyfile(self._temporary, temporary)
            with h5py.File(temporary, "r+") as file:
                self._complete(file, ropes)

    def finish(self, ropes: Sequence[tuple[Rope, RopeEntry]]) -> None:
        """Puts the whole recording in place of the target."""
        with writing(self._target):
            self._complete(self._file, ropes)
            self._file.close()
            os.replace(self._temporary, self._target)

    def give_up(self, reason: str) -> None:
        """Nothing depends on this file."""

    def discard(self) -> None:
        """Closes and removes the file that was not finished."""
        try:
            self._file.close()
        finally:
            self._temporary.unlink(missing_ok=True)

    def _complete(self, file: h5py.File, ropes: Sequence[tuple[Rope, RopeEntry]]) -> None:
        for stream in (self._positions, self._offsets, *self._angles.values()):
            if stream:
                stream.complete(file)
        offsets = file["sequence_offsets"]
        offsets.resize(self._offsets.count + 1, axis=0)
        offsets[-1] = self.tokens
        for rope, entry in ropes:
            complete_rope(file["ropes"][rope.name], entry, self.tokens)
            if entry.usage is not None:
                file.attrs.modify("version", np.int64(2))
            if entry.name != rope.name:
                file["ropes"].move(rope.name, entry.name)
