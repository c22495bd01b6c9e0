# SPDX-License-Identifier: GPL-3.0-or-later
"""The recorder against real Transformers models, tiny and random: old (4.46) and new (5.x) releases.

Skipped where torch or transformers is not installed.
"""

import tempfile
import unittest
from pathlib import Path

import cases
import h5py
import numpy as np
from rotascope_recorder import RecordingError, corpus, record
from rotascope_recorder.config_file import ropes_of_file

try:
    import tokenizers
    import torch
    import transformers
except ImportError as error:
    tokenizers = torch = transformers = None
    MISSING = f"torch and transformers are needed: {error}"
else:
    MISSING = ""

TURN = 2 * np.pi
TINY = {
    "vocab_size": 64,
    "hidden_size": 64,
    "intermediate_size": 64,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "max_position_embeddings": 256,
}
PROMPT, NEW = 20, 10
# The last token that generate returns is never fed back.
GENERATED = PROMPT + NEW - 1


def needs(*names):
    """Skips a test where this Transformers release does not have the classes."""
    missing = [name for name in names if transformers and not hasattr(transformers, name)]
    return unittest.skipIf(missing, f"this Transformers release has no {', '.join(missing)}")


def mrope(theta, section):
    """Configuration arguments of an M-RoPE, in the form of this Transformers release."""
    parameters = {"rope_type": "default", "mrope_section": section}
    if int(transformers.__version__.split(".")[0]) >= 5:
        return {"rope_parameters": {**parameters, "rope_theta": theta}}
    return {"rope_theta": theta, "rope_scaling": parameters}


