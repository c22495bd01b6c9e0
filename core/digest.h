// SPDX-License-Identifier: GPL-3.0-or-later
// Beside error.h and not in core/files, because rooms that are also built without files need it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <span>

namespace rotascope {

/// A digest of bytes, against accidents and not against attackers. It takes in eight bytes at a time. Each step is reversible, so that no
/// change of one word goes unseen. The result depends on how the bytes are divided into calls, unless each call but the last has a multiple
/// of eight bytes.
class Digest {
public:
    void add(std::span<const char> bytes)
    {
        for (; bytes.size() >= sizeof(std::uint64_t); bytes = bytes.subspan(sizeof(std::uint64_t))) {
            std::uint64_t word = 0;
            std::memcpy(&word, bytes.data(), sizeof word);
            addWord(word);
        }
        for (const char byte : bytes) {
            addWord(static_cast<unsigned char>(byte));
        }
    }
    /// Never 0, which can say that there is none.
    [[nodiscard]] std::uint64_t value() const { return std::max<std::uint64_t>(m_value, 1); }

private:
    void addWord(std::uint64_t word)
    {
        m_value = (m_value ^ word) * 0x100000001B3U;
        m_value ^= m_value >> 29;
    }

    std::uint64_t m_value = 0xCBF29CE484222325U;
};

} // namespace rotascope
