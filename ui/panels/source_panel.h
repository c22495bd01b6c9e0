// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/source.h"

#include <QWidget>

class QMenu;

namespace rotascope {

class OtherGroup;
class Workspace;

/// The source and everything that the analysis depends on: a group for each share of the settings, below each other.
class SourcePanel : public QWidget {
    Q_OBJECT

public:
    explicit SourcePanel(Workspace* workspace, QWidget* parent = nullptr);

    /// What can be compared with.
    void setCompareMenu(QMenu* menu);

signals:
    void openRequested();
    void presetRequested(const QString& modelId);
    void ropeRequested(const QString& ropeName);
    void startRequested(rotascope::StartingPoint start);
    /// Only the tokens at these positions and of these sequences of the recording are to count; as typed (tokenChoiceOf()).
    void partRequested(const QString& positions, const QString& sequences);
    void otherRopeRequested(const QString& ropeName);
    void closeComparisonRequested();
    /// The method of the user's own table is wanted, and there is no table yet.
    void tableRequested();
    /// The user asks which method to choose.
    void adviceRequested();

private:
    OtherGroup* m_other;
};

} // namespace rotascope
