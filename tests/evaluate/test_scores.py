# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of scores: resumed, added to by several processes, refused where they are damaged."""

import json
import math
import multiprocessing
import unittest

import cases
from rotascope_evaluate import EvaluationError, read_scores
from rotascope_evaluate.scores import ScoreFile

ROW = {"metric": "exact_match", "value": 0.5, "standard_error": 0.1, "count": 25, "higher_is_better": True}
FREQUENCIES = cases.frequencies(2)


def score_file(path, model="tiny", length=256, inv_freq=FREQUENCIES):
    return ScoreFile(path, model, length, inv_freq)


def add_some(path, number):
    for i in range(5):
        score_file(path).add(cases.table((1.0, 2.0)), 512, 0, f"task {number} {i}", "", [ROW])


class ScoreFileTest(cases.Case):
    def setUp(self):
        super().setUp()
        self.path = self.folder / "scores.json"
        self.table = cases.table((1.0, 2.0))

    def test_what_is_there_is_known_and_other_settings_are_not(self):
        file = score_file(self.path)
        self.assertFalse(file.has(self.table, 512, 0, "passkey", "50 prompts"))
        file.add(self.table, 512, 0, "passkey", "50 prompts", [ROW])
        again = score_file(self.path)
        self.assertTrue(again.has(self.table, 512, 0, "passkey", "50 prompts"))
        for other in [(self.table, 512, 0, "passkey", "100 prompts"), (self.table, 512, 25, "passkey", "50 prompts"),
                      (self.table, 1024, 0, "passkey", "50 prompts"), (self.table, 512, 0, "text", "50 prompts"),
                      (cases.table((1.0, 3.0)), 512, 0, "passkey", "50 prompts")]:  # fmt: skip
            self.assertFalse(again.has(*other), other)

    def test_new_answers_take_the_place_of_old_ones(self):
        file = score_file(self.path)
        file.add(self.table, 512, 0, "passkey", "50", [ROW, {**ROW, "metric": "answer_loss"}])
        file.add(self.table, 512, 0, "passkey", "100", [{**ROW, "value": 0.75}])
        (score,) = read_scores(self.path)["scores"]
        self.assertEqual((score["value"], score["asked"]), (0.75, "100"))

    def test_the_file_is_of_the_schema(self):
        score_file(self.path).add(self.table, 512, 25, "passkey", "50", [ROW])
        document = json.loads(self.path.read_text())
        self.assertEqual((document["schema"], document["model"], document["pretraining_length"]), ("rotascope-scores/1", "tiny", 256))
        self.assertEqual(document["tables"], [{"id": self.table.id, "name": "table", "factors": [1.0, 2.0], "attention_factor": 1.0}])
        expected = {"table": self.table.id, "length": 512, "fine_tuning_steps": 25, "task": "passkey", **ROW}
        self.assertLessEqual(expected.items(), document["scores"][0].items())

    def test_no_number_that_json_lacks(self):
        rows = [{**ROW, "standard_error": math.nan}, {**ROW, "metric": "perplexity", "value": math.inf}]
        score_file(self.path).add(self.table, 512, 0, "text", "", rows)
        (score,) = read_scores(self.path)["scores"]
        self.assertNotIn("standard_error", score)

    def test_several_processes_lose_nothing(self):
        processes = [multiprocessing.Process(target=add_some, args=(self.path, number)) for number in range(3)]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        self.assertEqual(len(read_scores(self.path)["scores"]), 15)
        self.assertEqual(len(read_scores(self.path)["tables"]), 1)

    def test_refuses_the_file_of_another_model(self):
        score_file(self.path).add(self.table, 512, 0, "passkey", "", [ROW])
        for options, message in [({"model": "other"}, "its model is 'tiny', not 'other'"), ({"length": 1}, "pretraining_length is 256"),
                                 ({"inv_freq": [1.0, 0.5]}, "are not those of this model"), ({"inv_freq": [1.0]}, "are not those")]:  # fmt: skip
            with self.assertRaisesRegex(EvaluationError, message):
                score_file(self.path, **options)

    def test_refuses_damaged_files_and_leaves_them(self):
        score_file(self.path).add(self.table, 512, 0, "passkey", "", [ROW])
        good = self.path.read_text()

        def changed(change):
            document = json.loads(good)
            change(document)
            return document

        for content, message in [
            (good[: len(good) // 2], "damaged, no JSON"),
            ("", "damaged, no JSON"),
            ("[]", "its schema is 'None'"),
            (changed(lambda d: d.update(schema="rotascope-scores/9")), "its schema is 'rotascope-scores/9'"),
            (changed(lambda d: d.pop("tables")), "tables is missing"),
            (changed(lambda d: d["tables"][0].update(factors=[1.0])), "1 factors; expected one for each of the 2"),
            (changed(lambda d: d["tables"][0].update(factors=[1.0, 3.0])), "not that of its factors"),
            (changed(lambda d: d["tables"][0].update(factors=["a", 1.0])), "no list of numbers"),
            (changed(lambda d: d["scores"][0].update(value="high")), r"scores\[0\]: value is missing, or of another type"),
            (changed(lambda d: d["scores"][0].update(table="x")), r"scores\[0\]: table is 'x'"),
            (changed(lambda d: d["scores"].append(3)), r"scores\[1\]: table is missing"),
        ]:
            with self.subTest(message), self.assertRaisesRegex(EvaluationError, message):
                score_file(self.written("scores.json", content))
            self.assertEqual(self.path.read_text(), content if isinstance(content, str) else json.dumps(content))

    def test_refuses_a_folder_that_is_missing(self):
        with self.assertRaisesRegex(EvaluationError, "no such folder"):
            score_file(self.folder / "none" / "scores.json")

    @unittest.skipUnless((cases.LABORATORY / "measured").is_dir(), "this tree has no laboratory")
    def test_reads_the_shipped_scores(self):
        for path in sorted((cases.LABORATORY / "measured").glob("scores*.json")):
            self.assertGreater(len(read_scores(path)["scores"]), 100, path)


if __name__ == "__main__":
    unittest.main()
