// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hdf5/file_structure.h"

#include "core/files/text.h"
#include "core/hdf5/checked_member.h"
#include "core/hdf5/child.h"
#include "core/hdf5/file.h"
#include "core/hdf5/handle.h"
#include "core/hdf5/type_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace rotascope {

template <class Archive> void transfer(Archive& archive, StructureItem& item)
{
    using hdf5::transfer;
    transfer(archive, item.depth);
    transfer(archive, item.kind);
    transfer(archive, item.name);
    transfer(archive, item.type);
    transfer(archive, item.shape);
    transfer(archive, item.storage);
    transfer(archive, item.chunk);
    transfer(archive, item.filters);
    transfer(archive, item.storedBytes);
    transfer(archive, item.value);
    transfer(archive, item.note);
}

template <class Archive> void transfer(Archive& archive, FileStructure& structure)
{
    using hdf5::transfer;
    transfer(archive, structure.file);
    transfer(archive, structure.bytes);
    transfer(archive, structure.items);
    transfer(archive, structure.leftOut);
}

namespace {

using hdf5::Attribute;
using hdf5::Dataspace;
using hdf5::Datatype;
using hdf5::InputFile;
using hdf5::memberOf;
using hdf5::Object;
using hdf5::PropertyList;
using hdf5::takeReason;

constexpr unsigned secondsToList = 10;
constexpr std::size_t longestLink = 4096;

// The text, cut before a character that would go beyond the bound.
std::string cut(std::string text)
{
    if (text.size() > longestStructureText) {
        std::size_t end = longestStructureText;
        while (end > longestStructureText - 4 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        text.resize(end);
        text += "…";
    }
    return text;
}

// What HDF5 calls back for each link or attribute: their names, as many as are wanted. No exception may pass through HDF5.
struct Names {
    std::vector<std::string> names = {};
    std::size_t most = 0;
    bool hasMore = false;
    bool isOutOfMemory = false;

    herr_t add(const char* name) noexcept
    try {
        hasMore = names.size() == most;
        if (!hasMore) {
            names.emplace_back(name);
        }
        return hasMore ? 1 : 0;
    } catch (...) {
        isOutOfMemory = true;
        return -1;
    }
};

herr_t takeLink(hid_t /*group*/, const char* name, const H5L_info_t* /*info*/, void* names)
{
    return static_cast<Names*>(names)->add(name);
}

herr_t takeAttribute(hid_t /*object*/, const char* name, const H5A_info_t* /*info*/, void* names)
{
    return static_cast<Names*>(names)->add(name);
}

std::string filterText(hid_t properties, unsigned index)
{
    unsigned flags = 0;
    std::array<unsigned, 8> parameters{};
    std::size_t parameterCount = parameters.size();
    std::array<char, 64> name{};
    const H5Z_filter_t filter
        = H5Pget_filter2(properties, index, &flags, &parameterCount, parameters.data(), name.size() - 1, name.data(), nullptr);
    switch (filter) {
    case H5Z_FILTER_DEFLATE:
        return "gzip " + std::to_string(parameters[0]);
    case H5Z_FILTER_SHUFFLE:
        return "shuffle";
    case H5Z_FILTER_FLETCHER32:
        return "fletcher32";
    case H5Z_FILTER_SZIP:
        return "szip";
    case H5Z_FILTER_NBIT:
        return "nbit";
    case H5Z_FILTER_SCALEOFFSET:
        return "scaleoffset";
    default:
        break;
    }
    return filter < 0 ? std::string("unreadable")
                      : "filter " + std::to_string(filter) + (name[0] == 0 ? "" : std::string(", ") + name.data());
}

// What a message says behind `file: /: attribute "name": `.
std::string reasonOf(const Error& error, const std::string& attribute)
{
    const std::string before = attribute + "\": ";
    const std::string message = error.message;
    const std::size_t at = message.find(before);
    return at == std::string::npos ? message : message.substr(at + before.size());
}

// The extents of a dataspace; none where it has no values at all.
std::optional<std::vector<std::uint64_t>> shapeOf(hid_t space)
{
    const int rank = H5Sget_simple_extent_ndims(space);
    if (rank < 0 || H5Sget_simple_extent_type(space) == H5S_NULL) {
        return std::nullopt;
    }
    std::array<hsize_t, H5S_MAX_RANK> extents{};
    H5Sget_simple_extent_dims(space, extents.data(), nullptr);
    return std::vector<std::uint64_t>(extents.begin(), extents.begin() + rank);
}

// Goes through a file that HDF5 has opened.
class Walker {
public:
    explicit Walker(const InputFile& input) : m_input(input)
    {
        m_structure.file = input.name();
        m_structure.bytes = input.stored->size();
    }

    FileStructure walk()
    {
        const Object root(H5Oopen(m_input.file.id(), "/", H5P_DEFAULT));
        if (add({.depth = 0, .kind = ItemKind::Group, .name = "/"})) {
            describe(root, "/", 0);
        }
        return std::move(m_structure);
    }

private:
    std::vector<StructureItem>& items() { return m_structure.items; }

    void leaveOut(const Sentence& sentence)
    {
        if (std::ranges::find(m_structure.leftOut, sentence) == m_structure.leftOut.end()) {
            m_structure.leftOut.push_back(sentence);
        }
    }
    void leaveOutTheRest() { leaveOut(Sentence::of("The list ends after {1} entries; the file has more.", mostStructureItems)); }

    // Whether there was room for it.
    bool add(StructureItem item)
    {
        if (items().size() == mostStructureItems) {
            leaveOutTheRest();
            return false;
        }
        item.name = cut(std::move(item.name));
        items().push_back(std::move(item));
        return true;
    }

    template <class Iterate> std::vector<std::string> namesOf(const Iterate& iterate)
    {
        Names found{.most = mostStructureItems - items().size()};
        hsize_t next = 0;
        if (iterate(next, found) < 0) {
            items().back().note = found.isOutOfMemory ? "cannot be listed: it takes too much memory" : "cannot be listed: " + takeReason();
        }
        if (found.hasMore) {
            leaveOutTheRest();
        }
        return std::move(found.names);
    }

    void describe(const Object& object, const std::string& path, std::uint32_t depth);
    static void describeDataset(hid_t dataset, StructureItem& item);
    void addAttributes(hid_t object, std::uint32_t depth);
    void addAttribute(hid_t object, const std::string& name, std::uint32_t depth);
    void addMembers(hid_t group, const std::string& path, std::uint32_t depth);
    void addMember(hid_t group, const std::string& name, const std::string& path, std::uint32_t depth);
    void addLink(hid_t group, const std::string& name, const H5L_info_t& link, std::uint32_t depth);

    const InputFile& m_input;
    FileStructure m_structure;
    std::map<haddr_t, std::string> m_seen; // paths of objects
};

// Of the item that was added last.
void Walker::describe(const Object& object, const std::string& path, std::uint32_t depth)
{
    H5O_info_t info{};
    if (!object.valid() || H5Oget_info2(object.id(), &info, H5O_INFO_BASIC) < 0) {
        items().back().note = "cannot be opened: " + takeReason();
        return;
    }
    if (const auto [seen, isNew] = m_seen.emplace(info.addr, path); !isNew) { // also where groups hold each other
        items().back().note = "the same as " + cut(seen->second);
        return;
    }
    if (info.type == H5O_TYPE_DATASET) {
        items().back().kind = ItemKind::Dataset;
        describeDataset(object.id(), items().back());
    } else if (info.type == H5O_TYPE_NAMED_DATATYPE) {
        items().back().kind = ItemKind::NamedType;
        items().back().type = cut(hdf5::typeText(object.id()));
    }
    addAttributes(object.id(), depth + 1);
    if (info.type == H5O_TYPE_GROUP) {
        addMembers(object.id(), path, depth);
    }
}

void Walker::describeDataset(hid_t dataset, StructureItem& item)
{
    const PropertyList properties(H5Dget_create_plist(dataset));
    const Datatype type(H5Dget_type(dataset));
    if (!properties.valid() || !type.valid()) {
        item.note = "cannot be described: " + takeReason();
        return;
    }
    item.type = cut(hdf5::typeText(type.id()));
    const H5D_layout_t layout = H5Pget_layout(properties.id());
    if (layout == H5D_VIRTUAL) { // HDF5 opens the files with the parts as soon as the shape is asked
        item.storage = "parts of other datasets";
        return;
    }
    const bool isExternal = H5Pget_external_count(properties.id()) != 0;
    item.storage = isExternal   ? "in other files"
        : layout == H5D_CHUNKED ? "in chunks"
        : layout == H5D_COMPACT ? "in its header"
                                : "in one piece";
    item.shape = shapeOf(Dataspace(H5Dget_space(dataset)).id());
    if (layout == H5D_CHUNKED) {
        std::array<hsize_t, H5S_MAX_RANK> chunk{};
        const int rank = H5Pget_chunk(properties.id(), static_cast<int>(chunk.size()), chunk.data());
        item.chunk.assign(chunk.begin(), chunk.begin() + std::max(rank, 0));
    }
    for (int i = 0; i < H5Pget_nfilters(properties.id()); ++i) {
        item.filters.push_back(filterText(properties.id(), static_cast<unsigned>(i)));
    }
    if (!isExternal) {
        item.storedBytes = H5Dget_storage_size(dataset);
    }
}

void Walker::addAttributes(hid_t object, std::uint32_t depth)
{
    const std::vector<std::string> names = namesOf(
        [&](hsize_t& next, Names& found) { return H5Aiterate2(object, H5_INDEX_NAME, H5_ITER_INC, &next, takeAttribute, &found); });
    for (const std::string& name : names) {
        addAttribute(object, name, depth);
    }
}

void Walker::addAttribute(hid_t object, const std::string& name, std::uint32_t depth)
{
    StructureItem item{.depth = depth, .kind = ItemKind::Attribute, .name = name};
    const Attribute attribute(H5Aopen(object, name.c_str(), H5P_DEFAULT));
    const Datatype type(attribute.valid() ? H5Aget_type(attribute.id()) : H5I_INVALID_HID);
    if (!type.valid()) {
        item.note = "cannot be opened: " + takeReason();
        add(std::move(item));
        return;
    }
    item.type = cut(hdf5::typeText(type.id()));
    item.shape = shapeOf(Dataspace(H5Aget_space(attribute.id())).id());
    if (item.shape && item.shape->size() <= 1) {
        const Expected<std::string> value = hdf5::attributeText(object, name.c_str(), m_input.where());
        item.value = cut(value.value_or(std::string()));
        item.note = value ? std::string() : reasonOf(value.error(), name);
    }
    add(std::move(item));
}

void Walker::addMembers(hid_t group, const std::string& path, std::uint32_t depth)
{
    if (depth == deepestStructure) {
        items().back().note = "what is in it is left out";
        leaveOut(Sentence::of("Groups deeper than {1} are not looked into.", deepestStructure));
        return;
    }
    const std::vector<std::string> names
        = namesOf([&](hsize_t& next, Names& found) { return H5Literate(group, H5_INDEX_NAME, H5_ITER_INC, &next, takeLink, &found); });
    for (const std::string& name : names) {
        addMember(group, name, path, depth + 1);
    }
}

void Walker::addMember(hid_t group, const std::string& name, const std::string& path, std::uint32_t depth)
{
    H5L_info_t link{};
    // HDF5 would take a name with a slash for a path and follow it past the check of links.
    const bool isPlain = !name.empty() && name != "." && name.find('/') == std::string::npos;
    if (!isPlain || H5Lget_info(group, name.c_str(), &link, H5P_DEFAULT) < 0) {
        add({.depth = depth,
            .kind = ItemKind::Link,
            .name = name,
            .note = "cannot be opened: " + (isPlain ? takeReason() : "its name is a path")});
    } else if (link.type != H5L_TYPE_HARD) {
        addLink(group, name, link, depth);
    } else if (add({.depth = depth, .kind = ItemKind::Group, .name = name})) {
        const Object object(H5Oopen(group, name.c_str(), H5P_DEFAULT));
        describe(object, memberOf(path, name), depth);
    }
}

void Walker::addLink(hid_t group, const std::string& name, const H5L_info_t& link, std::uint32_t depth)
{
    std::string target(std::min(link.u.val_size, longestLink), '\0');
    const bool isRead = H5Lget_val(group, name.c_str(), target.data(), target.size(), H5P_DEFAULT) >= 0;
    std::string note = "leads elsewhere";
    const char* file = nullptr;
    const char* object = nullptr;
    if (isRead && link.type == H5L_TYPE_SOFT) {
        note = "leads to " + cut(target.substr(0, target.find('\0')));
    } else if (isRead && link.type == H5L_TYPE_EXTERNAL
        && H5Lunpack_elink_val(target.data(), target.size(), nullptr, &file, &object) >= 0) {
        note = "leads to " + cut(object) + " in " + cut(file);
    }
    add({.depth = depth, .kind = ItemKind::Link, .name = name, .note = note + "; it is not followed"});
}

} // namespace

bool isHdf5File(const std::filesystem::path& file)
{
    return hdf5::openStoredFile(file, {}).has_value();
}

Expected<FileStructure> readStructure(const std::filesystem::path& file)
{
    return hdf5::openStoredFile(file, Sentence::marked("a file of groups and datasets (HDF5)")).and_then([](const auto& stored) {
        return hdf5::readInChild<FileStructure>(*stored, secondsToList,
            [&stored] { return hdf5::openInputFile(stored).map([](const InputFile& input) { return Walker(input).walk(); }); });
    });
}

std::vector<std::string> pathsOf(const FileStructure& structure)
{
    std::vector<std::string> paths;
    std::vector<std::string> open; // the path of the object at each depth
    for (const StructureItem& item : structure.items) {
        open.resize(std::min<std::size_t>(item.depth, open.size()));
        if (item.kind == ItemKind::Attribute) {
            paths.push_back(open.empty() ? "/" : open.back());
        } else {
            open.push_back(open.empty() ? item.name : memberOf(open.back(), item.name));
            paths.push_back(open.back());
        }
    }
    return paths;
}

} // namespace rotascope
