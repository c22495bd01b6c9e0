// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/length_text.h"

#include "core/files/text.h"

namespace rotascope {
namespace {

constexpr std::int64_t kilo = 1024;

} // namespace

std::int64_t unitOfLength(char letter)
{
    switch (letter) {
    case 'k':
    case 'K':
        return kilo;
    case 'M':
        return kilo * kilo;
    default:
        return 0;
    }
}

tl::expected<std::int64_t, std::string> lengthIn(std::string_view text, std::int64_t least, std::int64_t most)
{
    const std::int64_t unit = text.empty() ? 0 : unitOfLength(text.back());
    if (unit != 0) {
        const auto count = wholeNumberIn(text.substr(0, text.size() - 1), 0, most / unit); // which cannot overflow
        if (count && *count * unit >= least) {
            return *count * unit;
        }
    }
    return wholeNumberIn(text, least, most).map_error([most](const std::string& problem) {
        return most < kilo ? problem : problem + ", or one that ends with k (1024) or M";
    });
}

} // namespace rotascope
