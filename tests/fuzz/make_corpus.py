# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the seeds in tests/fuzz/corpus again:  python3 tests/fuzz/make_corpus.py PATH/TO/rotascope-cli

A table of every reader's format, and GGUF models of the architectures and versions that matter, as small as they can be."""

import json
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"
LISTS = {"short_factor": [1, 1.5], "long_factor": [1, 4]}
CONFIGS = {
    "llama": {"head_dim": 4, "rope_theta": 10000.0, "max_position_embeddings": 64},
    "yarn": {"hidden_size": 8, "num_attention_heads": 2, "max_position_embeddings": 64, "rope_theta": 1e4,
             "rope_scaling": {"type": "yarn", "factor": 4.0, "original_max_position_embeddings": 16, "mscale": 0.7, "attn_factor": 1}},
    "phi3": {"model_type": "phi3", "architectures": ["Phi3ForCausalLM"], "head_dim": 4, "max_position_embeddings": 64,
             "original_max_position_embeddings": 16, "rope_theta": 1e4, "rope_scaling": {"type": "su", **LISTS}},
    "nested": {"text_config": {"head_dim": 4, "max_position_embeddings": 64, "rope_parameters": {
        "full_attention": {"rope_type": "llama3", "rope_theta": 1e6, "factor": 8, "low_freq_factor": 1, "high_freq_factor": 4,
                           "original_max_position_embeddings": 16},
        "sliding_attention": {"rope_type": "default", "rope_theta": 1e4}}}},
    "mrope": {"head_dim": 8, "rope_theta": 1e4, "max_position_embeddings": 64, "partial_rotary_factor": 0.75,
              "rope_scaling": {"type": "mrope", "mrope_section": [1, 1, 1]}},
}  # fmt: skip
SETTINGS = {"start": "unscaled", "pretraining_length": 64, "target_length": 128, "before": "positions", "bins": 8, "divergence": "kl",
            "epsilon": 1e-6, "method": "custom"}
SESSIONS = {
    "preset": {"source": {"kind": "model", "id": "a/b"}, "ropes": [{"name": "", "threshold": 0.5, **SETTINGS}]},
    "file": {"source": {"kind": "recording", "file": "/a.h5", "nearby": "a.h5", "bytes": 9, "digest": "1f"},
             "ropes": [{"name": "x", "interpolated_components": 2, **SETTINGS, "choices": [None, "extrapolation", 1.5]},
                       {"name": "y", "threshold": 0, **SETTINGS, "compared_methods": ["yarn"],
                        "table": {"factors": [1, 2.5], "attention_factor": 1.1}}],
             "shown": 1, "dimension": 1, "notes": "a\n",
             "scenes": [{"name": "s", "note": "n", "view": "clock", "dimension": 1, "state": {"clock": "9"}}], "view": {"layout": "AA=="}},
}  # fmt: skip
TABLES = (
    ("csv", "csv/table.csv"),
    ("npy", "npy/table.npy"),
    ("json", "json/table.json"),
    ("python", "python/table.py"),
    ("vllm", "vllm/table.sh"),
    ("llama-flags", "flags/table.sh"),
    ("transformers", "longrope/config.json"),
    ("transformers-legacy", "longrope/legacy.json"),
    ("gguf-rope", "gguf/rope.gguf"),
)
TEXT, ARRAY, UINT32, FLOAT32 = 8, 9, 4, 6


def text(value):
    value = value.encode()
    return struct.pack("<Q", len(value)) + value


def safetensors(header, data):
    header = json.dumps(header).encode()
    return struct.pack("<Q", len(header)) + header + data


def key_value(key, value):
    if isinstance(value, str):
        return text(key) + struct.pack("<I", TEXT) + text(value)
    if isinstance(value, list):
        return text(key) + struct.pack("<IIQ", ARRAY, TEXT, len(value)) + b"".join(map(text, value))
    kind, layout = (FLOAT32, "<If") if isinstance(value, float) else (UINT32, "<II")
    return text(key) + struct.pack(layout, kind, value)


