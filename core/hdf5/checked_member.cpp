// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hdf5/checked_member.h"

#include "core/files/text.h"
#include "core/hdf5/driver.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <span>

namespace rotascope::hdf5 {
namespace {

constexpr hsize_t maxMembers = 1024;

bool isAnyOf(hid_t type, std::initializer_list<hid_t> types)
{
    return std::ranges::any_of(types, [type](hid_t other) { return H5Tequal(type, other) > 0; });
}

bool isInteger(hid_t type)
{
    return isAnyOf(type,
        {H5T_STD_I8LE, H5T_STD_U8LE, H5T_STD_I8BE, H5T_STD_U8BE, H5T_STD_I16LE, H5T_STD_U16LE, H5T_STD_I16BE, H5T_STD_U16BE, H5T_STD_I32LE,
            H5T_STD_U32LE, H5T_STD_I32BE, H5T_STD_U32BE, H5T_STD_I64LE, H5T_STD_U64LE, H5T_STD_I64BE, H5T_STD_U64BE});
}

bool isReal(hid_t type)
{
    return isInteger(type) || isAnyOf(type, {H5T_IEEE_F32LE, H5T_IEEE_F32BE, H5T_IEEE_F64LE, H5T_IEEE_F64BE});
}

// An attribute with its type and its number of values, as far as it exists.
struct OpenedAttribute {
    Attribute attribute;
    Datatype type;
    hsize_t values = 0;
    std::string where; // with its own name, for messages

