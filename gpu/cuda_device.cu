// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/cuda_device.h"

#include "gpu/capability.h"
#include "gpu/device_block.h"

#include <array>
#include <cuda_runtime.h>
#include <utility>

namespace rotascope::gpu {
namespace {

// What a block may have without asking.
constexpr std::size_t usualSharedBytes = 48 * 1024;

// What the kernels are compiled for, as compute capabilities (75 for 7.5): nvcc lists them all, the oldest first.
constexpr std::array architectures = {__CUDA_ARCH_LIST__};
constexpr int oldestCapability = architectures[0] / 10;

tl::unexpected<Fault> faultOf(cudaError_t error, const char* call)
{
    (void)cudaGetLastError(); // one that is not sticky is over with this answer
    const bool isMemory = error == cudaErrorMemoryAllocation;
    return tl::unexpected(Fault{isMemory ? FaultKind::OutOfMemory : FaultKind::Lost,
        {ErrorKind::Engine, std::string(call) + ": " + cudaGetErrorString(error) + " (" + cudaGetErrorName(error) + ")"}});
}

Result<void> check(cudaError_t error, const char* call)
{
    return error == cudaSuccess ? Result<void>() : Result<void>(faultOf(error, call));
}

// The same where a context is made: what is in the way of that may pass.
Result<void> checkContext(cudaError_t error, const char* call)
{
    return check(error, call).map_error([error](Fault&& fault) {
        if (error == cudaErrorMemoryAllocation || error == cudaErrorDevicesUnavailable) {
            fault.kind = FaultKind::NoContext;
        }
        return std::move(fault);
    });
}

std::string versionText(int version)
{
    return std::to_string(version / 1000) + "." + std::to_string(version % 1000 / 10);
}

class CudaDevice final : public Device {
public:
    explicit CudaDevice(DeviceProperties properties) : m_properties(std::move(properties)) { }

    ~CudaDevice() override
    {
        for (const cudaStream_t stream : m_streams) {
            if (stream != nullptr) {
                cudaStreamDestroy(stream);
            }
        }
    }

    [[nodiscard]] const DeviceProperties& properties() const override { return m_properties; }

    void release(void* memory) noexcept override
    {
        if (m_hasPool) {
            cudaFreeAsync(memory, m_streams[0]);
        } else {
            cudaFree(memory);
        }
        (void)cudaGetLastError();
    }

    void drain() noexcept override
    {
        for (const cudaStream_t stream : m_streams) {
            if (stream != nullptr) {
                cudaStreamSynchronize(stream);
            }
        }
        (void)cudaGetLastError();
    }

    void trim() noexcept override
    {
        if (m_hasPool && std::exchange(m_allocatedBytes, 0) > keptBytes) {
            cudaStreamSynchronize(m_streams[0]); // the pool gives back what it has beyond its threshold at each wait
            (void)cudaGetLastError();
        }
    }

private:
    // The context, the streams, and a pool that keeps some of what is released: an allocation then costs microseconds.
    Result<void> doBegin() override
    {
        if (m_streams[0] != nullptr) {
            return check(cudaSetDevice(0), "cudaSetDevice"); // of this thread
        }
        Result<void> begun = checkContext(cudaSetDevice(0), "cudaSetDevice");
        // The first stream last: it stands for all of this having worked.
        for (std::size_t i = streamCount; i-- > 0;) {
            begun = std::move(begun).and_then([&]() -> Result<void> {
                return m_streams[i] != nullptr
                    ? Result<void>()
                    : checkContext(cudaStreamCreateWithFlags(&m_streams[i], cudaStreamNonBlocking), "cudaStreamCreate");
            });
        }
        if (!begun) {
            return begun;
        }
        int hasPools = 0;
        cudaMemPool_t pool = nullptr;
        std::uint64_t threshold = keptBytes;
        m_hasPool = cudaDeviceGetAttribute(&hasPools, cudaDevAttrMemoryPoolsSupported, 0) == cudaSuccess && hasPools != 0
            && cudaDeviceGetDefaultMemPool(&pool, 0) == cudaSuccess
            && cudaMemPoolSetAttribute(pool, cudaMemPoolAttrReleaseThreshold, &threshold) == cudaSuccess;
        return {};
    }

    [[nodiscard]] cudaStream_t native(Stream stream) const { return m_streams[static_cast<std::size_t>(stream)]; }

