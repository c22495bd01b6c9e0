# SPDX-License-Identifier: GPL-3.0-or-later
"""The gguf package reads what was exported: the table in its tensor, the new length, and everything else as it was, to the bit."""

from pathlib import Path

import gguf
import numpy as np
import pytest

from conftest import METHODS, PRETRAINING_LENGTH, TARGET_LENGTH, Exporter
from tiny_models import ARCHITECTURES, HEAD_DIM, LLAMA, PHI3, THETA, Architecture, build, write_gguf

ALIGNMENT = 64  # not the usual 32: offsets must follow it
ODD_VALUES = {
    "uint8": 200,
    "int8": -100,
    "uint16": 60000,
    "int16": -30000,
    "int32": -5,
    "uint64": 2**63 + 1,
    "int64": -(2**62),
    "float32": 1e-30,
    "float64": 0.1,
    "bool": True,
    "string": "Zürich\n\0end",
}

each_method = pytest.mark.parametrize("method", METHODS)


def tensors_of_factors(architecture: Architecture) -> list[str]:
    return ["rope_factors_long.weight", "rope_factors_short.weight"] if architecture is PHI3 else ["rope_freqs.weight"]


def stored_values(file: Path) -> dict[str, bytes]:
    """Each key-value with its type, as its bytes are in the file."""
    return {key: b"".join(part.tobytes() for part in field.parts) for key, field in gguf.GGUFReader(file).fields.items()}


def stored_tensors(file: Path) -> dict[str, tuple]:
    return {t.name: (t.tensor_type, t.shape.tolist(), t.data.tobytes()) for t in gguf.GGUFReader(file).tensors}


def without(members: dict, left_out: list[str]) -> dict:
    return {name: value for name, value in members.items() if name not in left_out and not name.startswith(("GGUF.", "rotascope."))}


def write_strange_model(path: Path) -> Path:
    """Every kind of key-value and several kinds of tensor, some of odd sizes; a scaling and a table that the export replaces."""
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_custom_alignment(ALIGNMENT)
    writer.add_uint32("llama.context_length", PRETRAINING_LENGTH)
    writer.add_uint32("llama.rope.dimension_count", HEAD_DIM)
    writer.add_float32("llama.rope.freq_base", THETA)
    writer.add_string("llama.rope.scaling.type", "yarn")
    writer.add_float32("llama.rope.scaling.factor", 8.0)
    writer.add_float32("llama.rope.scaling.attn_factor", 2.0)
    writer.add_uint32("llama.rope.scaling.original_context_length", PRETRAINING_LENGTH)
    for value_type, value in ODD_VALUES.items():
        getattr(writer, f"add_{value_type}")(f"test.{value_type}", value)
    writer.add_array("test.numbers", [1, 2, 3])
    writer.add_array("test.texts", ["a", "", "äöü"])
    random = np.random.default_rng(7)
    writer.add_tensor("rope_freqs.weight", np.full(HEAD_DIM // 2, 3.0, dtype=np.float32))
    writer.add_tensor("odd", random.standard_normal(13, dtype=np.float32))
    writer.add_tensor("half", random.standard_normal((3, 5)).astype(np.float16))
    writer.add_tensor("cube", random.integers(-128, 127, (2, 3, 7), dtype=np.int8))
    quantized = gguf.quants.quantize(random.standard_normal((4, 64), dtype=np.float32), gguf.GGMLQuantizationType.Q8_0)
    writer.add_tensor("quantized", quantized, raw_dtype=gguf.GGMLQuantizationType.Q8_0)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def assert_has_table(file: Path, name: str, factors: np.ndarray) -> None:
    tensor = next(tensor for tensor in gguf.GGUFReader(file).tensors if tensor.name == name)
    assert tensor.tensor_type == gguf.GGMLQuantizationType.F32
    assert tensor.shape.tolist() == [len(factors)]
    assert tensor.data.tobytes() == factors.astype("<f4").tobytes()


def assert_attention_factor(file: Path, architecture: str, attention_factor: float) -> None:
    """The one member of rope.scaling there may be, and it is there only where it says something."""
    scaling = {key: field for key, field in gguf.GGUFReader(file).fields.items() if ".rope.scal" in key}
    if attention_factor == 1.0:
        assert not scaling
    else:
        assert list(scaling) == [f"{architecture}.rope.scaling.attn_factor"]
        assert scaling.popitem()[1].contents() == np.float32(attention_factor)


@pytest.mark.parametrize("architecture", ARCHITECTURES, ids=lambda architecture: architecture.name)
@each_method
def test_patched_model(exporter: Exporter, architecture: Architecture, method: str) -> None:
    config = architecture.write_config(exporter.folder / "model")
    model = write_gguf(architecture, build(config), exporter.folder / "model.gguf")
    table = exporter.table(config, method)
    # From the GGUF model itself as from its config.json: the same table.
    for source in [model, config]:
        patched = exporter.export(source, method, "gguf", "patched.gguf", into=model)
        names = tensors_of_factors(architecture)
        for name in names:
            assert_has_table(patched, name, table.float32_factors)
        assert_attention_factor(patched, architecture.name, table.attention_factor)
        length_key = f"{architecture.name}.context_length"
        assert gguf.GGUFReader(patched).fields[length_key].contents() == TARGET_LENGTH
        replaced = [length_key, *(key for key in stored_values(model) if ".rope.scaling." in key)]
        added = [length_key, f"{architecture.name}.rope.scaling.attn_factor"]
        assert without(stored_values(patched), added) == without(stored_values(model), replaced)
        assert without(stored_tensors(patched), names) == stored_tensors(model)


@each_method
def test_everything_else_of_a_strange_model_is_kept(exporter: Exporter, method: str) -> None:
    model = write_strange_model(exporter.folder / "strange.gguf")
    patched = exporter.export(model, method, "gguf", "patched.gguf", into=model)
    table = exporter.table(model, method)
    assert_has_table(patched, "rope_freqs.weight", table.float32_factors)
    assert_attention_factor(patched, "llama", table.attention_factor)
    replaced = ["llama.context_length", *(key for key in stored_values(model) if ".rope.scaling." in key)]
    assert len(replaced) == 5
    assert without(stored_values(patched), replaced) == without(stored_values(model), replaced)
    assert without(stored_tensors(patched), ["rope_freqs.weight"]) == without(stored_tensors(model), ["rope_freqs.weight"])
    assert all(tensor.data_offset % ALIGNMENT == 0 for tensor in gguf.GGUFReader(patched).tensors)


@each_method
def test_tensor_alone(exporter: Exporter, method: str) -> None:
    config = LLAMA.write_config(exporter.folder / "model")
    file = exporter.export(config, method, "gguf-rope", "rope.gguf")
    table = exporter.table(config, method)
    assert len(gguf.GGUFReader(file).tensors) == 1
    assert_has_table(file, "rope_freqs.weight", table.float32_factors)
    # The provenance beside it has the factors before they were rounded.
    fields = gguf.GGUFReader(file).fields
    assert fields["rotascope.factors"].contents() == table.factors.tolist()
    assert fields["rotascope.method"].contents() == method
