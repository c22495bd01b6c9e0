// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// A text in the languages that a tour has it in: "en", which is always there, "ja", "ko".
struct TourText {
    std::map<std::string, std::string> byLanguage;

    /// In this language; where it is missing, in English.
    [[nodiscard]] const std::string& in(const std::string& language) const;
    [[nodiscard]] bool isEmpty() const { return byLanguage.empty(); }
};

/// What a step points to; all empty: nothing. The names of views, controls and commands are the window's.
struct TourTarget {
    std::string view; ///< id of a view, or "distribution"
    std::string control; ///< name of a field or button, in that view if there is one
    std::string command; ///< id of a command
    std::optional<std::size_t> dimension; ///< its row in the table of dimensions

    [[nodiscard]] bool isEmpty() const { return view.empty() && control.empty() && command.empty() && !dimension; }
};

/// One thing that "Show me" does.
struct TourAction {
    enum class Kind {
        Open, ///< name: the model id of a preset
        TargetLength, ///< number: L′, positions
        Method, ///< name: makes that method's table the current one
        ShowMethod, ///< name: draws that method's table beside the current one; empty: none
        CurrentDimension, ///< number: makes it the current one
        Extrapolate, ///< dimensions, by hand
        Interpolate, ///< the same
        Automatic, ///< dimensions: as the method says
        View, ///< name: brings the view to the front
        Command, ///< name: runs the command
        Press, ///< name of a button
        Choose, ///< name of a box; number: its entry, from 0
        Enter, ///< name of a field of numbers or a slider; number: its value
    };
    Kind kind = Kind::View;
    std::string name = {};
    double number = 0.0;
    std::vector<std::size_t> dimensions = {}; ///< ascending; empty: all
};

/// What must be so for a step to be done; empty: nothing.
struct TourState {
    std::optional<std::string> source; ///< the model id of the preset that is open
    std::optional<std::int64_t> targetLength; ///< L′, positions
    std::optional<std::string> method; ///< of the current table
    std::optional<std::size_t> dimension; ///< the current one
    std::optional<std::string> view; ///< that can be seen
    std::optional<bool> byHand; ///< whether any dimension is set by hand
    std::optional<std::size_t> pins; ///< the least number of pinned tables
    std::optional<double> meanBelow; ///< what the current table's mean disturbance is below

    [[nodiscard]] bool isEmpty() const;
};

/// A step of a tour: what a card says, what it points to, what "Show me" does, and when it is done.
struct TourStep {
    TourText title;
    TourText text;
    TourText answer = {}; ///< to what the text asks: said once the step was shown or done; in no language: it asks nothing
    TourTarget target;
    std::string manual; ///< a place in the manual to read on: "clock#reading"; empty: none
    std::vector<TourAction> show;
    TourState expect;
};

/// A guided tour through the window (docs/tour-format.md).
struct Tour {
    std::string id; ///< letters, digits and "-": where one left it is kept under this name
    TourText title;
    TourText summary; ///< a sentence
    std::vector<TourAction> begin; ///< done before the first step
    std::vector<TourStep> steps; ///< at least one
};

/// Reads a tour; nothing in it is trusted. Messages begin with `where` and name the step, counted from 1, and the member. Presets and
/// methods are known here; views, controls and commands are the window's.
Expected<Tour> parseTour(std::string_view text, const std::string& where);
Expected<Tour> readTour(const std::filesystem::path& file);

/// The text of a file that parseTour() reads as this tour; its own faults stay: whoever writes it parses it first.
std::string toJson(const Tour& tour);

} // namespace rotascope
