// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/usage_weights.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rotascope;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

// Layers 0, 1, 2 and 6, two dimensions each.
Source source()
{
    Source source;
    source.origin = "run.h5";
    source.usageLayers = {0, 1, 2, 6};
    source.usage = {1.0, 10.0, 2.0, 20.0, 4.0, 40.0, 8.0, 80.0};
    return source;
}

std::string errorOf(const Source& source, std::string_view layers)
{
    const auto weights = usageWeightsOf(source, layers);
    EXPECT_FALSE(weights);
    EXPECT_TRUE(weights || weights.error().kind == ErrorKind::Usage);
    return weights ? std::string() : std::string(weights.error().message);
}

} // namespace

TEST(UsageWeights, AreOfAllLayersOrOfSome)
{
    const DimensionWeights all = *usageWeightsOf(source(), "");
    EXPECT_EQ(all.name, "usage");
    EXPECT_THAT(all.values, ElementsAre(15.0, 150.0));
    const DimensionWeights one = *usageWeightsOf(source(), " 6 ");
    EXPECT_EQ(one.name, "usage:6");
    EXPECT_THAT(one.values, ElementsAre(8.0, 80.0));
    const DimensionWeights group = *usageWeightsOf(source(), "6, 0-1");
    EXPECT_EQ(group.name, "usage:0-1,6");
    EXPECT_THAT(group.values, ElementsAre(11.0, 110.0));
    EXPECT_THAT(usageWeightsOf(source(), "2-6")->values, ElementsAre(12.0, 120.0)) << "not every layer has this RoPE";
    EXPECT_EQ(*usageWeightsOf(source(), layersOfUsage(group.name)), group) << "a name says all";
}

TEST(UsageWeights, SayWhatThereIs)
{
    EXPECT_THAT(errorOf(source(), "3"), HasSubstr("run.h5: no usage was recorded of layer 3; expected layers of 0-2,6"));
    EXPECT_THAT(errorOf(source(), "0,7-9"), HasSubstr("no usage was recorded of the layers 7-9; expected layers of 0-2,6"));
    for (const char* const layers : {"first", "-1", "3-1", "1,,2", "1:2", "0.5"}) {
        EXPECT_THAT(errorOf(source(), layers), HasSubstr("the layers are \"" + std::string(layers) + "\"; expected numbers from 0 on"));
    }
    EXPECT_THAT(errorOf(Source{}, ""), HasSubstr("has no usage of its dimensions; expected a recording that was made with usage"));
}

TEST(UsageWeights, HaveNames)
{
    EXPECT_TRUE(areOfUsage("usage") && areOfUsage("usage:0-3"));
    EXPECT_FALSE(areOfUsage("equal") || areOfUsage("own") || areOfUsage("usages"));
    EXPECT_EQ(layersOfUsage("usage:0-3"), "0-3");
    EXPECT_EQ(layersOfUsage("usage"), "");
    EXPECT_EQ(std::string(labelOf(*usageWeightsOf(source(), "0-1"))), "recorded usage of layers 0-1");
    EXPECT_EQ(std::string(labelOf(*usageWeightsOf(source(), ""))), "recorded usage");
    EXPECT_EQ(std::string(labelOf({std::string(ownWeights), {1.0}})), "given by the user");
    EXPECT_TRUE(labelOf({}).empty());
    EXPECT_EQ(layersText({5, 3, 4, 0}), "0,3-5");
}
