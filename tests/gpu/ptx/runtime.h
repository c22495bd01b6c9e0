// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a CUDA runtime knows whose device is a Machine: streams, memory, kernels, the sticky fault. cuda_runtime.cpp has the functions
// that programs call.
//
// It is a hard master. Whatever a stream is given runs as late as CUDA allows, streams in random turns: so a missing wait gives wrong
// results. Commands of two streams that nothing orders must not touch the same memory, unless both add atomically. Memory must not be
// used by another stream before the one that allocated it was waited for, nor be released while another may still use it.
//
// Environment variables:
//
//     ROTASCOPE_PTX_SEED=N              another order of streams, blocks and warps
//     ROTASCOPE_PTX_RACES=0             races are not looked for: a quarter faster
//     ROTASCOPE_PTX_MEMORY=BYTES        of the device
//     ROTASCOPE_PTX_MULTIPROCESSORS=N   that the device says to have
//     ROTASCOPE_PTX_POOLS=0             it has no memory pools; 2: it has, but they cannot be set
//     ROTASCOPE_PTX_CAPABILITY=70       its compute capability; below the PTX's, there is no kernel for it
//     ROTASCOPE_PTX_DRIVER=12040        the driver's version
//     ROTASCOPE_PTX_CONTEXT=0           no memory is left for a context: no stream can be made

#include "tests/gpu/ptx/findings.h"
#include "tests/gpu/ptx/machine.h"
#include "tests/gpu/ptx/memory.h"
#include "tests/gpu/ptx/program.h"

#include <cstdint>
#include <cuda_runtime_api.h>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <random>
#include <string_view>
#include <vector>

namespace rotascope::ptx {

/// How far the host knows each stream to have come, by its number: commands 1 ... n have run.
using Progress = std::map<std::uint64_t, std::uint64_t>;

} // namespace rotascope::ptx

/// A stream. CUDA's header names the type and leaves it to the runtime.
struct CUstream_st {
    struct Waiting {
        std::function<void(const rotascope::ptx::Command&)> run;
        rotascope::ptx::Progress known; ///< when it was given: what is certain to have run before it
    };

    std::uint64_t number = 0;
    std::uint64_t given = 0; ///< commands so far
    std::deque<Waiting> waiting;
};

namespace rotascope::ptx {

using StreamState = CUstream_st;

class Runtime {
public:
    /// The only one; it outlives all of the program's objects.
    static Runtime& instance();

    /// What an environment variable says, ROTASCOPE_PTX_NAME.
    static std::uint64_t setting(const char* name, std::uint64_t otherwise);
    /// Of the device: 75 is 7.5.
    [[nodiscard]] int capability() const;
    /// Whether the device can run the kernels.
    [[nodiscard]] bool hasImage() const;

    void loadProgram(std::string_view text);
    void registerKernel(const void* function, const char* name);
    cudaError_t allowShared(const void* function, std::size_t bytes);

    cudaError_t makeStream(StreamState*& stream);
    void destroyStream(StreamState* stream);
    void wait(StreamState* stream);
    void waitForAll();

    void* allocate(std::size_t bytes, StreamState* stream); ///< stream: the one that orders it, or null
    cudaError_t release(void* memory, StreamState* stream);
    [[nodiscard]] std::size_t liveBytes() const { return m_memory.liveBytes(); }

    void upload(void* to, const void* from, std::size_t bytes, StreamState* stream);
    void download(void* to, const void* from, std::size_t bytes, StreamState* stream);
    void clear(void* memory, int value, std::size_t bytes, StreamState* stream);
    cudaError_t launch(
        const void* function, unsigned blocks, unsigned threads, std::size_t sharedBytes, const void* parameters, StreamState* stream);

    /// A fault after which every call fails.
    [[nodiscard]] cudaError_t sticky() const { return m_sticky; }
    /// The newest error of this thread, which is then forgotten.
    cudaError_t takeLast();
    /// Remembers an error, and gives it back.
    cudaError_t remember(cudaError_t error);
    void add(std::string finding) { m_findings.add(std::move(finding)); }
    [[nodiscard]] const Findings& findings() const { return m_findings; }
    /// What is left when nothing should be.
    void findLeaks();

    std::recursive_mutex mutex; ///< held by each call

private:
    struct Function {
        const Kernel* kernel;
        std::size_t sharedBytes; // that a block may have
    };
    // Who uses an allocation: by which commands of which streams.
    struct Use {
        StreamState* allocatedBy = nullptr;
        std::uint64_t allocatedAt = 0; // that stream's command
        Progress last; // uses
        bool isReleased = false;
    };
    // A command that ran.
    struct Ran {
        std::uint32_t stamp;
        std::uint64_t stream;
        std::uint64_t index;
    };

    void give(StreamState* stream, std::function<void(const Command&)> run);
    void runOne(StreamState* stream);
    void runSomeOfOthers(const StreamState* stream);
    void noteUse(const void* memory, std::size_t bytes, StreamState* stream, const char* what);
    [[nodiscard]] bool isKnown(std::uint64_t stream, std::uint64_t index) const;
    void forgetRan();
    void finish();

    Program m_program;
    Memory m_memory;
    Findings m_findings;
    std::optional<Machine> m_machine;
    std::map<const void*, Function> m_functions;
    std::map<std::uint64_t, StreamState*> m_streams; // by number: so a seed means the same order each time
    std::map<std::uint64_t, Use> m_uses; // by the allocation's address
    std::vector<Ran> m_ran; // that a later command may not be ordered behind
    Progress m_known;
    std::uint64_t m_streamsMade = 0;
    std::uint32_t m_stamp = 0;
    std::uint64_t m_launches = 0;
    std::uint64_t m_copies = 0;
    std::mt19937_64 m_random;
    cudaError_t m_sticky = cudaSuccess;
};

} // namespace rotascope::ptx
