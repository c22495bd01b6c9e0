// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rope/position_method.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>

namespace rotascope {
namespace {

constexpr PositionMethod dpe{"DPE",
    Sentence::marked("gives groups of dimensions distances of their own, each scaled to what the group has learned"), "arXiv 2504.18857"};
constexpr PositionMethod reRope{"ReRoPE",
    Sentence::marked("counts every distance beyond a window as one and the same, or lets it grow more slowly"), "kexue.fm/archives/9708"};
constexpr PositionMethod selfExtend{
    "SelfExtend", Sentence::marked("counts near distances one by one and those beyond a window in groups"), "arXiv 2401.01325"};
constexpr PositionMethod dualChunk{"Dual chunk attention",
    Sentence::marked("folds positions into chunks, so that no distance is greater than a chunk"), "arXiv 2402.17463"};

// Without what stands between words, in small letters.
constexpr std::array<std::pair<std::string_view, const PositionMethod*>, 9> names{
    {{"dpe", &dpe}, {"rerope", &reRope}, {"leakyrerope", &reRope}, {"selfextend", &selfExtend}, {"dca", &dualChunk},
        {"dualchunk", &dualChunk}, {"dualchunkattention", &dualChunk}, {"dualchunkrope", &dualChunk}, {"chunkllama", &dualChunk}}};

} // namespace

const PositionMethod* findPositionMethod(std::string_view name)
{
    std::string letters;
    for (const char letter : name) {
        if (letter != '-' && letter != '_' && letter != ' ') {
            letters += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
        }
    }
    const auto* const found = std::ranges::find(names, letters, [](const auto& one) { return one.first; });
    return found == names.end() ? nullptr : found->second;
}

Sentence notATable(const PositionMethod& method)
{
    return Sentence::of(
        "{1} is not a table of factors: it {2} ({3})", std::string(method.name), Sentence::label(method.what), std::string(method.source));
}

} // namespace rotascope
