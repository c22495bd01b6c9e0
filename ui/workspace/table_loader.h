// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export_format.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <QString>

namespace rotascope {

class Workspace;

/// Opens scaling tables, those that were exported and lists of LongRoPE's factors, off the GUI thread (a file may be long, or on a slow
/// disk) and makes them the workspace's. Only the newest request counts, and only for the source that it was made for. What goes wrong
/// is refused by the workspace.
class TableLoader : public QObject {
    Q_OBJECT

public:
    explicit TableLoader(Workspace* workspace, QObject* parent = nullptr);

    /// Overrides by hand go, all as one undoable step.
    void load(const QString& file);
    [[nodiscard]] bool isBusy() const { return m_job.isBusy(); }

private:
    void adopt(const ImportedTable& file);

    Workspace* m_workspace;
    QString m_file; ///< the newest request's
    Job<ImportedTable> m_job; ///< last: it tells the others
};

} // namespace rotascope
