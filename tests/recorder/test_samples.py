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


def llama3(inv_freq, length, factor=8.0, low=1.0, high=4.0):
    """The frequencies of Llama 3.1: long waves are slowed down by the factor, those between follow a ramp."""
    smooth = np.clip((length * inv_freq / TURN - low) / (high - low), 0.0, 1.0)
    return inv_freq * (smooth + (1.0 - smooth) / factor)


class SampleTest(unittest.TestCase):
    def open(self, name):
        self.assertLess((SAMPLES / name).stat().st_size, 3 * 2**20)
        file = h5py.File(SAMPLES / name, "r")
        self.addCleanup(file.close)
        self.assertEqual((file.attrs["format"], file.attrs["version"]), ("rotascope-recording", 1))
        self.assertIn("random weights", file.attrs["model_id"])
        for dataset in ("positions", "sequence_offsets"):
            self.assertEqual(file[dataset].dtype, np.int64)
        return file

    def error(self, file, rope="main"):
        """How far the angles of a RoPE are from positions times inv_freq at most, in rad."""
        group = file["ropes"][rope]
        angles = group["angles"][:]
        self.assertEqual((angles.dtype, len(angles)), (np.float32, len(file["positions"])))
        self.assertTrue(np.all(angles >= 0) and np.all(angles.astype(np.float64) < TURN))
        expected = np.outer(file["positions"][:], group["inv_freq"][:])
        return np.abs(np.mod(angles - expected + np.pi, TURN) - np.pi).max()

    def check_rope(self, file, rope_theta, original, *, rope="main", head_dim=128, longest=None, rope_type="default"):
        group = file["ropes"][rope]
        attributes = {
            "rope_theta": rope_theta,
            "head_dim": head_dim,
            "rotary_dim": head_dim,
            "original_max_position_embeddings": original,
            "max_position_embeddings": longest or original,
            "rope_type": rope_type,
            "attention_factor": 1.0,
        }
        self.assertEqual({name: value for name, value in group.attrs.items() if name != "layers"}, attributes)
        self.assertEqual(group["inv_freq"].dtype, np.float64)
        unscaled = rope_theta ** (-np.arange(0, head_dim, 2) / head_dim)
        scaled = llama3(unscaled, original) if rope_type == "llama3" else unscaled
        # The model's are float32, those of Llama 3.1 after some steps in float32.
        np.testing.assert_allclose(group["inv_freq"][:], scaled, rtol=2e-7 if scaled is unscaled else 5e-7)

    def check_whole(self, file, length):
        """Positions 0 to length - 1, once."""
        np.testing.assert_array_equal(file["positions"][:], np.arange(length))
        np.testing.assert_array_equal(file["sequence_offsets"][:], [0, length])

    # Half a float32 step of the largest product, 4095 or 8191 times 1, is at most 1.3e-4 or 2.5e-4.

    def test_llama_2(self):
        file = self.open("llama-2-7b-4096.h5")
        self.check_whole(file, 4096)
        self.check_rope(file, 10_000.0, 4096)
        self.assertLess(self.error(file), 1.3e-4)

    def test_llama_3(self):
        file = self.open("llama-3-8b-8192.h5")
        self.check_whole(file, 8192)
        self.check_rope(file, 500_000.0, 8192)
        self.assertLess(self.error(file), 2.5e-4)

    def test_llama_3_1(self):
        file = self.open("llama-3.1-8b-8192.h5")
        self.check_whole(file, 8192)
        self.check_rope(file, 500_000.0, 8192, longest=131072, rope_type="llama3")
        self.assertLess(self.error(file), 2.5e-4)

    def test_gemma_3(self):
        file = self.open("gemma-3-1b-4096.h5")
        self.check_whole(file, 4096)
        self.assertEqual(set(file["ropes"]), {"global", "local"})
        for rope, rope_theta, layer in (("global", 1_000_000.0, 1), ("local", 10_000.0, 0)):
            self.check_rope(file, rope_theta, 32768, rope=rope, head_dim=256)
            np.testing.assert_array_equal(file["ropes"][rope].attrs["layers"], [layer])
            self.assertLess(self.error(file, rope), 1.3e-4)

    def test_bfloat16_shows(self):
        """cos and sin have 8 bits: half a step is 2^-9 at most, on both; the product is float32."""
        file = self.open("llama-2-7b-bfloat16.h5")
        self.check_whole(file, 4096)
        self.check_rope(file, 10_000.0, 4096)
        self.assertTrue(1e-3 < self.error(file) < 2**-9 * np.sqrt(2) + 1.3e-4)

    def test_packed_sequences(self):
        file = self.open("llama-2-7b-packed.h5")
        self.check_rope(file, 10_000.0, 4096)
        self.assertLess(self.error(file), 1.3e-4)
        offsets = file["sequence_offsets"][:]
        self.assertEqual((offsets[0], offsets[-1]), (0, 4096))
        self.assertGreater(len(offsets), 10)
        positions = np.concatenate([np.arange(length) for length in np.diff(offsets)])
        np.testing.assert_array_equal(file["positions"][:], positions)

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
