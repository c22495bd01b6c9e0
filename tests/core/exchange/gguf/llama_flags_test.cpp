// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/gguf/llama_flags.h"

#include "core/analysis/starting_point.h"
#include "tests/core/exchange/exchange_fixture.h"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <map>
#include <numbers>

using namespace rotascope;
using namespace rotascope::test;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

using SourcePtr = std::shared_ptr<const Source>;

SourcePtr sourceOf(const RopeConfig& rope)
{
    Source source;
    source.kind = SourceKind::ConfigFile;
    source.origin = "model.gguf";
    source.rope = rope;
    return atDefaultStart(std::make_shared<const Source>(source));
}

// As llama.cpp reads it from a GGUF file: the factors of a tensor, and no length of pre-training.
RopeConfig llama31()
{
    RopeConfig rope{.ropeTheta = 5e5,
        .headDim = 128,
        .rotaryDim = 128,
        .originalMaxPositionEmbeddings = 131072,
        .maxPositionEmbeddings = 131072,
        .ropeType = "rope_freqs",
        .invFreq = standardInvFreq(5e5, 128)};
    for (std::size_t i = 0; i < 64; ++i) {
        rope.scaling.factors.push_back(static_cast<float>(std::clamp(1.0 + 0.3 * (static_cast<double>(i) - 28.0), 1.0, 8.0)));
    }
    return rope;
}

ExportDocument documentOf(const SourcePtr& source, const std::string& method, std::int64_t scale = 2)
{
    return documentWith(source, [&](AnalysisSettings& settings) {
        settings.method = method;
        settings.targetLength = scale * settings.pretrainingLength;
    });
}

ExportDocument documentOfTable(const SourcePtr& source, const ScalingTable& table)
{
    return documentWith(source, [&](AnalysisSettings& settings) {
        settings.method = "custom";
        settings.customTable = table;
    });
}

std::map<std::string, std::string> flagsOf(const ExportDocument& document)
{
    const auto script = contentFor(llamaFlagsFormat, document);
    EXPECT_TRUE(script) << script.error().message;
    const std::vector<std::string> words = script ? wordsGivenTo("llama-server", *script) : std::vector<std::string>();
    EXPECT_EQ(words.size() % 2, 0U);
    std::map<std::string, std::string> flags;
    for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
        EXPECT_TRUE(flags.emplace(words[i], words[i + 1]).second) << words[i];
    }
    return flags;
}

std::string errorOf(const ExportDocument& document)
{
    const auto script = contentFor(llamaFlagsFormat, document);
    EXPECT_FALSE(script);
    return script ? "" : script.error().message;
}

struct Rotation {
    std::vector<float> invFreq;
    float magnitude;
};

// What llama.cpp does with the flags and the file's tensor, in its float32 and in its order: the angle of position 1 for each dimension.
Rotation rotationOf(const std::map<std::string, std::string>& flags, int rotaryDim, const std::vector<double>& tensor)
{
    const auto number = [&](const char* name, float otherwise) { return flags.contains(name) ? std::stof(flags.at(name)) : otherwise; };
    const float base = number("--rope-freq-base", 0.0F);
    const float freqScale = flags.at("--rope-scaling") == "none" ? 1.0F : 1.0F / number("--rope-scale", 0.0F);
    const float mix = number("--yarn-ext-factor", 0.0F);
    const auto dimensionOf = [&](float turns) {
        return static_cast<float>(rotaryDim) * std::log(number("--yarn-orig-ctx", 1.0F) / (turns * 2 * std::numbers::pi_v<float>))
            / (2 * std::log(base));
    };
    const float low = std::max(0.0F, std::floor(dimensionOf(number("--yarn-beta-fast", 32.0F))));
    const float high = std::min(static_cast<float>(rotaryDim - 1), std::ceil(dimensionOf(number("--yarn-beta-slow", 1.0F))));
    Rotation rotation{{}, mix == 0.0F ? number("--yarn-attn-factor", 1.0F) : 1.0F + 0.1F * std::log(1.0F / freqScale)};
    const float step = std::pow(base, -2.0F / static_cast<float>(rotaryDim));
    float angle = 1.0F;
    for (int i = 0; i < rotaryDim / 2; ++i) {
        const float kept = angle / static_cast<float>(tensor.empty() ? 1.0 : tensor[static_cast<std::size_t>(i)]);
        const float ramp = mix * (1.0F - std::clamp((static_cast<float>(i) - low) / std::max(0.001F, high - low), 0.0F, 1.0F));
        rotation.invFreq.push_back(freqScale * kept * (1.0F - ramp) + kept * ramp);
        angle *= step;
    }
    return rotation;
}

