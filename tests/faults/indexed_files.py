# SPDX-License-Identifier: GPL-3.0-or-later
"""Recordings and tables in HDF5 with every kind of index that HDF5 has for chunks. As a program, it writes small ones, for a fuzzer to begin
with:  indexed_files.py FOLDER"""
import sys
from pathlib import Path

import h5py
import numpy

ROWS, DIMENSIONS = 2600, 4
# Rows of a chunk (None: all), in which directions the dataset may grow, and what else makes HDF5 choose the index.
KINDS = {
    "b-tree, version 1": dict(libver="earliest", chunk=13, grows=(False, False)),
    "b-tree, version 2": dict(libver="latest", chunk=13, grows=(True, True)),
    "extensible array": dict(libver="latest", chunk=13, grows=(True, False)),
    "fixed array": dict(libver="latest", chunk=13, grows=(False, False)),
    "fixed array in pages": dict(libver="latest", chunk=2, grows=(False, False)),
    "implicit": dict(libver="latest", chunk=13, grows=(False, False), early=True),
    "single chunk": dict(libver="latest", chunk=None, grows=(False, False)),
}


def add_dataset(group, name, values, kind, compressed):
    rank = values.ndim
    properties = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    properties.set_chunk((kind["chunk"] or len(values), DIMENSIONS)[:rank])
    if kind.get("early"):
        properties.set_alloc_time(h5py.h5d.ALLOC_TIME_EARLY)
    elif compressed:
        properties.set_shuffle()
        properties.set_deflate(1)
    limits = tuple(h5py.h5s.UNLIMITED if grows else size for grows, size in zip(kind["grows"], values.shape))
    space = h5py.h5s.create_simple(values.shape, limits)
    dataset = h5py.h5d.create(group.id, name.encode(), h5py.h5t.py_create(values.dtype), space, properties)
    dataset.write(h5py.h5s.ALL, h5py.h5s.ALL, values)


def write_recording(file, kind, compressed, rows=ROWS):
    with h5py.File(file, "w", libver=kind["libver"]) as made:
        made.attrs["format"], made.attrs["version"] = "rotascope-recording", 1
        add_dataset(made, "positions", numpy.arange(rows), kind, compressed)
        rope = made.create_group("ropes/main")
        rope.attrs["head_dim"], rope.attrs["rotary_dim"], rope.attrs["rope_theta"] = 2 * DIMENSIONS, 2 * DIMENSIONS, 10000.0
        rope.attrs["original_max_position_embeddings"] = 4096
        rope["inv_freq"] = 10000.0 ** -(numpy.arange(DIMENSIONS) / DIMENSIONS)
        add_dataset(rope, "angles", numpy.random.default_rng(1).uniform(0, 6.28, (rows, DIMENSIONS)).astype("f4"), kind, compressed)


def write_table(file, kind, compressed, rows=ROWS):
    with h5py.File(file, "w", libver=kind["libver"]) as made:
        made.attrs["format"], made.attrs["version"], made.attrs["attention_factor"] = "rotascope-table", 1, 1.0
        made.create_group("provenance")
        factors = numpy.linspace(1, 2, rows)
        add_dataset(made, "factor", factors, kind, compressed)


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, kind in KINDS.items():
        for compressed in (False, True):
            rows = ROWS if "pages" in name else 60  # pages come with more than 1024 chunks
            for what, write in (("recording", write_recording), ("table", write_table)):
                form = "compressed" if compressed else "plain"
                write(folder / f"{what} {name} {form}.h5".replace(", ", "-").replace(" ", "-"), kind, compressed, rows)


if __name__ == "__main__":
    main()
