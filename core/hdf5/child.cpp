// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hdf5/child.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <hdf5.h>
#include <limits>
#include <new>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace rotascope::hdf5 {
namespace {

constexpr int outOfMemory = 3; // exit code of the child
constexpr unsigned waiting = 6; // it may take so many times as long if it waits for the disk, or was stopped meanwhile

// With AddressSanitizer another thread may hold a lock of the allocator at the fork, and in the child nobody gives it back
// (github.com/google/sanitizers/issues/774). Such a child is ended soon, and asked again. The C library's own allocator takes care of that.
#ifdef __SANITIZE_ADDRESS__
constexpr unsigned mostWaiting = 20; // seconds
constexpr int retries = 3;
#else
constexpr unsigned mostWaiting = std::numeric_limits<unsigned>::max();
constexpr int retries = 0;
#endif

class Descriptor {
public:
    explicit Descriptor(int descriptor) : m_descriptor(descriptor) { }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }
    void close()
    {
        if (m_descriptor >= 0) {
            ::close(std::exchange(m_descriptor, -1));
        }
    }
    [[nodiscard]] int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

void limit(int resource, std::uint64_t most)
{
    const rlimit limits{most, most};
    ::setrlimit(static_cast<decltype(RLIMIT_AS)>(resource), &limits);
}

bool isMemoryLimited()
{
    rlimit limits{};
    return ::getrlimit(RLIMIT_AS, &limits) == 0 && limits.rlim_cur != RLIM_INFINITY;
}

// Beside what the program has taken: as much as a reader of the file may need, a caches' worth and some times the file.
void limitMemory(std::uint64_t fileBytes)
{
// Sanitizers take address space by the terabyte.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    constexpr std::uint64_t spare = std::uint64_t{64} << 20U;
    constexpr std::uint64_t mostForFile = std::uint64_t{1} << 30U;
    std::array<std::uint64_t, 6> pages{}; // size, resident, shared, text, library, data
    std::ifstream status("/proc/self/statm");
    for (std::uint64_t& count : pages) {
        status >> count;
    }
    if (status) {
        const auto pageBytes = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
        const std::uint64_t more = spare + std::min(4 * fileBytes, mostForFile);
        limit(RLIMIT_DATA, pages[5] * pageBytes + more);
        limit(RLIMIT_AS, pages[0] * pageBytes + 2 * spare + more); // malloc reserves more than it uses
    }
#else
    (void)fileBytes;
#endif
}

bool writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
    }
    return true;
}

void setLimits(const ChildLimits& limits)
{
    const rlimit processor{limits.seconds, limits.seconds + 1}; // the first ends it by SIGXCPU, which tells why
    ::setrlimit(RLIMIT_CPU, &processor);
    ::alarm(std::min(waiting * limits.seconds, mostWaiting));
    limitMemory(limits.fileBytes);
}

[[noreturn]] void runInChild(int answer, const std::optional<ChildLimits>& limits, const std::function<std::string()>& work)
{
    // The program's signal handlers are not for the child: it just ends, and leaves no core file.
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGILL, SIGALRM, SIGXCPU, SIGPIPE, SIGINT, SIGTERM, SIGHUP}) {
        ::signal(signal, SIG_DFL);
    }
#ifdef __linux__
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // nobody waits for the answer any more
#endif
    limit(RLIMIT_CORE, 0);
    // A crash has words of its own (glibc's "double free", HDF5's errors while it starts): they would stand among the program's.
    const Descriptor nowhere(::open("/dev/null", O_WRONLY | O_CLOEXEC));
    ::dup2(nowhere.get(), STDERR_FILENO);
    if (limits) {
        setLimits(*limits);
    }
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
    H5PLset_loading_state(0);
    try {
        ::_exit(writeAll(answer, work()) ? 0 : 1);
    } catch (const std::bad_alloc&) {
        ::_exit(outOfMemory);
    }
}

