# SPDX-License-Identifier: GPL-3.0-or-later
"""The documents lead to what is there, and their figures and examples are true."""

import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import documents

CLI = os.environ["ROTASCOPE_CLI"]
ROOT = Path(os.environ["ROTASCOPE_SOURCE_DIR"])


def run_json(*arguments):
    return json.loads(subprocess.run([CLI, *arguments, "--json"], check=True, capture_output=True, text=True).stdout)


class ReferencesTest(unittest.TestCase):
    def test_links_lead_somewhere(self):
        for document in documents.documents_of(ROOT):
            self.assertEqual(documents.dead_links(document), [], document)

    def test_only_documents_that_exist_are_mentioned(self):
        for file in documents.texts_of(ROOT):
            if file != Path(__file__):
                with self.subTest(file=file):
                    self.assertEqual(documents.unknown_documents(file, ROOT), [])

    def test_the_papers_name_paths_that_exist(self):
        for name in ("docs/method.md", "docs/recording-format.md", "CONTRIBUTING.md"):
            self.assertEqual(documents.unknown_paths(ROOT / name, ROOT), [], name)

    def test_the_checks_find_what_is_missing(self):
        with tempfile.TemporaryDirectory() as folder:
            document = Path(folder, "one.md")
            document.write_text("[a](one.md#x) [b](https://there/x.md) [c](docs/two.md), three.md and `core/x.h`")
            self.assertEqual(documents.dead_links(document), ["docs/two.md"])
            self.assertEqual(documents.unknown_documents(document, folder), ["docs/two.md", "three.md"])
            self.assertEqual(documents.unknown_paths(document, folder), ["core/x.h"])


class MethodTest(unittest.TestCase):
    """The figures of docs/method.md are those that the program has."""

    def setUp(self):
        self.text = (ROOT / "docs/method.md").read_text(encoding="utf-8")

    @staticmethod
    def means(length, *more):
        """The mean disturbance of each method, as the document prints it; empty for a method that has no table."""
        methods = run_json("analyze", "--model", "meta-llama/Llama-2-7b-hf", "--target-length", str(length), *more)["methods"]
        return {name: f"{1000 * table['mean_disturbance']:.3f}" if "mean_disturbance" in table else "" for name, table in methods.items()}

    def test_the_table_of_reference_figures(self):
        rows = re.findall(r"^\| `([\w-]+)` \| ([\d.]+) \| [\d.]* ?\| ([\d.]+) \|", self.text, re.MULTILINE)
        self.assertEqual(len(rows), 9)
        short, long = self.means(8192), self.means(16384)
        for method, at_8k, at_16k in rows:
            self.assertEqual((at_8k, at_16k), (short[method], long[method]), method)

    def test_the_figures_in_the_text(self):
        figures = [
            (8192, "--interpolated-components", "80", "6.737"),
            (8192, "--threshold", "4.9e-4", "6.737"),
            (16384, "--interpolated-components", "64", "23.058"),
            (16384, "--threshold", "1.5e-3", "23.058"),
            (8192, "--bins", "720", "26.606"),
            (8192, "--bins", "90", "0.442"),
        ]
        for length, option, value, figure in figures:
            self.assertIn(figure, self.text)
            self.assertIn(value, self.text)
            self.assertEqual(self.means(length, "--method", "distributional", option, value)["distributional"], figure)

    def test_every_method_has_a_line(self):
        for method in self.means(8192):
            self.assertIn(f"`{method}`", self.text)


class RecordingFormatTest(unittest.TestCase):
    """The example of docs/recording-format.md is a recording."""

    def test_the_example(self):
        try:
            import h5py  # noqa: F401
        except ImportError:
            self.skipTest("h5py is not installed")
        (example,) = documents.code_blocks(ROOT / "docs/recording-format.md", "python")
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, "-c", example], cwd=folder, check=True)
            file = str(Path(folder, "my-recording.h5"))
            recording = run_json("inspect", file)
            self.assertEqual((recording["tokens"], recording["sequences"], recording["model_id"]), (4096, 1, "my/model"))
            (rope,) = recording["ropes"]
            self.assertEqual((rope["name"], rope["rotary_dim"], rope["rope_theta"]), ("main", 128, 10000.0))
            analysis = run_json("analyze", "--recording", file, "--target-length", "8192", "--before", "recorded-angles")
            linear = analysis["methods"]["linear"]["mean_disturbance"]
            self.assertAlmostEqual(linear, 0.02406, delta=0.0001)  # the angles are rounded to float32

    def test_the_page_names_what_the_header_names(self):
        header = (ROOT / "core/recording/format.h").read_text(encoding="utf-8")
        page = (ROOT / "docs/recording-format.md").read_text(encoding="utf-8")
        names = re.findall(r'const char\* \w+ = "([^"]+)"', header)
        self.assertGreater(len(names), 15)
        for name in names:
            self.assertRegex(page, rf"\b{re.escape(name)}\b")


if __name__ == "__main__":
    unittest.main()
