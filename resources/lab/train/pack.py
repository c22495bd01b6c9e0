# SPDX-License-Identifier: GPL-3.0-or-later
"""Pack a trained model for shipping: float16 weights, config.json, vocabulary.json. python pack.py MODEL OUT"""

import json
import pathlib
import sys

import torch
from safetensors.torch import load_file, save_file

import task


def vocabulary_text():
    """vocabulary.json: the words in the order of their numbers, and what a reader has to know of them."""
    return json.dumps({"words": task.VOCABULARY, "begin": task.NUMBER["<bos>"], "digits": [task.NUMBER[digit] for digit in task.DIGITS],
                       "key_length": task.KEY_LENGTH}, indent=1) + "\n"


def main():
    model, out = map(pathlib.Path, sys.argv[1:])
    out.mkdir(parents=True, exist_ok=True)
    weights = {name: value.to(torch.float16).contiguous() for name, value in load_file(model / "model.safetensors").items()}
    save_file(weights, out / "model.safetensors", metadata={"format": "pt"})
    config = json.loads((model / "config.json").read_text())
    config["dtype"] = "float16"
    (out / "config.json").write_text(json.dumps(config, indent=2) + "\n")
    (out / "vocabulary.json").write_text(vocabulary_text())


if __name__ == "__main__":
    main()