// The engine has the table's frequencies, and reading the script gives the table.
void expectIsTheTable(const ExportDocument& document, double magnitudeOfFile = 1.0)
{
    const RopeConfig& rope = document.rope();
    const Rotation rotation = rotationOf(flagsOf(document), rope.rotaryDim, rope.scaling.factors);
    const ScalingTable written = document.written();
    const std::vector<double> wanted = extendedInvFreq(rope.invFreq, written);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        EXPECT_NEAR(rotation.invFreq[i], wanted[i], 2e-5 * wanted[i]) << document.method << i; // of 64 products in float32
    }
    EXPECT_NEAR(rotation.magnitude * magnitudeOfFile, written.attentionFactor, 1e-6);
    const auto read = parseLlamaFlags(*contentFor(llamaFlagsFormat, document), "flags.sh");
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->table, written);
    EXPECT_EQ(read->provenance, provenanceMap(document));
}

} // namespace

TEST(LlamaFlags, SayAScaleABaseOrYarn)
{
    const ExportDocument linear = documentOf(llama2Source(), "linear");
    EXPECT_EQ(flagsOf(linear),
        (std::map<std::string, std::string>{{"-m", "MODEL.gguf"}, {"-c", "8192"}, {"--rope-scaling", "linear"}, {"--rope-scale", "2"},
            {"--rope-freq-base", "10000"}, {"--yarn-ext-factor", "0"}}));
    auto ntk = flagsOf(documentOf(llama2Source(), "ntk"));
    EXPECT_EQ(ntk["--rope-scaling"], "none");
    EXPECT_NEAR(std::stod(ntk["--rope-freq-base"]), 10000.0 * std::pow(2.0, 128.0 / 126.0), 1e-6);
    EXPECT_EQ(flagsOf(documentOf(llama2Source(), "yarn", 4)),
        (std::map<std::string, std::string>{{"-m", "MODEL.gguf"}, {"-c", "16384"}, {"--rope-scaling", "yarn"}, {"--rope-scale", "4"},
            {"--rope-freq-base", "10000"}, {"--yarn-ext-factor", "1"}, {"--yarn-orig-ctx", "4096"}, {"--yarn-beta-fast", "32"},
            {"--yarn-beta-slow", "1"}}));
    for (const char* const method : {"extrapolation", "linear", "ntk", "dynamic", "yarn"}) {
        expectIsTheTable(documentOf(llama2Source(), method, 3));
    }
    const ScalingTable both{.factors = std::vector<double>(64, 2.0), .attentionFactor = 1.125};
    expectIsTheTable(documentOfTable(llama2Source(), both));
    EXPECT_EQ(flagsOf(documentOfTable(llama2Source(), both))["--yarn-attn-factor"], "1.125");
}

TEST(LlamaFlags, ComeOnTopOfTheTensorInTheFile)
{
    const SourcePtr trained = sourceOf(llama31());
    ASSERT_EQ(trained->start(), StartingPoint::Trained);
    EXPECT_EQ(flagsOf(documentOf(trained, "linear", 4))["--rope-scale"], "4");
    EXPECT_EQ(flagsOf(documentOf(trained, "linear", 4))["-m"], "model.gguf") << "the file that is analysed";
    EXPECT_EQ(flagsOf(documentOf(trained, "extrapolation"))["--rope-scaling"], "none");
    for (const char* const method : {"extrapolation", "linear", "ntk"}) {
        expectIsTheTable(documentOf(trained, method, 4));
    }
    const SourcePtr unscaled = *startingFrom(trained, StartingPoint::Unscaled);
    expectIsTheTable(documentOf(unscaled, "own"));
    EXPECT_THAT(errorOf(documentOf(unscaled, "linear")), HasSubstr("this table is neither; the format \"GGUF model\" (gguf) can"))
        << "the tensor stays, whatever is passed";
    EXPECT_THAT(errorOf(documentOf(trained, "yarn", 4)), HasSubstr("this table is neither"))
        << "its ramp is that of the trained frequencies";

    RopeConfig louder = llama31();
    louder.scaling.magnitude = 1.25;
    const ExportDocument document = documentOf(sourceOf(louder), "linear");
    EXPECT_EQ(document.written().attentionFactor, 1.25);
    EXPECT_FALSE(flagsOf(document).contains("--yarn-attn-factor")) << "it is in the file";
    expectIsTheTable(document, 1.25);
}

