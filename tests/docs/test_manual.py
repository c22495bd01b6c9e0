# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands and options that the manual names exist. tests/ui/manual has the rest: links, terms, menus."""

import os
import re
import subprocess
import unittest
from pathlib import Path

ROOT = Path(os.environ["ROTASCOPE_SOURCE_DIR"])
PAGES = sorted(ROOT.glob("resources/manual/*/*.md"))
PROGRAMS = {"rotascope-cli": os.environ["ROTASCOPE_CLI"], "rotascope": os.environ.get("ROTASCOPE", "")}


def help_of(program, *command):
    return subprocess.run([PROGRAMS[program], *command, "--help"], check=True, capture_output=True, text=True).stdout


def options_in(text):
    return set(re.findall(r"(?<![\w-])--?[a-z][\w-]*", text))


def commands_of_cli():
    return re.findall(r"^  (\w+) ", help_of("rotascope-cli").split("Subcommands:")[1], re.MULTILINE)


def codes_in(text):
    """Spans and lines of blocks, as one list of lines."""
    text = text.replace("\\\n", "")
    blocks = re.findall(r"^```\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    rest = re.sub(r"^```\n.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line] + re.findall(r"`([^`]+)`", rest)


def unknown_in(code, commands, known):
    """What a line of code names of our programs that is not there."""
    words = code.split()
    if words[0] == "rotascope-cli" and len(words) > 1 and not words[1].startswith("-"):
        if words[1] not in commands:
            return {words[1]}
        return options_in(code) - options_in(known[words[1]])
    if words[0] in PROGRAMS:
        return options_in(code) - options_in(known[words[0]])
    if words[0] in commands and len(words) > 1:
        return options_in(code) - options_in(known[words[0]])
    return options_in(code) - options_in(" ".join(known.values())) if words[0].startswith("--") else set()


@unittest.skipUnless(PROGRAMS["rotascope"], "the window is not built, and with it the manual")
class ManualTest(unittest.TestCase):
    def setUp(self):
        self.commands = commands_of_cli()
        self.known = {command: help_of("rotascope-cli", command) for command in self.commands}
        self.known.update({program: help_of(program) for program in PROGRAMS})

    def test_commands_and_options_exist(self):
        codes = [(page.name, code) for page in PAGES for code in codes_in(page.read_text(encoding="utf-8"))]
        self.assertGreater(sum("rotascope" in code for _, code in codes), 25)
        for page, code in codes:
            with self.subTest(page=page, code=code):
                self.assertEqual(unknown_in(code, self.commands, self.known), set())

    def test_every_command_is_named(self):
        text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
        for command in self.commands:
            self.assertIn(f"`rotascope-cli {command}", text)

    def test_the_check_finds_what_is_missing(self):
        for code, unknown in (
            ("rotascope-cli draw", {"draw"}),
            ("rotascope-cli sweep --factors 3", {"--factors"}),
            ("rotascope --nothing", {"--nothing"}),
            ("--no-such-option", {"--no-such-option"}),
            ("llama-cli --rope-scale 2", set()),
            ("rotascope-cli sweep --lengths 9 -o x", set()),
        ):
            self.assertEqual(unknown_in(code, self.commands, self.known), unknown)


if __name__ == "__main__":
    unittest.main()
