#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make laboratory/: what Hugging Face Transformers computes with the laboratory's models, and the prompts of its task.

    golden.json     logits of the three models and of grouped/, under several tables, for given tokens
    prompts.json    prompts as resources/lab/train/task.py draws them with NumPy's generator
    grouped/        a small random Llama with two key heads for four query heads, its own output matrix, and bfloat16 weights

Run by make-transformers-golden.sh, or with any Python that has NumPy, torch and Transformers.
"""

import json
import pathlib
import sys

import numpy as np
import torch
import transformers

HERE = pathlib.Path(__file__).resolve().parent
LAB = HERE.parent.parent / "resources/lab"
OUT = HERE / "laboratory"
sys.path.insert(0, str(LAB / "train"))
import pack  # noqa: E402
import task  # noqa: E402

# Name, factors of the 16 dimensions, attention factor.
TABLES = (
    ("extrapolation", [1.0] * 16, 1.0),
    ("linear", [2.0] * 16, 1.0),
    ("slowest 8, attention factor", [1.0] * 8 + [2.0] * 8, 1.0693147180559945),
    ("rising", np.linspace(1, 3, 16).tolist(), 1.0),
)
ROWS = 6  # last logits that are kept of each; beside them, of the first table, some from the middle


def grouped_model():
    """A model of shapes that the laboratory's own do not have."""
    torch.manual_seed(5)
    config = transformers.LlamaConfig(
        vocab_size=len(task.VOCABULARY), hidden_size=48, intermediate_size=40, num_hidden_layers=3, num_attention_heads=4,
        num_key_value_heads=2, head_dim=8, max_position_embeddings=64, rope_parameters={"rope_type": "default", "rope_theta": 100.0},
        bos_token_id=0, eos_token_id=None, pad_token_id=None, tie_word_embeddings=False, use_cache=False, initializer_range=0.3)
    model = transformers.LlamaForCausalLM(config).to(torch.bfloat16)
    for name, weight in model.named_parameters():
        if "norm" in name:
            torch.nn.init.uniform_(weight, 0.5, 1.5)
    model.save_pretrained(OUT / "grouped")
    for extra in ("generation_config.json",):
        (OUT / "grouped" / extra).unlink(missing_ok=True)
    (OUT / "grouped" / "vocabulary.json").write_text(pack.vocabulary_text())


def logits_of(folder, tokens, factors, attention):
    """[tokens, vocabulary], in float32, as an extension of the model's own frequencies."""
    model = transformers.AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager").eval()
    rotary = model.model.rotary_emb
    dimensions = len(rotary.inv_freq)
    theta = model.config.rope_parameters["rope_theta"] ** (-np.arange(dimensions) / dimensions)
    rotary.inv_freq = torch.tensor(theta / np.array(factors[:dimensions]), dtype=torch.float32)
    rotary.attention_scaling = float(attention)
    with torch.no_grad():
        answer = model(input_ids=torch.tensor([tokens]), output_attentions=True)
    # [layers, heads, tokens]: where the last token looks
    return answer.logits[0].numpy(), np.stack([layer[0, :, -1].numpy() for layer in answer.attentions])


def rounded(values, digits):
    return [float(f"{value:.{digits}g}") for value in np.asarray(values, dtype=np.float64).ravel()]


def case(name, folder, length, table, kind, places):
    tokens = [int(token) for token in task.document(np.random.default_rng(7 + length), length, kind, 0.4)[0]]
    table_name, factors, attention = table
    logits, looks = logits_of(folder, tokens, factors, attention)
    dimensions = 4 if name == "grouped" else 16
    result = {"model": name, "table": table_name, "factors": factors[:dimensions], "attention_factor": attention, "tokens": tokens,
              "positions": places, "logits": rounded(logits[places], 6)}
    if table is TABLES[2] and length < 200:
        result["attention"] = rounded(looks, 4)
    return result


def logits_golden():
    cases = []
    models = {name: LAB / name for name in ("tinykey", "tinykey-seed2", "tinykey-seed3")}
    for name, folder in {**models, "grouped": OUT / "grouped"}.items():
        for table in TABLES:
            length = 512 if name == "tinykey" else 180
            places = list(range(length - ROWS, length))
            if table is TABLES[0]:
                places = [0, 1, 17, length // 2] + places
            cases.append(case(name, folder, length, table, "named" if name == "grouped" else "single", places))
    cases.append(case("tinykey", LAB / "tinykey", 1500, TABLES[2], "single", [1499]))
    return {"transformers": transformers.__version__, "torch": torch.__version__, "cases": cases}


def digest(rows):
    """FNV-1a over the tokens, a byte each."""
    value = 0xCBF29CE484222325
    for row in rows:
        for token in row:
            value = (value ^ int(token)) * 0x100000001B3 % 2**64
    return f"{value:016x}"


def prompts_golden():
    documents = []
    for seed, length, kind, depth in ((1, 128, "single", 0.0), (1, 128, "single", 1.0), (2, 200, "single", 0.3), (3, 150, "named", None),
                                      (4, 150, "order", None), (2**40 + 5, 90, "order", None), (6, 97, "single", None)):
        tokens = task.document(np.random.default_rng(seed), length, kind, depth)[0]
        documents.append({"seed": seed, "length": length, "task": kind, "depth": depth, "text": task.decode(tokens)})
    streams = []
    for seed, length, prompts, short in ((2024, 512, 200, 100), (2024, 1024, 200, 100), (11, 300, 20, 8)):
        rng = np.random.default_rng(seed)  # as evaluate.py
        single = [task.document(rng, length, "single", depth=(number + 0.5) / prompts)[0] for number in range(prompts)]
        named, order = (task.batch(rng, prompts // 4, length, (name,)) for name in ("named", "order"))
        streams.append({"seed": seed, "length": length, "prompts": prompts, "short_texts": short, "short_length": 256,
                        "single": digest(single), "named": digest(named), "order": digest(order),
                        "short": digest(task.batch(rng, short, 256))})
    return {"numpy": np.__version__, "documents": documents, "streams": streams}


def write(name, value):
    (OUT / name).write_text(json.dumps(value, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    OUT.mkdir(exist_ok=True)
    grouped_model()
    write("golden.json", logits_golden())
    write("prompts.json", prompts_golden())
