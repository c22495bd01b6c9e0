// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/loss_guard.h"

#include "ui/dialogs/export_dialog.h"
#include "ui/manual/help.h"
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
    connect(workspace, &Workspace::settingsChanged, this, [this] { m_afterSave = {}; }); // the user went on working
}

void LossGuard::before(const QString& what, std::function<void()> goOn)
{
    delete m_question;
    m_afterSave = {};
    if (!m_workspace->isModified()) {
        goOn();
        return;
    }
    m_question = new QMessageBox(QMessageBox::Warning, tr("Rotascope"), question(what), QMessageBox::NoButton, m_window);
    m_question->setTextFormat(Qt::PlainText);
    setManualPage(m_question, QStringLiteral("sessions"));
    m_question->setInformativeText(tr("This work is in no session and no export. What is discarded cannot be brought back."));
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    auto* discard = m_question->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    auto* toSave = m_question->addButton(tr("&Save session"), QMessageBox::AcceptRole);
    auto* toExport = m_question->addButton(tr("&Export…"), QMessageBox::AcceptRole);
    QPushButton* cancel = m_question->addButton(QMessageBox::Cancel);
    discard->setObjectName(QStringLiteral("discard"));
    toSave->setObjectName(QStringLiteral("save"));
    toExport->setObjectName(QStringLiteral("export"));
    cancel->setObjectName(QStringLiteral("cancel"));
    m_question->setDefaultButton(toSave);
    m_question->setEscapeButton(cancel);
    connect(m_question, &QDialog::finished, this, [this, box = m_question.data(), discard, toSave, toExport, what, goOn = std::move(goOn)] {
        if (box->clickedButton() == discard) {
            QMetaObject::invokeMethod(this, goOn, Qt::QueuedConnection); // when the question is gone
        } else if (box->clickedButton() == toSave) {
            QMetaObject::invokeMethod(
                this, [this, goOn] { saveFirst(goOn); }, Qt::QueuedConnection);
        } else if (box->clickedButton() == toExport) {
            QMetaObject::invokeMethod(
                this, [this, what, goOn] { exportFirst(what, goOn); }, Qt::QueuedConnection);
        }
    });
    m_question->open();
}

QString LossGuard::question(const QString& what) const
{
    const QString name = nameOf(*m_workspace->source());
    const int dimensions = m_workspace->dimensionsToLose();
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
