// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/lint.h"

#include "core/files/input_file.h"

#include <algorithm>
#include <array>

namespace rotascope {

std::string_view nameOf(Severity severity)
{
    constexpr std::array<std::string_view, 3> names = {"error", "warning", "note"};
    return names.at(static_cast<std::size_t>(severity));
}

std::string_view nameOf(Outcome outcome)
{
    constexpr std::array<std::string_view, 4> names = {"as stated", "differently", "ignored", "refused"};
    return names.at(static_cast<std::size_t>(outcome));
}

int LintReport::count(Severity severity) const
{
    return static_cast<int>(std::ranges::count(findings, severity, &Finding::severity));
}

Expected<LintReport> lintFile(const std::filesystem::path& file)
{
    if (isGgufFile(file)) {
        return readGgufRope(file).map([&](const GgufRope& model) { return lintGguf(model, file.string()); });
    }
    return readInputFile(file, "a model's config.json or a GGUF model").and_then([&](const std::string& text) {
        return lintConfig(text, file.string());
    });
}

} // namespace rotascope
