# SPDX-License-Identifier: GPL-3.0-or-later
"""What a model answers, and what a text costs it. A row: metric, value, standard_error, count, higher_is_better."""

import inspect
import math

from .errors import EvaluationError
from .passkey import by_depth


def passkey(model, pairs):
    """Retrieval by exact match, and the mean loss of the answers' tokens in nats, which moves where the share stays at 0 or 1.

    One forward pass a prompt: greedy decoding gives the answer if and only if each of its tokens is the likeliest after those before.
    """
    import torch

    right, losses = [], []
    for prompt, answer in pairs:
        logits = last_logits(model, prompt + answer[:-1], len(answer))
        targets = torch.tensor(answer, device=logits.device)
        right.append(bool((logits.argmax(-1) == targets).all()))
        losses.append(float(torch.nn.functional.cross_entropy(logits.float(), targets)))
    share = sum(right) / len(right)
    match = {"metric": "exact_match", "value": share, "standard_error": math.sqrt(share * (1 - share) / len(right)), "count": len(right),
             "higher_is_better": True, "by_depth": by_depth(right)}  # fmt: skip
    return [match, _mean_row("answer_loss", losses)]


def last_logits(model, tokens, count):
    """[count, vocabulary]. The head is not run on the rest, which at 100,000 tokens would need tens of GB."""
    import torch

    base = model.get_base_model() if hasattr(model, "get_base_model") else model
    keep = {"logits_to_keep": count} if "logits_to_keep" in inspect.signature(base.forward).parameters else {}
    with torch.inference_mode():
        return model(input_ids=torch.tensor([tokens], device=model.device), use_cache=False, **keep).logits[0, -count:]


def windows(tokens, length, stride, count):
    """At most `count` pairs (first token, tokens whose loss counts) of a window that slides over a text in steps of `stride`.

    Each of those has at least length - stride tokens before it; where not all windows are taken, they are spread evenly.
    """
    starts = list(range(0, tokens - length + 1, stride))
    if not starts:
        raise EvaluationError(f"the text has {tokens} tokens; expected at least {length}")
    if len(starts) > count:
        starts = [starts[number * (len(starts) - 1) // max(1, count - 1)] for number in range(count)]
    return [(start, stride) for start in starts]


def text_loss(model, tokens, length, stride, count, begin=()):
    """Mean loss in nats a token, and the perplexity, of the last `stride` tokens of each window; errors over the windows.

    begin: what stands before each window, within its length. Many models need their first token to be the one that they were trained with.
    """
    import torch

    losses = []
    inside = length - len(begin)
    for start, scored in windows(len(tokens), inside, min(stride, length - 1), count):
        part = [*begin, *tokens[start : start + inside]]
        logits = last_logits(model, part[:-1], scored)
        losses.append(float(torch.nn.functional.cross_entropy(logits.float(), torch.tensor(part[-scored:], device=logits.device))))
    loss = _mean_row("loss", losses)
    perplexity = math.exp(min(loss["value"], 700.0))
    # By the delta method: d exp(x) = exp(x) dx.
    return [loss, {**loss, "metric": "perplexity", "value": perplexity, "standard_error": perplexity * loss["standard_error"]}]


def _mean_row(metric, values):
    mean = sum(values) / len(values)
    error = math.sqrt(sum((value - mean) ** 2 for value in values) / max(1, len(values) - 1) / len(values))
    return {"metric": metric, "value": mean, "standard_error": error, "count": len(values), "higher_is_better": False}
