# SPDX-License-Identifier: GPL-3.0-or-later
"""Which tokens of a call are recorded, and where sequences begin among them.

Shapes: A position axes, B rows of a batch ("lanes") with N tokens each; n tokens that are recorded, in s parts: a part
is as much of one sequence as one call holds.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .counts import Run


@dataclass(frozen=True)
class Tokens:
    """The tokens of one call that are recorded, in its order."""

    rows: np.ndarray  # int64 [n]: which of the B * N tokens
    positions: np.ndarray  # int64 [n, A]
    begins: np.ndarray  # int64 [s]: where each part begins among the n
    lanes: np.ndarray  # int64 [s]: the row of the batch that it is from
    continues: np.ndarray  # bool [s]: it goes on with the sequence that this row had at the end of the last call
    batch: int  # B

    def __len__(self) -> int:
        return len(self.rows)

    def runs(self) -> list[list[Run]]:
        """The parts as runs of positions that follow each other; for one position axis."""
        positions = self.positions[:, 0]
        cut = np.diff(positions, prepend=-1) != 1
        cut[self.begins] = True
        starts = np.flatnonzero(cut)
        pairs = list(zip(positions[starts].tolist(), np.diff(starts, append=len(positions)).tolist()))
        ends = np.searchsorted(starts, np.append(self.begins, len(positions))).tolist()
        return [pairs[first:last] for first, last in zip(ends, ends[1:])]


class SequenceTracker:
    """Tells sequences apart, follows them from call to call, and draws those that are recorded.

    A sequence ends with its row, where the position goes back, and where the model was told so. The first one of a row
    continues the last one of the same row, if the last call had as many rows and its position is the next one.
    share: the part of the sequences that is recorded, each of them whole. seed: of the draw.
    """

    def __init__(self, share: float = 1.0, seed: int | tuple[int, ...] = 0):
        self.drawn_from = 0  # how many sequences there were, recorded or not
        self._share = share
        self._random = np.random.default_rng(seed)
        self._ends = np.empty((0, 0), dtype=np.int64)  # [B, A]: the last position of each row, -2 where there is none
        self._kept = np.empty(0, dtype=bool)  # [B]: whether the last sequence of each row is recorded

    def split(self, positions: np.ndarray, documents: np.ndarray | None = None) -> Tokens:
        """The tokens of a call: positions int64 [A, B, N]; documents int64 [B, N], where the model was told them:
        0 is padding, which is not recorded, and a change begins a sequence."""
        axes, batch, length = positions.shape
        rows = np.arange(batch * length) if documents is None else np.flatnonzero(documents)
        flat = positions.reshape(axes, -1).T[rows]
        lane = rows // max(length, 1)
        cut = np.ones(len(rows), dtype=bool)
        cut[1:] = (lane[1:] != lane[:-1]) | (flat[1:, 0] < flat[:-1, 0])
        if documents is not None:
            numbers = documents.reshape(-1)[rows]
            cut[1:] |= numbers[1:] != numbers[:-1]
        begins = np.flatnonzero(cut)
        lanes = lane[begins]
        continues = self._continues(flat, begins, lanes, batch)
        kept = self._draw(lanes, continues)
        self._remember(flat, lane, lanes, kept, batch)
        tokens = Tokens(rows, flat, begins, lanes, continues, batch)
        return tokens if kept.all() else _chosen(tokens, kept)

    def _continues(self, flat: np.ndarray, begins: np.ndarray, lanes: np.ndarray, batch: int) -> np.ndarray:
        if self._ends.shape != (batch, flat.shape[1]):
            return np.zeros(len(begins), dtype=bool)
        first_of_lane = np.diff(lanes, prepend=-1) != 0
        return first_of_lane & np.all(flat[begins] == self._ends[lanes] + 1, axis=1)

    def _draw(self, lanes: np.ndarray, continues: np.ndarray) -> np.ndarray:
        new = np.flatnonzero(~continues)
        self.drawn_from += len(new)
        kept = np.ones(len(lanes), dtype=bool)
        kept[new] = self._random.random(len(new)) < self._share
        kept[continues] = self._kept[lanes[continues]]
        return kept

    def _remember(self, flat: np.ndarray, lane: np.ndarray, lanes: np.ndarray, kept: np.ndarray, batch: int) -> None:
        if self._ends.shape != (batch, flat.shape[1]):
            self._ends = np.full((batch, flat.shape[1]), -2, dtype=np.int64)
            self._kept = np.zeros(batch, dtype=bool)
        last_token = np.flatnonzero(np.diff(lane, append=-1) != 0)
        last_part = np.flatnonzero(np.diff(lanes, append=-1) != 0)
        self._ends[lane[last_token]] = flat[last_token]
        self._kept[lanes[last_part]] = kept[last_part]


def _chosen(tokens: Tokens, kept: np.ndarray) -> Tokens:
    """Those tokens whose part is kept, bool [s]."""
    lengths = np.diff(tokens.begins, append=len(tokens))
    chosen = np.repeat(kept, lengths)
    begins = (np.cumsum(lengths[kept]) - lengths[kept]).astype(np.int64)
    return Tokens(
        tokens.rows[chosen],
        tokens.positions[chosen],
        begins,
        tokens.lanes[kept],
        tokens.continues[kept],
        tokens.batch,
    )
