// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/gguf/gguf_model.h"

#include "core/exchange/gguf/gguf_rope.h"
#include "core/gguf/gguf_header.h"
#include "core/model/gguf_config.h"
#include "tests/core/exchange/exchange_fixture.h"
#include "tests/core/gguf/gguf_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

using namespace rotascope;
using namespace rotascope::test;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

// Bytes that tell every tensor from every other, and its parts from each other.
std::string pattern(char seed, std::size_t bytes)
{
    std::string data(bytes, '\0');
    for (std::size_t i = 0; i < bytes; ++i) {
        data[i] = static_cast<char>(static_cast<std::size_t>(seed) + i * 7);
    }
    return data;
}

class GgufModel : public testing::Test {
protected:
    // The patched copy of a model.
    std::string patched(const std::string& bytes, const ExportRun& run = {})
    {
        writeContent(model, bytes);
        const auto written = prepared().and_then([&](const PreparedExport& made) { return made.writeTo(copy, run); });
        EXPECT_TRUE(written) << written.error().message;
        return contentOf(copy);
    }

    [[nodiscard]] Expected<PreparedExport> prepared() const
    {
        return openInto(ggufFormat, model).and_then([&](const ModelFilePointer& into) { return ggufFormat.prepare(document, into); });
    }

    std::string errorOf(const std::string& bytes)
    {
        writeContent(model, bytes);
        const auto made = prepared();
        EXPECT_FALSE(made) << "is refused before anything is written";
        EXPECT_EQ(folder.files(), 1);
        return made ? "" : made.error().message;
    }

    ScratchFolder folder;
    std::filesystem::path model = folder / "model.gguf";
    std::filesystem::path copy = folder / "copy.gguf";
    ExportDocument document = hardDocument();
    std::vector<float> factors{document.table->table.factors.begin(), document.table->table.factors.end()};
};

} // namespace

TEST_F(GgufModel, GetsTheTableAndKeepsAllElse)
{
    GgufBuilder builder = llamaModel();
    builder.string("llama.rope.scaling.type", "longrope")
        .float32("llama.rope.scaling.factor", 4.0F)
        .float32("llama.rope.scale_linear", 2.0F);
    builder.string("rotascope.method", "an earlier export").uint32("llama.block_count", 1);
    builder.tensor("token_embd.weight", {33}, 1, pattern('a', 66)).tensor("blk.0.attn_q.weight", {64, 2}, 8, pattern('b', 136));
    builder.tensor("output.weight", {3}, 999, pattern('c', 100)); // of a type that is not known here
    for (const std::uint32_t version : {2U, 3U}) {
        builder.version = version;
        const std::string original = builder.bytes();
        const std::string bytes = patched(original);
        const auto before = gguf::Header::parse(original, "before");
        const auto after = gguf::Header::parse(bytes, "after");
        ASSERT_TRUE(after) << after.error().message;
        EXPECT_EQ(after->version(), version);
        EXPECT_EQ(**after->floatTensor("rope_freqs.weight"), factors);
        EXPECT_EQ(**after->integer("llama.context_length"), 28672);
        EXPECT_EQ(after->find("llama.context_length")->type, gguf::ValueType::Uint32);
        EXPECT_EQ(**after->real("llama.rope.scaling.attn_factor"), static_cast<float>(document.table->table.attentionFactor));
        for (const char* gone : {"llama.rope.scaling.type", "llama.rope.scaling.factor", "llama.rope.scale_linear"}) {
            EXPECT_EQ(after->find(gone), nullptr) << gone;
        }
        EXPECT_EQ(**after->text("rotascope.method"), "yarn, 1 dimension set by hand");
        for (const char* kept : {"general.architecture", "llama.rope.freq_base", "tokenizer.ggml.tokens", "llama.block_count"}) {
            EXPECT_EQ(after->find(kept)->stored, before->find(kept)->stored) << kept;
        }
        EXPECT_EQ(after->tensors().size(), 4U);
        EXPECT_EQ(after->tensors()[0].name, "rope_freqs.weight");
        for (const gguf::TensorInfo& tensor : before->tensors()) {
            const gguf::TensorInfo* const moved = after->findTensor(tensor.name);
            ASSERT_NE(moved, nullptr) << tensor.name;
            EXPECT_EQ(moved->shape, tensor.shape);
            EXPECT_EQ(moved->type, tensor.type);
            const std::size_t size = tensor.bytes.value_or(100);
            EXPECT_EQ(bytes.substr(after->dataBegin() + moved->offset, size), original.substr(before->dataBegin() + tensor.offset, size))
                << tensor.name;
        }
    }
}

