# SPDX-License-Identifier: GPL-3.0-or-later
"""What is measured of a model under one table, as a list of works, and the run over all of them."""

import dataclasses
import os
import sys
from collections.abc import Callable

from . import measures, passkey
from .errors import EvaluationError
from .progress import KINDS


@dataclasses.dataclass(frozen=True)
class Work:
    task: str
    length: int  # tokens of a prompt or a text
    asked: str  # the settings: another text of it is another question
    measure: Callable  # of a backend; gives the rows


@dataclasses.dataclass(frozen=True)
class Wanted:
    """What the user asked for, as the options of the command line say it."""

    lengths: tuple
    passkeys: int = 50
    seed: int = 0
    prompts: str = ""  # a file's name with {length}
    text: tuple = ()  # token ids, without any that mark a beginning
    text_name: str = ""
    stride: int = 256
    windows: int = 16
    short_length: int = 0
    harness: tuple = ()
    short_harness: tuple = ()
    limit: int = 0
    include_path: str = ""


def works(wanted, tokenizer):
    """In the order in which they are done: cheap and telling ones first."""
    found = []
    for length in wanted.lengths:
        if wanted.passkeys:
            found.append(_passkey(wanted, tokenizer, length))
    texts = [("text", length) for length in wanted.lengths] + ([("short_text", wanted.short_length)] if wanted.short_length else [])
    begin = () if tokenizer.bos_token_id is None else (tokenizer.bos_token_id,)
    for task, length in texts if wanted.text else []:
        stride = min(wanted.stride, length - 1)
        measures.windows(
            len(wanted.text), length - len(begin), stride, wanted.windows
        )  # refuses a text that is too short before the first hour
        found.append(Work(task, length, f"{wanted.windows} windows, stride {stride}, {wanted.text_name}",
                          lambda backend, length=length, stride=stride: measures.text_loss(backend, wanted.text, length, stride, wanted.windows, begin)))  # fmt: skip
    if wanted.harness or wanted.short_harness:
        from . import harness

        pairs = [(wanted.harness, length) for length in wanted.lengths]
        pairs += [(wanted.short_harness, wanted.short_length or min(wanted.lengths))] if wanted.short_harness else []
        for names, length in pairs:
            found += harness.works(names, tokenizer, length, wanted.limit, wanted.include_path)
    if not found:
        raise EvaluationError("nothing to measure; expected --passkeys, --text or --harness")
    return found


def _passkey(wanted, tokenizer, length):
    if wanted.prompts:
        pairs = passkey.read_prompts(wanted.prompts, length, tokenizer)[: wanted.passkeys]
        asked = f"{len(pairs)} prompts of {os.path.basename(wanted.prompts)}"
    else:
        pairs = passkey.prompts(tokenizer, length, wanted.passkeys, wanted.seed)
        asked = f"{len(pairs)} prompts, seed {wanted.seed}"
    return Work("passkey", length, asked, lambda backend: measures.passkey(backend, pairs))


@dataclasses.dataclass(frozen=True)
class Share:
    """Which of several processes this is: each takes every n-th piece of the work."""

    index: int = 0
    count: int = 1

    def takes(self, number):
        return number % self.count == self.index


ALONE = Share()


def run(backend, tables, todo, file, share=ALONE, like=None, stream=None, kind="text"):
    """Every work under every table that is not in the file yet. tables: None is the model's own frequencies. kind: of progress."""
    pairs = {}  # each once: the model's own frequencies may be those of a table, too
    for work in todo:
        for table in tables:
            scored = table if table else backend.own_table(work.length, like)
            pairs.setdefault((scored.id, work.length, work.task), (scored, table, work))
    missing = [pair for number, pair in enumerate(pairs.values())
               if share.takes(number) and not file.has(pair[0], pair[2].length, 0, pair[2].task, pair[2].asked + backend.mark)]  # fmt: skip
    if len(missing) < len(pairs):
        print(f"{len(pairs) - len(missing)} of {len(pairs)} are there already, or another process does them", file=stream or sys.stderr)
    progress = KINDS[kind]([(work.task, work.length) for _, _, work in missing], stream)
    for scored, table, work in missing:
        progress.start()
        with backend.applied(table):
            rows = work.measure(backend)
        file.add(scored, work.length, 0, work.task, work.asked + backend.mark, rows)
        progress.finish((work.task, work.length), described(scored, work, rows))
    return len(missing)


def described(table, work, rows):
    """One line of what came out: the first metric."""
    return f"{table.name} {work.length} {work.task}: " + ", ".join(f"{row['metric']} {row['value']:.4g}" for row in rows[:2])
