# SPDX-License-Identifier: GPL-3.0-or-later
"""Make rotascope-scores/1 of measured/tables.csv, a file a model: python scores.py (docs/scores-format.md)."""

import csv
import json
import math
import pathlib
import struct

import measures

LAB = pathlib.Path(__file__).resolve().parent.parent
MODELS = {"1": "tinykey", "2": "tinykey-seed2", "3": "tinykey-seed3"}
PROMPTS = {"as trained": 200, "fine-tuned": 100}
# Column: task, metric, whether more is better.
METRICS = {
    "single": ("passkey", "exact_match", True),
    "answer_loss": ("passkey", "answer_loss", False),
    "loss": ("text", "loss", False),
    "loss_beyond": ("text", "loss_beyond", False),
    "short_loss": ("short_text", "loss", False),
}


def table_id(factors, attention_factor):
    """FNV-1a of the numbers as little-endian float64."""
    value = 0xCBF29CE484222325
    for byte in struct.pack(f"<{len(factors) + 1}d", *factors, attention_factor):
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return f"{value:016x}"


def short(value):
    """A whole number without its point, so that the files stay small."""
    return int(value) if value == int(value) else value


def score_set(rows, model):
    """What a file says by leaving it out (docs/scores-format.md) is left out."""
    config = json.loads((LAB / model / "config.json").read_text())
    theta = measures.frequencies(config["rope_parameters"]["rope_theta"], config["head_dim"])
    tables, scores = {}, {}
    for row in rows:
        factors, attention = [float(factor) for factor in row["factors"].split()], float(row["attention"])
        name = table_id(factors, attention)
        table = {"id": name, "name": row["table"], "factors": list(map(short, factors))}
        tables.setdefault(name, table if attention == 1 else {**table, "attention_factor": attention})
        for column, (task, metric, higher) in METRICS.items():
            # A table that was tried twice counts once, as it was tried first: with more prompts.
            key = (name, row["target"], row["steps"], column)
            if row[column] == "" or key in scores:
                continue
            value = float(row[column])
            score = {"table": name, "length": int(row["target"]), "task": task, "metric": metric, "value": value, "higher_is_better": higher}
            if row["steps"] != "0":
                score["fine_tuning_steps"] = int(row["steps"])
            if column == "single":
                score["count"] = PROMPTS[row["protocol"]]
                score["standard_error"] = float(f"{math.sqrt(value * (1 - value) / score['count']):.6g}")
            scores[key] = score
    return {"schema": "rotascope-scores/1", "program": "resources/lab/train", "model": model,
            "pretraining_length": config["max_position_embeddings"], "inv_freq": theta.tolist(), "tables": list(tables.values()),
            "scores": list(scores.values())}


def main():
    with open(LAB / "measured/tables.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    for seed, model in MODELS.items():
        text = json.dumps(score_set([row for row in rows if row["seed"] == seed], model), separators=(",", ":"))
        # A line a table and a line a score.
        (LAB / f"measured/scores-seed{seed}.json").write_text(text.replace(",{", ",\n{") + "\n")


if __name__ == "__main__":
    main()
