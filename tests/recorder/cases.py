# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of recordings share."""

import tempfile
import unittest
from pathlib import Path

import h5py
import numpy as np
from rotascope_recorder import record

TURN = 2 * np.pi


def expected_angles(positions, inv_freq):
    """Exact angles [N, D] of positions [N] in [0, 2*pi)."""
    return np.mod(np.outer(positions, np.asarray(inv_freq, dtype=np.float64)), TURN)


class RecorderTest(unittest.TestCase):
    """A fresh folder for each test, and a comparison of angles on the circle."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.path = self.folder / "run.h5"

    def open(self, path=None):
        file = h5py.File(path or self.path, "r")
        self.addCleanup(file.close)
        return file

    def recorded(self, model, *calls, path=None, **options):
        """Records forward passes over position ids and opens the file."""
        path = path or self.path
        with record(model, path, **options):
            for call in calls:
                model.forward(call)
        return self.open(path)

    def assert_only(self, *names):
        self.assertEqual({path.name for path in self.folder.iterdir()}, set(names))

    def assert_angles(self, actual, expected, tolerance=1e-5):
        self.assertEqual(actual.shape, expected.shape)
        self.assertEqual(actual.dtype, np.float32)
        self.assertTrue(np.all(actual >= 0))
        self.assertTrue(np.all(actual.astype(np.float64) < TURN))
        difference = np.abs(np.mod(actual - expected + np.pi, TURN) - np.pi)
        self.assertLess(difference.max(), tolerance)

    def assert_counts_of(self, counts, values):
        """What one file counts is what the values of another say: both of the same run, one position axis."""
        positions, offsets = values["positions"][:], values["sequence_offsets"][:]
        size = int(positions.max()) + 1
        np.testing.assert_array_equal(counts["position_counts"][:], [np.bincount(positions, minlength=size)])
        sequences = [positions[first:last] for first, last in zip(offsets, offsets[1:])]
        np.testing.assert_array_equal(counts["distance_counts"][:], pairs_by_distance(sequences, size))
        self.assertEqual(set(counts["ropes"]), set(values["ropes"]))
        for name, group in values["ropes"].items():
            expected = [np.bincount(column, minlength=25200) for column in intervals(group["angles"][:]).T]
            np.testing.assert_array_equal(counts["ropes"][name]["angle_counts"][:], expected)
            np.testing.assert_array_equal(counts["ropes"][name]["inv_freq"][:], group["inv_freq"][:])
        datasets = ["position_counts", "distance_counts"] + [f"ropes/{name}/angle_counts" for name in counts["ropes"]]
        for dataset in datasets:
            self.assertEqual(counts[dataset].dtype, np.int64)
            self.assertEqual(counts[dataset].attrs["tokens"], len(positions))
        self.assertEqual(counts.attrs["version"], 2)


def intervals(angles):
    """docs/recording-format.md: the interval of each float32 angle."""
    return np.floor(angles.astype(np.float64) * (25200 / TURN)).astype(np.int64) % 25200


def pairs_by_distance(sequences, size):
    """Every pair of a token and one that is not behind it; their positions never go back."""
    counts = np.zeros(size, dtype=np.int64)
    for positions in (np.asarray(sequence) for sequence in sequences):
        for query in range(len(positions)):
            counts += np.bincount(positions[query] - positions[: query + 1], minlength=size)
    return counts
