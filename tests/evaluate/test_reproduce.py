# SPDX-License-Identifier: GPL-3.0-or-later
"""The paper's experiment: what it would run, and a dry run with the small model that comes with Rotascope."""

import contextlib
import importlib.util
import io
import os
import unittest

import cases
import runs
from rotascope_evaluate import command, finetune, read_scores, reproduce

CLI = os.environ.get("ROTASCOPE_CLI", "")


class ReproduceTest(cases.Case):
    def plan(self, *arguments):
        options = reproduce.parser().parse_args(["--text", "book.txt", *arguments])
        return dict(reproduce.commands(options, "model", 8192, ["a.json", "b.json"], "scores.json"))

    def test_scores_all_that_the_paper_does(self):
        (kind, arguments), = self.plan().items()  # fmt: skip
        self.assertEqual(kind, "evaluate")
        args = command.evaluate_parser().parse_args(arguments)
        self.assertEqual((args.table, args.length, args.passkeys, args.limit), (["a.json", "b.json"], [8192], 100, None))
        self.assertEqual((args.harness, args.short_harness), (list(reproduce.LONG), list(reproduce.SHORT)))

    def test_fine_tunes_where_there_is_a_text(self):
        plan = self.plan("--train", "books.txt", "--steps", "25", "--device-map", "auto")
        args = finetune.parser().parse_args(plan["finetune"])
        self.assertEqual((args.train, args.steps, args.device_map, args.no_own), ("books.txt", [25], "auto", True))

    def test_a_dry_run_is_short(self):
        args = command.evaluate_parser().parse_args(self.plan("--dry-run")["evaluate"])
        self.assertEqual((args.passkeys, args.windows, args.limit), (3, 2, 2))

    def test_a_missing_program_is_named(self):
        with self.assertRaisesRegex(command.EvaluationError, "no-such-program: not found"):
            reproduce.make_tables("no-such-program", [], 8192, self.folder)

    def test_equal_tables_are_scored_once(self):
        paths = [self.written(name, cases.json_table(factors)) for name, factors in
                 [("a.json", (1.0, 2.0)), ("b.json", (1.0, 2.0)), ("c.json", (2.0, 2.0))]]  # fmt: skip
        self.assertEqual(reproduce.distinct(paths), [paths[0], paths[2]])


@unittest.skipUnless(runs.has("peft") and os.path.exists(CLI) and (cases.LABORATORY / "tinykey").is_dir(),
                     "torch, peft, rotascope-cli (ROTASCOPE_CLI) and the laboratory's model are needed")  # fmt: skip
class ReproducePaperTest(cases.Case):
    def test_a_dry_run_with_the_small_model(self):
        specification = importlib.util.spec_from_file_location("small_model", cases.ROOT / "resources/evaluate/small_model.py")
        small_model = importlib.util.module_from_spec(specification)
        specification.loader.exec_module(small_model)
        small_model.prepare(cases.LABORATORY / "tinykey", self.folder, [512], prompts=10, questions=1, training=9)
        line = ["reproduce-paper", "--model", self.folder / "model", "--length", 512, "--text", self.folder / "text.txt",
                "--train", self.folder / "train-512.jsonl", "--prompts", self.folder / "prompts-{length}.jsonl", "--no-harness", "--dry-run",
                "--dtype", "float32", "--device", "cpu", "--cli", CLI, "--output", self.folder / "out"]  # fmt: skip
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as said:
            self.assertEqual(command.main([str(part) for part in line]), 0, said.getvalue())
        document = read_scores(self.folder / "out/model/scores.json")
        names = {table["name"] for table in document["tables"]}
        self.assertLessEqual({"extrapolation-512", "linear-512", "yarn-512", "distributional-512"}, names)
        self.assertEqual({(score["task"], score["fine_tuning_steps"]) for score in document["scores"]},
                         {(task, steps) for task in ("passkey", "text", "short_text") for steps in (0, 1)})  # fmt: skip


if __name__ == "__main__":
    unittest.main()
