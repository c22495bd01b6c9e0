# SPDX-License-Identifier: GPL-3.0-or-later
"""What all recordings share: the attributes of the root, and files that appear whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timezone
from itertools import count
from pathlib import Path

import h5py
import numpy as np

from .errors import NotWritten
from .version import __version__

FORMAT = "rotascope-recording"
PRODUCER = f"rotascope_recorder {__version__}"


def describe(file: h5py.File, *, version: int, model_id: str, created: str | None = None) -> None:
    """Writes the root's attributes; `created` is now, in UTC, where it is not given."""
    attributes = {
        "format": FORMAT,
        "version": np.int64(version),
        "producer": PRODUCER,
        "model_id": model_id,
        "created": created or datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
    file.attrs.update(attributes)


def beside(target: Path) -> Path:
    """A new name in the folder of `target`, so that putting it in place is one atomic step."""
    return target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")


def partial_path(target: Path) -> Path:
    """Where a run that has not ended keeps what it has so far: run.partial.h5 for run.h5."""
    return target.with_name(f"{target.stem}.partial{target.suffix}")


def keep_aside(partial: Path) -> None:
    """Renames what an earlier run left there, which was killed: run.killed1.h5 for run.partial.h5, or the next number."""
    stem = partial.name.rpartition(".partial")[0]
    names = (partial.with_name(f"{stem}.killed{number}{partial.suffix}") for number in count(1))
    with writing(partial):
        if partial.exists():
            partial.rename(next(name for name in names if not name.exists()))


def rank_path(target: str | os.PathLike[str], rank: int) -> Path:
    """The file of one process of several: run.rank3.h5 for run.h5."""
    path = Path(target)
    return path.with_name(f"{path.stem}.rank{rank}{path.suffix}")


def resolved_target(path: str | os.PathLike[str]) -> Path:
    """`path` without links, so that what they lead to is replaced. Raises NotWritten for a folder."""
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise NotWritten(f"Cannot write {target}: it is a folder.")
    return target


@contextmanager
def writing(target: Path) -> Iterator[None]:
    """Turns what the system refuses into a NotWritten that names the file."""
    try:
        yield
    except OSError as error:
        raise NotWritten(f"Cannot write {target}: {error}") from error


@contextmanager
def replacing(path: str | os.PathLike[str]) -> Iterator[Path]:
    """Gives the name of a file to write, which takes the place of `path` if the block ends without an exception."""
    target = resolved_target(path)
    temporary = beside(target)
    try:
        with writing(target):
            yield temporary
            os.replace(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)
