# SPDX-License-Identifier: GPL-3.0-or-later
"""Passkey prompts: the same everywhere, as long as asked, the note at the right depth."""

import hashlib
import json
import unittest

import cases
from rotascope_evaluate import EvaluationError, passkey


class PromptsTest(cases.Case):
    def setUp(self):
        super().setUp()
        self.tokenizer = cases.WordTokenizer()

    def test_are_the_same_on_every_machine(self):
        pairs = passkey.prompts(self.tokenizer, 300, 5, seed=1)
        self.assertEqual(pairs, passkey.prompts(cases.WordTokenizer(), 300, 5, seed=1))
        digest = hashlib.sha256(json.dumps(pairs).encode()).hexdigest()
        self.assertEqual(digest[:16], "11de609b3572d89b")
        self.assertNotEqual(pairs, passkey.prompts(cases.WordTokenizer(), 300, 5, seed=2))

    def test_are_as_long_as_asked_and_ask_for_what_they_hold(self):
        for prompt, answer in passkey.prompts(self.tokenizer, 300, 10):
            self.assertLessEqual(len(prompt) + len(answer), 300)
            self.assertGreater(len(prompt) + len(answer), 300 - 30)  # a whole filler, at most
            self.assertEqual(len(answer), passkey.DIGITS)
            self.assertEqual(self.tokenizer.decode(prompt).count(self.tokenizer.decode(answer)), 2)
            self.assertTrue(self.tokenizer.decode(prompt).endswith("The pass key is"))
            self.assertEqual(prompt[0], self.tokenizer.bos_token_id)

    def test_go_through_all_depths(self):
        pairs = passkey.prompts(self.tokenizer, 3000, 10)
        places = [self.tokenizer.decode(prompt).index(self.tokenizer.decode(answer)) for prompt, answer in pairs]
        steps = [later - earlier for earlier, later in zip(places, places[1:])]
        self.assertGreater(min(steps), 0.5 * max(steps))

    def test_refuses_a_length_that_holds_none(self):
        with self.assertRaisesRegex(EvaluationError, "20 tokens are too few for a passkey prompt; expected at least [0-9]{2}"):
            passkey.prompts(self.tokenizer, 20, 1)


class OwnPromptsTest(cases.Case):
    def read(self, text, length=100):
        self.written("prompts-100.jsonl", text)
        return passkey.read_prompts(self.folder / "prompts-{length}.jsonl", length, cases.WordTokenizer())

    def test_are_texts_or_tokens(self):
        self.assertEqual(self.read('{"prompt": "a b", "answer": "c"}\n{"prompt": [1, 2], "answer": [3]}\n'), [([1, 2], [3])] * 2)

    def test_refuses_others(self):
        for text, message in [("", "no prompts"), ("{}", "line 1: expected"), ("x", "line 1: expected"), ("3", "line 1: expected"),
                              ('{"prompt": [1.5], "answer": [3]}', "line 1"), ('{"prompt": [1], "answer": []}', "line 1"),
                              ('{"prompt": [1], "answer": {}}', "line 1"),
                              (json.dumps({"prompt": [1] * 100, "answer": [1]}), "101 tokens; expected at most 100")]:  # fmt: skip
            with self.subTest(text[:30]), self.assertRaisesRegex(EvaluationError, message):
                self.read(text)
        with self.assertRaisesRegex(EvaluationError, "prompts-7.jsonl: No such file"):
            passkey.read_prompts(self.folder / "prompts-{length}.jsonl", 7, cases.WordTokenizer())


class DepthTest(unittest.TestCase):
    def test_shares_of_parts_of_the_text(self):
        self.assertEqual(passkey.by_depth([True, False, True, True], 2), [0.5, 1.0])
        self.assertEqual(passkey.by_depth([True], 2), [1.0, None])


if __name__ == "__main__":
    unittest.main()
