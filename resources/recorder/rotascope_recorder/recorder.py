# SPDX-License-Identifier: GPL-3.0-or-later
"""Between model and file: watches the rotary modules and decides what becomes a row, a sequence, a RoPE."""

from __future__ import annotations

import os
import time
import warnings
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from . import configuration, inputs, rotary
from .counter import CountWriter
from .distributed import Ranks
from .errors import NotWritten, RecordingError
from .files import keep_aside, partial_path, rank_path, resolved_target
from .ropes import Rope, RopeBook, Source
from .sequences import SequenceTracker, Tokens
from .totals import RopeEntry
from .usage import UsageWatch
from .writer import ANGLE_CHUNK_ROWS, ValueWriter

# Saving what there is takes at most this part of the time.
SAVING_SHARE = 0.05


@contextmanager
def record(
    model: Any,
    path: str | os.PathLike[str],
    *,
    angles: bool | str = True,
    usage: bool = False,
    share: float = 1.0,
    seed: int = 0,
    watch: bool = True,
    ranks: str | None = None,
    group: Any = None,
    save_every: float | None = 30.0,
    model_id: str | None = None,
    created: str | None = None,
) -> Iterator[Recorder]:
    """Records every forward pass of `model` inside the `with` block to the file `path`.

    model: a Hugging Face Transformers model, or a part of one that contains its rotary modules.
    angles: True records the angles that the model applied, False only positions, from which ideal angles follow.
        "counts" counts positions, distances and angles instead of keeping them: a file of some MB for any run.
    usage: also sum up how much each layer and head uses each dimension.
    share: the part of the sequences that is recorded, drawn at random, each of them whole; seed: of the draw.
    watch: False hooks nothing: the loop tells positions by `Recorder.add_positions`.
    ranks: of a torch.distributed run. "files" makes a file for each process, run.rank3.h5 for run.h5; "sum", for
        counts, adds up those of all processes (of `group`) at the end, in one file. All must come to the end.
    save_every: seconds after which what there is so far is saved beside the file, as run.partial.h5, so that it is
        there if the process is killed. Less often where that takes long; None: never. The next run to the same file
        renames it to run.killed1.h5.
    model_id: what the recording says about the model; by default the name it was loaded under.
    created: the time stamp, ISO 8601; by default now, UTC. A fixed one makes the file reproducible.

    The file appears at the end of the block. If the block raises, an older file stays as it is, and what was saved
    last stays in run.partial.h5. Raises RecordingError where no true recording can be made; then nothing stays. Raises
    NotWritten, which is one, where the file cannot be written; then what was saved last stays.
    """
    _check_options(angles, share, ranks)
    processes = Ranks(group) if ranks else None
    own_path = rank_path(path, processes.rank) if processes else path
    partial = partial_path(resolved_target(own_path))
    keep_aside(partial)
    about = {"model_id": model_id or configuration.model_id(model), "created": created}
    writer = (
        CountWriter(path if ranks == "sum" else own_path, **about, ranks=processes if ranks == "sum" else None)
        if angles == "counts"
        else ValueWriter(own_path, **about, with_angles=bool(angles))
    )
    try:
        tracker = SequenceTracker(share, (seed, processes.rank) if processes else seed)
        recorder = Recorder(model, writer, tracker, usage=usage, saver=_Saver(partial, save_every))
        with recorder.watching() if watch else recorder.telling():
            yield recorder
        recorder.finish()
        partial.unlink(missing_ok=True)
    except RecordingError as error:
        if not isinstance(error, NotWritten):
            partial.unlink(missing_ok=True)
        raise
    finally:
        writer.discard()


def _check_options(angles: bool | str, share: float, ranks: str | None) -> None:
    if angles not in (True, False, "counts"):
        raise RecordingError(f'angles is {angles!r}: True, False or "counts" was expected.')
    if not 0.0 < share <= 1.0:
        raise RecordingError(f"share is {share}: a part of all sequences, more than 0 and at most 1, was expected.")
    if ranks not in (None, "files", "sum"):
        raise RecordingError(f'ranks is {ranks!r}: "files" or "sum" was expected.')
    if ranks == "sum" and angles != "counts":
        raise RecordingError('ranks="sum" adds up counts: it needs angles="counts".')


class _Saver:
    """Knows when it is time to save what there is so far."""

    def __init__(self, path: Path, every: float | None):
        self.path = path
        self._every = every
        self._next = time.monotonic() + (every or 0.0)

    def due(self) -> bool:
        return self._every is not None and time.monotonic() >= self._next

    @contextmanager
    def saving(self) -> Iterator[None]:
        start = time.monotonic()
        try:
            yield
        finally:
            end = time.monotonic()
            self._next = end + max(self._every or 0.0, (end - start) / SAVING_SHARE)


