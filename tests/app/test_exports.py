# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports as the programs that they are for read them."""

import csv
import importlib
import importlib.util
import json
import os
import shlex
import subprocess
import sys
import tempfile
import types
import unittest
from pathlib import Path

CLI = os.environ["ROTASCOPE_CLI"]
TARGET_LENGTH = 16384


def module(name):
    """A module that may be missing."""
    return importlib.import_module(name) if importlib.util.find_spec(name) else None


numpy = module("numpy")
h5py = module("h5py")
gguf = module("gguf")


class ExportTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.scratch.name)
        cls.expected = json.loads(cls.export("json", "table.json").read_text())
        cls.factors = [dimension["factor"] for dimension in cls.expected["dimensions"]]

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    @classmethod
    def export(cls, form, name, *more):
        file = cls.folder / name
        subprocess.run(
            [CLI, "export", "--model", "meta-llama/Llama-2-7b-hf", "--target-length", str(TARGET_LENGTH), "--method", "yarn",
             "--format", form, *more, "-o", str(file)],
            check=True,
        )  # fmt: skip
        return file


class TextTest(ExportTest):
    def test_json_is_complete(self):
        self.assertEqual(self.expected["schema"], "rotascope-table/1")
        self.assertEqual(self.expected["provenance"]["target_length"], str(TARGET_LENGTH))
        self.assertEqual([d["index"] for d in self.expected["dimensions"]], list(range(64)))
        self.assertGreater(self.expected["attention_factor"], 1.1)

    def test_csv_has_the_same_numbers(self):
        with open(self.export("csv", "table.csv"), newline="") as file:
            rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
        for row, dimension in zip(rows, self.expected["dimensions"], strict=True):
            for name in ("inv_freq", "wavelength", "factor", "disturbance_extrapolation", "disturbance_interpolation"):
                self.assertEqual(float(row[name]), dimension[name])

    def test_vllm_command_is_one_shell_command(self):
        words = shlex.split(self.export("vllm", "serve.sh").read_text(), comments=True)
        words = [word for word in words if word != "\n"]
        self.assertEqual(words[:4], ["vllm", "serve", "meta-llama/Llama-2-7b-hf", "--max-model-len"])
        overrides = json.loads(words[words.index("--hf-overrides") + 1])
        self.assertEqual(overrides["rope_parameters"]["short_factor"], self.factors)


    def test_flags_are_one_shell_command(self):
        words = shlex.split(self.export("llama-flags", "run.sh").read_text(), comments=True)
        words = [word for word in words if word != "\n"]
        self.assertEqual(words[:5], ["llama-server", "-m", "MODEL.gguf", "-c", str(TARGET_LENGTH)])
        flags = dict(zip(words[5::2], words[6::2], strict=True))
        self.assertEqual((flags["--rope-scaling"], float(flags["--rope-scale"])), ("yarn", TARGET_LENGTH / 4096))
        self.assertEqual(float(flags["--rope-scale"]), max(self.factors))


