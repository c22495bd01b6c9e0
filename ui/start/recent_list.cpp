// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/recent_list.h"

#include "ui/base/form.h"
#include "ui/base/text.h"
#include "ui/commands/recent_files.h"
#include "ui/start/link_list.h"

#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace rotascope {
namespace {

// The home folder is the same for all that lies in it.
QString folderOf(const QString& file)
{
    const QString folder = QFileInfo(file).path();
    const QString home = QDir::homePath();
    return visible(folder == home || folder.startsWith(home + QLatin1Char('/')) ? QLatin1Char('~') + folder.mid(home.size()) : folder);
}

} // namespace

RecentList::RecentList(QWidget* parent)
    : QWidget(parent), m_list(new LinkList(LinkList::Detail::Elided)), m_none(makeHint()), m_forget(new QPushButton),
      m_looking({.finished =
                        [this](const Expected<QStringList>& missing) {
                            if (missing) {
                                showMissing(*missing);
                            }
                        }},
          WhenBusy::LeaveBehind)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_list->setObjectName(QStringLiteral("recent"));
    m_list->setAccessibleName(tr("Recent files and sessions"));
    m_list->installEventFilter(this);
    m_none->setText(tr("None yet. What you open is listed here."));
    m_forget->setObjectName(QStringLiteral("forgetMissing"));
    m_forget->setToolTip(tr("Removes from the list what is not there any more; the key Delete removes any"));
    m_forget->hide();
    layout->addWidget(m_none);
    layout->addWidget(m_list, 1000);
    layout->addWidget(m_forget);
    layout->addStretch(1);
    connect(m_list, &LinkList::opened, this, &RecentList::fileChosen);
    connect(m_forget, &QPushButton::clicked, this, [this] { forget(m_missing); });
    fill();
}

void RecentList::fill()
{
    m_list->clear();
    for (const QString& file : recentFiles()) {
        m_list->add(file, visible(QFileInfo(file).fileName()), folderOf(file));
    }
    m_none->setVisible(m_list->count() == 0);
    m_list->setVisible(m_list->count() > 0);
    showMissing({});
    look();
}

void RecentList::look()
{
    m_looking.request([files = recentFiles()](const Job<QStringList>::Run& run) -> Expected<QStringList> {
        QStringList missing;
        for (const QString& file : files) {
            if (run.stop().stop_requested()) {
                break;
            }
            if (!QFileInfo::exists(file)) {
                missing << file;
            }
        }
        return missing;
    });
}

void RecentList::showMissing(const QStringList& missing)
{
    m_missing = missing;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem& item = *m_list->item(row);
        if (const QString file = LinkList::targetOf(item); missing.contains(file)) {
            LinkList::setThere(item, false);
            m_list->setDetail(item, tr("not there any more: %1").arg(folderOf(file)));
        }
    }
    m_forget->setText(tr("&Forget %n missing", nullptr, static_cast<int>(missing.size())));
    m_forget->setVisible(!missing.isEmpty());
}

void RecentList::forget(const QStringList& files)
{
    forgetRecentFiles(files);
    fill();
}

bool RecentList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete
        && m_list->currentItem() != nullptr) {
        const int row = m_list->currentRow();
        forget({LinkList::targetOf(*m_list->currentItem())});
        m_list->setCurrentRow(std::min(row, m_list->count() - 1));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace rotascope
