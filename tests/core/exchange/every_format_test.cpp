// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for all formats, those to come included.
#include "core/analysis/usage_weights.h"
#include "core/exchange/tables/factor_list.h"
#include "core/files/escape.h"
#include "core/rope/frozen.h"
#include "tests/core/exchange/exchange_fixture.h"
#include "tests/core/gguf/gguf_builder.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

// HDF5 1.10 forgets some bytes of its own at a damaged file: under AddressSanitizer they are not reported. What this project allocates is.
extern "C" const char* __lsan_default_suppressions(); // NOLINT(bugprone-reserved-identifier)
extern "C" const char* __lsan_default_suppressions() // NOLINT(bugprone-reserved-identifier)
{
    return "leak:libhdf5\n";
}

using namespace rotascope;
using namespace rotascope::test;
using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

namespace {

class EveryFormat : public testing::TestWithParam<const ExportFormat*> {
protected:
    // The file to merge into, for the formats that cannot do without.
    [[nodiscard]] ModelFilePointer into() const
    {
        if (!format.intoRequired) {
            return nullptr;
        }
        return *intoWith(format, folder / "model.gguf", llamaModel().floats("output.weight", {1.0F, 2.0F}).bytes());
    }

    // As hard as the format takes it.
    [[nodiscard]] ExportDocument document() const { return hardDocument(/*asMade=*/format.onlySomeTables); }
    [[nodiscard]] PreparedExport prepared(const ExportDocument& document) const { return *format.prepare(document, into()); }

    const ExportFormat& format = *GetParam();
    ScratchFolder folder;
};

INSTANTIATE_TEST_SUITE_P(Registry, EveryFormat, testing::ValuesIn(exportFormats().begin(), exportFormats().end()), [](const auto& format) {
    std::string name(format.param->name);
    std::ranges::replace(name, '-', '_');
    return name;
});

} // namespace

TEST_P(EveryFormat, ReadsBackExactly)
{
    const ExportDocument document = this->document();
    const auto file = folder / ("table" + std::string(format.suffix));
    const auto written = prepared(document).writeTo(file);
    ASSERT_TRUE(written) << written.error().message;
    for (const auto& table : {format.read(file), readScalingTable(file)}) {
        ASSERT_TRUE(table) << table.error().message;
        EXPECT_EQ(table->table.factors, document.table->table.factors) << "to the bit";
        EXPECT_EQ(table->table.attentionFactor, document.table->table.attentionFactor);
        EXPECT_EQ(table->provenance, provenanceMap(document));
    }
}

TEST_P(EveryFormat, DoesNotReplaceTheSecondSource)
{
    const auto file = folder / ("other" + std::string(format.suffix));
    std::ofstream(file) << "of a model";
    Source other = *llama2Source();
    other.kind = SourceKind::ConfigFile;
    other.origin = file.string();
    const ExportDocument document = documentWith(llama2Source(), [&](AnalysisSettings& settings) {
        settings.method = "yarn";
        settings.other = otherOf(std::make_shared<const Source>(other));
    });
    const auto written = prepared(document).writeTo(file);
    ASSERT_FALSE(written);
    EXPECT_THAT(written.error().message, HasSubstr("is the file that is analysed"));
    EXPECT_EQ(std::filesystem::file_size(file), 10U);
}

TEST_P(EveryFormat, TellsTheMeasureAndTheWeights)
{
    Source source = *llama2Source();
    source.usage.assign(64, 2.0);
    source.usage[3] = 0.0;
    source.usageLayers = {7};
    const auto shared = std::make_shared<const Source>(source);
    const ExportDocument document = documentWith(shared, [&](AnalysisSettings& settings) {
        settings.method = "yarn";
        settings.counting = {Counting::Distances, 1000};
        settings.weights = *usageWeightsOf(source, "7");
    });
    const auto file = folder / ("table" + std::string(format.suffix));
    ASSERT_TRUE(prepared(document).writeTo(file));
    const auto table = readScalingTable(file);
    ASSERT_TRUE(table) << table.error().message;
    const AnalysisSettings read = withSettingsOf(table->provenance, defaultSettings(source), source);
    EXPECT_EQ(read.measure(), "window");
    EXPECT_EQ(read.counting, document.analysis->settings.counting);
    EXPECT_EQ(read.weights, document.analysis->settings.weights);
}

