# SPDX-License-Identifier: GPL-3.0-or-later
"""What a model was told about its tokens and its rotary modules do not see: padding, and where documents begin."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

import numpy as np

from .rotary import RotaryModule

# As Transformers, flash-attn and Mamba models call the ends of the documents of a packed batch.
BOUNDARIES = ("cu_seq_lens_q", "cu_seqlens", "cu_seqlens_q")


def documents(mask: Any, boundaries: Any, batch: int, length: int) -> np.ndarray | None:
    """The number of each token's document in its call, int64 [batch, length], 0 for padding; None if all is one.

    mask: [batch, at least length]; 0 is padding, other numbers may tell documents apart. Where it is longer, its end
    belongs to this call: the beginning is in the model's cache. Masks of another shape say nothing here.
    boundaries: [s + 1], 0 first: where each document begins among all batch * length tokens, and the end of the last.
    """
    numbers = None
    if boundaries is not None:
        ends = as_array(boundaries)
        places = np.arange(batch * length)
        numbers = np.searchsorted(ends, places, side="right")
        numbers = np.where(places < ends[-1], numbers, 0).reshape(batch, length)
    mask = None if mask is None else as_array(mask)
    if mask is None or mask.ndim != 2 or len(mask) != batch or mask.shape[1] < length:
        return numbers
    mask = mask[:, mask.shape[1] - length :].astype(np.int64)
    return mask if numbers is None else np.where(mask != 0, numbers, 0)


def as_array(values: Any) -> np.ndarray:
    """A tensor, an array or a list as an array."""
    return values.detach().cpu().numpy() if hasattr(values, "detach") else np.asarray(values)


class InputWatch:
    """Hooks the modules around the rotary ones and keeps what their call says about its tokens."""

    def __init__(self, model: Any, modules: Sequence[RotaryModule]):
        around = {path.rpartition(".")[0] for path in _ancestors(module.path for module in modules)}
        self._modules = [module for path, module in model.named_modules() if path in around]
        self._owner: Any = None
        self._mask: Any = None
        self._boundaries: Any = None

    def documents(self, batch: int, length: int) -> np.ndarray | None:
        """The documents of the current call, as the function of this name gives them."""
        return documents(self._mask, self._boundaries, batch, length)

    @contextmanager
    def watching(self) -> Iterator[None]:
        with ExitStack() as hooks:
            for module in self._modules:
                before = module.register_forward_pre_hook(self._begin, with_kwargs=True)
                hooks.callback(before.remove)
                hooks.callback(module.register_forward_hook(self._end).remove)
            yield

    def _begin(self, module: Any, args: tuple, kwargs: Mapping[str, Any]) -> None:
        told = _arguments(module, args, kwargs)
        mask = told.get("attention_mask")
        mask = mask if len(getattr(mask, "shape", ())) == 2 else None
        boundaries = next((told[name] for name in BOUNDARIES if told.get(name) is not None), None)
        # Inner modules get a mask that was made of the outer one's; what an outer one said stays.
        if self._owner in (None, module):
            found = mask is not None or boundaries is not None
            self._owner, self._mask, self._boundaries = module if found else None, mask, boundaries

    def _end(self, module: Any, *_: Any) -> None:
        if module is self._owner:
            self._owner = self._mask = self._boundaries = None


def _ancestors(paths: Iterator[str]) -> Iterator[str]:
    """Each path and those of all modules around it, but for the outermost."""
    for path in paths:
        parts = path.split(".")
        yield from (".".join(parts[: count + 1]) for count in range(len(parts)))


def _arguments(module: Any, args: tuple, kwargs: Mapping[str, Any]) -> dict[str, Any]:
    names = list(inspect.signature(module.forward).parameters)
    return {**dict(zip(names, args)), **kwargs}
