// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/scores.h"

#include <QObject>
#include <QString>
#include <memory>
#include <vector>

namespace rotascope {

class Workspace;

/// Scores that were opened from a file.
struct OpenedScores {
    QString file;
    std::shared_ptr<const ScoreSet> scores;
};

/// The files of scores that are open beside a workspace's source, of which they need not be. They stay while the window does.
class ScoreFiles : public QObject {
    Q_OBJECT

public:
    /// Those of this workspace.
    static ScoreFiles& of(Workspace& workspace);

    /// Adds them, or puts them in the place of those of the same file.
    void add(const OpenedScores& scores);
    [[nodiscard]] const std::vector<OpenedScores>& all() const { return m_all; }

signals:
    void added(const QString& file);

private:
    using QObject::QObject;

    std::vector<OpenedScores> m_all;
};

} // namespace rotascope
