# SPDX-License-Identifier: GPL-3.0-or-later
"""How far a run is, and how long it will take."""

import json
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
        self.stream, self.clock = stream or self.own_stream(), clock
        self.began = clock()

    @staticmethod
    def own_stream():
        return sys.stderr

    def start(self):
        self.began = self.clock()

    def finish(self, work, text):
        self.seconds.setdefault(work, []).append(self.clock() - self.began)
        self.open.remove(work)
        self.done += 1
        self.say(text, self.seconds[work][-1])

    def say(self, text, seconds):
        """text: what was done last, in so many seconds."""
        left = self.left()
        rest = "" if not self.open else ", time left not known yet" if left is None else f", {in_words(left)} left"
        print(f"[{self.done}/{self.total}] {text} ({in_words(seconds)}{rest})", file=self.stream, flush=True)

    def left(self):
        """Seconds; None while there is a kind of which nothing was done."""
        expected = [self._expected(*work) for work in self.open]
        return None if None in expected else sum(expected)

    def _expected(self, kind, tokens):
        if (kind, tokens) in self.seconds:
            return sum(self.seconds[kind, tokens]) / len(self.seconds[kind, tokens])
        others = [tokens / other * second for (name, other), seconds in self.seconds.items() if name == kind for second in seconds]
        return sum(others) / len(others) if others else None


class JsonProgress(Progress):
    """The same for programs: a line on standard output for each piece, and one before the first.

    {"done": 1, "total": 4, "text": "yarn 8192 passkey: exact_match 0.9", "seconds_left": 240}; seconds_left is null where it is not known.
    """

    def __init__(self, works, stream=None, clock=time.monotonic):
        super().__init__(works, stream, clock)
        self.say("", 0)

    @staticmethod
    def own_stream():
        return sys.stdout

    def say(self, text, seconds):
        left = self.left()
        line = {"done": self.done, "total": self.total, "text": text, "seconds_left": None if left is None else round(left)}
        print(json.dumps(line), file=self.stream, flush=True)


KINDS = {"text": Progress, "json": JsonProgress}
