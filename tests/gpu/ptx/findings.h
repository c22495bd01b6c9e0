// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace rotascope::ptx {

/// What was found to be wrong. All is counted, the first of each kind kept as text.
class Findings {
public:
    static constexpr std::size_t mostKept = 20;

    void add(std::string what) { add(what, what); }
    void add(const std::string& kind, std::string what)
    {
        ++m_count;
        if (m_kinds.size() < mostKept && m_kinds.insert(kind).second) {
            m_texts.push_back(std::move(what));
        }
    }
    [[nodiscard]] std::uint64_t count() const { return m_count; }
    [[nodiscard]] const std::vector<std::string>& texts() const { return m_texts; }

private:
    std::uint64_t m_count = 0;
    std::set<std::string> m_kinds;
    std::vector<std::string> m_texts;
};

} // namespace rotascope::ptx
