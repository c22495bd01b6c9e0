// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of the CUDA runtime that the engine calls, and those that nvcc's own code calls, upon Runtime. Linked in place of
// libcudart: what is missing here does not link.
#include "tests/gpu/ptx/runtime.h"

#include <cstring>
#include <string>
#include <utility>

namespace {

using rotascope::ptx::Runtime;

constexpr std::size_t wordBytes = 8;

// One call: alone with the runtime, refused after a sticky fault, its error remembered.
template <class Body> cudaError_t call(const Body& body)
{
    Runtime& runtime = Runtime::instance();
    const std::lock_guard guard(runtime.mutex);
    return runtime.remember(runtime.sticky() != cudaSuccess ? runtime.sticky() : body(runtime));
}

// A call that asks, and fails for no reason.
template <class Body> auto ask(const Body& body)
{
    Runtime& runtime = Runtime::instance();
    const std::lock_guard guard(runtime.mutex);
    return body(runtime);
}

// <<<grid, block, shared, stream>>>
struct Configuration {
    dim3 grid;
    dim3 block;
    std::size_t sharedBytes;
    cudaStream_t stream;
};
thread_local Configuration pushed = {};

cudaError_t launch(const void* function, dim3 grid, dim3 block, void** arguments, std::size_t sharedBytes, cudaStream_t stream)
{
    return call([&](Runtime& runtime) {
        if (grid.y != 1 || grid.z != 1 || block.y != 1 || block.z != 1) {
            runtime.add("this machine knows no grids of several dimensions");
            return cudaErrorInvalidConfiguration;
        }
        return runtime.launch(function, grid.x, block.x, sharedBytes, arguments[0], stream); // a kernel has one argument
    });
}

// The PTX in what nvcc --no-compress embeds: {magic, version, data, ...}, and the data {magic, version, header bytes, bytes}, entries.
std::string_view ptxIn(const void* fatBinary)
{
    const unsigned char* data = nullptr;
    std::memcpy(&data, static_cast<const unsigned char*>(fatBinary) + wordBytes, sizeof data);
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, data + wordBytes, sizeof bytes);
    const std::string_view all(reinterpret_cast<const char*>(data), bytes + 2 * wordBytes);
    const std::size_t begin = all.find(".version ");
    return begin == std::string_view::npos ? "" : all.substr(begin, all.find('\0', begin) - begin);
}

} // namespace

