# SPDX-License-Identifier: GPL-3.0-or-later
"""vLLM as a backend: what it is asked, with a stand-in for it; tables in its own rotary embeddings and whole runs, where it is installed."""

import contextlib
import importlib.util
import io
import math
import os
import sys
import unittest
from unittest import mock

import cases
import models
import runs
from rotascope_evaluate import EvaluationError, command, read_scores
from rotascope_evaluate.vllm_worker import same

HAS_VLLM = not models.MISSING and importlib.util.find_spec("vllm") is not None


class RefusedTest(cases.Case):
    def run_it(self, *arguments):
        line = ["model", "--length", 512, "-o", self.folder / "scores.json", *arguments]
        with contextlib.redirect_stderr(io.StringIO()) as said:
            self.assertEqual(command.main([str(part) for part in line]), 3)
        return said.getvalue()

    def test_options_that_do_not_go_with_it(self):
        self.assertIn("vLLM chooses its devices itself", self.run_it("--backend", "vllm", "--device", "cpu"))
        self.assertIn("--device-map: vLLM chooses", self.run_it("--backend", "vllm", "--device-map", "auto"))
        self.assertIn("--tensor-parallel goes with --backend vllm", self.run_it("--tensor-parallel", 2))
        with mock.patch.dict(os.environ, WORLD_SIZE="2"):
            self.assertIn("in place of accelerate launch", self.run_it("--backend", "vllm"))

    def test_says_what_to_install(self):
        with mock.patch.dict(sys.modules, vllm=None):
            self.assertIn("vLLM is not there", self.run_it("--backend", "vllm"))
            self.assertIn("pip install vllm", self.run_it("--backend", "vllm"))


@unittest.skipIf(models.MISSING, models.MISSING)
class StandInTest(runs.RunCase):
    """The backend with what stands in for vLLM: the scores are those of Transformers."""

    def setUp(self):
        super().setUp()
        import vllm_stand_in

        self.calls = vllm_stand_in.CALLS
        self.calls.clear()
        self.stand_in = vllm_stand_in
        patch = mock.patch.dict(sys.modules, vllm=vllm_stand_in)
        patch.start()
        self.addCleanup(patch.stop)
        self.options = ("--passkeys", 4, "--text", self.text, "--stride", 32, "--windows", 3)

    def run_vllm(self, *arguments, length=runs.LENGTH):
        """As run_it, which names a device that vLLM chooses itself."""
        tables = [part for path in self.tables for part in ("--table", path)]
        line = [self.model, *tables, "--length", length, "-o", self.scores, "--backend", "vllm", *arguments]
        with contextlib.redirect_stderr(io.StringIO()) as said, contextlib.redirect_stdout(io.StringIO()):
            status = command.main([str(part) for part in line])
        return status, said.getvalue()

    def test_scores_are_those_of_transformers(self):
        self.assertEqual(self.run_vllm(*self.options)[0], 0)
        found = read_scores(self.scores)["scores"]
        self.scores.unlink()
        self.run_it(*self.options)
        expected = read_scores(self.scores)["scores"]
        self.assertEqual(len(found), len(expected))
        for one, other in zip(found, expected):
            key = [(score["table"], score["length"], score["task"], score["metric"], score["count"]) for score in (one, other)]
            self.assertEqual(*key)
            self.assertAlmostEqual(one["value"], other["value"], delta=1e-4 * max(1.0, other["value"]), msg=key)
            self.assertEqual(one["asked"], other["asked"] + ", vLLM")

    def test_one_engine_and_each_table_in_its_turn(self):
        self.assertEqual(self.run_vllm(*self.options)[0], 0)
        engines = [options for name, options in self.calls if name == "LLM"]
        self.assertEqual(len(engines), 1)
        expected = {"model": str(self.model), "max_model_len": runs.LENGTH + 1, "enable_prefix_caching": False, "enforce_eager": True,
                    "tensor_parallel_size": 1, "worker_extension_cls": "rotascope_evaluate.vllm_worker.RotaryWorker"}  # fmt: skip
        self.assertLessEqual(expected.items(), engines[0].items())
        names = [name for name, _ in self.calls][1:]
        own, table = ["generate"], ["rotascope_apply", "generate", "rotascope_restore"]
        self.assertEqual(names, ["rotascope_ropes"] + 3 * (own + table + table))
        self.assertEqual(self.calls[1], ("rotascope_ropes", (runs.LENGTH + 1,)))
        (_, (_, inv_freq, attention_factor)) = next(call for call in self.calls if call[0] == "rotascope_apply")
        self.assertEqual((inv_freq, attention_factor), ([value / 2 for value in cases.frequencies(8)], 1.0))

    def test_goes_on_where_it_was_stopped(self):
        self.run_vllm(*self.options)
        document = read_scores(self.scores)
        last = document["scores"][-1]
        document["scores"] = [score for score in document["scores"] if (score["table"], score["task"]) != (last["table"], last["task"])]
        self.written("scores.json", document)
        self.calls.clear()
        self.assertIn("[1/1]", self.run_vllm(*self.options)[1])
        self.assertEqual([name for name, _ in self.calls].count("generate"), 1)
        self.assertIn("9 of 9 are there already", self.run_vllm(*self.options)[1])

    def test_many_prompts_go_in_portions(self):
        with mock.patch("rotascope_evaluate.vllm_backend.MOST_TOKENS", 3 * runs.LENGTH):
            self.run_vllm("--passkeys", 7, "--no-own")
        self.assertEqual([count for name, count in self.calls if name == "generate"], [3, 3, 1] * 2)

    def test_a_model_that_it_cannot_load_and_a_table_of_another(self):
        def fails(**_):
            raise ValueError("no such architecture\nand more")

        with mock.patch.object(self.stand_in, "LLM", fails):
            self.assertIn("vLLM cannot load it: no such architecture\n", self.run_vllm(*self.options)[1])
        self.tables = [self.written("other.json", cases.json_table((2.0,) * 8, base=5e5))]
        status, said = self.run_vllm(*self.options)
        self.assertEqual(status, 3)
        self.assertIn("it was made for another model", said)
        self.assertFalse(self.scores.exists())

    def test_an_embedding_without_such_a_buffer_is_named(self):
        with mock.patch.object(self.stand_in.RotaryEmbedding, "forward", lambda self, positions, query, key: (query, key)):
            status, said = self.run_vllm(*self.options)
        self.assertEqual(status, 3)
        self.assertIn("vLLM's RotaryEmbedding takes no table: it does not turn by these frequencies", said)


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


