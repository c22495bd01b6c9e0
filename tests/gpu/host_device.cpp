// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/host_device.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <memory>
#include <numeric>
#include <random>
#include <variant>
#include <vector>

namespace rotascope::gpu {
namespace {

constexpr std::size_t guardBytes = 256; // also keeps the alignment
constexpr auto guardByte = std::byte{0xA5};
constexpr auto rubbishByte = std::byte{0x5C};

// Memory with guards on both sides.
class GuardedMemory {
public:
    explicit GuardedMemory(std::size_t bytes) : m_bytes(bytes), m_memory(bytes + 2 * guardBytes, guardByte)
    {
        std::fill_n(m_memory.begin() + guardBytes, bytes, rubbishByte);
    }

    [[nodiscard]] std::byte* data() { return m_memory.data() + guardBytes; }
    [[nodiscard]] std::size_t size() const { return m_bytes; }
    [[nodiscard]] bool guardsHold() const
    {
        const auto isGuard = [](std::byte value) { return value == guardByte; };
        return std::all_of(m_memory.begin(), m_memory.begin() + guardBytes, isGuard)
            && std::all_of(m_memory.end() - guardBytes, m_memory.end(), isGuard);
    }

private:
    std::size_t m_bytes;
    std::vector<std::byte> m_memory;
};

// A block of threads, one after the other.
class HostBlock {
public:
    HostBlock(unsigned index, Grid grid, std::byte* shared, const std::vector<unsigned>& order)
        : m_index(index), m_grid(grid), m_shared(shared), m_order(order)
    {
    }

    [[nodiscard]] unsigned index() const { return m_index; }
    [[nodiscard]] unsigned count() const { return m_grid.blocks; }
    [[nodiscard]] unsigned threads() const { return m_grid.threads; }
    template <class Body> void forEachThread(const Body& body) { std::ranges::for_each(m_order, body); }
    void barrier() { }
    template <class T> [[nodiscard]] T* shared(std::size_t offset) { return reinterpret_cast<T*>(m_shared + offset); }
    void add(std::uint32_t* counter, std::uint32_t value) { *counter += value; }
    void add(std::uint64_t* counter, std::uint64_t value) { *counter += value; }

private:
    unsigned m_index;
    Grid m_grid;
    std::byte* m_shared;
    const std::vector<unsigned>& m_order;
};

class HostDevice final : public Device {
public:
    HostDevice(std::shared_ptr<HostDeviceLog> log, std::size_t memoryBytes, std::size_t sharedBytes)
        : m_properties{"CPU in place of a GPU", memoryBytes, sharedBytes, 4}, m_log(std::move(log))
    {
    }

    [[nodiscard]] const DeviceProperties& properties() const override { return m_properties; }

    void release(void* memory) noexcept override
    {
        const auto found = m_allocations.find(memory);
        m_log->guardsHold = m_log->guardsHold && found->second->guardsHold();
        m_log->liveBytes -= found->second->size();
        m_log->keptBytes += found->second->size();
        m_allocations.erase(found);
    }
    void drain() noexcept override
    {
        for (std::vector<Download>& downloads : m_downloads) {
            finish(downloads);
        }
    }

    void trim() noexcept override { m_log->keptBytes = 0; }

private:
    Result<void> doBegin() override { return {}; }

    Result<void*> doAllocate(std::size_t bytes) override
    {
        if (m_log->liveBytes + bytes > m_properties.memoryBytes) {
            return tl::unexpected(Fault{FaultKind::OutOfMemory, {ErrorKind::Engine, "no memory"}});
        }
        m_log->liveBytes += bytes;
        m_log->mostBytes = std::max(m_log->mostBytes, m_log->liveBytes);
        auto memory = std::make_unique<GuardedMemory>(bytes);
        void* const pointer = memory->data();
        m_allocations.emplace(pointer, std::move(memory));
        return pointer;
    }

    Result<void> doUpload(void* to, const void* from, std::size_t bytes, Stream) override
    {
        std::memcpy(to, from, bytes);
        return {};
    }
    Result<void> doDownload(void* to, const void* from, std::size_t bytes, Stream stream) override
    {
        const auto* const first = static_cast<const std::byte*>(from);
        m_downloads[static_cast<std::size_t>(stream)].push_back({to, std::vector<std::byte>(first, first + bytes)});
        return {};
    }
    Result<void> doClear(void* memory, std::size_t bytes, Stream) override
    {
        std::memset(memory, 0, bytes);
        return {};
    }
    Result<void> doWait(Stream stream) override
    {
        finish(m_downloads[static_cast<std::size_t>(stream)]);
        return {};
    }

    Result<void> doLaunch(const Kernel& kernel, Grid grid, Stream) override
    {
        ++m_log->launches;
        std::vector<unsigned> order(grid.threads);
        std::iota(order.begin(), order.end(), 0U);
        std::ranges::shuffle(order, m_random);
        std::visit(
            [&](const auto& which) {
                for (unsigned index = 0; index < grid.blocks; ++index) {
                    GuardedMemory shared(which.sharedBytes());
                    HostBlock block(index, grid, shared.data(), order);
                    which.run(block);
                    m_log->guardsHold = m_log->guardsHold && shared.guardsHold() && shared.size() <= m_properties.sharedBytes;
                }
            },
            kernel);
        return {};
    }

    // A copy that has begun: it arrives as late as a GPU's may.
    struct Download {
        void* to;
        std::vector<std::byte> bytes;
    };
    static void finish(std::vector<Download>& downloads)
    {
        for (const Download& download : downloads) {
            std::memcpy(download.to, download.bytes.data(), download.bytes.size());
        }
        downloads.clear();
    }

    DeviceProperties m_properties;
    std::shared_ptr<HostDeviceLog> m_log;
    std::array<std::vector<Download>, streamCount> m_downloads;
    std::map<void*, std::unique_ptr<GuardedMemory>> m_allocations;
    std::mt19937 m_random{1};
};

} // namespace

std::unique_ptr<Device> makeHostDevice(std::shared_ptr<HostDeviceLog> log, std::size_t memoryBytes, std::size_t sharedBytes)
{
    return std::make_unique<HostDevice>(std::move(log), memoryBytes, sharedBytes);
}

} // namespace rotascope::gpu
