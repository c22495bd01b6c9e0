# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests share: files of tables as rotascope-cli writes them, and a tokenizer of words."""

import json
import re
import tempfile
import types
import unittest
from pathlib import Path

from rotascope_evaluate import Table

ROOT = Path(__file__).resolve().parents[2]
LABORATORY = ROOT / "resources/lab"


def frequencies(dimensions=8, base=10000.0):
    return [base ** (-i / dimensions) for i in range(dimensions)]


def table(factors, name="table", attention_factor=1.0, base=10000.0, **more):
    return Table(name, tuple(frequencies(len(factors), base)), tuple(factors), attention_factor, **more)


def json_table(factors, attention_factor=1.0, base=10000.0, **provenance):
    rows = [{"index": i, "inv_freq": frequency, "wavelength": 1.0, "factor": "inf" if factor == float("inf") else factor,
             "extended_inv_freq": frequency / factor, "disturbance": 0.0, "choice": "extrapolation"}
            for i, (frequency, factor) in enumerate(zip(frequencies(len(factors), base), factors))]  # fmt: skip
    return {"schema": "rotascope-table/1", "provenance": provenance, "attention_factor": attention_factor, "dimensions": rows}


def csv_table(factors, attention_factor=1.0, base=10000.0):
    lines = ["# method: yarn", f"# attention_factor: {attention_factor!r}", "# target_length: 512",
             "dimension,inv_freq,wavelength,factor,extended_inv_freq,disturbance_extrapolation,disturbance_interpolation,disturbance,choice"]  # fmt: skip
    for i, (frequency, factor) in enumerate(zip(frequencies(len(factors), base), factors)):
        lines.append(f"{i},{frequency!r},1.0,{factor!r},{frequency / factor!r},0,0,0,custom")
    return "\n".join(lines) + "\n"


class WordTokenizer:
    """A number for each word and each mark; digits stand alone."""

    bos_token_id = 0

    def __init__(self):
        self.words = ["<bos>"]

    def __call__(self, text, add_special_tokens=True):
        found = re.findall(r"\d|\w+|[^\w\s]", text)
        for word in found:
            if word not in self.words:
                self.words.append(word)
        return types.SimpleNamespace(input_ids=[0] * add_special_tokens + [self.words.index(word) for word in found])

    def decode(self, tokens):
        return " ".join(self.words[token] for token in tokens)


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def written(self, name, content):
        path = self.folder / name
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return path