@unittest.skipIf(MISSING, MISSING)
class TransformersTest(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(0)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name) / "run.h5"

    def recorded(self, model, run):
        with torch.no_grad(), record(model.eval(), self.path):
            run(model)
        file = h5py.File(self.path, "r")
        self.addCleanup(file.close)
        return file

    def tokens(self, batch=1, length=PROMPT):
        return torch.randint(3, 60, (batch, length))

    def generate(self, model):
        options = {"max_new_tokens": NEW, "min_new_tokens": NEW, "do_sample": False, "pad_token_id": 0}
        tokens = self.tokens()
        model.generate(tokens, attention_mask=torch.ones_like(tokens), **options)

    def assert_true_angles(self, file, name="main", tolerance=1e-5):
        """The recorded angles are positions times inv_freq; returns inv_freq."""
        group = file["ropes"][name]
        positions, inv_freq = file["positions"][:], group["inv_freq"][:]
        axis = group["axis"][:] if "axis" in group else np.zeros(len(inv_freq), dtype=int)
        expected = positions.reshape(len(positions), -1)[:, axis] * inv_freq
        angles = group["angles"][:]
        self.assertEqual(angles.shape, expected.shape)
        self.assertLess(np.abs(np.mod(angles - expected + np.pi, TURN) - np.pi).max(), tolerance)
        self.assertTrue(np.all(angles >= 0) and np.all(angles.astype(np.float64) < TURN))
        return inv_freq

    def assert_generated(self, file):
        np.testing.assert_array_equal(file["positions"][:], np.arange(GENERATED))
        np.testing.assert_array_equal(file["sequence_offsets"][:], [0, GENERATED])

    def test_llama(self):
        model = transformers.LlamaForCausalLM(transformers.LlamaConfig(**TINY, rope_theta=5e5))
        file = self.recorded(model, self.generate)
        self.assert_generated(file)
        self.assertEqual(file.attrs["model_id"], "LlamaForCausalLM")
        inv_freq = self.assert_true_angles(file)
        np.testing.assert_allclose(inv_freq, 5e5 ** (-np.arange(8) / 8), rtol=1e-6)
        attributes = dict(file["ropes/main"].attrs)
        self.assertEqual(attributes["rope_theta"], 5e5)
        self.assertEqual((attributes["head_dim"], attributes["rotary_dim"]), (16, 16))
        self.assertEqual(attributes["max_position_embeddings"], 256)

    def test_llama_in_bfloat16_records_the_coarser_angles(self):
        model = transformers.LlamaForCausalLM(transformers.LlamaConfig(**TINY)).bfloat16()
        self.assert_true_angles(self.recorded(model, self.generate), tolerance=0.01)

    def test_batch(self):
        model = transformers.LlamaForCausalLM(transformers.LlamaConfig(**TINY))
        file = self.recorded(model, lambda model: model(self.tokens(batch=3)))
        np.testing.assert_array_equal(file["positions"][:], np.tile(np.arange(PROMPT), 3))
        np.testing.assert_array_equal(file["sequence_offsets"][:], PROMPT * np.arange(4))
        self.assert_true_angles(file)

    def test_yarn(self):
        scaling = {"rope_type": "yarn", "factor": 4.0, "original_max_position_embeddings": 64}
        model = transformers.LlamaForCausalLM(transformers.LlamaConfig(**TINY, rope_scaling=scaling))
        file = self.recorded(model, self.generate)
        self.assert_true_angles(file)
        attributes = dict(file["ropes/main"].attrs)
        self.assertEqual(attributes["rope_type"], "yarn")
        self.assertEqual(attributes["original_max_position_embeddings"], 64)
        self.assertAlmostEqual(attributes["attention_factor"], 0.1 * np.log(4.0) + 1.0)

    def test_dynamic_ntk_is_recorded_as_long_as_it_stands_still(self):
        scaling = {"rope_type": "dynamic", "factor": 4.0}
        config = transformers.LlamaConfig(**TINY, rope_scaling=scaling)
        file = self.recorded(transformers.LlamaForCausalLM(config), lambda model: model(self.tokens(length=300)))
        inv_freq = self.assert_true_angles(file, tolerance=1e-4)
        base = 10000.0 * (4.0 * 300 / 256 - 3.0) ** (16 / 14)
        np.testing.assert_allclose(inv_freq, base ** (-np.arange(8) / 8), rtol=1e-5)

        def short_and_long(model):
            model(self.tokens())
            model(self.tokens(length=300))

        with self.assertRaisesRegex(RecordingError, "changed its inverse frequencies"):
            self.recorded(transformers.LlamaForCausalLM(config), short_and_long)

    def test_gpt_neox_turns_a_part_of_the_head(self):
        sizes = {name: value for name, value in TINY.items() if name != "num_key_value_heads"}
        model = transformers.GPTNeoXForCausalLM(transformers.GPTNeoXConfig(**sizes, rotary_pct=0.25))
        file = self.recorded(model, self.generate)
        self.assert_generated(file)
        self.assert_true_angles(file)
        attributes = dict(file["ropes/main"].attrs)
        self.assertEqual((attributes["head_dim"], attributes["rotary_dim"], attributes["rope_theta"]), (16, 4, 10000.0))

    def test_cohere_interleaves_the_pairs(self):
        file = self.recorded(transformers.CohereForCausalLM(transformers.CohereConfig(**TINY)), self.generate)
        self.assert_generated(file)
        self.assert_true_angles(file)

    def test_phi_3_longrope(self):
        short, long = [1.0 + i / 8 for i in range(8)], [2.0 + i for i in range(8)]
        scaling = {"type": "longrope", "short_factor": short, "long_factor": long}
        sizes = {**TINY, "original_max_position_embeddings": 64, "pad_token_id": 0, "rope_scaling": scaling}
        for length, factors in ((PROMPT, short), (100, long)):
            model = transformers.Phi3ForCausalLM(transformers.Phi3Config(**sizes))
            file = self.recorded(model, lambda model, length=length: model(self.tokens(length=length)))
            inv_freq = self.assert_true_angles(file)
            np.testing.assert_allclose(inv_freq, 1e4 ** (-np.arange(8) / 8) / factors, rtol=1e-6)
            attributes = dict(file["ropes/main"].attrs)
            self.assertEqual(attributes["original_max_position_embeddings"], 64)
            self.assertAlmostEqual(attributes["attention_factor"], np.sqrt(1 + np.log(4) / np.log(64)), places=6)

    @needs("Gemma3ForCausalLM")
    def test_gemma_3_has_two_ropes(self):
        config = transformers.Gemma3TextConfig(
            **TINY, head_dim=32, layer_types=["sliding_attention", "full_attention"], sliding_window=8
        )
        file = self.recorded(transformers.Gemma3ForCausalLM(config), self.generate)
        self.assert_generated(file)
        self.assertEqual(set(file["ropes"]), {"global", "local"})
        for name, theta, layers in (("global", 1e6, [1]), ("local", 1e4, [0])):
            inv_freq = self.assert_true_angles(file, name)
            np.testing.assert_allclose(inv_freq, theta ** (-np.arange(16) / 16), rtol=1e-6)
            self.assertEqual(file["ropes"][name].attrs["rope_theta"], theta)
            np.testing.assert_array_equal(file["ropes"][name].attrs["layers"], layers)

    def text_and_image(self, model):
        """A text pass, and one with a 3 x 4 patch image behind four tokens of text, each from position 0."""
        positions = torch.zeros(3, 1, PROMPT, dtype=torch.long)
        positions[:, 0, :4] = torch.arange(4)
        positions[0, 0, 4:16] = 4
        positions[1, 0, 4:16] = 4 + torch.arange(12) // 4
        positions[2, 0, 4:16] = 4 + torch.arange(12) % 4
        positions[:, 0, 16:] = 8 + torch.arange(4)
        model(self.tokens())
        model(input_ids=self.tokens(), position_ids=positions)
        return positions[:, 0].numpy().T

    def check_mrope(self, model, axis):
        image = []
        file = self.recorded(model, lambda model: image.append(self.text_and_image(model)))
        text = np.repeat(np.arange(PROMPT)[:, None], 3, axis=1)
        np.testing.assert_array_equal(file["positions"][:], np.concatenate((text, image[0])))
        np.testing.assert_array_equal(file["sequence_offsets"][:], [0, PROMPT, 2 * PROMPT])
        np.testing.assert_array_equal(file["ropes/main/axis"][:], axis)
        self.assert_true_angles(file)

    @needs("Qwen2VLForConditionalGeneration")
    def test_qwen_2_vl_cuts_the_dimensions_into_blocks(self):
        if hasattr(transformers, "Qwen2VLTextModel"):
            config = transformers.Qwen2VLTextConfig(**TINY, **mrope(1e6, [2, 3, 3]))
            model = transformers.Qwen2VLTextModel(config)
        else:
            vision = {"depth": 1, "embed_dim": 32, "hidden_size": 64, "num_heads": 2}
            config = transformers.Qwen2VLConfig(**TINY, **mrope(1e6, [2, 3, 3]), vision_config=vision)
            model = transformers.Qwen2VLForConditionalGeneration(config)
        self.check_mrope(model, [0, 0, 1, 1, 1, 2, 2, 2])

    @needs("Qwen3VLTextModel")
    def test_qwen_3_vl_interleaves_the_axes(self):
        config = transformers.Qwen3VLTextConfig(**TINY, head_dim=16, **mrope(5e6, [4, 2, 2]))
        self.check_mrope(transformers.Qwen3VLTextModel(config), [0, 1, 2, 0, 1, 2, 0, 0])

    def models(self):
        """Real classes by name: each with what its layers do, tiny and random."""
        longrope = {"type": "longrope", "short_factor": [1.0] * 8, "long_factor": [2.0] * 8}
        gemma = {"head_dim": 32, "layer_types": ["sliding_attention", "full_attention"], "sliding_window": 8}
        compressed = {"q_lora_rank": 24, "kv_lora_rank": 16, "qk_rope_head_dim": 8, "qk_nope_head_dim": 16}
        experts = {"n_routed_experts": 4, "num_experts_per_tok": 2, "n_group": 1, "topk_group": 1}
        without_groups = {name: value for name, value in TINY.items() if name != "num_key_value_heads"}
        as_many = {**TINY, "num_key_value_heads": 4}
        phi = {**TINY, "original_max_position_embeddings": 64, "pad_token_id": 0, "rope_scaling": longrope}
        kinds = {
            "Llama": ("LlamaForCausalLM", "LlamaConfig", TINY),
            "Llama, bfloat16": ("LlamaForCausalLM", "LlamaConfig", TINY),
            "Qwen2": ("Qwen2ForCausalLM", "Qwen2Config", TINY),
            "Qwen3": ("Qwen3ForCausalLM", "Qwen3Config", {**TINY, "head_dim": 16}),
            "Gemma 3": ("Gemma3ForCausalLM", "Gemma3TextConfig", {**TINY, **gemma}),
            "Phi-3 longrope": ("Phi3ForCausalLM", "Phi3Config", phi),
            "Qwen2-VL": ("Qwen2VLTextModel", "Qwen2VLTextConfig", {**TINY, **mrope(1e6, [2, 3, 3])}),
            "DeepSeek V3": ("DeepseekV3ForCausalLM", "DeepseekV3Config", {**as_many, **compressed, **experts}),
            "GPT-NeoX": ("GPTNeoXForCausalLM", "GPTNeoXConfig", {**without_groups, "rotary_pct": 0.25}),
            "Cohere": ("CohereForCausalLM", "CohereConfig", TINY),
        }
        for name, (model, config, sizes) in kinds.items():
            if hasattr(transformers, model) and hasattr(transformers, config):
                model = getattr(transformers, model)(getattr(transformers, config)(**sizes)).eval()
                yield name, model.bfloat16() if "bfloat16" in name else model

    def passes(self, model):
        """A prompt of two rows, one of them padded on the left, and a packed batch."""
        mask = torch.ones(2, PROMPT, dtype=torch.long)
        mask[0, :6] = 0
        model(input_ids=self.tokens(2), attention_mask=mask)
        packed = torch.cat((torch.arange(12), torch.arange(8)))[None]
        model(input_ids=self.tokens(), position_ids=packed)

    def test_counts_are_those_of_the_values(self):
        """In every class, with usage; positions of a padded row are the model's own."""
        for name, model in self.models():
            with self.subTest(name), torch.no_grad():
                files = []
                for angles in (True, "counts"):
                    torch.manual_seed(1)
                    with record(model, self.path, angles=angles, usage=True):
                        self.passes(model)
                    files.append(h5py.File(self.path.rename(self.path.with_name(f"{len(files)}.h5")), "r"))
                values, counts = files
                tokens = 3 * PROMPT - 6
                self.assertEqual(len(values["positions"]), tokens)
                if name == "Qwen2-VL":
                    self.assertEqual(counts["position_counts"].shape[0], 3)
                    self.assertNotIn("distance_counts", counts)
                else:
                    cases.RecorderTest.assert_counts_of(self, counts, values)
                for rope in counts["ropes"]:
                    groups = [file["ropes"][rope] for file in files]
                    np.testing.assert_array_equal(groups[0]["usage"][:], groups[1]["usage"][:])
                    self.assertEqual(groups[1]["usage"].attrs["tokens"], tokens)
                    self.assertEqual(groups[1]["usage"].dtype, np.float64)
                    layers, heads, dimensions = groups[1]["usage"].shape
                    self.assertEqual((layers, heads), (len(groups[1].attrs["layers"]), 4))
                    self.assertEqual(dimensions, len(groups[1]["inv_freq"]))
                for file in files:
                    file.close()

    def projected(self, model, run, names):
        """What the projections of these names of each layer return in a run: [layer][name], tensors [B, N, ...]."""
        outputs = [{} for _ in range(2)]
        handles = []
        for path, module in model.named_modules():
            name = path.rpartition(".")[2]
            if name in names:
                layer = int(next(part for part in path.split(".") if part.isdigit()))
                keep = outputs[layer].setdefault
                handles.append(module.register_forward_hook(lambda _, __, out, n=name, keep=keep: keep(n, out)))
        run()
        for handle in handles:
            handle.remove()
        return outputs

    def usage(self, model, run):
        with torch.no_grad(), record(model, self.path, angles="counts", usage=True):
            run()
        with h5py.File(self.path, "r") as file:
            return {name: group["usage"][:] for name, group in file["ropes"].items()}

    def test_usage_is_the_product_of_the_lengths_of_queries_and_keys(self):
        """Llama: 4 query heads share 2 key heads, component i is turned with i + 8."""
        model = transformers.LlamaForCausalLM(transformers.LlamaConfig(**TINY)).eval()
        tokens = self.tokens(2)
        mask = torch.ones_like(tokens)
        mask[1, :5] = 0
        with torch.no_grad():
            outputs = self.projected(model, lambda: model(tokens, attention_mask=mask), ("q_proj", "k_proj"))
        usage = self.usage(model, lambda: model(tokens, attention_mask=mask))["main"]
        self.assertEqual(usage.shape, (2, 4, 8))
        for layer, projections in enumerate(outputs):
            query, key = (projections[name].double().unflatten(-1, (-1, 2, 8)) for name in ("q_proj", "k_proj"))
            lengths = query.norm(dim=-2) * key.norm(dim=-2).repeat_interleave(2, dim=2)
            np.testing.assert_allclose(usage[layer], (lengths * mask[..., None, None]).sum((0, 1)), rtol=1e-12)

    @needs("DeepseekV3ForCausalLM")
    def test_usage_of_compressed_keys_and_interleaved_pairs(self):
        """DeepSeek V3: one rotary key for all heads, component 2i is turned with 2i + 1."""
        model = dict(self.models())["DeepSeek V3"]
        tokens = self.tokens()
        with torch.no_grad():
            names = ("q_b_proj", "kv_a_proj_with_mqa")
            outputs = self.projected(model, lambda: model(tokens), names)
        usage = self.usage(model, lambda: model(tokens))["main"]
        for layer, projections in enumerate(outputs):
            query = projections["q_b_proj"].double().unflatten(-1, (4, 24))[..., 16:].unflatten(-1, (4, 2))
            key = projections["kv_a_proj_with_mqa"].double()[..., 16:].unflatten(-1, (1, 4, 2))
            expected = (query.norm(dim=-1) * key.norm(dim=-1)).sum((0, 1))
            np.testing.assert_allclose(usage[layer], expected, rtol=1e-12)

    @needs("Gemma3ForCausalLM")
    def test_usage_is_that_of_the_normed_queries(self):
        """Gemma 3 norms queries and keys of each head, and layer 1 alone uses the global RoPE."""
        model = dict(self.models())["Gemma 3"]
        tokens = self.tokens()
        with torch.no_grad():
            outputs = self.projected(model, lambda: model(tokens), ("q_norm", "k_norm"))
        usage = self.usage(model, lambda: model(tokens))
        for layer, rope in enumerate(("local", "global")):
            # [B, H, N, d]
            query, key = (
                outputs[layer][name].double().unflatten(-1, (2, 16)).norm(dim=-2) for name in ("q_norm", "k_norm")
            )
            expected = (query * key.repeat_interleave(2, dim=1)).sum((0, 2))
            np.testing.assert_allclose(usage[rope][0], expected, rtol=1e-12)

    def test_usage_of_a_prompt_of_one_token(self):
        """At position 0 nothing is turned, which does not tell the components of a pair."""
        model = transformers.CohereForCausalLM(transformers.CohereConfig(**TINY)).eval()
        tokens = self.tokens(length=1)
        with torch.no_grad():
            outputs = self.projected(model, lambda: model(tokens), ("q_proj", "k_proj"))
        usage = self.usage(model, lambda: model(tokens))["main"]
        query, key = (outputs[0][name].double().unflatten(-1, (-1, 8, 2)) for name in ("q_proj", "k_proj"))
        lengths = query.norm(dim=-1) * key.norm(dim=-1).repeat_interleave(2, dim=2)
        np.testing.assert_allclose(usage[0], lengths.sum((0, 1)), rtol=1e-12)

    def test_a_padded_batch_that_generates(self):
        model = transformers.LlamaForCausalLM(transformers.LlamaConfig(**TINY)).eval()
        mask = torch.ones(2, PROMPT, dtype=torch.long)
        mask[1, :6] = 0
        options = {"max_new_tokens": NEW, "min_new_tokens": NEW, "do_sample": False, "pad_token_id": 0}
        with record(model, self.path, angles="counts"):
            model.generate(self.tokens(2), attention_mask=mask, **options)
        with h5py.File(self.path, "r") as file:
            sequences = [range(GENERATED), range(GENERATED - 6)]
            positions = np.bincount([position for sequence in sequences for position in sequence])
            np.testing.assert_array_equal(file["position_counts"][:], [positions])
            expected = cases.pairs_by_distance(sequences, GENERATED)
            np.testing.assert_array_equal(file["distance_counts"][:], expected)

    def test_activation_checkpoints_count_once(self):
        usages = []
        for checkpoints in (False, True):
            torch.manual_seed(0)
            model = transformers.LlamaForCausalLM(transformers.LlamaConfig(**TINY)).train()
            if checkpoints:
                model.gradient_checkpointing_enable()
            with record(model, self.path, angles="counts", usage=True) as recorder:
                model(self.tokens(), use_cache=False).logits.sum().backward()
                self.assertEqual(recorder.tokens, PROMPT)
            with h5py.File(self.path, "r") as file:
                usages.append(file["ropes/main/usage"][:])
        np.testing.assert_array_equal(*usages)

    def test_told_positions_are_those_of_a_forward_pass(self):
        packed = torch.cat((torch.arange(12), torch.arange(8)))[None]
        told, seen = self.path.with_name("told.h5"), self.path.with_name("seen.h5")
        for name, model in self.models():
            with self.subTest(name), torch.no_grad():
                with record(model, told, watch=False) as recorder:
                    recorder.add_positions(packed)
                with record(model, seen):
                    model(input_ids=self.tokens(), position_ids=packed)
                with h5py.File(told, "r") as one, h5py.File(seen, "r") as other:
                    self.assertEqual(set(one["ropes"]), set(other["ropes"]))
                    for dataset in ("positions", "sequence_offsets"):
                        np.testing.assert_array_equal(one[dataset][:], other[dataset][:])
                    for first, second in ((one["ropes"][rope], other["ropes"][rope]) for rope in one["ropes"]):
                        np.testing.assert_array_equal(first["inv_freq"][:], second["inv_freq"][:])
                        apart = np.abs(np.mod(first["angles"][:] - second["angles"][:] + np.pi, TURN) - np.pi)
                        self.assertLess(apart.max(), 0.01 if "bfloat16" in name else 1e-5)

    def test_a_configuration_file_has_the_ropes_of_its_model(self):
        for name, model in self.models():
            with self.subTest(name), torch.no_grad():
                model.config.save_pretrained(self.path.parent)
                if name == "Phi-3 longrope":
                    with self.assertRaisesRegex(RecordingError, "type longrope"):
                        ropes_of_file(self.path.parent)
                    continue
                ropes, _ = ropes_of_file(self.path.parent)
                with record(model, self.path, angles=False):
                    model(input_ids=self.tokens())
                with h5py.File(self.path, "r") as file:
                    self.assertEqual({rope.name for rope in ropes}, set(file["ropes"]))
                    for rope in ropes:
                        group = file["ropes"][rope.name]
                        tolerance = 0.01 if "bfloat16" in name else 1e-6
                        np.testing.assert_allclose(rope.inv_freq, group["inv_freq"][:], rtol=tolerance)
                        known = {key: value for key, value in group.attrs.items() if key != "layers"}
                        self.assertEqual(rope.attributes, known)
                        np.testing.assert_array_equal(rope.layers, group.attrs.get("layers", []))

    def test_a_corpus_by_a_tokenizer(self):
        words = {word: index for index, word in enumerate(("[UNK]", "a", "b", "c"))}
        fast = tokenizers.Tokenizer(tokenizers.models.WordLevel(words, unk_token="[UNK]"))
        fast.pre_tokenizer = tokenizers.pre_tokenizers.Split("", "isolated")
        folder = self.path.parent / "tokenizer"
        transformers.PreTrainedTokenizerFast(tokenizer_object=fast).save_pretrained(folder)
        self.assertEqual(corpus.tokens_of(str(folder))(["abc", "", "ab"]), [3, 0, 2])
        with self.assertRaisesRegex(RecordingError, "cannot be loaded"):
            corpus.tokens_of(str(self.path.parent / "none"))

    def test_usage_needs_layers_that_turn_queries(self):
        rotary = transformers.models.llama.modeling_llama.LlamaRotaryEmbedding
        model = torch.nn.ModuleDict({"rotary_emb": rotary(transformers.LlamaConfig(**TINY))})
        with self.assertRaisesRegex(RecordingError, "record without usage"), record(model, self.path, usage=True):
            self.fail("the body must not run")

    def test_gpt_2_has_no_rotary_embedding(self):
        model = transformers.GPT2LMHeadModel(transformers.GPT2Config(vocab_size=64, n_embd=32, n_layer=1, n_head=2))
        with self.assertRaisesRegex(RecordingError, "No rotary embedding found in GPT2LMHeadModel"):
            self.recorded(model, self.generate)


if __name__ == "__main__":
    unittest.main()
