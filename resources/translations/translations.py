#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The translations of the window's texts and of core's sentences: brings them up to date, and says what is wrong with them.

    translations.py update     # after a change of texts: new ones come in as unfinished, old ones go
    translations.py check      # says what is missing; tests/ui/translations runs it

lupdate reads the texts from the sources. The files have no line numbers and are sorted, so that a change of a text is a change of its own
lines alone."""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).resolve().parent
LANGUAGES = ("ja", "ko")


@dataclass(frozen=True)
class Part:
    """What one file a language is about."""

    sources: tuple
    options: tuple  # of lupdate
    context: str = ""  # that all of its texts have; what lupdate says of classes does not matter then


# Core does without Qt: it marks its texts by functions of its own (core/sentence.h), which lupdate is told of. It does not see that header,
# so that all of them have the same context.
PARTS = {"rotascope": Part(("ui", "app/gui"), ("-I", str(ROOT))),
         "core": Part(("core", "gpu"), ("-tr-function-alias", "tr+=of,tr+=marked"), "Sentence")}

PLACEHOLDER = re.compile(r"%L?(?:\d+|n)|\{\d\}")  # of Qt and of core
MARK = re.compile(r"&(\w)")
TAG = re.compile(r"<[^<>]*>|&nbsp;")


@dataclass(frozen=True)
class Text:
    """A text of the sources and what it is in one language; `forms` is empty where it is not translated."""

    context: str
    source: str
    comment: str
    is_plural: bool
    forms: tuple

    @property
    def key(self):
        return self.context, self.source, self.comment

    def __str__(self):
        return f'{self.context}: "{self.source}"' + (f" ({self.comment})" if self.comment else "")


def lupdate():
    """The program; Debian has it where the PATH does not lead."""
    found = os.environ.get("LUPDATE") or shutil.which("lupdate", path="/usr/lib/qt6/bin") or shutil.which("lupdate")
    if not found:
        sys.exit("lupdate is missing: .ci/install-packages.sh installs it")
    return found


def run_lupdate(file, language, sources=None):
    """Brings one file up to date, and gives what lupdate complains about: texts whose context it cannot tell are never translated."""
    part = PARTS[Path(file).name.rsplit("_", 1)[0]]
    paths = [str(path) for path in sources or [ROOT / source for source in part.sources]]
    command = [lupdate(), "-silent", "-recursive", *paths, "-locations", "none", "-no-obsolete", *part.options]
    done = subprocess.run([*command, "-target-language", language, "-ts", str(file)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(done.stderr)
    if part.context:
        return [f"{text}: another context, or a comment" for text in texts_of(file).values() if text.context != part.context or text.comment]
    return [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]


def sorted_file(text):
    """The text of a .ts file with its messages in the order of their texts; lupdate has sorted the contexts."""

    def sorted_context(match):
        messages = re.findall(r"    <message.*?</message>\n", match[2], re.DOTALL)
        return match[1] + "".join(sorted(messages, key=lambda message: re.search(r"<source>.*", message, re.DOTALL)[0])) + match[3]

    return re.sub(r"(<context>\n    <name>[^<]*</name>\n)(.*?)(</context>\n)", sorted_context, text, flags=re.DOTALL)


def texts_of(file):
    """The texts of a .ts file by their keys."""
    texts = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            is_plural = message.get("numerus") == "yes"
            forms = [form.text or "" for form in translation.iter("numerusform")] if is_plural else [translation.text or ""]
            is_finished = translation.get("type") is None and all(forms)
            text = Text(context.findtext("name") or "", message.findtext("source") or "", message.findtext("comment") or "", is_plural,
                        tuple(forms) if is_finished else ())
            texts[text.key] = text
    return texts


def texts_of_sources(language="ja", sources=None, part="rotascope"):
    """What lupdate finds in the sources, with no translation, and its complaints."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{part}_{language}.ts"
        complaints = run_lupdate(file, language, sources)
        return texts_of(file), complaints


def faults_of(text):
    """What is wrong with one translation: what has to be in it is not, or is too much."""
    for form in text.forms:
        wanted, found = Counter(PLACEHOLDER.findall(text.source)), Counter(PLACEHOLDER.findall(form))
        if wanted != found:
            yield f'{text}: "{form}" has {sorted(found.elements())}, expected {sorted(wanted.elements())}'
        wanted, found = Counter(TAG.findall(text.source)), Counter(TAG.findall(form))
        if wanted != found:
            yield f'{text}: "{form}" has other marks: {sorted(found.elements())}, expected {sorted(wanted.elements())}'
        plain_source, plain_form = TAG.sub("", text.source), TAG.sub("", form)
        if len(MARK.findall(plain_source)) != len(MARK.findall(plain_form)):
            yield f'{text}: "{form}" has another number of keyboard marks (&)'
        elif any(not mark.isascii() for mark in MARK.findall(plain_form)):
            yield f'{text}: the keyboard mark of "{form}" is on a letter that keyboards do not have as a key'
        if text.source.endswith("…") != form.endswith("…"):
            yield f'{text}: "{form}" and the source do not both end in "…"'


def problems_of(wanted, translated):
    """What is missing, left over or wrong in one language."""
    for key, text in wanted.items():
        found = translated.get(key)
        if found is None or not found.forms:
            yield f"{text}: not translated"
        elif found.is_plural != text.is_plural:
            yield f"{text}: plural in one of the two only"
        else:
            yield from faults_of(found)
    for key, text in translated.items():
        if key not in wanted:
            yield f"{text}: is in no source any more"


def file_of(language, part="rotascope"):
    return FOLDER / f"{part}_{language}.ts"


def update():
    for file in (file_of(language, part) for part in PARTS for language in LANGUAGES):
        for complaint in run_lupdate(file, file.stem.rsplit("_", 1)[1]):
            print(complaint, file=sys.stderr)
        file.write_text(sorted_file(file.read_text(encoding="utf-8")), encoding="utf-8")
        texts = texts_of(file).values()
        print(f"{file.name}: {len(texts)} texts, {sum(not text.forms for text in texts)} to translate")


def check():
    problems = []
    for part in PARTS:
        wanted, complaints = texts_of_sources(part=part)
        problems += complaints
        for language in LANGUAGES:
            problems += [f"{language}: {problem}" for problem in problems_of(wanted, texts_of(file_of(language, part)))]
    return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("update", "check"))
    if parser.parse_args().what == "update":
        update()
        return 0
    problems = check()
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
