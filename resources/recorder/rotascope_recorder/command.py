# SPDX-License-Identifier: GPL-3.0-or-later
"""The program rotascope-recorder: recordings of a corpus and of a server's log, from lengths alone."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import numpy as np

from . import corpus
from .config_file import ropes_of_file
from .errors import RecordingError
from .totals import RopeEntry, read_ropes, write_totals


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program; returns its exit status: 0, 1 where a recording could not be made, 2 for wrong arguments."""
    options = _parser().parse_args(arguments)
    try:
        print(_run(options))
    except (RecordingError, OSError) as error:
        print(f"rotascope-recorder: {error}", file=sys.stderr)
        return 1
    return 0


def _run(options: argparse.Namespace) -> str:
    if any(options.output.exists() and options.output.samefile(path) for path in options.files):
        raise RecordingError(f"{options.output} is one of the files that are read: choose another name.")
    ropes, model_id = _ropes(options)
    counts = corpus.count_documents(options.lengths(options), _packer(options))
    write_totals(options.output, counts.totals(ropes), model_id=options.model or model_id)
    return (
        f"{options.output}: {counts.sequences} sequences, {counts.tokens} tokens, "
        f"the longest sequence has {counts.longest}"
    )


def _ropes(options: argparse.Namespace) -> tuple[list[RopeEntry], str]:
    # Without `axis`: text has the same position on all axes.
    return ropes_of_file(options.config) if options.config else read_ropes(options.recording)


def _packer(options: argparse.Namespace) -> corpus.Packer | None:
    return corpus.Packer(options.pack, whole=not options.reset) if options.pack else None


def _documents(options: argparse.Namespace) -> Iterator[np.ndarray]:
    tokenize = corpus.tokens_of(options.tokenizer) if options.tokenizer else corpus.words
    rows = chain.from_iterable(corpus.field_values(path, options.field) for path in options.files)
    return corpus.document_lengths(rows, tokenize)


def _requests(options: argparse.Namespace) -> Iterator[np.ndarray]:
    prompt = [options.prompt] if options.prompt else corpus.PROMPT_FIELDS
    completion = [options.completion] if options.completion else corpus.COMPLETION_FIELDS
    return corpus.request_lengths(chain.from_iterable(map(corpus.json_rows, options.files)), prompt, completion)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="rotascope-recorder", description=__doc__.strip().splitlines()[0])
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    lengths = commands.add_parser("lengths", help="a corpus, from the lengths of its documents")
    lengths.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="one JSON object a line, .gz too, or .parquet"
    )
    lengths.add_argument(
        "--field",
        default="text",
        metavar="NAME",
        help="what holds a document's text, list of tokens or length (default: %(default)s)",
    )
    lengths.add_argument("--tokenizer", metavar="NAME", help="measure texts by this tokenizer; without, in words")
    lengths.add_argument("--pack", type=_positive, metavar="N", help="join documents and cut them into N tokens each")
    lengths.add_argument("--reset", action="store_true", help="positions begin anew with each document of --pack")
    lengths.set_defaults(lengths=_documents)
    requests = commands.add_parser("requests", help="what a server saw, from its log")
    requests.add_argument("files", nargs="+", type=Path, metavar="FILE", help="one JSON object a line, .gz too")
    requests.add_argument("--prompt", metavar="NAME", help="the field with the prompt's length (default: usual names)")
    requests.add_argument("--completion", metavar="NAME", help="the field with the answer's length")
    requests.set_defaults(lengths=_requests, pack=None)
    for command in (lengths, requests):
        command.add_argument("-o", "--output", required=True, type=Path, metavar="FILE.h5")
        model = command.add_mutually_exclusive_group(required=True)
        model.add_argument(
            "--config", type=Path, metavar="config.json", help="the model's configuration, or its folder"
        )
        model.add_argument("--recording", type=Path, metavar="FILE.h5", help="a recording of the model")
        command.add_argument("--model", metavar="NAME", help="what the recording calls the model")
    return parser
