// SPDX-License-Identifier: GPL-3.0-or-later
// The host side of the CUDA engine: tiles, memory, faults. The device is the one on the CPU (host_device.h), whose n-th call
// can be made to fail.
#include "gpu/device_engine.h"

#include "core/engine/cpu_engine.h"
#include "core/engine/delegating_engine.h"
#include "core/engine/engine_module.h"
#include "core/engine/engine_registry.h"
#include "core/engine/module_seal.h"
#include "gpu/capability.h"
#include "tests/gpu/engines_under_test.h"
#include "tests/gpu/gate.h"
#include "tests/gpu/host_device.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <random>
#include <string>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace rotascope;
using namespace rotascope::gpu;

namespace {

// A request of each kind, its result as text-free values that can be compared.
struct Answer {
    Expected<AngleHistograms> uniform;
    Expected<AngleHistograms> counted;
    Expected<AngleHistograms> recorded;
    Expected<std::vector<double>> disturbances;
    Expected<std::vector<double>> rotations;

    friend bool operator==(const Answer& a, const Answer& b)
    {
        return *a.uniform == *b.uniform && *a.counted == *b.counted && *a.recorded == *b.recorded && *a.disturbances == *b.disturbances
            && *a.rotations == *b.rotations;
    }
    [[nodiscard]] bool isWhole() const { return uniform && counted && recorded && disturbances && rotations; }
};

Answer ask(Engine& engine, EngineRun& run)
{
    const std::vector<Turn> turns = {turnOf(1.0), turnOf(0.01), turnOf(1e-3), Turn{0}};
    const AnglesInMemory angles(std::vector<float>(2000, 1.5F), 4, 100, 4);
    Answer answer;
    answer.uniform = engine.histograms(turns, PositionSet::uniform(10'000'000), 97, run);
    answer.counted = engine.histograms(turns, PositionSet::counted(std::vector<std::uint64_t>(3000, 2)), 97, run);
    answer.recorded = engine.recordedHistograms(angles, 97, run);
    EngineRun reference;
    const auto cpu = makeCpuEngine();
    const AngleHistograms before = *cpu->histograms(turns, PositionSet::uniform(5000), 97, reference);
    const AngleHistograms after = *cpu->histograms(turns, PositionSet::uniform(9000), 97, reference);
    answer.disturbances = engine.disturbances({}, before, after, run);
    answer.rotations = engine.rotationDisturbances({}, before, std::vector<Rotation>{{turns[1], 9000, 1}, {turns[2], 777, 0}}, run);
    return answer;
}

std::string readBinary(const std::string& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// A module's file of its own, each time another: what is loaded stays mapped.
struct CopiedModule {
    explicit CopiedModule(const std::string& bytes)
    {
        static int count = 0;
        path = testing::TempDir() + "module-" + std::to_string(getpid()) + "-" + std::to_string(++count) + ".so";
        std::ofstream(path, std::ios::binary) << bytes;
    }
    CopiedModule(const CopiedModule&) = delete;
    CopiedModule& operator=(const CopiedModule&) = delete;
    ~CopiedModule() { std::filesystem::remove(path); }

    std::string path;
};

class DeviceEngineTest : public testing::Test {
protected:
    // An engine whose n-th call fails; 0: none.
    std::shared_ptr<Engine> makeEngine(std::uint64_t failing = 0, FaultKind kind = FaultKind::OutOfMemory)
    {
        auto made = makeHostDevice(log);
        device = made.get();
        if (failing != 0) {
            device->failCall(failing, kind);
        }
        return makeDeviceEngine(std::move(made), "emulated");
    }

    std::shared_ptr<HostDeviceLog> log = std::make_shared<HostDeviceLog>();
    Device* device = nullptr;
    std::shared_ptr<Engine> cpu = makeCpuEngine();
    EngineRun cpuRun;
    Answer expected = ask(*cpu, cpuRun);
};

} // namespace

TEST_F(DeviceEngineTest, AnswersAsTheCpuDoesAndReleasesEverything)
{
    EngineRun run;
    auto engine = makeEngine();
    EXPECT_TRUE(ask(*engine, run) == expected);
    EXPECT_EQ(run.used, (std::vector<EngineInfo>{{"emulated", "CPU in place of a GPU"}}));
    EXPECT_TRUE(run.notices.empty());
    EXPECT_GT(log->launches, 0U);
    EXPECT_EQ(log->liveBytes, 0U);
    EXPECT_EQ(log->keptBytes, 0U);
    EXPECT_TRUE(log->guardsHold);
}

// Whichever call finds no memory: the answers are whole, made in smaller tiles, and said to be.
TEST_F(DeviceEngineTest, SurvivesOutOfMemoryAtEveryCall)
{
    EngineRun counting;
    auto whole = makeEngine();
    ask(*whole, counting);
    const std::uint64_t calls = device->calls();
    ASSERT_GT(calls, 20U);
    for (std::uint64_t call = 1; call <= calls; ++call) {
        EngineRun run;
        auto engine = makeEngine(call);
        const Answer answer = ask(*engine, run);
        ASSERT_TRUE(answer.isWhole()) << "call " << call;
        EXPECT_TRUE(answer == expected) << "call " << call;
        ASSERT_EQ(run.notices.size(), 1U) << "call " << call;
        EXPECT_NE(run.notices[0].english().find("smaller tiles"), std::string::npos) << run.notices[0];
        EXPECT_EQ(log->liveBytes, 0U) << "call " << call;
        EXPECT_EQ(log->keptBytes, 0U) << "call " << call;
        EXPECT_TRUE(log->guardsHold) << "call " << call;
    }
}

// Whichever call is the last of the device: the CPU finishes that request and answers all later ones.
TEST_F(DeviceEngineTest, FinishesOnTheCpuWhenTheDeviceIsLostAtAnyCall)
{
    EngineRun counting;
    auto whole = makeEngine();
    ask(*whole, counting);
    const std::uint64_t calls = device->calls();
    for (std::uint64_t call = 1; call <= calls; ++call) {
        EngineRun run;
        auto failing = makeEngine(call, FaultKind::Lost);
        auto engine = makeDelegatingEngine(failing, cpu, Delegation::Always);
        const Answer answer = ask(*engine, run);
        ASSERT_TRUE(answer.isWhole()) << "call " << call;
        EXPECT_TRUE(answer == expected) << "call " << call;
        ASSERT_EQ(run.notices.size(), 1U) << "call " << call;
        EXPECT_NE(run.notices[0].english().find("off until restart"), std::string::npos) << run.notices[0];
        EXPECT_NE(run.notices[0].english().find("finished on the CPU"), std::string::npos) << run.notices[0];
        EXPECT_FALSE(failing->supports(Operation::Rotations));
        EXPECT_EQ(run.used.back().name, "cpu");
        EXPECT_EQ(log->liveBytes, 0U) << "call " << call;
    }
}

// A card without room for a context costs 0.2 s each time that it is asked: once, not for each request and each size of tile.
TEST_F(DeviceEngineTest, LeavesADeviceWithoutRoomAloneForAWhile)
{
    auto made = makeHostDevice(log);
    device = made.get();
    device->failCall(1, FaultKind::NoContext);
    const std::shared_ptr<Engine> full = makeDeviceEngine(std::move(made), "emulated", std::size_t{1} << 30, std::chrono::hours(1));
    EngineRun run;
    EXPECT_TRUE(ask(*makeDelegatingEngine(full, cpu, Delegation::Always), run) == expected);
    EXPECT_EQ(device->calls(), 1U);
    EXPECT_EQ(run.usedAsOne().name, "cpu");
    ASSERT_EQ(run.notices.size(), 1U);
    EXPECT_NE(run.notices[0].english().find("CPU in place of a GPU has no room for this program now"), std::string::npos) << run.notices[0];
    EXPECT_FALSE(full->supports(Operation::Rotations));
    EXPECT_NE(full->unavailable().english().find("has no room for this program now"), std::string::npos) << full->unavailable();
    EngineRun direct;
    EXPECT_EQ(full->histograms(std::vector{turnOf(1.0)}, PositionSet::uniform(10), 7, direct).error().kind, ErrorKind::Engine);
    EXPECT_EQ(device->calls(), 1U) << "whoever asks the engine itself is answered at once as well";
}

TEST_F(DeviceEngineTest, UsesADeviceThatHasRoomAgain)
{
    auto made = makeHostDevice(log);
    device = made.get();
    device->failCall(1, FaultKind::NoContext);
    const auto engine = makeDeviceEngine(std::move(made), "emulated", std::size_t{1} << 30, std::chrono::milliseconds(0));
    EngineRun run;
    EXPECT_EQ(engine->histograms(std::vector{turnOf(1.0)}, PositionSet::uniform(10), 7, run).error().kind, ErrorKind::Engine);
    device->failCall(1'000'000, FaultKind::NoContext); // later than this test
    EXPECT_TRUE(ask(*engine, run) == expected);
    EXPECT_EQ(engine->unavailable(), "");
    EXPECT_TRUE(run.notices.empty());
}

TEST_F(DeviceEngineTest, GivesUpOnMemoryThatIsNeverEnough)
{
    auto tiny = makeDeviceEngine(makeHostDevice(log, 1000), "emulated");
    EngineRun run;
    const auto refused = tiny->histograms(std::vector{turnOf(1.0)}, PositionSet::uniform(100), 360, run);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Engine);
    EXPECT_NE(refused.error().message.english().find("not enough memory"), std::string::npos) << refused.error().message;
    EXPECT_TRUE(tiny->supports(Operation::PositionHistograms)) << "a smaller request may work";
    const auto engine = makeDelegatingEngine(std::move(tiny), cpu, Delegation::Always);
    EXPECT_TRUE(ask(*engine, run) == expected);
}

