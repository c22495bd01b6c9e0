# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole runs: what is scored, that a second one computes nothing, processes that share the work."""

import contextlib
import io
import os
import unittest

import models
import runs
from rotascope_evaluate import backends, command, measures, read_scores


@unittest.skipIf(models.MISSING, models.MISSING)
class EvaluateTest(runs.RunCase):
    options = ("--passkeys", 4, "--text", "text.txt", "--stride", 32, "--windows", 3)

    def setUp(self):
        super().setUp()
        self.options = tuple(self.text if option == "text.txt" else option for option in self.options)

    def test_scores_every_table_once(self):
        said = self.run_it(*self.options)
        document = read_scores(self.scores)
        self.assertEqual([table["name"] for table in document["tables"]], ["own", "half", "slow"])
        self.assertEqual(document["pretraining_length"], models.LENGTH)
        found = {(score["task"], score["metric"], score["length"], score["count"]) for score in document["scores"]}
        self.assertEqual(found, {("passkey", "exact_match", runs.LENGTH, 4), ("passkey", "answer_loss", runs.LENGTH, 4),
                                 ("text", "loss", runs.LENGTH, 3), ("text", "perplexity", runs.LENGTH, 3),
                                 ("short_text", "loss", models.LENGTH, 3), ("short_text", "perplexity", models.LENGTH, 3)})  # fmt: skip
        self.assertEqual(len(document["scores"]), 3 * len(found))
        self.assertIn("[9/9]", said)
        before = self.scores.read_bytes()
        self.assertIn("9 of 9 are there already", self.run_it(*self.options))
        self.assertEqual(self.scores.read_bytes(), before)

    def test_goes_on_where_it_was_stopped_and_computes_changed_settings_anew(self):
        self.run_it(*self.options)
        document = read_scores(self.scores)
        last = document["scores"][-1]
        lost = [score for score in document["scores"] if (score["table"], score["task"]) == (last["table"], last["task"])]
        self.written("scores.json", {**document, "scores": [score for score in document["scores"] if score not in lost]})
        self.assertIn("[1/1]", self.run_it(*self.options))
        self.assertEqual(read_scores(self.scores)["scores"][-len(lost) :], lost)
        self.assertIn("[3/3]", self.run_it(*self.options, "--passkeys", 5))

    def test_processes_share_the_work(self):
        """As accelerate launch starts them."""
        for rank, count in [("0", 5), ("1", 4)]:
            os.environ.update(RANK=rank, WORLD_SIZE="2", LOCAL_RANK=rank)
            self.addCleanup(lambda: [os.environ.pop(name, None) for name in ("RANK", "WORLD_SIZE", "LOCAL_RANK")])
            self.assertIn(f"[{count}/{count}]", self.run_it(*self.options))
        self.assertEqual(len(read_scores(self.scores)["scores"]), 18)

    def test_losses_are_those_of_the_model(self):
        self.run_it("--passkeys", 0, "--text", self.text, "--windows", 1, "--stride", runs.LENGTH - 1)
        model = models.transformers.AutoModelForCausalLM.from_pretrained(self.model, dtype="float32").eval()
        tokens = models.torch.tensor([[0, *models.tokenizer()(self.text.read_text()).input_ids[: runs.LENGTH - 1]]])  # <bos> first
        with models.torch.no_grad():
            expected = model(input_ids=tokens, labels=tokens).loss.item()
        (score,) = [score for score in read_scores(self.scores)["scores"]
                    if (score["task"], score["metric"]) == ("text", "loss") and score["table"] == read_scores(self.scores)["tables"][0]["id"]]  # fmt: skip
        self.assertAlmostEqual(score["value"], expected, places=4)

    def test_the_answer_is_what_generate_says(self):
        model = models.build("Llama")
        prompt = [3, 9, 12, 4, 20, 7]
        told = model.generate(models.torch.tensor([prompt]), max_new_tokens=3, min_new_tokens=3, do_sample=False)[0, len(prompt) :].tolist()
        rows = measures.passkey(backends.Transformers(model), [(prompt, told), (prompt, [told[0], told[1], (told[2] + 1) % 40])])
        self.assertEqual((rows[0]["value"], rows[0]["count"]), (0.5, 2))

    def test_refuses_a_text_that_is_too_short_and_a_model_that_is_none(self):
        for model, arguments, message in [(self.model, ["--text", self.written("short.txt", "green . ")], "tokens; expected at least"),
                                          (self.folder / "none", [], "Transformers cannot load it")]:  # fmt: skip
            line = [model, "--length", runs.LENGTH, "--device", "cpu", "-o", self.scores, "--passkeys", 0, *arguments]
            with contextlib.redirect_stderr(io.StringIO()) as said:
                self.assertEqual(command.main([str(part) for part in line]), 3)
            self.assertIn(message, said.getvalue())
        self.assertFalse(self.scores.exists())


class WindowsTest(unittest.TestCase):
    def test_slide_over_the_text_and_are_spread_evenly(self):
        self.assertEqual(measures.windows(100, 40, 20, 9), [(0, 20), (20, 20), (40, 20), (60, 20)])
        self.assertEqual(measures.windows(1000, 40, 20, 3), [(0, 20), (480, 20), (960, 20)])
        self.assertEqual(measures.windows(40, 40, 20, 3), [(0, 20)])


if __name__ == "__main__":
    unittest.main()
