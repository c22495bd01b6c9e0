// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export_format.h"
#include "core/files/file_fingerprint.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <QString>
#include <optional>

namespace rotascope {

class Workspace;

/// A table that was read, and where from.
struct TableFile {
    QString name; ///< of the file, with its folder
    ImportedTable table;
    std::optional<FileState> state = {}; ///< of the file, just before it was read
};

/// Opens scaling tables, those that were exported and lists of LongRoPE's factors, off the GUI thread (a file may be long, or on a slow
/// disk) and makes them the workspace's. Only the newest request counts, and only for the source that it was made for. What goes wrong
/// is refused by the workspace. A table that was made under other settings than those that are set, or for another model, is adopted too;
/// differs() then says so.
class TableLoader : public QObject {
    Q_OBJECT

public:
    explicit TableLoader(Workspace* workspace, QObject* parent = nullptr);

    /// Makes the file's table the current one. Overrides by hand go, all as one undoable step.
    void load(const QString& file);
    /// The file is not a model, as `error` says: it may be a table. read() or failed() follows.
    void tryInstead(const QString& file, const Error& error);
    /// Makes a table that was read the current one, under the settings that it was made with if `withItsSettings`.
    void adopt(const TableFile& file, bool withItsSettings = false);
    /// The table that was adopted last, under the settings that it was made with, as one undoable step.
    void useItsSettings();
    /// What was adopted last, whatever became of it; none: nothing was.
    [[nodiscard]] const std::optional<TableFile>& adopted() const { return m_adopted; }
    /// Forgets the file that is being read.
    void cancel() { m_job.cancel(); }
    [[nodiscard]] bool isBusy() const { return m_job.isBusy(); }

signals:
    void read(const rotascope::TableFile& file);
    /// With the error that tryInstead() was given: the file is no table either.
    void failed(const rotascope::Error& error);
    /// How the settings that the table was made under differ from those that are set, for the user. `hasSettings`: whether useItsSettings()
    /// would change any of them.
    void differs(const QString& message, bool hasSettings);

private:
    void request(const QString& file);
    void takeRead(const Expected<TableFile>& table);
    [[nodiscard]] AnalysisSettings settingsWith(const TableFile& file, const ScalingTable& table, bool withItsSettings);

    Workspace* m_workspace;
    std::optional<Error> m_otherwise; ///< the error to report if it is not a table; none: it was opened as a table
    std::optional<TableFile> m_adopted; ///< the last one
    Job<TableFile> m_job; ///< last: it tells the others
};

} // namespace rotascope
