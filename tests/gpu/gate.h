// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace rotascope::test {

/// A gate before the start of the emulated module (emulated_module.cpp), as long as it lives: a driver that takes its time.
class Gate {
public:
    explicit Gate(std::string pipe) : m_pipe(std::move(pipe))
    {
        mkfifo(m_pipe.c_str(), 0600);
        setenv("ROTASCOPE_EMULATED_GATE", m_pipe.c_str(), 1);
    }
    Gate(const Gate&) = delete;
    Gate& operator=(const Gate&) = delete;
    ~Gate()
    {
        unsetenv("ROTASCOPE_EMULATED_GATE");
        if (isReached()) {
            open();
        }
        unlink(m_pipe.c_str());
    }

    /// Whether a module is being started: it now waits until the gate is opened.
    [[nodiscard]] bool isReached()
    {
        if (m_writer < 0) {
            m_writer = ::open(m_pipe.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
        }
        return m_writer >= 0;
    }
    void open()
    {
        if (m_writer >= 0) {
            close(std::exchange(m_writer, -1));
        }
    }

private:
    std::string m_pipe;
    int m_writer = -1;
};

} // namespace rotascope::test
