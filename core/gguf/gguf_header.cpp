// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gguf/gguf_header.h"

#include "core/files/little_endian.h"
#include "core/files/text.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <span>

namespace rotascope::gguf {
namespace {

// The least that a key-value and a tensor info can take: a key of one byte and a value of one; a name of one byte and no dimension.
constexpr std::uint64_t leastKeyValue = 8 + 1 + 4 + 1;
constexpr std::uint64_t leastTensorInfo = 8 + 1 + 4 + 4 + 8;
constexpr std::size_t longestKey = 65535; // of the specification
constexpr std::size_t longestTensorName = 63; // of llama.cpp
constexpr std::size_t longestText = 65536; // of those that are read: names
// Each takes several times its bytes in the file. Models have some dozens and some thousands.
constexpr std::uint64_t mostKeyValues = 65536;
constexpr std::uint64_t mostTensors = 262144;
constexpr std::uint32_t largestAlignment = 1U << 20U;
constexpr std::uint64_t largestHeader = std::uint64_t{64} << 20U; // of models with 260,000 tokens: some 15 MiB
constexpr std::uint64_t largestCount = std::numeric_limits<std::int64_t>::max();

struct TensorType {
    std::uint32_t type;
    std::uint32_t elements; // of a block
    std::uint32_t bytes; // of a block
};
// Of ggml. What is missing here (types that files do not use, types to come) is taken as it is, its size unknown.
constexpr std::array tensorTypes = {TensorType{0, 1, 4}, TensorType{1, 1, 2}, TensorType{2, 32, 18}, TensorType{3, 32, 20},
    TensorType{6, 32, 22}, TensorType{7, 32, 24}, TensorType{8, 32, 34}, TensorType{10, 256, 84}, TensorType{11, 256, 110},
    TensorType{12, 256, 144}, TensorType{13, 256, 176}, TensorType{14, 256, 210}, TensorType{15, 256, 292}, TensorType{16, 256, 66},
    TensorType{17, 256, 74}, TensorType{18, 256, 98}, TensorType{19, 256, 50}, TensorType{20, 32, 18}, TensorType{21, 256, 110},
    TensorType{22, 256, 82}, TensorType{23, 256, 136}, TensorType{24, 1, 1}, TensorType{25, 1, 2}, TensorType{26, 1, 4},
    TensorType{27, 1, 8}, TensorType{28, 1, 8}, TensorType{29, 256, 56}, TensorType{30, 1, 2}, TensorType{34, 256, 54},
    TensorType{35, 256, 66}, TensorType{39, 32, 17}, TensorType{40, 64, 36}, TensorType{41, 128, 18}};

// Text from the file within a message: what cannot be shown becomes '?', what is long is cut.
std::string shown(std::string_view text)
{
    std::string result = isUtf8(text) ? std::string(text.substr(0, 80)) : std::string(text.substr(0, 20));
    const bool plain = isUtf8(result);
    std::ranges::replace_if(
        result, [plain](char c) { return static_cast<unsigned char>(c) < 0x20 || (!plain && static_cast<unsigned char>(c) >= 0x80); }, '?');
    return "\"" + result + "\"";
}

// Walks through the beginning of a file; every step that would leave it gives nothing.
class Cursor {
public:
    Cursor(std::string_view beginning, std::uint64_t fileBytes) : m_bytes(beginning), m_fileBytes(fileBytes) { }

    [[nodiscard]] std::size_t position() const { return m_position; }
    /// Bytes up to the end of the file.
    [[nodiscard]] std::uint64_t remaining() const { return m_fileBytes - m_position; }
    /// Whether a step was missing bytes that the file has and the beginning has not.
    [[nodiscard]] bool needsMore() const { return m_needsMore; }
    [[nodiscard]] std::string_view since(std::size_t begin) const { return m_bytes.substr(begin, m_position - begin); }

    template <class T> std::optional<T> number()
    {
        if (!has(sizeof(T))) {
            return std::nullopt;
        }
        const T value = littleEndianAt<T>(m_bytes, m_position);
        m_position += sizeof(T);
        return value;
    }

    std::optional<std::string_view> take(std::uint64_t count)
    {
        if (!has(count)) {
            return std::nullopt;
        }
        const std::string_view bytes = m_bytes.substr(m_position, static_cast<std::size_t>(count));
        m_position += bytes.size();
        return bytes;
    }

    std::optional<std::string_view> string()
    {
        const auto length = number<std::uint64_t>();
        return length ? take(*length) : std::nullopt;
    }

private:
    bool has(std::uint64_t count)
    {
        m_needsMore = m_needsMore || (count <= remaining() && count > m_bytes.size() - m_position);
        return count <= m_bytes.size() - m_position;
    }

