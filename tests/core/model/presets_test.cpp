// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/presets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

using namespace rotascope;

TEST(Presets, AreCompleteValidAndDistinct)
{
    std::set<std::string> ids;
    EXPECT_GE(presets().size(), 30U);
    for (const Preset& preset : presets()) {
        EXPECT_TRUE(ids.insert(preset.rope.modelId).second) << preset.rope.modelId;
        const Expected<void> valid = validate(preset.rope, preset.rope.modelId);
        EXPECT_TRUE(valid) << valid.error().message;
        EXPECT_FALSE(preset.source.empty()) << preset.rope.modelId;
        EXPECT_FALSE(preset.family.empty()) << preset.rope.modelId;
        EXPECT_TRUE(preset.rope.originalMaxPositionEmbeddings);
        EXPECT_TRUE(preset.rope.maxPositionEmbeddings);
    }
}

TEST(Presets, AreFoundByIdInAnyCaseAndWithoutTheOwner)
{
    for (const char* id : {"meta-llama/Llama-2-7b-hf", "llama-2-7b-hf", "META-LLAMA/LLAMA-2-7B-HF"}) {
        const Expected<Preset> found = findPreset(id);
        ASSERT_TRUE(found) << id;
        EXPECT_EQ(found->rope.ropeTheta, 10000.0);
        EXPECT_EQ(found->rope.originalMaxPositionEmbeddings, 4096);
        EXPECT_EQ(found->rope.dimensions(), 64U);
    }
    const Expected<Preset> unknown = findPreset("gpt-5");
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().kind, ErrorKind::Usage);
    EXPECT_THAT(unknown.error().message, testing::HasSubstr("\"gpt-5\" is not among the presets"));
}

TEST(Presets, KeepPartialRotaryAndScaling)
{
    EXPECT_EQ(findPreset("EleutherAI/gpt-neox-20b")->rope.dimensions(), 12U);
    EXPECT_EQ(findPreset("meta-llama/Llama-3.1-8B")->rope.ropeType, "llama3");
    EXPECT_EQ(findPreset("meta-llama/Llama-3.1-8B")->rope.originalMaxPositionEmbeddings, 8192);
    EXPECT_EQ(findPreset("meta-llama/Llama-3.1-8B")->rope.scaling.factor, 8.0);
    EXPECT_EQ(findPreset("microsoft/Phi-3.5-mini-instruct")->rope.scaling.longFactor.size(), 48U);
}
