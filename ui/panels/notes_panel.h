// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace rotascope {

class Workspace;

/// The user's own words about what is open: plain text, with an undo of its own while it has the focus.
class NotesPanel : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit NotesPanel(Workspace* workspace, QWidget* parent = nullptr);

private:
    void showNotes();
    void takeText();

    Workspace* m_workspace;
    bool m_isTyping = false;
};

} // namespace rotascope
