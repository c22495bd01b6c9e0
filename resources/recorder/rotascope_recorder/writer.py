# SPDX-License-Identifier: GPL-3.0-or-later
"""The file's side: a Rotascope recording, format version 1, written as a stream of rows."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import h5py
import numpy as np

from .errors import RecordingError
from .version import __version__

FORMAT = "rotascope-recording"
VERSION = 1
PRODUCER = f"rotascope_recorder {__version__}"

# Chunk shapes that read fast both as slabs of rows and as single columns.
ANGLE_CHUNK_ROWS, ANGLE_CHUNK_COLUMNS = 16384, 16
POSITION_CHUNK_ROWS = 65536
OFFSET_CHUNK_ROWS = 4096


class RowStream:
    """Appends rows to a dataset, a whole chunk at a time, so that no chunk is compressed twice.

    Holds at most `chunk_rows` rows in memory. `row_shape` is () for a dataset [N], (D,) for [N, D].
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
                self.flush()

    def flush(self) -> None:
        """Hands the rows in memory to the file. Called by append; by others only at the end."""
        if self._pending:
            self._dataset.resize(self.count, axis=0)
            self._dataset[self.count - self._pending :] = self._buffer[: self._pending]
            self._pending = 0


class RecordingWriter:
    """Writes one recording beside its target and puts it in place when the `with` block ends without an exception."""

    def __init__(self, path: str | os.PathLike[str], *, model_id: str, created: str | None = None):
        self._target = Path(os.path.realpath(path))
        # In the same folder, so that putting it in place is one atomic step.
        self._temporary = self._target.with_name(f".{self._target.name}.{secrets.token_hex(4)}.part")
        self._model_id = model_id
        self._created = created or datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        self._positions: RowStream | None = None
        self._angles: dict[str, RowStream] = {}

    def __enter__(self) -> RecordingWriter:
        if self._target.is_dir():
            raise RecordingError(f"Cannot write {self._target}: it is a folder.")
        try:
            self._file = h5py.File(self._temporary, "x")
        except OSError as error:
            raise RecordingError(f"Cannot write {self._target}: {error}") from error
        attributes = {
            "format": FORMAT,
            "version": np.int64(VERSION),
            "producer": PRODUCER,
            "model_id": self._model_id,
            "created": self._created,
        }
        self._file.attrs.update(attributes)
        self._ropes = self._file.create_group("ropes")
        self._offsets = RowStream(self._file, "sequence_offsets", np.int64, (), OFFSET_CHUNK_ROWS)
        return self

    def __exit__(self, exception_type: type | None, exception: object, traceback: object) -> None:
        try:
            if exception_type is None:
                self._finish()
                self._file.close()
                os.replace(self._temporary, self._target)
        except OSError as error:
            raise RecordingError(f"Cannot write {self._target}: {error}") from error
        finally:
            self._discard()

    @property
    def rows(self) -> int:
        """Rows of positions so far."""
        return self._positions.count if self._positions else 0

    def begin_sequence(self) -> None:
        """The next row of positions is the first of a sequence."""
        self._offsets.append(np.array([self.rows]))

    def append_positions(self, rows: np.ndarray) -> None:
        """Appends positions int64 [n, A]; A is the same for the whole recording."""
        axes = rows.shape[1]
        if self._positions is None:
            self._positions = RowStream(
                self._file, "positions", np.int64, (axes,) if axes > 1 else (), POSITION_CHUNK_ROWS
            )
        self._positions.append(rows if axes > 1 else rows[:, 0])

    def add_rope(self, name: str, inv_freq: np.ndarray, attributes: Mapping[str, Any], *, with_angles: bool) -> None:
        """Adds the group /ropes/<name>; inv_freq is float64 [D] in rad per position."""
        group = self._ropes.create_group(name)
        group.create_dataset("inv_freq", data=inv_freq, dtype=np.float64)
        group.attrs.update(attributes)
        if with_angles:
            self._angles[name] = RowStream(group, "angles", np.float32, (len(inv_freq),), ANGLE_CHUNK_ROWS)

    def append_angles(self, name: str, rows: np.ndarray) -> None:
        """Appends angles float32 [n, D] in [0, 2*pi) to a RoPE."""
        self._angles[name].append(rows)

    def complete_rope(self, name: str, final_name: str, *, axis: np.ndarray | None, layers: list[int]) -> None:
        """Adds what is known only at the end: the name, the position axis int32 [D], the layers (empty: unknown)."""
        group = self._ropes[name]
        if axis is not None:
            group.create_dataset("axis", data=axis, dtype=np.int32)
        if layers:
            group.attrs["layers"] = np.array(layers, dtype=np.int32)
        if final_name != name:
            self._ropes.move(name, final_name)

    def _finish(self) -> None:
        self._offsets.append(np.array([self.rows]))
        for stream in (self._positions, self._offsets, *self._angles.values()):
            if stream:
                stream.flush()

    def _discard(self) -> None:
        """Closes and removes the temporary file, where it is still there."""
        try:
            self._file.close()
        finally:
            self._temporary.unlink(missing_ok=True)
