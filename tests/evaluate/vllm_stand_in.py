# SPDX-License-Identifier: GPL-3.0-or-later
"""What the backend uses of vLLM, on a Transformers model: its rotary embedding has vLLM's buffer, and the model turns by that."""

import math
import types

import torch
import transformers
from rotascope_evaluate.vllm_worker import RotaryWorker

CALLS = []  # what engines were asked, in order


class RotaryEmbedding(torch.nn.Module):
    """As vLLM's, of the neox style."""

    def __init__(self, base, size, rows):
        super().__init__()
        self.base, self.rotary_dim, self.head_size, self.rows, self.is_neox_style = base, size, size, rows, True
        self.register_buffer("cos_sin_cache", self._compute_cos_sin_cache(), persistent=False)

    def _compute_cos_sin_cache(self):
        inv_freq = self.base ** (-torch.arange(0, self.rotary_dim, 2, dtype=torch.float) / self.rotary_dim)
        angles = torch.arange(self.rows, dtype=torch.float)[:, None] * inv_freq
        return torch.cat((angles.cos(), angles.sin()), dim=-1)

    def forward(self, positions, query, key):
        cosine, sine = self.cos_sin_cache[positions].chunk(2, dim=-1)
        first, second = query.chunk(2, dim=-1)
        return torch.cat((first * cosine - second * sine, second * cosine + first * sine), dim=-1), key


class LLM:
    """An engine with one worker."""

    def __init__(self, **options):
        CALLS.append(("LLM", options))
        self.options = options
        self.model = transformers.AutoModelForCausalLM.from_pretrained(options["model"], dtype=torch.float32).eval()
        config = self.model.config
        base = config.rope_parameters["rope_theta"] if getattr(config, "rope_parameters", None) else config.rope_theta
        size = config.hidden_size // config.num_attention_heads
        self.rope = RotaryEmbedding(base, size, config.max_position_embeddings)
        self.worker = type("Worker", (RotaryWorker,), {"get_model": lambda _: torch.nn.ModuleDict({"rope": self.rope})})()

    def collective_rpc(self, method, timeout=None, args=(), kwargs=None):
        CALLS.append((method, args))
        return [getattr(self.worker, method)(*args, **(kwargs or {}))]

    def generate(self, prompts, sampling_params, use_tqdm=True):
        CALLS.append(("generate", len(prompts)))
        row = self.rope.cos_sin_cache[1].double()
        half = len(row) // 2
        rotary = self.model.model.rotary_emb
        rotary.inv_freq = torch.atan2(row[half:], row[:half]).float()
        rotary.attention_scaling = math.hypot(row[0], row[half])
        return [self._answer(prompt["prompt_token_ids"], sampling_params) for prompt in prompts]

    def _answer(self, tokens, asked):
        if len(tokens) + asked.max_tokens > self.options["max_model_len"]:
            raise ValueError("the prompt is longer than max_model_len")
        with torch.no_grad():
            values = self.model(input_ids=torch.tensor([tokens])).logits[0].float().log_softmax(-1)
        entries = [None]
        for place, token in enumerate(tokens[1:]):
            entries.append({int(one): types.SimpleNamespace(logprob=float(values[place, one]))
                            for one in {token, int(values[place].argmax())}})  # fmt: skip
        return types.SimpleNamespace(prompt_logprobs=entries)


def SamplingParams(**options):
    assert options["temperature"] == 0 and options["prompt_logprobs"] == 1, options
    return types.SimpleNamespace(**options)
