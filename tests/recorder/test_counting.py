# SPDX-License-Identifier: GPL-3.0-or-later
"""Recordings that only count, and runs that end early, against stand-ins for torch and Transformers."""

import os
import signal
import subprocess
import sys
import time
import unittest
from pathlib import Path

import fakes
import numpy as np
from cases import RecorderTest, pairs_by_distance
from rotascope_recorder import RecordingError, record


class CountingTest(RecorderTest):
    def check(self, model, *calls, **options):
        """A run that is counted, against the same run recorded."""
        counts = self.recorded(model(), *calls, angles="counts", path=self.folder / "counts.h5", **options)
        values = self.recorded(model(), *calls, **options)
        self.assert_counts_of(counts, values)
        return counts

    def test_a_file_of_counts_holds_what_the_format_says(self):
        file = self.check(lambda: fakes.llama(_name_or_path="someone/tiny"), [np.arange(100)], [np.arange(40)])
        self.assertEqual(set(file), {"position_counts", "distance_counts", "ropes"})
        self.assertEqual(set(file["ropes/main"]), {"inv_freq", "angle_counts"})
        self.assertEqual(file["position_counts"].shape, (1, 100))
        self.assertEqual(file.attrs["model_id"], "someone/tiny")
        self.assertEqual(file["ropes/main"].attrs["rope_theta"], 10000.0)

    def test_generate(self):
        self.check(fakes.llama, [np.arange(10)], [[10]], [[11]], [np.arange(3)], [[3]])

    def test_packed_sequences(self):
        self.check(fakes.llama, [[0, 1, 2, 0, 1, 0], [0, 1, 2, 3, 4, 5]])

    def test_a_cos_for_the_whole_batch_counts_for_each_of_its_tokens(self):
        model = fakes.llama()
        with record(model, self.path, angles="counts") as recorder:
            model.forward([[0, 1, 2]], batch=3)
            self.assertEqual(recorder.tokens, 9)
        values = self.recorded(fakes.llama(), *[[[0, 1, 2]]] * 3, path=self.folder / "values.h5")
        self.assert_counts_of(self.open(), values)

    def test_two_ropes(self):
        thetas = {"sliding_attention": 1e4, "full_attention": 1e6}
        parameters = {name: {"rope_type": "default", "rope_theta": theta} for name, theta in thetas.items()}

        def model():
            module = fakes.LayerTypeRotaryEmbedding(thetas)
            return fakes.llama(module, rope_parameters=parameters, layer_types=list(thetas))

        file = self.check(model, [np.arange(40)])
        np.testing.assert_array_equal(file["ropes/local"].attrs["layers"], [0])

    def test_batches_that_generate_have_the_distances_of_whole_sequences(self):
        calls = [[0, 1, 2], [4, 5, 6]], [[3], [7]], [[4], [8]]
        file = self.recorded(fakes.llama(), *calls, angles="counts")
        np.testing.assert_array_equal(file["distance_counts"][:], pairs_by_distance([range(5), range(4, 9)], 9))

    def test_several_position_axes(self):
        parameters = {"mrope_section": [2, 3, 3], "rope_theta": 1e4}
        positions = np.stack([[np.full(4, 7)], [[7, 7, 8, 8]], [[7, 8, 7, 8]]])
        model = fakes.llama(rope_parameters=parameters)
        file = self.recorded(model, positions, angles="counts")
        self.assertEqual(set(file), {"position_counts", "ropes"})
        np.testing.assert_array_equal(file["position_counts"][:, 7:], [[4, 0], [2, 2], [2, 2]])
        np.testing.assert_array_equal(file["ropes/main/axis"][:], [0, 0, 1, 1, 1, 2, 2, 2])
        np.testing.assert_array_equal(file["ropes/main/angle_counts"][:].sum(axis=1), np.full(8, 4))

    def test_equal_runs_make_equal_bytes(self):
        for name in ("a.h5", "b.h5"):
            options = {"angles": "counts", "created": "2024-01-01T00:00:00Z", "path": self.folder / name}
            self.recorded(fakes.llama(), [np.arange(50)], **options)
        self.assertEqual((self.folder / "a.h5").read_bytes(), (self.folder / "b.h5").read_bytes())

    def test_a_long_run_is_a_small_file(self):
        self.recorded(fakes.llama(), *[[np.arange(4096)]] * 20, angles="counts")
        self.assertLess(self.path.stat().st_size, 256 * 1024)

    def test_a_share_of_the_sequences(self):
        calls = [[np.arange(5 + index % 3)] for index in range(60)]
        file = self.check(fakes.llama, *calls, share=0.5, seed=4)
        self.assertTrue(20 <= file["position_counts"][0, 0] <= 40)

    def test_a_share_of_which_nothing_was_drawn(self):
        with self.assertRaisesRegex(RecordingError, "none of 1 sequences was drawn"):
            self.recorded(fakes.llama(), [[0, 1]], share=1e-9)

    def test_options_that_make_no_sense(self):
        wrong = {"angles": "count"}, {"share": 0.0}, {"share": 1.5}, {"ranks": "all"}, {"ranks": "sum"}
        for options in wrong:
            with self.assertRaisesRegex(RecordingError, next(iter(options))):
                self.recorded(fakes.llama(), [[0]], **options)
        self.assert_only()

    def test_a_folder_that_does_not_exist_is_told_before_the_run(self):
        with self.assertRaisesRegex(RecordingError, "Cannot write .*missing"):
            with record(fakes.llama(), self.folder / "missing" / "run.h5", angles="counts"):
                self.fail("the body must not run")


