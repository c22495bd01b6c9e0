// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tables/factor_list.h"
#include "core/exchange/tables/weight_list.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rotascope {
namespace {

std::vector<double> factorsOf(std::string_view text)
{
    const auto table = parseFactorList(text, "list");
    EXPECT_TRUE(table) << table.error().message;
    return table ? table->table.factors : std::vector<double>();
}

std::string messageOf(std::string_view text)
{
    const auto table = parseFactorList(text, "list");
    return table ? "" : table.error().message;
}

// The three shapes in LongRoPE's repository: a column, a line, a line for each layer.
TEST(FactorList, ReadsEveryShapeThatLongRopeWrites)
{
    const std::vector<double> expected = {1, 1.097906416, 64};
    EXPECT_EQ(factorsOf("1\n1.097906416\n64"), expected);
    EXPECT_EQ(factorsOf("1.000000000000000000e+00\r\n1.097906416e+00\r\n6.4e+01\r\n"), expected);
    EXPECT_EQ(factorsOf("1 1.097906416 64\n1 1.097906416 64\n"), expected);
    EXPECT_EQ(factorsOf("# found by evolution\n1, 1.097906416, 64\n\n"), expected);
    EXPECT_EQ(factorsOf("[1, 1.097906416, 64]"), expected);
    EXPECT_EQ(factorsOf(" [[1, 1.097906416, 64], [1, 1.097906416, 64]]"), expected);
    EXPECT_EQ(parseFactorList("1\n2", "list")->table.attentionFactor, 1.0);
}

TEST(FactorList, SaysWhatCannotBeATable)
{
    EXPECT_EQ(messageOf("1\ntwo\n"), "list, line 2: \"two\" is not a number; expected a list of factors");
    EXPECT_NE(messageOf("1 2\n1 3\n").find("the factors of layer 1 are not those of layer 0"), std::string::npos);
    EXPECT_NE(messageOf("1 2\n1\n").find("layer 1"), std::string::npos);
    EXPECT_NE(messageOf("").find("no numbers"), std::string::npos);
    EXPECT_EQ(messageOf("[1, \"2\"]"), "list: the factor of dimension 1 is \"2\"; expected a finite number greater than 0");
    EXPECT_EQ(
        messageOf("[[1, 2], [1, null]]"), "list: layer 1: the factor of dimension 1 is null; expected a finite number greater than 0");
    EXPECT_EQ(messageOf("[1, [2]]"), "list: the factor of dimension 1 is a list; expected a finite number greater than 0");
    EXPECT_EQ(messageOf("[[1], 2]"), "list: layer 1 is not a list of numbers; expected one factor a dimension, as in layer 0");
    EXPECT_EQ(messageOf("1\n-2\n"), "list: the factor of dimension 1 is -2; expected a number greater than 0");
    EXPECT_NE(messageOf("[1, 2").find("not a list of numbers"), std::string::npos);
    for (const char* wrong : {"1\nnan\n", "1\n-2\n", "0\n", "1 -inf", "[1, 1e999]", "[0]", "[]"}) {
        EXPECT_FALSE(messageOf(wrong).empty()) << wrong;
    }
}

TEST(FactorList, IsToldFromATableByItsFirstCharacter)
{
    const std::filesystem::path file = std::filesystem::path(testing::TempDir()) / "factors.txt";
    std::ofstream(file) << "1 2 4\n";
    EXPECT_EQ(readScalingTable(file)->table.factors, (std::vector<double>{1, 2, 4}));
    std::ofstream(file) << R"({"rope_type": "longrope", "long_factor": [1, 3]})";
    EXPECT_EQ(readScalingTable(file)->table.factors, (std::vector<double>{1, 3}));
    std::ofstream(file) << R"({"short_factor": [1, 2], "long_factor": [1, 3]})";
    EXPECT_NE(
        readScalingTable(file).error().message.english().find("put the list that is meant into a file of its own"), std::string::npos);
    std::filesystem::remove(file);
}

} // namespace

TEST(WeightList, IsAnyListOfNumbers)
{
    const std::vector<double> expected = {0, 1.5, 2e-3};
    for (const char* text : {"0 1.5 2e-3", "0\n1.5\n2e-3\n", "# w\r\n0, 1.5; 2e-3\r\n", " [0, 1.5, 2e-3]\n"}) {
        EXPECT_EQ(parseWeights(text, "w").value_or(std::vector<double>()), expected) << text;
    }
    EXPECT_THAT(parseWeights("# none\n", "w").error().message, testing::HasSubstr("w: no numbers; expected a list of numbers"));
    EXPECT_THAT(parseWeights("1\nx", "w").error().message, testing::HasSubstr("w, line 2: \"x\" is not a number"));
    EXPECT_THAT(parseWeights("[1, \"2\"]", "w").error().message, testing::HasSubstr("w: expected a list of numbers"));
    EXPECT_THAT(parseWeights("[1, 2", "w").error().message, testing::HasSubstr("w: "));
}

} // namespace rotascope
