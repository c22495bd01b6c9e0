# SPDX-License-Identifier: GPL-3.0-or-later
"""Which tokens of a call are recorded, and where sequences begin."""

import unittest

import numpy as np
from rotascope_recorder.inputs import documents
from rotascope_recorder.sequences import SequenceTracker


def batch(*rows):
    """Position ids [1, B, N]."""
    return np.array([rows], dtype=np.int64)


class SequenceTrackerTest(unittest.TestCase):
    def assert_parts(self, tokens, *parts):
        """Each part: the row of the batch, whether it continues, its positions."""
        cut = np.split(tokens.positions[:, 0], tokens.begins[1:]) if len(tokens) else []
        actual = list(zip(tokens.lanes.tolist(), tokens.continues.tolist(), (part.tolist() for part in cut)))
        self.assertEqual(actual, [(lane, continues, list(positions)) for lane, continues, positions in parts])

    def test_a_position_that_goes_back_begins_a_sequence(self):
        tokens = SequenceTracker().split(batch([0, 1, 2, 0, 1, 0, 1, 5]))
        self.assert_parts(tokens, (0, False, [0, 1, 2]), (0, False, [0, 1]), (0, False, [0, 1, 5]))
        self.assertEqual(tokens.runs(), [[(0, 3)], [(0, 2)], [(0, 2), (5, 1)]])

    def test_every_row_goes_on_where_it_ended(self):
        tracker = SequenceTracker()
        self.assert_parts(tracker.split(batch([0, 1], [4, 5])), (0, False, [0, 1]), (1, False, [4, 5]))
        self.assert_parts(tracker.split(batch([2], [6])), (0, True, [2]), (1, True, [6]))
        self.assert_parts(tracker.split(batch([3], [0])), (0, True, [3]), (1, False, [0]))
        self.assert_parts(tracker.split(batch([4])), (0, False, [4]))

    def test_padding_is_left_out_and_does_not_end_a_row(self):
        tracker = SequenceTracker()
        tokens = tracker.split(batch([1, 1, 0, 1], [0, 1, 2, 3]), np.array([[0, 0, 1, 1], [1, 1, 1, 1]]))
        self.assert_parts(tokens, (0, False, [0, 1]), (1, False, [0, 1, 2, 3]))
        np.testing.assert_array_equal(tokens.rows, [2, 3, 4, 5, 6, 7])
        tokens = tracker.split(batch([9], [4]), np.array([[0], [1]]))
        self.assert_parts(tokens, (1, True, [4]))
        tokens = tracker.split(batch([2], [5]))
        self.assert_parts(tokens, (0, True, [2]), (1, True, [5]))

    def test_a_call_of_padding_alone(self):
        self.assert_parts(SequenceTracker().split(batch([1, 1]), np.zeros((1, 2), dtype=int)))

    def test_documents_begin_sequences_where_positions_run_on(self):
        tokens = SequenceTracker().split(batch([0, 1, 2, 3, 4]), np.array([[1, 1, 2, 2, 0]]))
        self.assert_parts(tokens, (0, False, [0, 1]), (0, False, [2, 3]))

    def test_the_share_is_of_whole_sequences_and_follows_them(self):
        tracker = SequenceTracker(share=0.25, seed=3)
        tokens = tracker.split(batch(*([0, 1, 0, 1, 2] for _ in range(1000))))
        lengths = np.diff(tokens.begins, append=len(tokens))
        self.assertTrue(set(lengths) <= {2, 3})
        self.assertTrue(400 < len(lengths) < 600)
        self.assertEqual(tracker.drawn_from, 2000)
        open_rows = tokens.lanes[lengths == 3]
        more = tracker.split(batch(*([3] for _ in range(1000))))
        np.testing.assert_array_equal(more.lanes, open_rows)
        self.assertTrue(more.continues.all())

    def test_equal_seeds_draw_equal_sequences(self):
        call = batch(*([0, 1] for _ in range(100)))
        first, same, other = (SequenceTracker(0.5, seed).split(call).rows for seed in (1, 1, 2))
        np.testing.assert_array_equal(first, same)
        self.assertNotEqual(first.tolist(), other.tolist())


class DocumentsTest(unittest.TestCase):
    def test_a_mask_that_is_longer_ends_with_this_call(self):
        np.testing.assert_array_equal(documents([[0, 1, 1], [1, 1, 0]], None, 2, 2), [[1, 1], [1, 0]])

    def test_boundaries_number_the_tokens_of_all_rows(self):
        np.testing.assert_array_equal(documents(None, [0, 2, 5], 1, 6), [[1, 1, 2, 2, 2, 0]])
        np.testing.assert_array_equal(documents(None, [0, 3, 4], 2, 2), [[1, 1], [1, 2]])

    def test_a_mask_takes_padding_out_of_documents(self):
        np.testing.assert_array_equal(documents([[1, 1, 1, 0]], [0, 2, 4], 1, 4), [[1, 1, 2, 0]])

    def test_other_masks_say_nothing(self):
        for mask in (None, np.ones((1, 1, 4, 4)), np.ones((3, 4)), np.ones((1, 3))):
            self.assertIsNone(documents(mask, None, 1, 4))


if __name__ == "__main__":
    unittest.main()
