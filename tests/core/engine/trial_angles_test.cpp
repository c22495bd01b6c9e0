// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/trial_angles.h"

#include "core/engine/cpu_engine.h"
#include "core/engine/parallel.h"

#include <chrono>
#include <condition_variable>
#include <gtest/gtest.h>
#include <mutex>
#include <set>
#include <thread>

using namespace rotascope;

namespace {

// Holds whoever counts until two do so at once.
class WatchedAngles final : public TrialAngles {
public:
    using TrialAngles::TrialAngles;
    Expected<void> read(const TakeAngles& take, const std::stop_token& stop) const override
    {
        const auto meet = [&](const AngleTile& tile) {
            std::unique_lock lock(m_mutex);
            ++m_arrived;
            m_changed.notify_all();
            if (!m_changed.wait_for(lock, std::chrono::seconds(30), [this] { return m_arrived > 1; })) {
                m_isAlone = true;
            }
            lock.unlock();
            return take(tile);
        };
        return TrialAngles::read(meet, stop);
    }
    [[nodiscard]] bool isCountedByOne() const { return m_isAlone; }

private:
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    mutable int m_arrived = 0;
    mutable bool m_isAlone = false;
};

} // namespace

// A GPU is compared with what the CPU engine does with a recording, and that uses all cores.
TEST(TrialAngles, AreCountedOnAllCores)
{
    if (parallelThreads() == 1) {
        GTEST_SKIP() << "there is one core";
    }
    const WatchedAngles angles(1000);
    ASSERT_TRUE(angles.histograms(360, {}));
    EXPECT_FALSE(angles.isCountedByOne());
}

TEST(ParallelFor, KeepsToTheLimit)
{
    if (mostParallelThreads() == 1) {
        GTEST_SKIP() << "there is one core";
    }
    const auto threadsOf = [] {
        std::mutex mutex;
        std::set<std::thread::id> seen;
        parallelFor(64, [&](std::size_t) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
            const std::lock_guard lock(mutex);
            seen.insert(std::this_thread::get_id());
        });
        return seen;
    };
    limitThreads(1);
    EXPECT_EQ(parallelThreads(), 1U);
    EXPECT_EQ(threadsOf(), std::set{std::this_thread::get_id()});
    EXPECT_EQ(makeCpuEngine()->info().device, "1 thread");
    limitThreads(0);
    EXPECT_EQ(parallelThreads(), mostParallelThreads());
    EXPECT_GT(threadsOf().size(), 1U);
}

TEST(TrialAngles, AreCountedEachOnce)
{
    for (const std::size_t rows : {1U, 7U, 1000U}) {
        const TrialAngles angles(rows);
        const AngleHistograms counted = *angles.histograms(97, {});
        for (std::size_t i = 0; i < angles.dimensions(); ++i) {
            EXPECT_EQ(counted.total(i), rows);
        }
        std::uint64_t sum = 0;
        AngleHistograms reference(angles.dimensions(), 97);
        std::mutex mutex;
        const auto count = [&](const AngleTile& tile) -> Expected<void> {
            const std::lock_guard lock(mutex);
            sum += tile.angles.size();
            addRecordedAngles(tile.angles, reference);
            return {};
        };
        ASSERT_TRUE(angles.read(count, {}));
        EXPECT_EQ(sum, rows * angles.dimensions());
        EXPECT_EQ(counted, reference);
    }
}

TEST(TrialAngles, HandOnWhatStoppedThem)
{
    const TrialAngles angles(1000);
    const auto fail = [](const AngleTile&) -> Expected<void> { return inputError("enough"); };
    EXPECT_EQ(angles.read(fail, {}).error().message, "enough");
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(angles.histograms(360, stop.get_token()).error().kind, ErrorKind::Stopped);
}
