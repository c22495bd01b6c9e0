# SPDX-License-Identifier: GPL-3.0-or-later
"""The program rotascope-recorder: counts of a corpus and of a log, against counts of the tokens one by one."""

import contextlib
import gzip
import io
import json

import fakes
import numpy as np
from cases import RecorderTest, pairs_by_distance
from rotascope_recorder import command, corpus, record

try:
    import pyarrow
    from pyarrow import parquet
except ImportError:
    pyarrow = None

CONFIG = {"_name_or_path": "someone/tiny", "hidden_size": 64, "num_attention_heads": 4, "max_position_embeddings": 4096}


class PackerTest(RecorderTest):
    def packed(self, lengths, size, whole):
        """What it makes of documents in blocks, and of the tokens one by one."""
        packer = corpus.Packer(size, whole=whole)
        blocks = [packer.add(np.array(block, dtype=np.int64)) for block in np.array_split(lengths, 3)]
        actual = np.concatenate([*blocks, packer.rest()])
        expected, filled, run = [], 0, 0
        for length in lengths:
            for token in range(length):
                filled, run = filled + 1, run + 1
                if filled % size == 0 or (not whole and token == length - 1):
                    expected.append(run)
                    run = 0
        return actual[actual > 0].tolist(), expected + [run] * (run > 0)

    def test_documents_are_cut_where_the_sequence_is_full(self):
        lengths = np.random.default_rng(5).integers(0, 40, 200)
        for size in (1, 7, 16, 1000, 10**6):
            for whole in (True, False):
                with self.subTest(size=size, whole=whole):
                    self.assertEqual(*self.packed(lengths, size, whole))


