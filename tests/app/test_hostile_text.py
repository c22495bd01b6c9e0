# SPDX-License-Identifier: GPL-3.0-or-later
"""Names from files that are code, options, formulas or orders to a terminal: every script that is exported is run, and nothing of a name is."""

import csv
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CLI = os.environ["ROTASCOPE_CLI"]
MARKER = "broken-out"  # a file that only a name's own code makes
TOUCH = f"__import__('os').system('touch {MARKER}')"
LONGEST_NAME = 200  # bytes of a file's name

BY_HAND = [
    f"\\u000aimport os;os.system('touch {MARKER}')\\u000a#",
    f"x\nimport os;os.system('touch {MARKER}')\n",
    f"x\r{TOUCH}\r",
    f"x\x0b{TOUCH}\x0c{TOUCH}\x1c{TOUCH}\x1d\x1e{TOUCH}",
    f"x\x85{TOUCH}\u2028{TOUCH}\u2029{TOUCH}",
    f'"""\n{TOUCH}\n"""',
    f'"+{TOUCH}+"',
    f'\\"+{TOUCH}#',
    f"' + {TOUCH} + '",
    "coding: raw_unicode_escape",
    "vim: set fileencoding=utf-7 :",
    f"+AAo-{TOUCH}",
    "-*- coding: utf-16 -*-",
    f"$(touch {MARKER})",
    f"`touch {MARKER}`",
    f"'; touch {MARKER}; '",
    f"'\n touch {MARKER}\n'",
    f"\\\ntouch {MARKER}",
    f"x\ntouch {MARKER}\n",
    f"x\r\ntouch {MARKER}\r\n",
    "~/model", "*", "?", "!!", "&", "|", ">" + MARKER, "#", "%s%n", "a b\tc",
    "--trust-remote-code", "-h", "--model=other", "--", "-",
    '=HYPERLINK("http://x","y")', '+1+cmd|" /C calc"!A0', "-2+3", "@SUM(1)", "x,=1+1", 'x;="y"', 'x,"', 'x,"\n=1', "x,  @y", "x\t=1", "x,\t=1",
    "\\x22", "\\x2c=1", "\\x5cx22", "\\", "\\\\",
    "\x00", "\x1b[2J", "\x9b31m", "\x7f", "\u202egnp.exe", "\u2066\u061c\ufeff\u200f", "😀 ä", "",
    "<img src=\"file:///dev/zero\">", "<b>x</b>", "&lt;",
]  # fmt: skip


def by_chance(count):
    """Names of the pieces that break out of one language or another; the same in every run."""
    chance = random.Random(11)
    pieces = ["a", " ", "\n", "\r", "\t", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u202e", "'", '"', '"""', "\\", "\\n", "\\u000a", ",", ";", "=", "-", "+",
              "@", "#", "$", "`", "(", ")", "{", "}", "<", ">", "&", "\x00", "\x1b", "\x9b", "😀", f"\n{TOUCH}\n", f"$(touch {MARKER})",
              f"\ntouch {MARKER}\n", " coding: utf-7 ", "encoding=raw_unicode_escape"]  # fmt: skip
    return ["".join(chance.choice(pieces) for _ in range(chance.randrange(1, 12))) for _ in range(count)]


NAMES = BY_HAND + by_chance(12)
TORCH = "float32 = None\ndef tensor(*_, **__): raise AssertionError\n"
VLLM = "#!/bin/sh\nprintf '%s\\0' \"$@\"\n"


def visible(text):
    """Whether a terminal shows every character in the place that it seems to take."""
    return not re.search("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]", text)


class HostileTextTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.scratch.name)
        (cls.folder / "torch.py").write_text(TORCH)
        (cls.folder / "vllm").write_text(VLLM)
        (cls.folder / "vllm").chmod(0o755)
        cls.sources = [cls.source(number, name) for number, name in enumerate(NAMES)]

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def tearDown(self):
        self.assertFalse((self.folder / MARKER).exists(), "a name was run")

    @classmethod
    def source(cls, number, name):
        """A configuration whose own name, model's name and RoPEs' names are hostile; the one without a second RoPE goes to vLLM."""
        folder = cls.folder / str(number)
        folder.mkdir()
        file = name.replace("/", "_").replace("\x00", "").encode()[:LONGEST_NAME].decode(errors="ignore") + ".json"
        ropes = {name or "full_attention": {"rope_theta": 1e4, "rope_type": "default"}, "other": {"rope_theta": 1e6, "rope_type": "default"}}
        fields = {"model_type": "llama", "architectures": ["LlamaForCausalLM"], "head_dim": 8, "hidden_size": 64, "num_attention_heads": 8,
                  "max_position_embeddings": 64, "_name_or_path": name}  # fmt: skip
        (folder / file).write_text(json.dumps({**fields, "rope_theta": 1e4}))
        (folder / ("two" + file)).write_text(json.dumps({**fields, "rope_parameters": ropes}))
        return folder / file, folder / ("two" + file)

    def run_cli(self, *arguments, code=0):
        done = subprocess.run([CLI, *arguments], cwd=self.folder, capture_output=True)
        self.assertEqual(done.returncode, code, done.stderr)
        return done

    def export(self, config, form, *more):
        file = self.folder / f"table.{form}"
        self.run_cli("export", f"--config={config}", "--target-length=128", "--method=linear", f"--format={form}", f"--output={file}", *more)
        return file

    def provenance(self, config):
        return json.loads(self.export(config, "json").read_text())["provenance"]

    def test_python_runs_nothing_of_a_name(self):
        for name, (_, config) in zip(NAMES, self.sources, strict=True):
            rope = name or "full_attention"
            if "\x00" in rope:
                continue  # no argument of a program can hold it
            with self.subTest(name=name):
                snippet = self.export(config, "python", f"--rope={rope}")
                lines = snippet.read_bytes().split(b"\n")
                self.assertEqual(lines[0], b"# -*- coding: utf-8 -*-")
                self.assertRegex(lines[1], rb"^# program: Rotascope [0-9.]+$")
                ask = "import json, runpy, sys; print(json.dumps(runpy.run_path(sys.argv[1])['ROPE']))"
                done = subprocess.run([sys.executable, "-c", ask, snippet], cwd=self.folder, capture_output=True, text=True)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertEqual(json.loads(done.stdout), rope)

    def test_a_shell_gets_every_name_as_one_word(self):
        for name, (config, _) in zip(NAMES, self.sources, strict=True):
            with self.subTest(name=name):
                script = self.export(config, "vllm")
                environment = {**os.environ, "PATH": f"{self.folder}:{os.environ['PATH']}"}
                done = subprocess.run(["sh", script], cwd=self.folder, capture_output=True, env=environment)
                self.assertEqual((done.returncode, done.stderr), (0, b""))
                words = done.stdout.decode().split("\0")[:-1]
                is_a_name = name and not name.startswith("-") and visible(name)
                self.assertEqual(words[:4], ["serve", name if is_a_name else "MODEL", "--max-model-len", "128"])
                self.assertEqual((words[4], len(words)), ("--hf-overrides", 6))
                self.assertEqual(json.loads(words[5])["max_position_embeddings"], 128)

    def test_flags_name_the_model_as_one_word(self):
        (self.folder / "llama-server").write_text(VLLM)
        (self.folder / "llama-server").chmod(0o755)
        for name, (config, _) in zip(NAMES, self.sources, strict=True):
            with self.subTest(name=name):
                script = self.export(config, "llama-flags")
                environment = {**os.environ, "PATH": f"{self.folder}:{os.environ['PATH']}"}
                done = subprocess.run(["sh", script], cwd=self.folder, capture_output=True, env=environment)
                self.assertEqual((done.returncode, done.stderr), (0, b""))
                words = done.stdout.decode().split("\0")[:-1]
                self.assertEqual(words[:6], ["-m", "MODEL.gguf", "-c", "128", "--rope-scaling", "linear"])
                self.assertTrue(all(visible(line) for line in script.read_text().split("\n")))

    def test_a_spreadsheet_gets_no_formula(self):
        for name, (config, _) in zip(NAMES, self.sources, strict=True):
            with self.subTest(name=name):
                file = self.export(config, "csv")
                for separator in ",;\t":
                    with open(file, newline="") as text:
                        rows = list(csv.reader(text, delimiter=separator))
                    self.assertEqual(len(rows), len(file.read_text().splitlines()), "no cell goes on in the next line")
                    for cell in (cell for row in rows for cell in row):
                        self.assertFalse(re.match(r"\s*[=+\-@\t\r]", cell) and not re.fullmatch(r"-?[0-9.e+-]+(,.*)?", cell), cell)
                with open(file, newline="") as text:
                    table = list(csv.DictReader(line for line in text if not line.startswith("#")))
                self.assertEqual([row["dimension"] for row in table], ["0", "1", "2", "3"])

    def test_comments_say_what_json_says(self):
        for name, (config, _) in zip(NAMES, self.sources, strict=True):
            with self.subTest(name=name):
                provenance = self.provenance(config)
                self.assertTrue(all(visible(value) for value in provenance.values()), provenance)
                if visible(name):
                    self.assertEqual(provenance["model_id"], name)
                comments = dict(re.findall("^# ([a-z_]+): (.*)$", self.export(config, "python").read_text(), re.MULTILINE))
                self.assertEqual({key: comments[key] for key in provenance}, provenance)

    def test_a_terminal_is_shown_every_name(self):
        for name, (config, two) in zip(NAMES, self.sources, strict=True):
            missing = self.folder / "missing" / config.name
            for arguments, code in ((["lint", two], None), (["inspect", missing], 3), (["analyze", f"--config={two}", "--method=linear"], 0),
                                    (["analyze", f"--config={two}", f"--rope={config.name}"], 2), (["analyze", f"--x{config.name}"], 2)):  # fmt: skip
                with self.subTest(name=name, arguments=arguments):
                    done = subprocess.run([CLI, *arguments], cwd=self.folder, capture_output=True)
                    if code is not None:
                        self.assertEqual(done.returncode, code, done.stderr)
                    for line in (done.stdout + done.stderr).split(b"\n"):
                        self.assertTrue(visible(line.decode()), line)
                    if code in (2, 3):
                        self.assertEqual(done.stderr.count(b"\n"), 1, done.stderr)

    def test_json_is_lossless_and_visible(self):
        for name, (config, two) in zip(NAMES, self.sources, strict=True):
            with self.subTest(name=name):
                text = self.run_cli("analyze", f"--config={config}", "--target-length=128", "--json").stdout.decode()
                self.assertTrue(all(visible(line) for line in text.split("\n")))
                source = json.loads(text)["source"]
                self.assertEqual((source["model_id"], source["origin"] if "origin" in source else str(config)), (name, str(config)))


if __name__ == "__main__":
    unittest.main()
