# SPDX-License-Identifier: GPL-3.0-or-later
"""torch.histc and cupy.histogram over as many angles as kernel_benchmark counts, where they are installed."""

import importlib.util

ANGLES = 1 << 28  # 1 GiB of float32
INTERVALS = 360
RUNS = 20


def median(times):
    return sorted(times)[len(times) // 2]


def torch_rate():
    import torch

    if not torch.cuda.is_available():
        return None
    angles = torch.rand(ANGLES, device="cuda") * 6.2831853
    times = []
    for _ in range(RUNS + 1):
        begin, end = torch.cuda.Event(enable_timing=True), torch.cuda.Event(enable_timing=True)
        begin.record()
        torch.histc(angles, INTERVALS, 0.0, 6.2831855)
        end.record()
        end.synchronize()
        times.append(begin.elapsed_time(end) / 1e3)
    return 4 * ANGLES / median(times[1:]) / 1e9


def cupy_rate():
    import cupy

    angles = cupy.random.random(ANGLES, dtype=cupy.float32) * cupy.float32(6.2831853)
    times = []
    for _ in range(RUNS + 1):
        begin, end = cupy.cuda.Event(), cupy.cuda.Event()
        begin.record()
        cupy.histogram(angles, INTERVALS, (0.0, 6.2831855))
        end.record()
        end.synchronize()
        times.append(cupy.cuda.get_elapsed_time(begin, end) / 1e3)
    return 4 * ANGLES / median(times[1:]) / 1e9


for name, module, rate in (("torch.histc", "torch", torch_rate), ("cupy.histogram", "cupy", cupy_rate)):
    if importlib.util.find_spec(module) is None:
        print(f"{name}: {module} is not installed")
        continue
    measured = rate()
    print(f"{name}: no CUDA device" if measured is None else f"{name:44s} {measured:9.1f} GB/s (one histogram of all, in place of 64)")
