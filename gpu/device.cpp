// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/device.h"

#include <utility>

namespace rotascope::gpu {

void Device::failCall(std::uint64_t n, FaultKind kind)
{
    m_failAt = m_calls + n;
    m_failKind = kind;
}

std::optional<Fault> Device::injectedFault(bool isBegin)
{
    ++m_calls;
    if (m_failAt == 0 || m_calls < m_failAt) {
        return {};
    }
    const bool isFirst = m_calls == m_failAt;
    const auto fault = [this](bool fails, const char* what) -> std::optional<Fault> {
        if (!fails) {
            return {};
        }
        return Fault{m_failKind, {ErrorKind::Engine, what + (" (a fault that was asked for, call " + std::to_string(m_calls) + ")")}};
    };
    switch (m_failKind) {
    case FaultKind::Lost:
        return fault(true, "the device is lost");
    case FaultKind::NoContext:
        return fault(isBegin, "no room for a context");
    default:
        return fault(isFirst, "out of memory");
    }
}

Result<void> Device::begin()
{
    if (auto fault = injectedFault(true)) {
        return tl::unexpected(std::move(*fault));
    }
    return doBegin();
}

Result<void*> Device::allocate(std::size_t bytes)
{
    if (auto fault = injectedFault()) {
        return tl::unexpected(std::move(*fault));
    }
    return doAllocate(bytes);
}

Result<void> Device::upload(void* to, const void* from, std::size_t bytes, Stream stream)
{
    if (auto fault = injectedFault()) {
        return tl::unexpected(std::move(*fault));
    }
    return bytes == 0 ? Result<void>() : doUpload(to, from, bytes, stream);
}

Result<void> Device::download(void* to, const void* from, std::size_t bytes, Stream stream)
{
    if (auto fault = injectedFault()) {
        return tl::unexpected(std::move(*fault));
    }
    return bytes == 0 ? Result<void>() : doDownload(to, from, bytes, stream);
}

Result<void> Device::clear(void* memory, std::size_t bytes, Stream stream)
{
    if (auto fault = injectedFault()) {
        return tl::unexpected(std::move(*fault));
    }
    return bytes == 0 ? Result<void>() : doClear(memory, bytes, stream);
}

Result<void> Device::launch(const Kernel& kernel, Grid grid, Stream stream)
{
    if (auto fault = injectedFault()) {
        return tl::unexpected(std::move(*fault));
    }
    return grid.blocks == 0 ? Result<void>() : doLaunch(kernel, grid, stream);
}

Result<void> Device::wait(Stream stream)
{
    if (auto fault = injectedFault()) {
        return tl::unexpected(std::move(*fault));
    }
    return doWait(stream);
}

Result<DeviceMemory> DeviceMemory::allocate(Device& device, std::size_t bytes)
{
    return device.allocate(bytes).map([&](void* pointer) {
        DeviceMemory result;
        result.m_device = &device;
        result.m_memory = pointer;
        return result;
    });
}

DeviceMemory::~DeviceMemory()
{
    if (m_memory != nullptr) {
        m_device->release(m_memory);
    }
}

void DeviceMemory::swap(DeviceMemory& other) noexcept
{
    std::swap(m_device, other.m_device);
    std::swap(m_memory, other.m_memory);
}

} // namespace rotascope::gpu
