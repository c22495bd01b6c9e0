// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Marks what the CUDA engine shares with the CPU: the same text is compiled for both.
#ifdef __CUDACC__
#define ROTASCOPE_HOST_DEVICE __host__ __device__
#else
#define ROTASCOPE_HOST_DEVICE
#endif
