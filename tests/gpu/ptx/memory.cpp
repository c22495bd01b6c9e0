// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/ptx/memory.h"

#include <algorithm>
#include <cstring>
#include <iterator>

namespace rotascope::ptx {
namespace {

constexpr std::uint64_t deviceAddress = std::uint64_t{1} << 57; // beyond what any process has
constexpr std::size_t alignment = 256;
constexpr int rubbish = 0xA5;

template <class T> Pages<T> zeroPages(std::size_t count)
{
    return Pages<T>(static_cast<T*>(std::calloc(count, sizeof(T)))); // NOLINT: see Free
}

} // namespace

void* Memory::allocate(std::size_t bytes)
{
    Allocation allocation;
    const std::size_t whole = (bytes / alignment + 1) * alignment;
    allocation.storage.reset(static_cast<std::byte*>(std::aligned_alloc(alignment, whole))); // NOLINT: see Free
    std::memset(allocation.storage.get(), rubbish, whole);
    allocation.words = zeroPages<Word>(whole / sizeof(std::uint32_t));
    allocation.isWritten = zeroPages<std::uint8_t>(whole);
    allocation.begin = reinterpret_cast<std::uint64_t>(allocation.storage.get()) + deviceAddress;
    allocation.bytes = bytes;
    m_liveBytes += bytes;
    m_last = nullptr;
    const std::uint64_t begin = allocation.begin;
    m_allocations.emplace(begin, std::move(allocation));
    return reinterpret_cast<void*>(begin); // NOLINT(performance-no-int-to-ptr)
}

bool Memory::release(void* memory)
{
    const auto found = m_allocations.find(reinterpret_cast<std::uint64_t>(memory));
    if (found == m_allocations.end()) {
        return false;
    }
    m_liveBytes -= found->second.bytes;
    m_allocations.erase(found);
    m_last = nullptr;
    return true;
}

Allocation* Memory::find(std::uint64_t address, std::size_t bytes)
{
    const auto holds = [&](const Allocation& allocation) {
        return address >= allocation.begin && address + bytes <= allocation.begin + allocation.bytes;
    };
    if (m_last != nullptr && holds(*m_last)) {
        return m_last;
    }
    const auto next = m_allocations.upper_bound(address);
    if (next == m_allocations.begin() || !holds(std::prev(next)->second)) {
        return nullptr;
    }
    m_last = &std::prev(next)->second;
    return m_last;
}

void Memory::write(void* to, const void* from, std::size_t bytes, const Command& command, Findings& findings)
{
    if (Allocation* const allocation = touch(to, bytes, true, command, findings)) {
        std::memcpy(&allocation->storage[allocation->offset(reinterpret_cast<std::uint64_t>(to))], from, bytes);
    }
}

void Memory::read(void* to, const void* from, std::size_t bytes, const Command& command, Findings& findings)
{
    if (const Allocation* const allocation = touch(from, bytes, false, command, findings)) {
        const std::size_t offset = allocation->offset(reinterpret_cast<std::uint64_t>(from));
        if (!allocation->areWritten(offset, bytes)) {
            findings.add("a copy to the host takes what nothing wrote");
        }
        std::memcpy(to, &allocation->storage[offset], bytes);
    }
}

void Memory::clear(void* to, int value, std::size_t bytes, const Command& command, Findings& findings)
{
    if (Allocation* const allocation = touch(to, bytes, true, command, findings)) {
        std::memset(&allocation->storage[allocation->offset(reinterpret_cast<std::uint64_t>(to))], value, bytes);
    }
}

// Notes an access of the host's to all of it. Null, with a finding: it is not there.
Allocation* Memory::touch(const void* memory, std::size_t bytes, bool isWrite, const Command& command, Findings& findings)
{
    const auto address = reinterpret_cast<std::uint64_t>(memory);
    Allocation* const allocation = find(address, bytes);
    if (allocation == nullptr) {
        findings.add("a copy or a clearing uses device memory that is not allocated");
        return nullptr;
    }
    const std::size_t offset = allocation->offset(address);
    Access access;
    access.isWrite = isWrite;
    bool hasRace = false;
    for (std::size_t word = offset / sizeof(std::uint32_t); word * sizeof(std::uint32_t) < offset + bytes; ++word) {
        hasRace = allocation->words[word].touch(command, access).has_value() || hasRace;
    }
    if (hasRace) {
        findings.add("a copy or a clearing uses memory that another stream uses: nobody waited for that");
    }
    if (isWrite) {
        std::fill_n(&allocation->isWritten[offset], bytes, std::uint8_t{1});
    }
    return allocation;
}

} // namespace rotascope::ptx
