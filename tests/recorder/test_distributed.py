# SPDX-License-Identifier: GPL-3.0-or-later
"""Two processes of torch.distributed (gloo) against one process. Skipped where torch is not installed."""

import subprocess
import sys
import unittest
from pathlib import Path

import fakes
import numpy as np
from cases import RecorderTest
from rotascope_recorder import RecordingError, record

try:
    import torch
except ImportError:
    torch = None

RANKS = 2


def calls(rank):
    """What each process runs: other lengths, packed sequences, and rank 1 goes on token by token."""
    if rank == 0:
        return [[np.arange(300)], [[0, 1, 2, 0, 1]], [np.arange(7), np.arange(7)]]
    return [[np.arange(40)], [[40]], [[41]]]


def run_rank(rank, folder, what):
    """One process: the file of its name in the folder, or the error as text."""
    init = f"file://{folder}/rendezvous"
    torch.distributed.init_process_group("gloo", init_method=init, rank=rank, world_size=RANKS)
    options = {"ranks": "files" if what == "files" else "sum"}
    base = 100.0 if what == "other" and rank == 1 else 10000.0
    model = fakes.llama(fakes.RotaryEmbedding(base=base))
    try:
        with record(model, folder / "run.h5", angles="counts", created="2024-01-01T00:00:00Z", **options):
            for call in [] if what == "idle" and rank == 1 else calls(rank):
                model.forward(call)
    except RecordingError as error:
        (folder / f"error{rank}").write_text(str(error))
    torch.distributed.destroy_process_group()


@unittest.skipUnless(torch and torch.distributed.is_available(), "torch with torch.distributed is needed")
class DistributedTest(RecorderTest):
    def run_ranks(self, what):
        command = [sys.executable, __file__, str(self.folder), what]
        processes = [subprocess.Popen([*command, str(rank)]) for rank in range(RANKS)]
        for process in processes:
            self.assertEqual(process.wait(timeout=120), 0)
        (self.folder / "rendezvous").unlink(missing_ok=True)

    def one_process(self, ranks=range(RANKS)):
        path = self.folder / "one.h5"
        model_calls = [call for rank in ranks for call in calls(rank)]
        self.recorded(fakes.llama(), *model_calls, path=path, angles="counts", created="2024-01-01T00:00:00Z")
        return path.read_bytes()

    def test_the_sum_is_the_file_of_one_process(self):
        self.run_ranks("sum")
        self.assert_only("run.h5")
        self.assertEqual(self.path.read_bytes(), self.one_process())

    def test_a_process_that_saw_nothing(self):
        self.run_ranks("idle")
        self.assertEqual(self.path.read_bytes(), self.one_process([0]))

    def test_a_file_for_each(self):
        self.run_ranks("files")
        self.assert_only("run.rank0.h5", "run.rank1.h5")
        tokens = [int(self.open(self.folder / f"run.rank{r}.h5")["position_counts"][:].sum()) for r in range(RANKS)]
        self.assertEqual(tokens, [319, 42])

    def test_different_models_fail_everywhere(self):
        self.run_ranks("other")
        self.assert_only("error0", "error1")
        for rank in range(RANKS):
            self.assertIn("different RoPEs", (self.folder / f"error{rank}").read_text())


if __name__ == "__main__":
    if len(sys.argv) == 4:
        run_rank(int(sys.argv[3]), Path(sys.argv[1]), sys.argv[2])
    else:
        unittest.main()
