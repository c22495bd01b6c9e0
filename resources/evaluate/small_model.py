# SPDX-License-Identifier: GPL-3.0-or-later
"""What rotascope-evaluate needs to score one of the laboratory's small models, which ship with Rotascope: nothing is downloaded.

    python small_model.py ../lab/tinykey FOLDER --length 512 --length 1024

writes into FOLDER: model (with a tokenizer of words), prompts-512.jsonl … (the passkey prompts of the laboratory), text.txt, train-512.jsonl …
(what to fine-tune on), and tasks (for lm-evaluation-harness: the tag tinykey, with the same prompts and the two harder questions).
"""

import argparse
import json
import pathlib
import shutil
import sys

SEED = 2024  # of the laboratory's measured prompts
TASK = """tag: tinykey
task: tinykey_{kind}
dataset_path: json
dataset_kwargs:
  data_files:
    test: {data}
test_split: test
output_type: generate_until
doc_to_text: "{{{{prompt}}}}"
doc_to_target: "{{{{answer}}}}"
generation_kwargs:
  max_gen_toks: 5
  do_sample: false
  until: ["."]
filter_list:
  - name: none
    filter:
      - function: regex
        regex_pattern: "([0-9 ]*[0-9])"
      - function: take_first
metric_list:
  - metric: exact_match
    aggregation: mean
    higher_is_better: true
metadata:
  version: 1.0
"""


def save_tokenizer(words, folder):
    import tokenizers
    import transformers

    inner = tokenizers.Tokenizer(tokenizers.models.WordLevel({word: number for number, word in enumerate(words)}, unk_token="<bos>"))
    inner.pre_tokenizer = tokenizers.pre_tokenizers.WhitespaceSplit()
    transformers.PreTrainedTokenizerFast(tokenizer_object=inner, bos_token="<bos>", eos_token=".", pad_token="<bos>",
                                         clean_up_tokenization_spaces=False).save_pretrained(folder)  # fmt: skip


def question(task, rng, length, kind, depth=None):
    """A document without the full stop at its end, as text: up to the question, and the answer."""
    words = task.decode(task.document(rng, length, kind, depth)[0]).split()[:-1]
    return {"prompt": " ".join(words[: -task.KEY_LENGTH]), "answer": " ".join(words[-task.KEY_LENGTH :])}


def write_lines(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def prepare(model, folder, lengths, prompts=200, questions=100, training=2000):
    """model: a folder of the laboratory, beside whose folder `train` has its task."""
    import numpy as np

    model, folder = pathlib.Path(model).resolve(), pathlib.Path(folder).resolve()
    sys.path.insert(0, str(model.parent / "train"))
    import task

    own = folder / "model"
    own.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(model / "model.safetensors", own / "model.safetensors")
    config = json.loads((model / "config.json").read_text(encoding="utf-8"))
    # Transformers 4 looks for the base here, and would take 10,000.
    config["rope_theta"] = config["rope_parameters"]["rope_theta"]
    (own / "config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")
    save_tokenizer(task.VOCABULARY, own)
    for length in lengths:
        rng = np.random.default_rng(SEED)
        single = [question(task, rng, length, "single", (number + 0.5) / prompts) for number in range(prompts)]
        write_lines(folder / f"prompts-{length}.jsonl", single)
        rows = {"single": single, **{kind: [question(task, rng, length, kind) for _ in range(questions)] for kind in ("named", "order")}}
        tasks = folder / f"tasks-{length}"
        tasks.mkdir(exist_ok=True)
        for kind, of_it in rows.items():
            data = tasks / f"{kind}.jsonl"
            write_lines(data, of_it)
            (tasks / f"tinykey_{kind}.yaml").write_text(TASK.format(kind=kind, data=json.dumps(str(data))), encoding="utf-8")
        draw = np.random.default_rng(99)
        write_lines(folder / f"train-{length}.jsonl", [task.document(draw, length, "single")[0] for _ in range(training)])
    # Documents one after the other, each as long as the longest prompt.
    rng = np.random.default_rng(SEED + 1)
    documents = [task.decode(task.document(rng, max(lengths), "single")[0][1:]) for _ in range(40)]
    (folder / "text.txt").write_text("\n".join(documents) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", help="resources/lab/tinykey, or another of the laboratory's")
    parser.add_argument("folder")
    parser.add_argument("--length", type=int, action="append", required=True, metavar="N", help="tokens of a prompt; may be repeated")
    args = parser.parse_args()
    prepare(args.model, args.folder, args.length)


if __name__ == "__main__":
    main()