TEST_F(DeviceEngineTest, CutsLargeRequestsIntoTiles)
{
    const std::vector<Turn> turns(300, turnOf(0.37));
    EngineRun run;
    auto engine = makeDeviceEngine(makeHostDevice(log), "emulated", std::size_t{1} << 18);
    for (const PositionSet& positions :
        {PositionSet::uniform(1000), PositionSet::uniform(5000000), PositionSet::counted(std::vector<std::uint64_t>(40000, 7))}) {
        EXPECT_EQ(*engine->histograms(turns, positions, 51, run), *cpu->histograms(turns, positions, 51, cpuRun));
    }
    EXPECT_LE(log->mostBytes, std::size_t{1} << 19);
    EXPECT_GT(log->launches, 10U);
    EXPECT_TRUE(run.notices.empty()) << "tiles from the first are nothing to tell";
}

TEST_F(DeviceEngineTest, HandsOnWhatTheStoreOfAnglesSays)
{
    class BrokenStore final : public RecordedAngles {
    public:
        [[nodiscard]] std::size_t dimensions() const override { return 2; }
        [[nodiscard]] std::int64_t rows() const override { return 1; }
        Expected<void> read(const TakeAngles&, const std::stop_token&) const override { return inputError("run.h5: chunk 3 is damaged"); }
        Expected<AngleHistograms> histograms(std::uint32_t, const std::stop_token&) const override { return inputError("unused"); }
    };
    EngineRun run;
    const auto refused = makeEngine()->recordedHistograms(BrokenStore(), 360, run);
    EXPECT_EQ(refused.error().kind, ErrorKind::Input);
    EXPECT_EQ(refused.error().message, "run.h5: chunk 3 is damaged");
    EXPECT_EQ(log->liveBytes, 0U);
}

