// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine_registry.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rotascope;
using testing::HasSubstr;

TEST(EngineRegistry, AlwaysHasTheCpuEngineAndSaysWhyOthersDoNotWork)
{
    const std::vector<EngineEntry> entries = EngineRegistry::instance().entries();
    ASSERT_FALSE(entries.empty());
    EXPECT_EQ(entries.front().info.name, "cpu");
    EXPECT_TRUE(entries.front().unavailable.empty());
    for (const EngineEntry& entry : entries) {
        const auto engine = EngineRegistry::instance().find(entry.info.name);
        EXPECT_EQ(engine.has_value(), entry.unavailable.empty());
        if (!engine) {
            EXPECT_EQ(engine.error().kind, ErrorKind::Engine);
            EXPECT_THAT(engine.error().message, HasSubstr(entry.unavailable));
        }
    }
    EXPECT_TRUE(EngineRegistry::instance().find("auto"));
    EXPECT_EQ(EngineRegistry::instance().find("tpu").error().kind, ErrorKind::Usage);
}
