# SPDX-License-Identifier: GPL-3.0-or-later
"""What README.md tells a new user to copy does what it says."""

import contextlib
import io
import json
import os
import re
import shlex
from pathlib import Path
from types import SimpleNamespace

import fakes
import numpy as np
from cases import RecorderTest
from rotascope_recorder import command

try:
    from torch import distributed
except ImportError:
    distributed = None

README = Path(__file__).parents[2] / "resources" / "recorder" / "README.md"


class Model(fakes.Decoder):
    """Goes through positions as a real one does, on the way of generate and of a batch."""

    def generate(self, input_ids, max_new_tokens):
        self(position_ids=[np.arange(input_ids)])
        for position in range(input_ids, input_ids + max_new_tokens - 1):
            self(position_ids=[[position]])


class ReadmeTest(RecorderTest):
    def setUp(self):
        super().setUp()
        self.addCleanup(os.chdir, os.getcwd())
        os.chdir(self.folder)

    def blocks(self, language):
        return re.findall(rf"^```{language}\n(.*?)^```$", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)

    def run_block(self, block):
        batch = {"position_ids": [np.arange(6)], "attention_mask": np.array([[1, 1, 1, 1, 0, 0]])}
        names = {
            "AutoModelForCausalLM": SimpleNamespace(from_pretrained=lambda name: Model()),
            "model": Model(),
            "inputs": {"input_ids": 100},
            "loader": [batch, batch],
            "train": lambda batch: None,
        }
        exec("import rotascope_recorder\n" + block, names)

    def test_python(self):
        run, counts, told, _ = self.blocks("python")
        self.run_block(run)
        np.testing.assert_array_equal(self.open()["positions"][:], np.arange(299))
        for block in (counts, told):
            self.run_block(block)
            with contextlib.closing(self.open(self.folder / "counts.h5")) as file:
                np.testing.assert_array_equal(file["position_counts"][:], [[2, 2, 2, 2]])
                np.testing.assert_array_equal(file["distance_counts"][:], [8, 6, 4, 2])

    def test_python_of_several_processes(self):
        if not (distributed and distributed.is_available()):
            self.skipTest("torch with torch.distributed is needed")
        distributed.init_process_group("gloo", init_method=f"file://{self.folder}/rendezvous", rank=0, world_size=1)
        self.addCleanup(distributed.destroy_process_group)
        self.run_block(self.blocks("python")[3])
        np.testing.assert_array_equal(self.open(self.folder / "counts.h5")["position_counts"][:], [[2, 2, 2, 2]])

    def test_commands(self):
        config = {"hidden_size": 64, "num_attention_heads": 4, "max_position_embeddings": 4096}
        inputs = {
            "corpus.jsonl": {"text": "three short words"},
            "lengths.jsonl": {"length": 5000},
            "log.jsonl": {"usage": {"prompt_tokens": 10, "completion_tokens": 3}},
            "config.json": config,
        }
        for name, content in inputs.items():
            (self.folder / name).write_text(json.dumps(content))
        for line in self.blocks("sh")[0].splitlines():
            program, *arguments = shlex.split(line)
            self.assertEqual(program, "rotascope-recorder")
            with contextlib.redirect_stdout(io.StringIO()):
                self.assertEqual(command.main(arguments), 0)
        for name, tokens, longest in (("corpus.h5", 3, 3), ("packed.h5", 5000, 4096), ("served.h5", 12, 12)):
            counts = self.open(self.folder / name)["position_counts"]
            self.assertEqual((counts.attrs["tokens"], counts.shape), (tokens, (1, longest)))
