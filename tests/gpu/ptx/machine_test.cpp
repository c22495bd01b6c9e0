// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the machine finds what it is for, and only that: short kernels, each with one mistake or none.
#include "tests/gpu/ptx/machine.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <gtest/gtest.h>
#include <stdexcept>
#include <string>

using namespace rotascope::ptx;

namespace {

// A kernel with `body`. %rd1: the global memory, %rd2: this thread's word in it; %r2: the shared memory, %r3: this thread's word in it;
// %r1: the thread.
std::string kernelWith(const std::string& body)
{
    return ".version 8.0\n.target sm_90\n.address_size 64\n"
           ".extern .shared .align 16 .b8 memory[];\n"
           ".visible .entry kernel(\n\t.param .align 8 .b8 kernel_param_0[8]\n)\n.maxntid 256, 1, 1\n{\n"
           ".reg .pred %p<9>;\n.reg .b16 %rs<9>;\n.reg .b32 %r<9>;\n.reg .f64 %fd<9>;\n.reg .b64 %rd<9>;\n"
           "ld.param.u64 %rd1, [kernel_param_0];\n"
           "mov.u32 %r1, %tid.x;\nmul.wide.u32 %rd2, %r1, 4;\nadd.s64 %rd2, %rd1, %rd2;\n"
           "mov.u32 %r2, memory;\nshl.b32 %r3, %r1, 2;\nadd.s32 %r3, %r2, %r3;\n"
        + body + "\nret;\n}\n\t.file\t1 \"/home/me/gpu/device_block.h\"\n\t.file\t2 \"/home/me/gpu/kernels.h\"\n";
}

constexpr unsigned threads = 64;
constexpr std::size_t memoryBytes = 4 * threads;

class Ptx : public testing::Test {
protected:
    bool run(const std::string& body, unsigned blocks = 1)
    {
        program = parseProgram(kernelWith(body));
        Machine machine(program, memory, findings, 7, true);
        Launch launch = {&program.kernels.at("kernel"), blocks, threads, memoryBytes, std::vector<std::byte>(sizeof(void*))};
        std::memcpy(launch.parameters.data(), &device, sizeof device);
        ++command.stamp;
        return machine.run(launch, command);
    }
    [[nodiscard]] std::string found() const { return findings.count() == 0 ? "" : findings.texts().front(); }
    void expectFound(const std::string& what) const
    {
        const auto has = [&](const std::string& text) { return text.find(what) != std::string::npos; };
        EXPECT_TRUE(std::ranges::any_of(findings.texts(), has)) << what << ": not in " << found();
    }
    std::array<std::uint64_t, threads / 2> result()
    {
        std::array<std::uint64_t, threads / 2> values{};
        ++command.stamp;
        memory.read(values.data(), device, memoryBytes, command, findings);
        return values;
    }
    void clear()
    {
        ++command.stamp;
        memory.clear(device, 0, memoryBytes, command, findings);
    }

    Program program;
    Memory memory;
    Findings findings;
    Command command;
    void* device = memory.allocate(memoryBytes);
};

const std::string storeShared = "st.shared.u32 [%r3], %r1;\n";
const std::string barrier = "bar.sync 0;\n";
// The word of the thread that is last when this one is first.
const std::string loadOther = "sub.s32 %r4, 252, %r3;\nld.shared.u32 %r5, [%r4];\n";

} // namespace

TEST_F(Ptx, FindsNothingInWhatIsRight)
{
    clear();
    EXPECT_TRUE(run(storeShared + barrier + loadOther + "red.global.add.u32 [%rd2], %r5;\natom.global.add.u32 %r6, [%rd1], 1;", 3));
    EXPECT_EQ(found(), "");
    // Word 0: 3 blocks added thread 63's number and 1 for each of their threads; word 1: 3 blocks added 62.
    EXPECT_EQ(result()[0], (std::uint64_t{3 * 62} << 32) + 3 * 63 + 3 * threads);
}

