// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/job.h"

#include <QStringList>
#include <QWidget>

class QLabel;
class QPushButton;

namespace rotascope {

class LinkList;

/// The files and sessions that were opened last. Those that are not there any more are pale and can be forgotten.
class RecentList : public QWidget {
    Q_OBJECT

public:
    explicit RecentList(QWidget* parent = nullptr);

signals:
    void fileChosen(const QString& file);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void look();
    void showMissing(const QStringList& missing);
    void forget(const QStringList& files);

    LinkList* m_list;
    QLabel* m_none;
    QPushButton* m_forget;
    QStringList m_missing;
    Job<QStringList> m_looking; ///< for those that are missing: a disk may take long to answer
};

} // namespace rotascope
