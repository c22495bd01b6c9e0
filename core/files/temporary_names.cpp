// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/temporary_names.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <climits>
#include <csignal>
#include <cstdint>
#include <mutex>
#include <random>
#include <unistd.h>

namespace rotascope {
namespace {

// What a signal handler may look at: no memory that is allocated, no locks.
struct Slot {
    std::atomic<bool> isSet = false;
    std::array<char, PATH_MAX> name{};
};
// A program writes one or two files at a time. One that has no slot is not removed on a signal.
std::array<Slot, 8> slots;
std::mutex slotsMutex;

constexpr std::array signals = {SIGINT, SIGTERM, SIGHUP};

void removeAndEnd(int signal)
{
    for (const Slot& slot : slots) {
        if (slot.isSet) {
            ::unlink(slot.name.data());
        }
    }
    ::signal(signal, SIG_DFL);
    ::raise(signal);
}

// Only in the place of the default: a program that handles or ignores a signal knows why.
void handleSignals()
{
    for (const int signal : signals) {
        struct sigaction before { };
        if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_DFL) {
            struct sigaction handler { };
            handler.sa_handler = removeAndEnd;
            ::sigaction(signal, &handler, nullptr);
        }
    }
}

std::string randomName()
{
    std::random_device random;
    const std::uint64_t number = std::uint64_t{random()} << 32U | random();
    std::array<char, 16> digits{};
    char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), number, 16).ptr;
    const std::string text(digits.data(), end);
    return ".rotascope-" + std::string(digits.size() - text.size(), '0') + text;
}

} // namespace

std::string takeTemporaryName(const std::filesystem::path& folder)
{
    std::string name = (folder / randomName()).string();
    const std::lock_guard lock(slotsMutex);
    handleSignals();
    auto* const free = std::ranges::find_if(slots, [](const Slot& slot) { return !slot.isSet; });
    if (free != slots.end() && name.size() < free->name.size()) {
        free->name[name.copy(free->name.data(), name.size())] = '\0';
        free->isSet = true;
    }
    return name;
}

void releaseTemporaryName(const std::string& name)
{
    const std::lock_guard lock(slotsMutex);
    for (Slot& slot : slots) {
        if (slot.isSet && name == slot.name.data()) {
            slot.isSet = false;
        }
    }
}

} // namespace rotascope
