// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gguf/gguf_header.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// The pieces of a GGUF header as they are stored.
namespace rotascope::gguf {

/// Magic, version and the two counts: the first 24 bytes.
std::string preamble(std::uint32_t version, std::uint64_t tensors, std::uint64_t keyValues);

std::string textKeyValue(std::string_view key, std::string_view text);
std::string uint32KeyValue(std::string_view key, std::uint32_t value);
std::string float32KeyValue(std::string_view key, float value);
/// A list of float64.
std::string realsKeyValue(std::string_view key, std::span<const double> values);

/// name, rank, shape and type are taken from `tensor`, the offset is `offset`.
std::string tensorInfo(const TensorInfo& tensor, std::uint64_t offset);

/// How many zeros follow so many bytes, up to the next multiple of the alignment.
inline std::uint64_t paddingAfter(std::uint64_t bytes, std::uint32_t alignment)
{
    return (alignment - bytes % alignment) % alignment;
}

} // namespace rotascope::gguf
