# SPDX-License-Identifier: GPL-3.0-or-later
"""What counts, against plain loops over tokens and pairs."""

import unittest

import numpy as np
from cases import pairs_by_distance
from rotascope_recorder import RecordingError
from rotascope_recorder.counts import (
    ANGLE_INTERVALS,
    AngleCounts,
    DistanceCounts,
    PositionCounts,
    angle_intervals,
    joined,
)


def runs_of(positions):
    """Positions that never go back, as runs (first, length)."""
    runs = []
    for position in positions:
        runs = joined(runs, [(position, 1)])
    return runs


class PositionCountsTest(unittest.TestCase):
    def test_each_axis_is_counted_apart(self):
        counts = PositionCounts(2)
        counts.add(np.array([[0, 5], [1, 5], [1, 2]]))
        counts.add(np.array([[7, 0]]))
        np.testing.assert_array_equal(counts.counts(), [[1, 2, 0, 0, 0, 0, 0, 1], [1, 0, 1, 0, 0, 2, 0, 0]])

    def test_lengths_are_whole_sequences(self):
        by_length, by_token = PositionCounts(), PositionCounts()
        lengths = np.array([3, 1, 7, 3])
        by_length.add_lengths(lengths)
        by_length.add_lengths(np.array([2]))
        for length in [*lengths, 2]:
            by_token.add(np.arange(length)[:, None])
        np.testing.assert_array_equal(by_length.counts(), by_token.counts())

    def test_positions_that_the_format_cannot_hold(self):
        for position in (-1, 2**24):
            with self.assertRaisesRegex(RecordingError, r"2\*\*24"):
                PositionCounts().add(np.array([[0], [position]]))
        with self.assertRaisesRegex(RecordingError, r"2\*\*24"):
            PositionCounts().add_lengths(np.array([2**24 + 1]))


class DistanceCountsTest(unittest.TestCase):
    def test_a_sequence_without_gaps(self):
        counts = DistanceCounts()
        counts.add_lengths(np.array([4]))
        np.testing.assert_array_equal(counts.counts(6), [4, 3, 2, 1, 0, 0])

    def test_random_sequences_with_gaps_and_equal_positions(self):
        random = np.random.default_rng(1)
        sequences = []
        counts = DistanceCounts()
        for _ in range(40):
            steps = random.choice([0, 1, 1, 1, 1, 2, 9], size=random.integers(1, 30))
            sequences.append((np.cumsum(steps) + random.integers(0, 5)).tolist())
            counts.add_sequences([runs_of(sequences[-1])])
        size = 1 + max(max(positions) for positions in sequences)
        np.testing.assert_array_equal(counts.counts(size), pairs_by_distance(sequences, size))

    def test_parts_of_open_sequences_count_as_whole_ones(self):
        """Two rows of a batch, token by token; then one row begins anew; then the batch has another size."""
        counts = DistanceCounts()
        no, yes = np.array([False, False]), np.array([True, True])
        lanes = np.array([0, 1])
        counts.add_parts([[(0, 3)], [(5, 2)]], lanes, no, 2)
        counts.add_parts([[(3, 1)], [(7, 1)]], lanes, yes, 2)
        expected = [[0, 1, 2, 3], [5, 6, 7]]
        np.testing.assert_array_equal(counts.counts(8), pairs_by_distance(expected, 8))
        counts.add_parts([[(0, 2)], [(8, 1)]], lanes, np.array([False, True]), 2)
        counts.add_parts([[(9, 1)]], lanes[:1], no[:1], 1)
        expected = [[0, 1, 2, 3], [0, 1], [5, 6, 7, 8], [9]]
        np.testing.assert_array_equal(counts.counts(8), pairs_by_distance(expected, 8))

    def test_counts_can_be_read_while_sequences_are_open(self):
        counts = DistanceCounts()
        lane = np.array([0])
        for position in range(5):
            counts.add_parts([[(position, 1)]], lane, np.array([position > 0]), 1)
            np.testing.assert_array_equal(counts.counts(5), pairs_by_distance([range(position + 1)], 5))

    def test_more_pairs_than_the_format_holds(self):
        counts = DistanceCounts()
        counts._bends[0] = 2**62 + 2**12
        with self.assertRaisesRegex(RecordingError, r"2\*\*62"):
            counts.counts(1)


class AngleCountsTest(unittest.TestCase):
    def test_the_edges_of_the_turn(self):
        below, turn = np.nextafter(np.float32(2 * np.pi), np.float32(0)), np.float32(2 * np.pi)
        step = 2 * np.pi / ANGLE_INTERVALS
        angles = np.array([0.0, 0.999 * step, 1.001 * step, below, turn], dtype=np.float32)
        np.testing.assert_array_equal(angle_intervals(angles), [0, 0, 1, ANGLE_INTERVALS - 1, 0])

    def test_blocks_and_repeats_are_counted_one_by_one(self):
        random = np.random.default_rng(2)
        angles = (random.random((1000, 3)) * 2 * np.pi).astype(np.float32)
        repeats = random.integers(1, 4, 1000)
        counts = AngleCounts(3)
        counts._angles, counts._repeats = counts._angles[:64], counts._repeats[:64]
        counts.add(angles[:777], repeats[:777])
        counts.add(angles[777:], repeats[777:])
        expected = np.zeros((3, ANGLE_INTERVALS), dtype=np.int64)
        for row, times in zip(angle_intervals(angles), repeats):
            expected[range(3), row] += times
        np.testing.assert_array_equal(counts.counts(), expected)
        self.assertEqual(counts.tokens, repeats.sum())
        counts.add(angles[:1])
        self.assertEqual(counts.counts().sum(), 3 * (repeats.sum() + 1))


if __name__ == "__main__":
    unittest.main()