// llama.cpp wants each tensor to begin where the padded one before it ends.
TEST_F(GgufModel, HasNoGapsWhereverTheOldFactorsWere)
{
    const std::vector<float> old(64, 3.0F);
    for (int place = 0; place < 3; ++place) {
        GgufBuilder builder = llamaModel();
        builder.alignment = 64;
        builder.uint32("general.alignment", 64);
        for (int i = 0; i < 3; ++i) {
            if (i == place) {
                builder.floats("rope_freqs.weight", old).floats("rope_factors_long.weight", old);
            }
            builder.floats("tensor" + std::to_string(i), std::vector<float>(static_cast<std::size_t>(5 + i), static_cast<float>(i)));
        }
        const std::string bytes = patched(builder.bytes());
        const auto header = gguf::Header::parse(bytes, "copy");
        ASSERT_TRUE(header) << header.error().message;
        std::uint64_t expected = 0;
        for (const gguf::TensorInfo& tensor : header->tensors()) {
            EXPECT_EQ(tensor.offset, expected) << tensor.name;
            expected += (*tensor.bytes + 63) / 64 * 64;
        }
        EXPECT_EQ(header->tensors().size(), 4U) << "rope_factors_long is not what llama asks for";
        EXPECT_EQ(**header->floatTensor("rope_freqs.weight"), factors);
        EXPECT_THAT(**header->floatTensor("tensor2"), testing::Each(2.0F));
    }
}

TEST_F(GgufModel, GivesPhi3TheTensorsThatItAsksFor)
{
    const std::string bytes = patched(llamaModel("phi3").floats("rope_factors_long.weight", std::vector<float>(64, 9.0F)).bytes());
    const auto header = gguf::Header::parse(bytes, "copy");
    ASSERT_TRUE(header) << header.error().message;
    EXPECT_EQ(header->findTensor("rope_freqs.weight"), nullptr);
    EXPECT_EQ(**header->floatTensor("rope_factors_long.weight"), factors);
    EXPECT_EQ(**header->floatTensor("rope_factors_short.weight"), factors);
    EXPECT_EQ(readScalingTable(copy)->table, document.table->table);
}

TEST_F(GgufModel, AModelWhoseDataEndWithoutPaddingIsTaken)
{
    std::string bytes = llamaModel().floats("t", {1.0F, 2.0F}).bytes();
    bytes.resize(bytes.size() - 24);
    const std::string made = patched(bytes);
    EXPECT_THAT(**gguf::Header::parse(made, "copy")->floatTensor("t"), testing::ElementsAre(1.0F, 2.0F));
}

TEST_F(GgufModel, DoesNotReplaceTheModelThatIsCopied)
{
    const std::string bytes = llamaModel().floats("t", {5.0F}).bytes();
    writeContent(model, bytes);
    std::filesystem::create_symlink(model, folder / "link.gguf");
    for (const std::filesystem::path& target : {model, folder / "link.gguf"}) {
        const auto written = prepared()->writeTo(target);
        ASSERT_FALSE(written);
        EXPECT_EQ(written.error().kind, ErrorKind::Usage);
        EXPECT_EQ(written.error().message,
            target.string() + ": is the model's file that is copied, and stays as it is; expected the name of another file");
    }
    EXPECT_EQ(contentOf(model), bytes);
    ASSERT_TRUE(prepared()->writeTo(copy));
    ASSERT_TRUE(prepared()->writeTo(copy)) << "a copy of before may be replaced";
    EXPECT_EQ(readScalingTable(copy)->table, document.table->table);
}

