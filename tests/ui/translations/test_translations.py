# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text of the window has a finished translation in every language, and the check that says so can fail."""

import os
import re
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(os.environ.get("ROTASCOPE_SOURCE_DIR", Path(__file__).resolve().parents[3]))
sys.path.insert(0, str(ROOT / "resources/translations"))

import translations  # noqa: E402


class Window(unittest.TestCase):
    def test_every_text_is_translated(self):
        self.assertEqual([], translations.check())

    def test_there_are_texts(self):
        texts, complaints = translations.texts_of_sources()
        self.assertGreater(len(texts), 700)
        self.assertEqual([], complaints)

    def test_files_are_as_update_leaves_them(self):
        for file in translations.FOLDER.glob("rotascope_*.ts"):
            text = file.read_text(encoding="utf-8")
            self.assertNotRegex(text, r'type="(unfinished|vanished|obsolete)"|<location', file.name)
            self.assertEqual(text, translations.sorted_file(text), file.name)

    def test_what_is_translated_is_a_literal_that_lupdate_sees(self):
        for file in {*(ROOT / "ui").rglob("*.cpp"), *(ROOT / "ui").rglob("*.h")} - {*(ROOT / "ui/base").iterdir()}: # which has core's
            for call in re.findall(r"QCoreApplication::translate\(([^;]*)", file.read_text(encoding="utf-8")):
                self.assertRegex(call, r'^\s*"[^"]*",\s*"', f"{file}: lupdate does not see a text that is not a literal")

    def test_no_sentence_is_said_without_tr(self):
        for file in [*(ROOT / "ui").rglob("*.cpp"), *(ROOT / "ui").rglob("*.h")]:
            name = file.relative_to(ROOT).as_posix()
            if not name.startswith(FOR_TERMINALS):
                found = [text for text in sentences_said_without_tr(file.read_text(encoding="utf-8")) if text not in NOT_SHOWN]
                self.assertEqual([], found, f"{name}: texts of the window go through tr()")

    def test_other_files_are_finished_and_keep_their_marks(self):
        for file in translations.FOLDER.glob("*.ts"):
            for text in translations.texts_of(file).values():
                self.assertTrue(text.forms, f"{file.name}: {text}")
                self.assertEqual([], list(translations.faults_of(text)), file.name)

    def test_each_language_has_the_same_files(self):
        names = {language: {file.name.removesuffix(f"_{language}.ts") for file in translations.FOLDER.glob(f"*_{language}.ts")}
                 for language in translations.LANGUAGES}
        self.assertEqual(names["ja"], names["ko"])


# What has sentences for a terminal alone, and a name that no message has.
FOR_TERMINALS = ("ui/headless/",)
NOT_SHOWN = ("the session's source",)


def sentences_said_without_tr(text):
    """String literals with two words in a row that are not translated. HTML and style sheets are no sentences."""
    plain = re.sub(r"(?m)//.*$|^\s*#.*$", "", text)
    for literal in re.finditer(r'"(?:[^"\\\n]|\\.)*"(?:\s*"(?:[^"\\\n]|\\.)*")*', plain):
        call = re.search(r'(\w+)\s*\((?:\s*"[^"]*",)?\s*$', plain[:literal.start()])
        is_translated = call is not None and call[1] in ("tr", "translate", "QT_TR_NOOP", "of", "marked")
        is_sentence = re.search(r"[A-Za-z]{2,},? [a-z]{2,}", literal[0]) and not re.search(r"<\w|\{|style=", literal[0])
        if is_sentence and not is_translated:
            yield literal[0].strip('"')


def translated(source, *forms, context="Views", comment="", is_plural=False):
    return translations.Text(context, source, comment, is_plural, forms)


class CheckItself(unittest.TestCase):
    """The checks find what they are for."""

    def problems(self, wanted, *found):
        return "\n".join(translations.problems_of({wanted.key: wanted}, {text.key: text for text in found}))

    def test_a_good_translation(self):
        self.assertEqual("", self.problems(translated("&Open %1…"), translated("&Open %1…", "%1 を開く(&O)…")))

    def test_a_text_that_is_missing_or_unfinished(self):
        self.assertIn("not translated", self.problems(translated("Open")))
        self.assertIn("not translated", self.problems(translated("Open"), translated("Open")))
        self.assertIn("not translated", self.problems(translated("Open"), translated("Open", "開く", context="rotascope")))

    def test_a_text_that_is_left_over(self):
        self.assertIn("in no source", self.problems(translated("Open"), translated("Open", "開く"), translated("Shut", "閉じる")))

    def test_placeholders(self):
        for source, form in (("%1 of %2", "%1"), ("%1", "%2"), ("%n files", "files"), ("%L1", "%1"), ("%1", "%1 %1")):
            self.assertIn("expected", self.problems(translated(source), translated(source, form)), form)

    def test_keyboard_marks(self):
        self.assertIn("keyboard marks", self.problems(translated("&Open"), translated("&Open", "開く")))
        self.assertIn("keyboard marks", self.problems(translated("Open"), translated("Open", "開く(&O)")))
        self.assertIn("do not have as a key", self.problems(translated("&Open"), translated("&Open", "&開く")))

    def test_marks_of_html_and_ellipses(self):
        self.assertIn("other marks", self.problems(translated("<b>Open</b>"), translated("<b>Open</b>", "<b>開く")))
        self.assertIn("do not both end", self.problems(translated("Open…"), translated("Open…", "開く")))

    def test_a_plural_in_one_of_the_two(self):
        self.assertIn("plural", self.problems(translated("%n files", is_plural=True), translated("%n files", "%n")))

    def test_a_new_text_in_the_sources(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "new.cpp"
            file.write_text('class New { Q_DECLARE_TR_FUNCTIONS(New) };\nQString text() { return New::tr("Brand new"); }\n', encoding="utf-8")
            texts, complaints = translations.texts_of_sources(sources=[file])
        self.assertEqual([("New", "Brand new", "")], list(texts))
        self.assertEqual([], complaints)
        found = list(translations.problems_of(texts, translations.texts_of(translations.file_of("ja"))))
        self.assertIn('New: "Brand new": not translated', found)

    def test_a_sentence_without_tr(self):
        found = sentences_said_without_tr('say(tr("It is there")); // "a comment of words"\nsay("It is "\n    "not there"); f("<b>two words");')
        self.assertEqual(['It is "\n    "not there'], list(found))

    def test_a_class_whose_context_lupdate_cannot_tell(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "lost.cpp"
            file.write_text('class Lost : public QObject { void f() { tr("Lost"); } };\n', encoding="utf-8")
            _, complaints = translations.texts_of_sources(sources=[file])
        self.assertIn("lacks Q_OBJECT", "\n".join(complaints))

    def test_sorting_keeps_every_message(self):
        text = translations.file_of("ja").read_text(encoding="utf-8")
        backwards = re.sub(r"(?:    <message.*?</message>\n)+", lambda match: "".join(
            reversed(re.findall(r"    <message.*?</message>\n", match[0], re.DOTALL))), text, flags=re.DOTALL)
        self.assertNotEqual(text, backwards)
        self.assertEqual(text, translations.sorted_file(backwards))


if __name__ == "__main__":
    unittest.main()
