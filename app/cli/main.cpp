// SPDX-License-Identifier: GPL-3.0-or-later
// rotascope-cli: everything that needs no window. Results go to standard output, everything else to standard error.
#include "app/cli/commands.h"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cstdlib>
#include <exception>
#include <iostream>

namespace {

int run(int argc, char** argv)
{
    CLI::App app("Rotascope: how an extension of a RoPE model's context disturbs its rotary angles", "rotascope-cli");
    app.set_version_flag("--version", "rotascope-cli " ROTASCOPE_VERSION);
    app.footer("Exit codes: 0 done, 1 lint found an error, 2 wrong usage, 3 unusable input, 4 output could not be written, 5 the engine is "
               "not available.");
    rotascope::cli::Action action;
    rotascope::cli::addCommands(app, action);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) { // --help and --version arrive here too
            return app.exit(error);
        }
        std::cerr << "rotascope-cli: " << error.what() << "; rotascope-cli --help tells what is expected\n";
        return static_cast<int>(rotascope::ErrorKind::Usage);
    }
    if (const rotascope::Expected<void> done = action(); !done) {
        std::cerr << "rotascope-cli: " << done.error().message << "\n";
        return static_cast<int>(done.error().kind);
    }
    if (!std::cout.flush()) {
        std::cerr << "rotascope-cli: standard output cannot be written\n";
        return static_cast<int>(rotascope::ErrorKind::Output);
    }
    return EXIT_SUCCESS;
}

} // namespace

int main(int argc, char** argv)
{
    try {
        return run(argc, argv);
    } catch (const std::exception& error) { // out of memory, above all
        std::cerr << "rotascope-cli: " << error.what() << "\n";
        return static_cast<int>(rotascope::ErrorKind::Input);
    }
}
