# SPDX-License-Identifier: GPL-3.0-or-later
"""What `cmake --install` leaves works wherever it lies."""

import json
import shutil
import sys
import unittest

from prefix import BUILD, HAS_CUDA, HAS_WINDOW, IS_SANITIZED, ROOT, installed, needs_window, run, scratch

sys.path.append(str(ROOT / "tests/docs"))
import documents  # noqa: E402

SAMPLE = "share/rotascope/samples/llama-2-7b-4096.h5"
DOCUMENTS = "share/doc/rotascope"
ALWAYS = {"bin/rotascope-cli", SAMPLE, "share/rotascope/recorder/pyproject.toml", f"{DOCUMENTS}/README.md",
          "share/rotascope/recorder/rotascope_recorder/__init__.py", "share/rotascope/evaluate/rotascope_evaluate/__init__.py",
          *(f"{DOCUMENTS}/docs/images/{picture}.png" for picture in ("window", "clock", "multiples", "landscape", "factors"))}  # fmt: skip
WITH_WINDOW = {"bin/rotascope", "share/applications/rotascope.desktop", "share/mime/packages/rotascope.xml",
               "share/metainfo/org.rotascope.rotascope.metainfo.xml", "share/icons/hicolor/scalable/apps/rotascope.svg",
               *(f"share/icons/hicolor/{size}x{size}/apps/rotascope.png" for size in (32, 48, 64, 128, 256))}  # fmt: skip


class InstalledFilesTest(unittest.TestCase):
    def setUp(self):
        self.files = [file for file in installed().rglob("*") if file.is_file()]

    def test_all_is_there(self):
        names = {file.relative_to(installed()).as_posix() for file in self.files}
        self.assertLessEqual(ALWAYS | (WITH_WINDOW if HAS_WINDOW else set()), names)
        self.assertEqual([name for name in names if "__pycache__" in name or name.endswith(".pyc")], [])

    @needs_window
    def test_icons_have_their_size(self):
        for size in (32, 48, 64, 128, 256):
            png = (installed() / f"share/icons/hicolor/{size}x{size}/apps/rotascope.png").read_bytes()
            self.assertEqual(png[:8], b"\x89PNG\r\n\x1a\n")
            self.assertEqual((int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")), (size, size))
            self.assertGreater(len(png), 500)  # it shows something

    def test_nothing_names_the_folders_it_was_built_in(self):
        for file in self.files:
            has_sources = file.is_relative_to(installed() / "bin") or (IS_SANITIZED and file.suffix == ".so")
            if not has_sources:  # as programs with debug information have
                content = file.read_bytes()
                for folder in (ROOT, BUILD, scratch()):
                    self.assertFalse(str(folder).encode() in content, f"{file} names {folder}")

    def test_links_of_documents_lead_somewhere(self):
        pages = [file for file in self.files if file.suffix == ".md"]
        self.assertGreater(len(pages), 5)
        for page in pages:
            self.assertEqual(documents.dead_links(page), [], page)


class InstalledProgramsTest(unittest.TestCase):
    def test_the_command_line(self):
        analysis = json.loads(run("rotascope-cli", "analyze", "--recording", installed() / SAMPLE, "--target-length", "8192", "--json"))
        self.assertAlmostEqual(analysis["methods"]["linear"]["mean_disturbance"], 0.02407, delta=0.00001)

    @needs_window
    def test_the_window(self):
        picture = scratch() / "window.png"
        run("rotascope", installed() / SAMPLE, "--snapshot", picture)
        self.assertGreater(picture.stat().st_size, 20000)

    def test_finds_the_engines_module_beside(self):
        """The tests' module stands in for that of the CUDA engine, where that is installed."""
        self.assertEqual(len(list(installed().glob("lib/rotascope/librotascope_cuda.so"))), HAS_CUDA)
        elsewhere = scratch() / "elsewhere"
        shutil.copytree(installed() / "bin", elsewhere / "bin")
        (elsewhere / "lib/rotascope").mkdir(parents=True)
        shutil.copyfile(BUILD / "tests/gpu/libemulated_engine.so", elsewhere / "lib/rotascope/librotascope_cuda.so")
        engines = json.loads(run(elsewhere / "bin/rotascope-cli", "engines", "--json"))
        self.assertEqual([engine["available"] for engine in engines], [True, True], engines)


if __name__ == "__main__":
    unittest.main()
