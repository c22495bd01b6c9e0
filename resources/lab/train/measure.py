# SPDX-License-Identifier: GPL-3.0-or-later
"""What evaluate.py measures of the question single, with Rotascope's own forward pass, which takes a fraction of the time: the same prompts,
the same numbers within 1e-3. Writes rows of measured/tables.csv.

    python measure.py MODEL OUT.csv --seed 3 --cli rotascope-cli [--scales 2 4] [--few]

The columns named, order and short_single stay empty. A table that is in OUT.csv already is not measured again.
"""

import argparse
import csv
import json
import pathlib
import subprocess
import tempfile

import finetune
import measures
import tables as table_module

MEASURES = [f"{name}.mean.{bins}" for name in ("kl", "reverse-kl") for bins in ("b360", "b23")]
MEASURES += [f"{name}.mean.b23" for name in ("js", "tv", "wasserstein", "unseen")] + ["kl.max.b23", "kl.slow.b23"]
COLUMNS = ("seed protocol steps target table single named order answer_loss loss loss_beyond loss_within short_loss short_single attention "
           "factors").split() + MEASURES + ["near"]  # fmt: skip


def table_json(theta, factor, attention):
    """As rotascope-cli export --format json."""
    rows = [{"index": i, "inv_freq": theta[i], "factor": factor[i], "extended_inv_freq": theta[i] / factor[i]} for i in range(len(theta))]
    return json.dumps({"schema": "rotascope-table/1", "provenance": {}, "attention_factor": attention, "dimensions": rows})


def evaluated(cli, model, table, target, prompts, short):
    """The answer of rotascope-cli evaluate for one table."""
    command = [cli, "evaluate", "--lab", str(model), "--target-length", str(target), "--length", str(target), "--table", str(table),
               "--method", "custom", "--prompts", str(prompts), "--short-texts", str(short), "--json"]  # fmt: skip
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["tables"]["custom"]


def row_of(args, length, target, name, theta, table, answer):
    factor, attention = table
    at = answer["lengths"][0]
    row = {"seed": args.seed, "protocol": "as trained", "steps": 0, "target": target, "table": name, "single": at["retrieval"]["value"],
           "answer_loss": at["answer_loss"]["value"], "loss": at["loss"]["value"], "loss_beyond": at["loss_beyond"]["value"],
           "loss_within": at["loss_within"]["value"], "short_loss": answer["short_loss"]["value"], "attention": attention,
           "factors": " ".join(f"{value:.6g}" for value in factor)}  # fmt: skip
    found = measures.measures(theta, factor, length, target)
    row.update({column: found[column] for column in MEASURES}, near=found["local.chord"])
    return {column: f"{value:.6g}" if isinstance(value, float) else value for column, value in row.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--seed", type=int, required=True, help="the model's, for the column of that name")
    parser.add_argument("--cli", default="rotascope-cli")
    parser.add_argument("--scales", type=float, nargs="+", default=[2, 4])
    parser.add_argument("--few", action="store_true", help="only the tables that finetune.py takes")
    parser.add_argument("--prompts", type=int, default=200)
    parser.add_argument("--short", type=int, default=100)
    args = parser.parse_args()
    length = json.loads((args.model / "config.json").read_text())["max_position_embeddings"]
    rows = list(csv.DictReader(args.out.open(newline=""))) if args.out.exists() else []
    with tempfile.TemporaryDirectory() as folder:
        table_file = pathlib.Path(folder) / "table.json"
        for target in (int(length * scale) for scale in args.scales):
            theta, _, tables = table_module.all_tables(args.cli, args.model / "config.json", target)
            known = {(int(row["target"]), row["factors"], float(row["attention"])) for row in rows}
            for name, (factor, attention) in tables.items():
                key = target, " ".join(f"{value:.6g}" for value in factor), float(f"{attention:.6g}")
                if key in known or args.few and not finetune.chosen(name):
                    continue
                known.add(key)
                table_file.write_text(table_json(theta, factor, attention))
                answer = evaluated(args.cli, args.model, table_file, target, args.prompts, args.short)
                rows.append(row_of(args, length, target, name, theta, (factor, attention), answer))
                print(f"{target} {name}: single {rows[-1]['single']} answer {rows[-1]['answer_loss']}", flush=True)
                with open(args.out, "w", newline="") as file:
                    writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
                    writer.writeheader()
                    writer.writerows(rows)


if __name__ == "__main__":
    main()
