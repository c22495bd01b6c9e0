# SPDX-License-Identifier: GPL-3.0-or-later
"""Scaling tables, read from what `rotascope-cli export` writes as JSON, CSV or npy. Needs no torch."""

import dataclasses
import json
import math
import pathlib
import struct

from .errors import EvaluationError

CSV_HEADER = "dimension,inv_freq,wavelength,factor,extended_inv_freq"
# The largest factor of a score file; a frozen dimension, whose factor is infinite, has it there.
LARGEST_FACTOR = 1e12
# Frequencies of a file and those of a model in float32 agree to this, relatively.
SAME = 1e-5


@dataclasses.dataclass(frozen=True)
class Table:
    """What the frequencies of a RoPE without scaling are divided by; those of the model's own scaling are within its factors."""

    name: str
    inv_freq: tuple  # [D], rad / position, before the factors
    factors: tuple  # [D], math.inf where a dimension is frozen
    attention_factor: float  # multiplies cos and sin
    rope: str = ""  # which RoPE of a model with several; "": the only one
    target_length: int = 0  # 0: not stated
    pretraining_length: int = 0

    @property
    def extended_inv_freq(self):
        return tuple(frequency / factor for frequency, factor in zip(self.inv_freq, self.factors))

    @property
    def scored_factors(self):
        """As a score file has them: finite."""
        return tuple(min(factor, LARGEST_FACTOR) for factor in self.factors)

    @property
    def id(self):
        return table_id(self.scored_factors, self.attention_factor)


def table_id(factors, attention_factor=1.0):
    """FNV-1a of 64 bits over the numbers as little-endian float64 (docs/scores-format.md)."""
    value = 0xCBF29CE484222325
    for byte in struct.pack(f"<{len(factors) + 1}d", *factors, attention_factor):
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return f"{value:016x}"


def read_table(path):
    """The table of a file, in whichever of the formats; its name is the file's."""
    path = pathlib.Path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise EvaluationError(f"{path}: {error.strerror}; expected a table that rotascope-cli exported") from None
    if data.startswith(b"\x93NUMPY"):
        columns, attention_factor, provenance = _read_npy(path)
    else:
        try:
            text = data.decode()
        except UnicodeDecodeError:
            raise EvaluationError(f"{path}: neither text nor a NumPy file; expected a table exported as json, csv or npy") from None
        columns, attention_factor, provenance = _read_json(path, text) if text.lstrip().startswith("{") else _read_csv(path, text)
    inv_freq = [_number(value, f"{path}: inv_freq of dimension {i}", zero=True) for i, value in enumerate(columns["inv_freq"])]
    factors = [_number(value, f"{path}: the factor of dimension {i}", infinite=True) for i, value in enumerate(columns["factor"])]
    if not factors:
        raise EvaluationError(f"{path}: no dimensions; expected one line or object for each")
    return Table(path.stem, tuple(inv_freq), tuple(factors), _number(attention_factor, f"{path}: attention_factor"),
                 str(provenance.get("rope", "")), _length(path, provenance, "target_length"),
                 _length(path, provenance, "pretraining_length"))  # fmt: skip


def _number(value, what, zero=False, infinite=False):
    try:
        number = math.nan if isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        number = math.nan
    if number > 0 and (infinite or math.isfinite(number)) or zero and number == 0:
        return number
    raise EvaluationError(f"{what} is {str(value)[:40]!r}; expected a number greater than 0")


def _length(path, provenance, name):
    try:
        length = int(provenance.get(name, 0))
    except (TypeError, ValueError):
        length = -1
    if length < 0:
        raise EvaluationError(f"{path}: {name} is {str(provenance[name])[:40]!r}; expected a length in positions")
    return length


def _read_json(path, text):
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise EvaluationError(f"{path}: no JSON: {error}") from None
    if document.get("schema") != "rotascope-table/1":
        raise EvaluationError(f'{path}: its schema is {str(document.get("schema"))[:40]!r}; expected "rotascope-table/1", a table that '
                              "rotascope-cli exported as json")  # fmt: skip
    dimensions, provenance = document.get("dimensions"), document.get("provenance", {})
    if not isinstance(dimensions, list) or not isinstance(provenance, dict):
        raise EvaluationError(f'{path}: "dimensions" is no list, or "provenance" no object')
    for index, dimension in enumerate(dimensions):
        if not isinstance(dimension, dict) or dimension.get("index") != index:
            raise EvaluationError(f'{path}: dimensions[{index}]: expected an object whose "index" is {index}')
    columns = {name: [dimension.get(name) for dimension in dimensions] for name in ("inv_freq", "factor")}
    return columns, document.get("attention_factor"), provenance


def _read_csv(path, text):
    provenance, rows, header = {}, [], None
    for number, line in enumerate(text.splitlines(), 1):
        if header is None and line.startswith("# "):
            name, _, value = line[2:].partition(": ")
            provenance[name] = value
        elif header is None:
            if not line.startswith(CSV_HEADER):
                raise EvaluationError(f"{path}, line {number}: not the header of a Rotascope table; expected {CSV_HEADER},…")
            header = line.split(",")
        elif line:
            fields = line.split(",")
            if len(fields) != len(header) or fields[0] != str(len(rows)):
                raise EvaluationError(f"{path}, line {number}: expected dimension {len(rows)} in {len(header)} fields")
            rows.append(fields)
    if header is None:
        raise EvaluationError(f"{path}: it is empty; expected a table that rotascope-cli exported as csv")
    return {"inv_freq": [row[1] for row in rows], "factor": [row[3] for row in rows]}, provenance.get("attention_factor", 1.0), provenance


def _read_npy(path):
    import numpy as np

    try:
        record = np.load(path, allow_pickle=False)
        columns = {name: record[name].tolist() for name in ("inv_freq", "factor")}
        if record.shape != () or not all(isinstance(column, list) for column in columns.values()):
            raise ValueError("no columns")
        provenance = json.loads(record["provenance"].item() or b"{}")
        return columns, float(record["attention_factor"]), provenance if isinstance(provenance, dict) else {}
    except (ValueError, KeyError, IndexError, EOFError, OSError) as error:
        raise EvaluationError(f"{path}: not a table that rotascope-cli exported as npy ({error})") from None
