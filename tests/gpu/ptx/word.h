// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who touched a word of memory last: how races are found. Two accesses race if one of them writes, not both are atomic, and nothing
// orders them: a barrier within a block, the end of the command within a stream, a wait of the host between streams.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace rotascope::ptx {

/// A command of a stream while it runs: a launch, a copy, a clearing.
struct Command {
    std::uint32_t stamp = 0; ///< its number, in the order in which they ran, from 1
    std::vector<std::uint32_t> unordered; ///< earlier ones that it might have overlapped on a GPU

    [[nodiscard]] bool mayOverlap(std::uint32_t earlier) const { return std::ranges::find(unordered, earlier) != unordered.end(); }
};

inline constexpr std::int32_t several = -1; // blocks or threads
inline constexpr std::int32_t host = -2; // instead of a block: a copy or a clearing

/// One thread's access to a word.
struct Access {
    std::int32_t block = host;
    std::int32_t thread = 0;
    std::uint32_t epoch = 0; ///< barriers that its block has passed
    std::uint32_t place = 0; ///< of Program::places
    bool isWrite = false;
    bool isAtomic = false;

    [[nodiscard]] bool isByThreadOf(const Access& other) const
    {
        return block == other.block && thread == other.thread && thread != several;
    }
    /// Whether nothing orders the two; both belong to the same command.
    [[nodiscard]] bool overlaps(const Access& other) const
    {
        return !isByThreadOf(other) && (block != other.block || epoch == other.epoch);
    }
    /// What stands for this and a later access.
    [[nodiscard]] Access with(Access later) const
    {
        later.thread = thread == later.thread && block == later.block ? thread : several;
        later.block = block == later.block ? block : several;
        return later;
    }
};

/// A race with an access before.
struct Race {
    Access with;
    bool isBetweenCommands = false;
};

/// 4 bytes of memory.
class Word {
public:
    /// Notes an access of a command.
    std::optional<Race> touch(const Command& command, const Access& now)
    {
        std::optional<Race> race;
        if (m_stamp != command.stamp) {
            if (m_stamp != 0 && command.mayOverlap(m_stamp)) {
                race = conflict(now, [](const Access&) { return true; });
                if (race) {
                    race->isBetweenCommands = true;
                }
            }
            *this = Word();
            m_stamp = command.stamp;
        } else {
            race = conflict(now, [&](const Access& other) { return other.overlaps(now); });
        }
        note(now);
        return race;
    }

    /// The other lanes of a warp read it as well.
    void noteOtherReaders() { m_reader.thread = several; }

private:
    template <class Overlaps> std::optional<Race> conflict(const Access& now, const Overlaps& overlaps) const
    {
        if (m_isWritten && !(now.isAtomic && m_writer.isAtomic) && overlaps(m_writer)) {
            return Race{m_writer};
        }
        if (now.isWrite && m_isRead && overlaps(m_reader)) {
            return Race{m_reader};
        }
        return std::nullopt;
    }

    void note(const Access& now)
    {
        if (!now.isWrite) {
            m_reader = m_isRead && m_reader.overlaps(now) ? m_reader.with(now) : now;
            m_isRead = true;
            return;
        }
        if (m_isWritten && now.isAtomic && m_writer.overlaps(now)) {
            m_writer = m_writer.with(now);
        } else {
            // A plain write of the same thread is still one that others' additions must not meet.
            const bool wasPlain = m_isWritten && !m_writer.isAtomic && m_writer.isByThreadOf(now) && m_writer.epoch == now.epoch;
            m_writer = now;
            m_writer.isAtomic = now.isAtomic && !wasPlain;
        }
        m_isWritten = true;
    }

    Access m_writer;
    Access m_reader;
    std::uint32_t m_stamp = 0; // of the command; another one: nobody yet
    bool m_isWritten = false;
    bool m_isRead = false;
};

} // namespace rotascope::ptx
