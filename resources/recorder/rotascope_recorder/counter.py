# SPDX-License-Identifier: GPL-3.0-or-later
"""The file's side of a recording that only counts: memory and file have the same size however long the run is."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np

from . import distributed
from .counts import AngleCounts, DistanceCounts, PositionCounts
from .errors import NotWritten
from .files import resolved_target
from .ropes import Rope
from .sequences import Tokens
from .totals import RopeEntry, Totals, write_totals


class CountWriter:
    """Counts positions, distances and angles. `finish` writes the file; `ranks` adds up those of all processes first."""

    counts_only = True
    with_angles = True

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        model_id: str,
        created: str | None,
        ranks: distributed.Ranks | None = None,
    ):
        self.tokens = 0
        self._target = resolved_target(path)
        if not os.access(self._target.parent, os.W_OK):
            raise NotWritten(f"Cannot write {self._target}: its folder does not exist or cannot be written to.")
        self._about = {"model_id": model_id, "created": created}
        self._ranks = ranks
        self._positions: PositionCounts | None = None
        self._distances = DistanceCounts()
        self._angles: dict[str, AngleCounts] = {}

    @property
    def may_be_empty(self) -> bool:
        """Whether other processes may have recorded something if this one has not."""
        return self._ranks is not None

    def add_rope(self, rope: Rope) -> None:
        self._angles[rope.name] = AngleCounts(len(rope.inv_freq))

    def add_tokens(self, tokens: Tokens) -> None:
        if len(tokens) == 0:
            return
        axes = tokens.positions.shape[1]
        self._positions = self._positions or PositionCounts(axes)
        self._positions.add(tokens.positions)
        self.tokens += len(tokens)
        if axes == 1:
            self._distances.add_parts(tokens.runs(), tokens.lanes, tokens.continues, tokens.batch)

    def add_angles(self, rope: Rope, angles: np.ndarray, repeats: np.ndarray | None = None) -> None:
        """Counts angles float32 [n, D] in [0, 2*pi); repeats int64 [n]: how many tokens have each row."""
        self._angles[rope.name].add(angles, repeats)

    def save_copy(self, path: Path, ropes: Sequence[tuple[Rope, RopeEntry]]) -> None:
        """Writes what there is so far, as a whole recording, to `path`."""
        write_totals(path, self._totals(ropes), **self._about)

    def finish(self, ropes: Sequence[tuple[Rope, RopeEntry]]) -> None:
        """Puts the whole recording in place of the target."""
        totals = self._totals(ropes)
        whole = self._ranks.sum(totals) if self._ranks else totals
        if whole:
            write_totals(self._target, whole, **self._about)

    def give_up(self, reason: str) -> None:
        """Lets the other processes, which wait for the counts of this one, fail as well."""
        if self._ranks:
            with suppress(NotWritten):
                self._ranks.sum(self._totals([]), failure=reason)

    def discard(self) -> None:
        """There is nothing to remove: the file is written at once."""

    def _totals(self, ropes: Sequence[tuple[Rope, RopeEntry]]) -> Totals:
        positions = self._positions.counts() if self._positions else np.zeros((1, 1), dtype=np.int64)
        one_axis = len(positions) == 1
        for rope, entry in ropes:
            entry.angle_counts = self._angles[rope.name].counts()
        return Totals(
            tokens=self.tokens,
            position_counts=positions,
            distance_counts=self._distances.counts(positions.shape[1]) if one_axis else None,
            ropes=[entry for _, entry in ropes],
        )