TEST_P(EveryFormat, TellsThatNearAndFarJudged)
{
    const auto source = llama2Source();
    const ExportDocument document = documentWith(source, [&](AnalysisSettings& settings) {
        settings.method = format.onlySomeTables ? "linear" : "distributional"; // flags say no table of two factors
        settings.farWeight = 2.5;
        settings.selection = Threshold{0.0, 0.01};
        settings.parameters = {.band = DimensionRange{20, 40}, .clipped = 8};
    });
    const auto file = folder / ("table" + std::string(format.suffix));
    ASSERT_TRUE(prepared(document).writeTo(file));
    const auto table = readScalingTable(file);
    ASSERT_TRUE(table) << table.error().message;
    if (format.onlySomeTables) {
        EXPECT_FALSE(table->provenance.contains("selection")) << "linear chooses nothing";
    } else {
        EXPECT_EQ(table->provenance.at("selection"), "threshold t = 0 + 0.01 near");
    }
    EXPECT_EQ(table->provenance.at("divergence"), "none");
    const AnalysisSettings read = withSettingsOf(table->provenance, defaultSettings(*source), *source);
    EXPECT_EQ(read.farWeight, 2.5);
    EXPECT_EQ(read.measure(), "near-far");
    EXPECT_EQ(read.parameters, document.analysis->settings.parameters);
    Provenance other = table->provenance;
    other["measure"] = "positions";
    EXPECT_EQ(withSettingsOf(other, read, *source).farWeight, std::nullopt);
}

// Each of these breaks out of its place in one language or another.
TEST_P(EveryFormat, HoldsHostileNamesOnTheirLines)
{
    const std::string null(1, '\0');
    const std::vector<std::string> names
        = {"a\nb\r\x0b\x0c\x1c\x1e", "\xc2\x85\xe2\x80\xa8\xe2\x80\xa9\xe2\x80\xae", "a" + null + "b", "\xff\xed\xa0\x80", "x,=1;\"y\\x22",
            std::string(5000, '"'), "--trust-remote-code", "\nimport torch\n", "# attention_factor: 7", R"('"""\)"};
    for (const std::string& name : names) {
        Source source = *llama2Source();
        source.origin = name;
        source.ropeName = name;
        source.ropeNames = {name, "other"};
        source.rope.modelId = name;
        const ExportDocument document = documentFor(std::make_shared<const Source>(source));
        const auto file = folder / "table";
        const auto prepared = format.prepare(document, into());
        if (!prepared) {
            EXPECT_THAT(prepared.error().message, HasSubstr("has 2 RoPEs")); // which some formats do not take
            continue;
        }
        ASSERT_TRUE(prepared->writeTo(file));
        const auto table = readScalingTable(file);
        ASSERT_TRUE(table) << table.error().message;
        EXPECT_EQ(table->provenance, provenanceMap(document));
        EXPECT_TRUE(checkIsFor(*table, source));
        for (const auto& [key, value] : table->provenance) {
            EXPECT_TRUE(isVisible(value)) << key;
        }
    }
}

// Without a file that has several RoPEs there is no place for a second table, and none is left out silently.
TEST_P(EveryFormat, RefusesASecondTableAlone)
{
    ExportDocument document = hardDocument();
    document.others = {hardDocument()};
    EXPECT_THAT(format.prepare(document, format.holdsSeveral ? nullptr : into()).error().message, HasSubstr("holds one table"));
}

TEST_P(EveryFormat, CanBeSeenBeforeItIsWritten)
{
    const ExportDocument document = this->document();
    const auto prepared = format.prepare(document, into());
    ASSERT_TRUE(prepared) << prepared.error().message;
    EXPECT_GT(prepared->preview().size(), 500U);
    EXPECT_THAT(prepared->preview(), AllOf(HasSubstr(document.method), Not(HasSubstr(std::string(1, '\0'))))) << "says the method";
    const auto file = folder / "table";
    ASSERT_TRUE(prepared->writeTo(file));
    EXPECT_EQ(contentOf(file) == prepared->preview(), prepared->isText());
    EXPECT_EQ(prepared->content() == nullptr, format.onlyToFile);
    if (prepared->content() != nullptr) {
        EXPECT_EQ(contentOf(file), *prepared->content());
    }
}

TEST_P(EveryFormat, RecognisesItsFiles)
{
    const auto file = folder / "table";
    ASSERT_TRUE(prepared(document()).writeTo(file));
    const std::string head = contentOf(file).substr(0, 4096);
    EXPECT_TRUE(format.recognises(head));
    EXPECT_FALSE(looksLikeFactorList(head));
    const auto first = std::ranges::find_if(exportFormats(), [&](const ExportFormat* other) { return other->recognises(head); });
    EXPECT_EQ((*first)->read, format.read) << (*first)->name << " would read it";
    for (const char* other : {"", "1.0\n2.0\n", "text"}) {
        EXPECT_FALSE(format.recognises(other)) << other;
    }
}

TEST_P(EveryFormat, SaysWhatItIs)
{
    EXPECT_FALSE(format.label.empty() || format.description.empty() || format.readBy.empty());
    EXPECT_TRUE(format.suffix.starts_with('.'));
    EXPECT_EQ(*findExportFormat(format.name), &format);
}

