# SPDX-License-Identifier: GPL-3.0-or-later
"""How much a model uses each rotary dimension: queries and keys as they are before they are turned.

Shapes: B sequences of N tokens, H query heads, K key heads (each serves H / K query heads that follow each other),
D rotary dimensions, d components of a head.
"""

from __future__ import annotations

import functools
import inspect
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

import numpy as np

from .errors import RecordingError
from .ropes import Rope

HALVES, NEIGHBOURS = "halves", "neighbours"  # component i goes with i + D, or 2i with 2i + 1
VALUES_AT_ONCE = 2**24
LENGTH_TOLERANCE = 0.02  # of pairs of about 1 before and after they are turned, in bfloat16


class UsageWatch:
    """Sums |q| * |k| of each pair over tokens, for each layer, query head and dimension.

    Transformers' attention modules turn queries and keys by a function of their file, `apply_rotary_pos_emb` or
    alike. While this watches, that function first tells what it was given. Projections, norms of queries and keys, and
    fused or compressed projections (MLA) are behind it.
    """

    def __init__(self, model: Any):
        self._attentions = [m for _, m in model.named_modules() if isinstance(getattr(m, "layer_idx", None), int)]
        self._functions = list(_rotating_functions(self._attentions))
        if not self._functions:
            raise RecordingError(
                f"{type(model).__name__} has no attention layers that turn queries and keys by a function that is "
                "known here: record without usage."
            )
        self._layouts: dict[tuple[Callable, int], str] = {}  # of each function and number of dimensions
        self._rope_of: dict[int, Rope] = {}
        self._sums: dict[int, Any] = {}  # of each layer, a double tensor [H, D] on the layer's device
        self._kept = np.empty((0, 0))  # of the current pass, [B, N]: 1 for tokens that are recorded, else 0
        self._waiting: set[int] = set()  # layers that the current pass has not come to
        self._layer: int | None = None

    @contextmanager
    def watching(self) -> Iterator[None]:
        with ExitStack() as hooks:
            for module in self._attentions:
                hooks.callback(module.register_forward_pre_hook(self._enter).remove)
                hooks.callback(module.register_forward_hook(self._leave).remove)
            for home, name, function in self._functions:
                setattr(home, name, self._telling(function))
                hooks.callback(setattr, home, name, function)
            yield

    def begin_pass(self, ropes: Sequence[Rope], kept: np.ndarray) -> None:
        """A forward pass begins; kept [B, N]: which of its tokens are recorded. Called when the first RoPE is used."""
        self._check_pass()
        self._ropes = ropes
        self._kept = kept.astype(np.float32)
        # Each layer once: with activation checkpoints it runs again on the way back.
        self._waiting = {module.layer_idx for module in self._attentions}

    def of(self, rope: Rope) -> tuple[list[int], np.ndarray]:
        """The layers of a RoPE, and their usage, float64 [layers, H, D]."""
        self._check_pass()
        layers = sorted(layer for layer, its_rope in self._rope_of.items() if its_rope is rope)
        if not layers or (rope.layers and layers != rope.layers):
            raise RecordingError(f"RoPE {rope.name} is used by layers {rope.layers}, but queries came from {layers}.")
        sums = [self._sums[layer].cpu().numpy() for layer in layers]
        if len({len(heads) for heads in sums}) > 1:
            raise RecordingError(f"The layers of RoPE {rope.name} differ in heads: usage cannot be recorded.")
        return layers, np.stack(sums)

    def _check_pass(self) -> None:
        skipped = sorted(self._waiting & set(self._rope_of))
        if skipped:
            raise RecordingError(
                f"Layer {skipped[0]} was left out of a forward pass, so that its usage is of less tokens."
            )

    def _enter(self, module: Any, _: Any) -> None:
        self._layer = module.layer_idx

    def _leave(self, *_: Any) -> None:
        self._layer = None

    def _telling(self, function: Callable) -> Callable:
        signature = inspect.signature(function)

        @functools.wraps(function)
        def rotate(*args: Any, **kwargs: Any) -> Any:
            rotated = function(*args, **kwargs)
            if self._layer in self._waiting:
                self._waiting.discard(self._layer)
                bound = signature.bind(*args, **kwargs)
                bound.apply_defaults()
                self._observe(function, bound.arguments, rotated)
            return rotated

        return rotate

    def _observe(self, function: Callable, arguments: dict[str, Any], rotated: Any) -> None:
        query, key = (arguments.get(name) for name in ("q", "k"))
        if query is None or key is None or query.ndim != 4 or len(rotated) != 2:
            raise RecordingError(f"{function.__name__} does not turn queries and keys together: record without usage.")
        if arguments.get("unsqueeze_dim", 1) != 1:
            query, key = query.transpose(1, 2), key.transpose(1, 2)
        rope = self._rope(self._layer)
        dimensions = len(rope.inv_freq)
        if (function, dimensions) not in self._layouts:
            self._layouts[function, dimensions] = pair_layout(function, arguments, dimensions)
        layout = self._layouts[function, dimensions]
        used = summed_products(query.detach(), key.detach(), query.new_tensor(self._kept), dimensions, layout)
        sums = self._sums.get(self._layer)
        self._sums[self._layer] = used if sums is None else sums + used

    def _rope(self, layer: int) -> Rope:
        if layer not in self._rope_of:
            users = [rope for rope in self._ropes if layer in rope.layers] or list(self._ropes)
            if len(users) != 1:
                raise RecordingError(
                    f"Which of {len(users)} RoPEs layer {layer} uses is not known: record without usage."
                )
            self._rope_of[layer] = users[0]
        return self._rope_of[layer]