// A large file may be read for minutes: others are answered between its tiles.
TEST_F(DeviceEngineTest, AnswersOthersWhileAnglesAreRead)
{
    auto engine = makeEngine();
    class AskingStore final : public RecordedAngles {
    public:
        explicit AskingStore(Engine& engine) : m_engine(engine) { }
        [[nodiscard]] std::size_t dimensions() const override { return 1; }
        [[nodiscard]] std::int64_t rows() const override { return 2; }
        Expected<void> read(const TakeAngles& take, const std::stop_token&) const override
        {
            const std::vector<float> angle = {1.0F};
            return take({angle, 0, 1}).and_then([&] {
                EngineRun other;
                EXPECT_TRUE(m_engine.histograms(std::vector{turnOf(1.0)}, PositionSet::uniform(100), 7, other));
                return take({angle, 0, 1});
            });
        }
        Expected<AngleHistograms> histograms(std::uint32_t, const std::stop_token&) const override { return inputError("unused"); }

    private:
        Engine& m_engine;
    };
    EngineRun run;
    const Expected<AngleHistograms> counted = engine->recordedHistograms(AskingStore(*engine), 4, run);
    ASSERT_TRUE(counted);
    EXPECT_EQ(counted->counts(0)[0], 2U);
}

TEST(Capability, RefusesDevicesOlderThanTheKernels)
{
    EXPECT_EQ(capabilityProblem("Tesla V100", 70, 75), "Tesla V100 has compute capability 7.0; this build needs 7.5 or newer");
    EXPECT_EQ(capabilityProblem("NVIDIA H200", 90, 120), "NVIDIA H200 has compute capability 9.0; this build needs 12.0 or newer");
    EXPECT_EQ(capabilityProblem("Tesla T4", 75, 75), "");
    EXPECT_EQ(capabilityProblem("NVIDIA B200", 100, 75), "");
}

