// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"
#include "core/source/open_source.h"

#include <CLI/App.hpp>
#include <optional>
#include <string>
#include <vector>

namespace rotascope::cli {

/// SOURCE: --model ID | --config config.json | --recording FILE.h5 [--rope NAME] | --encoding NAME [--channels N] [--base B]
struct SourceOptions {
    std::string model;
    std::string config;
    std::string recording;
    std::string encoding; ///< of no model: "alibi", ...
    std::optional<int> channels; ///< with `encoding`: heads or dimensions
    std::optional<double> base; ///< with `encoding`
    std::string rope;
    std::string from; ///< "trained", "unscaled"; empty: what the model type says
    ModelFilePointer configFile; ///< `config`, where it has been read already; else null

    /// Returns the group of options; one of them must be given.
    CLI::App* addTo(CLI::App& command);
    /// Adds --encoding and what goes with it, for commands that analyse; `group` is what addTo() returned.
    void addEncodingTo(CLI::App& command, CLI::App& group);
    /// Adds --from, for commands that extend.
    void addStartTo(CLI::App& command);
    [[nodiscard]] Expected<SourcePointer> open() const;

private:
    [[nodiscard]] Expected<SourcePointer> openAsStated() const;
    [[nodiscard]] Expected<SourcePointer> openEncoding() const;
};

/// The options of an analysis, shared by the commands that make one.
struct AnalysisOptions {
    std::optional<std::int64_t> targetLength;
    std::optional<std::int64_t> pretrainingLength;
    std::optional<std::uint32_t> bins; ///< none: usualIntervals()
    std::string divergence = "kl";
    double epsilon = defaultEpsilon;
    std::optional<double> threshold;
    double nearThreshold = 0.0;
    std::optional<int> interpolatedComponents;
    std::string before = "best";
    std::string positions; ///< of a recording, "FROM:TO"; empty: all
    std::string sequences; ///< of a recording, "0,2-5"; empty: all
    std::string measure; ///< empty: what `before` says
    std::optional<double> farWeight; ///< with the measure near-far
    std::int64_t window = 0; ///< of distances; 0: not given
    std::string band; ///< "FIRST:END"; empty: as the method finds it
    std::optional<std::size_t> clipped; ///< none: as the method finds it
    std::string weights{equalWeights}; ///< or usageWeights, for some layers or for all, or a file
    std::string table; ///< empty: none
    std::string engine = "auto";
    bool keepWindows = false; ///< L and L′ are not for a RoPE whose layers slide: it begins at its window
    bool extends = true; ///< else L′ is L

    /// `needsTargetLength`: whether L′ must be given; else it defaults as in the window.
    void addTo(CLI::App& command, bool needsTargetLength);
    /// Those alone that say how angles are counted and compared, for commands that extend nothing.
    void addCountingTo(CLI::App& command);
    /// The settings for this source, checked.
    [[nodiscard]] Expected<AnalysisSettings> settingsFor(const Source& source) const;

private:
    [[nodiscard]] Expected<AnalysisSettings> withMeasureAsked(AnalysisSettings settings, const Source& source) const;
};

/// What a source has before, by its name; `option` begins the message.
Expected<BeforeKind> beforeNamed(const std::string& name, const Source& source, const std::string& option = "--before");
/// The tokens of a recording that --positions and --sequences name, counted; null for all. `before`: what is counted from them. `suffix`:
/// of these options, for messages.
Expected<std::shared_ptr<const RecordedPart>> partOf(
    const std::string& positions, const std::string& sequences, const Source& source, BeforeKind before, const std::string& suffix = {});
/// The source from the starting point with this name; empty: where it starts by default. `option` begins the message.
Expected<SourcePointer> startedFrom(const std::string& name, const SourcePointer& source, const std::string& option = "--from");

/// Adds --method, which may be repeated: the methods to compare.
void addMethodsTo(CLI::App& command, std::vector<std::string>& methods);

/// Opens the source, finds the engine and analyses; `methods`: the compared ones, empty for all.
Expected<std::shared_ptr<const Analysis>> runAnalysis(
    const SourceOptions& source, const AnalysisOptions& options, const std::vector<std::string>& methods);

} // namespace rotascope::cli
