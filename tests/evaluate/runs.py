# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs of the command on a tiny random model."""

import contextlib
import importlib.util
import io

import cases
import models
from rotascope_evaluate import command

LENGTH = 2 * models.LENGTH


def has(*packages):
    return not models.MISSING and all(importlib.util.find_spec(package) for package in packages)


class RunCase(cases.Case):
    """A model in a folder, with two tables, and what a run of the command says."""

    def setUp(self):
        super().setUp()
        self.model = models.save(self.folder / "model")
        self.tables = [self.written(f"{name}.json", cases.json_table(factors, target_length=LENGTH))
                       for name, factors in [("half", (2.0,) * 8), ("slow", (1.0,) * 4 + (2.0,) * 4)]]  # fmt: skip
        self.text = self.written("text.txt", "The grass is green . The sky is blue . " * 60)
        self.scores = self.folder / "scores.json"

    def run_it(self, *arguments, before=(), length=LENGTH):
        tables = [part for path in self.tables for part in ("--table", path)]
        line = [*before, self.model, *tables, "--length", length, "--device", "cpu", "-o", self.scores, *arguments]
        with contextlib.redirect_stderr(io.StringIO()) as said, contextlib.redirect_stdout(io.StringIO()):
            status = command.main([str(part) for part in line])
        self.assertEqual(status, 0, said.getvalue())
        return said.getvalue()
