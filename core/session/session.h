// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/settings.h"
#include "core/analysis/source.h"
#include "core/error.h"
#include "core/files/file_fingerprint.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// What a session is of.
struct SessionSource {
    SourceKind kind = SourceKind::Preset;
    std::string origin; ///< the model id of a preset, else the file's absolute path
    std::string nearby = {}; ///< the same file as seen from the session's folder; empty where it was not saved beside it
    std::optional<FileFingerprint> fingerprint = {}; ///< of the file when the session was saved; none of a preset

    friend bool operator==(const SessionSource&, const SessionSource&) = default;
};

/// A second source that a RoPE is compared with: AnalysisSettings::other before it is opened.
struct SessionOther {
    SessionSource source;
    std::string ropeName; ///< as that source calls it; empty: its only one
    StartingPoint start = StartingPoint::Unscaled;
    std::int64_t pretrainingLength = 0; ///< L, positions
    BeforeKind before = BeforeKind::UniformPositions;
    TokenChoice tokens = {}; ///< of what it recorded

    friend bool operator==(const SessionOther&, const SessionOther&) = default;
};

/// One RoPE of a session's model, and what was chosen for it.
struct SessionRope {
    std::string name; ///< as the source calls it; empty: its only one
    StartingPoint start = StartingPoint::Unscaled;
    /// As read, `overrides` is empty where all dimensions are automatic. `part` and `other` are made of files, and so always null here.
    AnalysisSettings settings;
    TokenChoice tokens = {}; ///< of the recording: settings.part before it is counted
    std::optional<SessionOther> other = {};

    friend bool operator==(const SessionRope&, const SessionRope&) = default;
};

/// What is shown at one point of a talk. The names of views and their states are the program's own.
struct SessionScene {
    std::string name;
    std::string note; ///< what is said about it
    std::string view; ///< the one that is looked at
    std::size_t dimension = 0;
    std::map<std::string, std::string> state; ///< of views: where they are zoomed to, for one

    friend bool operator==(const SessionScene&, const SessionScene&) = default;
};
inline constexpr std::size_t mostScenes = 500;

/// The state of an analysis, as a file from which it can be continued (docs/session-format.md): what is analysed, and all that was chosen.
/// No results: they are computed again, and are the same to the bit.
struct Session {
    SessionSource source;
    std::vector<SessionRope> ropes; ///< at least one
    std::size_t shown = 0; ///< which of them is on the screen
    std::size_t dimension = 0; ///< of the RoPE that is shown
    std::string notes; ///< the user's own words
    std::vector<SessionScene> scenes; ///< in their order, at most mostScenes
    std::map<std::string, std::string> view; ///< how a program shows it; the names and texts are the program's own

    friend bool operator==(const Session&, const Session&) = default;
};

/// The suffix of such files, with the dot.
inline constexpr std::string_view sessionSuffix = ".rotascope";

/// Whether a file that begins like this is a session.
bool isSession(std::string_view head);

/// The text of the file. `folder`: where it will lie; the source's place is kept from there as well. Fails where the name of a source is
/// not UTF-8, which JSON cannot hold.
Expected<std::string> toJson(const Session& session, const std::filesystem::path& folder);

/// Reads it; nothing in it is trusted. Whether its settings fit its source is known only when that is open. Messages begin with `where` and
/// name the member.
Expected<Session> parseSession(std::string_view text, const std::string& where);
Expected<Session> readSession(const std::filesystem::path& file);

/// Where a source of a session, which is no preset, is now: at the path that was saved, else where it lies as seen from the session file's
/// folder. Fails if it is in neither place.
Expected<std::filesystem::path> findSource(const SessionSource& source, const std::filesystem::path& sessionFile);

/// If the source's file was changed since the session was saved: a sentence that says so; else empty.
Sentence whatChanged(const SessionSource& source, const std::filesystem::path& sourceFile);

} // namespace rotascope
