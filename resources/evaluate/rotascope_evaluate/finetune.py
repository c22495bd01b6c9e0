# SPDX-License-Identifier: GPL-3.0-or-later
"""A short LoRA fine-tuning under each table, and the scores after each number of steps.

The recipe: LoRA on the projections of attention (rank 8, alpha 16, no dropout), AdamW (betas 0.9 and 0.95, no weight decay), a rate that
rises over a twentieth of the steps and stays, gradients clipped at 1, --batch sequences of --length tokens a step, next-token loss on all
tokens. Every table starts from the same weights and sees the same sequences in the same order; only what differs between tables can
differ in their scores.
"""

import argparse
import contextlib
import json
import pathlib
import random

from . import command, works
from .backends import Transformers
from .errors import EvaluationError
from .progress import KINDS
from .ropes import applied, own_table, places_of, pretraining_length

PROJECTIONS = ("q_proj", "k_proj", "v_proj", "o_proj", "qkv_proj", "q_a_proj", "q_b_proj", "kv_a_proj_with_mqa", "kv_b_proj")


def parser():
    options = argparse.ArgumentParser(prog="rotascope-evaluate finetune", description=__doc__,
                                      formatter_class=argparse.RawDescriptionHelpFormatter)  # fmt: skip
    options.add_argument("model", help="a folder, or a name of the Hugging Face hub")
    command.add_model_options(options)
    command.add_measure_options(options)
    options.add_argument(
        "--train", required=True, metavar="FILE", help="a text, or JSON Lines of token ids (.jsonl): what it is trained on"
    )
    options.add_argument("--steps", type=command.positive, action="append", metavar="N", help="after which it is scored; may be repeated "
                         "(default: 100)")  # fmt: skip
    options.add_argument("--batch", type=command.positive, default=8, metavar="N", help="sequences of a step, one after the other")
    options.add_argument("--rate", type=float, default=2e-4, help="of learning (default: 2e-4)")
    options.add_argument("--rank", type=command.positive, default=8, help="of LoRA; alpha is twice as much")
    options.add_argument("--save", metavar="FOLDER", help="keeps the adapter of each table after its last step")
    return options


def sequences(path, tokenizer, length):
    """Lists of token ids: pieces of `length` of a text, or the lines of a .jsonl, each a list."""
    path = pathlib.Path(path)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError(f"{path}: {getattr(error, 'strerror', '') or 'not UTF-8'}; expected a text to train on") from None
    if path.suffix != ".jsonl":
        tokens = tokenizer(text, verbose=False).input_ids
        found = [tokens[start : start + length] for start in range(0, len(tokens) - length + 1, length)]
        if not found:
            raise EvaluationError(f"{path}: {len(tokens)} tokens; expected at least {length}, one sequence")
        return found
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        try:
            tokens = json.loads(line)
        except ValueError:
            tokens = None
        if not isinstance(tokens, list) or len(tokens) < 2 or not all(isinstance(token, int) for token in tokens):
            raise EvaluationError(f"{path}, line {number}: expected a list of at least two token ids")
        found.append(tokens[:length])
    if not found:
        raise EvaluationError(f"{path}: no sequences; expected JSON Lines")
    return found


def train(model, batches, done, steps, rate, warmup, optimizer):
    """Steps `done` to `steps`, with the batches of each."""
    import torch

    model.train()
    for step in range(done, steps):
        for group in optimizer.param_groups:
            group["lr"] = rate * min(1.0, (step + 1) / warmup)
        optimizer.zero_grad(set_to_none=True)
        batch = batches[step]
        for tokens in batch:
            part = torch.tensor([tokens], device=model.device)
            (model(input_ids=part, labels=part, use_cache=False).loss / len(batch)).backward()
        torch.nn.utils.clip_grad_norm_([weight for weight in model.parameters() if weight.requires_grad], 1.0)
        optimizer.step()
    model.eval()


