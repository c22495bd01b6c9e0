// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace rotascope {

class EngineMenu;
class Workspace;

/// Keeps a window and the user's preferences the same: what is chosen in the one is chosen in the other. Reads what was kept first.
class PreferencesLink : public QObject {
    Q_OBJECT

public:
    PreferencesLink(Workspace* workspace, EngineMenu* engines, QObject* parent);

private:
    void apply();

    Workspace* m_workspace;
    EngineMenu* m_engines;
};

} // namespace rotascope