// All that comes until the child ends; it gives up after its time by itself.
std::optional<std::string> readAnswer(int descriptor)
{
    std::string answer;
    std::array<char, std::size_t{16} << 10U> block; // NOLINT(cppcoreguidelines-pro-type-member-init): read() fills it
    while (true) {
        const ssize_t got = ::read(descriptor, block.data(), block.size());
        if (got == 0) {
            return answer;
        }
        if (got < 0 && errno != EINTR) {
            return std::nullopt;
        }
        answer.append(block.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    }
}

std::optional<ChildFailure> failureOf(int status)
{
    if (WIFEXITED(status)) {
        return WEXITSTATUS(status) == 0
            ? std::nullopt
            : std::optional(WEXITSTATUS(status) == outOfMemory ? ChildFailure::OutOfMemory : ChildFailure::Crashed);
    }
    switch (WTERMSIG(status)) {
    case SIGALRM:
        return ChildFailure::Stalled;
    case SIGXCPU:
        return ChildFailure::TookTooLong;
    case SIGKILL:
    case SIGTERM:
        return ChildFailure::Killed;
    default:
        return ChildFailure::Crashed;
    }
}

} // namespace

namespace {

tl::expected<std::string, ChildFailure> askOnce(const std::optional<ChildLimits>& limits, const std::function<std::string()>& work)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return tl::unexpected(ChildFailure::NotStarted);
    }
    Descriptor answer(ends[0]);
    Descriptor said(ends[1]);
    const pid_t child = ::fork();
    if (child < 0) {
        return tl::unexpected(ChildFailure::NotStarted);
    }
    if (child == 0) {
        runInChild(said.get(), limits, work);
    }
    said.close();
    std::optional<std::string> result = readAnswer(answer.get());
    answer.close();
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) { }
    if (const auto failure = failureOf(status)) {
        return tl::unexpected(*failure);
    }
    return result ? tl::expected<std::string, ChildFailure>(std::move(*result)) : tl::unexpected(ChildFailure::NotStarted);
}

} // namespace

tl::expected<std::string, ChildFailure> askChild(const std::optional<ChildLimits>& limits, const std::function<std::string()>& work)
{
    auto answer = askOnce(limits, work);
    for (int again = 0; again < retries && !answer && answer.error() == ChildFailure::Stalled; ++again) {
        answer = askOnce(limits, work);
    }
    return answer;
}

Error readFailure(const std::string& file, ChildFailure failure)
{
    const auto error = [&](const Sentence& what) { return Error{ErrorKind::Input, file + ": " + what}; };
    switch (failure) {
    case ChildFailure::NotStarted:
        return error(Sentence::of("cannot be read: {1}", std::strerror(errno)));
    case ChildFailure::OutOfMemory:
        return error(Sentence::of("reading it takes more memory than there is, or than files of its size are given; expected fewer groups, "
                                  "attributes and chunks"));
    case ChildFailure::Stalled:
        return error(Sentence::of("cannot be read: the disk does not answer, or the program was stopped for long; try again"));
    case ChildFailure::Killed:
        return error(
            Sentence::of("cannot be read: the process that reads it was ended, as the system does where memory is short; try again"));
    case ChildFailure::TookTooLong:
    case ChildFailure::Crashed:
        break;
    }
    const bool tookTooLong = failure == ChildFailure::TookTooLong;
    if (!tookTooLong && isMemoryLimited()) { // HDF5 does not survive the end of memory everywhere
        return error(Sentence::of("cannot be read: HDF5 fails on its structure, or within the memory that the program may have (ulimit "
                                  "-v); expected a file that was not changed since it was written, or more memory"));
    }
    return error(tookTooLong
            ? Sentence::of("is damaged: HDF5 does not come to an end on its structure; expected a file that was written to its end and not "
                           "changed since")
            : Sentence::of(
                "is damaged: HDF5 itself fails on its structure; expected a file that was written to its end and not changed since"));
}

Error writeFailure(const std::string& file, ChildFailure failure)
{
    const auto error = [&](const Sentence& why) {
        return Error{ErrorKind::Output, file + ": " + Sentence::of("cannot be written: {1}", why)};
    };
    switch (failure) {
    case ChildFailure::NotStarted:
        return error(std::strerror(errno));
    case ChildFailure::OutOfMemory:
        return error(Sentence::of("there is not enough memory"));
    case ChildFailure::Killed:
        return error(Sentence::of("the process that writes it was ended, as the system does where memory is short; try again"));
    case ChildFailure::Stalled:
    case ChildFailure::TookTooLong:
    case ChildFailure::Crashed:
        break;
    }
    return error(Sentence::of("HDF5 itself fails, as it does where memory is short; try again"));
}

} // namespace rotascope::hdf5
