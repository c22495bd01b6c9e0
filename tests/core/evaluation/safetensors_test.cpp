// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/safetensors.h"

#include "core/files/little_endian.h"

#include <array>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

using namespace rotascope;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

std::string fileOf(const std::string& header, const std::string& data)
{
    std::string bytes;
    appendLittleEndian(bytes, static_cast<std::uint64_t>(header.size()));
    return bytes + header + data;
}

std::string entry(const std::string& name, const std::string& type, const std::string& shape, const std::string& places)
{
    return "\"" + name + R"(":{"dtype":")" + type + R"(","shape":)" + shape + R"(,"data_offsets":)" + places + "}";
}

std::string braced(const std::string& entries)
{
    std::string text = "{";
    text.append(entries).append("}"); // GCC 12 warns of "{" + ...
    return text;
}

std::string errorOf(const std::string& bytes)
{
    const auto file = SafetensorsFile::parse(bytes, "m.safetensors");
    EXPECT_FALSE(file);
    return file ? "" : file.error().message;
}

std::string words(std::initializer_list<std::uint16_t> values)
{
    std::string bytes;
    for (const std::uint16_t value : values) {
        appendLittleEndian(bytes, value);
    }
    return bytes;
}

std::vector<float> floatsOf(const SafetensorsFile& file, const std::string& name, std::initializer_list<std::size_t> shape)
{
    const auto values = file.floats(name, std::vector<std::size_t>(shape));
    EXPECT_TRUE(values) << values.error().message;
    return values.value_or(std::vector<float>());
}

} // namespace

TEST(Safetensors, ReadsFloatsOfEachType)
{
    std::string data;
    appendLittleEndian(data, 1.5F);
    appendLittleEndian(data, -0.1F);
    // 1, -2, the smallest subnormal, the largest subnormal, the largest, -0
    data += words({0x3c00, 0xc000, 0x0001, 0x03ff, 0x7bff, 0x8000});
    data += words({0x3f80, 0xc2f7}); // bfloat16: 1, -123.5
    const std::string header
        = braced(entry("half", "F16", "[2,3]", "[8,20]") + R"(,"__metadata__":{"format":"pt"},)" + entry("single", "F32", "[2]", "[0,8]")
            + "," + entry("brain", "BF16", "[1,2]", "[20,24]") + "," + entry("none", "F32", "[0,7]", "[24,24]"));
    const auto file = SafetensorsFile::parse(fileOf(header, data), "m.safetensors");
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_EQ(file->tensors().size(), 4U);
    EXPECT_THAT(floatsOf(*file, "single", {2}), ElementsAre(1.5F, -0.1F));
    EXPECT_THAT(floatsOf(*file, "half", {2, 3}), ElementsAre(1.0F, -2.0F, 0x1p-24F, 0x1.ff8p-15F, 65504.0F, -0.0F));
    EXPECT_TRUE(std::signbit(floatsOf(*file, "half", {2, 3}).back()));
    EXPECT_THAT(floatsOf(*file, "brain", {1, 2}), ElementsAre(1.0F, -123.5F));
    EXPECT_TRUE(floatsOf(*file, "none", {0, 7}).empty());
}

TEST(Safetensors, NamesWhatATensorLacks)
{
    const std::string header = braced(entry("a", "I32", "[1]", "[0,4]") + "," + entry("b", "F16", "[2]", "[4,8]"));
    const auto file = SafetensorsFile::parse(fileOf(header, std::string("\0\0\0\0\0\0\1\x7e", 8)), "m.safetensors");
    ASSERT_TRUE(file) << file.error().message;
    const std::array one = {std::size_t{1}};
    const std::array two = {std::size_t{2}};
    EXPECT_THAT(file->floats("a", one).error().message, HasSubstr("tensor \"a\" has the dtype I32; expected one of F32, F16, BF16"));
    EXPECT_THAT(file->floats("b", one).error().message, HasSubstr("tensor \"b\" has the shape [2]; expected [1]"));
    EXPECT_THAT(file->floats("b", two).error().message, HasSubstr("tensor \"b\": value 1 is not a finite number"));
    EXPECT_THAT(file->floats("c", two).error().message, HasSubstr("tensor \"c\" is missing; expected one of shape [2]"));
}