@contextlib.contextmanager
def adapted(model, rank):
    """The model with a new adapter within the `with` block, as it was after it."""
    import peft
    import torch

    names = [name for name in PROJECTIONS if any(module.endswith("." + name) for module, _ in model.named_modules())]
    if not names:
        raise EvaluationError(f"the model has no projection of attention that LoRA knows here ({', '.join(PROJECTIONS)})")
    torch.manual_seed(0)
    config = peft.LoraConfig(r=rank, lora_alpha=2 * rank, lora_dropout=0.0, target_modules=names, task_type="CAUSAL_LM")
    # Activations are computed again on the way back: at 16384 tokens those of all layers would not fit.
    saves = getattr(model, "supports_gradient_checkpointing", False)
    if saves:
        model.gradient_checkpointing_enable({"use_reentrant": False})
    wrapped = peft.get_peft_model(model, config)
    try:
        yield wrapped
    finally:
        wrapped.unload()
        if saves:
            model.gradient_checkpointing_disable()


def tune(model, tables, todo, file, options, batches, share=works.ALONE, like=None, stream=None):
    """Each table whose scores are not all there: trained from the start, scored after each number of steps."""
    import torch

    counts = sorted(set(options.steps or [100]))
    recipe = f"LoRA rank {options.rank}, rate {options.rate:g}, {options.batch} x {max(options.length)} tokens a step"
    longest = max(options.length)
    scored = {}  # each once
    for table in tables:
        row = table if table else own_table(model, longest, like)
        scored.setdefault(row.id, (row, table))

    def missing(row):
        return [(steps, work) for steps in counts for work in todo
                if not file.has(row, work.length, steps, work.task, f"{work.asked}; {recipe}")]  # fmt: skip

    open_tables = [pair for number, pair in enumerate(scored.values()) if share.takes(number) and missing(pair[0])]
    pieces = [(kind, size) for row, _ in open_tables for kind, size in _pieces(missing(row), counts, longest)]
    progress = KINDS[options.progress](pieces, stream)
    for row, table in open_tables:
        left = missing(row)
        with applied(model, table), adapted(model, options.rank) as wrapped:
            optimizer = torch.optim.AdamW([weight for weight in wrapped.parameters() if weight.requires_grad], lr=options.rate,
                                          betas=(0.9, 0.95), weight_decay=0.0)  # fmt: skip
            done = 0
            for steps in counts[: counts.index(max(steps for steps, _ in left)) + 1]:
                progress.start()
                train(wrapped, batches, done, steps, options.rate, max(1, counts[-1] // 20), optimizer)
                progress.finish(("training", longest * (steps - done)), f"{row.name}: {steps} steps")
                done = steps
                for work in [work for number, work in left if number == steps]:
                    progress.start()
                    rows = work.measure(Transformers(wrapped))
                    file.add(row, work.length, steps, work.task, f"{work.asked}; {recipe}", rows)
                    progress.finish((work.task, work.length), works.described(row, work, rows))
            if options.save:
                wrapped.save_pretrained(str(pathlib.Path(options.save) / row.id))
    return len(open_tables)


def _pieces(left, counts, longest):
    """What of a table is to be done: trainings up to the last number of steps that is missing, and the works."""
    last, before = max(steps for steps, _ in left), 0
    for steps in counts:
        if steps <= last:
            yield "training", longest * (steps - before)
            before = steps
    for _, work in left:
        yield work.task, work.length


def main(argv=None):
    options = parser().parse_args(argv)
    tables = command.checked(options)
    from .scores import ScoreFile

    try:
        import peft  # noqa: F401
    except ImportError as error:
        raise EvaluationError(f"finetune: peft is not there ({error}); pip install peft") from None
    share, local = command.share_of_processes()
    model, tokenizer = command.load(options, local)
    length = options.pretraining_length or pretraining_length(model)
    like = tables[0] if tables else None
    for table in tables:
        places_of(model, table)
    file = ScoreFile(options.output, options.model, length, own_table(model, min(options.length), like).inv_freq)
    todo = works.works(command.wanted_of(options, tokenizer, length), tokenizer)
    batches = drawn(sequences(options.train, tokenizer, max(options.length)), max(options.steps or [100]), options.batch, options.seed)
    tune(model, ([] if options.no_own else [None]) + tables, todo, file, options, batches, share, like)
    return 0


def drawn(found, steps, batch, seed):
    """The sequences of each step: all in random order, then all again in another."""
    rng, order = random.Random(seed), []
    while len(order) < steps * batch:
        order += rng.sample(range(len(found)), len(found))
    return [[found[number] for number in order[step * batch : (step + 1) * batch]] for step in range(steps)]
