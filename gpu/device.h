// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/fault.h"
#include "gpu/kernels.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace rotascope::gpu {

struct DeviceProperties {
    std::string name; ///< what a user would recognise
    std::size_t memoryBytes = 0; ///< of the whole device
    std::size_t sharedBytes = 0; ///< the most that a block may have
    unsigned multiprocessors = 1;
    unsigned threadsPerMultiprocessor = 2048; ///< the most that one holds
};

/// Commands of a stream run in their order; those of different streams may overlap.
enum class Stream : std::uint8_t { First, Second };
inline constexpr std::size_t streamCount = 2;

/// How a kernel is launched.
struct Grid {
    unsigned blocks = 1;
    unsigned threads = 128;
};

/// What can be done with a GPU, so that everything above it also runs without one: CudaDevice is the real one, tests have one
/// on the CPU. Used by one thread at a time.
class Device {
public:
    Device() = default;
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;
    virtual ~Device() = default;

    [[nodiscard]] virtual const DeviceProperties& properties() const = 0;

    /// The fault hook: the n-th call from now (1: the next) fails in this way. Every function below is a call, but the ones that
    /// release. A lost device then fails every call; one that has no room fails every begin() from then on, and nothing else.
    void failCall(std::uint64_t n, FaultKind kind);
    /// Calls so far: what a test needs to fail each of them in turn.
    [[nodiscard]] std::uint64_t calls() const { return m_calls; }

    /// Makes the device ready for this thread, before a request uses it. The first time costs a context, some 0.2 s; FaultKind::NoContext
    /// if there is no room for it.
    Result<void> begin();

    Result<void*> allocate(std::size_t bytes);
    virtual void release(void* memory) noexcept = 0;
    /// Waits until nothing runs any more, whatever went wrong: before memory is released that a kernel might still use.
    virtual void drain() noexcept = 0;
    /// Gives released memory back to the system, but for keptBytes: at the end of a request.
    virtual void trim() noexcept = 0;

    /// What a device keeps of released memory between requests, because new memory costs milliseconds: as much as a landscape of 64
    /// dimensions and 512 factors takes.
    static constexpr std::size_t keptBytes = std::size_t{128} << 20;

    /// `from` is the caller's again when it returns.
    Result<void> upload(void* to, const void* from, std::size_t bytes, Stream stream = Stream::First);
    /// `to` may be written until the stream was waited for, or until drain(): it must not go before.
    Result<void> download(void* to, const void* from, std::size_t bytes, Stream stream = Stream::First);
    Result<void> clear(void* memory, std::size_t bytes, Stream stream = Stream::First);
    Result<void> launch(const Kernel& kernel, Grid grid, Stream stream = Stream::First);
    Result<void> wait(Stream stream = Stream::First);

private:
    virtual Result<void> doBegin() = 0;
    virtual Result<void*> doAllocate(std::size_t bytes) = 0;
    virtual Result<void> doUpload(void* to, const void* from, std::size_t bytes, Stream stream) = 0;
    virtual Result<void> doDownload(void* to, const void* from, std::size_t bytes, Stream stream) = 0;
    virtual Result<void> doClear(void* memory, std::size_t bytes, Stream stream) = 0;
    virtual Result<void> doLaunch(const Kernel& kernel, Grid grid, Stream stream) = 0;
    virtual Result<void> doWait(Stream stream) = 0;

    [[nodiscard]] std::optional<Fault> injectedFault(bool isBegin = false);

    std::uint64_t m_calls = 0;
    std::uint64_t m_failAt = 0; // 0: never
    FaultKind m_failKind = FaultKind::OutOfMemory;
};

/// Memory of a device, released with this handle.
class DeviceMemory {
public:
    DeviceMemory() = default;
    static Result<DeviceMemory> allocate(Device& device, std::size_t bytes);
    DeviceMemory(DeviceMemory&& other) noexcept { swap(other); }
    DeviceMemory& operator=(DeviceMemory&& other) noexcept
    {
        swap(other);
        return *this;
    }
    DeviceMemory(const DeviceMemory&) = delete;
    DeviceMemory& operator=(const DeviceMemory&) = delete;
    ~DeviceMemory();

    template <class T> [[nodiscard]] T* as() const { return static_cast<T*>(m_memory); }

private:
    void swap(DeviceMemory& other) noexcept;

    Device* m_device = nullptr;
    void* m_memory = nullptr;
};

} // namespace rotascope::gpu
