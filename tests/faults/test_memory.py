# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading any file takes at most four times its size and 64 MiB, the program itself included."""
import importlib.util
import json
import os
import struct
import subprocess
import tempfile
import unittest
from pathlib import Path

CLI = os.environ["ROTASCOPE_CLI"]
MEBIBYTE = 1 << 20


def text(value):
    return struct.pack("<Q", len(value)) + value


def gguf(key_values=(), tensors=()):
    """A model whose own keys come first; `key_values` are (key, text), `tensors` names."""
    keys = [text(b"general.architecture") + struct.pack("<I", 8) + text(b"llama")]
    keys += [text(key) + struct.pack("<II", 4, value) for key, value in ((b"llama.context_length", 4096), (b"llama.rope.dimension_count", 8))]
    keys += [text(key) + struct.pack("<I", 8) + text(value) for key, value in key_values]
    infos = [text(name) + struct.pack("<IQIQ", 1, 0, 0, 0) for name in tensors]
    return b"GGUF" + struct.pack("<IQQ", 3, len(infos), len(keys)) + b"".join(keys) + b"".join(infos) + bytes(64)


def config(rope_name="rope", ropes=1, **fields):
    parameters = {f"{rope_name}{i}": {"rope_type": "default", "rope_theta": 10000.0} for i in range(ropes)}
    return json.dumps({"max_position_embeddings": 4096, "head_dim": 8, "rope_parameters": parameters, **fields}).encode()


def recording(file):
    import h5py
    import numpy
    dimensions = 1024
    with h5py.File(file, "w") as made:
        made.attrs["format"], made.attrs["version"] = "rotascope-recording", 1
        made["positions"] = numpy.arange(16)
        for i in range(1023):
            rope = made.create_group(f"ropes/r{i}")
            rope.attrs["head_dim"], rope.attrs["rotary_dim"], rope.attrs["rope_theta"] = 2 * dimensions, 2 * dimensions, 10000.0
            rope.attrs["original_max_position_embeddings"] = 4096
            rope["inv_freq"] = 10000.0 ** -(numpy.arange(dimensions) / dimensions)


def made_in_child(make):
    """Linux counts what a process had before exec() to its memory, so this one has to stay small."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            make()
            code = 0
        finally:
            os._exit(code)
    return os.waitpid(child, 0)[1] == 0


class Memory(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)

    def check(self, file, *commands):
        for command in commands:
            with self.subTest(file=file.name, command=command), (self.folder / "out").open("wb") as out:
                process = subprocess.Popen([CLI, *command, str(file)], stdout=out, stderr=subprocess.PIPE,
                                           env={**os.environ, "ROTASCOPE_CUDA_MODULE": "none"})
                message = process.stderr.read().decode()
                _, status, usage = os.wait4(process.pid, 0)
                process.returncode = os.waitstatus_to_exitcode(status)
                process.stderr.close()
                print(f"{file.name} {command[0]}: {process.returncode}, {usage.ru_maxrss >> 10} MiB of a file of"
                      f" {file.stat().st_size / MEBIBYTE:.1f} MiB", flush=True)
                self.assertIn(process.returncode, (0, 1, 3), message)
                self.assertLess(len(message), 2000)
                self.assertLessEqual(usage.ru_maxrss << 10, 4 * file.stat().st_size + 64 * MEBIBYTE)

    def check_content(self, name, make):
        file = self.folder / name
        self.assertTrue(made_in_child(lambda: file.write_bytes(make())))
        self.check(file, ("frequencies", "--json"), ("frequencies",), ("lint",), ("analyze", "--method", "linear", "--config"))

    def test_names_of_gguf_models(self):
        def long():
            return b"x" * (20 * MEBIBYTE)
        self.check_content("name.gguf", lambda: gguf([(b"general.name", long())]))
        self.check_content("key.gguf", lambda: gguf([(long(), b"")]))
        self.check_content("value.gguf", lambda: gguf([(b"other", long())]))
        self.check_content("tensor.gguf", lambda: gguf(tensors=[long()]))
        self.check_content("type.gguf", lambda: gguf([(b"llama.rope.scaling.type", long())]))

    def test_many_members_of_gguf_models(self):
        for name, count in (("some", 60000), ("many", 1000000)):
            self.check_content(f"{name}-keys.gguf", lambda count=count: gguf([(b"%d" % i, b"") for i in range(count)]))
        for name, count in (("some", 250000), ("many", 1000000)):
            self.check_content(f"{name}-tensors.gguf", lambda count=count: gguf(tensors=[b"%d" % i for i in range(count)]))

    def test_names_of_configurations(self):
        def long():
            return "x" * (4 * MEBIBYTE - 100)
        self.check_content("name.json", lambda: config(ropes=1000, _name_or_path=long()))
        self.check_content("type.json", lambda: config(ropes=1000, model_type=long()))
        self.check_content("rope.json", lambda: config(ropes=3, rope_name=long()))
        self.check_content("wide.json", lambda: config(ropes=128, head_dim=2048))
        self.check_content("ropes.json", lambda: config(ropes=16000))

    @unittest.skipIf(not importlib.util.find_spec("h5py"), "python3-h5py is not installed")
    def test_many_ropes_of_a_recording(self):
        file = self.folder / "ropes.h5"
        self.assertTrue(made_in_child(lambda: recording(file)))
        self.check(file, ("frequencies", "--json"), ("frequencies",), ("inspect", "--json"), ("inspect",))


if __name__ == "__main__":
    unittest.main()
