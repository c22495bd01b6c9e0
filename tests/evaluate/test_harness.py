# SPDX-License-Identifier: GPL-3.0-or-later
"""Tasks of the real harness, made here, on a tiny random model."""

import contextlib
import io
import json
import math
import unittest

import runs
from rotascope_evaluate import command, read_scores

TASK = """task: tiny_{name}
tag: tiny
dataset_path: json
dataset_kwargs: {{data_files: {{test: {data}}}}}
test_split: test
output_type: multiple_choice
doc_to_text: "{{{{text}}}}"
doc_to_choice: ["green", "blue"]
doc_to_target: 0
metric_list: [{{metric: acc, aggregation: mean, higher_is_better: true}}]
"""


@unittest.skipUnless(runs.has("lm_eval", "accelerate"), "torch, lm_eval and accelerate are needed")
class HarnessTest(runs.RunCase):
    def setUp(self):
        super().setUp()
        for name in ("a", "b"):
            data = self.written(f"{name}.jsonl", "".join(json.dumps({"text": f"The {word} is"}) + "\n" for word in ("grass", "sky", "sun")))
            self.written(f"tiny_{name}.yaml", TASK.format(name=name, data=json.dumps(str(data))))
        self.options = ("--passkeys", 0, "--harness", "tiny", "--include-path", self.folder)

    def test_a_tag_is_scored_task_by_task_and_only_once(self):
        self.assertIn("[6/6]", self.run_it(*self.options))
        document = read_scores(self.scores)
        self.assertEqual(
            {(score["task"], score["metric"], score["count"]) for score in document["scores"]}, {("tiny_a", "acc", 3), ("tiny_b", "acc", 3)}
        )
        self.assertEqual(len(document["scores"]), 6)
        for score in document["scores"]:
            share = score["value"]
            self.assertAlmostEqual(score["standard_error"], math.sqrt(share * (1 - share) / 2), places=6)
        document["scores"] = [score for score in document["scores"] if score["task"] != "tiny_b"]
        self.written("scores.json", document)
        self.assertIn("[3/3]", self.run_it(*self.options))
        self.assertIn("6 of 6 are there already", self.run_it(*self.options))

    def test_unknown_tasks_are_refused(self):
        for name, message in [("tiny_c", "no such task, group or tag"), ("tiny:x", "expected TASK or TASK:SHOTS")]:
            line = [self.model, "--length", runs.LENGTH, "--device", "cpu", "-o", self.scores, "--harness", name]
            with self.subTest(name), contextlib.redirect_stderr(io.StringIO()) as said:
                self.assertEqual(command.main([str(part) for part in line]), 3)
            self.assertIn(message, said.getvalue())


if __name__ == "__main__":
    unittest.main()
