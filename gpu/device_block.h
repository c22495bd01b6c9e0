// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A block of CUDA threads, as the kernels (kernels.h) see it, and what launches them. Only nvcc can read this.

#include "gpu/kernels.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace rotascope::gpu {

class DeviceBlock {
public:
    [[nodiscard]] __device__ unsigned index() const { return blockIdx.x; }
    [[nodiscard]] __device__ unsigned count() const { return gridDim.x; }
    [[nodiscard]] __device__ unsigned threads() const { return blockDim.x; }

    template <class Body> __device__ void forEachThread(const Body& body)
    {
        body(threadIdx.x);
        __syncthreads();
    }
    __device__ void barrier() { __syncthreads(); }

    template <class T> [[nodiscard]] __device__ T* shared(std::size_t offset)
    {
        extern __shared__ __align__(16) unsigned char memory[];
        return reinterpret_cast<T*>(memory + offset);
    }

    __device__ void add(std::uint32_t* counter, std::uint32_t value) { atomicAdd(counter, value); }
    __device__ void add(std::uint64_t* counter, std::uint64_t value)
    {
        static_assert(sizeof(unsigned long long) == sizeof(std::uint64_t));
        atomicAdd(reinterpret_cast<unsigned long long*>(counter), static_cast<unsigned long long>(value));
    }
};

// The threads that a multiprocessor of the architecture that is compiled for holds.
#if defined(__CUDA_ARCH__) && __CUDA_ARCH__ == 750
inline constexpr unsigned mostThreads = 1024;
#elif defined(__CUDA_ARCH__) && __CUDA_ARCH__ != 800 && __CUDA_ARCH__ != 900 && __CUDA_ARCH__ != 1000 && __CUDA_ARCH__ != 1030
inline constexpr unsigned mostThreads = 1536;
#else
inline constexpr unsigned mostThreads = 2048;
#endif

template <class K>
__global__ void __launch_bounds__(LaunchBounds<K>::threads, std::min(LaunchBounds<K>::blocksAtOnce, mostThreads / LaunchBounds<K>::threads))
    runKernel(const K kernel)
{
    DeviceBlock block;
    kernel.run(block);
}

} // namespace rotascope::gpu