    [[nodiscard]] bool exists() const { return attribute.valid(); }
    [[nodiscard]] tl::unexpected<Error> failure(const Sentence& what) const { return inputError(where + ": " + what); }
};

Expected<OpenedAttribute> openAttribute(hid_t object, const char* name, const std::string& where)
{
    OpenedAttribute opened;
    opened.where = where + ": attribute \"" + name + "\"";
    const htri_t exists = H5Aexists(object, name);
    if (exists < 0) {
        return opened.failure(Sentence::of("cannot be looked up: {1}", takeReason()));
    }
    if (exists == 0) {
        return opened;
    }
    opened.attribute = Attribute(H5Aopen(object, name, H5P_DEFAULT));
    if (!opened.attribute.valid()) {
        return opened.failure(Sentence::of("cannot be opened: {1}", takeReason()));
    }
    opened.type = Datatype(H5Aget_type(opened.attribute.id()));
    const Dataspace space(H5Aget_space(opened.attribute.id()));
    const hssize_t values = H5Sget_simple_extent_npoints(space.id());
    if (!opened.type.valid() || values < 0 || H5Sget_simple_extent_ndims(space.id()) > 1) {
        return opened.failure(Sentence::of("has an unusable type or shape: {1}", takeReason()));
    }
    opened.values = static_cast<hsize_t>(values);
    return opened;
}

template <class T> Expected<std::optional<T>> readNumber(const OpenedAttribute& opened, hid_t memoryType)
{
    T value{};
    if (H5Aread(opened.attribute.id(), memoryType, &value) < 0) {
        return opened.failure(Sentence::of("cannot be read: {1}", takeReason()));
    }
    return value;
}

template <class T, class Text> Expected<std::string> numbersText(const OpenedAttribute& opened, hid_t memoryType, const Text& text)
{
    std::vector<T> values(opened.values);
    if (H5Aread(opened.attribute.id(), memoryType, values.data()) < 0) {
        return opened.failure(Sentence::of("cannot be read: {1}", takeReason()));
    }
    std::string all;
    for (const T& value : values) {
        all += (all.empty() ? "" : ", ") + text(value);
    }
    return all;
}

// Text of variable length, as an attribute stores it: where in the file the characters are. Little-endian, 16 bytes.
struct TextReference {
    std::uint32_t length = 0;
    std::uint64_t collection = 0; // address of the global heap collection, 0 for an empty text
    std::uint32_t index = 0; // of the object in it
};
constexpr std::size_t textReferenceBytes = 16;

template <class T> T littleEndian(const unsigned char* bytes)
{
    T value = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i) {
        value |= static_cast<T>(static_cast<T>(bytes[i]) << (8 * i));
    }
    return value;
}

// A conversion function of HDF5 that converts nothing: it keeps the reference, which H5Aread would follow.
herr_t keepReference(hid_t source, hid_t target, H5T_cdata_t* data, std::size_t /*values*/, std::size_t /*stride*/,
    std::size_t /*backgroundStride*/, void* /*buffer*/, void* /*background*/, hid_t /*transfer*/)
{
    data->need_bkg = H5T_BKG_NO;
    if (data->command == H5T_CONV_FREE) { // perhaps at the end of the program, when the types are gone already
        return 0;
    }
    return H5Tis_variable_str(source) > 0 && H5Tget_size(target) == textReferenceBytes ? 0 : -1;
}

Expected<TextReference> readTextReference(const OpenedAttribute& opened)
{
    const Datatype opaque(H5Tcreate(H5T_OPAQUE, textReferenceBytes));
    std::array<unsigned char, textReferenceBytes> bytes{};
    H5Tregister(H5T_PERS_SOFT, "text reference", opened.type.id(), opaque.id(), keepReference);
    const herr_t read = H5Aread(opened.attribute.id(), opaque.id(), bytes.data());
    H5Tunregister(H5T_PERS_SOFT, "text reference", opened.type.id(), opaque.id(), keepReference);
    if (read < 0) {
        return opened.failure(Sentence::of("cannot be read: {1}", takeReason()));
    }
    return TextReference{
        littleEndian<std::uint32_t>(bytes.data()), littleEndian<std::uint64_t>(&bytes[4]), littleEndian<std::uint32_t>(&bytes[12])};
}

// Bytes of the file itself, read without HDF5; empty if the file does not have so many there.
std::vector<unsigned char> readBytes(Storage& file, std::uint64_t address, std::size_t count)
{
    if (address > file.size() || count > file.size() - address) {
        return {};
    }
    std::vector<unsigned char> bytes(count);
    return file.read(address, std::as_writable_bytes(std::span(bytes)), false) ? bytes : std::vector<unsigned char>();
}

// Looks an object of a global heap collection up. Layout (HDF5 file format specification, III.E): "GCOL", version, 3 bytes,
// size of the collection (8 bytes), then objects: index (2), references (2), 4 bytes, size (8), the bytes padded to 8.
std::optional<std::string> heapObject(Storage& file, std::uint64_t address, const TextReference& reference)
{
    constexpr std::size_t headerBytes = 16;
    constexpr std::uint64_t maxCollectionBytes = std::uint64_t{1} << 20;
    const std::vector<unsigned char> header = readBytes(file, address, headerBytes);
    if (header.empty() || std::memcmp(header.data(), "GCOL\1", 5) != 0) {
        return std::nullopt;
    }
    const auto collectionBytes = std::min(littleEndian<std::uint64_t>(&header[8]), maxCollectionBytes);
    const std::vector<unsigned char> heap = readBytes(file, address, static_cast<std::size_t>(collectionBytes));
    for (std::size_t at = headerBytes; at + headerBytes <= heap.size();) {
        const auto index = littleEndian<std::uint16_t>(&heap[at]);
        const auto size = littleEndian<std::uint64_t>(&heap[at + 8]);
        const std::size_t room = heap.size() - at - headerBytes;
        if (index == 0 || size > room) {
            return std::nullopt; // the free space at the end, or damaged
        }
        if (index == reference.index) {
            const auto* characters = reinterpret_cast<const char*>(&heap[at]) + headerBytes;
            return std::string(characters, strnlen(characters, std::min<std::size_t>(size, reference.length)));
        }
        at += headerBytes + (static_cast<std::size_t>(size) + 7) / 8 * 8;
    }
    return std::nullopt;
}

// HDF5 1.10 copies a text of variable length without a look at the size of the buffer that it copies to: one damaged byte in the
// file is enough for a crash. So the reference is followed here.
Expected<std::string> readVariableText(const OpenedAttribute& opened)
{
    const Expected<TextReference> reference = readTextReference(opened);
    if (!reference) {
        return tl::unexpected(reference.error());
    }
    if (reference->length == 0 || reference->collection == 0) {
        return std::string();
    }
    const File file(H5Iget_file_id(opened.attribute.id()));
    const PropertyList creation(H5Fget_create_plist(file.id()));
    hsize_t userBlock = 0;
    std::size_t addressBytes = 0;
    std::size_t lengthBytes = 0;
    Storage* const storage = storageOf(file.id());
    if (H5Pget_userblock(creation.id(), &userBlock) < 0 || H5Pget_sizes(creation.id(), &addressBytes, &lengthBytes) < 0 || addressBytes != 8
        || lengthBytes != 8 || storage == nullptr) {
        return opened.failure(Sentence::of("cannot be read; expected a file with 64-bit addresses"));
    }
    std::optional<std::string> text = heapObject(*storage, userBlock + reference->collection, *reference);
    if (!text) {
        return opened.failure(Sentence::of("leads nowhere; expected a file that is not damaged"));
    }
    return std::move(*text);
}

Expected<std::string> readFixedText(const OpenedAttribute& opened)
{
    const std::size_t size = H5Tget_size(opened.type.id());
    if (size > maxTextLength) {
        return opened.failure(Sentence::of("has {1} bytes; expected at most {2}", size, maxTextLength));
    }
    std::string text(size, '\0');
    if (H5Aread(opened.attribute.id(), opened.type.id(), text.data()) < 0) {
        return opened.failure(Sentence::of("cannot be read: {1}", takeReason()));
    }
    text.resize(strnlen(text.data(), size));
    if (H5Tget_strpad(opened.type.id()) == H5T_STR_SPACEPAD) {
        text.erase(text.find_last_not_of(' ') + 1);
    }
    return text;
}

} // namespace