    std::string_view m_bytes;
    std::uint64_t m_fileBytes;
    std::size_t m_position = 0;
    bool m_needsMore = false;
};

std::optional<std::string_view> takeElements(Cursor& cursor, ValueType type, std::uint64_t count)
{
    if (const std::size_t size = sizeOf(type); size > 0) {
        return count <= cursor.remaining() / size ? cursor.take(count * size) : std::nullopt;
    }
    const std::size_t begin = cursor.position();
    for (std::uint64_t i = 0; i < count; ++i) {
        if (!cursor.string()) { // at the latest when the file ends
            return std::nullopt;
        }
    }
    return cursor.since(begin);
}

Expected<KeyValue> readKeyValue(Cursor& cursor, const std::string& place)
{
    const std::size_t begin = cursor.position();
    const auto truncated = [&] { return inputError(place + ": " + Sentence::of("the file ends within it, or its length is wrong")); };
    const auto key = cursor.string();
    if (!key) {
        return truncated();
    }
    if (key->empty() || key->size() > longestKey || !isUtf8(*key)) {
        return inputError(place + ": " + Sentence::of("its key is {1}; expected 1 to 65535 bytes of UTF-8", shown(*key)));
    }
    KeyValue result;
    result.key = *key;
    const std::string where = place + ": " + shown(*key);
    const auto readType = [&cursor](ValueType& type) {
        const auto number = cursor.number<std::uint32_t>();
        type = static_cast<ValueType>(number.value_or(0));
        return number;
    };
    const auto isKnown = [](std::uint32_t number) { return number <= static_cast<std::uint32_t>(ValueType::Float64); };
    const auto type = readType(result.type);
    if (!type) {
        return truncated();
    }
    if (!isKnown(*type)) {
        return inputError(Sentence::of("{1} has the type {2}; expected 0 to 12", where, std::to_string(*type)));
    }
    std::optional<std::string_view> value;
    if (result.type == ValueType::Array) {
        const auto elementType = readType(result.elementType);
        const auto count = cursor.number<std::uint64_t>();
        if (!elementType || !count) {
            return truncated();
        }
        if (!isKnown(*elementType) || result.elementType == ValueType::Array) {
            return inputError(Sentence::of("{1} is a list of elements of the type {2}; expected numbers, truth values or strings", where,
                std::to_string(*elementType)));
        }
        result.count = *count;
        value = takeElements(cursor, result.elementType, *count);
        if (!value) {
            return inputError(Sentence::of("{1} is a list of {2} elements, more than the file holds", where, std::to_string(*count)));
        }
    } else {
        value = result.type == ValueType::String ? cursor.string() : takeElements(cursor, result.type, 1);
        if (!value) {
            return inputError(where + ": " + Sentence::of("the file ends within its value, or its length is wrong"));
        }
    }
    result.value = *value;
    result.stored = cursor.since(begin);
    return result;
}

Expected<TensorInfo> readTensorInfo(Cursor& cursor, const std::string& place)
{
    const auto truncated = [&] { return inputError(place + ": " + Sentence::of("the file ends within it, or a length in it is wrong")); };
    const auto name = cursor.string();
    const auto rank = name ? cursor.number<std::uint32_t>() : std::nullopt;
    if (!rank) {
        return truncated();
    }
    if (name->empty() || name->size() > longestTensorName || !isUtf8(*name)) {
        return inputError(place + ": " + Sentence::of("its name is {1}; expected 1 to 63 bytes of UTF-8", shown(*name)));
    }
    const std::string where = place + ": " + shown(*name);
    TensorInfo result;
    result.name = *name;
    result.rank = *rank;
    if (*rank > result.shape.size()) {
        return inputError(Sentence::of("{1} has {2} dimensions; expected at most 4", where, std::to_string(*rank)));
    }
    std::uint64_t elements = 1;
    for (std::uint32_t i = 0; i < *rank; ++i) {
        const auto extent = cursor.number<std::uint64_t>();
        if (!extent) {
            return truncated();
        }
        result.shape[i] = *extent;
        if (*extent > largestCount || (*extent > 0 && elements > largestCount / *extent)) {
            return inputError(Sentence::of("{1} has a number of elements that no file can hold", where));
        }
        elements *= *extent;
    }
    const auto type = cursor.number<std::uint32_t>();
    const auto offset = cursor.number<std::uint64_t>();
    if (!type || !offset) {
        return truncated();
    }
    result.type = *type;
    result.offset = *offset;
    if (const auto* known = std::ranges::find(tensorTypes, *type, &TensorType::type); known != tensorTypes.end()) {
        if (result.shape[0] % known->elements != 0) {
            return inputError(Sentence::of("{1} has {2} elements a row; its type {3} needs a multiple of {4}", where,
                std::to_string(result.shape[0]), std::to_string(*type), std::to_string(known->elements)));
        }
        const std::uint64_t blocks = elements / known->elements;
        if (blocks > largestCount / known->bytes) {
            return inputError(Sentence::of("{1} has a number of elements that no file can hold", where));
        }
        result.bytes = blocks * known->bytes;
    }
    return result;
}

Expected<void> checkTensor(const TensorInfo& tensor, std::uint64_t dataBytes, std::uint32_t alignment, const std::string& where)
{
    if (tensor.offset % alignment != 0) {
        return inputError(Sentence::of("{1} begins at byte {2} of the data; expected a multiple of the alignment {3}", where,
            std::to_string(tensor.offset), std::to_string(alignment)));
    }
    const std::uint64_t bytes = tensor.bytes.value_or(0);
    if (tensor.offset > dataBytes || bytes > dataBytes - tensor.offset) {
        return inputError(
            Sentence::of("{1} needs {2} bytes from byte {3} of the data on; the file has {4} bytes of data: it is cut off or damaged",
                where, std::to_string(bytes), std::to_string(tensor.offset), std::to_string(dataBytes)));
    }
    return {};
}

// The first name that is there twice.
std::optional<std::string_view> duplicate(std::vector<std::string_view> names)
{
    std::ranges::sort(names);
    const auto found = std::ranges::adjacent_find(names);
    return found == names.end() ? std::nullopt : std::optional(*found);
}

template <class T> std::vector<std::string_view> namesOf(const std::vector<T>& items, std::string_view T::*name)
{
    std::vector<std::string_view> names;
    std::ranges::transform(items, std::back_inserter(names), name);
    return names;
}

Expected<void> checkVersion(std::uint32_t version, const std::string& where)
{
    if (version == 0 || (version & 0xffffU) == 0) {
        return inputError(where + ": " + Sentence::of("a big-endian GGUF file; expected a little-endian one"));
    }
    if (version < 2 || version > newestVersion) {
        return inputError(where + ": " + Sentence::of("GGUF version {1}; expected 2 or 3", std::to_string(version)));
    }
    return {};
}

} // namespace

std::size_t sizeOf(ValueType type)
{
    switch (type) {
    case ValueType::Uint8:
    case ValueType::Int8:
    case ValueType::Bool:
        return 1;
    case ValueType::Uint16:
    case ValueType::Int16:
        return 2;
    case ValueType::Uint32:
    case ValueType::Int32:
    case ValueType::Float32:
        return 4;
    case ValueType::Uint64:
    case ValueType::Int64:
    case ValueType::Float64:
        return 8;
    case ValueType::String:
    case ValueType::Array:
        break;
    }
    return 0;
}

// Reads what stands before the data. It may be asked again with a longer beginning of the same file.
class Header::Parser {
public:
    static Expected<Header> parse(Cursor& cursor, std::uint64_t fileBytes, const std::string& where);
};

Expected<Header> Header::parse(std::string_view file, const std::string& where)
{
    Cursor cursor(file, file.size());
    return Parser::parse(cursor, file.size(), where).map([&](Header header) {
        header.m_inMemory = file;
        return header;
    });
}

// The beginning is read in steps, each doubling it, until the header is whole. Memory that is not filled costs nothing.
Expected<Header> Header::read(const std::shared_ptr<const RandomAccessFile>& file)
{
    constexpr std::uint64_t firstBytes = std::uint64_t{256} << 10U;
    const auto most = static_cast<std::size_t>(std::min(largestHeader, file->size()));
    const std::shared_ptr<char[]> beginning = std::make_unique_for_overwrite<char[]>(most); // NOLINT(modernize-avoid-c-arrays): not filled
    for (std::size_t bytes = 0; bytes < most || most == 0;) {
        const std::size_t next = std::min(std::max<std::size_t>(2 * bytes, firstBytes), most);
        const auto more = file->read(bytes, std::as_writable_bytes(std::span(beginning.get(), most).subspan(bytes, next - bytes)));
        if (!more) {
            return tl::unexpected(more.error());
        }
        bytes = next;
        Cursor cursor({beginning.get(), bytes}, file->size());
        Expected<Header> header = Parser::parse(cursor, file->size(), file->name());
        if (header) {
            header->m_file = file;
            header->m_beginning = beginning;
        }
        if (!cursor.needsMore()) {
            return header;
        }
    }
    return inputError(file->name() + ": " + Sentence::of("its header is longer than 64 MiB; expected a model, whose header has some MiB"));
}

Expected<Header> Header::Parser::parse(Cursor& cursor, std::uint64_t fileBytes, const std::string& where)
{
    if (cursor.take(magic.size()) != magic) {
        return inputError(where + ": " + Sentence::of("not a GGUF file"));
    }
    const auto version = cursor.number<std::uint32_t>();
    const auto tensorCount = cursor.number<std::uint64_t>();
    const auto keyValueCount = cursor.number<std::uint64_t>();
    if (version) {
        if (const auto checked = checkVersion(*version, where); !checked) {
            return tl::unexpected(checked.error());
        }
    }
    if (!version || !tensorCount || !keyValueCount) {
        return inputError(where + ": " + Sentence::of("the file ends within the first 24 bytes of its header"));
    }
    const auto checkCount = [&](const char* what, std::uint64_t count, std::uint64_t held, std::uint64_t most) -> Expected<void> {
        if (count <= std::min(held, most)) {
            return {};
        }
        return inputError(where + ": "
            + (count > held ? Sentence::of("the header promises {1} {2}, more than the file holds", std::to_string(count), what)
                            : Sentence::of(
                                "the header promises {1} {2}; expected at most {3}", std::to_string(count), what, std::to_string(most))));
    };
    Header header;
    header.m_fileBytes = fileBytes;
    header.m_where = where;
    header.m_version = *version;
    if (auto few = checkCount("key-values", *keyValueCount, cursor.remaining() / leastKeyValue, mostKeyValues); !few) {
        return tl::unexpected(few.error());
    }
    for (std::uint64_t i = 0; i < *keyValueCount; ++i) {
        Expected<KeyValue> keyValue = readKeyValue(cursor, where + ": key-value " + std::to_string(i));
        if (!keyValue) {
            return tl::unexpected(keyValue.error());
        }
        header.m_keyValues.push_back(*keyValue);
    }
    if (const auto twice = duplicate(namesOf(header.m_keyValues, &KeyValue::key))) {
        return inputError(where + ": " + Sentence::of("the key {1} is there twice", shown(*twice)));
    }
    if (const KeyValue* alignment = header.find("general.alignment")) {
        const auto value = alignment->type == ValueType::Uint32 ? littleEndianAt<std::uint32_t>(alignment->value, 0) : 0U;
        if (!std::has_single_bit(value) || value > largestAlignment) {
            return inputError(where + ": "
                + Sentence::of("general.alignment is {1}; expected a power of 2, at most {2}",
                    alignment->type == ValueType::Uint32 ? Sentence(std::to_string(value)) : Sentence::of("not a uint32"),
                    std::to_string(largestAlignment)));
        }
        header.m_alignment = value;
    }
    if (auto few = checkCount("tensors", *tensorCount, cursor.remaining() / leastTensorInfo, mostTensors); !few) {
        return tl::unexpected(few.error());
    }
    for (std::uint64_t i = 0; i < *tensorCount; ++i) {
        Expected<TensorInfo> tensor = readTensorInfo(cursor, where + ": tensor " + std::to_string(i));
        if (!tensor) {
            return tl::unexpected(tensor.error());
        }
        header.m_tensors.push_back(*tensor);
    }
    if (const auto twice = duplicate(namesOf(header.m_tensors, &TensorInfo::name))) {
        return inputError(where + ": " + Sentence::of("the tensor {1} is there twice", shown(*twice)));
    }
    const std::uint64_t mask = header.m_alignment - 1;
    header.m_dataBegin = std::min<std::uint64_t>((cursor.position() + mask) & ~mask, fileBytes);
    for (const TensorInfo& tensor : header.m_tensors) {
        const auto checked = checkTensor(tensor, header.dataBytes(), header.m_alignment, where + ": tensor " + shown(tensor.name));
        if (!checked) {
            return tl::unexpected(checked.error());
        }
    }
    return header;
}

const KeyValue* Header::find(std::string_view key) const
{
    const auto found = std::ranges::find(m_keyValues, key, &KeyValue::key);
    return found == m_keyValues.end() ? nullptr : &*found;
}

const TensorInfo* Header::findTensor(std::string_view name) const
{
    const auto found = std::ranges::find(m_tensors, name, &TensorInfo::name);
    return found == m_tensors.end() ? nullptr : &*found;
}

Expected<std::optional<std::string>> Header::text(std::string_view key) const
{
    const KeyValue* const found = find(key);
    if (found == nullptr) {
        return std::nullopt;
    }
    if (found->type != ValueType::String) {
        return inputError(m_where + ": " + Sentence::of("{1} is not a string", key));
    }
    if (found->value.size() > longestText) {
        return inputError(m_where + ": "
            + Sentence::of(
                "{1} has {2} bytes; expected at most {3}", key, std::to_string(found->value.size()), std::to_string(longestText)));
    }
    if (!isUtf8(found->value)) {
        return inputError(m_where + ": " + Sentence::of("{1} is {2}; expected UTF-8", key, shown(found->value)));
    }
    return std::string(found->value);
}

Expected<std::optional<std::int64_t>> Header::integer(std::string_view key) const
{
    const KeyValue* const found = find(key);
    if (found == nullptr) {
        return std::nullopt;
    }
    switch (found->type) {
    case ValueType::Uint8:
        return littleEndianAt<std::uint8_t>(found->value, 0);
    case ValueType::Int8:
        return littleEndianAt<std::int8_t>(found->value, 0);
    case ValueType::Uint16:
        return littleEndianAt<std::uint16_t>(found->value, 0);
    case ValueType::Int16:
        return littleEndianAt<std::int16_t>(found->value, 0);
    case ValueType::Uint32:
        return littleEndianAt<std::uint32_t>(found->value, 0);
    case ValueType::Int32:
        return littleEndianAt<std::int32_t>(found->value, 0);
    case ValueType::Int64:
        return littleEndianAt<std::int64_t>(found->value, 0);
    case ValueType::Uint64:
        if (const auto value = littleEndianAt<std::uint64_t>(found->value, 0); value <= largestCount) {
            return static_cast<std::int64_t>(value);
        }
        return inputError(m_where + ": "
            + Sentence::of("{1} is {2}; expected at most {3}", key, std::to_string(littleEndianAt<std::uint64_t>(found->value, 0)),
                std::to_string(largestCount)));
    default:
        return inputError(m_where + ": " + Sentence::of("{1} is not an integer", key));
    }
}

Expected<std::optional<double>> Header::real(std::string_view key) const
{
    const KeyValue* const found = find(key);
    if (found == nullptr) {
        return std::nullopt;
    }
    if (found->type == ValueType::Float32) {
        return littleEndianAt<float>(found->value, 0);
    }
    if (found->type == ValueType::Float64) {
        return littleEndianAt<double>(found->value, 0);
    }
    return integer(key)
        .map([](const std::optional<std::int64_t>& value) { return std::optional(static_cast<double>(*value)); })
        .map_error([&](const Error& error) {
            const bool isWhole = found->type == ValueType::Uint64;
            return isWhole ? error : Error{error.kind, m_where + ": " + Sentence::of("{1} is not a number", key)};
        });
}

Expected<std::optional<std::vector<double>>> Header::reals(std::string_view key) const
{
    const KeyValue* const found = find(key);
    if (found == nullptr) {
        return std::nullopt;
    }
    if (found->type != ValueType::Array || found->elementType != ValueType::Float64) {
        return inputError(m_where + ": " + Sentence::of("{1} is not a list of float64", key));
    }
    if (found->count > maxFloats) {
        return inputError(m_where + ": "
            + Sentence::of(
                "{1} has {2} values; expected at most {3}", std::string(key), std::to_string(found->count), std::to_string(maxFloats)));
    }
    std::vector<double> values;
    for (std::size_t at = 0; at < found->value.size(); at += sizeof(double)) {
        values.push_back(littleEndianAt<double>(found->value, at));
    }
    return values;
}

Expected<std::optional<std::vector<float>>> Header::floatTensor(std::string_view name) const
{
    const TensorInfo* const found = findTensor(name);
    if (found == nullptr) {
        return std::nullopt;
    }
    if (found->type != float32Type || found->elements() != found->shape[0]) {
        return inputError(m_where + ": " + Sentence::of("tensor {1} is not a list of float32", name));
    }
    if (found->elements() > maxFloats) {
        return inputError(m_where + ": "
            + Sentence::of(
                "tensor {1} has {2} values; expected at most {3}", name, std::to_string(found->elements()), std::to_string(maxFloats)));
    }
    const std::uint64_t begin = m_dataBegin + found->offset;
    const auto count = static_cast<std::size_t>(*found->bytes);
    const Expected<std::string> bytes
        = m_file ? m_file->read(begin, count) : Expected<std::string>(m_inMemory.substr(static_cast<std::size_t>(begin), count));
    return bytes.map([](const std::string& stored) {
        std::vector<float> values;
        for (std::size_t at = 0; at < stored.size(); at += sizeof(float)) {
            values.push_back(littleEndianAt<float>(stored, at));
        }
        return std::optional(std::move(values));
    });
}

} // namespace rotascope::gguf
