// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/ptx/runtime.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <memory>
#include <string>
#include <utility>

namespace rotascope::ptx {
namespace {

constexpr int foundExitCode = 99;
constexpr int refusedExitCode = 98;
constexpr std::size_t usualSharedBytes = std::size_t{48} * 1024; // what a block may have without asking
constexpr std::size_t mostSharedBytes = std::size_t{227} * 1024;
constexpr unsigned mostThreads = 1024;

thread_local cudaError_t lastError = cudaSuccess; // each thread has its own

} // namespace

Runtime& Runtime::instance()
{
    static auto* const runtime = new Runtime; // NOLINT(cppcoreguidelines-owning-memory): objects of the program end after it would
    return *runtime;
}

std::uint64_t Runtime::setting(const char* name, std::uint64_t otherwise)
{
    const char* const text
        = std::getenv(("ROTASCOPE_PTX_" + std::string(name)).c_str()); // NOLINT(concurrency-mt-unsafe): only tests set it
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 0);
}

int Runtime::capability() const
{
    return static_cast<int>(setting("CAPABILITY", static_cast<std::uint64_t>(m_program.capability)));
}

bool Runtime::hasImage() const
{
    return capability() >= m_program.capability;
}

void Runtime::loadProgram(std::string_view text)
{
    try {
        m_program = parseProgram(text);
    } catch (const std::exception& error) {
        (void)std::fprintf(stderr, "ptx: %s\n", error.what());
        std::_Exit(refusedExitCode);
    }
    const std::uint64_t seed = setting("SEED", 1);
    m_random.seed(seed);
    m_machine.emplace(m_program, m_memory, m_findings, seed, setting("RACES", 1) != 0);
    (void)std::atexit([] { instance().finish(); });
}

void Runtime::registerKernel(const void* function, const char* name)
{
    const auto found = m_program.kernels.find(name);
    if (found == m_program.kernels.end()) {
        m_findings.add("there is no PTX for " + kernelName(name));
        return;
    }
    m_functions[function] = {&found->second, usualSharedBytes};
}

cudaError_t Runtime::allowShared(const void* function, std::size_t bytes)
{
    if (bytes > mostSharedBytes) {
        return cudaErrorInvalidValue;
    }
    m_functions.at(function).sharedBytes = bytes;
    return cudaSuccess;
}

cudaError_t Runtime::makeStream(StreamState*& stream)
{
    if (setting("CONTEXT", 1) == 0) {
        return cudaErrorMemoryAllocation;
    }
    stream = new StreamState; // NOLINT(cppcoreguidelines-owning-memory): destroyStream deletes it
    stream->number = ++m_streamsMade;
    m_streams[stream->number] = stream;
    return cudaSuccess;
}

// What it was given still runs.
void Runtime::destroyStream(StreamState* stream)
{
    while (!stream->waiting.empty()) {
        runOne(stream);
    }
    m_streams.erase(stream->number);
    delete stream; // NOLINT(cppcoreguidelines-owning-memory)
}

void Runtime::wait(StreamState* stream)
{
    runSomeOfOthers(stream);
    while (!stream->waiting.empty()) {
        runOne(stream);
        if (m_random() % 4 == 0) {
            runSomeOfOthers(stream);
        }
    }
    m_known[stream->number] = stream->given;
    forgetRan();
}

void Runtime::waitForAll()
{
    for (const auto& [number, stream] : m_streams) {
        wait(stream);
    }
}

void Runtime::runSomeOfOthers(const StreamState* stream)
{
    for (const auto& [number, other] : m_streams) {
        if (other != stream) {
            for (std::size_t count = m_random() % (other->waiting.size() + 1); count > 0; --count) {
                runOne(other);
            }
        }
    }
}

void Runtime::give(StreamState* stream, std::function<void(const Command&)> run)
{
    ++stream->given;
    stream->waiting.push_back({std::move(run), m_known});
}

void Runtime::runOne(StreamState* stream)
{
    const StreamState::Waiting next = std::move(stream->waiting.front());
    stream->waiting.pop_front();
    Command command;
    command.stamp = ++m_stamp;
    for (const Ran& earlier : m_ran) {
        const auto known = next.known.find(earlier.stream);
        if (earlier.stream != stream->number && (known == next.known.end() || known->second < earlier.index)) {
            command.unordered.push_back(earlier.stamp);
        }
    }
    m_ran.push_back({command.stamp, stream->number, stream->given - stream->waiting.size()});
    if (m_sticky == cudaSuccess) {
        next.run(command);
    }
}

bool Runtime::isKnown(std::uint64_t stream, std::uint64_t index) const
{
    const auto known = m_known.find(stream);
    return known != m_known.end() && known->second >= index;
}

// Where nothing waits, every later command is ordered behind what the host knows to have run.
void Runtime::forgetRan()
{
    if (std::ranges::all_of(m_streams, [](const auto& entry) { return entry.second->waiting.empty(); })) {
        std::erase_if(m_ran, [&](const Ran& ran) { return isKnown(ran.stream, ran.index); });
    }
}

void* Runtime::allocate(std::size_t bytes, StreamState* stream)
{
    void* const memory = m_memory.allocate(bytes);
    Use use;
    if (stream != nullptr) {
        give(stream, [](const Command&) {});
        use.allocatedBy = stream;
        use.allocatedAt = stream->given;
    }
    m_uses[reinterpret_cast<std::uint64_t>(memory)] = use;
    return memory;
}

