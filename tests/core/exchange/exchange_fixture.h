// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/cpu_engine.h"
#include "core/exchange/export_format.h"
#include "tests/core/analysis/llama2_source.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <vector>

// What the tests of the formats share.
namespace rotascope::test {

/// The chosen table of an analysis; `change` gets its settings.
template <class Change> ExportDocument documentWith(const std::shared_ptr<const Source>& source, Change change)
{
    AnalysisSettings settings = defaultSettings(*source);
    change(settings);
    return documentOfChosen(*analyze(*makeCpuEngine(), source, settings));
}

inline ExportDocument documentFor(const std::shared_ptr<const Source>& source, const std::string& method = "distributional")
{
    return documentWith(source, [&](AnalysisSettings& settings) { settings.method = method; });
}

/// The whole file of a format that makes no large ones. `config`: the text of the config.json that it is merged into.
inline Expected<std::string> contentFor(
    const ExportFormat& format, const ExportDocument& document, const std::optional<std::string>& config = {})
{
    const auto contentOf = [](const PreparedExport& prepared) { return *prepared.content(); };
    if (!config) {
        return format.prepare(document).map(contentOf);
    }
    return modelFileOfConfig(*config, "config.json").and_then([&](const ModelFilePointer& into) {
        return format.prepare(document, into).map(contentOf);
    });
}

/// A table that is hard to keep: an attention factor, factors that no short text has, one set by hand unless only yarn's own are asked for.
inline ExportDocument hardDocument(bool asMade = false)
{
    Source source = *llama2Source();
    source.origin = "it's a \"recording\"\n$(of) `two` \\ lines ä \xff.h5";
    source.ropeName = "main";
    return documentWith(std::make_shared<const Source>(source), [&](AnalysisSettings& settings) {
        settings.method = "yarn";
        settings.targetLength = std::int64_t{4096} * 7;
        settings.other = otherOf(std::make_shared<const Source>(source));
        if (!asMade) {
            settings.overrides[22] = Override{Choice::Custom, 1.0 / 3.0};
        }
    });
}

inline std::map<std::string, std::string> provenanceMap(const ExportDocument& document)
{
    const auto pairs = provenanceOf(document);
    return {pairs.begin(), pairs.end()};
}

/// A folder that is gone after the test.
class ScratchFolder {
public:
    ScratchFolder() : m_path(std::filesystem::temp_directory_path() / ("rotascope-exchange-" + std::to_string(std::random_device{}())))
    {
        std::filesystem::create_directories(m_path);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return m_path / name; }
    [[nodiscard]] auto files() const
    {
        return std::distance(std::filesystem::directory_iterator(m_path), std::filesystem::directory_iterator());
    }

private:
    std::filesystem::path m_path;
};

inline std::string contentOf(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

inline void writeContent(const std::filesystem::path& file, const std::string& content)
{
    std::ofstream(file, std::ios::binary) << content;
}

/// Writes a file, and opens it as the one that the format merges into.
inline Expected<ModelFilePointer> intoWith(const ExportFormat& format, const std::filesystem::path& file, const std::string& content)
{
    writeContent(file, content);
    return openInto(format, file);
}

/// What a shell that runs the script gives to this program: its words, which hold no line ends.
inline std::vector<std::string> wordsGivenTo(const std::string& program, const std::string& script)
{
    const ScratchFolder folder;
    writeContent(folder / program, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    std::filesystem::permissions(folder / program, std::filesystem::perms::owner_all);
    writeContent(folder / "script.sh", script);
    const std::string command
        = "PATH='" + (folder / "").string() + "':$PATH sh '" + (folder / "script.sh").string() + "' >'" + (folder / "words").string() + "'";
    EXPECT_EQ(std::system(command.c_str()), 0);
    std::vector<std::string> words;
    std::ifstream lines(folder / "words");
    for (std::string line; std::getline(lines, line);) {
        words.push_back(line);
    }
    return words;
}

} // namespace rotascope::test
