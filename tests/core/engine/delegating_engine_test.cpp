// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/delegating_engine.h"

#include "core/engine/cpu_engine.h"
#include "tests/core/engine/forwarding_engine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <latch>
#include <mutex>
#include <thread>
#include <vector>

using namespace rotascope;
using testing::HasSubstr;
using testing::SizeIs;

namespace {

// The CPU engine under another name, which can be told to fail.
class FakeAccelerator final : public Engine {
public:
    [[nodiscard]] const EngineInfo& info() const override { return m_info; }
    [[nodiscard]] bool supports(Operation operation) const override { return isOn && operation != Operation::RecordedHistograms; }
    [[nodiscard]] Sentence unavailable() const override { return isOn ? "" : "a fake device is off until restart"; }

    Expected<AngleHistograms> histograms(
        std::span<const Turn> turns, const PositionSet& positions, std::uint32_t intervals, EngineRun& run) override
    {
        return answer(m_cpu->histograms(turns, positions, intervals, m_unused), run);
    }
    Expected<AngleHistograms> rotationHistograms(
        const CountingMeasure& counting, std::span<const Rotation> rotations, std::uint32_t intervals, EngineRun& run) override
    {
        return answer(m_cpu->rotationHistograms(counting, rotations, intervals, m_unused), run);
    }
    Expected<AngleHistograms> recordedHistograms(const RecordedAngles& angles, std::uint32_t intervals, EngineRun& run) override
    {
        return answer(m_cpu->recordedHistograms(angles, intervals, m_unused), run);
    }
    Expected<std::vector<double>> disturbances(
        const Measure& measure, const AngleHistograms& before, const AngleHistograms& after, EngineRun& run) override
    {
        return answer(m_cpu->disturbances(measure, before, after, m_unused), run);
    }
    Expected<std::vector<double>> rotationDisturbances(
        const Measure& measure, const AngleHistograms& before, std::span<const Rotation> rotations, EngineRun& run) override
    {
        return answer(m_cpu->rotationDisturbances(measure, before, rotations, m_unused), run);
    }

    bool isOn = true;
    std::optional<Error> failure;

private:
    template <class T> Expected<T> answer(Expected<T> result, EngineRun& run)
    {
        run.addUsed(m_info);
        return failure ? Expected<T>(tl::unexpected(*failure)) : std::move(result);
    }

    EngineInfo m_info = {"fake", "a fake device"};
    std::shared_ptr<Engine> m_cpu = makeCpuEngine();
    EngineRun m_unused;
};

class DelegatingEngineTest : public testing::Test {
protected:
    std::shared_ptr<FakeAccelerator> accelerator = std::make_shared<FakeAccelerator>();
    std::shared_ptr<Engine> cpu = makeCpuEngine();
    std::vector<Turn> turns = std::vector<Turn>(6400, turnOf(0.01));
    EngineRun run;

    // The engine that counted the positions 0 ... length-1.
    std::string usedFor(Engine& engine, std::int64_t length)
    {
        run = {};
        EXPECT_TRUE(engine.histograms(turns, PositionSet::uniform(length), 360, run));
        EXPECT_THAT(run.used, SizeIs(1));
        return run.used.front().name;
    }
};

} // namespace

TEST_F(DelegatingEngineTest, GivesEachRequestToTheOneThatAnswersFirst)
{
    // The accelerator needs 10 ms to begin with and is ten times as fast: it pays from 11 ms of work on. The short request is less than one
    // anywhere, the long one some 80: what counting costs is measured, and no machine is so busy, or so slow under a sanitizer.
    const auto engine = makeDelegatingEngine(accelerator, cpu, {1e-2, 0.1}, {0.0, 1.0});
    EXPECT_EQ(usedFor(*engine, 100), "cpu");
    EXPECT_EQ(usedFor(*engine, std::int64_t{1} << 30), "fake");
    const auto slow = makeDelegatingEngine(accelerator, cpu, {1.0, 10.0}, {0.0, 1.0});
    EXPECT_EQ(usedFor(*slow, std::int64_t{1} << 30), "cpu");
}

TEST_F(DelegatingEngineTest, FinishesOnTheCpuWhatTheAcceleratorCannot)
{
    const auto engine = makeDelegatingEngine(accelerator, cpu, Delegation::Always);
    EXPECT_EQ(usedFor(*engine, 100), "fake");
    EXPECT_TRUE(run.notices.empty());
    accelerator->failure = Error{ErrorKind::Engine, "the device is full"};
    EXPECT_EQ(usedFor(*engine, 100), "cpu");
    ASSERT_THAT(run.notices, SizeIs(1));
    EXPECT_THAT(run.notices[0].english(), HasSubstr("the device is full"));
    EXPECT_THAT(run.notices[0].english(), HasSubstr("finished on the CPU"));
}

// A GPU that is full for an hour is not worth a message with every move of a slider.
TEST_F(DelegatingEngineTest, TellsAFailureThatLastsOnce)
{
    const std::int64_t length = std::int64_t{1} << 30;
    const auto engine = makeDelegatingEngine(accelerator, cpu, {0.0, 0.1}, {0.0, 1.0});
    accelerator->failure = Error{ErrorKind::Engine, "the device is full"};
    EXPECT_EQ(usedFor(*engine, length), "cpu");
    EXPECT_THAT(run.notices, SizeIs(1));
    EXPECT_EQ(usedFor(*engine, length), "cpu");
    EXPECT_THAT(run.notices, SizeIs(0)) << "told before";
    accelerator->failure.reset();
    EXPECT_EQ(usedFor(*engine, length), "fake");
    accelerator->failure = Error{ErrorKind::Engine, "the device is full"};
    EXPECT_EQ(usedFor(*engine, length), "cpu");
    EXPECT_THAT(run.notices, SizeIs(1)) << "it had worked again";
}

