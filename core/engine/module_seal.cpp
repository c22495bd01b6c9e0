// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/module_seal.h"

#include "core/digest.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <elf.h>
#include <fstream>
#include <optional>
#include <span>
#include <string>
#include <system_error>
#include <vector>

namespace rotascope {
namespace {

using Bytes = std::span<const char>;

constexpr std::size_t digestOffset = offsetof(ModuleSeal, digest);

tl::unexpected<Error> moduleError(const Sentence& reason)
{
    return tl::unexpected(Error{ErrorKind::Engine, reason});
}

// A plain struct at this place of the file; none where the file ends before.
template <class T> std::optional<T> readAt(Bytes file, std::uint64_t offset)
{
    if (offset > file.size() || file.size() - offset < sizeof(T)) {
        return {};
    }
    T value;
    std::memcpy(&value, file.data() + offset, sizeof value);
    return value;
}

// A module's file, read whole.
struct ModuleImage {
    std::vector<char> bytes;
    std::vector<Bytes> mapped; // the table of segments, and what the loader maps
    std::size_t seal = 0; // where it is in the file
};

Expected<std::vector<char>> readWhole(const std::filesystem::path& file)
{
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    std::ifstream stream(file, std::ios::binary);
    std::vector<char> bytes(error ? 0 : size);
    if (error || !stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) {
        return moduleError(Sentence::of("cannot be read"));
    }
    return bytes;
}

Expected<void> findMapped(ModuleImage& image)
{
    const std::optional<Elf64_Ehdr> header = readAt<Elf64_Ehdr>(image.bytes, 0);
    if (!header || std::memcmp(header->e_ident, ELFMAG, SELFMAG) != 0 || header->e_ident[EI_CLASS] != ELFCLASS64
        || header->e_phentsize != sizeof(Elf64_Phdr)) {
        return moduleError(Sentence::of("cannot be loaded: is not a shared library of this system"));
    }
    std::uint64_t expected = 0;
    for (std::size_t i = 0; i < header->e_phnum; ++i) {
        const std::uint64_t place = header->e_phoff + i * sizeof(Elf64_Phdr);
        const std::optional<Elf64_Phdr> segment = readAt<Elf64_Phdr>(image.bytes, place);
        if (!segment) {
            return moduleError(Sentence::of("is cut short, or damaged: its table of segments is not there"));
        }
        image.mapped.push_back(Bytes(image.bytes).subspan(place, sizeof(Elf64_Phdr)));
        if (segment->p_type != PT_LOAD) {
            continue;
        }
        const std::uint64_t end = segment->p_offset + segment->p_filesz;
        if (end < segment->p_offset || end > image.bytes.size()) {
            expected = std::max(expected, end < segment->p_offset ? segment->p_offset : end);
            continue;
        }
        image.mapped.push_back(Bytes(image.bytes).subspan(segment->p_offset, segment->p_filesz));
    }
    // The loader would die where the file ends before what it maps.
    return expected == 0 ? Expected<void>()
                         : moduleError(Sentence::of("is cut short: has {1} bytes; expected at least {2}",
                             std::to_string(image.bytes.size()), std::to_string(expected)));
}

Expected<void> findSeal(ModuleImage& image)
{
    for (const Bytes part : image.mapped) {
        const auto found = std::search(part.begin(), part.end(), moduleMark.begin(), moduleMark.end(),
            [](char a, unsigned char b) { return static_cast<unsigned char>(a) == b; });
        if (part.end() - found >= static_cast<std::ptrdiff_t>(sizeof(ModuleSeal))) {
            image.seal = static_cast<std::size_t>(part.data() - image.bytes.data()) + static_cast<std::size_t>(found - part.begin());
            return {};
        }
    }
    return moduleError(Sentence::of("is not a Rotascope engine: it has no engine's mark"));
}

Expected<ModuleImage> readModule(const std::filesystem::path& file)
{
    ModuleImage image;
    return readWhole(file)
        .and_then([&](std::vector<char>&& bytes) {
            image.bytes = std::move(bytes);
            return findMapped(image);
        })
        .and_then([&] { return findSeal(image); })
        .map([&] { return std::move(image); });
}

std::uint64_t storedDigest(const ModuleImage& image)
{
    return *readAt<std::uint64_t>(image.bytes, image.seal + digestOffset);
}

// Without the digest's own place, and where the sections are, which a stripped file has elsewhere and the loader does not read.
std::uint64_t digestOf(ModuleImage& image)
{
    std::memset(image.bytes.data() + image.seal + digestOffset, 0, sizeof(std::uint64_t));
    std::memset(image.bytes.data() + offsetof(Elf64_Ehdr, e_shoff), 0, sizeof(Elf64_Ehdr::e_shoff));
    std::memset(image.bytes.data() + offsetof(Elf64_Ehdr, e_shnum), 0, sizeof(Elf64_Ehdr::e_shnum));
    std::memset(image.bytes.data() + offsetof(Elf64_Ehdr, e_shstrndx), 0, sizeof(Elf64_Ehdr::e_shstrndx));
    Digest digest;
    for (const Bytes part : image.mapped) {
        digest.add(part);
    }
    return digest.value();
}

} // namespace

Expected<void> checkModuleSeal(const std::filesystem::path& file)
{
    return readModule(file).and_then([](ModuleImage&& image) -> Expected<void> {
        const std::uint64_t stored = storedDigest(image);
        return stored == 0 || stored == digestOf(image)
            ? Expected<void>()
            : moduleError(Sentence::of("is damaged: its contents are not those that were built; install it again"));
    });
}

Expected<void> sealModule(const std::filesystem::path& file)
{
    return readModule(file).and_then([&](ModuleImage&& image) -> Expected<void> {
        const std::uint64_t digest = digestOf(image);
        std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
        stream.seekp(static_cast<std::streamoff>(image.seal + digestOffset));
        stream.write(reinterpret_cast<const char*>(&digest), sizeof digest); // NOLINT: bytes of a number
        stream.flush();
        return stream ? Expected<void>() : tl::unexpected(Error{ErrorKind::Output, Sentence::of("the digest cannot be written")});
    });
}

} // namespace rotascope