// Whatever is cut off or damaged: one message or a sound table, never a crash.
TEST_P(EveryFormat, ReadsDamagedFilesWithoutHarm)
{
    const auto file = folder / "table";
    ASSERT_TRUE(prepared(document()).writeTo(file));
    const std::string content = contentOf(file);
    std::mt19937 random(11);
    const auto readChanged = [&](const std::string& changed) {
        writeContent(file, changed);
        const auto table = format.read(file);
        if (table) {
            EXPECT_TRUE(validate(table->table, ""));
        } else {
            EXPECT_THAT(table.error().message, HasSubstr(file.string()));
            EXPECT_EQ(table.error().kind, ErrorKind::Input);
        }
    };
    for (int i = 0; i < 60; ++i) {
        readChanged(content.substr(0, random() % content.size()));
        std::string changed = content;
        changed[random() % changed.size()] = static_cast<char>(random());
        changed[random() % std::min<std::size_t>(changed.size(), 300)] = static_cast<char>(random());
        readChanged(changed);
    }
    readChanged("");
    readChanged(std::string(300, '\0'));
}

// A dimension that a table stops: inf in tables, 1e30 in the files of engines, and read back as what it was.
TEST_P(EveryFormat, HoldsFrozenDimensions)
{
    if (format.onlySomeTables) {
        return; // no flag stops a dimension
    }
    ExportDocument document = this->document();
    TableAnalysis table = *document.table;
    table.table.factors.back() = frozenFactor;
    document.table = std::make_shared<const TableAnalysis>(table);
    const auto file = folder / "table";
    const auto made = format.prepare(document, into());
    ASSERT_TRUE(made) << made.error().message;
    ASSERT_TRUE(made->writeTo(file));
    const auto read = readScalingTable(file);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->table.factors, table.table.factors);
    EXPECT_TRUE(checkIsFor(*read, *document.analysis->source));
}

// A message names the wrong number of a table, as it stands in the file.
TEST_P(EveryFormat, NamesTheNumberThatIsWrong)
{
    if (format.onlySomeTables) {
        return; // flags say no such table: llama_flags_test has wrong numbers in them
    }
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinite = std::numeric_limits<double>::infinity();
    const auto errorWith = [&](auto change) -> std::optional<std::string> {
        ExportDocument document = this->document();
        TableAnalysis table = *document.table;
        change(table.table);
        document.table = std::make_shared<const TableAnalysis>(table);
        const auto file = folder / "table";
        const auto made = format.prepare(document, into());
        if (!made) { // vLLM's command is not made of what vLLM would refuse: vllm_command_test has wrong numbers in it
            return {};
        }
        EXPECT_TRUE(made->writeTo(file));
        const auto read = readScalingTable(file);
        return read ? "no error" : read.error().message;
    };
    for (const double wrong : {nan, -1.5, 0.0}) {
        if (const auto error = errorWith([wrong](ScalingTable& table) { table.factors[17] = wrong; })) {
            EXPECT_THAT(*error, AllOf(HasSubstr("the factor of dimension 17 is "), HasSubstr("number greater than 0"))) << wrong;
        }
    }
    const std::string named = "(attention_factor|ATTENTION_FACTOR|long_mscale) is .*; expected a finite number greater than 0";
    for (const double wrong : {nan, infinite, -1.5, 0.0}) {
        if (const auto error = errorWith([wrong](ScalingTable& table) { table.attentionFactor = wrong; })) {
            EXPECT_THAT(*error, ContainsRegex(named)) << wrong;
        }
    }
}

// The lengths that a table was made for must be possible in an analysis.
TEST_P(EveryFormat, ChecksTheLengthsThatATableWasMadeFor)
{
    const auto errorWith = [&](std::int64_t pretraining, std::int64_t target) -> std::string {
        const auto file = folder / "table";
        EXPECT_TRUE(prepared(document()).writeTo(file));
        std::string content = contentOf(file);
        const auto replace = [&](std::string_view name, std::int64_t before, std::int64_t value) {
            const std::string old = std::to_string(before);
            std::string text = std::to_string(value);
            const std::size_t behind = content.find(old, content.find(name));
            const std::size_t at = behind != std::string::npos ? behind : content.find(old); // HDF5 has values in front of names
            ASSERT_NE(at, std::string::npos) << name;
            text.resize(old.size(), ' '); // of the same length, so that binary files stay whole
            content.replace(at, old.size(), text);
        };
        replace("pretraining_length", 4096, pretraining);
        replace("target_length", 28672, target);
        writeContent(file, content);
        const auto read = readScalingTable(file);
        return read ? "" : read.error().message;
    };
    EXPECT_EQ(errorWith(4096, 28672), "");
    EXPECT_THAT(errorWith(-409, 28672), HasSubstr("pretraining_length is \"-409\"; expected a whole number from 1 to 1099511627776"));
    EXPECT_THAT(errorWith(4096, -2867), HasSubstr("target_length is \"-2867\"; expected a whole number from 4096 to 1099511627776"));
    EXPECT_THAT(errorWith(4096, 4095), HasSubstr("target_length is"));
}

