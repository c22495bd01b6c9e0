// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

// Values as bytes, for two processes of the same program. What goes through them is written once, for both directions: a function
// transfer(archive, value) that gives each member to the archive, found by the type of the value.
namespace rotascope::hdf5 {

/// Appends values to `bytes`.
struct MessageWriter {
    std::string bytes;

    void raw(void* data, std::size_t size) { bytes.append(static_cast<const char*>(data), size); }
    std::size_t count(std::size_t count)
    {
        raw(&count, sizeof(count));
        return count;
    }
    [[nodiscard]] static constexpr bool isGood() { return true; }
};

/// Takes them back, in the same order. After the first one that is not there `ok` is false, and the rest is empty.
struct MessageReader {
    std::string_view bytes;
    bool ok = true;

    void raw(void* data, std::size_t size)
    {
        ok = ok && size <= bytes.size();
        if (ok && size > 0) { // an empty list has no place to copy to
            std::memcpy(data, bytes.data(), size);
            bytes.remove_prefix(size);
        }
    }
    // No list has more elements than there are bytes.
    std::size_t count(std::size_t /*count*/)
    {
        std::size_t count = 0;
        raw(&count, sizeof(count));
        ok = ok && count <= bytes.size();
        return ok ? count : 0;
    }
    [[nodiscard]] bool isGood() const { return ok; }
};

template <class T> inline constexpr bool isOptional = false;
template <class T> inline constexpr bool isOptional<std::optional<T>> = true;

template <class Archive, class T>
requires(std::is_trivially_copyable_v<T> && !isOptional<T>) void transfer(Archive& archive, T& value)
{
    archive.raw(&value, sizeof(T));
}

// One byte, 0 or 1: no other value is a bool.
template <class Archive> void transfer(Archive& archive, bool& value)
{
    std::uint8_t byte = value ? 1 : 0;
    archive.raw(&byte, sizeof(byte));
    value = byte == 1;
    if constexpr (requires { archive.ok; }) {
        archive.ok = archive.ok && byte <= 1;
    }
}

template <class Archive> void transfer(Archive& archive, std::string& text)
{
    text.resize(archive.count(text.size()));
    archive.raw(text.data(), text.size());
}

template <class Archive, class T> void transfer(Archive& archive, std::vector<T>& list)
{
    const std::size_t count = archive.count(list.size());
    if constexpr (std::is_trivially_copyable_v<T>) {
        list.resize(archive.count(count * sizeof(T)) / sizeof(T));
        archive.raw(list.data(), list.size() * sizeof(T));
    } else {
        for (std::size_t i = 0; i < count && archive.isGood(); ++i) { // one by one: a count that lies takes no memory
            if (i == list.size()) {
                list.emplace_back();
            }
            transfer(archive, list[i]);
        }
    }
}

template <class Archive, class T> void transfer(Archive& archive, std::optional<T>& value)
{
    bool isThere = value.has_value();
    transfer(archive, isThere);
    if (isThere && !value) {
        value.emplace();
    }
    if (isThere) {
        transfer(archive, *value);
    }
}

template <class Archive> void transfer(Archive& archive, std::map<std::string, std::string>& texts)
{
    std::vector<std::string> list;
    for (const auto& [name, text] : texts) {
        list.insert(list.end(), {name, text});
    }
    transfer(archive, list);
    for (std::size_t i = 0; i + 1 < list.size(); i += 2) {
        texts.emplace(list[i], list[i + 1]);
    }
}

/// A sentence with its pattern and arguments, so that it can still be translated. What comes from the other process is checked: kinds that
/// there are, arguments that each have one place, no deeper than sentences nest. So its text is no longer than its bytes.
template <class Archive> void transfer(Archive& archive, Sentence& sentence, int depth = 0)
{
    constexpr int deepest = 16;
    auto kind = static_cast<std::uint8_t>(sentence.kind());
    std::string text = sentence.text();
    std::vector<Sentence> arguments = sentence.arguments();
    transfer(archive, kind);
    transfer(archive, text);
    const std::size_t count = archive.count(arguments.size());
    for (std::size_t i = 0; i < count && depth < deepest && archive.isGood(); ++i) {
        if (i == arguments.size()) {
            arguments.emplace_back();
        }
        transfer(archive, arguments[i], depth + 1);
    }
    if constexpr (requires { archive.ok; }) {
        const auto read = static_cast<Sentence::Kind>(kind);
        archive.ok = archive.ok && read <= Sentence::Kind::Joined && arguments.size() == count
            && (read == Sentence::Kind::Joined || (read == Sentence::Kind::Pattern ? hasPlaces(text, count) : count == 0));
        sentence = archive.ok ? Sentence::ofParts(read, std::move(text), std::move(arguments)) : Sentence();
    }
}

template <class Archive> void transfer(Archive& archive, Error& error)
{
    transfer(archive, error.kind);
    transfer(archive, error.message);
}

/// A value or an error, as one message.
template <class T> std::string messageOf(Expected<T> result)
{
    MessageWriter writer;
    bool ok = result.has_value();
    transfer(writer, ok);
    if (ok) {
        transfer(writer, *result);
    } else {
        transfer(writer, result.error());
    }
    return std::move(writer.bytes);
}

/// The same back; empty for bytes that are no such message.
template <class T> std::optional<Expected<T>> resultOf(std::string_view message)
{
    MessageReader reader{message};
    bool ok = false;
    transfer(reader, ok);
    Error error{ErrorKind::Input, {}};
    T value{};
    if (ok) {
        transfer(reader, value);
    } else {
        transfer(reader, error);
    }
    if (!reader.ok || !reader.bytes.empty()) {
        return std::nullopt;
    }
    return ok ? Expected<T>(std::move(value)) : tl::unexpected(std::move(error));
}

} // namespace rotascope::hdf5
