// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/files/random_access_file.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The header of a GGUF file (llama.cpp's model format, versions 2 and 3, little-endian):
//     "GGUF", version u32, tensor count u64, key-value count u64,
//     the key-values: key (u64 length, bytes), type u32, value,
//     the tensor infos: name, dimension count u32, dimensions u64, type u32, offset u64 from the beginning of the data,
//     the data, from the next multiple of general.alignment on.
// The file is not trusted: every length and count is checked against the bytes that are there, and nothing is allocated for what a
// count promises, only for what was found.
namespace rotascope::gguf {

inline constexpr std::string_view magic = "GGUF";
inline constexpr std::uint32_t newestVersion = 3;
inline constexpr std::uint32_t defaultAlignment = 32;
inline constexpr std::uint32_t float32Type = 0; ///< of a tensor
inline constexpr std::uint64_t maxFloats = 65536; ///< that are read of a tensor: factors are as many as a RoPE has dimensions

enum class ValueType : std::uint32_t { Uint8, Int8, Uint16, Int16, Uint32, Int32, Float32, Bool, String, Array, Uint64, Int64, Float64 };

/// Bytes of a number of this type; 0 for String and Array.
std::size_t sizeOf(ValueType type);

struct KeyValue {
    std::string_view key;
    ValueType type = ValueType::Uint8;
    ValueType elementType = ValueType::Uint8; ///< of an Array
    std::uint64_t count = 1; ///< elements of an Array
    std::string_view value; ///< as stored, little-endian; of a String its characters, of an Array its elements
    std::string_view stored; ///< key, type and value as stored
};

struct TensorInfo {
    std::string_view name;
    std::array<std::uint64_t, 4> shape = {1, 1, 1, 1};
    std::uint32_t rank = 0;
    std::uint32_t type = 0;
    std::uint64_t offset = 0; ///< from the beginning of the data
    std::optional<std::uint64_t> bytes; ///< empty where the type is not known here

    [[nodiscard]] std::uint64_t elements() const { return shape[0] * shape[1] * shape[2] * shape[3]; }
};

/// What the header says.
class Header {
public:
    /// Of a file of any size: what is read and kept of it is its header alone, and later the tensors that floatTensor() is asked for.
    static Expected<Header> read(const std::shared_ptr<const RandomAccessFile>& file);
    /// Of a whole file in memory, which must outlive the header. `where` begins messages, which name the key or the tensor.
    static Expected<Header> parse(std::string_view file, const std::string& where);

    [[nodiscard]] std::uint32_t version() const { return m_version; }
    [[nodiscard]] std::uint32_t alignment() const { return m_alignment; }
    [[nodiscard]] std::uint64_t dataBegin() const { return m_dataBegin; } ///< from the beginning of the file; at most its size
    [[nodiscard]] std::uint64_t dataBytes() const { return m_fileBytes - m_dataBegin; }
    [[nodiscard]] const std::vector<KeyValue>& keyValues() const { return m_keyValues; }
    [[nodiscard]] const std::vector<TensorInfo>& tensors() const { return m_tensors; }

    /// Null where there is none.
    [[nodiscard]] const KeyValue* find(std::string_view key) const;
    [[nodiscard]] const TensorInfo* findTensor(std::string_view name) const;

    /// Values, empty where there is none; an error where it has another type, does not fit, is not UTF-8 or longer than 64 KiB.
    [[nodiscard]] Expected<std::optional<std::string>> text(std::string_view key) const;
    [[nodiscard]] Expected<std::optional<std::int64_t>> integer(std::string_view key) const;
    [[nodiscard]] Expected<std::optional<double>> real(std::string_view key) const; ///< an integer is taken, too
    /// A list of float64, of at most maxFloats values.
    [[nodiscard]] Expected<std::optional<std::vector<double>>> reals(std::string_view key) const;
    /// The values of a float32 tensor of one dimension; an error where it has another type or shape, or more than maxFloats values.
    [[nodiscard]] Expected<std::optional<std::vector<float>>> floatTensor(std::string_view name) const;

private:
    class Parser;
    Header() = default;

    std::shared_ptr<const RandomAccessFile> m_file; // null of a file in memory
    std::shared_ptr<const char[]> m_beginning; // NOLINT(modernize-avoid-c-arrays): of m_file, which the views look at
    std::string_view m_inMemory; // the whole file, if it is
    std::uint64_t m_fileBytes = 0;
    std::string m_where;
    std::uint32_t m_version = newestVersion;
    std::uint32_t m_alignment = defaultAlignment;
    std::uint64_t m_dataBegin = 0;
    std::vector<KeyValue> m_keyValues;
    std::vector<TensorInfo> m_tensors;
};

/// Whether the bytes begin like a GGUF file, of whatever version.
inline bool looksLikeGguf(std::string_view bytes)
{
    return bytes.starts_with(magic);
}

} // namespace rotascope::gguf
