// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QStackedWidget;
class QTreeWidget;

namespace rotascope {

class ManualBrowser;

/// The manual: its contents or what the search finds on the left, a page on the right. Remembers where it was and how large.
class ManualWindow : public QWidget {
    Q_OBJECT

public:
    ManualWindow();

    /// Shows a page or a place in it, "disturbance" or "glossary#threshold", and comes to the front.
    void showPlace(const QString& place);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makeNavigation();
    QWidget* makePage();
    QWidget* makeFindBar();
    void addKeys();
    void fillContents();
    void markInContents();
    void search();
    void showHit(int row);
    void openFind();
    void closeFind();
    void find(bool backward);
    void leave();

    QLineEdit* m_search;
    QStackedWidget* m_left;
    QTreeWidget* m_contents;
    QListWidget* m_results;
    ManualBrowser* m_browser;
    QWidget* m_findBar = nullptr;
    QLineEdit* m_find;
    QLabel* m_findNote;
};

} // namespace rotascope
