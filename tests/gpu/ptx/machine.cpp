// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/ptx/machine.h"

#include <algorithm>
#include <numeric>

namespace rotascope::ptx {
namespace {

// Instructions that a warp runs in one turn, at most.
constexpr unsigned longestTurn = 400;
constexpr std::uint64_t rubbishRegister = 0xBAD0BAD0BAD0BAD0U;
constexpr auto rubbishByte = std::byte{0x5C};

} // namespace

// What begins alike at the same place is of one kind.
void Machine::add(const Instruction& in, unsigned thread, const std::string& what)
{
    constexpr std::size_t beginning = 8;
    const std::string& place = m_program.places[in.place];
    m_findings.add(place + what.substr(0, beginning),
        kernelName(m_launch->kernel->name) + " at " + place + ", block " + std::to_string(m_block) + ", thread " + std::to_string(thread)
            + ": " + what);
}

bool Machine::run(const Launch& launch, const Command& command)
{
    m_launch = &launch;
    m_command = &command;
    std::vector<unsigned> order(launch.blocks);
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::shuffle(order, m_random);
    return std::ranges::all_of(order, [this](unsigned index) { return runBlock(index); });
}

bool Machine::runBlock(unsigned index)
{
    m_block = index;
    m_epoch = 1;
    ++m_blockRun.stamp;
    m_shared.assign(m_launch->sharedBytes, rubbishByte);
    m_sharedIsWritten.assign(m_launch->sharedBytes, 0);
    m_sharedWords.resize(std::max(m_sharedWords.size(), m_launch->sharedBytes / sizeof(std::uint32_t) + 1));
    m_warps.clear();
    for (unsigned first = 0; first < m_launch->threads; first += warpLanes) {
        m_warps.push_back(makeWarp(first / warpLanes));
    }
    std::vector<Warp*> ready;
    while (true) {
        ready.clear();
        for (Warp& warp : m_warps) {
            if ((warp.alive & ~warp.waiting) != 0) {
                ready.push_back(&warp);
            }
        }
        if (!ready.empty()) {
            if (!runWarp(*ready[m_random() % ready.size()], static_cast<unsigned>(1 + m_random() % longestTurn))) {
                return false;
            }
        } else if (std::ranges::all_of(m_warps, [](const Warp& warp) { return warp.alive == 0; })) {
            return true;
        } else {
            passBarrier();
        }
    }
}

Warp Machine::makeWarp(unsigned index) const
{
    const Kernel& kernel = *m_launch->kernel;
    Warp warp;
    warp.index = index;
    const unsigned threads = std::min(warpLanes, m_launch->threads - warpLanes * index);
    warp.alive = threads == warpLanes ? allLanes : (std::uint32_t{1} << threads) - 1;
    warp.registers.assign(std::size_t{kernel.slots} * warpLanes, rubbishRegister);
    warp.predicates.assign(kernel.predicates, 0);
    const auto fill = [&](Slot slot, std::uint64_t first, std::uint64_t step) {
        for (unsigned lane = 0; slot != noSlot && lane < warpLanes; ++lane) {
            warp.lanes(slot)[lane] = first + step * lane;
        }
    };
    for (const Kernel::Constant& constant : kernel.constants) {
        fill(constant.slot, constant.value, 0);
    }
    fill(kernel.threads, m_launch->threads, 0);
    fill(kernel.blocks, m_launch->blocks, 0);
    fill(kernel.block, m_block, 0);
    fill(kernel.thread, std::uint64_t{warpLanes} * index, 1);
    fill(kernel.lane, 0, 1);
    return warp;
}

// All threads that have not returned wait. They must do so at the same barrier: another one is passed by some of them alone.
void Machine::passBarrier()
{
    std::optional<std::uint32_t> where;
    bool areApart = false;
    for (Warp& warp : m_warps) {
        forLanes(warp.waiting, [&](unsigned lane) {
            const std::uint32_t pc = warp.next[lane]++;
            if (where.value_or(pc) != pc && !areApart) {
                const std::vector<Instruction>& code = m_launch->kernel->code;
                add(code[pc], warp.index * warpLanes + lane, "waits at this barrier, others at " + m_program.places[code[*where].place]);
                areApart = true;
            }
            where = where.value_or(pc);
        });
        warp.waiting = 0;
    }
    ++m_epoch;
}

// False: it cannot go on.
bool Machine::runWarp(Warp& warp, unsigned budget)
{
    while (budget > 0 && (warp.alive & ~warp.waiting) != 0) {
        Group group = furthestBehind(warp);
        Went went = Went::On;
        for (; went == Went::On && group.pc < group.others && budget > 0; --budget) {
            went = step(warp, group);
        }
        if (went == Went::Wrong) {
            return false;
        }
        forLanes(group.mask, [&](unsigned lane) { warp.next[lane] = group.pc; });
    }
    return true;
}

// These go first: so lanes meet again where their ways join.
Machine::Group Machine::furthestBehind(const Warp& warp)
{
    Group group;
    forLanes(warp.alive & ~warp.waiting, [&](unsigned lane) {
        const std::uint32_t pc = warp.next[lane];
        if (pc < group.pc) {
            group.others = group.pc;
            group.pc = pc;
            group.mask = 0;
        } else if (pc > group.pc) {
            group.others = std::min(group.others, pc);
        }
        group.mask |= pc == group.pc ? std::uint32_t{1} << lane : 0;
    });
    return group;
}

Machine::Went Machine::step(Warp& warp, Group& group)
{
    const Instruction& in = m_launch->kernel->code[group.pc];
    std::uint32_t active = group.mask;
    if (in.guard != noSlot) {
        active &= in.isGuardNegated ? ~warp.predicates[in.guard] : warp.predicates[in.guard];
    }
    switch (in.op) {
    case Op::Branch:
        return branch(warp, in, active, group);
    case Op::Return:
        warp.alive &= ~active;
        group.mask &= ~active;
        break;
    case Op::Barrier:
        warp.waiting |= active;
        group.mask &= ~active;
        forLanes(active, [&](unsigned lane) { warp.next[lane] = group.pc; });
        break;
    default:
        if (active != 0 && !execute(warp, in, active)) {
            return Went::Wrong;
        }
    }
    ++group.pc;
    return group.mask != 0 ? Went::On : Went::Apart;
}

Machine::Went Machine::branch(Warp& warp, const Instruction& in, std::uint32_t active, Group& group)
{
    if (active == 0 || active == group.mask) {
        group.pc = active == 0 ? group.pc + 1 : in.target;
        return Went::On;
    }
    forLanes(group.mask, [&](unsigned lane) { warp.next[lane] = (active >> lane & 1) != 0 ? in.target : group.pc + 1; });
    group.mask = 0;
    return Went::Apart;
}

// False: a GPU would end the kernel.
bool Machine::execute(Warp& warp, const Instruction& in, std::uint32_t mask)
{
    if (in.op == Op::Load || in.op == Op::Store || in.op == Op::AtomicAdd) {
        return in.space == Space::Parameter ? loadParameter(warp, in, mask) : access(warp, in, mask);
    }
    if (const char* const wrong = calculate(in, warp, mask)) {
        add(in, warp.index * warpLanes + static_cast<unsigned>(std::countr_zero(mask)), wrong);
    }
    return true;
}

} // namespace rotascope::ptx
