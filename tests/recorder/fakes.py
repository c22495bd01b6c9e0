# SPDX-License-Identifier: GPL-3.0-or-later
"""Stand-ins for torch tensors and Transformers modules: as much of them as the recorder asks for."""

from types import SimpleNamespace

import numpy as np


class Tensor:
    """A tensor that can only be brought to numpy."""

    def __init__(self, values, dtype=None):
        self.values = np.asarray(values, dtype)
        self.shape = self.values.shape

    def detach(self):
        return self

    def cpu(self):
        return self

    def float(self):
        return Tensor(self.values, np.float32)

    def double(self):
        return Tensor(self.values, np.float64)

    def numpy(self):
        return self.values  # like torch: the tensor's own memory, not a copy


class Module:
    """A torch module with buffers and forward hooks."""

    def __init__(self):
        self.buffers = {}
        self.hooks = []
        self.pre_hooks = []

    def __getattr__(self, name):
        buffers = self.__dict__.get("buffers", {})
        if name in buffers:
            return buffers[name]
        raise AttributeError(name)

    def named_buffers(self, recurse=True):
        assert recurse is False, "the recorder asks each module for its own buffers"
        return list(self.buffers.items())

    def register_forward_hook(self, hook, *, with_kwargs=False):
        entry = (hook, with_kwargs)
        self.hooks.append(entry)
        return SimpleNamespace(remove=lambda: self.hooks.remove(entry))

    def register_forward_pre_hook(self, hook, *, with_kwargs=False):
        assert with_kwargs, "masks may come by keyword"
        self.pre_hooks.append(hook)
        return SimpleNamespace(remove=lambda: self.pre_hooks.remove(hook))

    def __call__(self, *args, **kwargs):
        for hook in list(self.pre_hooks):
            hook(self, args, kwargs)
        output = self.forward(*args, **kwargs)
        for hook, with_kwargs in list(self.hooks):
            hook(self, args, kwargs, output) if with_kwargs else hook(self, args, output)
        return output


def half_split(freqs):
    return np.concatenate((freqs, freqs), axis=-1)


def interleaved(freqs):
    return np.repeat(freqs, 2, axis=-1)


def inverse_frequencies(dimensions, base=10000.0):
    """As Transformers computes them, float32 [D]."""
    return (1.0 / base ** (np.arange(dimensions, dtype=np.float32) / np.float32(dimensions))).astype(np.float32)


class RotaryEmbedding(Module):
    """cos and sin of positions times frequencies, in float32 like the real ones."""

    def __init__(self, dimensions=8, base=10000.0, layout=half_split, scaling=1.0):
        super().__init__()
        inv_freq = inverse_frequencies(dimensions, base)
        self.buffers = {"inv_freq": Tensor(inv_freq), "original_inv_freq": Tensor(inv_freq)}
        self.layout = layout
        self.scaling = self.attention_scaling = scaling

    def combine(self, freqs):
        """What a multimodal model makes of freqs [..., N, D]."""
        return freqs

    def forward(self, x, position_ids):
        return self.cos_and_sin(position_ids, self.inv_freq)

    def cos_and_sin(self, position_ids, inv_freq):
        freqs = position_ids.values[..., None].astype(np.float32) * inv_freq.values.astype(np.float32)
        emb = self.layout(self.combine(freqs))
        return Tensor(np.cos(emb) * np.float32(self.scaling)), Tensor(np.sin(emb) * np.float32(self.scaling))


class LayerTypeRotaryEmbedding(RotaryEmbedding):
    """One module for several RoPEs, as Gemma 3 has it in Transformers 5."""

    def __init__(self, bases, dimensions=8):
        super().__init__(dimensions)
        self.buffers = {}
        for layer_type, base in bases.items():
            inv_freq = Tensor(inverse_frequencies(dimensions, base))
            self.buffers[f"{layer_type}_inv_freq"] = inv_freq
            self.buffers[f"{layer_type}_original_inv_freq"] = inv_freq

    def forward(self, x, position_ids, layer_type=None):
        return self.cos_and_sin(position_ids, getattr(self, f"{layer_type}_inv_freq"))


class Model:
    """Rotary modules by path, and what a forward pass does with them."""

    def __init__(self, modules, **config):
        self.modules = modules
        defaults = {"rope_theta": 10000.0, "hidden_size": 64, "num_attention_heads": 4, "max_position_embeddings": 4096}
        self.config = SimpleNamespace(**{**defaults, **config})

    def named_modules(self):
        return list(self.modules.items())

    def forward(self, position_ids, batch=None):
        """Position ids [B, N] or [A, B, N] through every module, once for each layer type it knows."""
        position_ids = Tensor(position_ids, np.int64)
        hidden = Tensor(np.zeros((batch or position_ids.shape[-2], position_ids.shape[-1], 4)))
        for module in self.modules.values():
            layer_types = [name[: -len("_inv_freq")] for name in module.buffers if name.endswith("n_inv_freq")]
            for layer_type in layer_types:
                module(hidden, position_ids=position_ids, layer_type=layer_type)
            if not layer_types:
                module(hidden, position_ids)


def llama(rotary=None, **config):
    """A model with one rotary module for all layers."""
    return Model({"model.rotary_emb": rotary or RotaryEmbedding()}, **config)


class Decoder(Module):
    """A model that is called as a whole, with what Transformers' models are told about their tokens."""

    def __init__(self, **config):
        super().__init__()
        self.inner = RotaryEmbedding()
        self.config = llama(**config).config

    def named_modules(self):
        return [("", self), ("rotary_emb", self.inner)]

    def forward(self, position_ids, attention_mask=None, cu_seq_lens_q=None):
        position_ids = Tensor(position_ids, np.int64)
        self.inner(Tensor(np.zeros((*position_ids.shape, 4))), position_ids)