// What the file states of type and factor gives way to flags.
TEST(LlamaFlags, TakeThePlaceOfAStatedType)
{
    RopeConfig rope = llama2Source()->rope;
    rope.ropeType = "yarn";
    rope.scaling = {.factor = 2.0, .betaFast = 16.0, .betaSlow = 2.0};
    rope.maxPositionEmbeddings = 8192;
    auto flags = flagsOf(documentOf(sourceOf(rope), "own"));
    EXPECT_EQ(flags["--rope-scale"], "2");
    EXPECT_EQ(flags["--yarn-beta-fast"], "16");
    EXPECT_EQ(flags["--yarn-beta-slow"], "2");
    expectIsTheTable(documentOf(sourceOf(rope), "own"));
    expectIsTheTable(documentOf(sourceOf(rope), "linear"));
}

TEST(LlamaFlags, AreRefusedWhereTheyWouldSayAnotherTable)
{
    EXPECT_THAT(errorOf(documentOf(llama2Source(), "distributional")),
        AllOf(HasSubstr("the table cannot be said in flags: flags can say one scale and one base"),
            HasSubstr("the format \"GGUF model\" (gguf) can: it writes every factor into a copy of the model")));
    EXPECT_THAT(errorOf(documentOf(llama2Source(), "llama3")), HasSubstr("this table is neither"));
    ScalingTable yarn = documentOf(llama2Source(), "yarn").written();
    yarn.attentionFactor = 1.0;
    EXPECT_THAT(
        errorOf(documentOfTable(llama2Source(), yarn)), HasSubstr("the attention factor is 1, and beside yarn llama.cpp has 1.06931"));

    RopeConfig deepseek = llama2Source()->rope;
    deepseek.isLatentAttention = true;
    deepseek.ropeType = "yarn";
    deepseek.scaling = {.factor = 4.0, .mscale = 1.0, .mscaleAllDim = 1.0};
    EXPECT_THAT(errorOf(documentOf(sourceOf(deepseek), "own")), HasSubstr("by which llama.cpp changes the magnitude or the softmax"));

    Source two = *llama2Source();
    two.ropeNames = {"full_attention", "sliding_attention"};
    two.ropeName = "sliding_attention";
    EXPECT_THAT(errorOf(documentOf(std::make_shared<const Source>(two), "linear")), HasSubstr("expected that one: --rope full_attention"));
    two.ropeName = "full_attention";
    EXPECT_EQ(flagsOf(documentOf(std::make_shared<const Source>(two), "linear"))["--rope-scale"], "2");
}

// They are tried, not listed: what a file has in its tensor, flags cannot take out.
TEST(LlamaFlags, NameTheMethodsThatTheyCanSay)
{
    const auto methodsNamedIn = [](const std::string& error) {
        const std::string before = "Flags can say the tables of these methods: ";
        const std::size_t at = error.find(before);
        return at == std::string::npos ? std::string() : error.substr(at + before.size());
    };
    const auto refusal = [](const SourcePtr& source, const std::string& method) { return errorOf(documentOf(source, method, 4)); };
    EXPECT_THAT(methodsNamedIn(refusal(llama2Source(), "distributional")),
        AllOf(HasSubstr("Linear (PI)"), HasSubstr("NTK-aware"), HasSubstr("YaRN"), Not(HasSubstr("Llama 3"))));
    const SourcePtr trained = sourceOf(llama31());
    EXPECT_THAT(methodsNamedIn(refusal(trained, "distributional")), AllOf(HasSubstr("Linear (PI)"), Not(HasSubstr("YaRN"))));
    const SourcePtr unscaled = *startingFrom(trained, StartingPoint::Unscaled);
    EXPECT_THAT(methodsNamedIn(refusal(unscaled, "linear")), Not(HasSubstr("Linear (PI)")));
}

