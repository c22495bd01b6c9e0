# SPDX-License-Identifier: GPL-3.0-or-later
"""Every sentence of core has a finished translation in every language that keeps its places, and the check that says so can fail."""

import os
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(os.environ.get("ROTASCOPE_SOURCE_DIR", Path(__file__).resolve().parents[3]))
sys.path.insert(0, str(ROOT / "resources/translations"))

import translations  # noqa: E402


def texts_in(code):
    """What is found in a file of core."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "new.cpp"
        file.write_text('#include "core/sentence.h"\nnamespace rotascope {\n' + code + "\n}\n", encoding="utf-8")
        return translations.texts_of_sources(sources=[file], part="core")


class Core(unittest.TestCase):
    def test_every_sentence_is_translated(self):
        wanted, problems = translations.texts_of_sources(part="core")
        self.assertGreater(len(wanted), 700)
        self.assertEqual([], problems)
        for language in translations.LANGUAGES:
            self.assertEqual([], list(translations.problems_of(wanted, translations.texts_of(translations.file_of(language, "core")))))

    def test_a_new_sentence_is_found_wherever_it_stands(self):
        texts, problems = texts_in('Sentence f() { return Sentence::of("brand {1} " "new", 3); }\n'
                                   'namespace hdf5 { Sentence Class::g() const { return Sentence::of("in a class"); } }\n'
                                   'constexpr const char* label = Sentence::marked("a label");')
        self.assertEqual([], problems)
        self.assertEqual({"brand {1} new", "in a class", "a label"}, {source for _, source, _ in texts})
        found = list(translations.problems_of(texts, translations.texts_of(translations.file_of("ja", "core"))))
        self.assertIn('Sentence: "brand {1} new": not translated', found)

    def test_a_literal_that_is_taken_for_a_comment(self):
        _, problems = texts_in('Sentence f() { return Sentence::of("{1} is missing", "it"); }')
        self.assertIn("a comment", "\n".join(problems))

    def test_a_place_that_is_lost(self):
        for source, form in (("{1} of {2}", "{1}"), ("{1}", "{2}"), ("{1}", "{1}{1}"), ("none", "{1}")):
            wanted = translations.Text("Sentence", source, "", False, ())
            found = translations.Text("Sentence", source, "", False, (form,))
            self.assertIn("expected", "\n".join(translations.problems_of({wanted.key: wanted}, {found.key: found})), form)


if __name__ == "__main__":
    unittest.main()
