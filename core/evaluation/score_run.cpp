// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/score_run.h"

#include "core/files/escape.h"
#include "core/files/json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace rotascope {
namespace {

// A whole number from 0 on.
std::optional<std::uint64_t> countIn(const nlohmann::json& line, const char* name)
{
    const auto found = line.find(name);
    return found == line.end() || !found->is_number_unsigned() ? std::nullopt : std::optional(found->get<std::uint64_t>());
}

// The folder in which a run would look for it is not the one that the user sees.
bool isWithoutItsFolder(const std::string& model)
{
    return model == "." || model == ".." || model.starts_with("./") || model.starts_with("../") || model.starts_with('~');
}

// A word that no shell changes stays as it is, so that a person can read the command.
std::string plainOrQuoted(const std::string& word)
{
    const auto isPlain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || std::string_view("-_./:,+").find(c) != std::string_view::npos;
    };
    return !word.empty() && std::ranges::all_of(word, isPlain) ? word : shellWord(word);
}

} // namespace

Expected<void> checkScoreRun(const ScoreRunRequest& request)
{
    if (!isPlainArgument(request.model)) {
        return usageError(Sentence::of("no model is named; expected a folder, or a name of the Hugging Face hub as Qwen/Qwen3-8B"));
    }
    if (isWithoutItsFolder(request.model)) {
        return usageError(Sentence::of("the model's folder is \"{1}\"; expected its whole path, from / on", request.model));
    }
    if (request.lengths.empty() || std::ranges::any_of(request.lengths, [](std::int64_t length) { return length < 1; })) {
        return usageError(Sentence::of("the lengths are not whole numbers from 1 on; expected tokens, as 8192, 16384"));
    }
    if (request.tables.empty() && !request.ownFrequencies) {
        return usageError(Sentence::of("there is nothing to score; choose a table, or the model's own frequencies"));
    }
    if (request.passkeys < 1 && request.text.empty()) {
        return usageError(Sentence::of("there is nothing to measure; choose prompts or a text"));
    }
    if (request.output.empty()) {
        return usageError(Sentence::of("no file for the scores is named"));
    }
    return {};
}

std::vector<std::string> argumentsOf(const ScoreRunRequest& request)
{
    std::vector<std::string> words{"-m", "rotascope_evaluate", request.model};
    const auto add = [&words](const char* option, std::string value) {
        words.emplace_back(option);
        words.push_back(std::move(value));
    };
    for (const std::filesystem::path& table : request.tables) {
        add("--table", table.string());
    }
    if (!request.ownFrequencies) {
        words.emplace_back("--no-own");
    }
    for (const std::int64_t length : request.lengths) {
        add("--length", std::to_string(length));
    }
    add("--passkeys", std::to_string(request.passkeys));
    if (!request.text.empty()) {
        add("--text", request.text.string());
    }
    add("-o", request.output.string());
    return words;
}

std::string installCommandOf(const std::string& package)
{
    return "python3 -m venv ~/rotascope-python && ~/rotascope-python/bin/pip install " + plainOrQuoted(package);
}

std::string shellCommandOf(const std::string& python, const ScoreRunRequest& request)
{
    std::string command = plainOrQuoted(python);
    for (const std::string& word : argumentsOf(request)) {
        command += ' ' + plainOrQuoted(word);
    }
    return command;
}

std::optional<ScoreRunProgress> parseScoreRunProgress(std::string_view line)
{
    const auto read = parseJson(line);
    if (!read || !read->is_object()) {
        return std::nullopt;
    }
    const auto done = countIn(*read, "done");
    const auto total = countIn(*read, "total");
    const auto text = read->find("text");
    const auto left = read->find("seconds_left");
    if (!done || !total || *done > *total || text == read->end() || !text->is_string() || left == read->end()) {
        return std::nullopt;
    }
    ScoreRunProgress progress{*done, *total, text->get<std::string>(), std::nullopt};
    if (left->is_number() && left->get<double>() >= 0.0) {
        progress.secondsLeft = left->get<double>();
    }
    return progress;
}

} // namespace rotascope
