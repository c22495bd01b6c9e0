# SPDX-License-Identifier: GPL-3.0-or-later
"""Tiny random models of Transformers' own classes, and a tokenizer of words for them. Nothing is downloaded."""

try:
    import tokenizers
    import torch
    import transformers
except ImportError as error:
    tokenizers = torch = transformers = None
    MISSING = f"torch and transformers are needed: {error}"
else:
    MISSING = ""
    transformers.logging.set_verbosity_error()
    torch.set_num_threads(1)  # models so small are slower with more

LENGTH = 64  # L
WORDS = ("<bos> . ? , There is an important info hidden inside a lot of irrelevant text Find it and memorize them I will quiz you about the "
         "there The grass green sky blue sun yellow Here we go back again pass key Remember What 0 1 2 3 4 5 6 7 8 9").split()  # fmt: skip
TINY = {
    "vocab_size": len(dict.fromkeys(WORDS)),
    "hidden_size": 64,
    "intermediate_size": 64,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "max_position_embeddings": LENGTH,
    "bos_token_id": 0,
    "eos_token_id": 1,
    "pad_token_id": 0,
    # So large that attention depends on the angles.
    "initializer_range": 0.2,
}
LLAMA3 = {"rope_type": "llama3", "rope_theta": 10000.0, "factor": 4.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0,
          "original_max_position_embeddings": LENGTH}  # fmt: skip
LATENT = {"q_lora_rank": 16, "kv_lora_rank": 16, "qk_rope_head_dim": 16, "qk_nope_head_dim": 16, "v_head_dim": 16, "n_routed_experts": 4,
          "n_group": 2, "topk_group": 1, "num_experts_per_tok": 2, "moe_intermediate_size": 32, "first_k_dense_replace": 1,
          "num_key_value_heads": 4}  # fmt: skip
# Name: (configuration, model, what is particular, frequencies).
CLASSES = {
    "Llama": ("LlamaConfig", "LlamaForCausalLM", {}, 8),
    "Llama, trained with a scaling": (
        "LlamaConfig",
        "LlamaForCausalLM",
        {"rope_parameters": LLAMA3, "max_position_embeddings": 4 * LENGTH},
        8,
    ),
    "Qwen2": ("Qwen2Config", "Qwen2ForCausalLM", {}, 8),
    "Gemma 3": ("Gemma3TextConfig", "Gemma3ForCausalLM", {"head_dim": 16, "sliding_window": 32, "num_hidden_layers": 6}, 8),
    "Phi-3": ("Phi3Config", "Phi3ForCausalLM", {"original_max_position_embeddings": LENGTH}, 8),
    "DeepSeek V3": ("DeepseekV3Config", "DeepseekV3ForCausalLM", LATENT, 8),
}


def configured(config_class, **more):
    """A configuration; a scaling in the words of this release of Transformers."""
    rope = more.get("rope_parameters")
    if rope and int(transformers.__version__.split(".")[0]) < 5:
        scaling = {name: value for name, value in rope.items() if name != "rope_theta"}
        more = {**more, "rope_parameters": None, "rope_theta": rope["rope_theta"], "rope_scaling": scaling}
    return getattr(transformers, config_class)(**{**TINY, **more})


def build(name, **other):
    """other: what of its configuration is to be otherwise."""
    config_class, model_class, more, _ = CLASSES[name]
    if not hasattr(transformers, model_class):
        return None
    torch.manual_seed(7)
    config = configured(config_class, **{**more, **other})
    return getattr(transformers, model_class)(config).eval()


def tokenizer():
    words = {word: number for number, word in enumerate(dict.fromkeys(WORDS))}
    inner = tokenizers.Tokenizer(tokenizers.models.WordLevel(words, unk_token="<bos>"))
    split = tokenizers.pre_tokenizers
    inner.pre_tokenizer = split.Sequence([split.Whitespace(), split.Digits(individual_digits=True)])
    return transformers.PreTrainedTokenizerFast(tokenizer_object=inner, bos_token="<bos>", eos_token=".", pad_token="<bos>")


def save(folder, name="Llama", **other):
    """A folder that Transformers loads."""
    build(name, **other).save_pretrained(folder)
    tokenizer().save_pretrained(folder)
    return folder
