// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/parallel.h"

#include <algorithm>
#include <atomic>
#include <latch>
#include <limits>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

#ifndef ROTASCOPE_PLAIN_THREADS
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#endif

namespace rotascope {
namespace {

constexpr unsigned noLimit = std::numeric_limits<unsigned>::max();
std::atomic<unsigned> mostThreads = noLimit;

unsigned cores()
{
#ifdef ROTASCOPE_PLAIN_THREADS
    return std::max(1U, std::thread::hardware_concurrency());
#else
    return static_cast<unsigned>(oneapi::tbb::info::default_concurrency());
#endif
}

} // namespace

bool canStartThreads(unsigned count)
{
    std::latch end(1);
    std::vector<std::jthread> threads;
    threads.reserve(count);
    try {
        while (threads.size() < count) {
            threads.emplace_back([&end] { end.wait(); });
        }
    } catch (const std::system_error&) {
        // a limit of threads or of address space
    }
    end.count_down();
    return threads.size() == count;
}

unsigned mostParallelThreads()
{
    static const unsigned threads = canStartThreads(cores() - 1) ? cores() : 1;
    return threads;
}

unsigned parallelThreads()
{
    return std::min(mostParallelThreads(), mostThreads.load());
}

void limitThreads(unsigned most)
{
    mostThreads = most == 0 ? noLimit : most;
#ifndef ROTASCOPE_PLAIN_THREADS
    static std::mutex mutex;
    static std::unique_ptr<oneapi::tbb::global_control> limit;
    const std::lock_guard lock(mutex);
    limit.reset();
    if (most != 0) {
        limit = std::make_unique<oneapi::tbb::global_control>(oneapi::tbb::global_control::max_allowed_parallelism, most);
    }
#endif
}

} // namespace rotascope
