# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts of a corpus or of a server's log, from lengths alone: what a model sees is a distribution of lengths."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from .counts import POSITION_LIMIT, DistanceCounts, PositionCounts
from .errors import RecordingError
from .totals import RopeEntry, Totals

# The names that logs have for the lengths of a request: a dot leads into an object.
PROMPT_FIELDS = (
    "prompt_tokens",
    "usage.prompt_tokens",  # answers of servers with OpenAI's interface: vLLM, llama.cpp, SGLang, TGI
    "num_prompt_tokens",
    "tokens_evaluated",  # llama.cpp's own interface
    "input_tokens",
    "usage.input_tokens",
)
COMPLETION_FIELDS = (
    "completion_tokens",
    "usage.completion_tokens",
    "num_generation_tokens",
    "tokens_predicted",
    "output_tokens",
    "usage.output_tokens",
)
BATCH = 4096  # rows that are measured together

Row = tuple[str, Any]  # where it is from, for messages, and its value


class LengthCounts:
    """Positions and distances of sequences 0, 1, … n-1, from their lengths n."""

    def __init__(self) -> None:
        self.tokens = 0
        self.sequences = 0
        self.longest = 0
        self._positions = PositionCounts()
        self._distances = DistanceCounts()

    def add(self, lengths: np.ndarray) -> None:
        """Adds sequences by their lengths, int64 [s]; those of length 0 are nothing."""
        lengths = lengths[lengths > 0]
        if len(lengths) == 0:
            return
        self._positions.add_lengths(lengths)
        self._distances.add_lengths(lengths)
        self.tokens += int(lengths.sum())
        self.sequences += len(lengths)
        self.longest = max(self.longest, int(lengths.max()))

    def totals(self, ropes: list[RopeEntry]) -> Totals:
        """As a recording with these RoPEs; its angles follow from the positions."""
        if not self.tokens:
            raise RecordingError("There is not one token in the input.")
        positions = self._positions.counts()
        return Totals(self.tokens, positions, self._distances.counts(positions.shape[1]), ropes)


class Packer:
    """Cuts documents that follow each other into sequences of `size` tokens, as for training.

    whole: positions run through a sequence, whatever documents are in it. Otherwise they begin anew with each
    document, and with what is left of one that did not fit.
    """

    def __init__(self, size: int, *, whole: bool):
        self._size = size
        self._whole = whole
        self._filled = 0  # tokens in the sequence that is not full yet

    def add(self, lengths: np.ndarray) -> np.ndarray:
        """The lengths of what positions 0, 1, … run through, int64 [s], of documents of these lengths, int64 [n]."""
        start, ends = self._filled, self._filled + np.cumsum(lengths)
        total = int(ends[-1]) if len(ends) else start
        self._filled = total % self._size
        full = np.arange(self._size, total + 1, self._size)
        if self._whole:
            return np.full(len(full), self._size)
        return np.diff(np.union1d(ends, full), prepend=start)

    def rest(self) -> np.ndarray:
        """The length of the last sequence, if it is not full, int64 [0 or 1]."""
        return np.array([self._filled] if self._whole and self._filled else [], dtype=np.int64)


def count_documents(lengths: Iterable[np.ndarray], packer: Packer | None = None) -> LengthCounts:
    """The counts of documents, by their lengths in blocks int64 [n]; each a sequence of its own, or packed."""
    counts = LengthCounts()
    for block in lengths:
        counts.add(packer.add(block) if packer else block)
    if packer:
        counts.add(packer.rest())
    return counts


def document_lengths(rows: Iterable[Row], tokenize: Callable[[list[str]], list[int]]) -> Iterator[np.ndarray]:
    """The length of each document in tokens, in blocks int64 [n]. A row's value is a text, which `tokenize` measures,
    a list of tokens, or the length itself."""
    for block in _blocks(rows):
        texts = iter(tokenize([value for _, value in block if isinstance(value, str)]))
        yield np.array([next(texts) if isinstance(value, str) else _length(where, value) for where, value in block])


def request_lengths(rows: Iterable[Row], prompt: Sequence[str], completion: Sequence[str]) -> Iterator[np.ndarray]:
    """How many positions the model saw for each request of a log, in blocks int64 [n]: the prompt and the completion,
    but for its last token, which is not fed back. The fields are those of the first name that a row has."""
    for block in _blocks(rows):
        asked = [_length(where, required(where, row, prompt)) for where, row in block]
        answered = [_length(where, first_of(row, completion) or 0) for where, row in block]
        yield np.array(asked, dtype=np.int64) + np.maximum(np.array(answered, dtype=np.int64) - 1, 0)


def json_rows(path: Path) -> Iterator[Row]:
    """The objects of a file with one JSON object a line, which may be compressed (.gz)."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                yield f"{path}, line {number}", json.loads(line)
            except ValueError as error:
                raise RecordingError(f"{path}, line {number}: one JSON object a line was expected: {error}") from error


def parquet_values(path: Path, column: str) -> Iterator[Row]:
    """The values of a column of a Parquet file."""
    try:
        from pyarrow import parquet
    except ImportError as error:
        raise RecordingError(f"{path}: Parquet files need pyarrow: pip install pyarrow") from error
    with parquet.ParquetFile(path) as file:
        if column not in file.schema_arrow.names:
            raise RecordingError(f"{path} has no column {column}: it has {', '.join(file.schema_arrow.names)}.")
        for batch in file.iter_batches(columns=[column]):
            yield from ((str(path), value) for value in batch.column(0).to_pylist())


def field_values(path: Path, field: str) -> Iterator[Row]:
    """The values of a field in all rows of a Parquet file, or else of a file with one JSON object a line."""
    if path.suffix == ".parquet":
        return parquet_values(path, field)
    return ((where, required(where, row, [field])) for where, row in json_rows(path))


def required(where: str, row: Any, names: Sequence[str]) -> Any:
    """The first of the fields that the row has."""
    value = first_of(row, names)
    if value is None:
        raise RecordingError(f"{where} has no field {' or '.join(names)}.")
    return value


def first_of(row: Any, names: Sequence[str]) -> Any:
    """The value of the first of these fields that is there; None if none is. A dot leads into an object."""
    for name in names:
        value = row
        for part in name.split("."):
            value = value.get(part) if isinstance(value, dict) else None
        if value is not None:
            return value
    return None


def words(texts: list[str]) -> list[int]:
    """How many words, separated by white space, each text has."""
    return [len(text.split()) for text in texts]


def tokens_of(tokenizer: str) -> Callable[[list[str]], list[int]]:
    """Counts the tokens of texts by a tokenizer of Transformers: its name or folder."""
    try:
        from transformers import AutoTokenizer
    except ImportError as error:
        raise RecordingError("--tokenizer needs Transformers: pip install transformers") from error
    try:
        loaded = AutoTokenizer.from_pretrained(tokenizer)
    except (OSError, ValueError) as error:
        raise RecordingError(f"The tokenizer {tokenizer} cannot be loaded: {error}") from error
    return lambda texts: [len(ids) for ids in loaded(texts)["input_ids"]] if texts else []


def _length(where: str, value: Any) -> int:
    length = len(value) if isinstance(value, list) else value
    if not isinstance(length, int) or isinstance(length, bool) or not 0 <= length <= POSITION_LIMIT:
        raise RecordingError(f"{where}: {value!r} is not a length from 0 to 2**24, a text or a list of tokens.")
    return length


def _blocks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    rows = iter(rows)
    while block := list(islice(rows, BATCH)):
        yield block