// Its header is parsed when it is opened, and neither what is shown nor what is written looks at the file's name again.
TEST_F(GgufModel, IsReadOnceHoweverOftenItIsPreparedAndWritten)
{
    const auto into = intoWith(ggufFormat, model, llamaModel().floats("t", {5.0F}).bytes());
    ASSERT_TRUE(into);
    std::filesystem::remove(model);
    writeContent(model, llamaModel("qwen2").floats("t", {6.0F}).bytes());
    for (int i = 0; i < 2; ++i) {
        const auto made = ggufFormat.prepare(document, *into);
        ASSERT_TRUE(made) << made.error().message;
        EXPECT_THAT(made->preview(), HasSubstr("architecture llama"));
        ASSERT_TRUE(made->lint());
        EXPECT_THAT(made->lint()->summary, HasSubstr("llama, "));
        ASSERT_TRUE(made->writeTo(copy));
        EXPECT_THAT(**gguf::Header::parse(contentOf(copy), "copy")->floatTensor("t"), testing::ElementsAre(5.0F));
    }
}

// What is copied must belong to the header that was read.
TEST_F(GgufModel, IsNotCopiedWhenItWasChangedAfterItWasOpened)
{
    const auto into = intoWith(ggufFormat, model, llamaModel().floats("t", {5.0F}).bytes());
    const auto made = ggufFormat.prepare(document, *into);
    ASSERT_TRUE(made) << made.error().message;
    std::filesystem::resize_file(model, 30);
    const auto written = made->writeTo(copy);
    ASSERT_FALSE(written);
    EXPECT_THAT(written.error().message, HasSubstr("model.gguf: was changed after it was opened"));
    EXPECT_EQ(folder.files(), 1);
    EXPECT_FALSE(ggufFormat.prepare(document, *into));
}

TEST_F(GgufModel, SaysBeforehandWhatWillChange)
{
    writeContent(
        model, llamaModel().string("llama.rope.scaling.type", "yarn").floats("rope_freqs.weight", std::vector<float>(64, 3.0F)).bytes());
    const auto made = prepared();
    ASSERT_TRUE(made) << made.error().message;
    EXPECT_THAT(made->preview(),
        AllOf(HasSubstr("llama.context_length = 28672 (it was 4096)"), HasSubstr("llama.rope.scaling.type is left out (it was \"yarn\")"),
            HasSubstr("tensor rope_freqs.weight, float32 [64]: the factors (it had others)"),
            HasSubstr("rotascope.target_length = 28672")));
    const auto without = ggufFormat.prepare(document);
    EXPECT_THAT(without.error().message, HasSubstr("format gguf needs the model file"));
    EXPECT_EQ(without.error().kind, ErrorKind::Usage);
}

TEST_F(GgufModel, RefusesWhatCannotWork)
{
    EXPECT_THAT(errorOf(llamaModel("qwen2").bytes()),
        AllOf(HasSubstr("model.gguf: the architecture is qwen2, whose RoPE takes no factors in llama.cpp"),
            HasSubstr("llama4, minicpm, mistral3"), HasSubstr("minicpm3, phi3, phimoe")));
    EXPECT_THAT(errorOf(llamaModel().uint32("split.count", 3).bytes()), HasSubstr("one of 3 parts of a model"));
    const std::string twoBases
        = llamaModel("exaone4").uint32("exaone4.attention.sliding_window", 1024).float32("exaone4.rope.freq_base_swa", 5000.0F).bytes();
    EXPECT_THAT(
        errorOf(twoBases), HasSubstr("layers with a sliding window have a RoPE of their own, and llama.cpp applies the tensor to all"));
    GgufBuilder narrow;
    narrow.string("general.architecture", "llama").uint32("llama.context_length", 4096).uint32("llama.rope.dimension_count", 64);
    EXPECT_THAT(errorOf(narrow.bytes()), HasSubstr("the model rotates 64 components of a head; the table is for 128 (64 factors)"));
    GgufBuilder base;
    base.string("general.architecture", "llama").uint32("llama.context_length", 4096).uint32("llama.rope.dimension_count", 128);
    base.float32("llama.rope.freq_base", 500000.0F);
    EXPECT_THAT(errorOf(base.bytes()), HasSubstr("rope.freq_base is 5e+05; the table was made for 10000"));
    EXPECT_THAT(errorOf(llamaModel().tensorAt("a", {64}, 0, 0).tensorAt("b", {64}, 0, 32).floats("c", std::vector<float>(72)).bytes()),
        HasSubstr("the data of the tensors"));
    EXPECT_THAT(errorOf("GGUF"), HasSubstr("ends within"));
}

