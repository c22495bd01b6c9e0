// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gguf/gguf_writer.h"

#include "core/files/little_endian.h"

namespace rotascope::gguf {
namespace {

void appendText(std::string& bytes, std::string_view text)
{
    appendLittleEndian(bytes, static_cast<std::uint64_t>(text.size()));
    bytes += text;
}

void appendType(std::string& bytes, ValueType type)
{
    appendLittleEndian(bytes, static_cast<std::uint32_t>(type));
}

std::string keyAndType(std::string_view key, ValueType type)
{
    std::string bytes;
    appendText(bytes, key);
    appendType(bytes, type);
    return bytes;
}

} // namespace

std::string preamble(std::uint32_t version, std::uint64_t tensors, std::uint64_t keyValues)
{
    std::string bytes(magic);
    appendLittleEndian(bytes, version);
    appendLittleEndian(bytes, tensors);
    appendLittleEndian(bytes, keyValues);
    return bytes;
}

std::string textKeyValue(std::string_view key, std::string_view text)
{
    std::string bytes = keyAndType(key, ValueType::String);
    appendText(bytes, text);
    return bytes;
}

std::string uint32KeyValue(std::string_view key, std::uint32_t value)
{
    std::string bytes = keyAndType(key, ValueType::Uint32);
    appendLittleEndian(bytes, value);
    return bytes;
}

std::string float32KeyValue(std::string_view key, float value)
{
    std::string bytes = keyAndType(key, ValueType::Float32);
    appendLittleEndian(bytes, value);
    return bytes;
}

std::string realsKeyValue(std::string_view key, std::span<const double> values)
{
    std::string bytes = keyAndType(key, ValueType::Array);
    appendType(bytes, ValueType::Float64);
    appendLittleEndian(bytes, static_cast<std::uint64_t>(values.size()));
    for (const double value : values) {
        appendLittleEndian(bytes, value);
    }
    return bytes;
}

std::string tensorInfo(const TensorInfo& tensor, std::uint64_t offset)
{
    std::string bytes;
    appendText(bytes, tensor.name);
    appendLittleEndian(bytes, tensor.rank);
    for (std::uint32_t i = 0; i < tensor.rank; ++i) {
        appendLittleEndian(bytes, tensor.shape[i]);
    }
    appendLittleEndian(bytes, tensor.type);
    appendLittleEndian(bytes, offset);
    return bytes;
}

} // namespace rotascope::gguf
