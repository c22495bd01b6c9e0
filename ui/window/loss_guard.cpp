// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/loss_guard.h"

#include "ui/dialogs/export_dialog.h"
#include "ui/manual/help.h"
#include "ui/workspace/scene_list.h"
#include "ui/workspace/source_name.h"
#include "ui/workspace/workspace.h"

#include <QMessageBox>
#include <QPushButton>
#include <utility>

namespace rotascope {

LossGuard::LossGuard(Workspace* workspace, QWidget* window, std::function<bool()> save, std::function<void()> exportTable)
    : QObject(window), m_workspace(workspace), m_window(window), m_save(std::move(save)), m_exportTable(std::move(exportTable))
{
    connect(workspace, &Workspace::modifiedChanged, this, [this] {
        if (!m_workspace->isModified() && m_afterSave) {
            QMetaObject::invokeMethod(this, std::exchange(m_afterSave, {}), Qt::QueuedConnection);
        }
    });
    for (const auto wentOn : {&Workspace::settingsChanged, &Workspace::notesChanged}) {
        connect(workspace, wentOn, this, [this] { m_afterSave = {}; }); // the user went on working
    }
    connect(&SceneList::of(*workspace), &SceneList::changed, this, [this] { m_afterSave = {}; });
}

void LossGuard::before(const QString& what, std::function<void()> goOn)
{
    delete m_question;
    m_afterSave = {};
    if (!m_asks || (!m_workspace->isModified() && m_whatElse().isEmpty())) {
        goOn();
        return;
    }
    m_question = new QMessageBox(QMessageBox::Warning, tr("Rotascope"), question(what), QMessageBox::NoButton, m_window);
    m_question->setTextFormat(Qt::PlainText);
    setManualPage(m_question, QStringLiteral("sessions"));
    m_question->setInformativeText(tr("This work is in no session and no export. What is discarded cannot be brought back."));
    const bool canExport = m_workspace->toLose().dimensions > 0; // all else is in sessions alone
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    auto* discard = m_question->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    auto* toSave = m_question->addButton(tr("&Save session"), QMessageBox::AcceptRole);
    auto* toExport = canExport ? m_question->addButton(tr("&Export…"), QMessageBox::AcceptRole) : nullptr;
    QPushButton* cancel = m_question->addButton(QMessageBox::Cancel);
    discard->setObjectName(QStringLiteral("discard"));
    toSave->setObjectName(QStringLiteral("save"));
    if (toExport != nullptr) {
        toExport->setObjectName(QStringLiteral("export"));
    }
    cancel->setObjectName(QStringLiteral("cancel"));
    m_question->setDefaultButton(toSave);
    m_question->setEscapeButton(cancel);
    connect(m_question, &QDialog::finished, this, [this, box = m_question.data(), discard, toSave, toExport, what, goOn = std::move(goOn)] {
        if (box->clickedButton() == discard) {
            QMetaObject::invokeMethod(this, goOn, Qt::QueuedConnection); // when the question is gone
        } else if (box->clickedButton() == toSave) {
            QMetaObject::invokeMethod(
                this, [this, goOn] { saveFirst(goOn); }, Qt::QueuedConnection);
        } else if (toExport != nullptr && box->clickedButton() == toExport) {
            QMetaObject::invokeMethod(
                this, [this, what, goOn] { exportFirst(what, goOn); }, Qt::QueuedConnection);
        }
    });
    m_question->open();
}

QString LossGuard::question(const QString& what) const
{
    const QString name = nameOf(*m_workspace->source());
    const auto [dimensions, pins, notes, settings] = m_workspace->toLose();
    const bool scenes = SceneList::of(*m_workspace).isModified();
    const QString more = m_whatElse();
    if (pins > 0 || notes || settings || scenes || !more.isEmpty()) {
        QStringList works;
        if (dimensions > 0) {
            works << (dimensions == 1 ? tr("1 dimension set by hand") : tr("%n dimensions set by hand", nullptr, dimensions));
        }
        if (pins > 0) {
            works << (pins == 1 ? tr("1 pinned table") : tr("%n pinned tables", nullptr, pins));
        }
        if (notes) {
            works << tr("notes");
        }
        if (settings) {
            const QStringList changed = m_changedSettings();
            works << (changed.isEmpty() ? tr("changed settings") : tr("changed settings (%1)").arg(changed.join(tr(", "))));
        }
        if (scenes) {
            works << tr("scenes");
        }
        if (!more.isEmpty()) {
            works << more;
        }
        return tr("%1 has work that was not saved: %2. Discard it before %3?").arg(name, works.join(tr(", ")), what);
    }
    return dimensions == 1 ? tr("1 dimension of %1 was set by hand. Discard it before %2?").arg(name, what)
                           : tr("%n dimensions of %1 were set by hand. Discard them before %2?", nullptr, dimensions).arg(name, what);
}

// Goes on when it is saved.
void LossGuard::saveFirst(std::function<void()> goOn)
{
    m_afterSave = std::move(goOn);
    if (!m_save()) {
        m_afterSave = {};
    }
}

// Goes on when the dialog is closed after something was written. It may have been one table of two, so the question may come again.
void LossGuard::exportFirst(const QString& what, std::function<void()> goOn)
{
    m_exportTable();
    if (auto* dialog = m_window->findChild<ExportDialog*>()) {
        connect(dialog, &QDialog::finished, this, [this, dialog, what, goOn = std::move(goOn)] {
            if (dialog->hasExported()) {
                QMetaObject::invokeMethod(
                    this, [this, what, goOn] { before(what, goOn); }, Qt::QueuedConnection);
            }
        });
    }
}

} // namespace rotascope