// stream: the one in whose order it is released; null: everything is waited for first, as cudaFree does.
cudaError_t Runtime::release(void* memory, StreamState* stream)
{
    const auto found = m_uses.find(reinterpret_cast<std::uint64_t>(memory));
    if (found == m_uses.end() || found->second.isReleased) {
        m_findings.add("releases what is not allocated");
        return cudaErrorInvalidValue;
    }
    if (stream == nullptr) {
        waitForAll();
        m_memory.release(memory);
        m_uses.erase(found);
        return cudaSuccess;
    }
    for (const auto& [number, index] : found->second.last) {
        if (number != stream->number && !isKnown(number, index)) {
            m_findings.add("releases memory that another stream may still use: nobody waited for that");
        }
    }
    found->second.isReleased = true;
    give(stream, [this, memory](const Command&) {
        m_memory.release(memory);
        m_uses.erase(reinterpret_cast<std::uint64_t>(memory));
    });
    return cudaSuccess;
}

// Before the command is given that uses it.
void Runtime::noteUse(const void* memory, std::size_t bytes, StreamState* stream, const char* what)
{
    const Allocation* const allocation = m_memory.find(reinterpret_cast<std::uint64_t>(memory), bytes);
    if (allocation == nullptr) {
        m_findings.add(std::string(what) + " uses device memory that is not allocated");
        return;
    }
    Use& use = m_uses.at(allocation->begin);
    if (use.isReleased) {
        m_findings.add(std::string(what) + " uses memory that was released");
    }
    if (use.allocatedBy != nullptr && use.allocatedBy != stream && !isKnown(use.allocatedBy->number, use.allocatedAt)) {
        m_findings.add(std::string(what) + " uses memory that another stream allocated: nobody waited for that");
    }
    use.last[stream->number] = stream->given + 1;
}

// The host's memory is its own again when this returns, and the copy is made later.
void Runtime::upload(void* to, const void* from, std::size_t bytes, StreamState* stream)
{
    ++m_copies;
    noteUse(to, bytes, stream, "a copy to the device");
    const auto* const first = static_cast<const std::byte*>(from);
    give(stream, [this, to, staged = std::vector<std::byte>(first, first + bytes)](const Command& command) {
        m_memory.write(to, staged.data(), staged.size(), command, m_findings);
    });
}

// CUDA promises that it is done when this returns: the engine's memory is not pinned.
void Runtime::download(void* to, const void* from, std::size_t bytes, StreamState* stream)
{
    ++m_copies;
    noteUse(from, bytes, stream, "a copy to the host");
    give(stream, [this, to, from, bytes](const Command& command) { m_memory.read(to, from, bytes, command, m_findings); });
    wait(stream);
}

void Runtime::clear(void* memory, int value, std::size_t bytes, StreamState* stream)
{
    noteUse(memory, bytes, stream, "a clearing");
    give(stream, [this, memory, value, bytes](const Command& command) { m_memory.clear(memory, value, bytes, command, m_findings); });
}

cudaError_t Runtime::launch(
    const void* function, unsigned blocks, unsigned threads, std::size_t sharedBytes, const void* parameters, StreamState* stream)
{
    if (!hasImage()) {
        return cudaErrorNoKernelImageForDevice;
    }
    const Function& which = m_functions.at(function);
    if (blocks == 0 || blocks > 0x7fffffffU || threads == 0 || threads > mostThreads) {
        return cudaErrorInvalidConfiguration;
    }
    if (sharedBytes > which.sharedBytes) {
        return cudaErrorInvalidValue;
    }
    ++m_launches;
    Launch launch = {which.kernel, blocks, threads, sharedBytes, std::vector<std::byte>(which.kernel->parameterBytes)};
    std::memcpy(launch.parameters.data(), parameters, launch.parameters.size());
    // What looks like device memory among the arguments is: no other value is as large as its addresses.
    for (std::size_t at = 0; at + sizeof(std::uint64_t) <= launch.parameters.size(); at += sizeof(std::uint64_t)) {
        void* value = nullptr;
        std::memcpy(&value, &launch.parameters[at], sizeof value);
        if (m_memory.find(reinterpret_cast<std::uint64_t>(value), 1) != nullptr) {
            noteUse(value, 1, stream, "a kernel");
        }
    }
    give(stream, [this, launch = std::move(launch)](const Command& command) {
        if (!m_machine->run(launch, command)) {
            m_sticky = cudaErrorIllegalAddress;
        }
    });
    return cudaSuccess;
}

cudaError_t Runtime::remember(cudaError_t error)
{
    lastError = error == cudaSuccess ? lastError : error;
    return error;
}

cudaError_t Runtime::takeLast()
{
    const cudaError_t last = std::exchange(lastError, cudaSuccess);
    return m_sticky != cudaSuccess ? m_sticky : last;
}

void Runtime::findLeaks()
{
    if (m_memory.allocations() != 0) {
        m_findings.add(std::to_string(m_memory.allocations()) + " allocations are left at the end");
    }
    for (const auto& [number, stream] : m_streams) {
        m_findings.add("stream " + std::to_string(number) + " is left at the end, with " + std::to_string(stream->waiting.size())
            + " commands that nobody waited for");
    }
}

// At the program's end: says what was found, and that it was.
void Runtime::finish()
{
    findLeaks();
    for (const std::string& finding : m_findings.texts()) {
        (void)std::fprintf(stderr, "ptx: %s\n", finding.c_str());
    }
    (void)std::fprintf(stderr, "ptx: %llu launches, %llu copies, %llu findings\n", static_cast<unsigned long long>(m_launches),
        static_cast<unsigned long long>(m_copies), static_cast<unsigned long long>(m_findings.count()));
    if (m_findings.count() != 0) {
        (void)std::fflush(nullptr);
        std::_Exit(foundExitCode);
    }
}

} // namespace rotascope::ptx
