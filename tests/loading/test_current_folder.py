# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs load nothing from the folder that the user stands in: they run in one that is full of traps.

A trap is a library that leaves a mark when it is loaded, under each name that the loader, Qt, HDF5 or we ourselves might ask for. Where
strace works, it also shows that nothing below that folder is as much as looked for. The window's libraries are thereby checked on the
platform "offscreen"."""

import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

CLI = os.environ["ROTASCOPE_CLI"]
WINDOW = os.environ.get("ROTASCOPE")  # not in a build without the window
SAMPLE = Path(os.environ["ROTASCOPE_SOURCE_DIR"], "resources/samples/llama-2-7b-4096.h5")
MODEL = ["--model", "meta-llama/Llama-2-7b-hf", "--target-length", "8192"]

# With the mark of an engine, and not sealed (core/engine/module_seal.h): a library without it would not be loaded at all.
SEAL = re.search(r"moduleMark = {([^}]*)}", Path(os.environ["ROTASCOPE_SOURCE_DIR"], "core/engine/module_seal.h").read_text())[1]
TRAP = """
#include <fcntl.h>
#include <unistd.h>
__attribute__((used)) static volatile struct { unsigned char mark[24]; unsigned long long digest; } seal = {{SEAL}, 0};
__attribute__((constructor)) static void spring(void) { close(open(MARK, O_CREAT | O_WRONLY, 0600)); }
"""
# What Qt, HDF5 and the engines' registry load at run time. All others are what the programs are linked with.
MODULES = ["librotascope_cuda.so", "lib/rotascope/librotascope_cuda.so", "platforms/libqoffscreen.so", "platforms/libqxcb.so",
           "plugins/platforms/libqoffscreen.so", "imageformats/libqsvg.so", "iconengines/libqsvgicon.so", "styles/libstyle.so",
           "platformthemes/libqgtk3.so", "libh5plugin.so", "plugin/libh5plugin.so", "hdf5/plugin/libh5plugin.so"]  # fmt: skip
FOLDERS_OF_THE_LOADER = ["", "tls", "x86_64", "glibc-hwcaps/x86-64-v2", "glibc-hwcaps/x86-64-v3"]


def linked_libraries(program):
    """The names of all libraries that a program is linked with."""
    listing = subprocess.run(["ldd", program], check=True, capture_output=True, text=True).stdout
    return [line.split()[0] for line in listing.splitlines() if "=>" in line]


def strace_works():
    strace = shutil.which("strace")
    return strace is not None and subprocess.run([strace, "-o", os.devnull, "true"], capture_output=True).returncode == 0


STRACE = strace_works()


class CurrentFolderTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.outside = Path(os.path.realpath(cls.scratch.name), "outside")
        cls.folder = Path(os.path.realpath(cls.scratch.name), "traps")
        cls.mark = cls.outside / "sprung"
        cls.outside.mkdir()
        source = cls.outside / "trap.c"
        source.write_text(TRAP.replace("SEAL", SEAL))
        trap = cls.outside / "trap.so"
        subprocess.run([os.environ["ROTASCOPE_C_COMPILER"], "-shared", "-fPIC", f'-DMARK="{cls.mark}"', source, "-o", trap], check=True)
        libraries = {name for program in (CLI, WINDOW) if program for name in linked_libraries(program)}
        for name in [*MODULES, *(f"{folder}/{name}".lstrip("/") for folder in FOLDERS_OF_THE_LOADER for name in libraries)]:
            (cls.folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(trap, cls.folder / name)
        (cls.folder / "qt.conf").write_text("[Paths]\nPrefix = .\nPlugins = .\n")

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def setUp(self):
        self.mark.unlink(missing_ok=True)

    def run_among_traps(self, *command, **environment):
        """Runs a program in the folder of traps: the result, and what it looked for there (nothing where strace does not work)."""
        log = self.outside / "strace.log"
        log.write_text("")
        # Not the loader but what is started is given the environment: strace itself is not to step into a trap.
        given = [option for name, value in environment.items() for option in ("-E", f"{name}={value}")]
        before = ["strace", "-f", "-qq", "-e", "trace=%file", "-o", log, *given] if STRACE else ["env", *given[1::2]]
        usual = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(self.outside), "XDG_RUNTIME_DIR": str(self.outside),
                 "ASAN_OPTIONS": "detect_leaks=0"}  # fmt: skip  # LeakSanitizer does not work under strace
        result = subprocess.run([*before, *command], cwd=self.folder, env=usual, capture_output=True, text=True, timeout=120)
        return result, [line for line in log.read_text().splitlines() if self.is_in_the_folder(line)]

    def is_in_the_folder(self, line):
        """Whether a line of strace names a path below the folder of traps, or one relative to the current folder."""
        relative = re.search(r'AT_FDCWD, "[^/]|^\d+ +(open|access|stat|lstat|readlink)\("[^/]', line)
        return relative is not None or f'"{self.folder}' in line

    def assert_nothing_is_loaded(self, *command, code=0, **environment):
        result, looked_for = self.run_among_traps(*command, **environment)
        self.assertEqual(result.returncode, code, result.stderr)
        self.assertFalse(self.mark.exists(), "a library of the current folder was loaded")
        self.assertEqual(looked_for, [])
        return result

    def test_the_command_line(self):
        self.assert_nothing_is_loaded(CLI, "engines")
        self.assert_nothing_is_loaded(CLI, "inspect", SAMPLE)
        self.assert_nothing_is_loaded(CLI, "analyze", "--recording", SAMPLE, "--target-length", "8192")

    def test_the_writers(self):
        self.assert_nothing_is_loaded(CLI, "generate", *MODEL[:2], "--length", "64", "-o", self.outside / "run.h5", HDF5_PLUGIN_PATH=".")
        self.assert_nothing_is_loaded(CLI, "export", *MODEL, "--method", "yarn", "--format", "hdf5", "-o", self.outside / "table.h5",
                                      HDF5_PLUGIN_PATH=".")  # fmt: skip

    def test_a_recording_with_a_filter_that_a_plugin_could_have(self):
        try:
            import h5py
        except ImportError:
            self.skipTest("h5py is not installed")
        file = self.outside / "filter.h5"
        shutil.copyfile(SAMPLE, file)
        with h5py.File(file, "r+") as recording:
            del recording["positions"]
            properties = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
            properties.set_chunk((64,))
            properties.set_filter(32000, h5py.h5z.FLAG_OPTIONAL)  # the number of LZF, which comes as a plugin
            h5py.h5d.create(recording.id, b"positions", h5py.h5t.STD_I64LE, h5py.h5s.create_simple((4096,)), properties)
            recording["positions"][:] = range(4096)
        for path in (".", "", str(self.folder)):
            result = self.assert_nothing_is_loaded(CLI, "inspect", file, code=3, HDF5_PLUGIN_PATH=path)
            self.assertIn("uses filter 32000", result.stderr)

    @unittest.skipUnless(WINDOW, "this build has no window")
    def test_the_window(self):
        self.assert_nothing_is_loaded(WINDOW, SAMPLE, "--snapshot", self.outside / "sample.png")
        self.assert_nothing_is_loaded(WINDOW, *MODEL, "--snapshot", self.outside / "preset.png")

    def test_through_a_link_to_the_program(self):
        link = self.outside / "linked-cli"
        link.symlink_to(CLI)
        engines = self.assert_nothing_is_loaded(link, "engines").stdout
        self.assertNotIn(str(self.outside), engines)

    def test_a_module_by_a_relative_path_is_refused(self):
        for path in ("librotascope_cuda.so", "./librotascope_cuda.so", "lib/rotascope/librotascope_cuda.so"):
            engines = self.assert_nothing_is_loaded(CLI, "engines", ROTASCOPE_CUDA_MODULE=path).stdout
            self.assertIn(f"{path}: is relative to the current folder; expected an absolute path", engines)

    # The traps work:

    def test_traps_of_the_loader_spring(self):
        result, looked_for = self.run_among_traps(CLI, "engines", LD_LIBRARY_PATH=":")
        self.assertTrue(result.returncode != 0 or self.mark.exists())
        self.assertTrue(looked_for or not STRACE)

    def test_traps_of_the_registry_spring_and_are_named(self):
        module = self.folder / "librotascope_cuda.so"
        engines, _ = self.run_among_traps(CLI, "engines", ROTASCOPE_CUDA_MODULE=module)
        self.assertTrue(self.mark.exists())
        self.assertIn(f"chosen by ROTASCOPE_CUDA_MODULE: {module}\n", engines.stdout)
        engines, _ = self.run_among_traps(CLI, "engines", "--json", ROTASCOPE_CUDA_MODULE=module)
        self.assertEqual([engine["chosen_module"] for engine in json.loads(engines.stdout)], ["", str(module)])

    @unittest.skipUnless(WINDOW and STRACE, "this build has no window, or strace does not work here")
    def test_strace_sees_where_the_window_looks(self):
        _, looked_for = self.run_among_traps(WINDOW, *MODEL, "--snapshot", self.outside / "x.png", QT_PLUGIN_PATH=".")
        self.assertTrue(any("platforms" in line for line in looked_for))


if __name__ == "__main__":
    unittest.main()
