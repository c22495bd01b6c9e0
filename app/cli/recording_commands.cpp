// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/recording_commands.h"

#include "app/cli/output.h"
#include "core/files/escape.h"
#include "core/files/output_file.h"
#include "core/recording/counted_recording.h"
#include "core/recording/counts_cache.h"
#include "core/recording/recording_reader.h"
#include "core/recording/recording_writer.h"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Option.hpp>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace rotascope::cli {
namespace {

struct Options {
    std::vector<std::string> files;
    std::string output;
};

std::shared_ptr<Options> addOptions(CLI::App& command, const std::string& files)
{
    auto options = std::make_shared<Options>();
    command.add_option("FILE", options->files, files)->required();
    command.add_option("-o,--output", options->output, "The recording of counts to write")->required()->type_name("FILE");
    return options;
}

// "run.h5 (2 of 3)"
std::string nameOf(const Options& options, std::size_t index)
{
    std::string name = options.files[index];
    if (options.files.size() > 1) {
        name += " (" + std::to_string(index + 1) + " of " + std::to_string(options.files.size()) + ")";
    }
    return name;
}

// Adds up the counts of all files; `takes`: what is wrong with a file, empty where nothing is.
template <class Takes> Expected<void> addUp(const Options& options, const Takes& takes)
{
    CountsSum sum;
    for (std::size_t i = 0; i < options.files.size(); ++i) {
        const std::string& file = options.files[i];
        const auto progress = paceOnTerminal(nameOf(options, i));
        Expected<void> added = checkIsAnother(options.output, file, "the file that is counted")
                                   .and_then([&] { return RecordingReader::open(file); })
                                   .and_then([&](const std::shared_ptr<RecordingReader>& reader) -> Expected<CountedRecording> {
                                       if (const std::string wrong = takes(reader->info()); !wrong.empty()) {
                                           return inputError(file + ": " + wrong);
                                       }
                                       return countRecording(*reader, {}, progress);
                                   })
                                   .and_then([&](CountedRecording counted) { return sum.add(std::move(counted), file); });
        if (!added) {
            return added;
        }
    }
    std::vector<std::string> notes;
    const CountedRecording counted = sum.take(notes);
    for (const std::string& note : notes) {
        printNote(note);
    }
    return writeCounts(counted, options.output);
}

// One of several processes that mpirun (of Open MPI, or with another PMI) has started.
bool isUnderMpi()
{
    const auto processes = [](const char* name) {
        const char* const value = std::getenv(name); // NOLINT(concurrency-mt-unsafe)
        return value != nullptr ? std::strtol(value, nullptr, 10) : 0;
    };
    return processes("OMPI_COMM_WORLD_SIZE") > 1 || processes("PMI_SIZE") > 1;
}

// The program that counts with the others takes this one's place, so that this one needs no MPI. Returns where it cannot.
Expected<void> goOnWithMpi(const Options& options)
{
    for (const std::string& file : options.files) {
        if (Expected<void> another = checkIsAnother(options.output, file, "the file that is counted"); !another) {
            return another;
        }
    }
    std::error_code failed;
    const std::filesystem::path folder = std::filesystem::read_symlink("/proc/self/exe", failed).parent_path();
    std::filesystem::path program = folder.parent_path() / "lib" / "rotascope" / "rotascope-mpi-count";
    if (!std::filesystem::exists(program, failed)) {
        program = folder / "rotascope-mpi-count";
    }
    std::vector<std::string> words = {program.string(), options.output};
    words.insert(words.end(), options.files.begin(), options.files.end());
    std::vector<char*> arguments;
    std::ranges::transform(words, std::back_inserter(arguments), [](std::string& word) { return word.data(); });
    arguments.push_back(nullptr);
    ::execv(program.c_str(), arguments.data());
    return usageError("count cannot be shared by several processes: " + program.string()
        + " is missing; expected a program that was built where Open MPI is installed");
}

void addCount(CLI::App& app, Action& action)
{
    auto* command = app.add_subcommand("count", "Count the positions and angles of recordings into one small recording");
    const auto options = addOptions(*command, "The recordings; those that are counted already are added as they are");
    command->callback([&action, options] {
        action = [options] {
            return isUnderMpi() ? goOnWithMpi(*options) : addUp(*options, [](const RecordingInfo&) { return std::string(); });
        };
    });
}

void addMerge(CLI::App& app, Action& action)
{
    auto* command = app.add_subcommand("merge", "Add recordings of counts; any order gives the same file");
    const auto options = addOptions(*command, "The recordings of counts");
    command->callback([&action, options] {
        action = [options] {
            return addUp(*options, [](const RecordingInfo& info) {
                return std::string(info.hasRows ? "has values one by one; expected counts, as rotascope-cli count makes them" : "");
            });
        };
    });
}

void addCache(CLI::App& app, Action& action)
{
    auto* command = app.add_subcommand("cache", "Say what is kept of large recordings, so that they are read once");
    auto clear = std::make_shared<bool>(false);
    command->add_flag("--clear", *clear, "Remove it");
    command->callback([&action, clear] {
        action = [clear]() -> Expected<void> {
            const std::shared_ptr<const CountsCache> cache = CountsCache::ofUser();
            if (!cache) {
                std::cout << "Nothing is kept: ROTASCOPE_CACHE is \"none\", or there is no home folder.\n";
                return {};
            }
            if (*clear) {
                cache->clear();
            }
            const CountsCache::Size size = cache->size();
            std::cout << visibleText(cache->folder().string()) << "\n"
                      << size.files << (size.files == 1 ? " file, " : " files, ") << size.bytes << " bytes\n";
            return {};
        };
    });
}

} // namespace

void addRecordingCommands(CLI::App& app, Action& action)
{
    addCount(app, action);
    addMerge(app, action);
    addCache(app, action);
}

} // namespace rotascope::cli
