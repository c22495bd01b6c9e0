// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gguf/gguf_header.h"

#include "tests/core/gguf/gguf_builder.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <unistd.h>

using namespace rotascope;
using namespace rotascope::test;
using gguf::Header;
using testing::HasSubstr;

namespace {

constexpr std::uint64_t huge = std::uint64_t{1} << 60U;

std::string errorOf(const std::string& bytes)
{
    const auto header = Header::parse(bytes, "m.gguf");
    EXPECT_FALSE(header);
    return header ? "" : header.error().message;
}

std::string number(auto value)
{
    return GgufBuilder::number(value);
}

} // namespace

TEST(GgufHeader, ReadsValuesAndTensors)
{
    GgufBuilder builder = llamaModel();
    builder.raw("reals", 9, number(std::uint32_t{12}) + number(std::uint64_t{2}) + number(1.5) + number(1.0 / 3.0));
    builder.raw("big", 10, number(huge)).raw("negative", 5, number(std::int32_t{-3})).raw("true", 7, std::string(1, '\1'));
    builder.floats("rope_freqs.weight", {1.0F, 2.5F}).tensor("blk.0.q", {64, 2}, 8, std::string(std::size_t{4} * 34, 'q'));
    for (const std::uint32_t version : {2U, 3U}) {
        builder.version = version;
        const std::string bytes = builder.bytes();
        const auto header = Header::parse(bytes, "m.gguf");
        ASSERT_TRUE(header) << header.error().message;
        EXPECT_EQ(header->version(), version);
        EXPECT_EQ(header->alignment(), 32U);
        EXPECT_EQ(**header->text("general.name"), "a small mödel");
        EXPECT_EQ(**header->integer("llama.context_length"), 4096);
        EXPECT_EQ(**header->real("llama.rope.freq_base"), 10000.0);
        EXPECT_EQ(**header->real("llama.context_length"), 4096.0);
        EXPECT_EQ(**header->integer("big"), static_cast<std::int64_t>(huge));
        EXPECT_EQ(**header->integer("negative"), -3);
        EXPECT_THAT(**header->reals("reals"), testing::ElementsAre(1.5, 1.0 / 3.0));
        EXPECT_THAT(**header->floatTensor("rope_freqs.weight"), testing::ElementsAre(1.0F, 2.5F));
        EXPECT_FALSE(*header->text("missing"));
        EXPECT_FALSE(*header->floatTensor("missing"));
        EXPECT_EQ(header->findTensor("blk.0.q")->bytes, 4U * 34U);
        EXPECT_EQ(bytes.substr(header->dataBegin() + header->findTensor("blk.0.q")->offset, std::size_t{4} * 34),
            std::string(std::size_t{4} * 34, 'q'));
        EXPECT_EQ(header->find("tokenizer.ggml.tokens")->count, 3U);
    }
}

TEST(GgufHeader, SaysOfWhichTypeAValueIsNot)
{
    GgufBuilder builder = llamaModel();
    builder.string("bad", "\xff\xfe").raw("beyond", 10, number(~std::uint64_t{0})).tensor("halves", {2}, 1, "abcd");
    builder.string("long", std::string(65537, 'x'))
        .raw("many", 9, number(12U) + number(std::uint64_t{65537}) + std::string(std::size_t{65537} * 8, '\0'));
    const std::string bytes = builder.bytes();
    const auto header = Header::parse(bytes, "m.gguf");
    ASSERT_TRUE(header) << header.error().message;
    EXPECT_THAT(header->text("llama.context_length").error().message, HasSubstr("m.gguf: llama.context_length is not a string"));
    EXPECT_THAT(header->integer("general.name").error().message, HasSubstr("general.name is not an integer"));
    EXPECT_THAT(header->integer("llama.rope.freq_base").error().message, HasSubstr("not an integer"));
    EXPECT_FALSE(header->real("tokenizer.ggml.tokens"));
    EXPECT_FALSE(header->reals("tokenizer.ggml.tokens"));
    EXPECT_EQ(header->real("general.name").error().message, "m.gguf: general.name is not a number");
    EXPECT_EQ(header->integer("beyond").error().message, "m.gguf: beyond is 18446744073709551615; expected at most 9223372036854775807");
    EXPECT_EQ(header->text("long").error().message, "m.gguf: long has 65537 bytes; expected at most 65536");
    EXPECT_EQ(header->reals("many").error().message, "m.gguf: many has 65537 values; expected at most 65536");
    EXPECT_THAT(header->text("bad").error().message, HasSubstr("bad is \"??\"; expected UTF-8"));
    EXPECT_THAT(header->floatTensor("halves").error().message, HasSubstr("halves is not a list of float32"));
}