class PythonTest(ExportTest):
    """Runs the snippet on a stand-in for PyTorch, and on PyTorch itself where it is installed."""

    def apply(self, torch, embeddings):
        saved = sys.modules.get("torch")
        sys.modules["torch"] = torch
        try:
            spec = importlib.util.spec_from_file_location("snippet", self.export("python", "table.py"))
            snippet = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(snippet)
        finally:
            sys.modules.pop("torch")
            if saved:
                sys.modules["torch"] = saved
        self.assertEqual(snippet.FACTORS, self.factors)
        model = types.SimpleNamespace(modules=lambda: embeddings, config=types.SimpleNamespace(max_position_embeddings=4096))
        return snippet.apply_table(model)

    @staticmethod
    def stand_in():
        class Tensor:
            def __init__(self, values, dtype=None, device=None):
                self.values, self.device = list(values), device

            dim = staticmethod(lambda: 1)
            numel = lambda self: len(self.values)  # noqa: E731
            clone = lambda self: Tensor(self.values, device=self.device)  # noqa: E731

        return types.SimpleNamespace(tensor=Tensor, float32="float32")

    def test_applies_to_every_rotary_embedding_of_its_size(self):
        torch = self.stand_in()
        rotary = types.SimpleNamespace(
            inv_freq=torch.tensor([1.0] * 64, device="gpu"), original_inv_freq=None, attention_scaling=1.0, rope_type="dynamic")
        vision = types.SimpleNamespace(inv_freq=torch.tensor([1.0] * 20))
        model = self.apply(torch, [types.SimpleNamespace(), rotary, vision])
        expected = [d["inv_freq"] / d["factor"] for d in self.expected["dimensions"]]
        self.assertEqual(rotary.inv_freq.values, expected)
        self.assertEqual(rotary.inv_freq.device, "gpu")
        self.assertEqual(rotary.original_inv_freq.values, expected)
        self.assertEqual(rotary.attention_scaling, self.expected["attention_factor"])
        self.assertEqual(rotary.rope_type, "default")
        self.assertEqual(vision.inv_freq.values, [1.0] * 20)
        self.assertEqual(model.config.max_position_embeddings, TARGET_LENGTH)

    def test_refuses_a_model_that_it_does_not_fit(self):
        torch = self.stand_in()
        other = types.SimpleNamespace(inv_freq=torch.tensor([1.0] * 32))
        with self.assertRaisesRegex(ValueError, r"64 frequencies; the model's rotary embeddings have \[32\]"):
            self.apply(torch, [other])
        with self.assertRaises(ValueError):
            self.apply(torch, [])

    @unittest.skipUnless(module("torch") and module("transformers"), "torch and transformers are not installed")
    def test_changes_what_a_real_model_applies(self):
        import torch
        from transformers import LlamaConfig, LlamaForCausalLM

        config = LlamaConfig(hidden_size=256, num_attention_heads=2, num_key_value_heads=2, num_hidden_layers=1, intermediate_size=8,
                             vocab_size=8, max_position_embeddings=4096)  # fmt: skip
        model = LlamaForCausalLM(config)
        applied = self.apply(torch, list(model.modules()))
        self.assertEqual(applied.config.max_position_embeddings, TARGET_LENGTH)
        cos, _ = model.model.rotary_emb(torch.zeros(1, 1), torch.tensor([[9000]]))
        frequencies = torch.tensor([d["inv_freq"] / d["factor"] for d in self.expected["dimensions"]], dtype=torch.float32)
        torch.testing.assert_close(cos[0, 0, :64], torch.cos(9000 * frequencies) * self.expected["attention_factor"])