std::string memberOf(const std::string& where, std::string_view name)
{
    return where + (where.ends_with('/') ? "" : "/") + std::string(name);
}

Expected<bool> hasMember(hid_t group, const std::string& name, const std::string& where)
{
    const std::string member = memberOf(where, name);
    const htri_t exists = H5Lexists(group, name.c_str(), H5P_DEFAULT);
    if (exists == 0) {
        return false;
    }
    H5L_info_t link{};
    if (exists < 0 || H5Lget_info(group, name.c_str(), &link, H5P_DEFAULT) < 0) {
        return inputError(member + ": " + Sentence::of("cannot be looked up: {1}", takeReason()));
    }
    if (link.type != H5L_TYPE_HARD) {
        return inputError(member + ": "
            + (link.type == H5L_TYPE_SOFT ? Sentence::of("is a soft link; expected the data itself, in this file")
                                          : Sentence::of("is an external link; expected the data itself, in this file")));
    }
    return true;
}

Expected<Object> openMember(hid_t group, const std::string& name, const std::string& where)
{
    const Expected<bool> exists = hasMember(group, name, where);
    if (!exists) {
        return tl::unexpected(exists.error());
    }
    if (!*exists) {
        return Object();
    }
    Object object(H5Oopen(group, name.c_str(), H5P_DEFAULT));
    if (!object.valid()) {
        return inputError(memberOf(where, name) + ": " + Sentence::of("cannot be opened: {1}", takeReason()));
    }
    return object;
}

Expected<Object> openGroup(hid_t group, const std::string& name, const std::string& where)
{
    Expected<Object> object = openMember(group, name, where);
    if (object && !object->valid()) {
        return inputError(memberOf(where, name) + ": " + Sentence::of("is missing; expected a group"));
    }
    if (object && H5Iget_type(object->id()) != H5I_GROUP) {
        return inputError(memberOf(where, name) + ": " + Sentence::of("is not a group; expected a group"));
    }
    return object;
}

Expected<std::vector<std::string>> memberNames(hid_t group, const std::string& where)
{
    H5G_info_t info{};
    if (H5Gget_info(group, &info) < 0) {
        return inputError(where + ": " + Sentence::of("cannot be listed: {1}", takeReason()));
    }
    if (info.nlinks > maxMembers) {
        return inputError(where + ": " + Sentence::of("has {1} members; expected at most {2}", info.nlinks, maxMembers));
    }
    std::vector<std::string> names;
    std::array<char, maxTextLength + 1> buffer{};
    for (hsize_t i = 0; i < info.nlinks; ++i) {
        const ssize_t length = H5Lget_name_by_idx(group, ".", H5_INDEX_NAME, H5_ITER_INC, i, buffer.data(), buffer.size(), H5P_DEFAULT);
        if (length < 0) {
            return inputError(where + ": " + Sentence::of("cannot be listed: {1}", takeReason()));
        }
        std::string name(buffer.data(), std::min(static_cast<std::size_t>(length), maxTextLength));
        // HDF5 would take a name with a slash for a path and follow it past the check of links.
        if (static_cast<std::size_t>(length) > maxTextLength || name.empty() || name == "." || name.find('/') != std::string::npos
            || !isUtf8(name)) {
            return inputError(where + ": " + Sentence::of("the name of member {1} is not usable; expected UTF-8 without a slash", i));
        }
        names.push_back(std::move(name));
    }
    std::ranges::sort(names);
    return names;
}

