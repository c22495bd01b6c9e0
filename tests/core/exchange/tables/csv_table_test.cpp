// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tables/csv_table.h"

#include "tests/core/exchange/exchange_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rotascope;
using testing::HasSubstr;

namespace {

ExportDocument document()
{
    return test::documentWith(llama2Source(), [](AnalysisSettings& settings) {
        settings.method = "yarn";
        settings.overrides[22] = Override{Choice::Custom, 1.0 / 3.0};
    });
}

std::string errorOf(const std::string& text)
{
    const Expected<CsvTable> table = parseCsvTable(text, "table.csv");
    EXPECT_FALSE(table);
    return table ? "" : table.error().message;
}

} // namespace

TEST(CsvTable, ReadsBackExactly)
{
    const ExportDocument exported = document();
    const std::string text = *test::contentFor(csvFormat, exported);
    const Expected<CsvTable> table = parseCsvTable(text, "table.csv");
    ASSERT_TRUE(table) << table.error().message;
    EXPECT_EQ(table->table, exported.table->table) << "factors and attention factor, to the bit";
    EXPECT_EQ(table->disturbance, exported.table->disturbance);
    for (const auto& [name, value] : provenanceOf(exported)) {
        EXPECT_EQ(table->provenance.at(name), value);
    }
    EXPECT_EQ(table->provenance.at("method"), "yarn, 1 dimension set by hand");
    EXPECT_THAT(text, HasSubstr("\n22,"));
    EXPECT_THAT(text, HasSubstr(",custom\n"));
}

TEST(CsvTable, AModelNameWithALineEndStaysInItsLine)
{
    ExportDocument exported = document();
    Source source = *exported.analysis->source;
    source.origin = "two\nlines";
    Analysis analysis = *exported.analysis;
    analysis.source = std::make_shared<const Source>(source);
    exported.analysis = std::make_shared<const Analysis>(analysis);
    EXPECT_TRUE(parseCsvTable(*test::contentFor(csvFormat, exported), "table.csv"));
}

TEST(CsvTable, WindowsLineEndsAreRead)
{
    std::string text = *test::contentFor(csvFormat, document());
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) {
        text.replace(at, 1, "\r\n");
    }
    EXPECT_TRUE(parseCsvTable(text, "table.csv"));
}

TEST(CsvTable, SaysWhichLineIsWrong)
{
    const std::string header
        = "dimension,inv_freq,wavelength,factor,extended_inv_freq,disturbance_extrapolation,disturbance_interpolation,disturbance,choice\n";
    EXPECT_THAT(errorOf(""), HasSubstr("table.csv: no dimensions"));
    EXPECT_THAT(errorOf(header), HasSubstr("no dimensions"));
    EXPECT_THAT(errorOf("a,b,c\n"), HasSubstr("table.csv, line 1: not the header"));
    EXPECT_THAT(errorOf(header + "0,1,2\n"), HasSubstr("line 2: 3 fields; expected 9"));
    EXPECT_THAT(errorOf(header + "1,1,6.28,1,1,0,0,0,extrapolation\n"), HasSubstr("line 2: dimension \"1\"; expected 0"));
    EXPECT_THAT(errorOf(header + "0,1,6.28,nan,1,0,0,0,custom\n"),
        HasSubstr("line 2: the factor of dimension 0 is \"nan\"; expected a finite number greater than 0"));
    EXPECT_THAT(errorOf(header + "0,1,6.28,-1,1,0,0,0,custom\n"), HasSubstr("the factor of dimension 0 is \"-1\""));
    EXPECT_THAT(errorOf(header + "0,1,6.28,1 ,1,0,0,0,custom\n"), HasSubstr("the factor of dimension 0 is \"1 \""));
    EXPECT_THAT(errorOf(header + "0,1,6.28,1,1,0,0,x,custom\n"), HasSubstr("disturbance is \"x\""));
    const std::string row = header + "0,1,6.28,1,1,0,0,0,custom\n";
    for (const std::string wrong : {"big", "-1", "0", "nan", "inf", "1e999", ""}) {
        EXPECT_EQ(errorOf("# attention_factor: " + wrong + "\n" + row),
            "table.csv: attention_factor is \"" + wrong + "\"; expected a finite number greater than 0");
    }
}