// Gemma 4: the converter writes 1e30 for what never turns, and flags change nothing of that.
TEST(LlamaFlags, LeaveFrozenDimensionsAsTheyAre)
{
    RopeConfig rope{.ropeTheta = 1e6, .headDim = 16, .rotaryDim = 16, .originalMaxPositionEmbeddings = 4096, .maxPositionEmbeddings = 4096};
    rope.ropeType = "proportional";
    rope.invFreq = proportionalInvFreq(1e6, 16, 0.5);
    const ExportDocument document = documentOf(sourceOf(rope), "linear");
    EXPECT_EQ(flagsOf(document)["--rope-scale"], "2");
    const auto read = parseLlamaFlags(*contentFor(llamaFlagsFormat, document), "flags.sh");
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->table, document.written());
}

TEST(LlamaFlags, TellKoboldCppWhatItCanBeTold)
{
    const auto scriptOf = [](const ExportDocument& document) { return *contentFor(llamaFlagsFormat, document); };
    EXPECT_THAT(scriptOf(documentOf(llama2Source(), "linear", 4)),
        HasSubstr("\n# KoboldCpp: koboldcpp --model MODEL.gguf --contextsize 16384 --ropeconfig 0.25 10000\n"));
    EXPECT_THAT(scriptOf(documentOf(llama2Source(), "yarn")), HasSubstr("\n# KoboldCpp: not possible: its --ropeconfig knows no yarn\n"));
    RopeConfig rope = llama2Source()->rope;
    rope.ropeType = "yarn";
    rope.scaling.factor = 2.0;
    EXPECT_THAT(scriptOf(documentOf(sourceOf(rope), "linear")), HasSubstr("not possible: the file states yarn"));
    const auto prepared = llamaFlagsFormat.prepare(documentOf(llama2Source(), "yarn"));
    ASSERT_TRUE(prepared && prepared->lint());
    EXPECT_EQ(prepared->lint()->engines[0].outcome, Outcome::Applied);
    EXPECT_EQ(prepared->lint()->engines[1].outcome, Outcome::Refused);
}

// Its programs cap the context at the length of training, which a yarn that is passed extends.
TEST(LlamaFlags, SayWhatCapsTheContext)
{
    const auto findingsOf = [](const ExportDocument& document) { return llamaFlagsFormat.prepare(document)->lint()->findings; };
    const auto capped = findingsOf(documentOf(llama2Source(), "linear", 4));
    ASSERT_EQ(capped.size(), 1U);
    EXPECT_THAT(
        capped[0].reason, HasSubstr("no more than 4096 positions unless --override-kv ARCHITECTURE.context_length=int:16384 is added"));
    EXPECT_THAT(*contentFor(llamaFlagsFormat, documentOf(llama2Source(), "linear", 4)), HasSubstr("\n# llama-server and llama-cli serve"));
    Source gguf = *llama2Source();
    gguf.architecture = "qwen3moe";
    const std::string known = *contentFor(llamaFlagsFormat, documentOf(std::make_shared<const Source>(gguf), "linear", 4));
    EXPECT_THAT(known, HasSubstr("unless --override-kv qwen3moe.context_length=int:16384 is added.\n"));
    gguf.architecture = "a; rm";
    EXPECT_THAT(*contentFor(llamaFlagsFormat, documentOf(std::make_shared<const Source>(gguf), "linear", 4)),
        HasSubstr("--override-kv ARCHITECTURE.context_length"))
        << "no word of a command";
    EXPECT_TRUE(findingsOf(documentOf(llama2Source(), "yarn", 4)).empty());
    RopeConfig stated = llama2Source()->rope;
    stated.ropeType = "yarn";
    stated.scaling.factor = 4.0;
    EXPECT_EQ(findingsOf(documentOf(sourceOf(stated), "yarn", 4)).size(), 1U) << "it is the file's own: its context_length counts";
}

