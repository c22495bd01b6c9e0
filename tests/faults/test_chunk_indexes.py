# SPDX-License-Identifier: GPL-3.0-or-later
"""Damaged indexes of chunks, of every kind that HDF5 has, in recordings and in tables.

HDF5 finds a chunk by an index: a B-tree, an array, or the layout itself. Damaged ones make HDF5 crash, loop or take gigabytes, and
checksums hide nearly all random damage from such a test. So bytes are changed within the structures of the index, and their checksums made
right again. The program must end with 0, 2 (a table of another length) or 3 and one line, soon and in little memory. ROTASCOPE_MUTANTS: how
many of each kind (default 6).
"""
import ctypes
import os
import random
import struct
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

try:
    from indexed_files import KINDS, ROWS, h5py, write_recording, write_table
except ImportError:
    h5py = None

CLI = os.environ["ROTASCOPE_CLI"]
MUTANTS = int(os.environ.get("ROTASCOPE_MUTANTS", "6"))
MOST_MEMORY = 400 << 10  # KiB; the program itself has some 30 MiB
MOST_SECONDS = 30  # the program gives up after 10; the machine may be busy

SIGNATURES = (b"TREE\1", b"BTHD", b"BTIN", b"BTLF", b"FAHD", b"FADB", b"EAHD", b"EAIB", b"EASB", b"EADB", b"OHDR")


def lookup3(data):
    """The checksum of HDF5's metadata, by the library that h5py has loaded."""
    return CHECKSUM(data, len(data), 0)


def checksum_of_library():
    with open("/proc/self/maps", encoding="utf-8") as maps:
        library = next((line.split()[-1] for line in maps if "libhdf5" in line and "libhdf5_hl" not in line), None)
    function = getattr(ctypes.CDLL(library), "H5_checksum_lookup3", None) if library else None
    if function:
        function.argtypes, function.restype = (ctypes.c_char_p, ctypes.c_size_t, ctypes.c_uint32), ctypes.c_uint32
    return function


CHECKSUM = h5py and checksum_of_library()


def structures(content):
    """(begin, end, whether a checksum stands at end) of each structure of an index, by its kind."""
    def is_checksum_of(begin, end):
        return lookup3(content[begin:end]) == struct.unpack_from("<I", content, end)[0]

    found = {}
    for signature in SIGNATURES:
        begin = content.find(signature)
        while begin >= 0:
            if signature == b"TREE\1":
                found.setdefault(signature, []).append((begin, begin + 600, False))
            else:
                end = next((end for end in range(begin + 8, min(begin + 6000, len(content) - 4))
                            if content[begin + 4] <= 2 and is_checksum_of(begin, end)), None)
                if end:
                    found.setdefault(signature, []).append((begin, end, True))
                    if signature == b"FADB" and end - begin < 40:  # its pages follow
                        page = end + 4
                        while page + 8196 <= len(content) and is_checksum_of(page, page + 8192):
                            found.setdefault(b"page", []).append((page, page + 8192, True))
                            page += 8196
            begin = content.find(signature, begin + 4)
    if len(found) > 1:
        found.pop(b"OHDR", None)  # where the index is a structure of its own
    return found


def damaged(content, places, chance):
    copy = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 4))):
        begin, end, has_checksum = chance.choice(chance.choice(list(places.values())))
        last = min(end, len(copy)) if chance.random() < 0.3 else min(begin + 64, end, len(copy))  # what counts stands in front
        at = chance.randrange(begin + 4, last)
        size = min(chance.choice((1, 1, 2, 4, 8)), end - at, len(copy) - at)
        other = chance.choice(chance.choice(list(places.values())))[0]
        value = chance.choice((0, 2 ** 64 - 1, chance.getrandbits(64), other, len(copy), 1, 2 ** 31, 2 ** 40))
        copy[at:at + size] = value.to_bytes(8, "little")[:size]
        if has_checksum:
            copy[end:end + 4] = struct.pack("<I", lookup3(bytes(copy[begin:end])))
    return bytes(copy)


@unittest.skipIf(not CHECKSUM, "python3-h5py is not installed, or its HDF5 hides its checksums")
class ChunkIndexes(unittest.TestCase):
    def run_program(self, *arguments):
        begin = time.monotonic()
        process = subprocess.Popen([CLI, *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                                   env={**os.environ, "ROTASCOPE_CUDA_MODULE": "none"})
        message = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        process.stderr.close()
        self.assertIn(process.returncode, (0, 2, 3), message)
        self.assertLess(time.monotonic() - begin, MOST_SECONDS)
        self.assertLess(usage.ru_maxrss, MOST_MEMORY)
        lines = [line for line in message.splitlines() if not line.startswith("rotascope-cli: note:")]
        self.assertEqual(len(lines), 0 if process.returncode == 0 else 1, message)
        return process.returncode

    def try_all(self, write, commands):
        refused = tries = 0
        with tempfile.TemporaryDirectory() as folder:
            for name, kind in KINDS.items():
                for compressed in (False, True):
                    file = Path(folder) / "sample.h5"
                    write(file, kind, compressed)
                    content = file.read_bytes()
                    self.assertEqual([self.run_program(*command, file) for command in commands], [0] * len(commands), "the sound file")
                    places = structures(content)
                    self.assertTrue(places)
                    for seed in range(MUTANTS):
                        copy = Path(folder) / "copy.h5"
                        copy.write_bytes(damaged(content, places, random.Random(f"{name} {compressed} {seed}")))
                        for command in commands:
                            with self.subTest(index=name, compressed=compressed, seed=seed, command=command[0]):
                                refused += self.run_program(*command, copy) == 3
                                tries += 1
        print(f"{tries} runs on damaged files: {refused} refused", flush=True)
        self.assertGreater(refused, 0)

    def test_of_recordings(self):
        self.try_all(write_recording, [("analyze", "--method", "linear", "--engine", "cpu", "--target-length", "8192", "--recording")])

    def test_of_tables(self):
        with tempfile.TemporaryDirectory() as folder:
            config = Path(folder) / "config.json"
            config.write_text('{"model_type": "llama", "rope_theta": 10000.0, "max_position_embeddings": 64, "head_dim": %d,'
                              ' "hidden_size": %d, "num_attention_heads": 1}' % (2 * ROWS, 2 * ROWS))
            command = ("analyze", "--config", config, "--method", "custom", "--engine", "cpu", "--target-length", "128", "--table")
            self.try_all(write_table, [command])


if __name__ == "__main__":
    unittest.main()
