# SPDX-License-Identifier: GPL-3.0-or-later
"""A recording of 20 GiB, or of ROTASCOPE_LARGE_SEQUENCES MiB: it is counted, drawn and cut out right, in little memory.

ROTASCOPE_LARGE_FILE is one that make_large_recording has made already, with as many sequences. Every sequence in it is the same, so each count is that of one sequence, as many times as there are sequences."""
import json
import os
import shutil
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

CLI = os.environ["ROTASCOPE_CLI"]
WINDOW = os.environ.get("ROTASCOPE", "")
MAKE = os.environ["ROTASCOPE_MAKE_LARGE"]
SEQUENCES = int(os.environ.get("ROTASCOPE_LARGE_SEQUENCES", "20480"))
LENGTH = 4096
MOST_MEMORY = 1 << 40 if os.environ.get("ROTASCOPE_SANITIZE") else 256 << 20  # sanitizers keep what was freed
NEEDED = SEQUENCES * (LENGTH * (64 * 4 + 8)) + (1 << 30)


class Outcome:
    """A program's output, its time, and the most memory that it had."""

    def __init__(self, *command, **environment):
        begin = time.monotonic()
        variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "ROTASCOPE_CACHE": "none", "ROTASCOPE_CUDA_MODULE": "none", **environment}
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            program = subprocess.Popen(list(map(str, command)), stdout=out, stderr=err, env=variables)
            _, status, usage = os.wait4(program.pid, 0)
            program.returncode = os.waitstatus_to_exitcode(status)
            self.seconds = time.monotonic() - begin
            self.code = program.returncode
            self.memory = usage.ru_maxrss * 1024
            out.seek(0)
            err.seek(0)
            self.out = out.read().decode()
            self.err = err.read().decode()
        words = " ".join(Path(str(word)).name for word in command)
        print(f"    {words}: {self.seconds:.1f} s, {usage.ru_utime + usage.ru_stime:.1f} s of processors, "
              f"{self.memory / 2**20:.0f} MiB", flush=True)


class LargeRecording(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="rotascope-large-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        if "ROTASCOPE_LARGE_FILE" not in os.environ and shutil.disk_usage(cls.folder).free < NEEDED:
            raise unittest.SkipTest(f"there are no {NEEDED >> 30} GiB free")
        cls.large, cls.one = Path(os.environ.get("ROTASCOPE_LARGE_FILE", cls.folder / "large.h5")), cls.folder / "one.h5"
        for file, sequences in ((cls.one, 1), *(() if cls.large.exists() else ((cls.large, SEQUENCES),))):
            made = Outcome(MAKE, file, sequences)
            if made.code != 0:
                raise RuntimeError(made.err)

    def run_well(self, *command, **environment):
        outcome = Outcome(*command, **environment)
        self.assertEqual(outcome.code, 0, outcome.err)
        self.assertLess(outcome.memory, MOST_MEMORY)
        return outcome

    def test_it_is_inspected(self):
        told = self.run_well(CLI, "inspect", self.large).out
        self.assertRegex(told, rf"tokens +{SEQUENCES * LENGTH}\n")
        self.assertRegex(told, rf"sequences +{SEQUENCES}\n")

    # The same shares, so the same disturbances: they are of frequencies.
    def test_it_is_analysed(self):
        def means(file):
            return json.loads(self.run_well(CLI, "analyze", "--recording", file, "--json").out)

        one, many = means(self.one), means(self.large)
        self.assertEqual(many["methods"].keys(), one["methods"].keys())
        for name, method in one["methods"].items():
            if method.get("mean_disturbance") is not None:
                self.assertAlmostEqual(many["methods"][name]["mean_disturbance"], method["mean_disturbance"], delta=1e-9, msg=name)

    def test_it_is_counted(self):
        counted = self.folder / "counts.h5"
        self.run_well(CLI, "count", self.large, "-o", counted)
        self.assertRegex(self.run_well(CLI, "inspect", counted).out, rf"tokens +{SEQUENCES * LENGTH}\n")

    @unittest.skipUnless(WINDOW, "there is no window")
    def test_its_track_is_drawn(self):
        data = self.folder / "track.csv"
        self.run_well(WINDOW, self.large, "--plot", "track", "--dimension", 40, "-o", data)
        lines = [line.split(",") for line in data.read_text().splitlines() if line.startswith("40,")]
        self.assertEqual(sum(int(line[5]) for line in lines), SEQUENCES * LENGTH)

    # What is cut out of the middle is what the one sequence has.
    @unittest.skipUnless(WINDOW, "there is no window")
    def test_single_rows_are_drawn(self):
        def counts(file, first):
            data = self.folder / "rows.csv"
            self.run_well(WINDOW, file, "--plot", "track", "--dimension", 20, "--rows", f"{first}-{first + 499}", "-o", data)
            rows = [line.split(",") for line in data.read_text().splitlines() if line.startswith("20,")]
            return [(int(row[1]) - first, *row[3:]) for row in rows]

        self.assertEqual(counts(self.large, (SEQUENCES // 2) * LENGTH + 1000), counts(self.one, 1000))

    @unittest.skipUnless(WINDOW, "there is no window")
    def test_its_errors_are_measured(self):
        data = self.folder / "errors.csv"
        self.run_well(WINDOW, self.large, "--plot", "errors", "-o", data)
        lines = [line.split(",") for line in data.read_text().splitlines() if line[:1].isdigit()]
        self.assertEqual(len(lines), 64)
        self.assertTrue(all(float(line[1]) <= float(line[5]) for line in lines))


if __name__ == "__main__":
    unittest.main()
