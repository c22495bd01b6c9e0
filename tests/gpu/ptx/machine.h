// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs PTX kernels on the CPU and looks for what a GPU does not tell: accesses beside allocations and beside the block's shared memory,
// misaligned ones, reads of memory that nothing wrote, races (word.h), barriers that not all threads of a block reach. Warps run their 32
// lanes in lockstep, with divergence; the warps of a block take random turns, the blocks a random order. Not modelled: time, caches, and
// what ptxas makes of the PTX.

#include "tests/gpu/ptx/findings.h"
#include "tests/gpu/ptx/memory.h"
#include "tests/gpu/ptx/program.h"
#include "tests/gpu/ptx/warp.h"
#include "tests/gpu/ptx/word.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace rotascope::ptx {

struct Launch {
    const Kernel* kernel;
    unsigned blocks;
    unsigned threads; ///< a block
    std::size_t sharedBytes;
    std::vector<std::byte> parameters;
};

class Machine {
public:
    Machine(const Program& program, Memory& memory, Findings& findings, std::uint64_t seed, bool findsRaces)
        : m_program(program), m_memory(memory), m_findings(findings), m_random(seed), m_findsRaces(findsRaces)
    {
    }

    /// False: it did what a GPU would end it for, and was not run to its end.
    bool run(const Launch& launch, const Command& command);

private:
    enum class Went : std::uint8_t { On, Apart, Wrong };
    // Lanes of a warp that are at the same instruction, and where the nearest of the others are.
    struct Group {
        std::uint32_t mask = 0;
        std::uint32_t pc = ~std::uint32_t{0};
        std::uint32_t others = ~std::uint32_t{0};
    };
    // What one lane accesses.
    struct Target {
        std::byte* data = nullptr;
        std::uint8_t* isWritten = nullptr;
        Word* words = nullptr;
    };
    // Who accesses it.
    struct Who {
        unsigned thread;
        std::uint32_t lanes; ///< those that load the same
        bool isShared; ///< which memory
    };

    bool runBlock(unsigned index);
    [[nodiscard]] Warp makeWarp(unsigned index) const;
    void passBarrier();
    bool runWarp(Warp& warp, unsigned budget);
    static Group furthestBehind(const Warp& warp);
    Went step(Warp& warp, Group& group);
    static Went branch(Warp& warp, const Instruction& in, std::uint32_t active, Group& group);
    bool execute(Warp& warp, const Instruction& in, std::uint32_t mask);

    bool loadParameter(Warp& warp, const Instruction& in, std::uint32_t mask);
    bool access(Warp& warp, const Instruction& in, std::uint32_t mask);
    bool accessLane(Warp& warp, const Instruction& in, std::uint64_t address, unsigned lane, std::uint32_t lanes);
    std::optional<Target> locate(const Instruction& in, std::uint64_t address, const Who& who);
    void findRaces(const Instruction& in, const Target& target, const Who& who);

    void add(const Instruction& in, unsigned thread, const std::string& what);

    const Program& m_program;
    Memory& m_memory;
    Findings& m_findings;
    std::mt19937_64 m_random;
    bool m_findsRaces;

    // What runs now.
    const Launch* m_launch = nullptr;
    const Command* m_command = nullptr;
    unsigned m_block = 0;
    std::uint32_t m_epoch = 0; // barriers that the block has passed
    std::vector<Warp> m_warps;
    std::vector<std::byte> m_shared;
    std::vector<std::uint8_t> m_sharedIsWritten;
    std::vector<Word> m_sharedWords;
    Command m_blockRun; // stands for the command in shared memory: one a block
};

} // namespace rotascope::ptx