    Result<void*> doAllocate(std::size_t bytes) override
    {
        void* memory = nullptr;
        m_allocatedBytes += bytes;
        const Result<void> allocated = m_hasPool ? check(cudaMallocAsync(&memory, bytes, m_streams[0]), "cudaMallocAsync")
                                                 : check(cudaMalloc(&memory, bytes), "cudaMalloc");
        return allocated.map([&] { return memory; });
    }

    Result<void> doUpload(void* to, const void* from, std::size_t bytes, Stream stream) override
    {
        return check(cudaMemcpyAsync(to, from, bytes, cudaMemcpyHostToDevice, native(stream)), "cudaMemcpyAsync to the device");
    }

    Result<void> doDownload(void* to, const void* from, std::size_t bytes, Stream stream) override
    {
        return check(cudaMemcpyAsync(to, from, bytes, cudaMemcpyDeviceToHost, native(stream)), "cudaMemcpyAsync from the device");
    }

    Result<void> doClear(void* memory, std::size_t bytes, Stream stream) override
    {
        return check(cudaMemsetAsync(memory, 0, bytes, native(stream)), "cudaMemsetAsync");
    }

    Result<void> doLaunch(const Kernel& kernel, Grid grid, Stream stream) override
    {
        return std::visit([&](const auto& which) { return launchOne(which, grid, native(stream)); }, kernel);
    }

    template <class K> Result<void> launchOne(const K& kernel, Grid grid, cudaStream_t stream)
    {
        const std::size_t shared = kernel.sharedBytes();
        if (shared > usualSharedBytes) {
            const Result<void> allowed = check(
                cudaFuncSetAttribute(runKernel<K>, cudaFuncAttributeMaxDynamicSharedMemorySize, static_cast<int>(m_properties.sharedBytes)),
                "cudaFuncSetAttribute");
            if (!allowed) {
                return allowed;
            }
        }
        (void)cudaGetLastError(); // what an earlier call left behind, whose failure was borne: it is not the launch's
        runKernel<<<grid.blocks, grid.threads, shared, stream>>>(kernel);
        return check(cudaGetLastError(), "launching a kernel");
    }

    Result<void> doWait(Stream stream) override { return check(cudaStreamSynchronize(native(stream)), "cudaStreamSynchronize"); }

    DeviceProperties m_properties;
    std::array<cudaStream_t, streamCount> m_streams = {};
    bool m_hasPool = false;
    std::size_t m_allocatedBytes = 0; // since the last trim()
};

tl::unexpected<Fault> unavailable(const std::string& reason)
{
    return tl::unexpected(Fault{FaultKind::Lost, {ErrorKind::Engine, reason}});
}

// With the static runtime, "insufficient driver" is also the answer where there is no driver at all.
std::string reasonOf(cudaError_t error)
{
    int driver = 0;
    int runtime = 0;
    if (cudaDriverGetVersion(&driver) != cudaSuccess || driver == 0) {
        return "no NVIDIA driver was found";
    }
    (void)cudaRuntimeGetVersion(&runtime);
    if (error == cudaErrorInsufficientDriver) {
        return "the NVIDIA driver knows CUDA up to " + versionText(driver) + ", this build needs " + versionText(runtime)
            + ": install a newer driver";
    }
    return std::string("CUDA cannot be used: ") + cudaGetErrorString(error) + " (" + cudaGetErrorName(error) + ")";
}

} // namespace

Result<std::unique_ptr<Device>> openCudaDevice()
{
    int count = 0;
    if (const cudaError_t error = cudaGetDeviceCount(&count); error != cudaSuccess) {
        return unavailable(reasonOf(error));
    }
    if (count == 0) {
        return unavailable("there is no CUDA device");
    }
    cudaDeviceProp device{};
    if (const cudaError_t error = cudaGetDeviceProperties(&device, 0); error != cudaSuccess) {
        return unavailable(reasonOf(error));
    }
    if (std::string problem = capabilityProblem(device.name, 10 * device.major + device.minor, oldestCapability); !problem.empty()) {
        return unavailable(problem);
    }
    return std::make_unique<CudaDevice>(DeviceProperties{device.name, device.totalGlobalMem, device.sharedMemPerBlockOptin,
        static_cast<unsigned>(device.multiProcessorCount), static_cast<unsigned>(device.maxThreadsPerMultiProcessor)});
}

} // namespace rotascope::gpu