Expected<std::optional<std::string>> textAttribute(hid_t object, const char* name, const std::string& where)
{
    const Expected<OpenedAttribute> opened = openAttribute(object, name, where);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    if (!opened->exists()) {
        return std::nullopt;
    }
    if (H5Tget_class(opened->type.id()) != H5T_STRING || opened->values != 1) {
        return opened->failure(Sentence::of("is not a text; expected one string"));
    }
    const bool variable = H5Tis_variable_str(opened->type.id()) > 0;
    Expected<std::string> text = variable ? readVariableText(*opened) : readFixedText(*opened);
    if (!text) {
        return tl::unexpected(text.error());
    }
    if (text->size() > maxTextLength || !isUtf8(*text)) {
        return opened->failure(Sentence::of("is not usable; expected UTF-8 text of at most {1} bytes", maxTextLength));
    }
    return std::move(*text);
}

Expected<std::optional<std::int64_t>> integerAttribute(hid_t object, const char* name, const std::string& where)
{
    const Expected<OpenedAttribute> opened = openAttribute(object, name, where);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    if (!opened->exists()) {
        return std::nullopt;
    }
    if (!isInteger(opened->type.id()) || opened->values != 1) {
        return opened->failure(Sentence::of("has another type or shape; expected one integer"));
    }
    return readNumber<std::int64_t>(*opened, H5T_NATIVE_INT64);
}

Expected<std::optional<double>> realAttribute(hid_t object, const char* name, const std::string& where)
{
    const Expected<OpenedAttribute> opened = openAttribute(object, name, where);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    if (!opened->exists()) {
        return std::nullopt;
    }
    if (!isReal(opened->type.id()) || opened->values != 1) {
        return opened->failure(Sentence::of("has another type or shape; expected one number"));
    }
    return readNumber<double>(*opened, H5T_NATIVE_DOUBLE);
}

Expected<std::vector<std::int64_t>> integerListAttribute(hid_t object, const char* name, const std::string& where)
{
    const Expected<OpenedAttribute> opened = openAttribute(object, name, where);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    if (!opened->exists() || opened->values == 0) {
        return std::vector<std::int64_t>();
    }
    if (!isInteger(opened->type.id()) || opened->values > maxListLength) {
        return opened->failure(Sentence::of("has another type or shape; expected a list of at most {1} integers", maxListLength));
    }
    std::vector<std::int64_t> values(opened->values);
    if (H5Aread(opened->attribute.id(), H5T_NATIVE_INT64, values.data()) < 0) {
        return opened->failure(Sentence::of("cannot be read: {1}", takeReason()));
    }
    return values;
}

Expected<std::string> attributeText(hid_t object, const char* name, const std::string& where)
{
    const Expected<OpenedAttribute> opened = openAttribute(object, name, where);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    if (!opened->exists() || opened->values == 0 || opened->values > maxNumbersInText) {
        return std::string();
    }
    const hid_t type = opened->type.id();
    if (H5Tget_class(type) == H5T_STRING && opened->values == 1) {
        return textAttribute(object, name, where).map([](const std::optional<std::string>& text) { return text.value_or(std::string()); });
    }
    if (isInteger(type)) {
        return H5Tget_sign(type) == H5T_SGN_NONE
            ? numbersText<std::uint64_t>(*opened, H5T_NATIVE_UINT64, [](std::uint64_t number) { return std::to_string(number); })
            : numbersText<std::int64_t>(*opened, H5T_NATIVE_INT64, [](std::int64_t number) { return std::to_string(number); });
    }
    return isReal(type) ? numbersText<double>(*opened, H5T_NATIVE_DOUBLE, exactText) : std::string();
}

} // namespace rotascope::hdf5
