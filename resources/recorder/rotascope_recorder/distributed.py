# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts of several processes (torch.distributed, gloo or nccl) as one recording."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np

from .errors import NotWritten, RecordingError
from .totals import RopeEntry, Totals


class Ranks:
    """The processes of a torch.distributed group; this one is `rank` of them."""

    def __init__(self, group: Any = None):
        from torch import distributed  # only here: who records in one process may have no torch at all

        if not (distributed.is_available() and distributed.is_initialized()):
            raise RecordingError("ranks=... needs torch.distributed: call init_process_group() before record().")
        self._group = group
        self.rank = distributed.get_rank(group)
        self.size = distributed.get_world_size(group)

    def sum(self, totals: Totals, failure: str | None = None) -> Totals | None:
        """What all processes counted, on rank 0; None on the others. All must call this.

        Raises NotWritten on all of them if one says a failure, or if they recorded different models.
        """
        outlines = self._gathered(_outline(totals), failure)
        seen = [outline for outline in outlines if outline.tokens]
        if not seen:
            raise NotWritten(f"Nothing was recorded in any of the {self.size} processes.")
        _check_equal(seen)
        longest = max(outline.position_counts[1] for outline in seen)
        result = dataclasses.replace(
            seen[0],
            tokens=sum(outline.tokens for outline in seen),
            ropes=[dataclasses.replace(rope) for rope in seen[0].ropes],
        )
        mine = [getattr(owner, name) for owner, name in totals.sums()] if totals.tokens else None
        for index, (owner, name) in enumerate(list(result.sums())):
            shape = getattr(owner, name)
            shape = (*shape[:-1], longest) if owner is result else shape
            padded = np.zeros(shape, dtype=np.float64 if name == "usage" else np.int64)
            if mine:
                padded[tuple(slice(length) for length in mine[index].shape)] = mine[index]
            setattr(owner, name, self._reduced(padded))
        return result if self.rank == 0 else None

    def _gathered(self, outline: Totals, failure: str | None) -> list[Totals]:
        from torch import distributed

        gathered: list[Any] = [None] * self.size
        distributed.all_gather_object(gathered, (outline, failure), group=self._group)
        for rank, (_, its_failure) in enumerate(gathered):
            if its_failure:
                raise NotWritten(f"Rank {rank} gave its recording up: {its_failure}")
        return [its_outline for its_outline, _ in gathered]

    def _reduced(self, counts: np.ndarray) -> np.ndarray:
        import torch
        from torch import distributed

        backend = str(distributed.get_backend(self._group))
        device = "cuda" if "nccl" in backend and "gloo" not in backend else "cpu"
        tensor = torch.from_numpy(counts).to(device)
        distributed.all_reduce(tensor, group=self._group)
        return tensor.cpu().numpy()


def _outline(totals: Totals) -> Totals:
    """The same with the shape of each array that adds up in place of it."""
    outline = dataclasses.replace(totals, ropes=[dataclasses.replace(rope) for rope in totals.ropes])
    for owner, name in list(outline.sums()):
        setattr(owner, name, getattr(owner, name).shape)
    return outline


def _check_equal(outlines: list[Totals]) -> None:
    for outline in outlines[1:]:
        same = len(outline.ropes) == len(outlines[0].ropes) and all(
            _same_rope(first, other) for first, other in zip(outlines[0].ropes, outline.ropes)
        )
        if not same or outline.position_counts[0] != outlines[0].position_counts[0]:
            raise NotWritten("The processes recorded models with different RoPEs: one file cannot hold both.")


def _same_rope(first: RopeEntry, other: RopeEntry) -> bool:
    scalars = all(getattr(first, name) == getattr(other, name) for name in ("name", "attributes", "layers", "usage"))
    return scalars and np.array_equal(first.inv_freq, other.inv_freq) and np.array_equal(first.axis, other.axis)
