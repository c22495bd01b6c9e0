// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/lint.h"

#include "core/lint/lint_config.h"

#include <algorithm>
#include <array>

namespace rotascope {

std::string_view nameOf(Severity severity)
{
    constexpr std::array<std::string_view, 3> names = {Sentence::marked("error"), Sentence::marked("warning"), Sentence::marked("note")};
    return names.at(static_cast<std::size_t>(severity));
}

std::string_view nameOf(Outcome outcome)
{
    constexpr std::array<std::string_view, 4> names
        = {Sentence::marked("as stated"), Sentence::marked("differently"), Sentence::marked("ignored"), Sentence::marked("refused")};
    return names.at(static_cast<std::size_t>(outcome));
}

int LintReport::count(Severity severity) const
{
    return static_cast<int>(std::ranges::count(findings, severity, &Finding::severity));
}

LintReport lint(const ModelFile& file)
{
    if (const Encoding& encoding = file.found.ropes[file.found.mainRope()].encoding; encoding.kind != EncodingKind::Rope) {
        return {.file = file.name,
            .summary
            = Sentence::of("{1}, no RoPE: no engine has a switch that extends them", Sentence::label(nameOfEncoding(encoding.kind))),
            .engines = {},
            .findings = {}};
    }
    const GgufFile* const gguf = file.gguf();
    return gguf != nullptr ? lint(gguf->rope, file.name) : lintConfig(*file.config(), file.found, file.name);
}

} // namespace rotascope
