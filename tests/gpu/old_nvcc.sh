#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What Debian 12's own nvcc says of itself; it compiles nothing.
[ "${1:-}" = --version ] || exit 1
echo "nvcc: NVIDIA (R) Cuda compiler driver
Cuda compilation tools, release 11.8, V11.8.89"