class Recorder:
    """Turns calls of rotary modules, or positions that it is told, into rows or counts of a recording."""

    def __init__(
        self,
        model: Any,
        writer: ValueWriter | CountWriter,
        tracker: SequenceTracker,
        *,
        usage: bool,
        saver: _Saver,
    ):
        self._writer = writer
        self._tracker = tracker
        self._saver = saver
        self._modules = rotary.find_rotary_modules(model)
        if not self._modules:
            raise RecordingError(
                f"No rotary embedding found in {type(model).__name__}: a module was expected that has an inv_freq "
                "buffer and takes position_ids (Transformers 4.38 or newer)."
            )
        self._inputs = inputs.InputWatch(model, self._modules)
        self._usage = UsageWatch(model) if usage else None
        self._ropes = RopeBook(model, self._modules)
        self._watched = True
        self._positions = np.empty((0, 0, 0), dtype=np.int64)  # of the current forward pass, [A, B, N]
        self._tokens: Tokens | None = None  # those of them that are recorded
        self._seen = 0  # tokens of all calls, recorded or not
        self._failure: Exception | None = None

    @property
    def tokens(self) -> int:
        """How many tokens were recorded so far."""
        return self._writer.tokens

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Hooks the modules; the hooks are gone afterwards, whatever happens."""
        with ExitStack() as hooks:
            hooks.enter_context(self._inputs.watching())
            if self._usage:
                hooks.enter_context(self._usage.watching())
            for module in self._modules:
                handle = module.module.register_forward_hook(self._hook(module), with_kwargs=True)
                hooks.callback(handle.remove)
            yield

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Hooks nothing: positions come by add_positions."""
        if self._usage:
            raise RecordingError("usage=True needs the model's queries and keys: it does not go with watch=False.")
        self._watched = False
        for module in self._modules:
            for layer_type in rotary.layer_types(module.module):
                self._add(module, Source(module.path, layer_type))
        yield

    def add_positions(self, position_ids: Any, attention_mask: Any = None, cu_seqlens: Any = None) -> None:
        """Records tokens by their positions, with ideal angles: positions times the model's frequencies.

        position_ids: a tensor or array of integers, [N], [B, N], or [A, B, N] for M-RoPE. attention_mask [B, N]: 0 is
        padding, other numbers tell documents apart. cu_seqlens [s + 1]: where documents begin among the B * N tokens.
        Only in a block with record(..., watch=False): otherwise the forward pass has recorded the same tokens.
        """
        if self._watched:
            raise RecordingError("add_positions records what the hooks have recorded: use record(..., watch=False).")
        with self._failing():
            positions = rotary.as_batch(inputs.as_array(position_ids), self._ropes.leader.axes)
            self._begin_pass(positions, inputs.documents(attention_mask, cu_seqlens, *positions.shape[1:]))
            rows, repeats = self._tokens.positions, None
            if self._writer.counts_only:
                rows, repeats = np.unique(rows, axis=0, return_counts=True)
            for rope in self._ropes:
                rope.tokens += positions[0].size
                for block in rotary.row_blocks(len(rows) if self._writer.with_angles else 0, ANGLE_CHUNK_ROWS):
                    angles = rope.ideal_angles(rows[block])
                    self._writer.add_angles(rope, angles, None if repeats is None else repeats[block])

    def save(self) -> None:
        """Saves what there is so far as run.partial.h5 (for run.h5). Done by itself every `save_every` seconds."""
        with self._saver.saving():
            if self.tokens:
                self._writer.save_copy(self._saver.path, self._entries())

    def finish(self) -> None:
        """Completes the recording. Raises RecordingError if there is nothing, or nothing consistent, to keep."""
        try:
            self._check()
            entries = self._entries()
        except RecordingError as error:
            self._writer.give_up(str(error))
            raise
        self._writer.finish(entries)

    def _check(self) -> None:
        if self._failure:
            raise RecordingError(f"The recording was given up: {self._failure}") from self._failure
        if not self.tokens and not self._writer.may_be_empty:
            drawn_from = self._tracker.drawn_from
            why = f"none of {drawn_from} sequences was drawn" if drawn_from else "the rotary embedding was not called"
            raise RecordingError(f"Nothing was recorded: {why} inside the block.")
        self._check_ropes_are_level()

    def _entries(self) -> list[tuple[Rope, RopeEntry]]:
        """Each RoPE and what its group says, as it stands now."""
        entries = []
        for rope in self._ropes:
            layers, usage = self._usage.of(rope) if self._usage else (rope.layers, None)
            name = self._ropes.final_name(rope)
            entry = RopeEntry(name, rope.inv_freq, rope.attributes, layers, axis=rope.axis, usage=usage)
            entries.append((rope, entry))
        return entries

    @contextmanager
    def _failing(self) -> Iterator[None]:
        """A caller that swallows what is raised here must not end up with half a recording."""
        try:
            yield
        except Exception as error:
            self._failure = error
            raise

    def _hook(self, module: rotary.RotaryModule) -> Any:
        def hook(_: Any, args: tuple, kwargs: dict[str, Any], output: Any) -> None:
            with self._failing():
                self._observe(module, module.arguments(args, kwargs), output)

        return hook

    def _observe(self, module: rotary.RotaryModule, arguments: Mapping[str, Any], output: Any) -> None:
        source = Source(module.path, arguments.get("layer_type"))
        rope = self._ropes.known(source) or self._add(module, source, output)
        if rope.source != source:
            return
        if not np.array_equal(rope.inv_freq, module.inv_freq(source.layer_type)):
            raise RecordingError(
                f"{module.path} changed its inverse frequencies after {rope.tokens} tokens (a dynamic or longrope RoPE "
                "that passed the length at which it switches). A recording holds one set: record short and long "
                "sequences apart."
            )
        leader = self._ropes.leader
        positions = rotary.batch_positions(arguments["position_ids"], arguments.get("x"), leader.axes)
        if rope is leader:
            self._begin_pass(positions, self._inputs.documents(*positions.shape[1:]))
        elif not np.array_equal(positions, self._positions):
            raise RecordingError(
                f"{module.path} and {leader.source.path} were called with different positions: two streams of tokens. "
                "Record the part of the model that has one, for instance record(model.language_model, ...)."
            )
        rope.tokens += positions[0].size
        # With several axes the angles are needed to tell which dimension belongs to which.
        if len(self._tokens) and (self._writer.with_angles or leader.axes > 1):
            self._add_angles(rope, *rotary.cos_and_sin(output, module.path))

    def _add(self, module: rotary.RotaryModule, source: Source, output: Any = None) -> Rope:
        rope, new = self._ropes.add(module, source, output)
        if new:
            self._writer.add_rope(rope)
        return rope

    def _begin_pass(self, positions: np.ndarray, documents: np.ndarray | None) -> None:
        """Takes the tokens of a call: positions [A, B, N], and the documents [B, N] that the model was told."""
        self._check_ropes_are_level()
        if self._saver.due():
            self._save_or_warn()
        self._seen += positions[0].size
        self._positions = positions
        self._tokens = self._tracker.split(positions, documents)
        self._writer.add_tokens(self._tokens)
        if self._usage:
            kept = np.zeros(positions[0].size, dtype=bool)
            kept[self._tokens.rows] = True
            self._usage.begin_pass(self._ropes.ropes, kept.reshape(positions.shape[1:]))

    def _save_or_warn(self) -> None:
        """A full disk must not end the run that is watched."""
        try:
            self.save()
        except NotWritten as error:
            warnings.warn(f"The recording goes on, but was not saved: {error}", stacklevel=2)

    def _check_ropes_are_level(self) -> None:
        for rope in self._ropes:
            if rope.tokens != self._seen:
                raise RecordingError(
                    f"RoPE {rope.name} ({rope.source.path}) saw {rope.tokens} of {self._seen} tokens: a forward pass "
                    "was cut short, or the model uses this RoPE in some of its passes only."
                )

    def _add_angles(self, rope: Rope, cos: np.ndarray, sin: np.ndarray) -> None:
        """Adds the angles in cos and sin: [N, W], [B, N, W], or [A, B, N, W] where the model picks axes later."""
        axes, batch, length = self._positions.shape
        positions = self._positions.reshape(axes, -1).T  # [B N, A]
        cos, sin = (part.reshape(axes if part.ndim == 4 else 1, -1, part.shape[-1]) for part in (cos, sin))
        if cos.shape[1] not in (length, batch * length):
            raise RecordingError(
                f"{rope.source.path} returned {cos.shape[1]} rows of cos for {len(positions)} positions."
            )
        # With position ids [1, N] one cos serves the whole batch.
        rows, repeats = self._tokens.rows % cos.shape[1], None
        if self._writer.counts_only and cos.shape[1] < len(positions):
            rows, repeats = np.unique(rows, return_counts=True)
        for block in rotary.row_blocks(len(rows), ANGLE_CHUNK_ROWS):
            chosen = rows[block]
            angles = rotary.applied_angles(cos[:, chosen], sin[:, chosen], len(rope.inv_freq))
            angles = rope.choose_axes(angles, positions[chosen])
            self._writer.add_angles(rope, angles, None if repeats is None else repeats[block])