def model(architecture, tensors, version=3, **more):
    """A model with 8 components of a head."""
    values = {"general.architecture": architecture, "general.alignment": 32, "tokenizer.ggml.tokens": ["a", "b"]}
    fields = {"context_length": 64, "embedding_length": 16, "attention.head_count": 2, "rope.freq_base": 10000.0, **more}
    values |= {f"{architecture}.{name}": value for name, value in fields.items()}
    head = b"GGUF" + struct.pack("<IQQ", version, len(tensors), len(values))
    head += b"".join(key_value(key, value) for key, value in values.items())
    data = b""
    for name in tensors:
        head += text(name) + struct.pack("<IQIQ", 1, 4, 0, len(data))
        data += struct.pack("<4f", 1, 2, 3, 4).ljust(32, b"\0")
    return head.ljust(-(-len(head) // 32) * 32, b"\0") + data


def write(name, content):
    file = CORPUS / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)

TOURS = {
    "words": {"id": "words", "title": "T", "summary": "S", "steps": [{"title": "One", "text": "Only words"}]},
    "all": {
        "id": "all", "title": {"en": "T", "ja": "ツアー", "ko": "투어"}, "summary": "S", "begin": [{"open": "meta-llama/Llama-2-7b-hf"}],
        "steps": [{
            "title": "One", "text": "Do it", "answer": "149", "manual": "clock#reading", "target": {"view": "clock", "control": "clockPlay"},
            "show": [{"target_length": 8192}, {"method": "linear"}, {"show_method": "yarn"}, {"dimension": 22}, {"interpolate": "46-48, 63"},
                     {"automatic": "all"}, {"command": "pin"}, {"press": "clockPlay"}, {"choose": "curves", "entry": 1},
                     {"enter": "clockDistance", "value": 1.5}],
            "expect": {"source": "Qwen/Qwen3-8B", "by_hand": True, "pins": 1, "mean_below": 0.01, "view": "clock"},
        }],
    },
}  # fmt: skip


def main():
    with tempfile.TemporaryDirectory() as scratch:
        config = Path(scratch) / "config.json"
        config.write_text(json.dumps({"head_dim": 8, "rope_theta": 10000.0, "max_position_embeddings": 64}))
        for form, name in TABLES:
            out = Path(scratch) / "out"
            # From the folder itself, so that no path of this machine is in the file.
            subprocess.run(
                [sys.argv[1], "export", "--config", config.name, "--target-length", "128", "--method", "yarn", "--format", form, "-o", out],
                cwd=scratch, check=True,
            )  # fmt: skip
            write(name, out.read_bytes())
    for name, content in CONFIGS.items():
        write(f"config/{name}.json", json.dumps(content).encode())
    for name, content in SESSIONS.items():
        write(f"session/{name}.rotascope", json.dumps({"schema": "rotascope-session/1", **content}).encode())
    for name, content in TOURS.items():
        write(f"tour/{name}.json", json.dumps({"schema": "rotascope-tour/1", **content}).encode())
    write("csv/short.csv", b"# attention_factor: 1\r\ndimension,inv_freq\r\n0,1\r\n")
    write("factors/column.txt", b"# of a search\n1.0\n2.5e0\n+4\n")
    write("factors/layers.csv", b"1, 2\n1, 2\n")
    write("factors/list.json", b"[[1, 1.5], [1, 1.5]]")
    write("gguf/empty.gguf", b"GGUF" + struct.pack("<IQQ", 3, 0, 0))
    write("gguf/llama.gguf", model("llama", ["rope_freqs.weight", "output.weight"]))
    write("gguf/llama-v2.gguf", model("llama", [], version=2, **{"rope.dimension_count": 8}))
    scaling = {"rope.scaling.type": "longrope", "rope.scaling.factor": 4.0, "rope.scaling.original_context_length": 16}
    write("gguf/phi3.gguf", model("phi3", ["rope_factors_long.weight", "rope_factors_short.weight"], **scaling))
    half = {"dtype": "F16", "shape": [2, 3], "data_offsets": [0, 12]}
    single = {"dtype": "F32", "shape": [1], "data_offsets": [12, 16]}
    write("safetensors/empty.safetensors", safetensors({}, b""))
    write("safetensors/two.safetensors", safetensors({"__metadata__": {"format": "pt"}, "a": half, "b.weight": single}, bytes(range(16))))


if __name__ == "__main__":
    main()