TEST(EngineModule, SaysWhyItCannotBeLoaded)
{
    const auto reasonOf = [](const std::string& file) { return loadEngineModule(file).error().message.english(); };
    EXPECT_NE(reasonOf("librotascope_cuda.so").find("is relative to the current folder"), std::string::npos);
    EXPECT_NE(reasonOf("").find("is relative to the current folder"), std::string::npos);
    EXPECT_NE(reasonOf("/nowhere/librotascope_cuda.so").find("does not exist"), std::string::npos);
    EXPECT_NE(reasonOf(ROTASCOPE_SOURCE_DIR "/README.md").find("cannot be loaded"), std::string::npos);
    EXPECT_NE(reasonOf(ROTASCOPE_FOREIGN_LIBRARY).find("is not a Rotascope engine"), std::string::npos);
    EXPECT_NE(reasonOf(ROTASCOPE_OLD_MODULE).find("was built for \"rotascope-engine/0 0.0.1\""), std::string::npos);
}

// The loader maps what the headers name: with less in the file it would die of SIGBUS, and wait for ever at a pipe.
TEST(EngineModule, RefusesACutFileAndAPipe)
{
    const std::string whole = readBinary(ROTASCOPE_EMULATED_MODULE);
    int refused = 0;
    for (std::size_t size = whole.size() / 2; size > 0; size /= 2) {
        // A file of its own: half of one with much debug information may still be a whole module, which stays loaded.
        const CopiedModule cut(whole.substr(0, size));
        if (const auto engine = loadEngineModule(cut.path); !engine) {
            const std::string& reason = engine.error().message;
            EXPECT_TRUE(reason.find("is cut short") != std::string::npos || reason.find("cannot be loaded") != std::string::npos) << reason;
            ++refused;
        }
    }
    EXPECT_GT(refused, 10);
    const std::filesystem::path copy = std::filesystem::path(testing::TempDir()) / "pipe.so";
    std::filesystem::remove(copy);
    ASSERT_EQ(mkfifo(copy.c_str(), 0600), 0);
    EXPECT_NE(loadEngineModule(copy).error().message.english().find("is not a file"), std::string::npos);
    std::filesystem::remove(copy);
}

