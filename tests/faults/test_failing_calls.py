# SPDX-License-Identifier: GPL-3.0-or-later
"""Every reader and writer of the programs, with each of its calls to the system failing once: the first, the second, until none is left.

Whatever fails, the program ends with 0, 3 or 4 and one line; a writer either leaves the old file as it was or a whole new one, and nothing
beside it. ROTASCOPE_FAULTS_ALL: with memory as well, and every format (slow).
"""
import errno
import json
import os
import re
import resource
import signal
import struct
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

CLI = os.environ["ROTASCOPE_CLI"]
SHIM = os.environ["ROTASCOPE_FAILING_CALLS"]
WINDOW = os.environ.get("ROTASCOPE_WINDOW")
ALL = "ROTASCOPE_FAULTS_ALL" in os.environ
MODEL = ("--model", "meta-llama/Llama-2-7b-hf")
EXPORT = ("export", *MODEL, "--target-length", "8192", "--method", "yarn", "--format")
OLD = b"the old file\n"
WRITING = ("open", "write", "close", "fsync", "rename", "link", "truncate", "chmod")
READING = ("open", "read", "close")
MOST_CALLS = 400
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def run(*arguments, faults=None, memory=None):
    """A command of rotascope-cli; or of another program, where that comes first."""
    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    command = arguments if arguments[0] == WINDOW else (CLI, *arguments)
    environment = {**os.environ, "ROTASCOPE_CUDA_MODULE": "none", "QT_QPA_PLATFORM": "offscreen", **(faults or {})}
    return subprocess.run(list(map(str, command)), capture_output=True, timeout=60, check=False, env=environment,
                          preexec_fn=limit if memory else None)


def session(dimensions=64):
    """The text of a session in which LLaMA-2 is extended."""
    return json.dumps({
        "schema": "rotascope-session/1", "source": {"kind": "model", "id": MODEL[1]},
        "ropes": [{"name": "", "start": "unscaled", "pretraining_length": 4096, "target_length": 16384, "before": "positions", "bins": 360,
                   "divergence": "kl", "epsilon": 1e-6, "threshold": 0.0, "method": "yarn", "choices": [None] * dimensions}]})


def gguf_model(data_bytes):
    """A small model of llama.cpp with one tensor of so many bytes."""
    def text(value):
        return struct.pack("<Q", len(value)) + value.encode()
    values = {"general.architecture": (8, text("llama")), "llama.context_length": (4, struct.pack("<I", 4096)),
              "llama.embedding_length": (4, struct.pack("<I", 4096)), "llama.attention.head_count": (4, struct.pack("<I", 32)),
              "llama.rope.freq_base": (6, struct.pack("<f", 10000.0)), "llama.rope.dimension_count": (4, struct.pack("<I", 128))}
    head = b"GGUF" + struct.pack("<IQQ", 3, 1, len(values))
    head += b"".join(text(key) + struct.pack("<I", kind) + value for key, (kind, value) in values.items())
    head += text("output.weight") + struct.pack("<IQIQ", 1, data_bytes, 24, 0)
    return head + bytes(-len(head) % 32) + bytes(i * i % 251 for i in range(data_bytes))


def numbers_of(done):
    """What it printed, without the time that it took and the threads that it had."""
    return re.sub(rb"[0-9.]+ ms|[0-9]+ threads?", b"", done.stdout)


