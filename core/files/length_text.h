// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

// Lengths of contexts, as people write them: 16384 or 16k.
namespace rotascope {

/// What a length is multiplied by that ends with this letter, in positions: 1024 for k and K, 1024² for M; 0 for any other character.
std::int64_t unitOfLength(char letter);

/// The whole of `text` as a length within the limits, in positions: "16384", "16k" or "1M". Or what a message says behind its name:
/// `is "1e6"; expected a whole number from 1 to 8`, and that it may end with k or M where such lengths are within the limits.
tl::expected<std::int64_t, std::string> lengthIn(std::string_view text, std::int64_t least, std::int64_t most);

} // namespace rotascope