TEST_F(Ptx, FindsARaceWithinABlock)
{
    EXPECT_TRUE(run(storeShared + barrier + storeShared + loadOther));
    expectFound("race in shared memory: ");
    expectFound("without a barrier between");
}

TEST_F(Ptx, FindsAWriteOfWhatOthersHaveJustRead)
{
    run(storeShared + barrier + loadOther + storeShared);
    expectFound("race in shared memory: ");
}

TEST_F(Ptx, FindsARaceWithinAWarp)
{
    run("shr.u32 %r4, %r1, 5;\nshl.b32 %r4, %r4, 2;\nadd.s32 %r4, %r2, %r4;\nst.shared.u32 [%r4], %r1;");
    expectFound("writes what thread");
}

TEST_F(Ptx, FindsARaceBetweenBlocks)
{
    run("setp.ne.s32 %p1, %r1, 0;\n@%p1 bra $DONE;\nst.global.u32 [%rd1], %r1;\n$DONE:", 2);
    expectFound("race in global memory: writes what thread 0 of block");
}

TEST_F(Ptx, FindsAPlainReadBesideAtomics)
{
    clear();
    run("red.global.add.u32 [%rd1], 1;\nld.global.u32 %r4, [%rd1];");
    expectFound("race in global memory: reads what");
}

TEST_F(Ptx, FindsWhatNothingWrote)
{
    run("ld.shared.u32 %r4, [%r3];");
    expectFound("reads shared memory that nothing wrote");
    findings = {};
    run("ld.global.u32 %r4, [%rd2];");
    expectFound("reads global memory that nothing wrote");
    findings = {};
    run("setp.lt.u32 %p1, %r1, 8;\n@%p1 st.global.u32 [%rd2], %r1;");
    EXPECT_EQ(found(), "");
    (void)result();
    expectFound("a copy to the host takes what nothing wrote");
}

TEST_F(Ptx, FindsAccessesBesideMemoryAndEndsTheKernel)
{
    EXPECT_FALSE(run("st.global.u32 [%rd2+4], %r1;"));
    expectFound("thread 63: an address in global memory lies in no allocation");
    findings = {};
    EXPECT_FALSE(run("st.shared.u32 [%r3+4], %r1;"));
    expectFound("byte 256 lies beside the block's 256 of shared memory");
    findings = {};
    EXPECT_FALSE(run("st.global.u32 [%rd2+2], %r1;"));
    expectFound("is not a multiple of 4");
    findings = {};
    EXPECT_FALSE(run("cvt.u64.u32 %rd3, %r3;\ncvta.shared.u64 %rd3, %rd3;\nst.u32 [%rd3+4], %r1;"));
    expectFound("of shared memory");
}

TEST_F(Ptx, FindsABarrierThatSomeThreadsPassBy)
{
    run("and.b32 %r4, %r1, 1;\nsetp.eq.s32 %p1, %r4, 0;\n@%p1 bra $PAST;\nbar.sync 0;\n$PAST:\nbar.sync 0;");
    expectFound("waits at this barrier, others at");
}

TEST_F(Ptx, LetsThreadsReturnBeforeABarrier)
{
    EXPECT_TRUE(run("setp.gt.u32 %p1, %r1, 40;\n@%p1 ret;\n" + storeShared + barrier));
    EXPECT_EQ(found(), "");
}

TEST_F(Ptx, FindsADivisionBy0)
{
    run("div.u32 %r4, 7, %r1;");
    expectFound("divides an integer by 0");
}

TEST_F(Ptx, FindsCommandsOfStreamsThatNothingOrders)
{
    run("st.global.u32 [%rd2], %r1;");
    command.unordered = {command.stamp};
    run("ld.global.u32 %r4, [%rd2];");
    expectFound("race in global memory: reads what another stream wrote");
    findings = {};
    clear();
    run("red.global.add.u32 [%rd1], 1;");
    command.unordered = {command.stamp};
    run("red.global.add.u32 [%rd1], 1;");
    EXPECT_EQ(found(), "") << "both add atomically";
    command.unordered = {command.stamp};
    (void)result();
    expectFound("a copy or a clearing uses memory that another stream uses");
}

