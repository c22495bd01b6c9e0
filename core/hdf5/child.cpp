// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hdf5/child.h"

#include "core/hdf5/lock.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <new>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>
#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace rotascope::hdf5 {
namespace {

constexpr int outOfMemory = 3; // exit code of the child
constexpr unsigned waiting = 6; // so many times as long may it take if it waits for the disk, or was stopped meanwhile

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

[[noreturn]] void runInChild(int answer, unsigned seconds, std::uint64_t fileBytes, const std::function<std::string()>& work)
{
    // Whatever handlers the program has are not for this: the child just ends, and leaves no core file.
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGILL, SIGALRM, SIGXCPU, SIGPIPE, SIGINT, SIGTERM, SIGHUP}) {
        ::signal(signal, SIG_DFL);
    }
#ifdef __linux__
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // nobody waits for the answer any more
#endif
    limit(RLIMIT_CORE, 0);
    const rlimit processor{seconds, seconds + 1}; // the first ends it by SIGXCPU, which tells why
    ::setrlimit(RLIMIT_CPU, &processor);
    ::alarm(waiting * seconds);
    limitMemory(fileBytes);
    Lock::renewAfterFork();
    try {
        ::_exit(writeAll(answer, work()) ? 0 : 1);
    } catch (const std::bad_alloc&) {
        ::_exit(outOfMemory);
    }
}

// All that comes until the child ends; it gives up after `seconds` by itself.
Expected<std::string> readAnswer(int descriptor, const std::string& name)
{
    std::string answer;
    std::vector<char> block(std::size_t{64} << 10U);
    while (true) {
        const ssize_t got = ::read(descriptor, block.data(), block.size());
        if (got == 0) {
            return answer;
        }
        if (got < 0 && errno != EINTR) {
            return inputError(name + ": cannot be read: " + std::strerror(errno));
        }
        answer.append(block.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    }
}

Expected<void> checkEnd(int status, const std::string& name)
{
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
        return {};
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == outOfMemory) {
        return inputError(name + ": there is not enough memory to read it");
    }
    const int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    if (signal == SIGALRM) {
        return inputError(name + ": cannot be read: the disk does not answer, or the program was stopped for long; try again");
    }
    if (signal == SIGKILL || signal == SIGTERM) {
        return inputError(
            name + ": cannot be read: the process that reads it was ended, as the system does where memory is short; try again");
    }
    const bool tookTooLong = signal == SIGXCPU;
    return inputError(name + ": is damaged: HDF5 " + (tookTooLong ? "does not come to an end" : "itself fails")
        + " on its structure; expected a file that was written to its end and not changed since");
}

} // namespace

Expected<std::string> askChild(const RandomAccessFile& file, unsigned seconds, const std::function<std::string()>& work)
{
    const auto failure = [&file] { return inputError(file.name() + ": cannot be read: " + std::strerror(errno)); };
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return failure();
    }
    Descriptor answer(ends[0]);
    Descriptor said(ends[1]);
    const pid_t child = ::fork();
    if (child < 0) {
        return failure();
    }
    if (child == 0) {
        runInChild(said.get(), seconds, file.size(), work);
    }
    said.close();
    Expected<std::string> result = readAnswer(answer.get(), file.name());
    answer.close();
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) { }
    return checkEnd(status, file.name()).and_then([&] { return std::move(result); });
}

} // namespace rotascope::hdf5
