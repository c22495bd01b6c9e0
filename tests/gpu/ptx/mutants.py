# SPDX-License-Identifier: GPL-3.0-or-later
"""Does the PTX machine find what it is for? Breaks the engine in one place at a time and runs its tests on the machine:

    mutants.py SOURCES GPU_ENGINE_TEST [WORD]

Each mutant must be found, and in the way that is named with it. SOURCES are copied, configured and built in a folder of their own;
GPU_ENGINE_TEST is the program that is already built. WORD: only the mutants whose description has it.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
from typing import NamedTuple


class Mutant(NamedTuple):
    description: str
    file: str
    old: str  # stands there once
    new: str
    test: str  # that finds it
    told: str  # among what is printed then


MUTANTS = (
    Mutant("no barrier after forEachThread", "gpu/device_block.h", "body(threadIdx.x);\n        __syncthreads();",
           "body(threadIdx.x);", "TakesNoDimensionsAndHardlyAnyPositions", "race in shared memory"),
    Mutant("no barrier before the rank's counter is cleared", "gpu/kernels.h", "block.barrier(); // all have read it",
           "// all have read it", "DivergencesAreTheSameDoubles", "race in shared memory"),
    Mutant("a barrier that half of a warp passes by", "gpu/kernels.h", "            lanes[thread] = lane;\n        }\n    });",
           "            lanes[thread] = lane;\n            if (thread % 2 == 0) { block.barrier(); }\n        }\n    });",
           "DivergencesAreTheSameDoubles", "waits at this barrier"),
    Mutant("shared counters without atomics", "gpu/device_block.h",
           "void add(std::uint32_t* counter, std::uint32_t value) { atomicAdd(counter, value); }",
           "void add(std::uint32_t* counter, std::uint32_t value) { *counter += value; }",
           "TakesNoDimensionsAndHardlyAnyPositions", "race in shared memory"),
    Mutant("totals without atomics", "gpu/device_block.h",
           "atomicAdd(reinterpret_cast<unsigned long long*>(counter), static_cast<unsigned long long>(value));", "*counter += value;",
           "CountsTheMostIntervals", "race in global memory"),
    Mutant("an edge too many", "gpu/kernels.h", "thread + 1 < threads && k < intervals) {",
           "thread + 1 < threads && k <= intervals) {", "CountsLongContextsToTheBit", "global memory"),
    Mutant("positions beyond the last", "gpu/kernels.h", "position + span < end ? position + span : end;", "position + span;",
           "CountsCountedPositionsToTheBit", "global memory"),
    Mutant("shared memory for one counter less", "gpu/kernels.h", "return usesShared ? intervals * sizeof(Counter) : 0;",
           "return usesShared ? (intervals - 1) * sizeof(Counter) : 0;", "TakesNoDimensionsAndHardlyAnyPositions", "of shared memory"),
    Mutant("counters of recorded angles are not cleared", "gpu/kernels.h", "                counters[cell] = 0;",
           "                (void)counters;", "SaysWhichRecordedValueIsNoAngle", "reads shared memory that nothing wrote"),
    Mutant("totals are not cleared", "gpu/device_engine.cpp", "return m_device.clear(counts, count * intervals * sizeof(std::uint64_t));",
           "return Result<void>();", "CountsTheMostIntervals", "reads global memory that nothing wrote"),
    Mutant("parts of an arena that are not aligned", "gpu/device_engine.cpp", "return (bytes + 255) / 256 * 256;", "return bytes + 4;",
           "CountsTheMostIntervals", "is not a multiple of"),
    Mutant("more shared memory is not asked for", "gpu/cuda_device.cu", "if (shared > usualSharedBytes) {",
           "if (shared > usualSharedBytes * 1000) {", "CountsRecordedAnglesToTheBit", "cudaErrorInvalidValue"),
    Mutant("the second stream does not wait for what the first makes", "gpu/device_engine.cpp",
           "return std::move(made).and_then([&] { return device.wait(); }).map(", "return std::move(made).map(",
           "SaysWhichRecordedValueIsNoAngle", "another stream allocated: nobody waited"),
    Mutant("one buffer for both streams", "gpu/device_engine.cpp", "const DeviceMemory& buffer = m_buffers[m_next];",
           "const DeviceMemory& buffer = m_buffers[0];", "SaysWhichRecordedValueIsNoAngle", "another stream"),
    Mutant("the counts are fetched before the second stream has counted", "gpu/device_engine.cpp", "m_device->wait(Stream::Second)",
           "m_device->wait(Stream::First)", "SaysWhichRecordedValueIsNoAngle", "nobody waited"),
    Mutant("device memory is not released", "gpu/device.cpp", "        m_device->release(m_memory);",
           "        // m_device->release(m_memory);", "TakesNoDimensionsAndHardlyAnyPositions", "allocations are left at the end"),
    Mutant("a stream is not destroyed", "gpu/cuda_device.cu", "                cudaStreamDestroy(stream);", "                (void)stream;",
           "TakesNoDimensionsAndHardlyAnyPositions", "is left at the end"),
    Mutant("the reciprocal is wrong on the device alone", "core/angle/division.h", "for (int bit = 0; bit < 64; ++bit) {",
           "for (int bit = 1; bit < 64; ++bit) {", "CountsLongContextsToTheBit", "FAILED"),
    Mutant("every rotation is as long as the first", "gpu/kernels.h", "counting.over(rotations[i].length);\n        auto* const sums",
           "counting.over(rotations[0].length);\n        auto* const sums", "CountsRotationsOfManyLengthsToTheBit", "FAILED"),
    Mutant("fused multiply-add", "gpu/CMakeLists.txt", "-fmad=false", "-fmad=true", "DivergencesAreTheSameDoubles", "FAILED"),
)


def run(command, **more):
    return subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **more)


class Tree:
    """A copy of the sources, with a build of the module beside it."""

    def __init__(self, sources, folder):
        self.sources, self.build = folder / "sources", folder / "build"
        for name in ("core", "gpu", "tests", "app", "resources", "docs"):
            shutil.copytree(sources / name, self.sources / name)
        for file in ("CMakeLists.txt", "CMakePresets.json", ".clang-tidy"):
            shutil.copy(sources / file, self.sources)
        made = run(["cmake", "-S", self.sources, "-B", self.build, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release", "-DROTASCOPE_BUILD_GUI=OFF",
                    "-DROTASCOPE_BUILD_BENCHMARKS=OFF", "-DROTASCOPE_WITH_CUDA=ON"])
        if made.returncode != 0:
            sys.exit("the sources cannot be configured:\n" + made.stdout[-2000:])

    def test(self, program, test):
        """The exit status of one test on the module as the sources are now, and what it printed."""
        made = run(["cmake", "--build", self.build, "--target", "rotascope_cuda_ptx90"])
        if made.returncode != 0:
            sys.exit("does not build:\n" + made.stdout[-2000:])
        module = self.build / "tests/gpu/ptx/librotascope_cuda_ptx90.so"
        ran = run([program, f"--gtest_filter=*.{test}/cuda"], env={**os.environ, "ROTASCOPE_CUDA_MODULE": str(module)})
        return ran.returncode, ran.stdout

    def try_mutant(self, mutant, program):
        """What its test finds in a mutant: one line, or None if it is not found as it should be."""
        path = self.sources / mutant.file
        text = path.read_text()
        if text.count(mutant.old) != 1:
            sys.exit(f"{mutant.description}: stands {text.count(mutant.old)} times in {mutant.file}: {mutant.old}")
        path.write_text(text.replace(mutant.old, mutant.new))
        status, printed = self.test(program, mutant.test)
        path.write_text(text)
        told = [line for line in printed.splitlines() if mutant.told in line]
        return told[0].strip() if status != 0 and told else None


def main():
    sources, program = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    mutants = [mutant for mutant in MUTANTS if len(sys.argv) < 4 or sys.argv[3] in mutant.description]
    with tempfile.TemporaryDirectory() as folder:
        tree = Tree(sources, pathlib.Path(folder))
        for test in sorted({mutant.test for mutant in mutants}):
            status, printed = tree.test(program, test)
            if status != 0 or "0 findings" not in printed:
                sys.exit(f"{test} does not pass as it is:\n{printed[-2000:]}")
        found = 0
        for mutant in mutants:
            how = tree.try_mutant(mutant, program)
            found += how is not None
            print(f"found: {mutant.description}: {how[:200]}" if how else f"MISSED: {mutant.description}", flush=True)
    print(f"{found} of {len(mutants)} mutants found")
    sys.exit(0 if found == len(mutants) else 1)


main()