TEST_F(DelegatingEngineTest, TellsAFailureOnceInARun)
{
    const auto engine = makeDelegatingEngine(accelerator, cpu, Delegation::Always);
    accelerator->failure = Error{ErrorKind::Engine, "the device is full"};
    for (int request = 0; request < 19; ++request) {
        EXPECT_TRUE(engine->histograms(turns, PositionSet::uniform(10), 360, run));
    }
    EXPECT_THAT(run.notices, SizeIs(1));
    EXPECT_EQ(usedFor(*engine, 10), "cpu");
    EXPECT_THAT(run.notices, SizeIs(1)) << "the user asked for the accelerator";
}

TEST_F(DelegatingEngineTest, AStopIsNotAFault)
{
    const auto engine = makeDelegatingEngine(accelerator, cpu, Delegation::Always);
    accelerator->failure = Error{ErrorKind::Stopped, "stopped"};
    EXPECT_EQ(engine->histograms(turns, PositionSet::uniform(10), 360, run).error().kind, ErrorKind::Stopped);
    EXPECT_TRUE(run.notices.empty());
}

TEST_F(DelegatingEngineTest, AsksOnlyForWhatTheAcceleratorHas)
{
    const auto engine = makeDelegatingEngine(accelerator, cpu, Delegation::Always);
    accelerator->isOn = false;
    EXPECT_EQ(usedFor(*engine, 100), "cpu");
    ASSERT_THAT(run.notices, SizeIs(1)) << "the user asked for it";
    EXPECT_THAT(run.notices[0].english(), HasSubstr("a fake device is off until restart"));
    EXPECT_EQ(usedFor(*makeDelegatingEngine(accelerator, cpu, Delegation::WhenFaster), std::int64_t{1} << 30), "cpu");
    EXPECT_TRUE(run.notices.empty()) << "nobody asked for it";
}

TEST_F(DelegatingEngineTest, MeasuresEveryKindOfWork)
{
    for (const WorkKind kind : {WorkKind::Arithmetic, WorkKind::CountedPositions, WorkKind::RecordedAngles}) {
        const Expected<EngineSpeed> speed = measureSpeed(*cpu, kind);
        ASSERT_TRUE(speed);
        EXPECT_GE(speed->secondsPerWork, 0.0); // 0 where the machine was busy elsewhere in between
        EXPECT_GT(speed->latency, 0.0);
    }
    accelerator->failure = Error{ErrorKind::Engine, "broken"};
    EXPECT_EQ(measureSpeed(*accelerator, WorkKind::Arithmetic).error().message, "broken");
}

// What goes wrong while it is measured is told, and a device that comes back is measured again.
TEST_F(DelegatingEngineTest, TellsWhatFailsWhileItIsMeasured)
{
    accelerator->failure = Error{ErrorKind::Engine, "the device is full"};
    const auto engine = makeDelegatingEngine(accelerator, cpu, Delegation::WhenFaster);
    EXPECT_EQ(usedFor(*engine, std::int64_t{1} << 30), "cpu");
    ASSERT_THAT(run.notices, SizeIs(1));
    EXPECT_THAT(run.notices[0].english(), HasSubstr("the device is full"));
    accelerator->failure.reset();
    usedFor(*engine, std::int64_t{1} << 30);
    EXPECT_TRUE(run.notices.empty());
    EXPECT_GT(run.preparationSeconds, 0.0) << "measured now";
    usedFor(*engine, std::int64_t{1} << 30);
    EXPECT_EQ(run.preparationSeconds, 0.0) << "once is enough";
}

// Measuring wakes a GPU, which may take a second: others are answered by the CPU in the meantime.
TEST_F(DelegatingEngineTest, DoesNotMakeOthersWaitWhileItMeasures)
{
    class SleepingAccelerator final : public test::ForwardingEngine {
    public:
        Expected<std::vector<double>> rotationDisturbances(
            const Measure& measure, const AngleHistograms& before, std::span<const Rotation> rotations, EngineRun& askedRun) override
        {
            std::call_once(m_once, [this] { isAsked.count_down(); });
            mayAnswer.wait();
            return ForwardingEngine::rotationDisturbances(measure, before, rotations, askedRun);
        }
        std::latch isAsked{1};
        std::latch mayAnswer{1};

    private:
        std::once_flag m_once;
    };
    const auto sleeping = std::make_shared<SleepingAccelerator>();
    const auto engine = makeDelegatingEngine(sleeping, cpu, Delegation::WhenFaster);
    std::jthread first([&] {
        EngineRun measuring;
        EXPECT_TRUE(engine->histograms(turns, PositionSet::uniform(std::int64_t{1} << 30), 360, measuring));
        EXPECT_GT(measuring.preparationSeconds, 0.0);
    });
    sleeping->isAsked.wait();
    EXPECT_EQ(usedFor(*engine, std::int64_t{1} << 30), "cpu"); // would wait for ever
    EXPECT_EQ(run.preparationSeconds, 0.0);
    sleeping->mayAnswer.count_down();
}

TEST(EngineRun, NamesAllEnginesAsOne)
{
    EngineRun run;
    run.addUsed({"cuda", "NVIDIA H100"});
    run.addUsed({"cpu", "2 threads"});
    run.addUsed({"cuda", "NVIDIA H100"});
    EXPECT_EQ(run.usedAsOne(), (EngineInfo{"cuda + cpu", "NVIDIA H100 + 2 threads"}));
}
