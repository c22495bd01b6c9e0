// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hdf5/probe.h"

#include "core/hdf5/lock.h"

#include <cerrno>
#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace rotascope::hdf5 {
namespace {

[[noreturn]] void runInChild(unsigned seconds, const std::function<void()>& work)
{
    // Whatever handlers the program has are not for this: the child just ends, and leaves no core file.
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGILL, SIGALRM}) {
        ::signal(signal, SIG_DFL);
    }
    const rlimit noCore{0, 0};
    ::setrlimit(RLIMIT_CORE, &noCore);
    ::alarm(seconds);
    Lock::renewAfterFork();
    work();
    ::_exit(0);
}

} // namespace

Expected<void> probe(const std::filesystem::path& file, unsigned seconds, const std::function<void()>& work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        runInChild(seconds, work);
    }
    int status = 0;
    while (child > 0 && ::waitpid(child, &status, 0) < 0 && errno == EINTR) { }
    if (child < 0 || (WIFEXITED(status) && WEXITSTATUS(status) == 0)) {
        return {};
    }
    const bool tookTooLong = WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM;
    return inputError(file.string() + ": is damaged: HDF5 " + (tookTooLong ? "does not come to an end" : "itself fails")
        + " on its structure; expected a recording that was written to its end and not changed since");
}

} // namespace rotascope::hdf5
