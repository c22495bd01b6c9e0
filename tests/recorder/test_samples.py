# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample recordings hold what they say: exact positions, real angles, known disturbances."""

import unittest
from pathlib import Path

import h5py
import numpy as np

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
TURN = 2 * np.pi
INTERVALS = 360
EPSILON = 1e-12


def distribution(angles):
    """Shares of angles [N, D] in equal intervals of [0, 2*pi): float64 [D, INTERVALS]."""
    interval = np.minimum((angles.astype(np.float64) * (INTERVALS / TURN)).astype(int), INTERVALS - 1)
    return np.stack([np.bincount(column, minlength=INTERVALS) for column in interval.T]) / len(interval)


def disturbance(before, after):
    """KL(before || after) for each dimension, float64 [D]: arXiv 2410.01490, equation 8 as its code has it."""
    return np.sum(before * np.log((before + EPSILON) / (after + EPSILON)), axis=1)


class SampleTest(unittest.TestCase):
    def check_geometry(self, name, rope_theta, length):
        with h5py.File(SAMPLES / name, "r") as file:
            self.assertEqual((file.attrs["format"], file.attrs["version"]), ("rotascope-recording", 1))
            self.assertIn("random weights", file.attrs["model_id"])
            self.assertEqual(file["positions"].dtype, np.int64)
            np.testing.assert_array_equal(file["positions"][:], np.arange(length))
            self.assertEqual(file["sequence_offsets"].dtype, np.int64)
            np.testing.assert_array_equal(file["sequence_offsets"][:], [0, length])
            self.assertEqual(set(file["ropes"]), {"main"})
            main = file["ropes/main"]
            self.assertEqual(
                dict(main.attrs),
                {
                    "rope_theta": rope_theta,
                    "head_dim": 128,
                    "rotary_dim": 128,
                    "original_max_position_embeddings": length,
                    "max_position_embeddings": length,
                    "rope_type": "default",
                    "attention_factor": 1.0,
                },
            )
            self.assertEqual(main["inv_freq"].dtype, np.float64)
            np.testing.assert_allclose(main["inv_freq"][:], rope_theta ** (-np.arange(64) / 64), rtol=2e-7)
            angles = main["angles"][:]
            self.assertEqual((angles.dtype, angles.shape), (np.float32, (length, 64)))
            self.assertTrue(np.all(angles >= 0) and np.all(angles.astype(np.float64) < TURN))
            expected = np.outer(np.arange(length), main["inv_freq"][:])
            # Half a float32 step of the largest product, position 8191 times 1.
            self.assertLess(np.abs(np.mod(angles - expected + np.pi, TURN) - np.pi).max(), 3e-4)
        self.assertLess((SAMPLES / name).stat().st_size, 3 * 2**20)

    def test_llama_2(self):
        self.check_geometry("llama-2-7b-4096.h5", 10_000.0, 4096)

    def test_llama_3(self):
        self.check_geometry("llama-3-8b-8192.h5", 500_000.0, 8192)

    def test_disturbance_of_llama_2_is_the_published_one(self):
        """Mean disturbances x 1000, float64: linear interpolation, the best choice of each dimension, extrapolation."""
        with h5py.File(SAMPLES / "llama-2-7b-4096.h5", "r") as file:
            before = distribution(file["ropes/main/angles"][:])
        inv_freq = 10_000.0 ** (-np.arange(64) / 64)
        for scale, figures in ((2, (24.060, 6.714, 182.3)), (4, (33.618, 22.947, 302.3))):
            positions = np.arange(4096 * scale)
            extrapolation, interpolation = (
                disturbance(before, distribution(np.mod(np.outer(positions, inv_freq / factor), TURN)))
                for factor in (1, scale)
            )
            choice = np.minimum(extrapolation, interpolation)
            for values, figure in zip((interpolation, choice, extrapolation), figures):
                self.assertAlmostEqual(1000 * values.mean() / figure, 1.0, delta=0.002)


if __name__ == "__main__":
    unittest.main()
