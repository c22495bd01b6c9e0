// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/session_conflict.h"

#include "ui/base/message_bar.h"
#include "ui/base/text.h"
#include "ui/manual/help.h"
#include "ui/workspace/session_keeper.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <utility>

namespace rotascope {
namespace {

QString timeText(qint64 nanoseconds)
{
    constexpr qint64 perMillisecond = 1'000'000;
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(nanoseconds / perMillisecond), QLocale::ShortFormat);
}

} // namespace

SessionConflict::SessionConflict(SessionKeeper* sessions, MessageBar* messages, QWidget* window, Ways ways)
    : QObject(window), m_sessions(sessions), m_messages(messages), m_window(window), m_ways(std::move(ways))
{
    connect(sessions, &SessionKeeper::fileChanged, this, &SessionConflict::tell);
    connect(sessions, &SessionKeeper::refused, this, &SessionConflict::ask);
    connect(sessions, &SessionKeeper::saved, this, [this] {
        if (isTelling()) {
            m_messages->hide();
        }
    });
}

bool SessionConflict::isTelling() const
{
    return !m_said.isEmpty() && m_messages->isVisibleTo(m_window) && m_messages->message() == m_said;
}

void SessionConflict::tell()
{
    m_said
        = tr("%1 was changed by another program. What is open here is not in it.").arg(visible(QFileInfo(m_sessions->file()).fileName()));
    m_messages->offer(m_said, {tr("Reload"), [this] { m_ways.reload(); }, tr("Opens the session as it is in the file now")},
        {tr("Save as…"), [this] { saveAs(); }, tr("Saves what is open here in another file")});
}

void SessionConflict::ask(const QString& file, qint64 written)
{
    auto* question = new QMessageBox(QMessageBox::Warning, tr("Rotascope"),
        tr("%1 was changed by another program at %2. Overwrite it?").arg(visible(QFileInfo(file).fileName()), timeText(written)),
        QMessageBox::NoButton, m_window);
    question->setObjectName(QStringLiteral("conflict"));
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(tr("What was saved there is lost if you overwrite it."));
    question->setAttribute(Qt::WA_DeleteOnClose);
    setManualPage(question, QStringLiteral("sessions"));
    auto* overwrite = question->addButton(tr("&Overwrite"), QMessageBox::DestructiveRole);
    auto* elsewhere = question->addButton(tr("Save &as…"), QMessageBox::AcceptRole);
    QPushButton* cancel = question->addButton(QMessageBox::Cancel);
    overwrite->setObjectName(QStringLiteral("overwrite"));
    elsewhere->setObjectName(QStringLiteral("saveAs"));
    cancel->setObjectName(QStringLiteral("cancel"));
    question->setDefaultButton(elsewhere);
    question->setEscapeButton(cancel);
    connect(question, &QDialog::finished, this, [this, question, overwrite, elsewhere, file] {
        if (question->clickedButton() == overwrite) {
            m_sessions->save(file, /*overwrite=*/true);
        } else if (question->clickedButton() == elsewhere) {
            QMetaObject::invokeMethod(this, &SessionConflict::saveAs, Qt::QueuedConnection); // when the question is gone
        } else {
            m_ways.stay();
        }
    });
    question->open();
}

void SessionConflict::saveAs()
{
    m_ways.saveAs();
    if (!m_sessions->isSaving()) {
        m_ways.stay();
    }
}

} // namespace rotascope
