# SPDX-License-Identifier: GPL-3.0-or-later
"""What a model answers, and what a text costs it. A row: metric, value, standard_error, count, higher_is_better."""

import math

from .errors import EvaluationError
from .passkey import by_depth


def passkey(backend, pairs):
    """Retrieval by exact match, and the mean loss of the answers' tokens in nats, which moves where the share stays at 0 or 1.

    One forward pass a prompt: greedy decoding gives the answer if and only if each of its tokens is the likeliest after those before.
    """
    judged = backend.judged((prompt + answer, len(answer)) for prompt, answer in pairs)
    right = [all(likeliest) for _, likeliest in judged]
    share = sum(right) / len(right)
    match = {"metric": "exact_match", "value": share, "standard_error": math.sqrt(share * (1 - share) / len(right)), "count": len(right),
             "higher_is_better": True, "by_depth": by_depth(right)}  # fmt: skip
    return [match, _mean_row("answer_loss", [_mean(losses) for losses, _ in judged])]


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


def text_loss(backend, tokens, length, stride, count, begin=()):
    """Mean loss in nats a token, and the perplexity, of the last `stride` tokens of each window; errors over the windows.

    begin: what stands before each window, within its length. Many models need their first token to be the one that they were trained with.
    """
    inside = length - len(begin)
    pieces = (([*begin, *tokens[start : start + inside]], scored)
              for start, scored in windows(len(tokens), inside, min(stride, length - 1), count))  # fmt: skip
    losses = [_mean(losses) for losses, _ in backend.judged(pieces)]
    loss = _mean_row("loss", losses)
    perplexity = math.exp(min(loss["value"], 700.0))
    # By the delta method: d exp(x) = exp(x) dx.
    return [loss, {**loss, "metric": "perplexity", "value": perplexity, "standard_error": perplexity * loss["standard_error"]}]


def _mean(values):
    return sum(values) / len(values)


def _mean_row(metric, values):
    mean = _mean(values)
    error = math.sqrt(sum((value - mean) ** 2 for value in values) / max(1, len(values) - 1) / len(values))
    return {"metric": metric, "value": mean, "standard_error": error, "count": len(values), "higher_is_better": False}
