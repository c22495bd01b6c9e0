# SPDX-License-Identifier: GPL-3.0-or-later
"""Fine-tuning: what it is trained on, and that it scores, learns and leaves no trace."""

import io
import unittest

import cases
import models
import runs
from rotascope_evaluate import EvaluationError, backends, finetune, measures, read_scores, read_table, works
from rotascope_evaluate.scores import ScoreFile


class SequencesTest(cases.Case):
    def test_pieces_of_a_text_and_lines_of_tokens(self):
        tokenizer = lambda text, verbose: cases.WordTokenizer()(text)  # noqa: E731
        text, lines = self.written("a.txt", "a b c d e f"), self.written("b.jsonl", "[1, 2, 3, 4]\n[5, 6]\n")
        self.assertEqual(finetune.sequences(text, tokenizer, 3), [[0, 1, 2], [3, 4, 5]])
        self.assertEqual(finetune.sequences(lines, tokenizer, 3), [[1, 2, 3], [5, 6]])
        for name, content, message in [("c.txt", "a", "2 tokens; expected at least 3"), ("d.jsonl", "", "no sequences"),
                                       ("e.jsonl", "[1]", "line 1: expected a list"), ("f.jsonl", "x", "line 1: expected a list")]:  # fmt: skip
            with self.subTest(name), self.assertRaisesRegex(EvaluationError, message):
                finetune.sequences(self.written(name, content), tokenizer, 3)

    def test_every_table_sees_the_same_and_all_before_any_again(self):
        found = [[number] for number in range(5)]
        drawn = finetune.drawn(found, 4, 2, seed=3)
        self.assertEqual(drawn, finetune.drawn(found, 4, 2, seed=3))
        self.assertEqual([len(batch) for batch in drawn], [2] * 4)
        flat = [tokens[0] for batch in drawn for tokens in batch]
        self.assertEqual(set(flat[:5]), set(range(5)))


@unittest.skipUnless(runs.has("peft"), "torch and peft are needed")
class FinetuneTest(runs.RunCase):
    options = ("--passkeys", 2, "--steps", 1, "--steps", 3, "--batch", 1, "--rate", "1e-2")

    def test_scores_after_each_number_of_steps_and_only_once(self):
        options = (*self.options, "--train", self.text)
        self.run_it(*options, before=["finetune"])
        document = read_scores(self.scores)
        self.assertEqual({score["fine_tuning_steps"] for score in document["scores"]}, {1, 3})
        self.assertEqual(len(document["scores"]), 3 * 2 * 2)
        before = self.scores.read_bytes()
        self.assertNotIn("steps", self.run_it(*options, before=["finetune"]))
        self.assertEqual(self.scores.read_bytes(), before)

    def test_learns_its_text_and_leaves_the_model_as_it_was(self):
        model = models.build("Llama")
        tokens = models.tokenizer()(self.text.read_text()).input_ids
        todo = [works.Work("text", runs.LENGTH, "", lambda backend: measures.text_loss(backend, tokens, runs.LENGTH, 64, 2))]
        weights = {name: weight.clone() for name, weight in model.state_dict().items()}
        untrained = todo[0].measure(backends.Transformers(model))[0]["value"]
        file = ScoreFile(self.scores, "tiny", models.LENGTH, cases.frequencies(8))
        options = finetune.parser().parse_args(
            ["m", "--length", str(runs.LENGTH), "--train", "x", "-o", "y", "--steps", "20", "--rate", "1e-2"]
        )
        tables = [read_table(self.tables[1])]
        finetune.tune(model, tables, todo, file, options, finetune.drawn([tokens[: runs.LENGTH]], 20, 1, 0), stream=io.StringIO())
        (trained,) = [score["value"] for score in read_scores(self.scores)["scores"] if score["metric"] == "loss"]
        self.assertLess(trained, untrained - 0.5)
        self.assertEqual(set(model.state_dict()), set(weights))
        for name, weight in model.state_dict().items():
            models.torch.testing.assert_close(weight, weights[name], atol=0, rtol=0)


if __name__ == "__main__":
    unittest.main()