// Of what NVIDIA's manual says, what compilers for CPUs leave open or do otherwise.
TEST_F(Ptx, CalculatesAsTheManualSays)
{
    const std::array<std::pair<const char*, std::uint64_t>, 14> cases = {{
        {"mov.f64 %fd1, 0dC008000000000000;\ncvt.rzi.u32.f64 %r4, %fd1;\ncvt.u64.u32 %rd3, %r4;", 0}, // -3
        {"mov.f64 %fd1, 0d7FF8000000000000;\ncvt.rzi.s64.f64 %rd3, %fd1;", 0}, // NaN
        {"mov.f64 %fd1, 0d7FF0000000000000;\ncvt.rzi.s64.f64 %rd3, %fd1;", 0x7FFF'FFFF'FFFF'FFFF},
        {"mov.u64 %rd4, 5;\nmov.u32 %r4, 64;\nshl.b64 %rd3, %rd4, %r4;", 0},
        {"mov.u64 %rd4, -5;\nmov.u32 %r4, 99;\nshr.s64 %rd3, %rd4, %r4;", ~std::uint64_t{0}},
        {"mov.u64 %rd4, -5;\nshr.u64 %rd3, %rd4, 60;", 15},
        {"mov.u64 %rd4, -1;\nmul.hi.u64 %rd3, %rd4, %rd4;", ~std::uint64_t{1}},
        {"mov.u64 %rd4, -1;\nmul.hi.s64 %rd3, %rd4, %rd4;", 0},
        {"mov.u32 %r4, -7;\nmul.wide.s32 %rd3, %r4, 3;", static_cast<std::uint64_t>(-21)},
        {"mov.u64 %rd4, 1;\nclz.b64 %r4, %rd4;\ncvt.u64.u32 %rd3, %r4;", 63},
        {"mov.u32 %r4, -1;\nadd.s32 %r4, %r4, 1;\ncvt.u64.u32 %rd3, %r4;", 0},
        {"mov.u32 %r4, 3;\nmov.u32 %r5, 9;\nmov.b64 %rd3, {%r4, %r5};", (std::uint64_t{9} << 32) + 3},
        {"mov.f64 %fd1, 0d7FF8000000000000;\nsetp.ltu.f64 %p1, %fd1, %fd1;\nselp.u64 %rd3, 1, 2, %p1;", 1},
        {"mov.f64 %fd1, 0d7FF8000000000000;\nsetp.ne.f64 %p1, %fd1, %fd1;\nselp.u64 %rd3, 1, 2, %p1;", 2},
    }};
    for (const auto& [body, expected] : cases) {
        clear();
        ASSERT_TRUE(run(std::string(body) + "\nsetp.eq.s32 %p2, %r1, 0;\n@%p2 st.global.u64 [%rd1], %rd3;"));
        EXPECT_EQ(result()[0], expected) << body;
    }
    EXPECT_EQ(found(), "");
}

TEST_F(Ptx, RefusesWhatItDoesNotKnow)
{
    for (const char* body : {"shfl.sync.bfly.b32 %r4, %r1, 1, 31, -1;", "atom.global.max.u32 %r4, [%rd1], 1;", "mov.u32 %r4, %clock;",
             "bar.sync 1;", ".local .b8 stack[8];"}) {
        EXPECT_THROW(parseProgram(kernelWith(body)), std::runtime_error) << body;
    }
}

TEST_F(Ptx, SaysWhereInTheSource)
{
    run(".loc 2 48 9, function_name $L__info_string0, inlined_at 1 55 5\nld.shared.u32 %r4, [%r3];");
    expectFound("kernel at gpu/kernels.h:48 (called at gpu/device_block.h:55), block 0, thread 0");
}
