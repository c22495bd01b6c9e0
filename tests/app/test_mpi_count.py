# SPDX-License-Identifier: GPL-3.0-or-later
"""`count` under mpirun: four processes write the same bytes as one, or nothing and a message."""
import os
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

CLI = os.environ["ROTASCOPE_CLI"]
PROGRAM = Path(CLI).with_name("rotascope-mpi-count")
ENVIRONMENT = {**os.environ, "OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1", "ROTASCOPE_CUDA_MODULE": "none"}
FOUR = ("mpirun", "-n", "4", "--oversubscribe", CLI)
MODEL = ("--model", "meta-llama/Llama-2-7b-hf")


def run(*command):
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=120, check=False, env=ENVIRONMENT)


@unittest.skipUnless(shutil.which("mpirun") and PROGRAM.exists(), "there is no MPI")
class CountsOfSeveralProcesses(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        self.long = self.recording("long.h5", 70000, "--angles")
        self.short = self.recording("short.h5", 300, "--angles")

    def recording(self, name, length, *options):
        self.assertEqual(run(CLI, "generate", *MODEL, "--length", length, *options, "-o", self.folder / name).returncode, 0)
        return self.folder / name

    def test_are_those_of_one(self):
        one, four = self.folder / "one.h5", self.folder / "four.h5"
        self.assertEqual(run(CLI, "count", self.long, self.short, "-o", one).returncode, 0)
        shared = run(*FOUR, "count", self.long, self.short, "-o", four)
        self.assertEqual((shared.returncode, shared.stdout, shared.stderr), (0, "", ""))
        self.assertEqual(one.read_bytes(), four.read_bytes())
        # Counts that are there already, beside values.
        mixed = run(*FOUR, "count", one, self.short, "-o", four)
        self.assertEqual(mixed.returncode, 0, mixed.stderr)
        self.assertEqual(run(CLI, "count", one, self.short, "-o", self.folder / "again.h5").returncode, 0)
        self.assertEqual((self.folder / "again.h5").read_bytes(), four.read_bytes())

    def test_one_message_where_a_file_cannot_be_used(self):
        damaged = self.folder / "damaged.h5"
        damaged.write_bytes(self.long.read_bytes()[:-5000])
        failed = run(*FOUR, "count", self.short, damaged, "-o", self.folder / "none.h5")
        self.assertNotEqual(failed.returncode, 0)
        self.assertEqual([line for line in failed.stderr.splitlines() if line.startswith("rotascope-cli:")],
                         [line for line in failed.stderr.splitlines() if "damaged.h5" in line])
        self.assertEqual(failed.stderr.count("rotascope-cli: "), 1, failed.stderr)
        self.assertFalse((self.folder / "none.h5").exists())

    def test_nothing_is_left_where_a_process_dies(self):
        target = self.folder / "target.h5"
        target.write_bytes(b"the old file")
        # Open MPI 4.1 itself may hang where a process dies while it starts: then once more.
        ended = next((end for end in (self.kill_one_of_four(target) for _ in range(3)) if end), None)
        self.assertIsNotNone(ended, "mpirun hung three times")
        code, errors = ended
        self.assertNotEqual(code, 0)
        self.assertIn("signal 9", errors)
        self.assertEqual(target.read_bytes(), b"the old file")
        self.assertEqual({file.name for file in self.folder.iterdir()}, {"long.h5", "short.h5", "target.h5"})

    def kill_one_of_four(self, target):
        """How mpirun ends then: its exit code and what it says; None where it does not."""
        command = [*FOUR, "count", *[str(self.long)] * 40, "-o", str(target)]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT) as process:
            workers = self.workers_for(target)
            time.sleep(0.3)  # they have met by then
            os.kill(workers[-1], signal.SIGKILL)
            try:
                _, errors = process.communicate(timeout=20)
                return process.returncode, errors
            except subprocess.TimeoutExpired:
                process.kill()
                return None

    def workers_for(self, target):
        for _ in range(1000):
            found = subprocess.run(["pgrep", "-f", f"{PROGRAM} {target}"], capture_output=True, text=True, check=False).stdout.split()
            if len(found) == 4:
                return [int(pid) for pid in found]
            time.sleep(0.01)
        self.fail("four processes did not start")


if __name__ == "__main__":
    unittest.main()
