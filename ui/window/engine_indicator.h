// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "ui/jobs/recent_times.h"

#include <QToolButton>
#include <memory>

namespace rotascope {

class Workspace;

/// In the status bar: what computed the result that is shown, how long that took, and how long such things took lately.
class EngineIndicator : public QToolButton {
    Q_OBJECT

public:
    explicit EngineIndicator(Workspace* workspace, QWidget* parent = nullptr);

    /// Leaves out how long results took lately, for which there is no room.
    void setBrief(bool brief);
    /// The width with all of it.
    [[nodiscard]] int wholeWidth() const;

private:
    void refresh();
    void showText();

    Workspace* m_workspace;
    std::shared_ptr<Engine> m_engine; ///< whose times are kept
    EngineInfo m_computed; ///< what counted last
    RecentTimes m_times;
    QString m_latest; ///< engine and time of the newest result
    QString m_lately; ///< what is left out
    bool m_isBrief = false;
};

} // namespace rotascope
