// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the runtime finds a host that does not wait, and what becomes of the engine where CUDA refuses something.
#include "core/engine/cpu_engine.h"
#include "core/engine/engine_module.h"
#include "tests/gpu/ptx/runtime.h"

#include <array>
#include <cstdlib>
#include <gtest/gtest.h>
#include <string>

using namespace rotascope;
using ptx::Runtime;
using ptx::StreamState;

namespace {

class PtxStreams : public testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_EQ(runtime.makeStream(first), cudaSuccess);
        ASSERT_EQ(runtime.makeStream(second), cudaSuccess);
        memory = runtime.allocate(sizeof values, first);
        runtime.wait(first);
    }
    void TearDown() override
    {
        runtime.destroyStream(first);
        runtime.destroyStream(second);
    }
    [[nodiscard]] std::string found() const { return runtime.findings().count() == 0 ? "" : runtime.findings().texts().front(); }

    Runtime runtime;
    StreamState* first = nullptr;
    StreamState* second = nullptr;
    std::array<int, 8> values = {1, 2, 3, 4, 5, 6, 7, 8};
    std::array<int, 8> result = {};
    void* memory = nullptr;
};

// Sets a variable of the runtime's for one test.
class Setting {
public:
    Setting(std::string name, const char* value) : m_name("ROTASCOPE_PTX_" + std::move(name)) { setenv(m_name.c_str(), value, 1); }
    Setting(const Setting&) = delete;
    Setting& operator=(const Setting&) = delete;
    ~Setting() { unsetenv(m_name.c_str()); }

private:
    std::string m_name;
};

AngleHistograms histograms(Engine& engine, EngineRun& run)
{
    const std::array turns = {turnOf(1.0), turnOf(0.01)};
    const Expected<AngleHistograms> counted = engine.histograms(turns, PositionSet::uniform(5'000), 97, run);
    EXPECT_TRUE(counted) << counted.error().message;
    return counted.value_or(AngleHistograms(0, 1));
}

std::string reasonOfRefusal()
{
    const auto engine = loadEngineModule(ROTASCOPE_PTX_MODULE);
    return engine ? "not refused" : engine.error().message;
}

} // namespace

TEST_F(PtxStreams, FindsNothingWhereTheHostWaits)
{
    runtime.upload(memory, values.data(), sizeof values, first);
    runtime.wait(first);
    runtime.download(result.data(), memory, sizeof result, second);
    EXPECT_EQ(result, values);
    EXPECT_EQ(runtime.release(memory, first), cudaSuccess);
    EXPECT_EQ(found(), "");
}

TEST_F(PtxStreams, FindsAUseThatNothingOrders)
{
    runtime.upload(memory, values.data(), sizeof values, first);
    runtime.clear(memory, 0, sizeof values, second);
    runtime.waitForAll();
    EXPECT_EQ(found(), "a copy or a clearing uses memory that another stream uses: nobody waited for that");
}

TEST_F(PtxStreams, FindsAUseBeforeTheAllocationIsOrdered)
{
    void* const fresh = runtime.allocate(64, first);
    runtime.clear(fresh, 0, 64, second);
    EXPECT_EQ(found(), "a clearing uses memory that another stream allocated: nobody waited for that");
}

TEST_F(PtxStreams, FindsAReleaseOfWhatIsStillUsed)
{
    runtime.clear(memory, 0, sizeof values, second);
    EXPECT_EQ(runtime.release(memory, first), cudaSuccess);
    EXPECT_EQ(found(), "releases memory that another stream may still use: nobody waited for that");
}

TEST_F(PtxStreams, FindsAUseAfterTheRelease)
{
    EXPECT_EQ(runtime.release(memory, first), cudaSuccess);
    runtime.clear(memory, 0, sizeof values, first);
    EXPECT_EQ(found(), "a clearing uses memory that was released");
    EXPECT_EQ(runtime.release(memory, first), cudaErrorInvalidValue);
}

TEST_F(PtxStreams, FindsLeaks)
{
    runtime.findLeaks();
    ASSERT_EQ(runtime.findings().count(), 3U);
    EXPECT_EQ(found(), "1 allocations are left at the end");
    EXPECT_EQ(runtime.findings().texts()[2], "stream 2 is left at the end, with 0 commands that nobody waited for");
}

TEST(PtxEngine, NamesADriverThatIsTooOld)
{
    const Setting driver("DRIVER", "11020");
    EXPECT_NE(reasonOfRefusal().find("the NVIDIA driver knows CUDA up to 11.2, this build needs "), std::string::npos) << reasonOfRefusal();
}

TEST(PtxEngine, NamesAMissingDriver)
{
    const Setting driver("DRIVER", "0");
    EXPECT_NE(reasonOfRefusal().find("no NVIDIA driver was found"), std::string::npos) << reasonOfRefusal();
}

TEST(PtxEngine, WorksWithoutMemoryPools)
{
    for (const char* none : {"0", "2"}) { // there are none, or there are but they cannot be set
        const Setting pools("POOLS", none);
        const auto engine = loadEngineModule(ROTASCOPE_PTX_MODULE);
        ASSERT_TRUE(engine) << engine.error().message;
        EngineRun run;
        EXPECT_EQ(histograms(**engine, run), histograms(*makeCpuEngine(), run)) << none;
    }
}

TEST(PtxEngine, SaysThatThereIsNoMemoryForAContext)
{
    const Setting context("CONTEXT", "0");
    const auto engine = loadEngineModule(ROTASCOPE_PTX_MODULE);
    ASSERT_TRUE(engine) << engine.error().message;
    EngineRun run;
    const std::array turns = {turnOf(1.0)};
    const Expected<AngleHistograms> refused = (*engine)->histograms(turns, PositionSet::uniform(100), 7, run);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Engine);
}

TEST(PtxEngine, CutsARequestThatFindsNoMemoryIntoTiles)
{
    const Setting memory("MEMORY", "1500000");
    const auto engine = loadEngineModule(ROTASCOPE_PTX_MODULE);
    ASSERT_TRUE(engine) << engine.error().message;
    EngineRun run;
    const std::vector<Turn> turns(600, turnOf(0.37));
    const AngleHistograms before = *makeCpuEngine()->histograms(turns, PositionSet::uniform(500), 360, run);
    const auto values = (*engine)->disturbances({}, before, before, run);
    ASSERT_TRUE(values) << values.error().message;
    EXPECT_EQ(*values, std::vector<double>(turns.size(), 0.0));
}
