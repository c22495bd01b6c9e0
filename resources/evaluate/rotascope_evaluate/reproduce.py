# SPDX-License-Identifier: GPL-3.0-or-later
"""The paper's experiment in one command: LLaMA-2 at 8k and 16k under every table, without and with fine-tuning.

Makes the tables with rotascope-cli, then scores passkey retrieval, the loss of long and short texts, LongBench-E, and the tasks of the
Open LLM leaderboard at the model's own length. A second run goes on where the first was stopped.
"""

import argparse
import pathlib
import shutil
import subprocess

from . import command, finetune
from .errors import EvaluationError

# The paper's comparison, and what else is worth knowing; n̂ as the paper states it for each length.
METHODS = ("extrapolation", "linear", "ntk", "dynamic", "ntk-by-parts", "yarn", "distributional")
STATED_COMPONENTS = {8192: 80, 16384: 64}
LONG = ("longbench_tasks_e",)
SHORT = ("arc_challenge:25", "hellaswag:10", "mmlu:5", "truthfulqa_mc2:0")


def parser():
    options = argparse.ArgumentParser(prog="rotascope-evaluate reproduce-paper", description=__doc__,
                                      formatter_class=argparse.RawDescriptionHelpFormatter)  # fmt: skip
    options.add_argument(
        "--model", action="append", metavar="MODEL", help="may be repeated (default: meta-llama/Llama-2-7b-hf and -13b-hf)"
    )
    options.add_argument("--config", metavar="FILE", help="the model's config.json, for rotascope-cli (default: that of the folder, else the "
                         "preset of the same name)")  # fmt: skip
    options.add_argument("--length", type=command.positive, action="append", metavar="N", help="default: 8192 and 16384")
    options.add_argument(
        "--text", required=True, metavar="FILE", help="a long text in UTF-8, such as books of PG-19, to measure the loss of"
    )
    options.add_argument("--train", metavar="FILE", help="a text to fine-tune on; without it nothing is fine-tuned")
    options.add_argument("--steps", type=command.positive, default=100, help="of fine-tuning (default: 100)")
    options.add_argument("--output", default="reproduced", metavar="FOLDER", help="tables and scores (default: reproduced)")
    options.add_argument("--cli", default="rotascope-cli", metavar="PROGRAM", help="default: rotascope-cli")
    options.add_argument("--prompts", default="", metavar="FILE", help="passkey prompts of your own, as for the other commands")
    options.add_argument("--no-harness", action="store_true", help="leave LongBench-E and the short tasks out")
    options.add_argument("--dry-run", action="store_true", help="few prompts, windows, documents and steps: does all of it run?")
    options.add_argument("--device", help="cpu, cuda, …")
    options.add_argument("--device-map", metavar="auto", help="spreads a large model over all GPUs")
    options.add_argument("--dtype", default="auto")
    return options


def source_of(model, config):
    """How rotascope-cli gets the model: options of its command line."""
    if config:
        return ["--config", str(config)]
    own = pathlib.Path(model) / "config.json"
    return ["--config", str(own)] if own.is_file() else ["--model", model]


def make_tables(cli, source, length, folder):
    """Files of every method's table for a length; those that are there stay."""
    if shutil.which(cli) is None:
        raise EvaluationError(f"{cli}: not found; expected Rotascope's command line (--cli PROGRAM)")
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {method: ["--method", method] for method in METHODS}
    if length in STATED_COMPONENTS:
        components = STATED_COMPONENTS[length]
        wanted[f"distributional-n{components}"] = ["--method", "distributional", "--interpolated-components", str(components)]
    paths = []
    for name, options in wanted.items():
        path = folder / f"{name}-{length}.json"  # the name that its scores have
        if not path.exists():
            ran = subprocess.run([cli, "export", *source, "--target-length", str(length), "--format", "json", "-o", str(path), *options],
                                 check=False,
                capture_output=True, text=True)  # fmt: skip
            if ran.returncode:
                raise EvaluationError(f"{cli} export {name}: {ran.stderr.strip()}")
        paths.append(path)
    return distinct(paths)


def distinct(paths):
    """Without tables that are equal to one before: t = 0 may well choose the stated n̂."""
    from .tables import read_table

    seen = {}
    for path in paths:
        seen.setdefault(read_table(path).id, path)
    return list(seen.values())


def measures_of(options):
    """The options of what is measured."""
    chosen = ["--passkeys", "3" if options.dry_run else "100", "--text", options.text, "--windows", "2" if options.dry_run else "32"]
    chosen += ["--prompts", options.prompts] if options.prompts else []
    if not options.no_harness:
        chosen += [part for task in LONG for part in ("--harness", task)] + [part for task in SHORT for part in ("--short-harness", task)]
        chosen += ["--limit", "2"] if options.dry_run else []
    return chosen


def commands(options, model, length, tables, output):
    """The argument lists of the scoring, and of the fine-tuning where there is a text for it."""
    shared = ["--length", str(length), "--dtype", options.dtype, "-o", str(output)]
    shared += [
        part for name in ("device", "device_map") if (value := getattr(options, name)) for part in (f"--{name.replace('_', '-')}", value)
    ]
    shared += [part for table in tables for part in ("--table", str(table))]
    shared += measures_of(options)
    # The model's own frequencies are the table extrapolation.
    yield "evaluate", [model, "--no-own", *shared]
    if options.train:
        yield "finetune", [model, "--no-own", *shared, "--train", options.train, "--steps", "1" if options.dry_run else str(options.steps)]


def main(argv=None):
    options = parser().parse_args(argv)
    folder = pathlib.Path(options.output)
    for model in options.model or ["meta-llama/Llama-2-7b-hf", "meta-llama/Llama-2-13b-hf"]:
        for length in options.length or [8192, 16384]:
            place = folder / pathlib.Path(model).name
            tables = make_tables(options.cli, source_of(model, options.config), length, place / "tables")
            for kind, argv_of_it in commands(options, model, length, tables, place / "scores.json"):
                print(f"rotascope-evaluate {'' if kind == 'evaluate' else kind + ' '}{' '.join(argv_of_it)}", flush=True)
                if kind == "finetune":
                    finetune.main(argv_of_it)
                else:
                    command.evaluate(command.evaluate_parser().parse_args(argv_of_it))
    return 0
