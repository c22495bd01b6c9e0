// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hdf5/file_structure.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <QString>
#include <memory>

namespace rotascope {

/// What an HDF5 file consists of, listed off the GUI thread when it is first looked at.
class StructureLoader : public QObject {
    Q_OBJECT

public:
    explicit StructureLoader(QObject* parent = nullptr);

    /// The file to list; empty: none.
    void setFile(const QString& file);
    [[nodiscard]] const QString& file() const { return m_file; }
    /// It is seen: lists the file, unless that was done.
    void look();

    /// Null: not listed (yet).
    [[nodiscard]] const std::shared_ptr<const FileStructure>& structure() const { return m_structure; }
    /// Why it could not be listed; empty: it could, or was not tried.
    [[nodiscard]] const QString& failure() const { return m_failure; }

signals:
    /// file(), structure() or failure() changed.
    void changed();

private:
    using Structure = std::shared_ptr<const FileStructure>;
    void finish(const Expected<Structure>& structure);

    QString m_file;
    bool m_wasAsked = false;
    Structure m_structure;
    QString m_failure;
    Job<Structure> m_job; ///< last: it tells the others
};

} // namespace rotascope