TEST_F(GgufModel, StopsAndLeavesNothing)
{
    writeContent(model, llamaModel().tensor("big", {9U << 20U}, 24, pattern('x', std::size_t{9} << 20U)).bytes());
    std::stop_source stop;
    std::vector<std::uint64_t> seen;
    const auto written = prepared()->writeTo(copy, {stop.get_token(), [&](std::uint64_t done, std::uint64_t total) {
                                                        seen.push_back(done);
                                                        EXPECT_LE(done, total);
                                                        stop.request_stop();
                                                    }});
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().kind, ErrorKind::Stopped);
    EXPECT_EQ(seen.size(), 1U);
    EXPECT_EQ(folder.files(), 1) << "the model alone";
}

TEST_F(GgufModel, NeedsLittleMemoryForALargeModel)
{
    constexpr std::uint64_t large = std::uint64_t{160} << 20U;
    GgufBuilder builder = llamaModel();
    builder.tensorAt("token_embd.weight", {large}, 24, 0);
    writeContent(model, builder.bytes());
    std::filesystem::resize_file(model, builder.bytes().size() + large); // zeros that take no room
    const auto peak = [] {
        rusage usage{};
        ::getrusage(RUSAGE_SELF, &usage);
        return usage.ru_maxrss; // KiB
    };
    const auto before = peak();
    std::uint64_t last = 0;
    ASSERT_TRUE(prepared()->writeTo(copy, {{}, [&](std::uint64_t done, std::uint64_t total) {
                                               EXPECT_GT(done, last);
                                               EXPECT_LE(done, total);
                                               last = done;
                                           }}));
    EXPECT_LT(peak() - before, 64 * 1024);
    EXPECT_GT(std::filesystem::file_size(copy), large);
}

TEST(GgufRope, IsTheTensorAlone)
{
    const ExportDocument document = hardDocument();
    const std::string bytes = *contentFor(ggufRopeFormat, document);
    const auto header = gguf::Header::parse(bytes, "rope.gguf");
    ASSERT_TRUE(header) << header.error().message;
    EXPECT_EQ(header->tensors().size(), 1U);
    EXPECT_EQ(header->find("general.architecture"), nullptr);
    EXPECT_EQ(header->dataBegin() % 32, 0U);
    EXPECT_EQ(header->dataBytes(), 256U);
    EXPECT_THAT(ggufRopeFormat.prepare(document)->preview(), HasSubstr("which a tensor cannot hold"));
}

TEST(GgufTable, OfAnotherProgramIsReadFromItsTensor)
{
    const ScratchFolder folder;
    writeContent(folder / "m.gguf", llamaModel().floats("rope_freqs.weight", std::vector<float>(64, 2.5F)).bytes());
    const auto table = readScalingTable(folder / "m.gguf");
    ASSERT_TRUE(table) << table.error().message;
    EXPECT_THAT(table->table.factors, testing::Each(2.5));
    EXPECT_TRUE(table->provenance.empty());
    writeContent(folder / "m.gguf", llamaModel().bytes());
    EXPECT_THAT(readScalingTable(folder / "m.gguf").error().message, HasSubstr("no tensor rope_freqs.weight"));
    std::string bytes = *contentFor(ggufRopeFormat, hardDocument());
    bytes[bytes.size() - 1] = 0x41;
    writeContent(folder / "m.gguf", bytes);
    EXPECT_THAT(readScalingTable(folder / "m.gguf").error().message, HasSubstr("rotascope.factors and the tensor differ"));
}
