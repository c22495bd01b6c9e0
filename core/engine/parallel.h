// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/threads.h"

#include <cstddef>

// oneTBB is not instrumented, so ThreadSanitizer cannot see how it puts things in order and would report every task. Under it,
// and on a bare machine without oneTBB, plain threads run the same bodies.
#if defined(__SANITIZE_THREAD__) || !defined(ROTASCOPE_WITH_TBB)
#define ROTASCOPE_PLAIN_THREADS
#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>
#else
#include <oneapi/tbb/parallel_for.h>
#endif

namespace rotascope {

/// Runs body(0) ... body(count-1) on all cores, in any order, and returns when all are done.
template <class Body> void parallelFor(std::size_t count, const Body& body)
{
    if (parallelThreads() == 1) {
        for (std::size_t i = 0; i < count; ++i) {
            body(i);
        }
        return;
    }
#ifdef ROTASCOPE_PLAIN_THREADS
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> threads(std::min<std::size_t>(parallelThreads(), count));
    for (std::jthread& thread : threads) {
        thread = std::jthread([&] {
            for (std::size_t i = next++; i < count; i = next++) {
                body(i);
            }
        });
    }
#else
    oneapi::tbb::parallel_for(std::size_t{0}, count, body);
#endif
}

} // namespace rotascope
