// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tables/npy_table.h"

#include "tests/core/exchange/exchange_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rotascope;
using namespace rotascope::test;
using testing::HasSubstr;

namespace {

std::string errorOf(const std::string& bytes)
{
    const auto table = parseNpyTable(bytes, "table.npy");
    EXPECT_FALSE(table);
    return table ? "" : table.error().message;
}

std::string replaced(std::string text, const std::string& what, const std::string& by)
{
    return text.replace(text.find(what), what.size(), by);
}

} // namespace

TEST(NpyTable, IsLaidOutAsNumpySavesIt)
{
    const std::string bytes = *contentFor(npyFormat, hardDocument());
    const std::size_t header = static_cast<unsigned char>(bytes[8]) + 256U * static_cast<unsigned char>(bytes[9]);
    EXPECT_EQ((10 + header) % 64, 0U);
    EXPECT_EQ(bytes[10 + header - 1], '\n');
    EXPECT_THAT(bytes, HasSubstr("{'descr': [('index', '<i8', (64,)), ('inv_freq', '<f8', (64,)), "));
}

TEST(NpyTable, SaysWhatIsWrong)
{
    const std::string bytes = *contentFor(npyFormat, hardDocument());
    EXPECT_THAT(errorOf("nonsense"), HasSubstr("table.npy: not a NumPy file"));
    EXPECT_THAT(errorOf(bytes.substr(0, 100)), HasSubstr("ends within its header"));
    EXPECT_THAT(errorOf(bytes.substr(0, bytes.size() - 1)), HasSubstr("the header promises 64 dimensions"));
    EXPECT_THAT(errorOf(bytes + "x"), HasSubstr("the header promises"));
    EXPECT_THAT(errorOf(replaced(bytes, "('factor', '<f8'", "('factor', '>f8'")), HasSubstr("header is not that of"));
    EXPECT_THAT(errorOf(replaced(bytes, "'<i8', (64,)", "'<i8', (99,)")), HasSubstr("header is not that of"));
    EXPECT_THAT(errorOf(replaced(bytes, "'fortran_order': False", "'fortran_order': True ")), HasSubstr("header is not that of"));
}
