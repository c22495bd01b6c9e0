# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual pages say what `--help` says, no more and no less, and their examples run."""

import gzip
import re
import shlex
import subprocess
import unittest

from prefix import HAS_WINDOW, installed, needs, needs_window, run

SHARED = ("SOURCE", "ENCODING", "START", "ANALYSIS")  # sections of options that several commands take


def pages():
    return [f"share/man/man1/{name}.1.gz" for name in (["rotascope-cli", "rotascope"] if HAS_WINDOW else ["rotascope-cli"])]


def text_of(page):
    with gzip.open(installed() / page, "rt", encoding="utf-8") as file:
        return file.read()


def sections_of(text):
    """The page's sections and subsections by the first word of their heading."""
    parts = re.split(r"^\.S[hs] (\S+).*\n", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2]))


def options_in(section):
    """Options that have an entry in a section of a page, as they are typed."""
    entries = re.findall(r"^\.It (Fl .*)$", section, re.MULTILINE)
    names = [name for entry in entries for name in re.findall(r"Fl (\S+)", entry)]
    return {f"-{name}" for name in names}


def options_of_help(text):
    """Options at the beginnings of the lines of a help text."""
    lines = re.findall(r"^ {2,4}(-[\w-]+(?:, ?-[\w-]+)*)", text, re.MULTILINE)
    return {name for line in lines for name in re.split(", ?", line)}


class CommandLineManualTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.text = text_of(pages()[0])
        cls.sections = sections_of(cls.text)
        cls.help = run("rotascope-cli", "--help")
        cls.commands = re.findall(r"^  ([a-z]+)  ", cls.help.split("Subcommands:")[1], re.MULTILINE)

    def test_the_program(self):
        self.assertEqual(options_in(self.sections["DESCRIPTION"]), options_of_help(self.help))
        codes = re.findall(r"(\d) (\w+)", self.help.split("Exit codes:")[1])
        self.assertEqual(len(codes), 6)
        self.assertEqual([code for code, _ in codes], re.findall(r"^\.It (\d)", self.sections["EXIT"], re.MULTILINE))

    def test_every_command_is_there(self):
        self.assertGreaterEqual(len(self.commands), 10)
        self.assertEqual(re.findall(r"^\.Ss (\w+)", self.text, re.MULTILINE), self.commands)

    def test_every_command_has_its_options(self):
        for command in self.commands:
            with self.subTest(command=command):
                section = self.sections[command]
                options = options_in(section) | {"-h", "--help"}
                for shared in SHARED:
                    if f".Sx {shared}" in section:
                        options |= options_in(self.sections[shared])
                self.assertEqual(options, options_of_help(run("rotascope-cli", command, "--help")))

    def test_every_name_that_an_option_takes_is_there(self):
        export = run("rotascope-cli", "export", "--help")
        methods = re.search(r"--method .*: one of (.*)", export)[1].split(", ")
        formats = re.search(r"--format FORMAT REQUIRED +(.*)", export)[1].split(", ")
        for section, names in (("METHODS", methods), ("FORMATS", formats)):
            entries = re.findall(r"^\.It Cm (.*)$", self.sections[section], re.MULTILINE)
            self.assertEqual(sorted(name for entry in entries for name in entry.split(" , ")), sorted(names))
        divergences = re.search(r"--divergence NAME=kl +(.*)", export)[1]
        for name in re.findall(r"([\w-]+): ", divergences):
            self.assertRegex(self.sections["ANALYSIS"], rf"(?m)^\.Cm {name}\b")


@needs_window
class WindowManualTest(unittest.TestCase):
    def test_the_options(self):
        text = text_of(pages()[1])
        self.assertEqual(options_in(text), options_of_help(run("rotascope", "--help")))


class EveryManualTest(unittest.TestCase):
    def test_the_examples_run(self):
        for page in pages():
            examples = re.findall(r"^\.Dl (.*)$", sections_of(text_of(page))["EXAMPLES"], re.MULTILINE)
            self.assertGreater(len(examples), 1)
            for example in examples:
                run(*shlex.split(example))

    @needs("mandoc")
    def test_mandoc_has_no_remark(self):
        for page in pages():
            remarks = subprocess.run(["mandoc", "-Tlint", "-Wstyle", installed() / page], capture_output=True, text=True).stdout
            # The other page is not where mandoc looks for it.
            self.assertEqual([line for line in remarks.splitlines() if "referenced manual not found: Xr rotascope" not in line], [])

    @needs("man")
    def test_man_has_no_warning(self):
        for page in pages():
            shown = subprocess.run(["man", "--warnings", "-l", installed() / page], capture_output=True, text=True, env={"MANWIDTH": "80"})
            self.assertEqual((shown.returncode, shown.stderr), (0, ""))
            self.assertIn("EXAMPLES", shown.stdout)


if __name__ == "__main__":
    unittest.main()
