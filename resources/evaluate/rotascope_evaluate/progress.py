# SPDX-License-Identifier: GPL-3.0-or-later
"""How far a run is, and how long it will take."""

import sys
import time


def in_words(seconds):
    """A duration, coarse: 40 s, 12 min, 3 h 20 min."""
    minutes = round(seconds / 60)
    if seconds < 90:
        return f"{round(seconds)} s"
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"


class Progress:
    """Of a list of works, each a pair (kind, tokens of a prompt).

    A work takes as long as those of its kind and length took so far; where only other lengths were seen, in proportion to the tokens.
    """

    def __init__(self, works, stream=None, clock=time.monotonic):
        self.open, self.total, self.done = list(works), len(works), 0
        self.seconds = {}  # (kind, tokens): durations
        self.stream, self.clock = stream or sys.stderr, clock
        self.began = clock()

    def start(self):
        self.began = self.clock()

    def finish(self, work, text):
        self.seconds.setdefault(work, []).append(self.clock() - self.began)
        self.open.remove(work)
        self.done += 1
        left = self.left()
        rest = "" if not self.open else ", time left not known yet" if left is None else f", {in_words(left)} left"
        print(f"[{self.done}/{self.total}] {text} ({in_words(self.seconds[work][-1])}{rest})", file=self.stream, flush=True)

    def left(self):
        """Seconds; None while there is a kind of which nothing was done."""
        expected = [self._expected(*work) for work in self.open]
        return None if None in expected else sum(expected)

    def _expected(self, kind, tokens):
        if (kind, tokens) in self.seconds:
            return sum(self.seconds[kind, tokens]) / len(self.seconds[kind, tokens])
        others = [tokens / other * second for (name, other), seconds in self.seconds.items() if name == kind for second in seconds]
        return sum(others) / len(others) if others else None
