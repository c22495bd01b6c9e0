# SPDX-License-Identifier: GPL-3.0-or-later
"""What runs inside vLLM's workers: it reads the frequencies of a model's rotary embeddings, and puts a table's in their place.

vLLM's embeddings look cosine and sine up in a buffer, a row for each position: cosines first, then sines. A table is that buffer computed
anew. What the embedding then really does is measured by having it turn a vector. Needs torch, nothing of vLLM.
"""

import math

from .tables import SAME

# Of Phi-3's longrope the buffer has the rows of the short factors, then those of the long ones.
CACHES = ("cos_sin_cache", "long_short_cos_sin_cache")


class RotaryWorker:
    """vLLM adds these methods to its worker (worker_extension_cls); LLM.collective_rpc() calls them by name. Lists and numbers go in and
    out, because that is what it transports."""

    def rotascope_ropes(self, rows):
        """Each rotary embedding of the model as a dictionary; rows: positions that will be asked for."""
        if not hasattr(self, "rotascope_found"):
            self.rotascope_found = {name: Rope(module) for name, module in rotary_modules(self.get_model()).items()}
        self.rotascope_rows = rows
        self.rotascope_restore()
        return [{"name": name, **rope.described()} for name, rope in self.rotascope_found.items()]

    def rotascope_apply(self, names, inv_freq, attention_factor):
        """The table on the embeddings of these names, the others as they were. Says what is wrong, or nothing."""
        self.rotascope_restore()
        for name in names:
            self.rotascope_found[name].write(inv_freq, attention_factor, self.rotascope_rows)
            wrong = self.rotascope_found[name].differs(inv_freq, attention_factor, self.rotascope_rows)
            if wrong:
                return f"{name}: {wrong}"
        return ""

    def rotascope_restore(self):
        for rope in self.rotascope_found.values():
            rope.restore(self.rotascope_rows)


def rotary_modules(model):
    """{name: module}, each once though all layers share it."""
    return {name: module for name, module in model.named_modules()
            if any(getattr(getattr(module, cache, None), "ndim", 0) == 2 for cache in CACHES)
            or "RotaryEmbedding" in type(module).__name__ and type(module).__name__ != "ApplyRotaryEmb"}  # fmt: skip


class Rope:
    """A rotary embedding of vLLM."""

    def __init__(self, module):
        self.module, self.problem, self.own, self.attention_factor = module, "", [], 1.0
        self.cache = next((name for name in CACHES if getattr(getattr(module, name, None), "ndim", 0) == 2), None)
        self.unscaled = []
        try:
            if self.cache is None:
                raise ValueError("its frequencies are not in a buffer of cosines and sines")
            size = int(module.rotary_dim)
            self.unscaled = [float(module.base) ** (-2 * i / size) for i in range(size // 2)]
            self.own, self.attention_factor = self._own()
            self.kept = getattr(module, self.cache).clone()
            self.problem = self.differs(self.own, self.attention_factor, 2)
        except Exception as error:  # whatever a class of another kind lacks
            self.problem = str(error).splitlines()[0] if str(error) else repr(error)

    def described(self):
        return {"class": type(self.module).__name__, "unscaled": self.unscaled, "own": self.own,
                "attention_factor": self.attention_factor, "problem": self.problem}  # fmt: skip

    def _own(self):
        """(frequencies, attention factor), in float32: the buffer itself may be of bfloat16."""
        module = self.module
        if self.cache == "long_short_cos_sin_cache":
            which = "long" if module.use_long_rope else "short"
            own = module._compute_inv_freq(getattr(module, f"{which}_factor"))
            return [float(value) for value in own], float(getattr(module, f"{which}_mscale"))
        row = module._compute_cos_sin_cache()[1].double().tolist()
        pairs = list(zip(row[: len(row) // 2], row[len(row) // 2 :]))
        return [math.atan2(sine, cosine) for cosine, sine in pairs], math.hypot(*pairs[0])

    def write(self, inv_freq, attention_factor, rows):
        """Cosine and sine of positions 0 to rows - 1, at least of as many as there were; in float32, as Transformers computes them."""
        import torch

        old = getattr(self.module, self.cache)
        short = self._short()
        frequencies = torch.tensor(inv_freq, dtype=torch.float32, device=old.device)
        angles = torch.arange(max(rows, len(old) - short, short), dtype=torch.float32, device=old.device)[:, None] * frequencies
        new = (torch.cat((angles.cos(), angles.sin()), dim=-1) * attention_factor).to(old.dtype)
        self._put(torch.cat((new[:short], new)) if short else new)

    def _short(self):
        """Rows of the buffer before those that are read: Phi-3's has those of the short factors first. Without texts longer than L it reads
        these; they are written as well."""
        return int(self.module.original_max_position_embeddings) if self.cache == "long_short_cos_sin_cache" else 0

    def restore(self, rows):
        """Its own frequencies, for as many positions as will be asked for."""
        if self.problem:
            return
        if len(self.kept) < self._short() + rows:
            self.write(self.own, self.attention_factor, rows)
        else:
            self._put(self.kept)

    def _put(self, new):
        old = getattr(self.module, self.cache)
        if old.shape == new.shape:
            old.copy_(new)  # what holds the buffer sees it
        else:
            setattr(self.module, self.cache, new.clone())
        if getattr(self.module, "cos_sin_cache_bf16", None) is not None:
            self.module.cos_sin_cache_bf16 = new.bfloat16()

    def differs(self, inv_freq, attention_factor, rows):
        """What the embedding turns a vector by at the last of the positions, where that is not what these numbers say; else nothing."""
        import torch

        cosine, sine = self.turned(rows - 1)
        if len(cosine) != len(inv_freq):
            return f"it turns {len(cosine)} pairs; expected {len(inv_freq)}"
        angles = (rows - 1) * torch.tensor(inv_freq, dtype=torch.float32)
        wrong = max((cosine - attention_factor * angles.cos()).abs().max(), (sine - attention_factor * angles.sin()).abs().max())
        near = 1e-3 if getattr(self.module, self.cache).dtype == torch.float32 else 2e-2
        return "" if wrong <= near * max(1.0, attention_factor) else f"it does not turn by these frequencies ({float(wrong):.2g} off)"

    def turned(self, position):
        """Cosine and sine, times the attention factor, of a position: what the embedding makes of a vector."""
        import torch

        module, cache = self.module, getattr(self.module, self.cache)
        size = cache.shape[1]
        half = size // 2
        first, second = (slice(0, half), slice(half, size)) if getattr(module, "is_neox_style", True) else (
            slice(0, size, 2), slice(1, size, 2))  # fmt: skip
        query = torch.zeros(1, module.head_size, dtype=cache.dtype, device=cache.device)
        query[:, first] = 1
        with torch.inference_mode():
            out, _ = module(torch.tensor([position], device=cache.device), query, query.clone())
        out = out.reshape(1, -1).float().cpu()
        return out[0, first], out[0, second]


def same(some, others):
    return len(some) == len(others) and all(abs(a - b) <= SAME * abs(b) for a, b in zip(some, others))
