// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/notes_panel.h"

#include "ui/workspace/workspace.h"

#include <QSignalBlocker>

namespace rotascope {

NotesPanel::NotesPanel(Workspace* workspace, QWidget* parent) : QPlainTextEdit(parent), m_workspace(workspace)
{
    setObjectName(QStringLiteral("notesText"));
    setAccessibleName(tr("Notes"));
    setPlaceholderText(tr("What you found, and what is still to do. Sessions keep it."));
    setTabChangesFocus(true); // else the keyboard would not get out
    const auto enableWithASource = [this] { setEnabled(m_workspace->source() != nullptr); };
    connect(workspace, &Workspace::sourceChanged, this, enableWithASource);
    connect(workspace, &Workspace::notesChanged, this, &NotesPanel::showNotes);
    connect(this, &QPlainTextEdit::textChanged, this, &NotesPanel::takeText);
    enableWithASource();
    showNotes();
}

// Also forgets what could be undone: it is another session's.
void NotesPanel::showNotes()
{
    if (!m_isTyping) {
        const QSignalBlocker blocker(this); // Qt may write line ends in another way, which is no change
        setPlainText(m_workspace->notes());
    }
}

void NotesPanel::takeText()
{
    m_isTyping = true;
    m_workspace->setNotes(toPlainText());
    m_isTyping = false;
}

} // namespace rotascope
