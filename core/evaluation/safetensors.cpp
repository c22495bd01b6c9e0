// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/safetensors.h"

#include "core/files/input_file.h"
#include "core/files/json.h"
#include "core/files/little_endian.h"
#include "core/files/text.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>

namespace rotascope {
namespace {

constexpr std::size_t lengthBytes = 8;
constexpr std::size_t largestHeader = std::size_t{1} << 20U; // a tensor takes some 100 bytes of it
constexpr std::size_t mostTensors = 4096;
constexpr std::size_t mostAxes = 8;

struct TypeSize {
    std::string_view name;
    std::size_t bytes;
};
constexpr std::array typeSizes = {TypeSize{"F64", 8}, TypeSize{"F32", 4}, TypeSize{"F16", 2}, TypeSize{"BF16", 2}, TypeSize{"I64", 8},
    TypeSize{"I32", 4}, TypeSize{"I16", 2}, TypeSize{"I8", 1}, TypeSize{"U64", 8}, TypeSize{"U32", 4}, TypeSize{"U16", 2},
    TypeSize{"U8", 1}, TypeSize{"F8_E5M2", 1}, TypeSize{"F8_E4M3", 1}, TypeSize{"BOOL", 1}};

std::string shapeText(std::span<const std::size_t> shape)
{
    std::string text;
    for (const std::size_t size : shape) {
        text += (text.empty() ? "" : ", ") + std::to_string(size);
    }
    return "[" + text + "]";
}

// Whole numbers from 0 on that fit; empty where the value is anything else.
std::optional<std::vector<std::size_t>> sizesOf(const nlohmann::json& value, std::size_t most)
{
    if (!value.is_array() || value.size() > most) {
        return std::nullopt;
    }
    std::vector<std::size_t> sizes;
    for (const nlohmann::json& size : value) {
        if (!size.is_number_unsigned()) {
            return std::nullopt;
        }
        sizes.push_back(size.get<std::size_t>());
    }
    return sizes;
}

// The bytes that a tensor takes; empty where they are more than any file has.
std::optional<std::size_t> bytesOf(std::span<const std::size_t> shape, std::size_t elementBytes)
{
    std::size_t bytes = elementBytes;
    for (const std::size_t size : shape) {
        if (size != 0 && bytes > std::numeric_limits<std::size_t>::max() / size) {
            return std::nullopt;
        }
        bytes *= size;
    }
    return bytes;
}

// The tensor that an entry of the header describes; `dataBytes`: that there are. The error says what is wrong behind its name.
tl::expected<SafetensorsFile::Tensor, Sentence> tensorOf(const nlohmann::json& entry, std::size_t dataBytes)
{
    const auto member = [&](const char* name) {
        const auto found = entry.is_object() ? entry.find(name) : entry.end();
        return entry.is_object() && found != entry.end() ? *found : nlohmann::json();
    };
    const nlohmann::json type = member("dtype");
    const auto* const size
        = type.is_string() ? std::ranges::find(typeSizes, type.get_ref<const std::string&>(), &TypeSize::name) : typeSizes.end();
    if (size == typeSizes.end()) {
        const std::string names = namesOf(typeSizes, &TypeSize::name);
        return tl::unexpected(type.is_string()
                ? Sentence::of("its dtype is {1}; expected one of {2}", inQuotes(type.get_ref<const std::string&>()), names)
                : Sentence::of("its dtype is not a text; expected one of {1}", names));
    }
    const auto shape = sizesOf(member("shape"), mostAxes);
    const auto places = sizesOf(member("data_offsets"), 2);
    if (!shape || !places || places->size() != 2) {
        return tl::unexpected(
            Sentence::of("its shape or data_offsets are not lists of whole numbers; expected at most {1} axes and two offsets", mostAxes));
    }
    const std::size_t begin = places->front();
    const std::size_t end = places->back();
    if (begin > end || end > dataBytes) {
        return tl::unexpected(
            Sentence::of("its data_offsets are {1}; expected a range within the {2} bytes of data", shapeText(*places), dataBytes));
    }
    if (bytesOf(*shape, size->bytes) != end - begin) {
        return tl::unexpected(Sentence::of(
            "its shape is {1}, which does not fit the {2} bytes that its data_offsets give it", shapeText(*shape), end - begin));
    }
    return SafetensorsFile::Tensor{std::string(size->name), *shape, begin, end};
}

float floatOfHalf(std::uint16_t half)
{
    const auto sign = static_cast<std::uint32_t>(half & 0x8000U) << 16U;
    const std::uint32_t exponent = half >> 10U & 0x1fU;
    const std::uint32_t fraction = half & 0x3ffU;
    if (exponent == 0) { // subnormal, in units of 2^-24
        return std::copysign(static_cast<float>(fraction) * 0x1p-24F, std::bit_cast<float>(sign | 0x3f800000U));
    }
    constexpr std::uint32_t infinite = 0x1f;
    constexpr std::uint32_t shiftOfBias = 127 - 15;
    return std::bit_cast<float>(sign | (exponent == infinite ? 0xffU : exponent + shiftOfBias) << 23U | fraction << 13U);
}

float elementAt(std::string_view bytes, std::size_t index, std::string_view type)
{
    if (type == "F32") {
        return littleEndianAt<float>(bytes, index * 4);
    }
    const auto bits = littleEndianAt<std::uint16_t>(bytes, index * 2);
    return type == "F16" ? floatOfHalf(bits) : std::bit_cast<float>(std::uint32_t{bits} << 16U);
}

} // namespace

Expected<SafetensorsFile> SafetensorsFile::read(const std::filesystem::path& file)
{
    return readInputFile(file, Sentence::marked("a small model's weights as safetensors")).and_then([&](std::string bytes) {
        return parse(std::move(bytes), file.string());
    });
}

Expected<SafetensorsFile> SafetensorsFile::parse(std::string bytes, const std::string& where)
{
    SafetensorsFile file(std::move(bytes), where);
    return file.readHeader().and_then([&] { return file.checkPlaces(); }).map([&] { return std::move(file); });
}

Expected<void> SafetensorsFile::readHeader()
{
    if (m_bytes.size() < lengthBytes) {
        return inputError(m_where + ": " + Sentence::of("not a safetensors file: it has {1} bytes", m_bytes.size()));
    }
    const auto length = littleEndianAt<std::uint64_t>(m_bytes, 0);
    const std::size_t most = std::min(largestHeader, m_bytes.size() - lengthBytes);
    if (length > most) {
        return inputError(m_where + ": "
            + Sentence::of(
                "the header would have {1} bytes; expected at most {2}: not a safetensors file, or not a whole one", length, most));
    }
    m_dataBegin = lengthBytes + static_cast<std::size_t>(length);
    const auto header = parseJson(std::string_view(m_bytes).substr(lengthBytes, static_cast<std::size_t>(length)));
    if (!header || !header->is_object()) {
        return inputError(m_where + ": "
            + Sentence::of(
                "its header is {1}", whyNoObject(Sentence::of("that of a safetensors file"), header ? std::string() : header.error())));
    }
    if (header->size() > mostTensors) {
        return inputError(
            m_where + ": " + Sentence::of("its header has {1} members; expected at most {2} tensors", header->size(), mostTensors));
    }
    for (const auto& [name, entry] : header->items()) {
        if (name == "__metadata__") {
            continue;
        }
        auto tensor = tensorOf(entry, m_bytes.size() - m_dataBegin);
        if (!tensor) {
            return inputError(m_where + ": " + Sentence::of("tensor {1}: {2}", inQuotes(name), tensor.error()));
        }
        tensor->begin += m_dataBegin;
        tensor->end += m_dataBegin;
        m_tensors.emplace(name, std::move(*tensor));
    }
    return {};
}

Expected<void> SafetensorsFile::checkPlaces() const
{
    struct Place {
        std::size_t begin;
        std::size_t end;
        std::string_view name;
    };
    std::vector<Place> places;
    for (const auto& [name, tensor] : m_tensors) {
        places.push_back({tensor.begin, tensor.end, name});
    }
    std::ranges::sort(places, {}, [](const Place& place) { return std::pair(place.begin, place.end); });
    std::size_t filled = m_dataBegin;
    for (const Place& place : places) {
        if (place.begin != filled) {
            return inputError(m_where + ": "
                + Sentence::of(
                    "tensor {1} begins at byte {2} of the data, and the one before it ends at {3}; expected neither a gap nor an "
                    "overlap",
                    inQuotes(place.name), place.begin - m_dataBegin, filled - m_dataBegin));
        }
        filled = place.end;
    }
    if (filled != m_bytes.size()) {
        return inputError(m_where + ": " + Sentence::of("{1} bytes at its end belong to no tensor", m_bytes.size() - filled));
    }
    return {};
}

Expected<std::vector<float>> SafetensorsFile::floats(std::string_view name, std::span<const std::size_t> shape) const
{
    const std::string tensorName = inQuotes(name);
    const auto refuse = [this](const Sentence& what) { return inputError(m_where + ": " + what); };
    const auto found = m_tensors.find(name);
    if (found == m_tensors.end()) {
        return refuse(Sentence::of("tensor {1} is missing; expected one of shape {2}", tensorName, shapeText(shape)));
    }
    const Tensor& tensor = found->second;
    if (!std::ranges::equal(tensor.shape, shape)) {
        return refuse(Sentence::of("tensor {1} has the shape {2}; expected {3}", tensorName, shapeText(tensor.shape), shapeText(shape)));
    }
    if (tensor.type != "F32" && tensor.type != "F16" && tensor.type != "BF16") {
        return refuse(Sentence::of("tensor {1} has the dtype {2}; expected one of F32, F16, BF16", tensorName, tensor.type));
    }
    const std::string_view bytes = std::string_view(m_bytes).substr(tensor.begin, tensor.end - tensor.begin);
    std::vector<float> values(bytes.size() / (tensor.type == "F32" ? 4 : 2));
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = elementAt(bytes, i, tensor.type);
        if (!std::isfinite(values[i])) {
            return refuse(Sentence::of("tensor {1}: value {2} is not a finite number", tensorName, i));
        }
    }
    return values;
}

} // namespace rotascope