@unittest.skipUnless(HAS_VLLM, "vLLM is not installed")
class RealTest(cases.Case):
    """The real vLLM, on the CPU or a GPU: the same scores as with Transformers."""

    def hold_together(self, model, tables, *options):
        measured = {}
        for backend in ("vllm", "transformers"):
            output = self.folder / f"{backend}.json"
            line = [model, "--dtype", "float32", "--backend", backend, "-o", output, *options,
                    *(part for table in tables for part in ("--table", table))]  # fmt: skip
            line += ["--device", "cpu"] if backend == "transformers" else []
            with mock.patch.dict(os.environ, VLLM_CPU_KVCACHE_SPACE="1"), contextlib.redirect_stderr(io.StringIO()) as said:
                self.assertEqual(command.main([str(part) for part in line]), 0, said.getvalue())
            names = {table["id"]: table["name"] for table in read_scores(output)["tables"]}
            measured[backend] = {(names[score["table"]], score["length"], score["task"], score["metric"]): score["value"]
                                 for score in read_scores(output)["scores"]}  # fmt: skip
        self.assertEqual(set(measured["vllm"]), set(measured["transformers"]))
        for key, value in measured["transformers"].items():
            self.assertAlmostEqual(measured["vllm"][key], value, delta=2e-3 * max(1.0, abs(value)), msg=key)

    @unittest.skipUnless((cases.LABORATORY / "tinykey").is_dir(), "this tree has no laboratory")
    def test_of_the_laboratory_s_model(self):
        specification = importlib.util.spec_from_file_location("small_model", cases.ROOT / "resources/evaluate/small_model.py")
        small_model = importlib.util.module_from_spec(specification)
        specification.loader.exec_module(small_model)
        small_model.prepare(cases.LABORATORY / "tinykey", self.folder, [512], prompts=20, questions=5, training=9)
        tables = [self.written(f"{name}.json", cases.json_table(factors, attention_factor, 200.0)) for name, factors, attention_factor in
                  [("linear", (2.0,) * 16, 1.0), ("slow", (1.0,) * 9 + (2.0,) * 7, 1.1)]]  # fmt: skip
        harness = ["--harness", "tinykey", "--include-path", self.folder / "tasks-512", "--limit", 5]
        self.hold_together(self.folder / "model", tables, "--length", 512, "--passkeys", 20, "--prompts", self.folder / "prompts-{length}.jsonl",
                           "--text", self.folder / "text.txt", "--windows", 5,
                           *(harness if importlib.util.find_spec("lm_eval") else []))  # fmt: skip

    def test_of_several_ropes_and_of_a_trained_scaling(self):
        text = self.written("text.txt", "The grass is green . The sky is blue . " * 60)
        for name, base, rope in [("Gemma 3", 1e6, "full_attention"), ("Llama, trained with a scaling", 1e4, "")]:
            with self.subTest(name):
                table = self.written("table.json", cases.json_table((1.0,) * 8 + (2.0,) * 8, 1.1, base, rope=rope))
                # vLLM's attention has no heads of 16 components.
                model = models.save(self.folder / name, name, hidden_size=128, head_dim=32)
                self.hold_together(model, [table], "--length", runs.LENGTH, "--passkeys", 4, "--text", text, "--windows", 3, "--stride", 32)
                for backend in ("vllm", "transformers"):
                    (self.folder / f"{backend}.json").unlink()


class NamesTest(unittest.TestCase):
    def test_several_ropes_are_told_by_their_base(self):
        from rotascope_evaluate.vllm_backend import Vllm

        fast, slow = cases.frequencies(4), cases.frequencies(4, 1e6)
        kinds = [{"name": "local", "class": "RotaryEmbedding", "unscaled": fast, "own": fast, "attention_factor": 1.0, "problem": ""},
                 {"name": "global", "class": "LinearScalingRotaryEmbedding", "unscaled": slow, "own": [value / 8 for value in slow],
                  "attention_factor": 1.0, "problem": ""}]  # fmt: skip
        calls = []

        def answer(method, args):
            calls.append((method, args))
            return [kinds if method == "rotascope_ropes" else ""]

        backend = Vllm(mock.Mock(collective_rpc=answer), 64)
        table = cases.table((2.0,) * 4, base=1e6, rope="full_attention")
        with backend.applied(table):
            self.assertEqual(calls[-1], ("rotascope_apply", (["global"], [value / 2 for value in slow], 1.0)))
        self.assertEqual(calls[-1][0], "rotascope_restore")
        self.assertEqual(backend.own_table(64, table).factors, (8.0,) * 4)
        # The same base with and without a scaling: vLLM does not say which layers have which.
        kinds[0].update(unscaled=slow, own=slow)
        with self.assertRaisesRegex(EvaluationError, "vLLM does not say which is full_attention; expected --backend transformers"):
            backend.check(table)


if __name__ == "__main__":
    unittest.main()