class FailingCalls(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name).resolve() / "files"
        self.folder.mkdir()
        self.report = Path(temporary.name) / "failed"
        self.config = self.folder / "config.json"
        self.config.write_text('{"model_type": "llama", "rope_theta": 10000.0, "max_position_embeddings": 4096, "hidden_size": 4096,'
                               ' "num_attention_heads": 32}')
        self.tries = 0

    def formats(self):
        return ("csv", "json", "npy", "hdf5", "transformers", "vllm", "python") if ALL else ("csv", "hdf5")

    def made(self, name, *arguments):
        self.assertEqual(run(*arguments, "-o", self.folder / name).returncode, 0)
        return self.folder / name

    def analyses(self):
        """Of a model that has no file and of a recording: the arguments, and how it ends where nothing fails."""
        recording = self.made("run.h5", "generate", *MODEL, "--length", "500", "--angles")
        for source in (MODEL, ("--recording", recording)):
            arguments = ("analyze", *source, "--method", "linear")
            yield arguments, run(*arguments)

    def run_with_faults(self, call, arguments, prepare, check):
        """One run after the other, until the program ends before its n-th call; `prepare` before each, `check(done)` after it."""
        errors = (errno.ENOSPC, errno.EIO) if call == "write" else (errno.EIO,)
        for error in errors:
            step = 1 if call not in ("malloc", "mmap") else 37
            for number in range(1, MOST_CALLS * step, step):
                self.report.unlink(missing_ok=True)
                prepare()
                done = run(*arguments, faults={"LD_PRELOAD": SHIM, "FAULT_CALL": call, "FAULT_NUMBER": str(number),
                                               "FAULT_ERROR": str(error), "FAULT_FOLDER": str(self.folder),
                                               "FAULT_REPORT": str(self.report)})
                if not self.report.exists():
                    break
                self.tries += 1
                with self.subTest(call=call, number=number, error=error, arguments=arguments):
                    lines = [line for line in done.stderr.decode().splitlines() if ": note:" not in line]
                    self.assertIn(done.returncode, (0, 3, 4), lines)
                    self.assertEqual(len(lines), 0 if done.returncode == 0 else 1, lines)
                    check(done)

    def kinds(self, kinds, arguments):
        # Qt ends a program where it gets no memory.
        return (*kinds, "malloc", "mmap") if ALL and arguments[0] != WINDOW else kinds

    def check_writer(self, name, arguments, is_whole, calls=WRITING, option="-o"):
        target = self.folder / name
        others = set(self.folder.iterdir())
        for old in (OLD, None):
            def prepare():
                target.unlink(missing_ok=True)
                if old:
                    target.write_bytes(old)

            def check(done):
                self.assertEqual(set(self.folder.iterdir()) - {target}, others, "nothing is left beside the target")
                if done.returncode == 0:
                    self.assertTrue(is_whole(target))
                else:
                    self.assertEqual(target.read_bytes() if target.exists() else None, old, done.stderr)

            for call in self.kinds(calls, arguments):
                self.run_with_faults(call, (*arguments, option, target), prepare, check)
        target.unlink(missing_ok=True)

    def check_reader(self, arguments, result=None):
        """Of a command that prints what it has read, or writes it to the file `result`."""
        def numbers(done):
            return result.read_bytes() if result else numbers_of(done)

        whole = run(*arguments)
        self.assertEqual(whole.returncode, 0, whole.stderr)
        expected = numbers(whole)

        def prepare():
            if result:
                result.unlink(missing_ok=True)

        def check(done):
            if done.returncode == 0:
                self.assertEqual(numbers(done), expected, "no other numbers")

        for call in self.kinds(READING, arguments):
            self.run_with_faults(call, arguments, prepare, check)

    def tearDown(self):
        print(f"{self.tries} failing calls", flush=True)

    def test_writers_of_exports(self):
        for name in self.formats():
            def is_whole(target):
                return run("analyze", *MODEL, "--target-length", "8192", "--method", "custom", "--table", target).returncode == 0
            self.check_writer("export", (*EXPORT, name), is_whole)

    def test_the_writer_of_recordings(self):
        self.check_writer("run.h5", ("generate", *MODEL, "--length", "500", "--angles"),
                          lambda target: run("inspect", target).returncode == 0)

    def test_the_writer_of_models(self):
        """A copy of a GGUF model, which is read and written in turn."""
        model = self.folder / "model.gguf"
        model.write_bytes(gguf_model(300_000))
        into = ("export", "--config", model, "--target-length", "8192", "--method", "yarn", "--format", "gguf", "--into", model)
        whole = self.made("whole.gguf", *into).read_bytes()
        self.check_writer("copy.gguf", into, lambda target: target.read_bytes() == whole, calls=(*WRITING, "read"))

    def test_readers_of_models(self):
        self.check_reader(("analyze", "--config", self.config, "--method", "linear"))
        self.check_reader(("lint", self.config))

    def test_readers_of_tables(self):
        for name in self.formats():
            table = self.made("table." + name, *EXPORT, name)
            self.check_reader(("analyze", *MODEL, "--target-length", "8192", "--method", "custom", "--table", table))

    def test_readers_of_recordings(self):
        recording = self.made("run.h5", "generate", *MODEL, "--length", "500", "--angles")
        self.check_reader(("inspect", recording))
        self.check_reader(("analyze", "--recording", recording, "--method", "linear"))

    @unittest.skipUnless(WINDOW, "the window was not built")
    def test_writers_of_figures(self):
        begins = {"svg": b"<?xml", "pdf": b"%PDF-", "png": b"\x89PNG", "csv": b"# Rotascope", "html": b"<!DOCTYPE html>"}
        for kind in ("svg", "pdf", "png", "csv") if ALL else ("svg",):
            self.check_writer("figure." + kind, (WINDOW, "--plot", "disturbance", *MODEL),
                              lambda target, kind=kind: target.read_bytes().startswith(begins[kind]))
        for kind in ("pdf", "html") if ALL else ():
            self.check_writer("report." + kind, (WINDOW, *MODEL), option="--report",
                              is_whole=lambda target, kind=kind: target.read_bytes().startswith(begins[kind]))
        if ALL:
            self.check_writer("window.png", (WINDOW, *MODEL), option="--snapshot",
                              is_whole=lambda target: target.read_bytes().startswith(begins["png"]))

    @unittest.skipUnless(WINDOW, "the window was not built")
    def test_readers_of_sessions(self):
        file = self.folder / "work.rotascope"
        file.write_text(session())
        figure = self.report.with_name("figure.csv")  # not where calls fail
        self.check_reader((WINDOW, file, "--plot", "disturbance", "-o", figure), figure)

    def test_without_threads(self):
        """With no threads the command line has the same numbers; with fewer than there were a moment ago these, or a line. The window says that
        it needs some."""
        for arguments, expected in self.analyses():
            for number in (1, 2, 3):
                done = run(*arguments, faults={"LD_PRELOAD": SHIM, "FAULT_CALL": "thread", "FAULT_NUMBER": str(number)})
                with self.subTest(arguments=arguments, number=number):
                    if number > 1 and done.returncode != 0:
                        self.assertEqual((done.returncode, len(done.stderr.splitlines())), (3, 1), done.stderr)
                    else:
                        self.assertEqual((done.returncode, done.stderr), (0, expected.stderr))
                        self.assertEqual(numbers_of(done), numbers_of(expected))
                self.tries += 1
        if WINDOW:
            picture = self.folder / "window.png"
            for number in (1, 2, 3, 8, 1000):
                done = run(WINDOW, "--snapshot", picture, "--model", MODEL[1], faults={
                    "LD_PRELOAD": SHIM, "FAULT_CALL": "thread", "FAULT_NUMBER": str(number)})
                with self.subTest(number=number):
                    if number < 1000:
                        self.assertIn(b"lets the window start no threads", done.stderr)
                        self.assertEqual((done.returncode, len(done.stderr.splitlines())), (3, 1), done.stderr)
                    else:
                        self.assertEqual(done.returncode, 0)
                        self.assertGreater(picture.stat().st_size, 10000)
                self.tries += 1

    def test_in_little_memory(self):
        """From less than the program's libraries need up to enough: an end, soon, with the numbers or a line that says why not."""
        before = (127, -signal.SIGABRT)  # before main: of the loader, and of a library that begins there
        for arguments, expected in self.analyses():
            codes = []
            for mebibytes in (*range(8, 200, 1 if ALL else 8), 4096):  # the last is enough with many cores, too
                done = run(*arguments, memory=mebibytes << 20)
                codes.append(done.returncode)
                with self.subTest(arguments=arguments, mebibytes=mebibytes):
                    self.assertIn(done.returncode, (0, 3) if {0, 3} & set(codes[:-1]) else (0, 3, *before), done.stderr)
                    if done.returncode == 0:
                        self.assertEqual(numbers_of(done), numbers_of(expected))
                    else:
                        reasons = [line for line in done.stderr.splitlines() if b": note: " not in line]
                        self.assertEqual(len(reasons), 1, done.stderr)
                self.tries += 1
            self.assertEqual((codes[0], codes[-1]), (127, 0))

    def test_killed_at_any_moment(self):
        """By signals that can be handled, and by one that cannot: at the worst the new file is there, whole."""
        target = self.folder / "run.h5"
        command = [CLI, *("generate", *MODEL, "--length", "60000", "--angles"), "-o", str(target)]
        begin = time.monotonic()
        subprocess.run(command, check=True)
        duration = time.monotonic() - begin
        moments = 200 if ALL else 12
        for moment in range(moments):
            number = (*SIGNALS, signal.SIGKILL)[moment % 4]
            target.write_bytes(OLD)
            with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
                time.sleep(duration * moment / moments)
                process.send_signal(number)
                process.wait()
            with self.subTest(moment=moment, signal=number):
                self.assertIn(process.returncode, (0, -number))
                self.assertEqual({file.name for file in self.folder.iterdir()}, {"run.h5", "config.json"})
                self.assertTrue(target.read_bytes() == OLD or run("inspect", target).returncode == 0)
            self.tries += 1


if __name__ == "__main__":
    unittest.main()
