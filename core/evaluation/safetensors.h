// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// A small safetensors file in memory:
///     the length of the header, u64 little-endian,
///     the header, a JSON object: {name: {"dtype", "shape", "data_offsets": [begin, end]}, "__metadata__": {...}},
///     the data; offsets are counted from its beginning.
/// The file is not trusted: lengths, shapes and offsets are checked against the bytes that are there. As the format demands, the tensors
/// fill the data without a gap and without an overlap.
class SafetensorsFile {
public:
    struct Tensor {
        std::string type; ///< as stored: "F32", "F16", "BF16", "I64", ...
        std::vector<std::size_t> shape;
        std::size_t begin = 0; ///< from the beginning of the file
        std::size_t end = 0;
    };

    static Expected<SafetensorsFile> read(const std::filesystem::path& file);
    /// `where` begins messages, which name the tensor.
    static Expected<SafetensorsFile> parse(std::string bytes, const std::string& where);

    [[nodiscard]] const std::map<std::string, Tensor, std::less<>>& tensors() const { return m_tensors; }
    /// The values of a tensor of type F32, F16 or BF16, row-major; an error where it is missing, has another type or another shape, or a
    /// value is not finite.
    [[nodiscard]] Expected<std::vector<float>> floats(std::string_view name, std::span<const std::size_t> shape) const;

private:
    SafetensorsFile(std::string bytes, std::string where) : m_bytes(std::move(bytes)), m_where(std::move(where)) { }
    [[nodiscard]] Expected<void> readHeader();
    [[nodiscard]] Expected<void> checkPlaces() const;

    std::string m_bytes;
    std::string m_where;
    std::size_t m_dataBegin = 0;
    std::map<std::string, Tensor, std::less<>> m_tensors;
};

} // namespace rotascope