// A flipped bit in the code would crash the program or, worse, count wrongly.
TEST(EngineModule, RefusesADamagedFile)
{
    const std::string whole = readBinary(ROTASCOPE_EMULATED_MODULE);
    std::mt19937_64 random(1);
    int refused = 0;
    for (std::size_t i = 0; i < 300; ++i) {
        std::string damaged = whole;
        const std::size_t place = i < 128 ? i : random() % whole.size(); // the headers, then anywhere
        damaged[place] = static_cast<char>(damaged[place] ^ (1 << random() % 8));
        const CopiedModule copy(damaged);
        if (const auto engine = loadEngineModule(copy.path); !engine) { // some parts are not mapped, and do no harm
            EXPECT_EQ(engine.error().message.english().find(copy.path + ": "), 0U) << engine.error().message;
            ++refused;
        } else {
            EngineRun run;
            EXPECT_TRUE((*engine)->histograms(std::vector{turnOf(1.0)}, PositionSet::uniform(100), 7, run)) << "byte " << place;
        }
    }
    EXPECT_GT(refused, 100) << "with debug information, half of the file and more is not mapped";

    std::string code = whole;
    code[whole.size() / 8] ^= 1;
    EXPECT_NE(loadEngineModule(CopiedModule(code).path).error().message.english().find("is damaged"), std::string::npos);
}

TEST(EngineModule, TakesAStrippedOneAndOneThatWasNeverSealed)
{
    const CopiedModule stripped(readBinary(ROTASCOPE_EMULATED_MODULE));
    ASSERT_EQ(std::system((ROTASCOPE_STRIP " '" + stripped.path + "'").c_str()), 0); // NOLINT: of our own path
    ASSERT_LT(std::filesystem::file_size(stripped.path), std::filesystem::file_size(ROTASCOPE_EMULATED_MODULE));
    const auto engine = loadEngineModule(stripped.path);
    EXPECT_TRUE(engine) << engine.error().message;

    std::string bytes = readBinary(ROTASCOPE_EMULATED_MODULE);
    const std::size_t mark = bytes.find(std::string(moduleMark.begin(), moduleMark.end()));
    ASSERT_NE(mark, std::string::npos);
    bytes.replace(mark + offsetof(ModuleSeal, digest), sizeof(std::uint64_t), sizeof(std::uint64_t), '\0');
    EXPECT_TRUE(loadEngineModule(CopiedModule(bytes).path));
}

TEST(EngineModule, SaysWhetherTheUserNamedTheOneThatIsMissing)
{
    const auto reasonOf = [](const ModuleLocation& module) { return EngineRegistry(module).entries()[1].unavailable; };
    EXPECT_EQ(reasonOf({"/nowhere/rotascope.so", false}), "this installation has no CUDA engine (/nowhere/rotascope.so: does not exist)");
    EXPECT_EQ(reasonOf({"/nowhere/rotascope.so", true}), "/nowhere/rotascope.so: does not exist (ROTASCOPE_CUDA_MODULE names this file)");
}

// The whole way of the real module, but for the device: loaded, found by the registry, asked, lost, finished by the CPU.
TEST(EngineModule, WorksThroughTheRegistry)
{
    const EngineRegistry registry({ROTASCOPE_EMULATED_MODULE, false});
    ASSERT_EQ(registry.entries().size(), 2U);
    EXPECT_EQ(registry.entries()[1].unavailable, "");
    EXPECT_EQ(registry.entries()[1].chosenModule, "") << "comes with the program";
    EXPECT_EQ(registry.entries()[1].info, (EngineInfo{"cuda", "CPU in place of a GPU"}));
    EngineRun cpuRun;
    const Answer expected = ask(*makeCpuEngine(), cpuRun);
    EngineRun run;
    EXPECT_TRUE(ask(**registry.find("cuda"), run) == expected);
    EXPECT_EQ(run.usedAsOne().name, "cuda");
    EngineRun automatic;
    EXPECT_TRUE(ask(**registry.find("auto"), automatic) == expected);
    EXPECT_EQ(automatic.usedAsOne().name, "cpu") << "these requests are too small for a device";

    ASSERT_EQ(setenv("ROTASCOPE_CUDA_FAULT", "5:lost", 1), 0);
    const EngineRegistry failing({ROTASCOPE_EMULATED_MODULE, true});
    failing.load();
    ASSERT_EQ(unsetenv("ROTASCOPE_CUDA_FAULT"), 0);
    EXPECT_EQ(failing.entries()[1].chosenModule, ROTASCOPE_EMULATED_MODULE);
    EngineRun lost;
    EXPECT_TRUE(ask(**failing.find("cuda"), lost) == expected);
    ASSERT_EQ(lost.notices.size(), 1U);
    EXPECT_NE(lost.notices[0].english().find("call 5"), std::string::npos) << lost.notices[0];
    EXPECT_NE(failing.entries()[1].unavailable.english().find("off until restart"), std::string::npos);

    ASSERT_EQ(setenv("ROTASCOPE_CUDA_FAULT", "1:context", 1), 0);
    const EngineRegistry full({ROTASCOPE_EMULATED_MODULE, false});
    EXPECT_EQ(full.entries()[1].unavailable, "") << "nobody has asked it yet";
    ASSERT_EQ(unsetenv("ROTASCOPE_CUDA_FAULT"), 0);
    EngineRun withoutRoom;
    EXPECT_TRUE(ask(**full.find("cuda"), withoutRoom) == expected);
    EXPECT_EQ(withoutRoom.notices.size(), 1U);
    EXPECT_NE(full.entries()[1].unavailable.english().find("no room"), std::string::npos) << full.entries()[1].unavailable;
}