class MaskTest(RecorderTest):
    def recorded(self, call, **options):
        model = fakes.Decoder()
        with record(model, self.path, **options):
            call(model)
        self.assertEqual((model.hooks, model.pre_hooks), ([], []))
        return self.open()

    def test_padding_is_left_out(self):
        def generate(model):
            model([[1, 1, 0, 1], [0, 1, 2, 3]], attention_mask=fakes.Tensor([[0, 0, 1, 1], [1, 1, 1, 1]]))
            model(attention_mask=fakes.Tensor([[0, 0, 1, 1, 1], [1, 1, 1, 1, 1]]), position_ids=[[2], [4]])

        file = self.recorded(generate)
        np.testing.assert_array_equal(file["positions"][:], [0, 1, 0, 1, 2, 3, 2, 4])
        np.testing.assert_array_equal(file["sequence_offsets"][:], [0, 2, 6, 7, 8])
        self.assertEqual(file["ropes/main/angles"].shape, (8, 8))
        counts = self.recorded(generate, angles="counts")
        np.testing.assert_array_equal(counts["distance_counts"][:], pairs_by_distance([range(3), range(5)], 5))

    def test_a_call_without_a_mask_does_not_keep_the_last_one(self):
        def calls(model):
            model([[0, 1]], attention_mask=fakes.Tensor([[0, 1]]))
            model([[0, 1]])

        np.testing.assert_array_equal(self.recorded(calls)["positions"][:], [1, 0, 1])

    def test_documents_whose_positions_run_on(self):
        file = self.recorded(lambda model: model([np.arange(6)], cu_seq_lens_q=fakes.Tensor([0, 2, 6])))
        np.testing.assert_array_equal(file["sequence_offsets"][:], [0, 2, 6])
        np.testing.assert_array_equal(file["positions"][:], np.arange(6))


class ToldPositionsTest(RecorderTest):
    def told(self, *calls, model=None, **options):
        with record(model or fakes.llama(), self.path, watch=False, **options) as recorder:
            for call in calls:
                recorder.add_positions(*call)
        return self.open()

    def test_counts_are_those_of_ideal_angles(self):
        calls = [([[0, 1, 2, 0], [0, 1, 2, 3]],), (np.arange(7),)]
        counts = self.told(*calls, angles="counts")
        self.path = self.folder / "values.h5"
        values = self.told(*calls)
        self.assert_counts_of(counts, values)
        expected = np.mod(np.outer(values["positions"][:], values["ropes/main/inv_freq"][:]), 2 * np.pi)
        self.assert_angles(values["ropes/main/angles"][:], expected, 1e-6)
        np.testing.assert_array_equal(values["sequence_offsets"][:], [0, 3, 4, 8, 15])

    def test_masks_and_boundaries(self):
        file = self.told(([[0, 1, 2, 3]], [[1, 1, 1, 0]], [0, 2, 4]), angles=False)
        np.testing.assert_array_equal(file["positions"][:], [0, 1, 2])
        np.testing.assert_array_equal(file["sequence_offsets"][:], [0, 2, 3])
        self.assertEqual(set(file["ropes/main"]), {"inv_freq"})

    def test_every_rope_of_the_model(self):
        modules = {f"layers.{layer}.rotary": fakes.RotaryEmbedding(base=base) for layer, base in enumerate((1e4, 1e6))}
        file = self.told(([[0, 1]],), model=fakes.Model(modules), angles="counts")
        self.assertEqual(set(file["ropes"]), {"layer_0", "layer_1"})

    def test_the_model_may_run_unseen(self):
        model = fakes.llama()
        with record(model, self.path, angles="counts", watch=False) as recorder:
            recorder.add_positions([[0, 1]])
            model.forward([[0, 1, 2]])
        self.assertEqual(self.open()["position_counts"][:].tolist(), [[1, 1]])

    def test_what_was_watched_is_not_told(self):
        with self.assertRaisesRegex(RecordingError, "watch=False"):
            with record(fakes.llama(), self.path) as recorder:
                recorder.add_positions([[0, 1]])

    def test_positions_that_are_not_integers(self):
        with self.assertRaisesRegex(RecordingError, "not integers"):
            self.told(([[0.5]],))


