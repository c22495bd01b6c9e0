# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of scores, of the schema rotascope-scores/1 (docs/scores-format.md). Needs no torch.

A file grows as scores come. Each time it is read again under a lock, written aside and renamed, so that it is whole whenever the
program is killed, and several processes may add to one file.
"""

import contextlib
import fcntl
import json
import math
import os
import pathlib

from .errors import EvaluationError
from .tables import table_id
from .version import __version__

SCHEMA = "rotascope-scores/1"
LARGEST_FILE = 64 << 20  # bytes
REQUIRED = {"table": str, "length": int, "task": str, "metric": str, "value": (int, float), "higher_is_better": bool}


class ScoreFile:
    """The scores of one model in a file. What was asked for is told by `asked`, so that other settings are computed anew."""

    def __init__(self, path, model, pretraining_length, inv_freq):
        self.path = pathlib.Path(path)
        self.head = {"schema": SCHEMA, "program": f"rotascope_evaluate {__version__}", "model": model,
                     "pretraining_length": pretraining_length, "inv_freq": list(inv_freq)}  # fmt: skip
        if not self.path.parent.is_dir():
            raise EvaluationError(f"{self.path.parent}: no such folder; expected one to write the scores into")
        self.read()

    def read(self):
        """The document; that of a new file, if there is none."""
        if not self.path.exists():
            return {**self.head, "tables": [], "scores": []}
        document = read_scores(self.path)
        for name in ("model", "pretraining_length"):
            if document[name] != self.head[name]:
                raise EvaluationError(f"{self.path}: its {name} is {document[name]!r}, not {self.head[name]!r}; give another file with -o")
        theirs, own = document["inv_freq"], self.head["inv_freq"]
        if len(theirs) != len(own) or any(abs(a - b) > 1e-9 * abs(b) for a, b in zip(theirs, own)):
            raise EvaluationError(f"{self.path}: its frequencies (inv_freq) are not those of this model; give another file with -o")
        return document

    def has(self, table, length, steps, task, asked):
        """Whether what is asked for is there already."""
        return any(_key(score) == (table.id, length, steps, task) and score.get("asked") == asked for score in self.read()["scores"])

    def add(self, table, length, steps, task, asked, rows, **more):
        """Replaces what there is of this table, length, number of steps and task. A row: metric, value, standard_error, count, …"""
        new = [{"table": table.id, "length": length, "fine_tuning_steps": steps, "task": task, **_finite(row), "asked": asked, **more}
               for row in rows if math.isfinite(row["value"])]  # fmt: skip
        with self._locked():
            document = self.read()
            if all(entry["id"] != table.id for entry in document["tables"]):
                document["tables"].append({"id": table.id, "name": table.name, "factors": list(table.scored_factors),
                                           "attention_factor": table.attention_factor})  # fmt: skip
            document["scores"] = [score for score in document["scores"] if _key(score) != (table.id, length, steps, task)] + new
            self._write(document)

    @contextlib.contextmanager
    def _locked(self):
        with open(self.path.with_name(f".{self.path.name}.lock"), "w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def _write(self, document):
        aside = self.path.with_name(f".{self.path.name}.part")
        with open(aside, "w", encoding="utf-8") as file:
            # A line a table and a line a score.
            file.write(json.dumps(document, allow_nan=False, ensure_ascii=False).replace(', {"', ',\n{"') + "\n")
            file.flush()
            os.fsync(file.fileno())
        os.replace(aside, self.path)


def read_scores(path):
    """A file's document, checked: what Rotascope would refuse is refused here as well."""
    path = pathlib.Path(path)
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise EvaluationError(f"{path}: larger than 64 MiB; expected a file of scores")
        document = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise EvaluationError(f"{path}: {error.strerror}; expected a file of scores") from None
    except (ValueError, RecursionError) as error:
        raise EvaluationError(f"{path}: damaged, no JSON ({error}); remove it, or give another file with -o") from None
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        found = document.get("schema") if isinstance(document, dict) else None
        raise EvaluationError(f'{path}: its schema is {str(found)[:40]!r}; expected "{SCHEMA}"')
    for name, kind in {"model": str, "pretraining_length": int, "inv_freq": list, "tables": list, "scores": list}.items():
        if not isinstance(document.get(name), kind):
            raise EvaluationError(f"{path}: {name} is missing, or of another type")
    tables = {_table_id(path, index, table, len(document["inv_freq"])) for index, table in enumerate(document["tables"])}
    for index, score in enumerate(document["scores"]):
        for name, kind in REQUIRED.items():
            if not isinstance(score, dict) or not isinstance(score.get(name), kind):
                raise EvaluationError(f"{path}: scores[{index}]: {name} is missing, or of another type")
        if score["table"] not in tables:
            raise EvaluationError(f"{path}: scores[{index}]: table is {score['table'][:40]!r}; expected the id of one in tables")
    return document


def _table_id(path, index, table, dimensions):
    where = f"{path}: tables[{index}]"
    factors = table.get("factors") if isinstance(table, dict) else None
    if not isinstance(factors, list) or not all(isinstance(factor, (int, float)) for factor in factors):
        raise EvaluationError(f"{where}: factors is missing, or no list of numbers")
    if len(factors) != dimensions:
        raise EvaluationError(f"{where}: {len(factors)} factors; expected one for each of the {dimensions} in inv_freq")
    expected = table_id(factors, table.get("attention_factor", 1.0))
    if table.get("id") != expected:
        raise EvaluationError(f'{where}: id is {str(table.get("id"))[:40]!r}, not that of its factors; expected "{expected}"')
    return expected


def _key(score):
    return score["table"], score["length"], score.get("fine_tuning_steps", 0), score["task"]


def _finite(row):
    """Without members that JSON cannot say."""
    return {name: value for name, value in row.items() if value is not None and not (isinstance(value, float) and not math.isfinite(value))}
