# SPDX-License-Identifier: GPL-3.0-or-later
"""The time left."""

import io
import json
import unittest

from rotascope_evaluate.progress import JsonProgress, Progress, in_words


class ProgressTest(unittest.TestCase):
    def test_what_was_seen_foretells_the_rest(self):
        now, stream = [0.0], io.StringIO()
        works = [("passkey", 100), ("passkey", 100), ("passkey", 300), ("text", 100)]
        progress = Progress(works, stream, lambda: now[0])
        progress.start()
        now[0] = 60.0
        progress.finish(works[0], "first")
        self.assertIsNone(progress.left())  # of texts nothing is known
        progress.start()
        now[0] = 100.0
        progress.finish(works[3], "text")
        self.assertEqual(progress.left(), 60 + 180)
        self.assertEqual(stream.getvalue(), "[1/4] first (60 s, time left not known yet)\n[2/4] text (40 s, 4 min left)\n")

    def test_nothing_is_left_at_the_end(self):
        stream = io.StringIO()
        progress = Progress([("text", 1)], stream, lambda: 0.0)
        progress.finish(("text", 1), "done")
        self.assertEqual(stream.getvalue(), "[1/1] done (0 s)\n")

    def test_programs_read_a_line_for_each_piece(self):
        now, stream = [0.0], io.StringIO()
        progress = JsonProgress([("passkey", 100), ("passkey", 200)], stream, lambda: now[0])
        now[0] = 30.0
        progress.finish(("passkey", 100), 'a "quoted" table')
        progress.start()
        progress.finish(("passkey", 200), "second")
        self.assertEqual([json.loads(line) for line in stream.getvalue().splitlines()], [
            {"done": 0, "total": 2, "text": "", "seconds_left": None},
            {"done": 1, "total": 2, "text": 'a "quoted" table', "seconds_left": 60},
            {"done": 2, "total": 2, "text": "second", "seconds_left": 0},
        ])  # fmt: skip

    def test_in_words(self):
        self.assertEqual(
            [in_words(seconds) for seconds in (0.4, 89, 120, 5400, 12000)], ["0 s", "89 s", "2 min", "1 h 30 min", "3 h 20 min"]
        )


if __name__ == "__main__":
    unittest.main()