class SavingTest(RecorderTest):
    """What a run leaves that does not come to its end."""

    def test_what_is_saved_is_the_recording_up_to_then(self):
        for angles in (True, False, "counts"):
            model = fakes.llama()
            options = {"angles": angles, "created": "2024-01-01T00:00:00Z"}
            with record(model, self.path, **options) as recorder:
                model.forward([np.arange(100)])
                recorder.save()
                saved = (self.folder / "run.partial.h5").read_bytes()
                model.forward([np.arange(100, 140)])
            self.assert_only("run.h5")
            self.recorded(fakes.llama(), [np.arange(100)], path=self.folder / "short.h5", **options)
            if angles == "counts":
                self.assertEqual(saved, (self.folder / "short.h5").read_bytes())
            (self.folder / "saved.h5").write_bytes(saved)
            self.assert_equal_files("saved.h5", "short.h5")
            self.recorded(fakes.llama(), [np.arange(140)], path=self.folder / "whole.h5", **options)
            self.assert_equal_files("run.h5", "whole.h5")
            for path in self.folder.iterdir():
                path.unlink()

    def assert_equal_files(self, *names):
        first, other = (self.contents(self.open(self.folder / name)) for name in names)
        self.assertEqual(set(first), set(other))
        for name, values in first.items():
            np.testing.assert_array_equal(values, other[name], name)

    @staticmethod
    def contents(file):
        """Every dataset and attribute by its path."""
        found = {f"/@{name}": value for name, value in file.attrs.items()}

        def visit(name, member):
            found.update({f"{name}@{key}": value for key, value in member.attrs.items()})
            found[name] = member[()] if hasattr(member, "dtype") else ()

        file.visititems(visit)
        return found

    def test_saving_comes_by_itself(self):
        model = fakes.llama()
        partial = self.folder / "run.partial.h5"
        with record(model, self.path, save_every=0.0):
            model.forward([[0, 1]])
            self.assertFalse(partial.exists(), "there was nothing to save before the first pass")
            time.sleep(0.001)
            model.forward([[2, 3]])
            self.assertEqual(self.open(partial)["positions"][:].tolist(), [0, 1])
        self.assert_only("run.h5")

    def test_what_was_saved_stays_if_the_block_raises(self):
        model = fakes.llama()
        self.path.write_bytes(b"older")
        with self.assertRaises(KeyboardInterrupt):
            with record(model, self.path) as recorder:
                model.forward([[0, 1]])
                recorder.save()
                raise KeyboardInterrupt
        self.assert_only("run.h5", "run.partial.h5")
        self.assertEqual(self.path.read_bytes(), b"older")

    def test_what_a_killed_run_left_is_kept(self):
        for name in ("run.partial.h5", "run.killed1.h5"):
            (self.folder / name).write_text(name)
        self.recorded(fakes.llama(), [[0, 1]], save_every=0.0)
        self.assert_only("run.h5", "run.killed1.h5", "run.killed2.h5")
        self.assertEqual((self.folder / "run.killed2.h5").read_text(), "run.partial.h5")

    def test_a_run_goes_on_if_it_cannot_be_saved(self):
        model = fakes.llama()
        with record(model, self.path, angles="counts", save_every=0.0):
            model.forward([[0, 1]])
            (self.folder / "run.partial.h5").mkdir()
            with self.assertWarnsRegex(UserWarning, "was not saved: .*run.partial.h5"):
                model.forward([[2, 3]])
            (self.folder / "run.partial.h5").rmdir()
        np.testing.assert_array_equal(self.open()["position_counts"][:], [[1, 1, 1, 1]])

    def test_what_was_saved_stays_if_the_file_cannot_be_written(self):
        for angles in (True, "counts"):
            model = fakes.llama()
            with self.assertRaisesRegex(RecordingError, "Cannot write .*run.h5"):
                with record(model, self.path, angles=angles) as recorder:
                    model.forward([[0, 1]])
                    recorder.save()
                    self.path.mkdir()
            self.assert_only("run.h5", "run.partial.h5")
            self.path.rmdir()
            (self.folder / "run.partial.h5").unlink()

    def test_nothing_stays_of_a_recording_that_is_not_true(self):
        model = fakes.Model({"a": fakes.RotaryEmbedding(), "b": fakes.RotaryEmbedding(base=100.0)})
        with self.assertRaisesRegex(RecordingError, "2 of 4"):
            with record(model, self.path) as recorder:
                model.forward([[0, 1]])
                recorder.save()
                model.modules["a"](None, fakes.Tensor([[2, 3]], np.int64))
        self.assert_only()

    def test_a_killed_run_leaves_a_recording(self):
        for angles in (True, "counts"):
            process = subprocess.Popen([sys.executable, __file__, str(self.path), str(angles)])
            partial = self.folder / "run.partial.h5"
            deadline = time.monotonic() + 60
            while not partial.exists() and time.monotonic() < deadline:
                time.sleep(0.01)
            process.send_signal(signal.SIGKILL)
            process.wait()
            file = self.open(partial)
            tokens = file["ropes/main/angles"].shape[0] if angles is True else file["position_counts"][:].sum()
            self.assertGreater(tokens, 0)
            partial.unlink()


def run_for_ever(path, angles):
    model = fakes.llama()
    with record(model, path, angles="counts" if angles == "counts" else True, save_every=0.0):
        while True:
            model.forward([np.arange(1000)])


if __name__ == "__main__":
    if len(sys.argv) == 3 and os.path.isabs(sys.argv[1]):
        run_for_ever(Path(sys.argv[1]), sys.argv[2])
    unittest.main()
