# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual in other languages: that it has all that English has, was made from the English of today, and names what the window has as
the window does."""

import os
import re
import unittest
import xml.etree.ElementTree as xml
from pathlib import Path

import manual_page

ROOT = Path(os.environ["ROTASCOPE_SOURCE_DIR"])
MANUAL = ROOT / "resources/manual"
ENGLISH = sorted(MANUAL.glob("en/*.md"))
LANGUAGES = sorted(folder.name for folder in MANUAL.iterdir() if folder.name != "en")

PAGE = """# A page

It has a [link](#part), `code`, a key F1, the number 4,096 and **bold** words.

## A part {#part}

```
Dᵢ = Σₖ P ln(P/Q)        mean of all
```

```
rotascope --help
```

| a | b |
| --- | --- |
| 1 | 2 |

* one
* two
"""


def read(page):
    return page.read_text(encoding="utf-8")


def plain(text):
    """A text of the window as the manual writes it: without the mark of its key and what follows it."""
    text = re.sub(r"\(&.\)|&", "", text)
    return re.sub(r"[…：:]+$", "", text.strip())


def window_texts(language):
    """English to all that the window shows for it in this language."""
    texts = {}
    for file in sorted(ROOT.glob(f"resources/translations/*_{language}.ts")):
        for message in xml.parse(file).iter("message"):
            translation = "".join(message.find("translation").itertext()).strip()
            if translation:
                texts.setdefault(plain(message.findtext("source")), set()).add(plain(translation))
    return texts


def names_in(section):
    """What a section may call as the window does: its heading, what is emphasised, menus and their entries each for themselves."""
    return [plain(part) for text in [section.heading, *section.emphasised()] for part in text.split(" ► ")]


def unlike_the_window(english, translation, texts):
    """What a page calls otherwise than the window: a name of English that the window has, which is not there as the window has it."""
    found = []
    ours = manual_page.sections(translation)
    for key, section in manual_page.sections(english).items():
        has = set(names_in(ours[key])) if key in ours else set()
        has |= {re.sub(r" ?[（(].*[）)]$", "", name) for name in has}  # entries of the glossary have the English term as well
        for name in names_in(section)[1 if key == "source" else 0 :]:  # that heading is about papers
            wanted = texts.get(name, set())
            if wanted and not wanted & has:
                found.append(f"section {key}: {name} is {' or '.join(sorted(wanted))} in the window")
    return found


class LanguagesTest(unittest.TestCase):
    def test_there_are_languages(self):
        self.assertLessEqual({"ja", "ko"}, set(LANGUAGES))
        self.assertGreater(len(ENGLISH), 25)

    def test_every_page_is_there(self):
        for language in LANGUAGES:
            self.assertEqual([page.name for page in ENGLISH], sorted(page.name for page in MANUAL.glob(f"{language}/*")))

    def test_every_page_was_made_from_the_english_of_today(self):
        for page, translation in self.pages():
            now = manual_page.digest(read(page))
            hint = (
                f"{translation.relative_to(ROOT)} is stale: {page.relative_to(ROOT)} was changed. Translate what changed there, then let the "
                f"first line be\n<!-- en: {now} -->"
            )
            with self.subTest(page=translation):
                self.assertEqual(manual_page.made_from(read(translation)), now, hint)

    def test_every_page_has_all_that_english_has(self):
        for page, translation in self.pages():
            with self.subTest(page=translation):
                self.assertEqual(manual_page.differences(read(page), read(translation)), [])

    def test_texts_of_the_window_are_those_of_the_window(self):
        for language in LANGUAGES:
            texts = window_texts(language)
            self.assertGreater(len(texts), 300)
            for page, translation in self.pages(language):
                with self.subTest(page=translation):
                    self.assertEqual(unlike_the_window(read(page), read(translation), texts), [])

    @staticmethod
    def pages(*languages):
        return [
            (page, MANUAL / language / page.name)
            for language in languages or LANGUAGES
            for page in ENGLISH
            if (MANUAL / language / page.name).exists()
        ]


class ChecksTest(unittest.TestCase):
    """Each of the checks finds a page that is damaged."""

    def test_a_good_page_passes(self):
        translated = PAGE.replace("mean of all", "全次元の平均").replace("A page", "ページ").replace("**bold** words", "**太字**の語")
        self.assertEqual(manual_page.differences(PAGE, "<!-- en: 0123456789ab -->\n" + translated), [])

    def test_damages_are_found(self):
        for old, new, said in (
            ("{#part}", "{#parts}", "has no section part"),
            ("## A part", "### A part", "section part: level"),
            ("\n## A part {#part}\n", "", "has no section part"),
            ("(#part)", "(#whole)", "section heading 1: links"),
            ("`code`", "`Code`", "section heading 1: codes"),
            ("F1", "F2", "section heading 1: keys"),
            ("4,096", "4,069", "section heading 1: numbers are missing: ['4,096']"),
            ("**bold** words", "bold words", "section heading 1: emphasised"),
            ("| 1 | 2 |\n", "", "section part: tables"),
            ("| 1 | 2 |", "| 1 2 |", "section part: tables"),
            ("* two\n", "", "section part: items"),
            ("P/Q", "P·Q", "section part: a formula differs"),
            ("Dᵢ", "Dₖ", "section part: a formula differs"),
            ("--help", "--hilfe", "section part: a block of commands"),
            ("```\nrotascope --help\n```\n", "", "section part: blocks of code"),
        ):
            with self.subTest(old=old):
                self.assertIn(old, PAGE)
                found = manual_page.differences(PAGE, PAGE.replace(old, new))
                self.assertTrue(any(line.startswith(said) for line in found), found)

    def test_a_stale_page_is_found(self):
        made = manual_page.digest(PAGE)
        self.assertEqual(manual_page.made_from(f"<!-- en: {made} -->\n{PAGE}"), made)
        self.assertNotEqual(manual_page.digest(PAGE + "More.\n"), made)
        self.assertIsNone(manual_page.made_from(PAGE))

    def test_another_name_than_the_windows_is_found(self):
        english = "# Page\n\nChoose **Edit ► Undo** or *Reset*.\n"
        texts = {"Edit": {"編集"}, "Undo": {"元に戻す"}, "Reset": {"リセット"}}
        self.assertEqual(unlike_the_window(english, "# ページ\n\n**編集 ► 元に戻す**か*リセット*です。\n", texts), [])
        found = unlike_the_window(english, "# ページ\n\n**編集 ► 取り消し**か*リセット*です。\n", texts)
        self.assertEqual(found, ["section heading 1: Undo is 元に戻す in the window"])
        self.assertEqual(unlike_the_window("# Undo\n", "# 元に戻す（undo）\n", texts), [])
        self.assertEqual(unlike_the_window("# Undo\n", "# 取り消し（undo）\n", texts), ["section heading 1: Undo is 元に戻す in the window"])


if __name__ == "__main__":
    unittest.main()