TEST(GgufHeader, RefusesWhatIsNoneOrOfAnotherKind)
{
    EXPECT_THAT(errorOf(""), HasSubstr("m.gguf: not a GGUF file"));
    EXPECT_THAT(errorOf("GGML...."), HasSubstr("not a GGUF file"));
    EXPECT_THAT(errorOf("GGUF"), HasSubstr("first 24 bytes"));
    GgufBuilder builder;
    for (const auto& [version, message] : {std::pair(1U, "version 1; expected 2 or 3"), {4U, "version 4"}, {0x03000000U, "big-endian"}}) {
        builder.version = version;
        EXPECT_THAT(errorOf(builder.bytes()), HasSubstr(message));
    }
    builder.version = 3;
    EXPECT_TRUE(Header::parse(builder.bytes(), "m.gguf")) << "nothing in it, which is no error";
}

TEST(GgufHeader, RefusesCountsAndLengthsThatLie)
{
    const auto with = [](auto change) {
        GgufBuilder builder = llamaModel();
        change(builder);
        return errorOf(builder.bytes());
    };
    EXPECT_THAT(with([](GgufBuilder& b) { b.moreKeyValues = 1LL << 60; }), HasSubstr("key-values, more than the file holds"));
    EXPECT_THAT(with([](GgufBuilder& b) { b.moreTensors = 1LL << 60; }), HasSubstr("tensors, more than the file holds"));
    EXPECT_THAT(with([](GgufBuilder& b) { b.moreKeyValues = 1; }), HasSubstr("key-value"));
    EXPECT_THAT(with([](GgufBuilder& b) {
        b.moreKeyValues = 70000;
        b.string("padding", std::string(std::size_t{1} << 20U, 'x'));
    }),
        HasSubstr("promises 70009 key-values; expected at most 65536"));
    EXPECT_THAT(with([](GgufBuilder& b) {
        b.moreTensors = 300000;
        b.floats("padding", std::vector<float>(std::size_t{2} << 20U));
    }),
        HasSubstr("promises 300001 tensors; expected at most 262144"));
    EXPECT_THAT(with([](GgufBuilder& b) { b.raw("s", 8, number(huge)); }), HasSubstr("\"s\": the file ends within its value"));
    EXPECT_THAT(with([](GgufBuilder& b) { b.raw("a", 9, number(6U) + number(huge)); }),
        HasSubstr("\"a\" is a list of 1152921504606846976 elements"));
    EXPECT_THAT(with([](GgufBuilder& b) { b.raw("a", 9, number(8U) + number(huge)); }), HasSubstr("more than the file holds"));
    EXPECT_THAT(with([](GgufBuilder& b) { b.raw("a", 9, number(9U) + number(std::uint64_t{1})); }), HasSubstr("elements of the type 9"));
    EXPECT_THAT(with([](GgufBuilder& b) { b.raw("a", 13, "x"); }), HasSubstr("\"a\" has the type 13"));
    EXPECT_THAT(with([](GgufBuilder& b) { b.uint32("", 1); }), HasSubstr("expected 1 to 65535 bytes of UTF-8"));
    EXPECT_THAT(with([](GgufBuilder& b) { b.uint32("\xc0\x80", 1); }), HasSubstr("its key is \"??\""));
    EXPECT_THAT(with([](GgufBuilder& b) { b.uint32("x", 1).uint32("x", 2); }), HasSubstr("the key \"x\" is there twice"));
    EXPECT_THAT(with([](GgufBuilder& b) { b.tensorAt("t", {huge}, 0, 0); }), HasSubstr("tensor \"t\" needs 4611686018427387904 bytes"));
    EXPECT_THAT(with([](GgufBuilder& b) { b.tensorAt("t", {huge, huge}, 0, 0); }), HasSubstr("that no file can hold"));
    EXPECT_THAT(with([](GgufBuilder& b) { b.tensorAt("t", {~huge}, 0, 0); }), HasSubstr("that no file can hold"));
    EXPECT_THAT(with([](GgufBuilder& b) { b.tensorAt("t", {1, 1, 1, 1, 1}, 0, 0); }), HasSubstr("has 5 dimensions"));
    EXPECT_THAT(with([](GgufBuilder& b) { b.tensorAt("t", {33}, 8, 0); }), HasSubstr("needs a multiple of 32"));
    EXPECT_THAT(with([](GgufBuilder& b) { b.tensorAt("t", {1}, 0, 1); }), HasSubstr("expected a multiple of the alignment 32"));
    EXPECT_THAT(with([](GgufBuilder& b) { b.tensorAt("t", {1}, 0, huge); }), HasSubstr("cut off or damaged"));
    EXPECT_THAT(with([](GgufBuilder& b) { b.tensorAt("t", {1}, 999, huge); }), HasSubstr("cut off or damaged"));
    EXPECT_THAT(with([](GgufBuilder& b) { b.floats("t", {1}).floats("t", {1}); }), HasSubstr("the tensor \"t\" is there twice"));
    EXPECT_THAT(with([](GgufBuilder& b) { b.floats(std::string(64, 'n'), {1}); }), HasSubstr("expected 1 to 63 bytes"));
    for (const std::uint32_t alignment : {0U, 3U, 1U << 30U}) {
        EXPECT_THAT(with([&](GgufBuilder& b) { b.uint32("general.alignment", alignment); }), HasSubstr("general.alignment is"));
    }
    EXPECT_THAT(with([](GgufBuilder& b) { b.string("general.alignment", "32"); }), HasSubstr("general.alignment is not a uint32"));
}

