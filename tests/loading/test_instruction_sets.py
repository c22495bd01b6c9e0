# SPDX-License-Identifier: GPL-3.0-or-later
"""Files compiled with instructions that not every processor has must not leave a function that the linker could use in the whole program."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

BUILD = Path(os.environ["ROTASCOPE_BUILD"])
SETS = ("baseline", "avx2", "avx512")
SANITIZERS = ("__odr_asan", "DW.ref.")  # data that AddressSanitizer's builds share: no instructions


def shared_symbols(file):
    """What an object file defines for others, but for what is named after an instruction set."""
    listing = subprocess.run(["nm", "--demangle", "--defined-only", file], check=True, capture_output=True, text=True).stdout
    symbols = [line.split(maxsplit=2)[1:] for line in listing.splitlines()]
    own = tuple(f"rotascope::{name}::" for name in SETS)
    return [name for kind, name in symbols
            if (kind.isupper() or kind in "vwu") and not name.startswith((*own, *SANITIZERS))]


class InstructionSetsTest(unittest.TestCase):
    def test_loops_share_nothing(self):
        files = sorted(BUILD.glob("core/CMakeFiles/rotascope_*.dir/*/*_loops.cpp.o"))
        self.assertGreaterEqual(len(files), 2)
        for file in files:
            with self.subTest(file=file):
                self.assertEqual(shared_symbols(file), [])

    def test_finds_what_is_shared(self):
        with tempfile.TemporaryDirectory() as folder:
            source, file = Path(folder, "a.c"), Path(folder, "a.o")
            source.write_text("static int own(int a) { return a; } __attribute__((weak)) int shared(int a) { return own(a); }")
            subprocess.run([os.environ["ROTASCOPE_C_COMPILER"], "-c", source, "-o", file], check=True)
            self.assertEqual(shared_symbols(file), ["shared"])


if __name__ == "__main__":
    unittest.main()
