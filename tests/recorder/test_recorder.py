# SPDX-License-Identifier: GPL-3.0-or-later
"""The recorder against stand-ins for torch and Transformers: needs h5py and numpy only.

PYTHONPATH=resources/recorder python3 -m unittest discover -s tests/recorder
"""

import os
import unittest
from types import SimpleNamespace

import fakes
import h5py
import numpy as np
from cases import TURN, RecorderTest, expected_angles
from rotascope_recorder import RecordingError, record, rotary, writer


class FileTest(RecorderTest):
    def test_a_recording_holds_what_the_format_says(self):
        model = fakes.llama(_name_or_path="someone/tiny")
        file = self.recorded(model, [np.arange(100)], created="2024-02-03T04:05:06Z")
        attributes = dict(file.attrs)
        self.assertEqual(attributes.pop("version"), 1)
        self.assertEqual(
            attributes,
            {
                "format": "rotascope-recording",
                "producer": "rotascope_recorder 1.0",
                "model_id": "someone/tiny",
                "created": "2024-02-03T04:05:06Z",
            },
        )
        self.assertEqual(file.attrs.get_id("version").dtype, np.int64)
        self.assertEqual(h5py.check_string_dtype(file.attrs.get_id("model_id").dtype).encoding, "utf-8")
        self.assertEqual(set(file), {"positions", "sequence_offsets", "ropes"})
        self.assertEqual(set(file["ropes"]), {"main"})
        main = file["ropes/main"]
        self.assertEqual(set(main), {"inv_freq", "angles"})
        types = {name: file[name].dtype for name in ("positions", "sequence_offsets")}
        types.update({name: main[name].dtype for name in main})
        self.assertEqual(
            types,
            {"positions": np.int64, "sequence_offsets": np.int64, "inv_freq": np.float64, "angles": np.float32},
        )
        np.testing.assert_array_equal(file["positions"][:], np.arange(100))
        np.testing.assert_array_equal(file["sequence_offsets"][:], [0, 100])
        np.testing.assert_array_equal(main["inv_freq"][:], fakes.inverse_frequencies(8).astype(np.float64))
        self.assert_angles(main["angles"][:], expected_angles(np.arange(100), main["inv_freq"][:]))

    def test_rope_attributes_have_their_types(self):
        main = self.recorded(fakes.llama(), [[0, 1]])["ropes/main"]
        types = {name: main.attrs.get_id(name).dtype for name in main.attrs if name != "rope_type"}
        self.assertEqual(
            types,
            {
                "rope_theta": np.float64,
                "attention_factor": np.float64,
                "head_dim": np.int64,
                "rotary_dim": np.int64,
                "original_max_position_embeddings": np.int64,
                "max_position_embeddings": np.int64,
            },
        )
        self.assertEqual(main.attrs["rope_type"], "default")

    def test_model_id_may_be_any_text(self):
        file = self.recorded(fakes.llama(), [[0]], model_id="Größe/模型")
        self.assertEqual(file.attrs["model_id"], "Größe/模型")

    def test_created_is_now_in_utc_by_default(self):
        self.assertRegex(self.recorded(fakes.llama(), [[0]]).attrs["created"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")

    def test_without_angles_only_they_are_missing(self):
        file = self.recorded(fakes.llama(), [np.arange(5)], angles=False)
        self.assertEqual(set(file["ropes/main"]), {"inv_freq"})
        np.testing.assert_array_equal(file["positions"][:], np.arange(5))

    def test_chunks_and_filters(self):
        file = self.recorded(fakes.llama(fakes.RotaryEmbedding(64)), [np.arange(3)])
        angles, positions = file["ropes/main/angles"], file["positions"]
        self.assertEqual(angles.chunks, (16384, 16))
        self.assertEqual(positions.chunks, (65536,))
        for dataset in (angles, positions):
            self.assertEqual((dataset.shuffle, dataset.compression, dataset.compression_opts), (True, "gzip", 1))

    def test_a_small_recording_is_a_small_file(self):
        self.recorded(fakes.llama(fakes.RotaryEmbedding(64)), [np.arange(3)])
        self.assertLess(self.path.stat().st_size, 64 * 1024)

    def test_equal_runs_make_equal_bytes(self):
        for name in ("a.h5", "b.h5"):
            model = fakes.llama()
            with record(model, self.folder / name, created="2024-01-01T00:00:00Z"):
                model.forward([np.arange(50)])
        self.assertEqual((self.folder / "a.h5").read_bytes(), (self.folder / "b.h5").read_bytes())

    def test_many_rows_stream_through_the_buffers(self):
        rows = 2 * writer.POSITION_CHUNK_ROWS + 1234
        cuts = [0, 1, 70000, 70001, 100000, rows]
        calls = [[np.arange(start, stop)] for start, stop in zip(cuts, cuts[1:])]
        file = self.recorded(fakes.llama(), *calls)
        np.testing.assert_array_equal(file["positions"][:], np.arange(rows))
        np.testing.assert_array_equal(file["sequence_offsets"][:], [0, rows])
        main = file["ropes/main"]
        # float32 products of positions above 1e5 are off by some 1e-3, in the model as well as here.
        self.assert_angles(main["angles"][:], expected_angles(np.arange(rows), main["inv_freq"][:]), 0.02)


class SequenceTest(RecorderTest):
    def test_generate_continues_the_sequence(self):
        file = self.recorded(fakes.llama(), [np.arange(10)], [[10]], [[11]], [[12]])
        np.testing.assert_array_equal(file["positions"][:], np.arange(13))
        np.testing.assert_array_equal(file["sequence_offsets"][:], [0, 13])
        main = file["ropes/main"]
        self.assert_angles(main["angles"][:], expected_angles(np.arange(13), main["inv_freq"][:]))

    def test_other_positions_begin_a_sequence(self):
        file = self.recorded(fakes.llama(), [[0, 1, 2]], [[0, 1]], [[3]], [[4]])
        np.testing.assert_array_equal(file["positions"][:], [0, 1, 2, 0, 1, 3, 4])
        np.testing.assert_array_equal(file["sequence_offsets"][:], [0, 3, 5, 7])

    def test_a_batch_is_one_sequence_after_the_other(self):
        file = self.recorded(fakes.llama(), [[0, 1, 2], [0, 0, 1]], [[3], [2]])
        positions = [0, 1, 2, 0, 0, 1, 3, 2]
        np.testing.assert_array_equal(file["positions"][:], positions)
        np.testing.assert_array_equal(file["sequence_offsets"][:], [0, 3, 6, 7, 8])
        main = file["ropes/main"]
        self.assert_angles(main["angles"][:], expected_angles(positions, main["inv_freq"][:]))

    def test_a_batch_does_not_continue_a_lone_sequence(self):
        file = self.recorded(fakes.llama(), [[0, 1]], [[2], [2]], [[3]])
        np.testing.assert_array_equal(file["sequence_offsets"][:], [0, 2, 3, 4, 5])

    def test_position_ids_for_the_whole_batch_give_every_token_its_row(self):
        model = fakes.llama()
        with record(model, self.path) as recorder:
            model.forward([[5, 6]], batch=3)
            self.assertEqual(recorder.tokens, 6)
        file = self.open()
        np.testing.assert_array_equal(file["positions"][:], [5, 6, 5, 6, 5, 6])
        np.testing.assert_array_equal(file["sequence_offsets"][:], [0, 2, 4, 6])
        main = file["ropes/main"]
        self.assert_angles(main["angles"][:], expected_angles([5, 6, 5, 6, 5, 6], main["inv_freq"][:]))


class AngleTest(RecorderTest):
    def test_just_below_a_full_turn_becomes_zero(self):
        sin = np.array([[-1e-8, -4e-7, 0.0, -1.0, 1.0]], dtype=np.float32)
        cos = np.array([[1.0, 1.0, -1.0, 0.0, 0.0]], dtype=np.float32)
        self.assertGreater(np.float64(np.float32(TURN)), TURN, "the premise: float32 rounds 2*pi up")
        angles = rotary.applied_angles(cos, sin, 5)
        self.assertEqual(angles.dtype, np.float32)
        self.assertEqual(angles[0, 0], 0.0)
        self.assertEqual(angles[0, 1], np.nextafter(np.float32(TURN), np.float32(0)))
        np.testing.assert_array_equal(angles[0, 2:], np.float32([np.pi, 1.5 * np.pi, 0.5 * np.pi]))

    def test_interleaved_pairs(self):
        main = self.recorded(fakes.llama(fakes.RotaryEmbedding(layout=fakes.interleaved)), [np.arange(50)])[
            "ropes/main"
        ]
        self.assert_angles(main["angles"][:], expected_angles(np.arange(50), main["inv_freq"][:]))

    def test_cos_and_sin_that_are_not_repeated(self):
        main = self.recorded(fakes.llama(fakes.RotaryEmbedding(layout=lambda freqs: freqs)), [np.arange(50)])[
            "ropes/main"
        ]
        self.assert_angles(main["angles"][:], expected_angles(np.arange(50), main["inv_freq"][:]))

    def test_an_unknown_layout_is_refused(self):
        rotary_embedding = fakes.RotaryEmbedding(
            layout=lambda freqs: np.concatenate((freqs, freqs[..., ::-1]), axis=-1)
        )
        with self.assertRaisesRegex(RecordingError, "different angles"):
            self.recorded(fakes.llama(rotary_embedding), [np.arange(9)])

    def test_a_wrong_width_is_refused(self):
        rotary_embedding = fakes.RotaryEmbedding(layout=lambda freqs: np.tile(freqs, 3))
        with self.assertRaisesRegex(RecordingError, "24 components for 8"):
            self.recorded(fakes.llama(rotary_embedding), [np.arange(9)])

    def test_the_attention_factor_does_not_bend_the_angles(self):
        main = self.recorded(fakes.llama(fakes.RotaryEmbedding(scaling=1.25)), [np.arange(50)])["ropes/main"]
        self.assertEqual(main.attrs["attention_factor"], 1.25)
        self.assert_angles(main["angles"][:], expected_angles(np.arange(50), main["inv_freq"][:]))

    def test_an_attention_factor_that_the_module_keeps_to_itself(self):
        module = fakes.RotaryEmbedding(dimensions=32, scaling=1.25)
        del module.attention_scaling
        main = self.recorded(fakes.llama(module), [np.arange(50)])["ropes/main"]
        self.assertAlmostEqual(main.attrs["attention_factor"], 1.25, places=6)

    def test_angles_are_those_of_the_output_not_of_the_frequencies(self):
        class Shifted(fakes.RotaryEmbedding):
            def combine(self, freqs):
                return freqs + np.float32(0.5)

        main = self.recorded(fakes.llama(Shifted()), [[0, 1]])["ropes/main"]
        self.assert_angles(main["angles"][:], expected_angles([0, 1], main["inv_freq"][:]) + 0.5)


class SeveralRopesTest(RecorderTest):
    POSITIONS = np.arange(40)

    def assert_global_and_local(self, file, global_layers, local_layers):
        self.assertEqual(set(file["ropes"]), {"global", "local"})
        np.testing.assert_array_equal(file["positions"][:], self.POSITIONS)
        for name, base, layers in (("global", 1e6, global_layers), ("local", 1e4, local_layers)):
            group = file["ropes"][name]
            np.testing.assert_array_equal(group["inv_freq"][:], fakes.inverse_frequencies(8, base).astype(np.float64))
            self.assert_angles(group["angles"][:], expected_angles(self.POSITIONS, group["inv_freq"][:]))
            self.assertEqual(group.attrs["rope_theta"], base)
            self.assertEqual(group.attrs["layers"].dtype, np.int32)
            np.testing.assert_array_equal(group.attrs["layers"], layers)

    def test_one_module_with_layer_types(self):
        thetas = {"sliding_attention": 1e4, "full_attention": 1e6}
        parameters = {name: {"rope_type": "default", "rope_theta": theta} for name, theta in thetas.items()}
        model = fakes.llama(
            fakes.LayerTypeRotaryEmbedding(thetas),
            rope_parameters=parameters,
            layer_types=["sliding_attention", "sliding_attention", "full_attention"],
        )
        self.assert_global_and_local(self.recorded(model, [self.POSITIONS]), [2], [0, 1])

    def test_two_modules(self):
        modules = {"model.rotary_emb": fakes.RotaryEmbedding(base=1e6)}
        modules["model.rotary_emb_local"] = fakes.RotaryEmbedding(base=1e4)
        for module, theta in zip(modules.values(), (1e6, 1e4)):
            module.config = SimpleNamespace(**vars(fakes.Model({}, rope_theta=theta).config))
            module.config.layer_types = ["sliding_attention", "full_attention"]
        self.assert_global_and_local(self.recorded(fakes.Model(modules), [self.POSITIONS]), [1], [0])

    def test_a_module_in_each_layer(self):
        layer_types = ["sliding_attention", "full_attention", "sliding_attention"]
        modules = {}
        for index, layer_type in enumerate(layer_types):
            theta = 1e6 if layer_type == "full_attention" else 1e4
            module = modules[f"model.layers.{index}.self_attn.rotary_emb"] = fakes.RotaryEmbedding(base=theta)
            module.config = fakes.Model({}, rope_theta=theta, layer_types=layer_types).config
        self.assert_global_and_local(self.recorded(fakes.Model(modules), [self.POSITIONS]), [1], [0, 2])

    def test_equal_modules_are_recorded_once(self):
        modules = {f"model.layers.{index}.self_attn.rotary_emb": fakes.RotaryEmbedding() for index in range(3)}
        file = self.recorded(fakes.Model(modules), [self.POSITIONS], [[40]])
        self.assertEqual(set(file["ropes"]), {"main"})
        np.testing.assert_array_equal(file["positions"][:], np.arange(41))
        main = file["ropes/main"]
        self.assert_angles(main["angles"][:], expected_angles(np.arange(41), main["inv_freq"][:]))
        np.testing.assert_array_equal(main.attrs["layers"], [0, 1, 2])

    def test_layers_without_types_are_named_by_their_number(self):
        modules = {f"h.{index}.rotary": fakes.RotaryEmbedding(base=base) for index, base in enumerate((1e4, 1e6, 1e4))}
        file = self.recorded(fakes.Model(modules), [self.POSITIONS])
        self.assertEqual(set(file["ropes"]), {"layer_0", "layer_1"})
        np.testing.assert_array_equal(file["ropes/layer_0"].attrs["layers"], [0, 2])

    def test_a_module_that_is_not_called_leaves_no_trace(self):
        model = fakes.llama()
        model.modules["model.unused"] = fakes.RotaryEmbedding(base=5.0)
        with record(model, self.path):
            model.modules["model.rotary_emb"](None, fakes.Tensor([[0, 1, 2]], np.int64))
        self.assertEqual(set(self.open()["ropes"]), {"main"})

    def test_two_streams_of_tokens_are_refused(self):
        model = fakes.Model({"text": fakes.RotaryEmbedding(), "audio": fakes.RotaryEmbedding(base=100.0)})
        with self.assertRaisesRegex(RecordingError, "audio and text were called with different positions"):
            with record(model, self.path):
                model.modules["text"](None, fakes.Tensor([[0, 1, 2]], np.int64))
                model.modules["audio"](None, fakes.Tensor([[0, 1]], np.int64))

    def test_a_rope_that_misses_a_pass_is_refused(self):
        model = fakes.Model({"a": fakes.RotaryEmbedding(), "b": fakes.RotaryEmbedding(base=100.0)})
        with self.assertRaisesRegex(RecordingError, "b .* saw 3 of 5 tokens"):
            with record(model, self.path):
                model.forward([[0, 1, 2]])
                model.modules["a"](None, fakes.Tensor([[3, 4]], np.int64))


class MultimodalTest(RecorderTest):
    """M-RoPE: three position axes, mrope_section [2, 3, 3]."""

    SECTION = (2, 3, 3)
    BLOCKS = np.array([0, 0, 1, 1, 1, 2, 2, 2])
    INTERLEAVED = np.array([0, 1, 2, 0, 1, 2, 0, 1])  # section [3, 3, 2]
    TEXT = np.broadcast_to(np.arange(4), (3, 1, 4))
    IMAGE = np.array([[[4, 4, 4, 4, 6]], [[4, 4, 5, 5, 6]], [[4, 5, 4, 5, 6]]])

    def model(self, section, axis=None, **config):
        class Mrope(fakes.RotaryEmbedding):
            def combine(self, freqs):
                if axis is None:
                    return freqs  # the model's attention picks the axes later
                return np.stack([freqs[axis[i], ..., i] for i in range(freqs.shape[-1])], axis=-1)

        return fakes.llama(Mrope(), rope_parameters={"mrope_section": list(section), "rope_theta": 1e4}, **config)

    def assert_mrope(self, file, axis):
        positions = np.concatenate((self.TEXT[:, 0], self.IMAGE[:, 0]), axis=1).T
        np.testing.assert_array_equal(file["positions"][:], positions)
        np.testing.assert_array_equal(file["sequence_offsets"][:], [0, 9])
        main = file["ropes/main"]
        self.assertEqual(main["axis"].dtype, np.int32)
        np.testing.assert_array_equal(main["axis"][:], axis)
        self.assert_angles(main["angles"][:], np.mod(positions[:, axis] * main["inv_freq"][:], TURN))

    def test_blocks_combined_in_the_module(self):
        model = self.model(self.SECTION, self.BLOCKS)
        self.assert_mrope(self.recorded(model, self.TEXT, self.IMAGE), self.BLOCKS)

    def test_interleaved_in_the_module(self):
        model = self.model((3, 3, 2), self.INTERLEAVED)
        self.assert_mrope(self.recorded(model, self.TEXT, self.IMAGE), self.INTERLEAVED)

    def test_axes_picked_after_the_module(self):
        self.assert_mrope(self.recorded(self.model(self.SECTION), self.TEXT, self.IMAGE), self.BLOCKS)

    def test_axis_is_recorded_without_angles(self):
        file = self.recorded(self.model((3, 3, 2), self.INTERLEAVED), self.TEXT, self.IMAGE, angles=False)
        self.assertEqual(set(file["ropes/main"]), {"inv_freq", "axis"})
        np.testing.assert_array_equal(file["ropes/main/axis"][:], self.INTERLEAVED)

    def test_an_unknown_mixture_is_refused(self):
        with self.assertRaisesRegex(RecordingError, "mixes its position axes"):
            self.recorded(self.model(self.SECTION, self.BLOCKS[::-1]), self.TEXT, self.IMAGE)

    def test_axes_without_sections_are_refused(self):
        with self.assertRaisesRegex(RecordingError, "mrope_section"):
            self.recorded(fakes.llama(), self.TEXT, self.IMAGE)

    def test_sections_of_qwen_models(self):
        qwen2 = rotary.axis_layouts([16, 24, 24], 64)["blocks"]
        np.testing.assert_array_equal(np.bincount(qwen2), [16, 24, 24])
        self.assertEqual((qwen2[15], qwen2[16], qwen2[40]), (0, 1, 2))
        qwen3 = rotary.axis_layouts([24, 20, 20], 64)["interleaved"]
        np.testing.assert_array_equal(np.bincount(qwen3), [24, 20, 20])
        np.testing.assert_array_equal(qwen3[:4], [0, 1, 2, 0])
        np.testing.assert_array_equal(qwen3[60:], [0, 0, 0, 0])


class ConfigurationTest(RecorderTest):
    def attributes(self, rotary_embedding=None, **config):
        return dict(self.recorded(fakes.llama(rotary_embedding, **config), [[0, 1]])["ropes/main"].attrs)

    def test_old_form(self):
        attributes = self.attributes(
            rope_theta=5e5,
            rope_scaling={"type": "linear", "factor": 2.0},
            head_dim=128,
            max_position_embeddings=8192,
        )
        self.assertEqual(attributes["rope_theta"], 5e5)
        self.assertEqual(attributes["rope_type"], "linear")
        self.assertEqual(attributes["head_dim"], 128)
        self.assertEqual(attributes["rotary_dim"], 16)
        self.assertEqual(attributes["original_max_position_embeddings"], 8192)
        self.assertEqual(attributes["max_position_embeddings"], 8192)

    def test_new_form(self):
        parameters = {"rope_theta": 1e6, "rope_type": "yarn", "factor": 4.0, "original_max_position_embeddings": 4096}
        attributes = self.attributes(rope_theta=None, rope_parameters=parameters, max_position_embeddings=16384)
        self.assertEqual(attributes["rope_theta"], 1e6)
        self.assertEqual(attributes["rope_type"], "yarn")
        self.assertEqual(attributes["original_max_position_embeddings"], 4096)
        self.assertEqual(attributes["max_position_embeddings"], 16384)

    def test_head_dim_falls_back_to_the_hidden_size(self):
        self.assertEqual(self.attributes(hidden_size=96, num_attention_heads=4)["head_dim"], 24)
        self.assertEqual(self.attributes(hidden_size=96, num_attention_heads=4, head_dim=None)["head_dim"], 24)

    def test_original_length_beside_the_rope_parameters(self):
        attributes = self.attributes(original_max_position_embeddings=2048)
        self.assertEqual(attributes["original_max_position_embeddings"], 2048)
        self.assertEqual(attributes["max_position_embeddings"], 4096)

    def test_text_part_of_a_multimodal_configuration(self):
        text = fakes.Model({}, rope_theta=777.0).config
        self.assertEqual(self.attributes(text_config=text)["rope_theta"], 777.0)

    def test_the_base_of_plain_frequencies_can_be_told(self):
        attributes = self.attributes(fakes.RotaryEmbedding(base=2000.0), rope_theta=None)
        self.assertAlmostEqual(attributes["rope_theta"], 2000.0, delta=0.01)

    def test_what_is_not_known_is_asked_for(self):
        bent = fakes.RotaryEmbedding()
        bent.buffers["inv_freq"] = fakes.Tensor(np.float32([1, 0.5, 0.4, 0.3, 0.2, 0.1, 0.05, 0.01]))
        with self.assertRaisesRegex(RecordingError, "no rope_theta"):
            self.attributes(bent, rope_theta=None)
        with self.assertRaisesRegex(RecordingError, "no max_position_embeddings"):
            self.attributes(max_position_embeddings=None)


class SafetyTest(RecorderTest):
    def test_an_exception_leaves_nothing(self):
        model = fakes.llama()
        with self.assertRaises(KeyboardInterrupt):
            with record(model, self.path):
                model.forward([[0, 1]])
                raise KeyboardInterrupt
        self.assert_only()
        self.assertEqual(model.modules["model.rotary_emb"].hooks, [])

    def test_an_exception_leaves_an_older_file_as_it_was(self):
        self.path.write_bytes(b"older")
        model = fakes.llama()
        with self.assertRaises(ZeroDivisionError):
            with record(model, self.path):
                model.forward([[0, 1]])
                raise ZeroDivisionError
        self.assert_only("run.h5")
        self.assertEqual(self.path.read_bytes(), b"older")

    def test_the_older_file_stays_until_the_end(self):
        self.path.write_bytes(b"older")
        model = fakes.llama()
        with record(model, self.path):
            model.forward([[0, 1]])
            self.assertEqual(self.path.read_bytes(), b"older")
        self.assert_only("run.h5")
        np.testing.assert_array_equal(self.open()["positions"][:], [0, 1])

    def test_hooks_are_gone_afterwards(self):
        model = fakes.llama()
        rotary_embedding = model.modules["model.rotary_emb"]
        with record(model, self.path):
            self.assertEqual(len(rotary_embedding.hooks), 1)
            model.forward([[0, 1]])
        self.assertEqual(rotary_embedding.hooks, [])

    def test_a_swallowed_failure_still_fails_at_the_end(self):
        model = fakes.llama(fakes.RotaryEmbedding(layout=lambda freqs: np.tile(freqs, 3)))
        with self.assertRaisesRegex(RecordingError, "given up"):
            with record(model, self.path):
                with self.assertRaises(RecordingError):
                    model.forward([[0, 1]])
        self.assert_only()

    def test_a_model_without_rotary_modules(self):
        with self.assertRaisesRegex(RecordingError, "No rotary embedding found in Model"):
            self.recorded(fakes.Model({"wte": fakes.Module()}), [[0]])
        self.assert_only()

    def test_modules_that_are_not_the_language_models_rotary_are_left_alone(self):
        class Vision(fakes.RotaryEmbedding):
            def forward(self, seqlen):
                return None

        axial, patches = fakes.RotaryEmbedding(), fakes.RotaryEmbedding()
        axial.rope_type = "axial"
        patches.buffers["inv_freq"] = fakes.Tensor(np.zeros((4, 8)))
        del patches.buffers["original_inv_freq"]
        for module in (Vision(), axial, patches):
            self.assertEqual(rotary.find_rotary_modules(fakes.llama(module)), [])

    def test_nothing_recorded(self):
        with self.assertRaisesRegex(RecordingError, "Nothing was recorded"):
            self.recorded(fakes.llama())
        self.assert_only()

    def test_a_folder_that_does_not_exist(self):
        with self.assertRaisesRegex(RecordingError, "Cannot write .*missing"):
            with record(fakes.llama(), self.folder / "missing" / "run.h5"):
                self.fail("the body must not run")

    def test_a_target_that_is_a_folder(self):
        self.path.mkdir()
        with self.assertRaisesRegex(RecordingError, "it is a folder"):
            with record(fakes.llama(), self.path):
                self.fail("the body must not run")

    @unittest.skipIf(os.geteuid() == 0, "root may write everywhere")
    def test_a_folder_that_is_not_writable(self):
        self.folder.chmod(0o500)
        self.addCleanup(self.folder.chmod, 0o700)
        with self.assertRaisesRegex(RecordingError, "Cannot write"):
            with record(fakes.llama(), self.path):
                self.fail("the body must not run")

    def test_frequencies_that_change_are_refused(self):
        for dtype in (np.float32, np.float64):  # float64 reaches numpy without a copy
            model = fakes.llama()
            inv_freq = fakes.Tensor(fakes.inverse_frequencies(8), dtype)
            model.modules["model.rotary_emb"].buffers["inv_freq"] = inv_freq
            with self.assertRaisesRegex(RecordingError, "changed its inverse frequencies after 2 tokens"):
                with record(model, self.path):
                    model.forward([[0, 1]])
                    inv_freq.values *= 0.5  # in place, as longrope does it
                    model.forward([[0, 1]])
            self.assert_only()

    def test_an_output_that_is_not_cos_and_sin(self):
        class Complex(fakes.RotaryEmbedding):
            def forward(self, x, position_ids):
                return fakes.Tensor([1j])

        with self.assertRaisesRegex(RecordingError, "not the pair"):
            self.recorded(fakes.llama(Complex()), [[0, 1]])

    def test_positions_that_are_not_integers(self):
        model = fakes.llama()
        with self.assertRaisesRegex(RecordingError, "not integers"):
            with record(model, self.path):
                model.modules["model.rotary_emb"](None, fakes.Tensor([[0.5, 1.5]]))


if __name__ == "__main__":
    unittest.main()
