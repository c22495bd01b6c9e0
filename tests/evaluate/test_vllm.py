# SPDX-License-Identifier: GPL-3.0-or-later
"""vLLM as a backend: tables in its own rotary embeddings, where it is installed."""

import importlib.util
import math
import unittest
from unittest import mock

import cases
import models
from rotascope_evaluate.vllm_worker import same

HAS_VLLM = not models.MISSING and importlib.util.find_spec("vllm") is not None


@unittest.skipUnless(HAS_VLLM, "vLLM is not installed")
class OwnEmbeddingsTest(unittest.TestCase):
    """Tables in vLLM's own classes."""

    SIZE, LENGTH, LONGER = 16, 64, 256
    TYPES = {
        "default": {},
        "M-RoPE": {"rope_type": "default", "mrope_section": [2, 3, 3]},
        "linear": {"factor": 2.0},
        "dynamic": {"factor": 2.0},
        "llama3": {"factor": 4.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0, "original_max_position_embeddings": LENGTH},
        "yarn": {"factor": 2.0, "original_max_position_embeddings": LENGTH},
        "deepseek_yarn": {"factor": 2.0, "original_max_position_embeddings": LENGTH},
        "longrope": {"short_factor": [1.0] * 8, "long_factor": [3.0] * 8, "original_max_position_embeddings": LENGTH},
    }

    def each(self):
        from vllm.config import VllmConfig, set_current_vllm_config
        from vllm.model_executor.layers.rotary_embedding import get_rope

        config = VllmConfig()
        config.model_config = mock.Mock(max_model_len=self.LONGER)
        for dtype in (models.torch.float32, models.torch.bfloat16):
            for kind, more in self.TYPES.items():
                for is_neox in (True, False):
                    if kind in ("longrope", "M-RoPE") and not is_neox:
                        continue
                    with self.subTest(kind, dtype=dtype, is_neox=is_neox), set_current_vllm_config(config), models.torch.inference_mode():
                        rope = {"rope_type": kind, "rope_theta": 10000.0, **more}
                        yield kind, get_rope(self.SIZE, self.LENGTH, is_neox, rope, dtype)

    def test_turn_by_a_table_and_by_their_own_frequencies_again(self):
        from rotascope_evaluate.vllm_worker import Rope

        for kind, module in self.each():
            rope = Rope(module)
            self.assertEqual(rope.problem, "")
            self.assertTrue(same(rope.unscaled, cases.frequencies(8)))
            if kind in ("default", "llama3", "longrope"):
                expected = {"default": 1.0, "llama3": 4.0, "longrope": 3.0}[kind]
                self.assertAlmostEqual(rope.unscaled[-1] / rope.own[-1], expected, places=4)
            own = [rope.turned(position) for position in (1, 50)]
            for factors, attention_factor in [((1.0, 1.5, 2.0, 4.0, 4.0, 4.0, math.inf, 0.5), 1.25), ((3.0,) * 7 + (1.0,), 1.0)]:
                table = cases.table(factors, attention_factor=attention_factor)
                rope.write(list(table.extended_inv_freq), attention_factor, self.LONGER)
                self.assertEqual(rope.differs(table.extended_inv_freq, attention_factor, self.LONGER), "")
            self.assertNotEqual(rope.differs(rope.own, rope.attention_factor, self.LONGER), "")
            rope.restore(self.LONGER)
            for position, (cosine, sine) in zip((1, 50), own):
                models.torch.testing.assert_close(rope.turned(position), (cosine, sine), atol=1e-5, rtol=0)
            self.assertEqual(rope.differs(rope.own, rope.attention_factor, self.LONGER), "")


if __name__ == "__main__":
    unittest.main()