@unittest.skipUnless(numpy, "numpy is not installed")
class SlopesTest(unittest.TestCase):
    """Runs the snippet for ALiBi on a stand-in for PyTorch that is made of NumPy."""

    HEADS = 4

    def snippet(self):
        class Tensor(numpy.ndarray):
            device = "cpu"
            to = lambda self, _: self  # noqa: E731
            dim = lambda self: self.ndim  # noqa: E731
            repeat = lambda self, count: tensor(list(self) * count)  # noqa: E731
            view = lambda self, *shape: self.reshape(shape)  # noqa: E731

        tensor = lambda values, dtype=None: numpy.array(values, dtype or float).view(type=Tensor)  # noqa: E731
        torch = types.SimpleNamespace(tensor=tensor, float32="float32")
        with tempfile.TemporaryDirectory() as folder:
            table = Path(folder) / "table.csv"
            for form, file, *more in (("csv", table), ("python", Path(folder) / "slopes.py", "--table", table)):
                subprocess.run(
                    [CLI, "export", "--encoding", "alibi", "--channels", str(self.HEADS), "--pretraining-length", "2048", "--target-length",
                     "4096", "--method", "custom" if more else "linear", "--format", form, *more, "-o", str(file)],
                    check=True, stderr=subprocess.DEVNULL,
                )  # fmt: skip
                if form == "csv":  # a factor for each head
                    lines = file.read_text().splitlines()
                    rows = [line.split(",") for line in lines if line[:1].isdigit()]
                    kept = [line for line in lines if not line[:1].isdigit()]
                    file.write_text("\n".join(kept + [",".join(r[:3] + [str(1 + int(r[0]))] + r[4:]) for r in rows]) + "\n")
            saved = sys.modules.get("torch")
            sys.modules["torch"] = torch
            try:
                spec = importlib.util.spec_from_file_location("slopes", file)
                snippet = importlib.util.module_from_spec(spec)
                spec.loader.exec_module(snippet)
            finally:
                sys.modules.pop("torch")
                if saved:
                    sys.modules["torch"] = saved
        return snippet, tensor

    def test_divides_the_slope_of_each_head(self):
        snippet, tensor = self.snippet()
        self.assertEqual(snippet.FACTORS, [1, 2, 3, 4])
        slopes = [2.0 ** -(2 * h + 2) for h in range(self.HEADS)]
        self.assertEqual(snippet.EXTENDED_SLOPES, [slope / factor for slope, factor in zip(slopes, snippet.FACTORS)])
        alibi = tensor([[[-slope * d for d in range(5)]] for slope in slopes] * 2)  # two sequences
        bloom = types.SimpleNamespace(build_alibi_tensor=lambda mask, heads, dtype=None: alibi)
        snippet.apply_table(types.SimpleNamespace(modules=lambda: [types.SimpleNamespace(), bloom], config=types.SimpleNamespace()))
        found = bloom.build_alibi_tensor(None, self.HEADS, dtype="float32")
        for row in range(2 * self.HEADS):
            self.assertEqual(found[row, 0, 4], -4 * snippet.EXTENDED_SLOPES[row % self.HEADS])

    def test_refuses_a_model_without_alibi(self):
        snippet, tensor = self.snippet()
        with self.assertRaisesRegex(ValueError, "builds no ALiBi"):
            snippet.apply_table(types.SimpleNamespace(modules=lambda: [], config=types.SimpleNamespace()))
        mpt = types.SimpleNamespace(build_mpt_alibi_tensor=lambda heads, length: tensor([[[0.0]]] * 3))
        config = types.SimpleNamespace(max_seq_len=2048)
        snippet.apply_table(types.SimpleNamespace(modules=lambda: [mpt], config=config))
        self.assertEqual(config.max_seq_len, 4096)
        with self.assertRaisesRegex(ValueError, "the table is for 4 heads; the model has 3"):
            mpt.build_mpt_alibi_tensor(3, 10)


@unittest.skipUnless(numpy, "numpy is not installed")
class NumpyTest(ExportTest):
    def test_npy_is_one_record_of_columns(self):
        file = self.export("npy", "table.npy")
        table = numpy.load(file, allow_pickle=False)
        self.assertEqual(table.shape, ())
        self.assertEqual(table["factor"].tolist(), self.factors)
        for name in ("index", "inv_freq", "wavelength", "disturbance", "choice"):
            self.assertEqual(table[name].tolist(), [d[name] for d in self.expected["dimensions"]])
        self.assertEqual(table["attention_factor"].item(), self.expected["attention_factor"])
        self.assertEqual(json.loads(table["provenance"].item()), self.expected["provenance"])
        again = self.folder / "again.npy"
        numpy.save(again, table)
        self.assertEqual(again.read_bytes(), file.read_bytes(), "numpy itself would have written the same bytes")


@unittest.skipUnless(h5py, "h5py is not installed")
class Hdf5Test(ExportTest):
    def test_every_column_is_a_dataset(self):
        with h5py.File(self.export("hdf5", "table.h5")) as file:
            self.assertEqual((file.attrs["format"], file.attrs["version"]), ("rotascope-table", 1))
            self.assertEqual(file.attrs["attention_factor"], self.expected["attention_factor"])
            self.assertEqual(dict(file["provenance"].attrs), self.expected["provenance"])
            for name in ("index", "inv_freq", "wavelength", "factor", "disturbance_extrapolation", "disturbance"):
                self.assertEqual(file[name][()].tolist(), [d[name] for d in self.expected["dimensions"]])
            self.assertEqual([choice.decode() for choice in file["choice"]], [d["choice"] for d in self.expected["dimensions"]])


