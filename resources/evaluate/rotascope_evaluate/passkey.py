# SPDX-License-Identifier: GPL-3.0-or-later
"""Passkey retrieval: a number of five digits, hidden in filler of a given number of tokens at a given depth, asked for at the end.

The words are those of the usual protocol (Mohtashami and Jaggi, Landmark Attention, 2023), which the paper follows. Needs no torch.
"""

import json
import pathlib
import random

from .errors import EvaluationError

INTRODUCTION = ("There is an important info hidden inside a lot of irrelevant text. Find it and memorize them. "
                "I will quiz you about the important information there.\n")  # fmt: skip
FILLER = "The grass is green. The sky is blue. The sun is yellow. Here we go. There and back again. "
NOTE = "The pass key is {key}. Remember it. {key} is the pass key. "
QUESTION = "\nWhat is the pass key? The pass key is"
DIGITS = 5


def prompts(tokenizer, length, count, seed=0):
    """A list of `count` pairs (prompt's token ids, answer's), together at most `length` tokens; depths are spread evenly over the text.

    The same tokenizer, length, count and seed make the same prompts, on every machine.
    """
    rng = random.Random(seed)
    begin = [] if tokenizer.bos_token_id is None else [tokenizer.bos_token_id]
    head, tail, filler = begin + _ids(tokenizer, INTRODUCTION), _ids(tokenizer, QUESTION), _ids(tokenizer, FILLER)
    pairs = []
    for number in range(count):
        key = "".join(rng.choice("0123456789") for _ in range(DIGITS))
        note = _ids(tokenizer, NOTE.format(key=key))
        # As it goes on in a text: some tokenizers make a token of the space alone, some join it to the number.
        whole = _ids(tokenizer, f"{QUESTION} {key}")
        answer = whole[len(tail) :] if whole[: len(tail)] == tail else _ids(tokenizer, f" {key}")
        room = length - len(head) - len(tail) - len(note) - len(answer)
        if room < 0:
            raise EvaluationError(f"{length} tokens are too few for a passkey prompt; expected at least {length - room}")
        sentences = room // len(filler)
        before = round((number + 0.5) / count * sentences)
        pairs.append((head + filler * before + note + filler * (sentences - before) + tail, answer))
    return pairs


def read_prompts(pattern, length, tokenizer):
    """Prompts of one's own, as prompts() gives them: JSON Lines of {"prompt": text or token ids, "answer": text or token ids}.

    {length} in the file's name stands for the length.
    """
    path = pathlib.Path(str(pattern).replace("{length}", str(length)))
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise EvaluationError(f"{path}: {error.strerror}; expected passkey prompts, JSON Lines") from None
    pairs = []
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line)
            pair = _ids(tokenizer, row["prompt"]), _ids(tokenizer, row["answer"])
        except (ValueError, KeyError, TypeError):
            pair = [], []
        if not all(pair):
            raise EvaluationError(f'{path}, line {number}: expected {{"prompt": …, "answer": …}}, both texts or lists of token ids')
        if sum(map(len, pair)) > length:
            raise EvaluationError(f"{path}, line {number}: {sum(map(len, pair))} tokens; expected at most {length}")
        pairs.append(pair)
    if not pairs:
        raise EvaluationError(f"{path}: no prompts; expected JSON Lines")
    return pairs


def _ids(tokenizer, value):
    if isinstance(value, str):
        return list(tokenizer(value, add_special_tokens=False).input_ids)
    if not isinstance(value, list) or not all(isinstance(token, int) for token in value):
        raise TypeError(value)
    return value


def by_depth(right, parts=10):
    """The share of right answers in each of so many equal parts of the text; None where no prompt was."""
    shares = []
    for part in range(parts):
        some = [good for number, good in enumerate(right) if number * parts // len(right) == part]
        shares.append(sum(some) / len(some) if some else None)
    return shares