TEST(LlamaFlags, NoNameOfAFileBreaksOut)
{
    Source source = *sourceOf(llama2Source()->rope);
    source.origin = "it's $(here); `echo` # x.gguf";
    EXPECT_EQ(flagsOf(documentOf(std::make_shared<const Source>(source), "linear"))["-m"], source.origin);
    for (const char* const name : {"-m.gguf", "a\nb.gguf", "a\xe2\x80\xae.gguf", "\xff.gguf", "config.json"}) {
        source.origin = name;
        EXPECT_EQ(flagsOf(documentOf(std::make_shared<const Source>(source), "linear"))["-m"], "MODEL.gguf") << name;
    }
}

TEST(LlamaFlags, AreNotReadWhereNumbersAreBeyondAllLengths)
{
    const std::string script = *contentFor(llamaFlagsFormat, documentOf(llama2Source(), "yarn"));
    const std::size_t at = script.find("--yarn-orig-ctx 4096");
    ASSERT_NE(at, std::string::npos);
    for (const char* const length : {"1e80", "9223372036854775808", "-1", "inf", "nan"}) {
        const auto read = parseLlamaFlags(std::string(script).replace(at + 16, 4, length), "flags.sh");
        ASSERT_FALSE(read) << length;
        EXPECT_THAT(read.error().message,
            HasSubstr("flags.sh: --yarn-orig-ctx is \"" + std::string(length) + "\"; expected a number greater than 0, at most 1e12"));
    }
}

TEST(LlamaFlags, AreNotReadWhereFlagsAndCommentsDiffer)
{
    const std::string script = *contentFor(llamaFlagsFormat, documentOf(llama2Source(), "linear"));
    const auto errorWith = [&](const std::string& old, const std::string& changed) {
        std::string text = script;
        const std::size_t at = text.find(old);
        EXPECT_NE(at, std::string::npos) << old;
        const auto read = parseLlamaFlags(text.replace(at, old.size(), changed), "flags.sh");
        return read ? "" : read.error().message;
    };
    EXPECT_EQ(errorWith("--rope-scale 2", "--rope-scale 2"), "");
    EXPECT_THAT(errorWith("--rope-scale 2", "--rope-scale 3"), HasSubstr("flags.sh: the flags and the factors differ"));
    EXPECT_THAT(errorWith("--rope-freq-base 10000", "--rope-freq-base 100000"), HasSubstr("the flags and the factors differ"));
    EXPECT_THAT(errorWith("# attention_factor: 1", "# attention_factor: 2"), HasSubstr("the flags and the factors differ"));
    EXPECT_THAT(errorWith("--rope-scale 2", "--rope-scale x"),
        HasSubstr("flags.sh: --rope-scale is \"x\"; expected a number greater than 0, at most 1e12"));
    EXPECT_THAT(errorWith("--rope-scale 2", "--rope-seal 2"), HasSubstr("flags.sh: --rope-scale is missing"));
    EXPECT_THAT(errorWith("--rope-freq-base 10000", "--rope-freq-base 1"),
        HasSubstr("--rope-freq-base is \"1\"; expected a number greater than 1"));
    EXPECT_THAT(errorWith("--rope-scaling", "--rope"), HasSubstr("flags.sh: no --rope-scaling in a command"));
    EXPECT_THAT(errorWith("# base: ", "# bass: "), HasSubstr("flags.sh: the comment \"# base:\" is missing"));
    EXPECT_THAT(errorWith("# base: ", "# base: 1 "), HasSubstr("flags.sh: base has 2 numbers; expected one"));
    EXPECT_THAT(errorWith("# magnitude: 1", "# magnitude: -1"), HasSubstr("flags.sh: magnitude is \"-1\""));
    EXPECT_THAT(errorWith("# tensor: 1 1", "# tensor: 1"), HasSubstr("base and tensor do not fit the factors"));
    for (const std::string wrong : {"x", "-2", "0", "nan", "1e999"}) {
        EXPECT_THAT(errorWith("# factors: 2 2", "# factors: 2 " + wrong),
            HasSubstr("flags.sh: factors: the factor of dimension 1 is \"" + wrong + "\"; expected a finite number greater than 0"));
        EXPECT_THAT(errorWith("# attention_factor: 1", "# attention_factor: " + wrong), HasSubstr("attention_factor is \"" + wrong + "\""));
    }
}
