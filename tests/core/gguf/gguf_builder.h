// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/little_endian.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope::test {

/// Makes the bytes of GGUF files, right ones and wrong ones.
class GgufBuilder {
public:
    std::uint32_t version = 3;
    std::uint64_t alignment = 32;
    std::int64_t moreKeyValues = 0; ///< how many more the header promises than there are
    std::int64_t moreTensors = 0;

    static std::string text(std::string_view value)
    {
        std::string bytes;
        appendLittleEndian(bytes, static_cast<std::uint64_t>(value.size()));
        return bytes += value;
    }

    GgufBuilder& raw(std::string_view key, std::uint32_t type, std::string_view value)
    {
        m_keyValues += text(key);
        appendLittleEndian(m_keyValues, type);
        m_keyValues += value;
        ++m_keyValueCount;
        return *this;
    }
    GgufBuilder& string(std::string_view key, std::string_view value) { return raw(key, 8, text(value)); }
    GgufBuilder& uint32(std::string_view key, std::uint32_t value) { return raw(key, 4, number(value)); }
    GgufBuilder& float32(std::string_view key, float value) { return raw(key, 6, number(value)); }
    GgufBuilder& strings(std::string_view key, const std::vector<std::string>& values)
    {
        std::string bytes = number(std::uint32_t{8}) + number(static_cast<std::uint64_t>(values.size()));
        for (const std::string& value : values) {
            bytes += text(value);
        }
        return raw(key, 9, bytes);
    }

    /// `data`: padded to the alignment.
    GgufBuilder& tensor(std::string_view name, const std::vector<std::uint64_t>& shape, std::uint32_t type, const std::string& data)
    {
        tensorAt(name, shape, type, m_data.size());
        m_data += data;
        pad(m_data);
        return *this;
    }
    GgufBuilder& floats(std::string_view name, const std::vector<float>& values)
    {
        std::string data;
        for (const float value : values) {
            data += number(value);
        }
        return tensor(name, {values.size()}, 0, data);
    }
    GgufBuilder& tensorAt(std::string_view name, const std::vector<std::uint64_t>& shape, std::uint32_t type, std::uint64_t offset)
    {
        m_tensors += text(name) + number(static_cast<std::uint32_t>(shape.size()));
        for (const std::uint64_t extent : shape) {
            m_tensors += number(extent);
        }
        m_tensors += number(type) + number(offset);
        ++m_tensorCount;
        return *this;
    }

    [[nodiscard]] std::string bytes() const
    {
        std::string file = "GGUF" + number(version) + number(m_tensorCount + static_cast<std::uint64_t>(moreTensors))
            + number(m_keyValueCount + static_cast<std::uint64_t>(moreKeyValues)) + m_keyValues + m_tensors;
        pad(file);
        return file + m_data;
    }

    template <class T> static std::string number(T value)
    {
        std::string bytes;
        appendLittleEndian(bytes, value);
        return bytes;
    }

private:
    void pad(std::string& text) const { text.append((alignment - text.size() % alignment) % alignment, '\0'); }

    std::string m_keyValues;
    std::uint64_t m_keyValueCount = 0;
    std::string m_tensors;
    std::uint64_t m_tensorCount = 0;
    std::string m_data;
};

/// A small model whose RoPE is LLaMA-2's: 128 components of a head, base 10000, 4096 positions.
inline GgufBuilder llamaModel(const std::string& architecture = "llama")
{
    GgufBuilder model;
    model.string("general.architecture", architecture);
    model.string("general.name", "a small mödel");
    model.uint32(architecture + ".context_length", 4096);
    model.uint32(architecture + ".embedding_length", 256);
    model.uint32(architecture + ".attention.head_count", 2);
    model.uint32(architecture + ".rope.dimension_count", 128);
    model.float32(architecture + ".rope.freq_base", 10000.0F);
    model.strings("tokenizer.ggml.tokens", {"<s>", "a", "\xff"});
    return model;
}

} // namespace rotascope::test
