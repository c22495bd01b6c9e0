# SPDX-License-Identifier: GPL-3.0-or-later
"""Tiny random models of two architectures: as config.json, in Transformers, and as GGUF with the same weights."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import gguf
import numpy as np
import torch
from transformers import AutoConfig, AutoModelForCausalLM, PreTrainedModel

from conftest import PRETRAINING_LENGTH, Table

VOCABULARY = 256
HIDDEN, LAYERS, HEADS, KV_HEADS, HEAD_DIM, FEED_FORWARD = 128, 2, 2, 1, 64, 192
THETA = 10000.0
RMS_EPSILON = 1e-5

COMMON = {
    "hidden_size": HIDDEN,
    "num_hidden_layers": LAYERS,
    "num_attention_heads": HEADS,
    "num_key_value_heads": KV_HEADS,
    "intermediate_size": FEED_FORWARD,
    "vocab_size": VOCABULARY,
    "max_position_embeddings": PRETRAINING_LENGTH,
    "rope_theta": THETA,
    "rms_norm_eps": RMS_EPSILON,
    # So large that attention depends on the angles: with the usual 0.02 it is nearly uniform, and any table would pass.
    "initializer_range": 0.15,
    "tie_word_embeddings": False,
    "bos_token_id": 1,
    "eos_token_id": 2,
    "pad_token_id": 0,
}

# Names in GGUF and in Transformers; Phi-3 has Q, K and V in one tensor, and both halves of its feed-forward.
LAYER_TENSORS = [
    ("attn_norm", "input_layernorm"),
    ("attn_q", "self_attn.q_proj"),
    ("attn_k", "self_attn.k_proj"),
    ("attn_v", "self_attn.v_proj"),
    ("attn_qkv", "self_attn.qkv_proj"),
    ("attn_output", "self_attn.o_proj"),
    ("ffn_norm", "post_attention_layernorm"),
    ("ffn_gate", "mlp.gate_proj"),
    ("ffn_up", "mlp.up_proj"),
    ("ffn_up", "mlp.gate_up_proj"),
    ("ffn_down", "mlp.down_proj"),
]
ROTATED = {"attn_q": HEADS, "attn_k": KV_HEADS}


@dataclass(frozen=True)
class Architecture:
    name: str  # as GGUF has it
    config: dict
    rotary_dim: int

    def write_config(self, folder: Path) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "config.json"
        path.write_text(json.dumps(self.config, indent=2), encoding="utf-8")
        return path


LLAMA = Architecture(
    "llama",
    COMMON | {"model_type": "llama", "architectures": ["LlamaForCausalLM"], "head_dim": HEAD_DIM},
    HEAD_DIM,
)
# A quarter of each head is not rotated, and a length stands on top that Transformers prefers to the one in rope_parameters.
PHI3 = Architecture(
    "phi3",
    COMMON
    | {
        "model_type": "phi3",
        "architectures": ["Phi3ForCausalLM"],
        "partial_rotary_factor": 0.75,
        "original_max_position_embeddings": PRETRAINING_LENGTH,
        "sliding_window": None,
    },
    HEAD_DIM * 3 // 4,
)
ARCHITECTURES = [LLAMA, PHI3]
# Of llama.cpp alone. Arcee has a feed-forward of its own; the others calculate what Llama does, from the same weights.
ARCEE = Architecture("arcee", COMMON | {"model_type": "arcee", "architectures": ["ArceeForCausalLM"], "head_dim": HEAD_DIM}, HEAD_DIM)
FURTHER_ARCHITECTURES = [ARCEE, *(replace(LLAMA, name=name) for name in ["deci", "exaone", "granite", "minicpm", "mistral3", "nanbeige"])]


def build(config: Path, weights: PreTrainedModel | None = None) -> PreTrainedModel:
    """What Transformers makes of a config.json, with random weights or with those of another model."""
    torch.manual_seed(20240611)
    model = AutoModelForCausalLM.from_config(AutoConfig.from_pretrained(config.parent), dtype=torch.float32, attn_implementation="eager")
    if weights is not None:
        model.load_state_dict(weights.state_dict())
    return model.eval()


def rotary(model: PreTrainedModel) -> torch.nn.Module:
    return model.base_model.rotary_emb


@dataclass(frozen=True)
class Rope:
    inv_freq: torch.Tensor
    attention_factor: float


def prefix_of(name: str) -> str:
    """Of what a rotary class with several RoPEs holds for one of them."""
    return "" if name == "main" else f"{name}_"


def ropes_of(embedding: torch.nn.Module) -> dict[str, Rope]:
    """By the kind of layers; main where a class has one alone."""
    held = [name for name, _ in embedding.named_buffers() if name.endswith("inv_freq") and "original" not in name]
    names = [name.removesuffix("inv_freq").removesuffix("_") or "main" for name in held]
    return {name: Rope(getattr(embedding, prefix_of(name) + "inv_freq"), getattr(embedding, prefix_of(name) + "attention_scaling")) for name in names}


def longrope_inv_freq(architecture: Architecture, table: Table) -> torch.Tensor:
    """Transformers' formula of rope_type longrope in float32, in its order of operations."""
    exponents = torch.arange(0, architecture.rotary_dim, 2).float() / architecture.rotary_dim
    return 1.0 / (torch.from_numpy(table.float32_factors) * THETA**exponents)


