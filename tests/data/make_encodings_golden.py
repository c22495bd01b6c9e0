#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes reference-encodings.json: the disturbance of position encodings that do not rotate.

Independent of the program: every position or distance is visited, in Python's integers and fractions. Takes some seconds.

    tests/data/make_encodings_golden.py > tests/data/reference-encodings.json
"""

import json
import math
from fractions import Fraction

EPSILON = 1e-12
# encoding, L, L', b, factors
CASES = (
    ("learned", 1024, 2048, 102, (1, Fraction(3, 2), 2, 3)),
    ("learned", 512, 1300, 51, (1, Fraction(5, 4), 2)),
    ("alibi", 2048, 4096, 204, (1, Fraction(3, 2), 2, 4)),
    ("alibi", 2048, 8192, 204, (1, 4)),
    ("t5", 512, 1024, 32, (1, Fraction(3, 2), 2)),
    ("t5", 512, 2048, 32, (1, 4)),
)
T5_MAX_DISTANCE = 128


def interval_of(encoding, position, length, intervals, factor):
    if encoding == "t5":  # as _relative_position_bucket of Transformers, not bidirectional
        distance = position / factor
        half = intervals // 2
        if distance < half:
            return int(distance)
        scaled = math.log(distance / half) / math.log(T5_MAX_DISTANCE / half) * (intervals - half)
        return min(half + int(scaled), intervals - 1)
    return min(int(Fraction(position) / factor * (intervals - 1) / length), intervals - 1)


def counts_of(encoding, trained, length, intervals, factor):
    counts = [0] * intervals
    for position in range(length):
        weight = 1 if encoding == "learned" else length - position
        counts[interval_of(encoding, position, trained, intervals, factor)] += weight
    return counts


def divergence(before, after):
    """KL(before || after)."""
    p_total, q_total = sum(before), sum(after)
    return math.fsum(
        p / p_total * math.log((p / p_total + EPSILON) / (q / q_total + EPSILON)) for p, q in zip(before, after) if p)


def main():
    cases = []
    for encoding, trained, target, intervals, factors in CASES:
        before = counts_of(encoding, trained, trained, intervals, 1)
        for factor in factors:
            after = counts_of(encoding, trained, target, intervals, factor)
            unseen = Fraction(sum(q for p, q in zip(before, after) if p == 0), sum(after))
            cases.append({
                "encoding": encoding, "pretraining_length": trained, "target_length": target, "intervals": intervals,
                "factor": float(factor), "before": before, "after": after, "divergence": divergence(before, after),
                "unseen": float(unseen)})
    print(json.dumps({"what": "KL(before||after), epsilon 1e-12. Made by make_encodings_golden.py.", "cases": cases}))


if __name__ == "__main__":
    main()