class CommandTest(RecorderTest):
    def setUp(self):
        super().setUp()
        self.config = self.write("config.json", json.dumps(CONFIG))

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def lines(self, name, *rows):
        return self.write(name, "".join(json.dumps(row) + "\n" for row in rows))

    def run_command(self, *arguments):
        """Exit status, what was printed, what was complained about."""
        output, errors = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
            try:
                status = command.main([str(argument) for argument in arguments])
            except SystemExit as exit_request:
                status = exit_request.code
        return status, output.getvalue(), errors.getvalue()

    def counted(self, *arguments):
        status, _, errors = self.run_command(*arguments, "-o", self.path, "--config", self.config)
        self.assertEqual((status, errors), (0, ""))
        return self.open()

    def assert_lengths(self, file, lengths):
        size = max(lengths)
        positions = np.concatenate([np.arange(length) for length in lengths])
        np.testing.assert_array_equal(file["position_counts"][:], [np.bincount(positions)])
        sequences = [range(length) for length in lengths]
        np.testing.assert_array_equal(file["distance_counts"][:], pairs_by_distance(sequences, size))
        self.assertEqual(
            {file[name].attrs["tokens"] for name in ("position_counts", "distance_counts")}, {sum(lengths)}
        )

    def test_a_corpus_in_words(self):
        corpus_file = self.lines("corpus.jsonl", {"text": "one two  three"}, {"text": ""}, {"text": "four\nfive"})
        file = self.counted("lengths", corpus_file)
        self.assert_lengths(file, [3, 2])
        self.assertEqual((file.attrs["version"], file.attrs["model_id"]), (2, "someone/tiny"))
        self.assertEqual(set(file["ropes/main"]), {"inv_freq"})
        np.testing.assert_allclose(file["ropes/main/inv_freq"][:], 1e4 ** (-np.arange(8) / 8))

    def test_the_same_counts_as_of_positions_one_by_one(self):
        corpus_file = self.lines("corpus.jsonl", *({"length": length} for length in (5, 9, 3, 9)))
        file = self.counted("lengths", corpus_file, "--field", "length", "--pack", "8", "--reset")
        told = self.folder / "told.h5"
        with record(fakes.llama(), told, angles="counts", watch=False) as recorder:
            for length in (5, 3, 6, 2, 1, 7, 2):
                recorder.add_positions(np.arange(length))
        for name in ("position_counts", "distance_counts"):
            np.testing.assert_array_equal(file[name][:], self.open(told)[name][:])

    def test_lengths_and_lists_of_tokens_in_several_files(self):
        first = self.lines("a.jsonl", {"n": 4}, {"n": [7, 8]})
        second = self.folder / "b.jsonl.gz"
        with gzip.open(second, "wt") as file:
            file.write('{"n": 1}\n\n{"n": "two words"}\n')
        self.assert_lengths(self.counted("lengths", first, second, "--field", "n"), [4, 2, 1, 2])

    def test_more_documents_than_are_measured_together(self):
        lengths = [1 + index % 5 for index in range(corpus.BATCH + 7)]
        corpus_file = self.lines("corpus.jsonl", *({"n": length} for length in lengths))
        self.assert_lengths(self.counted("lengths", corpus_file, "--field", "n"), lengths)
        whole = [50] * (sum(lengths) // 50) + [sum(lengths) % 50]
        self.assert_lengths(self.counted("lengths", corpus_file, "--field", "n", "--pack", "50"), whole)

    def test_a_log_of_requests(self):
        log = self.lines(
            "log.jsonl",
            {"usage": {"prompt_tokens": 10, "completion_tokens": 5}},
            {"tokens_evaluated": 3, "tokens_predicted": 1},
            {"prompt_tokens": 7},
            {"prompt_tokens": 2, "completion_tokens": 0},
        )
        self.assert_lengths(self.counted("requests", log), [14, 3, 7, 2])

    def test_a_log_with_fields_of_its_own(self):
        log = self.lines("log.jsonl", {"request": {"in": 4, "out": 3}, "prompt_tokens": 99})
        self.assert_lengths(self.counted("requests", log, "--prompt", "request.in", "--completion", "request.out"), [6])

    def test_the_ropes_of_a_recording(self):
        recording = self.folder / "model.h5"
        modules = {f"layers.{layer}.rotary": fakes.RotaryEmbedding(base=base) for layer, base in enumerate((1e4, 1e6))}
        self.recorded(fakes.Model(modules, _name_or_path="someone/two"), [[0]], path=recording)
        corpus_file = self.lines("corpus.jsonl", {"text": "a b"})
        status, printed, _ = self.run_command("lengths", corpus_file, "-o", self.path, "--recording", recording)
        self.assertEqual((status, printed), (0, f"{self.path}: 1 sequences, 2 tokens, the longest sequence has 2\n"))
        file, original = self.open(), self.open(recording)
        self.assertEqual(file.attrs["model_id"], "someone/two")
        for name in ("layer_0", "layer_1"):
            self.assertEqual(repr(dict(file["ropes"][name].attrs)), repr(dict(original["ropes"][name].attrs)))
            np.testing.assert_array_equal(file["ropes"][name]["inv_freq"][:], original["ropes"][name]["inv_freq"][:])

    def test_what_cannot_be_read_is_told(self):
        good = self.lines("good.jsonl", {"text": "a"})
        yarn = self.write("yarn.json", json.dumps({**CONFIG, "rope_scaling": {"type": "yarn", "factor": 4.0}}))
        short = self.write("short.json", json.dumps({"hidden_size": 64, "num_attention_heads": 4}))
        cases = (
            (["lengths", self.write("bad.jsonl", '{"text": "a"}\n{')], "bad.jsonl, line 2: one JSON object"),
            (["lengths", good, "--field", "body"], "good.jsonl, line 1 has no field body"),
            (["lengths", self.lines("list.jsonl", [1])], "list.jsonl, line 1 has no field text"),
            (["lengths", self.lines("null.jsonl", {"text": {}})], "is not a length"),
            (["lengths", self.lines("long.jsonl", {"text": 2**24 + 1})], "is not a length"),
            (["lengths", self.lines("bool.jsonl", {"text": True})], "is not a length"),
            (["lengths", self.write("empty.jsonl", "")], "not one token"),
            (["lengths", self.folder / "missing.jsonl"], "missing.jsonl"),
            (["requests", good], "line 1 has no field prompt_tokens or"),
            (["requests", self.lines("neg.jsonl", {"prompt_tokens": -1})], "-1 is not a length"),
        )
        for arguments, message in cases:
            status, _, errors = self.run_command(*arguments, "-o", self.path, "--config", self.config)
            self.assertEqual(status, 1)
            self.assertIn(message, errors)
            self.assertFalse(self.path.exists())
        for config, message in ((yarn, "type yarn"), (short, "no max_position_embeddings"), (good, "cannot be read")):
            config = config if config != good else self.folder / "none.json"
            status, _, errors = self.run_command("lengths", good, "-o", self.path, "--config", config)
            self.assertEqual(status, 1)
            self.assertIn(message, errors)
        status, _, errors = self.run_command("lengths", good, "-o", self.path, "--recording", good)
        self.assertEqual(status, 1)
        self.assertIn("cannot be read as a recording", errors)

    def test_wrong_arguments(self):
        good = self.lines("good.jsonl", {"text": "a"})
        for arguments in (["lengths", good, "-o", self.path], ["lengths", good, "--pack", "0"], ["nothing"], []):
            self.assertEqual(self.run_command(*arguments)[0], 2)

    def test_the_input_is_not_replaced(self):
        good = self.lines("good.jsonl", {"text": "a"})
        status, _, errors = self.run_command("lengths", good, "-o", good, "--config", self.config)
        self.assertEqual(status, 1)
        self.assertIn("choose another name", errors)
        self.assertEqual(good.read_text(), '{"text": "a"}\n')

    def test_parquet(self):
        path = self.folder / "corpus.parquet"
        if not pyarrow:
            path.write_bytes(b"")
            status, _, errors = self.run_command("lengths", path, "-o", self.path, "--config", self.config)
            self.assertEqual(status, 1)
            self.assertIn("pip install pyarrow", errors)
            return
        table = {"text": ["a b c", "d"], "tokens": [[1, 2], [3, 4, 5, 6]], "n": [5, 1]}
        parquet.write_table(pyarrow.table(table), path)
        for field, lengths in (("text", [3, 1]), ("tokens", [2, 4]), ("n", [5, 1])):
            self.assert_lengths(self.counted("lengths", path, "--field", field), lengths)
        status, _, errors = self.run_command("lengths", path, "-o", self.path, "--config", self.config, "--field", "x")
        self.assertEqual(status, 1)
        self.assertIn("no column x: it has text, tokens, n", errors)
