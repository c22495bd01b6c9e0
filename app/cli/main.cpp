// SPDX-License-Identifier: GPL-3.0-or-later
// rotascope-cli: everything that needs no window. Results go to standard output, everything else to standard error.
#include "app/cli/commands.h"
#include "core/files/escape.h"
#include "core/files/standard_descriptors.h"
#include "core/text.h"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <new>
#include <string>
#include <string_view>

namespace {

// Refuses an empty value, such as an unset variable of a shell gives: CLI11 would behave as if the option were missing.
void refuseEmptyValues(CLI::App& app)
{
    const CLI::Validator given([](std::string& text) { return std::string(text.empty() ? "its value is empty" : ""); }, "");
    for (CLI::Option* option : app.get_options()) {
        option->check(given);
    }
    for (CLI::App* inner : app.get_subcommands({})) { // commands, and their groups of options
        refuseEmptyValues(*inner);
    }
}

// CLI11 says of an unknown command that a command is missing.
std::string reasonOf(const CLI::ParseError& error, const CLI::App& app, int argc, char** argv)
{
    const std::string_view first = argc > 1 ? argv[1] : "";
    const auto commands = app.get_subcommands([](const CLI::App*) { return true; });
    const auto isFirst = [&](const CLI::App* command) { return command->get_name() == first; };
    if (first.empty() || first.starts_with('-') || std::ranges::any_of(commands, isFirst)) {
        return error.what();
    }
    return "unknown command \"" + std::string(first) + "\"; expected one of "
        + rotascope::namesOf(commands, [](const CLI::App* command) { return std::string_view(command->get_name()); });
}

// The exit code of what ends well if all of standard output could be written.
int flushed()
{
    if (std::cout.flush()) {
        return EXIT_SUCCESS;
    }
    std::cerr << "rotascope-cli: standard output cannot be written\n";
    return static_cast<int>(rotascope::ErrorKind::Output);
}

constexpr const char* noMemory = "rotascope-cli: there is not enough memory for this\n";

// The JSON library takes memory even while it lets go of some, in a destructor, where nothing can be thrown.
[[noreturn]] void endWithoutMemory()
{
    try {
        std::rethrow_exception(std::current_exception());
    } catch (const std::bad_alloc&) {
        std::fputs(noMemory, stderr);
        std::_Exit(static_cast<int>(rotascope::ErrorKind::Input));
    } catch (...) {
        std::abort();
    }
}

int run(int argc, char** argv)
{
    CLI::App app("Rotascope: how an extension of a RoPE model's context disturbs its rotary angles", "rotascope-cli");
    app.set_version_flag("--version", "rotascope-cli " ROTASCOPE_VERSION);
    app.footer("Exit codes: 0 done, 1 lint found an error, 2 wrong usage, 3 unusable input, 4 output could not be written, 5 the engine is "
               "not available.");
    rotascope::cli::Action action;
    rotascope::cli::addCommands(app, action);
    refuseEmptyValues(app);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) { // --help and --version arrive here too
            app.exit(error);
            return flushed();
        }
        std::cerr << "rotascope-cli: " << rotascope::visibleText(reasonOf(error, app, argc, argv))
                  << "; rotascope-cli --help tells what is expected\n";
        return static_cast<int>(rotascope::ErrorKind::Usage);
    }
    if (const rotascope::Expected<void> done = action(); !done) {
        std::cerr << "rotascope-cli: " << rotascope::visibleText(done.error().message.english()) << "\n";
        return static_cast<int>(done.error().kind);
    }
    return flushed();
}

} // namespace

int main(int argc, char** argv)
{
    rotascope::keepStandardDescriptors();
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow further is a failing write, not the end
    std::set_terminate(endWithoutMemory);
    try {
        return run(argc, argv);
    } catch (const std::bad_alloc&) {
        std::cerr << noMemory;
        return static_cast<int>(rotascope::ErrorKind::Input);
    } catch (const std::exception& error) {
        std::cerr << "rotascope-cli: cannot go on: " << rotascope::visibleText(error.what())
                  << "; expected more memory or threads (ulimit -a tells the limits)\n";
        return static_cast<int>(rotascope::ErrorKind::Input);
    }
}