def set_by_hand(model: PreTrainedModel, inv_freq: torch.Tensor, attention_factor: float) -> PreTrainedModel:
    """The table in an unscaled model, with nothing of Rotascope between."""
    embedding = rotary(model)
    assert embedding.rope_type == "default"
    embedding.inv_freq = inv_freq.clone()
    embedding.original_inv_freq = inv_freq.clone()
    embedding.attention_scaling = attention_factor
    return model


def random_tokens(length: int) -> torch.Tensor:
    return torch.randint(VOCABULARY, (1, length), generator=torch.Generator().manual_seed(length))


def logits(model: PreTrainedModel, tokens: torch.Tensor) -> torch.Tensor:
    with torch.no_grad():
        return model(input_ids=tokens, use_cache=False).logits[0]


def interleaved(weight: np.ndarray, heads: int) -> np.ndarray:
    """llama.cpp turns neighbours in a head, Transformers component i with i + d/2: the rows of Q and K are put in order."""
    return weight.reshape(heads, 2, -1, weight.shape[1]).swapaxes(1, 2).reshape(weight.shape)


def layer_tensors(architecture: Architecture, weights: dict[str, np.ndarray], layer: int) -> dict[str, np.ndarray]:
    found = {}
    for name, theirs in LAYER_TENSORS:
        weight = weights.get(f"model.layers.{layer}.{theirs}.weight")
        if weight is None:
            continue  # no architecture has them all; llama.cpp refuses a model that lacks one it needs
        if architecture.name == "gemma3" and name.endswith("_norm"):
            continue  # it has more of them, and they stand for 1 + weight
        if name in ROTATED and architecture.name not in ("exaone", "gemma3"):  # which are turned as in Transformers
            weight = interleaved(weight, ROTATED[name])
        found[f"blk.{layer}.{name}.weight"] = weight
    return found


def write_particulars(architecture: Architecture, writer: gguf.GGUFWriter) -> None:
    """What llama.cpp asks of one architecture only, with values that change nothing."""
    if architecture.name == "phi3":
        writer.add_rope_scaling_orig_ctx_len(PRETRAINING_LENGTH)
        writer.add_sliding_window(0)
    elif architecture.name in ("granite", "minicpm"):
        writer.add_logit_scale(1.0)
        writer.add_residual_scale(1.0)
        writer.add_embedding_scale(1.0)
    elif architecture.name == "deci":
        writer.add_key_length(HEAD_DIM)
        writer.add_value_length(HEAD_DIM)


def write_gguf(architecture: Architecture, model: PreTrainedModel, path: Path, add: Callable[[gguf.GGUFWriter], None] | None = None) -> Path:
    """The model as llama.cpp loads it, all weights in float32, tokens without a vocabulary; `add` states more."""
    weights = {name: tensor.detach().numpy() for name, tensor in model.state_dict().items()}
    writer = gguf.GGUFWriter(path, architecture.name)
    writer.add_name("tiny")
    writer.add_context_length(PRETRAINING_LENGTH)
    writer.add_embedding_length(HIDDEN)
    writer.add_block_count(LAYERS)
    per_layer = (lambda number: [number] * LAYERS) if architecture.name == "deci" else (lambda number: number)
    writer.add_feed_forward_length(per_layer(FEED_FORWARD))
    writer.add_head_count(per_layer(HEADS))
    writer.add_head_count_kv(per_layer(KV_HEADS))
    writer.add_layer_norm_rms_eps(RMS_EPSILON)
    writer.add_rope_dimension_count(architecture.rotary_dim)
    writer.add_rope_freq_base(THETA)
    write_particulars(architecture, writer)
    if add is not None:
        add(writer)
    writer.add_tokenizer_model("no_vocab")
    writer.add_vocab_size(VOCABULARY)
    tensors = {"token_embd.weight": weights["model.embed_tokens.weight"]}
    for layer in range(LAYERS):
        tensors |= layer_tensors(architecture, weights, layer)
    shift = np.float32(1.0 if architecture.name == "gemma3" else 0.0)
    tensors |= {"output_norm.weight": shift + weights["model.norm.weight"], "output.weight": weights["lm_head.weight"]}
    for name, tensor in tensors.items():
        writer.add_tensor(name, np.ascontiguousarray(tensor))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path