def pair_lengths(tensor: Any, dimensions: int, layout: str) -> Any:
    """The lengths [..., D], double, of the rotary pairs of a tensor [..., d], which are its first 2 * D components."""
    rotary = tensor[..., : 2 * dimensions].double()
    if layout == HALVES:
        first, second = rotary[..., :dimensions], rotary[..., dimensions:]
    else:
        first, second = rotary[..., 0::2], rotary[..., 1::2]
    return (first.square() + second.square()).sqrt()


def pair_layout(function: Callable, arguments: dict[str, Any], dimensions: int) -> str:
    """How a model lays the pairs out, found by what turning does not change: their lengths.

    The function turns one made-up head by one and the same angle. It may move the pairs as well (DeepSeek).
    """
    query, cos = arguments["q"], arguments["cos"]
    width = query.shape[-1]
    head = query.new_tensor(np.sin(np.arange(1.0, width + 1) ** 2)).reshape(1, 1, 1, width)
    axes = cos.shape[:1] if cos.ndim == 4 else ()  # M-RoPE
    shape = (*axes, *(1 for _ in cos.shape[len(axes) : -1]), cos.shape[-1])
    made_up = {"q": head, "k": head, "cos": cos.new_full(shape, 0.6), "sin": cos.new_full(shape, 0.8)}
    turned, _ = function(**{**arguments, **made_up})

    def mismatch(layouts: tuple[str, str]) -> float:
        before, after = (pair_lengths(t, dimensions, layout) for t, layout in zip((head, turned), layouts))
        return float((before - after).abs().max())

    choices = [(before, after) for before in (HALVES, NEIGHBOURS) for after in (before, _other(before))]
    best = min(choices, key=mismatch)
    if not mismatch(best) <= LENGTH_TOLERANCE:
        raise RecordingError("Which components of a query are turned together is not known: record without usage.")
    return best[0]


def summed_products(query: Any, key: Any, kept: Any, dimensions: int, layout: str) -> Any:
    """The sum over kept tokens of |q| * |k| of each pair, double [H, D]; query [B, H, N, d], key [B, K, N, d],
    kept [B, N]."""
    heads, groups = query.shape[1], key.shape[1]
    kept = kept.double().expand(len(query), -1)[:, None, None, :, None]
    tokens = max(1, VALUES_AT_ONCE // (len(query) * heads * dimensions))
    total = 0
    for block in (slice(start, start + tokens) for start in range(0, query.shape[2], tokens)):
        queries = pair_lengths(query[:, :, block], dimensions, layout).unflatten(1, (groups, heads // groups))
        keys = pair_lengths(key[:, :, block], dimensions, layout).unsqueeze(2)
        total = total + (queries * keys * kept[:, :, :, block]).sum((0, 3))
    return total.reshape(heads, dimensions)


def _other(layout: str) -> str:
    return NEIGHBOURS if layout == HALVES else HALVES


def _rotating_functions(attentions: Sequence[Any]) -> Iterator[tuple[Any, str, Callable]]:
    """The functions that turn queries and keys, in the Python files of the attention modules: file, name, function."""
    homes = {type(module).__module__: None for module in attentions}
    for home in (sys.modules[name] for name in homes):
        for name, value in list(vars(home).items()):
            if callable(value) and name.startswith("apply_") and "rotary" in name and "vision" not in name:
                yield home, name, value
