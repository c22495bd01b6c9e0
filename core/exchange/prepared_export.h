// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/lint/lint.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <variant>

namespace rotascope {

class OutputFile;

/// What a long export tells and asks while it writes.
struct ExportRun {
    std::stop_token stop; ///< ends it with ErrorKind::Stopped; the target is then as it was
    std::function<void(std::uint64_t done, std::uint64_t total)> progress; ///< in bytes, from the calling thread; may be empty
};

/// An export that is made as far as it can be before there is a file: what is wrong with it is known, a person can look at it, and it can
/// be written, more than once if need be. Copies are cheap enough, and may go to another thread.
class PreparedExport {
public:
    using Report = std::optional<LintReport>;
    /// Writes the export piece by piece.
    using Stream = std::function<Expected<void>(OutputFile& file, const ExportRun& run)>;

    /// A text, which is its own preview.
    static PreparedExport ofText(std::string text, Report lint = {});
    /// Bytes that nobody can read; `preview` says in words what they hold.
    static PreparedExport ofBytes(std::string bytes, std::string preview);
    /// What is too large for memory.
    static PreparedExport ofStream(Stream stream, std::string preview, Report lint = {});

    /// What a person sees before the export is written: its text, or what will be written, in words.
    [[nodiscard]] const std::string& preview() const { return m_preview; }
    [[nodiscard]] bool isText() const { return std::holds_alternative<Text>(m_content); }
    /// What engines will do with it; none where no engine loads the format.
    [[nodiscard]] const Report& lint() const { return m_lint; }
    /// The whole file; null where it is too large for memory.
    [[nodiscard]] const std::string* content() const;

    /// What must hold when it is written; the target is told. One that fails leaves the target as it was.
    using Check = std::function<Expected<void>(const std::filesystem::path& target)>;
    void checkBeforeWriting(Check check) { m_check = std::move(check); }

    /// Writes it beside the target and renames it: the target is either replaced whole or left as it was.
    Expected<void> writeTo(const std::filesystem::path& file, const ExportRun& run = {}) const;

private:
    struct Text { };
    using Content = std::variant<Text, std::string, Stream>;

    PreparedExport(std::string preview, Content content, Report lint)
        : m_preview(std::move(preview)), m_content(std::move(content)), m_lint(std::move(lint))
    {
    }

    std::string m_preview;
    Content m_content;
    Report m_lint;
    Check m_check; ///< may be empty
};

} // namespace rotascope
