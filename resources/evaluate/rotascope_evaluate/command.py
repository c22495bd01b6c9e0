# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores a Hugging Face Transformers model under Rotascope's scaling tables.

    rotascope-evaluate MODEL --table a.json --table b.csv --length 8192 --length 16384 -o scores.json
    rotascope-evaluate finetune MODEL --table a.json --length 8192 --train books.txt --steps 100 -o scores.json
    rotascope-evaluate reproduce-paper --text book.txt --train books.txt --output reproduced

The tables are those of `rotascope-cli export --format json` (or csv, npy). The model's own frequencies are scored beside them. What is in
the file already is not computed again. docs/evaluation.md says what is measured, and how.
"""

import argparse
import hashlib
import pathlib
import sys

from .errors import EvaluationError
from .progress import KINDS
from .tables import read_table
from .version import __version__


def positive(text):
    number = int(text)
    if number <= 0:
        raise argparse.ArgumentTypeError(f"{text} is not greater than 0")
    return number


def add_model_options(parser):
    parser.add_argument("--table", action="append", default=[], metavar="FILE", help="a table that Rotascope exported; may be repeated")
    parser.add_argument("--no-own", action="store_true", help="do not score the model's own frequencies")
    parser.add_argument("--length", type=positive, action="append", required=True, metavar="N", help="tokens of a prompt; may be repeated")
    parser.add_argument("--dtype", default="auto", help="of the weights: auto, float32, bfloat16, float16 (default: auto)")
    parser.add_argument("--device", help="cpu, cuda, cuda:1 … (default: cuda where there is one)")
    parser.add_argument("--device-map", metavar="auto", help="spreads a large model over all GPUs (needs accelerate)")
    parser.add_argument("--pretraining-length", type=positive, metavar="L", help="default: what the configuration states")
    parser.add_argument("-o", "--output", required=True, metavar="FILE", help="scores are added to it")
    parser.add_argument(
        "--progress", choices=list(KINDS), default="text", help="for people on standard error (default), or for programs on standard output"
    )


def add_measure_options(parser):
    parser.add_argument("--passkeys", type=int, default=50, metavar="N", help="prompts for each length, one at each depth; 0: none")
    parser.add_argument("--seed", type=int, default=0, help="of the keys")
    parser.add_argument(
        "--prompts", default="", metavar="FILE", help="passkey prompts of your own, JSON Lines; {length} stands for the length"
    )
    parser.add_argument(
        "--text", metavar="FILE", help="a long text: its loss and perplexity are scores, at each length and at --short-length"
    )
    parser.add_argument("--stride", type=positive, default=256, metavar="N", help="tokens scored of each window of the text")
    parser.add_argument("--windows", type=positive, default=16, metavar="N", help="of the text, at most")
    parser.add_argument("--short-length", type=positive, metavar="N", help="tokens of a short text (default: L)")
    parser.add_argument(
        "--harness", action="append", default=[], metavar="TASK[:SHOTS]", help="of lm-evaluation-harness: a task, group or tag"
    )
    parser.add_argument("--short-harness", action="append", default=[], metavar="TASK[:SHOTS]", help="the same, once, at --short-length")
    parser.add_argument("--limit", type=positive, metavar="N", help="of the harness: documents of each task, at most")
    parser.add_argument("--include-path", default="", metavar="FOLDER", help="of the harness: tasks of your own")


def evaluate_parser():
    parser = argparse.ArgumentParser(prog="rotascope-evaluate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument("model", help="a folder, or a name of the Hugging Face hub")
    add_model_options(parser)
    add_measure_options(parser)
    parser.add_argument("--backend", choices=["transformers", "vllm"], default="transformers", help="what runs the model (default: "
                        "transformers)")  # fmt: skip
    parser.add_argument("--tensor-parallel", type=positive, default=1, metavar="N", help="of vllm: GPUs that share the model")
    return parser


def checked(args):
    """The tables, each once. Refused before torch is loaded: what cannot become scores."""
    if not pathlib.Path(args.output).resolve().parent.is_dir():
        raise EvaluationError(f"{pathlib.Path(args.output).parent}: no such folder; expected one to write the scores into")
    tables = [read_table(path) for path in args.table]
    for table in tables:
        if len(table.factors) != len(tables[0].factors) or table.inv_freq != tables[0].inv_freq or table.rope != tables[0].rope:
            raise EvaluationError(
                f"{table.name} and {tables[0].name} are tables of different RoPEs; expected one file of scores for each RoPE"
            )
    if len({table.id for table in tables}) < len(tables):
        raise EvaluationError("two of the tables are the same; expected each once")
    if args.no_own and not tables:
        raise EvaluationError("nothing to score: --no-own without --table")
    return tables


def share_of_processes():
    """(this process's share, its device or None), where `accelerate launch` started several."""
    import os

    from .works import Share

    if int(os.environ.get("WORLD_SIZE", "1")) == 1:
        return Share(), None
    return Share(int(os.environ["RANK"]), int(os.environ["WORLD_SIZE"])), int(os.environ.get("LOCAL_RANK", "0"))


def load(args, local=None):
    """The model and its tokenizer."""
    import torch
    import transformers

    device = args.device or ("cuda" if torch.cuda.is_available() else "cpu")
    if device == "cuda" and local is not None:
        device = f"cuda:{local}"
    try:
        tokenizer = transformers.AutoTokenizer.from_pretrained(args.model)
        placed = {"device_map": args.device_map} if args.device_map else {}
        model = transformers.AutoModelForCausalLM.from_pretrained(args.model, dtype=args.dtype, **placed)
    except (OSError, ValueError, ImportError) as error:
        raise EvaluationError(f"{args.model}: Transformers cannot load it: {str(error).splitlines()[0]}") from None
    return (model if args.device_map else model.to(device)).eval(), tokenizer


def wanted_of(args, tokenizer, length):
    """What is to be measured; length: L."""
    from .works import Wanted

    tokens, name = (), ""
    if args.text:
        try:
            text = pathlib.Path(args.text).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise EvaluationError(f"{args.text}: {getattr(error, 'strerror', '') or 'not UTF-8'}; expected a text") from None
        tokens = tuple(tokenizer(text, add_special_tokens=False, verbose=False).input_ids)
        name = f"{pathlib.Path(args.text).name} {hashlib.sha256(text.encode()).hexdigest()[:16]}"
    return Wanted(tuple(dict.fromkeys(args.length)), args.passkeys, args.seed, args.prompts, tokens, name, args.stride, args.windows,
                  args.short_length or length, tuple(args.harness), tuple(args.short_harness), args.limit or 0, args.include_path)  # fmt: skip


def on_transformers(args, local):
    """(backend, tokenizer, L)"""
    from . import ropes
    from .backends import Transformers

    model, tokenizer = load(args, local)
    return Transformers(model), tokenizer, args.pretraining_length or ropes.pretraining_length(model)


def evaluate(args):
    tables = checked(args)
    if args.backend == "vllm":
        from . import vllm_backend

        vllm_backend.check_options(args)
    elif args.tensor_parallel > 1:
        raise EvaluationError("--tensor-parallel goes with --backend vllm; expected --device-map auto for Transformers")
    from . import works
    from .scores import ScoreFile

    share, local = share_of_processes()
    backend, tokenizer, length = vllm_backend.load(args) if args.backend == "vllm" else on_transformers(args, local)
    like = tables[0] if tables else None
    for table in tables:
        backend.check(table)  # refused before anything is computed
    own = backend.own_table(min(args.length), like)
    file = ScoreFile(args.output, args.model, length, own.inv_freq)
    todo = works.works(wanted_of(args, tokenizer, length), tokenizer)
    works.run(backend, ([] if args.no_own else [None]) + tables, todo, file, share, like, kind=args.progress)
    return 0


def main(argv=None):
    argv = sys.argv[1:] if argv is None else list(argv)
    try:
        if argv[:1] == ["finetune"]:
            from . import finetune

            return finetune.main(argv[1:])
        if argv[:1] == ["reproduce-paper"]:
            from . import reproduce

            return reproduce.main(argv[1:])
        return evaluate(evaluate_parser().parse_args(argv))
    except EvaluationError as error:
        print(f"rotascope-evaluate: {error}", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        print("stopped; what was computed is in the file", file=sys.stderr)
        return 130
