// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/parallel.h"

#include <algorithm>
#include <latch>
#include <system_error>
#include <thread>
#include <vector>

#ifndef ROTASCOPE_PLAIN_THREADS
#include <oneapi/tbb/info.h>
#endif

namespace rotascope {
namespace {

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

unsigned parallelThreads()
{
    static const unsigned threads = canStartThreads(cores() - 1) ? cores() : 1;
    return threads;
}

} // namespace rotascope