@unittest.skipUnless(gguf and numpy, "the gguf package is not installed")
class GgufTest(ExportTest):
    """The package that llama.cpp's own converters use writes the models and reads the copies."""

    def model(self, architecture="llama"):
        file = self.folder / f"{architecture}.gguf"
        writer = gguf.GGUFWriter(file, architecture)
        writer.add_name("tiny")
        writer.add_context_length(4096)
        writer.add_embedding_length(256)
        writer.add_head_count(2)
        writer.add_rope_dimension_count(128)
        writer.add_rope_freq_base(10000.0)
        writer.add_rope_scaling_type(gguf.RopeScalingType.LONGROPE)
        writer.add_rope_scaling_factor(4.0)
        writer.add_token_list(["a", "b"])
        random = numpy.random.default_rng(1)
        self.tensors = {
            "token_embd.weight": random.random((2, 256), dtype=numpy.float32),
            "blk.0.attn_q.weight": random.random((7, 3)).astype(numpy.float16),
            "output.weight": random.random((5, 1), dtype=numpy.float32),
        }
        for name, values in self.tensors.items():
            writer.add_tensor(name, values)
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()
        return file

    def test_patched_copy(self):
        reader = gguf.GGUFReader(self.export("gguf", "copy.gguf", "--into", str(self.model())))
        tensors = {tensor.name: tensor for tensor in reader.tensors}
        self.assertEqual(set(tensors), {"rope_freqs.weight", *self.tensors})
        freqs = tensors["rope_freqs.weight"]
        self.assertEqual(freqs.tensor_type, gguf.GGMLQuantizationType.F32)
        self.assertEqual(freqs.shape.tolist(), [64])
        numpy.testing.assert_array_equal(freqs.data, numpy.asarray(self.factors, numpy.float32))
        for name, values in self.tensors.items():
            numpy.testing.assert_array_equal(tensors[name].data, values)
        offset = 0  # llama.cpp wants no gaps
        for tensor in reader.tensors:
            self.assertEqual(tensor.data_offset - reader.data_offset, offset)
            offset += -(-tensor.n_bytes // reader.alignment) * reader.alignment
        self.assertEqual(reader.get_field("llama.context_length").contents(), TARGET_LENGTH)
        self.assertIsNone(reader.get_field("llama.rope.scaling.type"))
        self.assertIsNone(reader.get_field("llama.rope.scaling.factor"))
        self.assertEqual(reader.get_field("llama.rope.scaling.attn_factor").contents(),
                         float(numpy.float32(self.expected["attention_factor"])))  # fmt: skip
        self.assertEqual(reader.get_field("tokenizer.ggml.tokens").contents(), ["a", "b"])
        self.assertEqual(reader.get_field("rotascope.factors").contents(), self.factors)
        for name, value in self.expected["provenance"].items():
            self.assertEqual(reader.get_field("rotascope." + name).contents(), value)

    def test_tensor_alone(self):
        reader = gguf.GGUFReader(self.export("gguf-rope", "rope.gguf"))
        self.assertEqual([tensor.name for tensor in reader.tensors], ["rope_freqs.weight"])
        numpy.testing.assert_array_equal(reader.tensors[0].data, numpy.asarray(self.factors, numpy.float32))

    def test_other_architectures_are_refused(self):
        with self.assertRaises(subprocess.CalledProcessError) as raised:
            self.export("gguf", "copy-of-qwen2.gguf", "--into", str(self.model("qwen2")))
        self.assertEqual(raised.exception.returncode, 3)
        self.assertFalse((self.folder / "copy-of-qwen2.gguf").exists())


if __name__ == "__main__":
    unittest.main()
