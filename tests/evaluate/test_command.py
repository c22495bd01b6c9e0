# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line: what it refuses before torch is loaded."""

import contextlib
import io
import sys
import unittest

import cases
from rotascope_evaluate import command
from rotascope_evaluate.works import Share


class RefusedTest(cases.Case):
    def run_it(self, *arguments):
        """The exit status and what was said; nothing of torch is imported for it."""
        before = "torch" in sys.modules
        with contextlib.redirect_stderr(io.StringIO()) as said:
            status = command.main(["model", "--length", "512", *map(str, arguments)])
        self.assertEqual("torch" in sys.modules, before)
        return status, said.getvalue()

    def test_tables_and_places_that_cannot_become_scores(self):
        a, b = self.written("a.json", cases.json_table((1.0, 2.0))), self.written("b.csv", cases.csv_table((1.0, 2.0)))
        longer, other = self.written("c.json", cases.json_table((1.0,) * 3)), self.written("d.json", cases.json_table((1.0, 2.0), base=5e5))
        output = ["-o", self.folder / "scores.json"]
        for arguments, message in [
            (["--table", self.folder / "none.json", *output], "none.json: No such file"),
            (["--table", a, "--table", longer, *output], "c and a are tables of different RoPEs"),
            (["--table", a, "--table", other, *output], "d and a are tables of different RoPEs"),
            (["--table", a, "--table", b, *output], "two of the tables are the same"),
            (["--no-own", *output], "nothing to score"),
            (["-o", self.folder / "none/scores.json"], "no such folder"),
        ]:
            with self.subTest(message):
                status, said = self.run_it(*arguments)
                self.assertEqual(status, 3)
                self.assertIn(message, said)

    def test_lengths_are_positive(self):
        for arguments in (["model", "--length", "0", "-o", "x"], ["model", "-o", "x"]):
            with self.assertRaises(SystemExit), contextlib.redirect_stderr(io.StringIO()):
                command.main(arguments)


class ShareTest(unittest.TestCase):
    def test_each_piece_is_one_process_s(self):
        for count in (1, 3):
            taken = [[share for share in range(count) if Share(share, count).takes(number)] for number in range(7)]
            self.assertEqual([len(processes) for processes in taken], [1] * 7)


if __name__ == "__main__":
    unittest.main()
