// SPDX-License-Identifier: GPL-3.0-or-later
// Loads, stores and atomic additions, and what is looked for in them.
#include "tests/gpu/ptx/machine.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace rotascope::ptx {
namespace {

constexpr std::uint64_t sharedWindowBytes = std::uint64_t{1} << 24;

constexpr std::size_t mostBytes = 32; // v4.b64

std::size_t bytesOf(const Instruction& in)
{
    return sizeOf(in.type) * in.elements;
}

const char* nameOf(bool isShared)
{
    return isShared ? "shared memory" : "global memory";
}

// What the instruction does with `data`, for `lane`; a load fills the registers of all `lanes`.
void move(const Instruction& in, Warp& warp, std::byte* data, unsigned lane, std::uint32_t lanes)
{
    const std::size_t size = sizeOf(in.type);
    for (unsigned i = 0; i < in.elements; ++i, data += size) {
        std::uint64_t* const registers = warp.lanes(in.d[i]);
        if (in.op == Op::Store) {
            std::memcpy(data, &registers[lane], size); // the lowest bytes: both machines have these first
            continue;
        }
        std::uint64_t value = 0;
        std::memcpy(&value, data, size);
        if (registers != nullptr) {
            forLanes(lanes, [&](unsigned each) { registers[each] = value; });
        }
        if (in.op == Op::AtomicAdd) {
            value += warp.lanes(in.b)[lane];
            std::memcpy(data, &value, size);
        }
    }
}

std::string raceText(const Race& race, bool writes, const std::string& place)
{
    const auto nameOfOne = [](const char* what, std::int32_t index) {
        return index == several ? std::string("several ") + what + "s" : std::string(what) + ' ' + std::to_string(index);
    };
    const std::string what = std::string(writes ? "writes" : "reads") + " what ";
    const std::string how = race.with.isWrite ? " wrote" : " read";
    if (race.isBetweenCommands) {
        return what + "another stream" + how + " at " + place + ": nobody waited for that";
    }
    return what + nameOfOne("thread", race.with.thread) + " of " + nameOfOne("block", race.with.block) + how + " at " + place
        + " without a barrier between";
}

} // namespace

bool Machine::loadParameter(Warp& warp, const Instruction& in, std::uint32_t mask)
{
    const auto lane = static_cast<unsigned>(std::countr_zero(mask));
    const std::uint64_t first = warp.lanes(in.a)[lane] + static_cast<std::uint64_t>(in.offset);
    const std::size_t bytes = bytesOf(in);
    if (first + bytes > m_launch->parameters.size()) {
        add(in, warp.index * warpLanes + lane, "reads beside the parameters");
        return false;
    }
    std::array<std::byte, mostBytes> data{};
    std::memcpy(data.data(), &m_launch->parameters[first], bytes);
    move(in, warp, data.data(), lane, mask);
    return true;
}

bool Machine::access(Warp& warp, const Instruction& in, std::uint32_t mask)
{
    const std::uint64_t* const bases = warp.lanes(in.a);
    const auto addressOf = [&](unsigned lane) { return bases[lane] + static_cast<std::uint64_t>(in.offset); };
    // A load of one address by all lanes takes one look.
    const auto first = static_cast<unsigned>(std::countr_zero(mask));
    bool isUniform = in.op == Op::Load;
    if (isUniform) {
        forLanes(mask, [&](unsigned lane) { isUniform = isUniform && bases[lane] == bases[first]; });
    }
    if (isUniform) {
        return accessLane(warp, in, addressOf(first), first, mask);
    }
    bool isGood = true;
    forLanes(mask, [&](unsigned lane) { isGood = isGood && accessLane(warp, in, addressOf(lane), lane, std::uint32_t{1} << lane); });
    return isGood;
}

bool Machine::accessLane(Warp& warp, const Instruction& in, std::uint64_t address, unsigned lane, std::uint32_t lanes)
{
    const bool isInWindow = in.space == Space::Generic && address >= sharedWindow && address < sharedWindow + sharedWindowBytes;
    const Who who = {warp.index * warpLanes + lane, lanes, in.space == Space::Shared || isInWindow};
    const std::optional<Target> target = locate(in, isInWindow ? address - sharedWindow : address, who);
    if (!target) {
        return false;
    }
    if (m_findsRaces) {
        findRaces(in, *target, who);
    }
    const std::size_t bytes = bytesOf(in);
    if (in.op != Op::Store && std::find(target->isWritten, target->isWritten + bytes, 0) != target->isWritten + bytes) {
        add(in, who.thread, std::string("reads ") + nameOf(who.isShared) + " that nothing wrote");
    }
    move(in, warp, target->data, lane, lanes);
    if (in.op != Op::Load) {
        std::fill_n(target->isWritten, bytes, std::uint8_t{1});
    }
    return true;
}

std::optional<Machine::Target> Machine::locate(const Instruction& in, std::uint64_t address, const Who& who)
{
    const std::size_t bytes = bytesOf(in);
    if (address % bytes != 0) {
        add(in, who.thread, "an address in " + std::string(nameOf(who.isShared)) + " is not a multiple of " + std::to_string(bytes));
        return std::nullopt;
    }
    if (who.isShared) {
        if (address + bytes > m_shared.size()) {
            add(in, who.thread,
                "byte " + std::to_string(address) + " lies beside the block's " + std::to_string(m_shared.size()) + " of shared memory");
            return std::nullopt;
        }
        return Target{&m_shared[address], &m_sharedIsWritten[address], &m_sharedWords[address / sizeof(std::uint32_t)]};
    }
    Allocation* const allocation = m_memory.find(address, bytes);
    if (allocation == nullptr) {
        add(in, who.thread, "an address in global memory lies in no allocation");
        return std::nullopt;
    }
    const std::size_t offset = allocation->offset(address);
    return Target{&allocation->storage[offset], &allocation->isWritten[offset], &allocation->words[offset / sizeof(std::uint32_t)]};
}

void Machine::findRaces(const Instruction& in, const Target& target, const Who& who)
{
    const Access access = {static_cast<std::int32_t>(m_block), static_cast<std::int32_t>(who.thread), m_epoch, in.place, in.op != Op::Load,
        in.op == Op::AtomicAdd};
    const std::size_t words = std::max<std::size_t>(bytesOf(in) / sizeof(std::uint32_t), 1);
    for (std::size_t word = 0; word < words; ++word) {
        if (const std::optional<Race> race = target.words[word].touch(who.isShared ? m_blockRun : *m_command, access)) {
            add(in, who.thread,
                "race in " + std::string(nameOf(who.isShared)) + ": "
                    + raceText(*race, access.isWrite, m_program.places[race->with.place]));
        }
        if (!access.isWrite && (who.lanes & (who.lanes - 1)) != 0) {
            target.words[word].noteOtherReaders();
        }
    }
}

} // namespace rotascope::ptx