extern "C" {

void** __cudaRegisterFatBinary(void* fatBinary) // NOLINT(bugprone-reserved-identifier): nvcc's names
{
    ask([&](Runtime& runtime) { runtime.loadProgram(ptxIn(fatBinary)); });
    static void* handle = nullptr;
    return &handle;
}
void __cudaRegisterFatBinaryEnd(void**) { } // NOLINT(bugprone-reserved-identifier)
void __cudaUnregisterFatBinary(void**) { } // NOLINT(bugprone-reserved-identifier)

void __cudaRegisterFunction( // NOLINT(bugprone-reserved-identifier)
    void**, const char* function, char*, const char* name, int, uint3*, uint3*, dim3*, dim3*, int*)
{
    ask([&](Runtime& runtime) { runtime.registerKernel(function, name); });
}

unsigned __cudaPushCallConfiguration(
    dim3 grid, dim3 block, std::size_t sharedBytes, cudaStream_t stream) // NOLINT(bugprone-reserved-identifier)
{
    pushed = {grid, block, sharedBytes, stream};
    return 0;
}
cudaError_t __cudaPopCallConfiguration(
    dim3* grid, dim3* block, std::size_t* sharedBytes, void* stream) // NOLINT(bugprone-reserved-identifier)
{
    *grid = pushed.grid;
    *block = pushed.block;
    *sharedBytes = pushed.sharedBytes;
    *static_cast<cudaStream_t*>(stream) = pushed.stream;
    return cudaSuccess;
}
cudaError_t __cudaGetKernel(cudaKernel_t* kernel, const void* function) // NOLINT(bugprone-reserved-identifier)
{
    *kernel = reinterpret_cast<cudaKernel_t>(const_cast<void*>(function)); // NOLINT: only handed back
    return cudaSuccess;
}
// NOLINTNEXTLINE(bugprone-reserved-identifier): CUDA 13's way; older ones call cudaLaunchKernel
cudaError_t __cudaLaunchKernel(cudaKernel_t kernel, dim3 grid, dim3 block, void** arguments, std::size_t sharedBytes, cudaStream_t stream)
{
    return launch(kernel, grid, block, arguments, sharedBytes, stream);
}
cudaError_t cudaLaunchKernel(const void* function, dim3 grid, dim3 block, void** arguments, std::size_t sharedBytes, cudaStream_t stream)
{
    return launch(function, grid, block, arguments, sharedBytes, stream);
}
cudaError_t cudaFuncSetAttribute(const void* function, cudaFuncAttribute attribute, int value)
{
    return call([&](Runtime& runtime) {
        if (!runtime.hasImage()) {
            return cudaErrorNoKernelImageForDevice;
        }
        return attribute != cudaFuncAttributeMaxDynamicSharedMemorySize || value < 0
            ? cudaErrorInvalidValue
            : runtime.allowShared(function, static_cast<std::size_t>(value));
    });
}

cudaError_t cudaDriverGetVersion(int* version)
{
    *version = static_cast<int>(Runtime::setting("DRIVER", CUDART_VERSION));
    return cudaSuccess;
}
cudaError_t cudaRuntimeGetVersion(int* version)
{
    *version = CUDART_VERSION;
    return cudaSuccess;
}
cudaError_t cudaGetDeviceCount(int* count)
{
    return call([&](Runtime&) {
        *count = 1;
        return Runtime::setting("DRIVER", CUDART_VERSION) < CUDART_VERSION ? cudaErrorInsufficientDriver : cudaSuccess;
    });
}
cudaError_t cudaGetDeviceProperties(cudaDeviceProp* properties, int)
{
    return call([&](Runtime& runtime) {
        const int capability = runtime.capability();
        *properties = cudaDeviceProp{};
        std::strncpy(properties->name, "PTX on the CPU", sizeof properties->name - 1);
        properties->totalGlobalMem = Runtime::setting("MEMORY", std::uint64_t{80} << 30);
        properties->sharedMemPerBlock = std::size_t{48} * 1024;
        properties->sharedMemPerBlockOptin = std::size_t{capability < 80 ? 64U : 227U} * 1024;
        properties->multiProcessorCount = static_cast<int>(Runtime::setting("MULTIPROCESSORS", 132));
        properties->maxThreadsPerMultiProcessor = capability < 80 ? 1024 : 2048;
        properties->major = capability / 10;
        properties->minor = capability % 10;
        properties->warpSize = rotascope::ptx::warpLanes;
        return cudaSuccess;
    });
}
cudaError_t cudaDeviceGetAttribute(int* value, cudaDeviceAttr attribute, int)
{
    return call([&](Runtime&) {
        *value = static_cast<int>(Runtime::setting("POOLS", 1));
        return attribute == cudaDevAttrMemoryPoolsSupported ? cudaSuccess : cudaErrorInvalidValue;
    });
}
cudaError_t cudaDeviceGetDefaultMemPool(cudaMemPool_t* pool, int)
{
    return call([&](Runtime&) {
        *pool = nullptr; // there is only one
        return cudaSuccess;
    });
}
cudaError_t cudaMemPoolSetAttribute(cudaMemPool_t, cudaMemPoolAttr, void*)
{
    return call([](Runtime&) { return Runtime::setting("POOLS", 1) == 1 ? cudaSuccess : cudaErrorNotSupported; });
}
cudaError_t cudaSetDevice(int device)
{
    return call([&](Runtime&) { return device == 0 ? cudaSuccess : cudaErrorInvalidDevice; });
}
cudaError_t cudaGetLastError()
{
    return ask([](Runtime& runtime) { return runtime.takeLast(); });
}
const char* cudaGetErrorName(cudaError_t error)
{
    switch (error) {
    case cudaErrorMemoryAllocation:
        return "cudaErrorMemoryAllocation";
    case cudaErrorInsufficientDriver:
        return "cudaErrorInsufficientDriver";
    case cudaErrorNoKernelImageForDevice:
        return "cudaErrorNoKernelImageForDevice";
    case cudaErrorIllegalAddress:
        return "cudaErrorIllegalAddress";
    case cudaErrorInvalidConfiguration:
        return "cudaErrorInvalidConfiguration";
    case cudaErrorInvalidValue:
        return "cudaErrorInvalidValue";
    default:
        return "another error";
    }
}
const char* cudaGetErrorString(cudaError_t error)
{
    return cudaGetErrorName(error);
}

cudaError_t cudaStreamCreateWithFlags(cudaStream_t* stream, unsigned)
{
    return call([&](Runtime& runtime) { return runtime.makeStream(*stream); });
}
cudaError_t cudaStreamDestroy(cudaStream_t stream)
{
    return ask([&](Runtime& runtime) { // also after a fault
        runtime.destroyStream(stream);
        return runtime.sticky();
    });
}
cudaError_t cudaStreamSynchronize(cudaStream_t stream)
{
    return call([&](Runtime& runtime) {
        runtime.wait(stream);
        return runtime.sticky();
    });
}

cudaError_t cudaMallocAsync(void** memory, std::size_t bytes, cudaStream_t stream)
{
    return call([&](Runtime& runtime) {
        if (runtime.liveBytes() + bytes > Runtime::setting("MEMORY", std::uint64_t{80} << 30)) {
            return cudaErrorMemoryAllocation;
        }
        *memory = runtime.allocate(bytes, stream);
        return cudaSuccess;
    });
}
cudaError_t cudaMalloc(void** memory, std::size_t bytes)
{
    return cudaMallocAsync(memory, bytes, nullptr);
}
cudaError_t cudaFreeAsync(void* memory, cudaStream_t stream)
{
    return call([&](Runtime& runtime) { return runtime.release(memory, stream); });
}
cudaError_t cudaFree(void* memory)
{
    return cudaFreeAsync(memory, nullptr);
}

cudaError_t cudaMemcpyAsync(void* to, const void* from, std::size_t bytes, cudaMemcpyKind kind, cudaStream_t stream)
{
    return call([&](Runtime& runtime) {
        if (kind == cudaMemcpyHostToDevice) {
            runtime.upload(to, from, bytes, stream);
        } else if (kind == cudaMemcpyDeviceToHost) {
            runtime.download(to, from, bytes, stream);
        } else {
            return cudaErrorInvalidValue;
        }
        return runtime.sticky();
    });
}
cudaError_t cudaMemsetAsync(void* memory, int value, std::size_t bytes, cudaStream_t stream)
{
    return call([&](Runtime& runtime) {
        runtime.clear(memory, value, bytes, stream);
        return cudaSuccess;
    });
}
}
