// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/ptx/statements.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <stdexcept>

namespace rotascope::ptx {
namespace {

// "/home/me/rotascope/gpu/kernels.h" as "gpu/kernels.h".
std::string shortPath(const std::filesystem::path& path)
{
    return (path.parent_path().filename() / path.filename()).string();
}

// The files that .loc means, by number. They are named after the code.
std::map<unsigned, std::string> filesOf(std::string_view text)
{
    std::map<unsigned, std::string> files;
    constexpr std::string_view directive = ".file\t";
    for (std::size_t at = text.find(directive); at != std::string_view::npos; at = text.find(directive, at + 1)) {
        const std::size_t open = text.find('"', at);
        const std::size_t close = text.find('"', open + 1);
        const auto number = std::strtoul(text.data() + at + directive.size(), nullptr, 10);
        files[static_cast<unsigned>(number)] = shortPath(text.substr(open + 1, close - open - 1));
    }
    return files;
}

std::size_t numberIn(const std::string& text, std::size_t at)
{
    return std::strtoull(text.c_str() + at, nullptr, 10);
}

class Splitter {
public:
    explicit Splitter(std::string_view text) : m_text(text), m_files(filesOf(text)) { }

    ModuleText split()
    {
        std::istringstream lines{std::string(m_text)};
        for (std::string line; std::getline(lines, line);) {
            ++m_line;
            line = trimmed(std::string_view(line).substr(0, line.find("//")));
            if (line.starts_with(".section")) {
                break; // debug information stands last
            }
            if (m_depth > 0) {
                takeInside(line);
            } else {
                takeOutside(line);
            }
        }
        return std::move(m_module);
    }

private:
    [[noreturn]] void fail(const std::string& what) const { throw std::runtime_error("PTX line " + std::to_string(m_line) + ": " + what); }

    void takeOutside(const std::string& line)
    {
        if (line.find(".entry") != std::string::npos || !m_head.empty()) {
            takeHead(line);
        } else if (line.starts_with(".target")) {
            m_module.capability = static_cast<int>(numberIn(line, line.find("sm_") + 3));
        } else if (line.starts_with(".extern .shared")) {
            const std::size_t bracket = line.rfind('[');
            const std::size_t begin = line.find_last_of(" \t", bracket) + 1;
            m_module.sharedSymbols.push_back(line.substr(begin, bracket - begin));
        } else if (!line.empty() && !line.starts_with(".version") && !line.starts_with(".address_size") && !line.starts_with(".file")) {
            fail("this is no kernel: " + line);
        }
    }

    // Of a kernel: its name, its parameters in parentheses, its bounds, which the machine does not need.
    void takeHead(const std::string& line)
    {
        if (line != "{") {
            m_head += line + ' ';
            return;
        }
        m_depth = 1;
        m_place.clear();
        KernelText& kernel = m_module.kernels.emplace_back();
        const std::size_t name = m_head.find(".entry") + 6;
        const std::size_t open = m_head.find('(');
        kernel.name = trimmed(std::string_view(m_head).substr(name, open - name));
        for (const std::string& parameter : splitList(m_head.substr(open + 1, m_head.find(')') - open - 1), ',')) {
            takeParameter(kernel, parameter);
        }
        m_head.clear();
    }

    // .param .align 8 .b8 NAME[64]
    void takeParameter(KernelText& kernel, const std::string& text) const
    {
        const std::size_t bracket = text.find('[');
        const std::size_t align = text.find(".align");
        if (bracket == std::string::npos || align == std::string::npos) {
            fail("a parameter that is no struct: " + text);
        }
        const std::size_t begin = text.find_last_of(" \t", bracket) + 1;
        const std::size_t alignment = numberIn(text, align + 6);
        const std::size_t offset = (kernel.parameterBytes + alignment - 1) / alignment * alignment;
        kernel.parameters[text.substr(begin, bracket - begin)] = offset;
        kernel.parameterBytes = offset + numberIn(text, bracket + 1);
    }

    void takeInside(const std::string& line)
    {
        if (line.starts_with(".loc\t") || line.starts_with(".loc ")) {
            takePlace(line);
            return;
        }
        m_pending += line + ' ';
        while (m_depth > 0 && takeStatement()) { }
    }

    // The next statement of what has been read; false: it is not whole yet.
    bool takeStatement()
    {
        m_pending = trimmed(m_pending);
        if (m_pending.empty()) {
            return false;
        }
        if (m_pending[0] == '{' || m_pending[0] == '}') {
            m_depth += m_pending[0] == '{' ? 1 : -1;
            push(1);
            return true;
        }
        const auto isOfName = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '$'; };
        const auto name = std::ranges::find_if_not(m_pending, isOfName);
        if (name != m_pending.end() && *name == ':') {
            push(static_cast<std::size_t>(name - m_pending.begin()) + 1);
            return true;
        }
        const std::size_t end = m_pending.find(';');
        if (end == std::string::npos) {
            m_pending += ' ';
            return false;
        }
        push(end);
        m_pending.erase(0, 1);
        return true;
    }

    void push(std::size_t length)
    {
        const std::string place = m_place.empty() ? "PTX line " + std::to_string(m_line) : m_place;
        m_module.kernels.back().statements.push_back({trimmed(std::string_view(m_pending).substr(0, length)), place});
        m_pending.erase(0, length);
    }

    // .loc FILE LINE COLUMN, function_name NAME, inlined_at FILE LINE COLUMN
    void takePlace(const std::string& line)
    {
        m_place = place(line.substr(4));
        if (const std::size_t inlined = line.find("inlined_at "); inlined != std::string::npos) {
            const std::string caller = place(line.substr(inlined + 11));
            m_place += m_place.empty() || caller.empty() ? "" : " (called at " + caller + ")";
        }
    }
    [[nodiscard]] std::string place(const std::string& numbers) const
    {
        unsigned file = 0;
        unsigned line = 0;
        std::istringstream(numbers) >> file >> line;
        const auto found = m_files.find(file);
        return line == 0 || found == m_files.end() ? "" : found->second + ":" + std::to_string(line);
    }

    std::string_view m_text;
    std::map<unsigned, std::string> m_files;
    ModuleText m_module;
    std::string m_head; // of the kernel that begins
    std::string m_pending;
    std::string m_place;
    int m_depth = 0; // of braces
    unsigned m_line = 0;
};

} // namespace

ModuleText splitModule(std::string_view text)
{
    return Splitter(text).split();
}

std::string trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r");
    return begin == std::string_view::npos ? "" : std::string(text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1));
}

std::vector<std::string> splitList(std::string_view text, char separator)
{
    std::vector<std::string> parts(1);
    int depth = 0;
    for (const char c : text) {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        if (c == separator && depth == 0) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    std::ranges::transform(parts, parts.begin(), trimmed);
    return parts;
}

} // namespace rotascope::ptx