TEST(GgufHeader, IsNeverReadBeyondTheEnd)
{
    GgufBuilder builder = llamaModel();
    builder.floats("rope_freqs.weight", std::vector<float>(64, 2.0F));
    const std::string bytes = builder.bytes();
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_FALSE(Header::parse(std::string(bytes, 0, size), "m.gguf")) << "cut off at " << size;
    }
    std::mt19937 random(5);
    for (int i = 0; i < 20000; ++i) {
        std::string changed = bytes;
        for (int k = 0; k < 3; ++k) {
            changed[random() % changed.size()] = static_cast<char>(random() % 3 == 0 ? 0xff : random());
        }
        if (const auto header = Header::parse(changed, "m.gguf")) {
            (void)header->floatTensor("rope_freqs.weight");
        }
    }
}

namespace {

class StoredGguf : public testing::Test {
protected:
    StoredGguf() : file(std::filesystem::temp_directory_path() / ("rotascope-header-" + std::to_string(::getpid()) + ".gguf")) { }
    ~StoredGguf() override { std::filesystem::remove(file); }

    [[nodiscard]] std::shared_ptr<const RandomAccessFile> opened(const std::string& bytes) const
    {
        std::ofstream(file, std::ios::binary) << bytes;
        return std::make_shared<const RandomAccessFile>(std::move(*RandomAccessFile::open(file, "a model")));
    }

    std::filesystem::path file;
};

} // namespace

// Longer than what is read at first.
TEST_F(StoredGguf, HasTheSameHeaderAsInMemory)
{
    GgufBuilder builder = llamaModel();
    builder.strings("test.words", std::vector<std::string>(100000, "a token")).string("last", "key");
    builder.floats("rope_freqs.weight", {1.0F, 2.5F});
    const std::string bytes = builder.bytes();
    const auto inMemory = Header::parse(bytes, "m.gguf");
    const auto stored = Header::read(opened(bytes));
    ASSERT_TRUE(inMemory && stored) << (stored ? "" : stored.error().message);
    EXPECT_EQ(stored->keyValues().size(), inMemory->keyValues().size());
    EXPECT_TRUE(stored->find("test.words")->value == inMemory->find("test.words")->value);
    EXPECT_EQ(**stored->text("last"), "key");
    EXPECT_EQ(stored->dataBegin(), inMemory->dataBegin());
    EXPECT_EQ(stored->dataBytes(), inMemory->dataBytes());
    EXPECT_EQ(*stored->floatTensor("rope_freqs.weight"), *inMemory->floatTensor("rope_freqs.weight"));
}

// Where it was mapped into memory, the program was ended by SIGBUS.
TEST_F(StoredGguf, MayBecomeShorterAtAnyTime)
{
    GgufBuilder builder = llamaModel();
    builder.strings("test.words", std::vector<std::string>(100000, "a token")).floats("rope_freqs.weight", {1.0F, 2.5F});
    const auto stored = opened(builder.bytes());
    const auto header = Header::read(stored);
    ASSERT_TRUE(header);
    std::filesystem::resize_file(file, 4096);
    EXPECT_EQ(header->find("test.words")->count, 100000U) << "what was read stays";
    EXPECT_THAT(header->floatTensor("rope_freqs.weight").error().message, HasSubstr(".gguf: cannot be read: it became shorter"));
    EXPECT_THAT(Header::read(stored).error().message, HasSubstr(".gguf: cannot be read: it became shorter while it was read"));
}

TEST_F(StoredGguf, IsNotReadForALengthThatIsWrong)
{
    std::string bytes = llamaModel().bytes();
    bytes.replace(24, 8, number(std::uint64_t{100} << 20U)); // the length of the first key
    const auto stored = opened(bytes);
    std::filesystem::resize_file(file, std::uint64_t{1} << 30U); // zeros that take no room
    const auto large = std::make_shared<const RandomAccessFile>(std::move(*RandomAccessFile::open(file, "a model")));
    EXPECT_THAT(Header::read(large).error().message, HasSubstr("its header is longer than 64 MiB"));
}

TEST(GgufHeader, ReadsNoTensorThatIsTooLongForFactors)
{
    GgufBuilder builder = llamaModel();
    builder.floats("rope_freqs.weight", std::vector<float>(65537, 1.0F));
    const std::string bytes = builder.bytes();
    const auto header = Header::parse(bytes, "m.gguf");
    ASSERT_TRUE(header);
    EXPECT_THAT(header->floatTensor("rope_freqs.weight").error().message, HasSubstr("has 65537 values; expected at most 65536"));
}
