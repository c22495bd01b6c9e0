// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "core/analysis/summary.h"
#include "core/exchange/export_format.h"
#include "core/files/escape.h"
#include "core/files/output_file.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iostream>
#include <memory>
#include <sstream>
#include <unistd.h>

namespace rotascope::cli {

// The line is made before any of it is printed: if memory runs out, no half line stands before the message that says so.
void printNote(const std::string& note)
{
    const std::string line = "rotascope-cli: note: " + visibleText(note) + "\n";
    std::cerr << line;
}

void printNotes(const Analysis& analysis, const std::string& about)
{
    const auto print = [&](const std::string& note) { printNote(about + note); };
    std::ranges::for_each(notesOf(*analysis.source, analysis.settings), print);
    if (!coverageNote(*analysis.source, analysis.settings).empty()) {
        print("--before positions counts positions 0 ... L-1 instead.");
    }
    std::ranges::for_each(analysis.notices, print);
}

std::function<void(std::uint64_t, std::uint64_t)> percentOnTerminal()
{
    if (::isatty(STDERR_FILENO) != 1) {
        return [](std::uint64_t, std::uint64_t) {};
    }
    return [shown = std::uint64_t{100}](std::uint64_t done, std::uint64_t total) mutable {
        const std::uint64_t percent = done * 100 / std::max<std::uint64_t>(total, 1);
        if (percent != shown) {
            shown = percent;
            std::cerr << "\r" << percent << " %" << (percent == 100 ? "\n" : "") << std::flush;
        }
    };
}

std::function<void(std::int64_t, std::int64_t)> paceOnTerminal(const std::string& what)
{
    using Clock = std::chrono::steady_clock;
    const bool isTerminal = ::isatty(STDERR_FILENO) == 1;
    const auto between = isTerminal ? std::chrono::milliseconds(200) : std::chrono::milliseconds(10'000);
    return [=, begin = Clock::now(), next = Clock::now() + between, last = std::int64_t{0}](std::int64_t done, std::int64_t total) mutable {
        const Clock::time_point now = Clock::now();
        if (done < last) { // the next of its datasets
            begin = now;
        }
        last = done;
        if (isTerminal && done == total) {
            std::cerr << "\r\x1b[K" << std::flush;
        }
        if (now < next || done == 0 || done == total) {
            return;
        }
        next = now + between;
        const double rate = static_cast<double>(done) / std::chrono::duration<double>(now - begin).count();
        std::ostringstream line;
        line << visibleText(what) << ": " << done * 100 / total << " %, " << std::llround(rate / 1000) << " thousand rows/s, "
             << std::llround(static_cast<double>(total - done) / rate) << " s left";
        std::cerr << (isTerminal ? "\r\x1b[K" + line.str() : line.str() + "\n") << std::flush;
    };
}

Expected<void> writeResult(const std::string& text, const Source& source, const std::string& output)
{
    if (output != "-") {
        return checkIsNotAnalysed(source, output).and_then([&] { return writeOutputFile(output, text); });
    }
    std::cout << text;
    return {};
}

} // namespace rotascope::cli
