# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables as they are read, without torch."""

import json
import math
import unittest

import cases
import numpy as np
from rotascope_evaluate import EvaluationError, read_table, table_id


def npy_record(factors, **changed):
    """As rotascope-cli writes it: one record of whole columns."""
    count = len(factors)
    values = {"index": np.arange(count), "inv_freq": np.array(cases.frequencies(count)), "factor": np.array(factors),
              "attention_factor": 1.25, "provenance": json.dumps({"target_length": "512"}).encode(), **changed}  # fmt: skip
    kinds = [("index", "<i8", (count,)), ("inv_freq", "<f8", (count,)), ("factor", "<f8", (count,)), ("attention_factor", "<f8"),
             ("provenance", f"|S{len(values['provenance'])}")]  # fmt: skip
    record = np.zeros((), kinds)
    for name, value in values.items():
        record[name] = value
    return record


class FormatsTest(cases.Case):
    factors = (1.0, 1.5, 2.0, 4.0)

    def test_json_csv_and_npy_say_the_same(self):
        np.save(self.folder / "c.npy", npy_record(self.factors))
        paths = [self.written("a.json", cases.json_table(self.factors, 1.25, target_length=512)),
                 self.written("b.csv", cases.csv_table(self.factors, 1.25)), self.folder / "c.npy"]  # fmt: skip
        for path in paths:
            table = read_table(path)
            self.assertEqual((table.name, table.factors, table.attention_factor), (path.stem, self.factors, 1.25))
            self.assertEqual((table.target_length, table.inv_freq), (512, tuple(cases.frequencies(4))))
            self.assertEqual(table.extended_inv_freq[3], cases.frequencies(4)[3] / 4)
        self.assertEqual(len({read_table(path).id for path in paths}), 1)

    def test_a_frozen_dimension_does_not_turn_and_its_score_is_finite(self):
        for path in (self.written("a.json", cases.json_table((1.0, math.inf))), self.written("b.csv", cases.csv_table((1.0, math.inf)))):
            table = read_table(path)
            self.assertEqual((table.factors[1], table.extended_inv_freq[1], table.scored_factors[1]), (math.inf, 0.0, 1e12))

    def test_names_one_of_several_ropes(self):
        path = self.written("a.json", cases.json_table((1.0,), rope="sliding_attention"))
        self.assertEqual(read_table(path).rope, "sliding_attention")

    def test_refuses_what_is_no_table(self):
        good = cases.json_table((1.0, 2.0))
        swapped = {**good, "dimensions": good["dimensions"][::-1]}
        np.save(self.folder / "list.npy", np.arange(3.0))
        np.save(self.folder / "pickle.npy", np.array([{}], dtype=object), allow_pickle=True)
        for content, message in [
            ({**good, "schema": "rotascope-table/2"}, "schema is 'rotascope-table/2'"),
            ({**good, "dimensions": 3}, '"dimensions" is no list'),
            (swapped, r'dimensions\[0\]: expected an object whose "index" is 0'),
            ({**good, "dimensions": []}, "no dimensions"),
            ({**good, "attention_factor": None}, "attention_factor is 'None'; expected a number"),
            (cases.json_table((1.0, -2.0)), "the factor of dimension 1 is '-2.0'"),
            (cases.json_table((1.0,), target_length="long"), "target_length is 'long'"),
            ("{", "no JSON"),
            ("[" * 100000, "not the header"),
            ('{"a":' * 100000, "no JSON"),
            ("", "it is empty"),
            ("a,b\n", "line 1: not the header"),
            (cases.csv_table((1.0, 2.0)).replace("\n1,", "\n7,"), "line 6: expected dimension 1"),
            (cases.csv_table((1.0,)).replace("custom", "custom,1"), "line 5: expected dimension 0 in 9 fields"),
            (b"\xff\xfe", "neither text nor a NumPy file"),
            (b"\x93NUMPY\x01", "not a table that rotascope-cli exported as npy"),
            ((self.folder / "list.npy").read_bytes(), "not a table that rotascope-cli exported as npy"),
            ((self.folder / "pickle.npy").read_bytes(), "not a table that rotascope-cli exported as npy"),
        ]:
            with self.subTest(message), self.assertRaisesRegex(EvaluationError, message):
                read_table(self.written("bad", content))

    def test_says_that_a_file_is_missing(self):
        with self.assertRaisesRegex(EvaluationError, "none.json: No such file"):
            read_table(self.folder / "none.json")


class IdTest(unittest.TestCase):
    def test_is_that_of_the_format(self):
        """The program that reads score files has the same constant in its tests."""
        self.assertEqual(table_id((1.0, 2.0), 1.1), "18c5a5e378871a4d")

    def test_differs_with_every_number(self):
        tables = [cases.table((1.0, 2.0)), cases.table((2.0, 1.0)), cases.table((1.0, 2.0), attention_factor=1.1), cases.table((1.0,))]
        self.assertEqual(len({table.id for table in tables}), 4)
        self.assertEqual(cases.table((1.0, 2.0), "another name").id, tables[0].id)


if __name__ == "__main__":
    unittest.main()
