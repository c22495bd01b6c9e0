// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The memory of the machine's device, which knows of each byte whether it was written and of each word who touched it last.

#include "tests/gpu/ptx/findings.h"
#include "tests/gpu/ptx/word.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <memory>
#include <string>

namespace rotascope::ptx {

struct Free {
    void operator()(void* memory) const { std::free(memory); } // NOLINT: from calloc, whose untouched pages cost nothing
};
template <class T> using Pages = std::unique_ptr<T[], Free>; // NOLINT(modernize-avoid-c-arrays)

/// One allocation. Its address is none of the host's: a host that follows it ends with a segmentation fault, as with a GPU.
struct Allocation {
    std::uint64_t begin = 0;
    std::size_t bytes = 0;
    Pages<std::byte> storage;
    Pages<Word> words;
    Pages<std::uint8_t> isWritten; ///< of each byte: 1 if so

    [[nodiscard]] std::size_t offset(std::uint64_t address) const { return address - begin; }
    [[nodiscard]] bool areWritten(std::size_t first, std::size_t count) const
    {
        return std::find(&isWritten[first], &isWritten[first] + count, 0) == &isWritten[first] + count;
    }
};

class Memory {
public:
    void* allocate(std::size_t bytes);
    /// False: it is none of ours.
    bool release(void* memory);
    /// The allocation that holds all of it, or null.
    Allocation* find(std::uint64_t address, std::size_t bytes);
    [[nodiscard]] std::size_t liveBytes() const { return m_liveBytes; }
    [[nodiscard]] std::size_t allocations() const { return m_allocations.size(); }

    /// What the host's commands do with it.
    void write(void* to, const void* from, std::size_t bytes, const Command& command, Findings& findings);
    void read(void* to, const void* from, std::size_t bytes, const Command& command, Findings& findings);
    void clear(void* to, int value, std::size_t bytes, const Command& command, Findings& findings);

private:
    Allocation* touch(const void* memory, std::size_t bytes, bool isWrite, const Command& command, Findings& findings);

    std::map<std::uint64_t, Allocation> m_allocations; // by their addresses
    Allocation* m_last = nullptr; // that was found
    std::size_t m_liveBytes = 0;
};

} // namespace rotascope::ptx
