# SPDX-License-Identifier: GPL-3.0-or-later
"""No program and no module lets the loader look into the folder that the user stands in, neither as built nor as installed."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

import run_paths

BUILD = Path(os.environ["ROTASCOPE_BUILD"])


class RunPathsTest(unittest.TestCase):
    def check_all_in(self, folder, at_least):
        files = list(run_paths.loadables_in(folder))
        self.assertLessEqual(at_least, {file.name for file in files})
        for file in files:
            with self.subTest(file=file):
                self.assertEqual(run_paths.unsafe_paths(file), [])

    def test_as_built(self):
        self.check_all_in(BUILD, {"rotascope-cli", "libemulated_engine.so"})

    def test_as_installed(self):
        with tempfile.TemporaryDirectory() as prefix:
            command = [os.environ["ROTASCOPE_CMAKE"], "--install", BUILD, "--prefix", prefix]
            result = subprocess.run(command, capture_output=True, text=True)
            self.assertEqual(result.returncode, 0, result.stderr)
            self.check_all_in(prefix, {"rotascope-cli"})


class TheCheckItselfTest(unittest.TestCase):
    def unsafe_paths_with(self, *options):
        with tempfile.TemporaryDirectory() as folder:
            empty = Path(folder, "empty.c")
            empty.touch()
            command = [os.environ["ROTASCOPE_C_COMPILER"], "-shared", "-fPIC", empty, "-o", "library.so", *options]
            subprocess.run(command, cwd=folder, check=True)
            self.assertEqual([file.name for file in run_paths.loadables_in(folder)], ["library.so"])
            return run_paths.unsafe_paths(Path(folder, "library.so"))

    def test_finds_empty_elements(self):
        for paths in ("/usr/lib:", ":/usr/lib", "/usr/lib::/lib"):
            self.assertEqual(self.unsafe_paths_with(f"-Wl,--enable-new-dtags,-rpath,{paths}"), ['RUNPATH ""'])
            self.assertEqual(self.unsafe_paths_with(f"-Wl,--disable-new-dtags,-rpath,{paths}"), ['RPATH ""'])

    def test_finds_relative_elements(self):
        self.assertEqual(self.unsafe_paths_with("-Wl,--enable-new-dtags,-rpath,/usr/lib:../lib:."), ['RUNPATH "../lib"', 'RUNPATH "."'])

    def test_finds_libraries_by_a_relative_path(self):
        with tempfile.TemporaryDirectory() as folder:
            compiler = [os.environ["ROTASCOPE_C_COMPILER"], "-shared", "-fPIC", "-x", "c", os.devnull]
            subprocess.run([*compiler, "-o", "other.so"], cwd=folder, check=True)
            subprocess.run([*compiler, "-x", "none", "-Wl,--no-as-needed", "./other.so", "-o", "library.so"], cwd=folder, check=True)
            self.assertEqual(run_paths.unsafe_paths(Path(folder, "library.so")), ['NEEDED "./other.so"'])

    def test_accepts_absolute_paths_and_the_programs_own_folder(self):
        self.assertEqual(self.unsafe_paths_with(), [])
        self.assertEqual(self.unsafe_paths_with("-Wl,-rpath,/usr/lib:$ORIGIN/../lib"), [])


if __name__ == "__main__":
    unittest.main()