TEST_P(EveryFormat, RefusesATableThatItsReaderCannotBeToldOf)
{
    const auto prepared = format.prepare(hardDocument(), into());
    EXPECT_EQ(!prepared, format.onlySomeTables);
    if (!prepared) {
        EXPECT_THAT(prepared.error().message, HasSubstr("the format \""));
    }
}

TEST_P(EveryFormat, SaysWhatIsMissing)
{
    const auto table = format.read(folder / "missing");
    ASSERT_FALSE(table);
    EXPECT_THAT(table.error().message, HasSubstr("missing: no such file"));
    EXPECT_FALSE(readScalingTable(folder / "missing"));
}

TEST(ExportFormats, HaveNamesOfTheirOwn)
{
    std::set<std::string_view> names;
    for (const ExportFormat* format : exportFormats()) {
        names.insert(format->name);
    }
    EXPECT_EQ(names.size(), exportFormats().size());
    EXPECT_THAT(findExportFormat("xml").error().message, AllOf(HasSubstr("\"xml\" is not known"), HasSubstr("transformers-legacy")));
}

// Beside what the user gives, and not in its place: restored, it would no longer be found.
TEST(ExportFormats, TellWhatTheMethodFound)
{
    const ExportDocument band = documentFor(llama2Source(), "band");
    const std::map<std::string, std::string> found = provenanceMap(band);
    const Expected<DimensionRange> range = dimensionRangeOf(found.at("found_band"));
    ASSERT_TRUE(range);
    const std::vector<double>& factors = band.table->table.factors;
    for (std::size_t i = 0; i < factors.size(); ++i) {
        EXPECT_EQ(factors[i] != 1.0, i >= range->first && i < range->end) << i;
    }
    EXPECT_FALSE(found.contains("band"));
    EXPECT_FALSE(withSettingsOf(found, band.analysis->settings, *band.analysis->source).parameters.band);

    const std::map<std::string, std::string> byHand = provenanceMap(documentWith(llama2Source(), [](AnalysisSettings& settings) {
        settings.method = "band";
        settings.overrides[0] = Override{Choice::Interpolation, 1.0};
    }));
    EXPECT_EQ(byHand.at("found_band"), found.at("found_band"));
    const std::map<std::string, std::string> given = provenanceMap(documentWith(llama2Source(), [](AnalysisSettings& settings) {
        settings.method = "band";
        settings.parameters.band = DimensionRange{20, 40};
    }));
    EXPECT_EQ(given.at("band"), "20:40");
    EXPECT_FALSE(given.contains("found_band"));
    EXPECT_EQ(provenanceMap(documentFor(llama2Source(), "hardclip")).at("found_clipped"), "18");
    EXPECT_FALSE(provenanceMap(documentFor(llama2Source(), "yarn")).contains("found_band"));
}

TEST(ExportFormats, TakeOnlyTheFilesThatTheyMergeInto)
{
    EXPECT_THAT(openInto(**findExportFormat("csv"), "config.json").error().message, HasSubstr("--into does not go with"));
    EXPECT_FALSE(*openInto(**findExportFormat("csv"), {}));
    const auto missing = openInto(**findExportFormat("transformers"), "/no/config.json");
    ASSERT_FALSE(missing);
    EXPECT_THAT(missing.error().message, HasSubstr("/no/config.json: no such file; expected the model's config.json"));
    const auto config = modelFileOfConfig(R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "head_dim": 128})", "config.json");
    ASSERT_TRUE(config);
    for (const char* name : {"csv", "gguf"}) {
        const auto prepared = (*findExportFormat(name))->prepare(hardDocument(), *config);
        EXPECT_EQ(prepared.error().message, "config.json: format " + std::string(name) + " is not merged into such a file");
    }
}

TEST(ScalingTableFromOutside, IsChecked)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_TRUE(validate(ScalingTable{{1.0, 2.0}, 1.0}, "x"));
    EXPECT_FALSE(validate(ScalingTable{{}, 1.0}, "x"));
    EXPECT_THAT(validate(ScalingTable{{1.0, nan}, 1.0}, "x").error().message, HasSubstr("x: the factor of dimension 1 is nan"));
    EXPECT_FALSE(validate(ScalingTable{{0.0}, 1.0}, "x"));
    EXPECT_FALSE(validate(ScalingTable{{1.0}, -1.0}, "x"));
    EXPECT_FALSE(validate(ScalingTable{std::vector<double>(65537, 1.0), 1.0}, "x"));
}