TEST(Safetensors, RefusesBadFiles)
{
    const std::string data(16, '\0');
    const auto headed = [&](const std::string& entries) { return errorOf(fileOf(braced(entries), data)); };
    EXPECT_THAT(errorOf(""), HasSubstr("not a safetensors file: it has 0 bytes"));
    EXPECT_THAT(errorOf(std::string(7, '\1')), HasSubstr("it has 7 bytes"));
    EXPECT_THAT(errorOf(std::string(8, '\xff')), HasSubstr("the header would have 18446744073709551615 bytes; expected at most 0"));
    EXPECT_THAT(errorOf(fileOf("{}", "").substr(0, 9)), HasSubstr("the header would have 2 bytes; expected at most 1"));
    EXPECT_THAT(errorOf(fileOf("[]", "")), HasSubstr("its header is not a JSON object"));
    EXPECT_THAT(errorOf(fileOf("{", "")), HasSubstr("its header is not a JSON object"));
    EXPECT_THAT(headed(R"("a":1)"), HasSubstr("tensor \"a\": its dtype is not a text"));
    EXPECT_THAT(headed(entry("a", "F4", "[4]", "[0,16]")), HasSubstr("its dtype is \"F4\"; expected one of F64, F32"));
    EXPECT_THAT(headed(entry("a", "F32", "4", "[0,16]")), HasSubstr("are not lists of whole numbers"));
    EXPECT_THAT(headed(entry("a", "F32", "[-4]", "[0,16]")), HasSubstr("are not lists of whole numbers"));
    EXPECT_THAT(headed(entry("a", "F32", "[4.0]", "[0,16]")), HasSubstr("are not lists of whole numbers"));
    EXPECT_THAT(headed(entry("a", "F32", "[1,1,1,1,1,1,1,1,4]", "[0,16]")), HasSubstr("expected at most 8 axes"));
    EXPECT_THAT(headed(entry("a", "F32", "[4]", "[0]")), HasSubstr("are not lists of whole numbers"));
    EXPECT_THAT(headed(entry("a", "F32", "[4]", "[16,0]")), HasSubstr("expected a range within the 16 bytes of data"));
    EXPECT_THAT(headed(entry("a", "F32", "[5]", "[0,20]")), HasSubstr("expected a range within the 16 bytes of data"));
    EXPECT_THAT(headed(entry("a", "F32", "[3]", "[0,16]")), HasSubstr("its shape is [3], which does not fit the 16 bytes"));
    // 2^62 · 4 · 4 bytes are 0 modulo 2^64.
    EXPECT_THAT(headed(entry("a", "F32", "[4611686018427387904,4]", "[0,0]")), HasSubstr("does not fit the 0 bytes"));
    EXPECT_THAT(headed(entry("a", "F32", "[2]", "[0,8]") + "," + entry("b", "F32", "[3]", "[4,16]")),
        HasSubstr("tensor \"b\" begins at byte 4 of the data, and the one before it ends at 8"));
    EXPECT_THAT(headed(entry("a", "F32", "[2]", "[0,8]") + "," + entry("b", "F32", "[1]", "[12,16]")),
        HasSubstr("expected neither a gap nor an overlap"));
    EXPECT_THAT(headed(entry("a", "F32", "[2]", "[0,8]")), HasSubstr("8 bytes at its end belong to no tensor"));
    // The second of two members of one name is what JSON keeps: the first leaves a gap.
    EXPECT_THAT(headed(entry("a", "F32", "[2]", "[0,8]") + "," + entry("a", "F32", "[2]", "[8,16]")), HasSubstr("neither a gap"));
}

TEST(Safetensors, DamagedCopiesAreRefusedOrRead)
{
    const std::string header = braced(entry("a", "F16", "[2,2]", "[0,8]") + "," + entry("b", "F32", "[2]", "[8,16]"));
    const std::string sound = fileOf(header, std::string(16, '\1'));
    ASSERT_TRUE(SafetensorsFile::parse(sound, "m"));
    std::mt19937 random(3);
    for (int i = 0; i < 2000; ++i) {
        std::string damaged = sound;
        for (int changes = 0; changes <= i % 3; ++changes) {
            damaged[random() % damaged.size()] = static_cast<char>(random());
        }
        damaged.resize(damaged.size() - (i % 5 == 0 ? random() % damaged.size() : 0));
        if (const auto file = SafetensorsFile::parse(damaged, "m"); file) {
            for (const auto& [name, tensor] : file->tensors()) {
                static_cast<void>(file->floats(name, tensor.shape));
            }
        } else {
            EXPECT_EQ(file.error().kind, ErrorKind::Input);
        }
    }
}
