# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables on real Transformers models, tiny and random."""

import math
import unittest

import cases
import models
from rotascope_evaluate import EvaluationError, Table, applied
from rotascope_evaluate.ropes import own_table, places, pretraining_length, text_config

FACTORS = (1.0, 1.5, 2.0, 4.0, 4.0, 4.0, math.inf, 0.5)


@unittest.skipIf(models.MISSING, models.MISSING)
class AppliedTest(unittest.TestCase):
    def each(self):
        for name in models.CLASSES:
            model = models.build(name)
            with self.subTest(name):
                if model is None:
                    self.skipTest(f"this Transformers release has no {name}")
                yield name, model

    def logits(self, model):
        with models.torch.no_grad():
            return model(input_ids=models.torch.arange(48)[None] % models.TINY["vocab_size"]).logits

    def table_for(self, model, attention_factor=1.25):
        own = own_table(model, 48)
        return Table("t", own.inv_freq, FACTORS, attention_factor, own.rope, 512)

    def test_the_model_turns_by_what_the_table_says_and_is_itself_again(self):
        for _, model in self.each():
            table, before = self.table_for(model), self.logits(model)
            with applied(model, table):
                (place, *_) = [place for place in places(model) if place.prefix[:-1] == table.rope]
                layer_type = (table.rope,) if table.rope else ()
                cos, _ = place.module(models.torch.zeros(1, 1, 1), models.torch.tensor([[0, 33]]), *layer_type)
                expected = [1.25 * math.cos(33 * frequency) for frequency in table.extended_inv_freq]
                models.torch.testing.assert_close(cos[0, 1, :8], models.torch.tensor(expected), atol=1e-4, rtol=0)
                changed = self.logits(model)
                self.assertGreaterEqual(text_config(model).max_position_embeddings, 512)
            self.assertGreater((changed - before).abs().max().item(), 1e-3)
            models.torch.testing.assert_close(self.logits(model), before, atol=0, rtol=0)

    def test_its_own_frequencies_as_a_table_change_nothing(self):
        for _, model in self.each():
            before = self.logits(model)
            with applied(model, own_table(model, 48)):
                models.torch.testing.assert_close(self.logits(model), before, atol=1e-4, rtol=1e-4)

    def test_is_restored_when_the_block_fails(self):
        model = models.build("Llama")
        before = self.logits(model)
        with self.assertRaises(KeyError), applied(model, self.table_for(model)):
            raise KeyError
        models.torch.testing.assert_close(self.logits(model), before, atol=0, rtol=0)


@unittest.skipIf(models.MISSING, models.MISSING)
class OwnTest(unittest.TestCase):
    def test_factors_are_of_the_frequencies_without_scaling(self):
        plain, scaled = own_table(models.build("Llama"), 64), own_table(models.build("Llama, trained with a scaling"), 64)
        self.assertEqual(plain.factors, (1.0,) * 8)
        self.assertEqual(scaled.inv_freq, plain.inv_freq)
        self.assertEqual((scaled.factors[0], round(scaled.factors[-1], 4)), (1.0, 4.0))
        self.assertEqual(pretraining_length(models.build("Llama, trained with a scaling")), models.LENGTH)
        self.assertEqual(pretraining_length(models.build("Llama")), models.LENGTH)

    def test_dynamic_scaling_is_that_of_the_length(self):
        rope = {"rope_type": "dynamic", "rope_theta": 10000.0, "factor": 2.0}
        model = models.transformers.LlamaForCausalLM(models.configured("LlamaConfig", rope_parameters=rope)).eval()
        self.assertEqual(own_table(model, models.LENGTH).factors, (1.0,) * 8)
        self.assertGreater(own_table(model, 4 * models.LENGTH).factors[-1], 2.0)


@unittest.skipIf(models.MISSING, models.MISSING)
class RefusedTest(unittest.TestCase):
    def test_a_table_of_another_model(self):
        model, several = models.build("Llama"), models.build("Gemma 3")
        named = sorted({place.prefix for place in places(several)}) != [""]
        for on, table, message in [
            (model, cases.table((2.0,) * 4), "4 factors; the model has 8 frequencies"),
            (model, cases.table((2.0,) * 8, base=5e5), "made for another model"),
            # In Transformers 4 they have no names, and are told by their bases: 10,000 and 1,000,000.
            (several, cases.table((2.0,) * 8, base=1e4 if named else 5e5), "several RoPEs \\(full_attention, sliding_attention\\)" if named
             else "another model"),
        ]:  # fmt: skip
            with self.subTest(message), self.assertRaisesRegex(EvaluationError, message), applied(on, table):
                pass

    def test_a_model_without_a_rope(self):
        config = models.transformers.GPT2Config(n_embd=16, n_layer=1, n_head=2, vocab_size=8)
        with self.assertRaisesRegex(EvaluationError, "no rotary embedding"):
            places(models.transformers.GPT2LMHeadModel(config))


if __name__ == "__main__":
    unittest.main()