// Nothing is asked of a driver before someone needs it, and what need not wait for it does not.
TEST(EngineModule, IsLoadedWhenItIsNeeded)
{
    test::Gate gate(testing::TempDir() + "gate");
    const EngineRegistry registry({ROTASCOPE_EMULATED_MODULE, false});
    const auto automatic = *registry.find("auto");
    const std::vector<Turn> turns(640, turnOf(0.01));
    EngineRun run;
    EXPECT_TRUE(automatic->histograms(turns, PositionSet::uniform(10), 360, run));
    EXPECT_FALSE(gate.isReached());
    EXPECT_FALSE(registry.isLoaded()) << "too small a request to look for a GPU";
    EXPECT_TRUE(registry.entriesSoFar()[1].isPending);

    std::jthread loading([&] { registry.load(); });
    while (!gate.isReached()) {
        std::this_thread::yield();
    }
    EXPECT_TRUE(automatic->histograms(turns, PositionSet::uniform(std::int64_t{1} << 30), 360, run)) << "would wait for ever";
    EXPECT_EQ(run.usedAsOne().name, "cpu");
    EXPECT_FALSE(registry.isLoaded());
    EXPECT_NE(registry.entriesSoFar()[1].unavailable.english().find("has not answered yet"), std::string::npos);
    gate.open();
    EXPECT_EQ(registry.entries()[1].unavailable, "");
    EXPECT_FALSE(registry.entries()[1].isPending);
    EXPECT_EQ((*registry.find("cuda"))->info().device, "CPU in place of a GPU");
}

TEST(EngineModule, IsLoadedByTheFirstRequestThatMightPay)
{
    const EngineRegistry registry({ROTASCOPE_EMULATED_MODULE, false});
    EngineRun run;
    EXPECT_TRUE((*registry.find("auto"))->histograms(std::vector<Turn>(6400, turnOf(0.01)), PositionSet::uniform(1 << 20), 360, run));
    EXPECT_TRUE(registry.isLoaded());
    EXPECT_GT(run.preparationSeconds, 0.0) << "both engines were measured";
}

// The real module: where there is no GPU it loads and says so; where there is one it works.
TEST(EngineModule, TheCudaModuleLoads)
{
#ifdef ROTASCOPE_CUDA_MODULE_FILE
    const auto engine = loadEngineModule(ROTASCOPE_CUDA_MODULE_FILE);
    if (!engine) {
        EXPECT_EQ(engine.error().message.english().find("cannot be loaded"), std::string::npos) << engine.error().message;
        GTEST_SKIP() << engine.error().message;
    }
    EngineRun cpuRun;
    EngineRun run;
    EXPECT_TRUE(ask(**engine, run) == ask(*makeCpuEngine(), cpuRun));
#else
    GTEST_SKIP() << "this build has no CUDA engine: nvcc was not found";
#endif
}
