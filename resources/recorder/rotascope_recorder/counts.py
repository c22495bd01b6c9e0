# SPDX-License-Identifier: GPL-3.0-or-later
"""What counts of a run: how often positions, distances and angles occurred. The size does not grow with the run.

All counts are int64 and add up: those of two runs are the sums. Positions are below 2**24.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence

import numpy as np

from .errors import RecordingError

ANGLE_INTERVALS = 25200
POSITION_LIMIT = 2**24
PAIR_LIMIT = 2.0**62

# Angles wait until there are about this many: a count costs a pass over all intervals, however few angles there are.
ANGLES_AT_ONCE = 2**20

Run = tuple[int, int]  # first position, and how many follow each other from there


def grown(counts: np.ndarray, size: int) -> np.ndarray:
    """`counts` [..., n], with zeros at the end of the last axis to make it at least `size`."""
    missing = size - counts.shape[-1]
    if missing <= 0:
        return counts
    # At least twice as many, so that a sequence that grows token by token is not copied for each.
    return np.pad(counts, [(0, 0)] * (counts.ndim - 1) + [(0, max(missing, counts.shape[-1]))])


def check_positions(lowest: int, highest: int) -> None:
    """Raises RecordingError where the format cannot hold the positions."""
    if lowest < 0 or highest >= POSITION_LIMIT:
        raise RecordingError(f"Positions go from {lowest} to {highest}: a recording holds those from 0 to 2**24 - 1.")


class PositionCounts:
    """How often each position occurred, on each of the position axes."""

    def __init__(self, axes: int = 1):
        self._counts = np.zeros((axes, 1), dtype=np.int64)
        self._size = 0

    def add(self, positions: np.ndarray) -> None:
        """Adds tokens: int64 [n, A]."""
        check_positions(int(positions.min()), int(positions.max()))
        self._reserve(int(positions.max()) + 1)
        for counts, column in zip(self._counts, positions.T):
            values, occurrences = np.unique(column, return_counts=True)
            counts[values] += occurrences

    def add_lengths(self, lengths: np.ndarray) -> None:
        """Adds whole sequences 0, 1, … n-1 on one axis by their lengths, int64 [s], none of them 0."""
        check_positions(0, int(lengths.max()) - 1)
        self._reserve(int(lengths.max()))
        sequences_of_length = np.bincount(lengths)[1:]
        longer = np.cumsum(sequences_of_length[::-1])[::-1]  # entry p: how many are longer than p
        self._counts[0, : len(longer)] += longer

    def counts(self) -> np.ndarray:
        """int64 [A, P]: P is the highest position and 1."""
        return self._counts[:, : self._size].copy()

    def _reserve(self, size: int) -> None:
        self._counts = grown(self._counts, size)
        self._size = max(self._size, size)


class DistanceCounts:
    """How many pairs of a query and a key attention sees at each distance; one position axis.

    A sequence is kept as runs of positions that follow each other. Two runs of m and n positions have a trapezoid of
    distances, a run with itself a triangle, so that each changes the second difference of the counts in four places
    at most. That is what is stored: adding a sequence costs the same however long it is.
    """

    def __init__(self) -> None:
        self._bends = np.zeros(2, dtype=np.int64)  # second differences of the counts
        self._open: list[list[Run]] = []  # for each row of the batch the sequence that later calls may continue

    def add_lengths(self, lengths: np.ndarray) -> None:
        """Adds sequences without gaps by their lengths, int64 [s]: one of n tokens has n - d pairs at distance d."""
        if len(lengths) == 0:
            return
        self._bends = grown(self._bends, int(lengths.max()) + 2)
        self._bends[0] += lengths.sum()
        self._bends[1] -= (lengths + 1).sum()
        np.add.at(self._bends, lengths + 1, 1)

    def add_sequences(self, sequences: Sequence[Sequence[Run]]) -> None:
        """Adds sequences as their runs; a run begins at or after the last position of the one before."""
        self.add_lengths(np.array([length for runs in sequences for _, length in runs], dtype=np.int64))
        for runs in sequences:
            if len(runs) > 1:
                self._add_gaps(*np.array(runs, dtype=np.int64).T)

    def add_parts(self, parts: Sequence[list[Run]], lanes: np.ndarray, continues: np.ndarray, batch: int) -> None:
        """Adds the sequences of a call, in parts: the runs of each [s], its row of the batch [s], and whether it goes
        on with the sequence that this row had open [s]. The last part of each row stays open."""
        if batch != len(self._open):
            self.close()
            self._open = [[] for _ in range(batch)]
        ended = []
        for part, lane, goes_on in zip(parts, lanes.tolist(), continues.tolist()):
            if goes_on:
                self._open[lane] = joined(self._open[lane], part)
            else:
                ended.append(self._open[lane])
                self._open[lane] = part
        self.add_sequences(ended)

    def close(self) -> None:
        """Ends the open sequences."""
        self.add_sequences(self._open)
        self._open = []

    def _add_gaps(self, first: np.ndarray, length: np.ndarray) -> None:
        """Adds the pairs of tokens of different runs of one sequence: first position and length of each, int64 [r]."""
        for query in range(1, len(first)):
            keys = length[:query]
            nearest = first[query] - (first[:query] + keys - 1)
            corners = (nearest, nearest + length[query], nearest + keys, nearest + length[query] + keys)
            self._bends = grown(self._bends, int(corners[-1].max()) + 1)
            for places, bend in zip(corners, (1, -1, -1, 1)):
                np.add.at(self._bends, places, bend)

    def counts(self, size: int) -> np.ndarray:
        """int64 [size], open sequences as far as they are; `size` is at least the highest position and 1."""
        whole = copy.deepcopy(self)
        whole.close()
        counts = np.cumsum(np.cumsum(grown(whole._bends, size)))[:size]
        if counts.astype(np.float64).sum() > PAIR_LIMIT:
            raise RecordingError("There are more than 2**62 pairs of tokens: record in several files.")
        return counts


def joined(runs: list[Run], more: list[Run]) -> list[Run]:
    """The runs of a sequence and of its continuation, as those of one sequence."""
    if not runs or not more or sum(runs[-1]) != more[0][0]:
        return runs + more
    return [*runs[:-1], (runs[-1][0], runs[-1][1] + more[0][1]), *more[1:]]


class AngleCounts:
    """How often each of 25,200 intervals of the turn occurred, in each dimension of a RoPE."""

    def __init__(self, dimensions: int):
        self.tokens = 0
        self._counts = np.zeros((dimensions, ANGLE_INTERVALS), dtype=np.int64)
        rows = max(1, ANGLES_AT_ONCE // dimensions)
        self._angles = np.empty((rows, dimensions), dtype=np.float32)
        self._repeats = np.ones(rows, dtype=np.int64)
        self._pending = 0

    def add(self, angles: np.ndarray, repeats: np.ndarray | None = None) -> None:
        """Adds angles float32 [n, D] in [0, 2*pi); repeats int64 [n]: how many tokens have each row."""
        while len(angles):
            taken = min(len(angles), len(self._angles) - self._pending)
            place = slice(self._pending, self._pending + taken)
            self._angles[place] = angles[:taken]
            self._repeats[place] = 1 if repeats is None else repeats[:taken]
            self._pending += taken
            self.tokens += int(self._repeats[place].sum())
            angles, repeats = angles[taken:], None if repeats is None else repeats[taken:]
            if self._pending == len(self._angles):
                self._count()

    def counts(self) -> np.ndarray:
        """int64 [D, 25200]."""
        self._count()
        return self._counts.copy()

    def _count(self) -> None:
        dimensions = len(self._counts)
        intervals = angle_intervals(self._angles[: self._pending]) + ANGLE_INTERVALS * np.arange(dimensions)
        # Weights are doubles: the sums of a block are far below 2**53, and so exact.
        repeats = self._repeats[: self._pending]
        weights = None if np.all(repeats == 1) else np.repeat(repeats, dimensions)
        counted = np.bincount(intervals.ravel(), weights, minlength=self._counts.size)
        self._counts += counted.astype(np.int64).reshape(self._counts.shape)
        self._pending = 0


def angle_intervals(angles: np.ndarray) -> np.ndarray:
    """The interval, 0 to 25199, of each angle (float32 in [0, 2*pi], rad): int64 of the same shape."""
    intervals = (angles.astype(np.float64) * (ANGLE_INTERVALS / (2.0 * np.pi))).astype(np.int64)
    intervals[intervals == ANGLE_INTERVALS] = 0
    return intervals
