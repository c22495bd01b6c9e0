#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes reference-distances-llama2.json: the disturbance of every dimension of LLaMA-2 where distances are counted.

Independent of the program: every distance is visited, in Python's integers and decimals alone. Takes some seconds.

    tests/data/make_distances_golden.py > tests/data/reference-distances-llama2.json
"""

import decimal
import json
import math

decimal.getcontext().prec = 60
# 2 pi to 60 digits (OEIS A019692)
TWO_PI = decimal.Decimal("6.28318530717958647692528676655900576839433879875021164194989")
HEAD_DIM, BASE, TRAINED, INTERVALS, EPSILON = 128, 10000.0, 4096, 360, 1e-12
TARGETS = (8192, 16384)
WINDOW = 2048


def turn_of(frequency, factor):
    """The angle between neighbours as a 64-bit fraction of a turn."""
    exact = decimal.Decimal(frequency) / decimal.Decimal(factor) / TWO_PI * 2**64
    return int(exact.to_integral_value(decimal.ROUND_HALF_EVEN)) % 2**64


def counts_of(turn, length, window):
    """How many pairs of a query and a key have their angle in each interval."""
    counts = [0] * INTERVALS
    for distance in range(min(length, window)):
        counts[(distance * turn % 2**64 * INTERVALS) >> 64] += length - distance
    return counts


def divergence(before, after):
    """KL(before || after)."""
    p_total, q_total = sum(before), sum(after)
    return math.fsum(
        p / p_total * math.log((p / p_total + EPSILON) / (q / q_total + EPSILON)) for p, q in zip(before, after) if p)


def yarn(scale):
    """YaRN's factors with beta_fast 32 and beta_slow 1."""
    def correction(turns):
        return HEAD_DIM * math.log(TRAINED / (turns * 2 * math.pi)) / (2 * math.log(BASE))

    low, high = max(math.floor(correction(32)), 0), min(math.ceil(correction(1)), HEAD_DIM - 1)
    factors = []
    for i in range(HEAD_DIM // 2):
        interpolated = min(max((i - low) / (high - low), 0.0), 1.0)
        factors.append(1.0 / (interpolated / scale + 1.0 - interpolated))
    return factors


def main():
    frequencies = [BASE ** (-2 * i / HEAD_DIM) for i in range(HEAD_DIM // 2)]
    result = {
        "what": "Disturbance D^i per dimension for LLaMA-2 (d=128, base=10000, L=4096, b=360), KL(before||after), epsilon 1e-12 on "
                "frequencies. 'distances' are those of a causal mask, each as often as pairs have it; 'window' those within "
                f"{WINDOW} positions. Made by make_distances_golden.py.",
        "window": WINDOW,
        "targets": {},
    }
    for target in TARGETS:
        scale = target / TRAINED
        tables = {"extrapolation": [1.0] * len(frequencies), "linear": [scale] * len(frequencies), "yarn": yarn(scale)}
        result["targets"][str(target)] = {
            measure: {
                name: [
                    float(f"{divergence(counts_of(turn_of(f, 1), TRAINED, window), counts_of(turn_of(f, x), target, window)):.9g}")
                    for f, x in zip(frequencies, factors)
                ]
                for name, factors in tables.items()
            }
            for measure, window in (("distances", target), ("window", WINDOW))
        }
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
