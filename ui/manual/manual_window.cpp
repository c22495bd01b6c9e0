// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual/manual_window.h"

#include "ui/base/form.h"
#include "ui/base/user_settings.h"
#include "ui/manual/manual.h"
#include "ui/manual/manual_browser.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>
#include <algorithm>

namespace rotascope {
namespace {

QString geometryKey()
{
    return QStringLiteral("manualGeometry");
}

QToolButton* makeButton(const QString& text, const QKeySequence& key, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setText(text);
    button->setShortcut(key);
    button->setToolTip(QStringLiteral("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText)));
    return button;
}

} // namespace

ManualWindow::ManualWindow()
    : m_search(new QLineEdit), m_left(new QStackedWidget), m_contents(new QTreeWidget), m_results(new QListWidget),
      m_browser(new ManualBrowser), m_find(new QLineEdit), m_findNote(makeLabel())
{
    setWindowTitle(tr("Rotascope manual"));
    setAttribute(Qt::WA_QuitOnClose, false);
    auto* split = new QSplitter;
    split->addWidget(makeNavigation());
    split->addWidget(makePage());
    split->setStretchFactor(1, 1);
    split->setSizes({290, 750});
    split->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(split);
    addKeys();
    fillContents();
    resize(1040, 760);
    restoreGeometry(userSetting(geometryKey()).toByteArray());
    connect(m_browser, &QTextBrowser::sourceChanged, this, &ManualWindow::markInContents);
}

QWidget* ManualWindow::makeNavigation()
{
    auto* navigation = new QWidget;
    auto* layout = new QVBoxLayout(navigation);
    layout->setContentsMargins(8, 8, 0, 8);
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Search the manual"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    layout->addWidget(m_search);
    m_contents->setHeaderHidden(true);
    m_contents->setRootIsDecorated(false);
    m_contents->setItemsExpandable(false);
    m_contents->setAccessibleName(tr("Contents"));
    m_results->setWordWrap(true);
    m_results->setSpacing(2);
    m_results->setAlternatingRowColors(true);
    m_results->setAccessibleName(tr("What was found"));
    m_left->addWidget(m_contents);
    m_left->addWidget(m_results);
    layout->addWidget(m_left, 1);
    connect(m_search, &QLineEdit::textChanged, this, &ManualWindow::search);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (m_results->count() > 0) {
            m_results->setCurrentRow(0);
            m_results->setFocus();
        }
    });
    connect(m_results, &QListWidget::currentRowChanged, this, &ManualWindow::showHit);
    connect(m_contents, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem* item) {
        if (const QString page = item != nullptr ? item->data(0, Qt::UserRole).toString() : QString(); !page.isEmpty()) {
            m_browser->setSource(ManualBrowser::addressOf(page));
        }
    });
    return navigation;
}

QWidget* ManualWindow::makePage()
{
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 8, 8, 8);
    auto* buttons = new QHBoxLayout;
    auto* back = makeButton(tr("◀ Back"), Qt::ALT | Qt::Key_Left, page);
    auto* forward = makeButton(tr("Forward ▶"), Qt::ALT | Qt::Key_Right, page);
    auto* first = makeButton(tr("First page"), Qt::ALT | Qt::Key_Home, page);
    auto* findInPage = makeButton(tr("Find in the page"), QKeySequence::Find, page);
    for (QToolButton* button : {back, forward, first, findInPage}) {
        buttons->addWidget(button);
    }
    buttons->addStretch();
    layout->addLayout(buttons);
    m_browser->setAccessibleName(tr("Page of the manual"));
    layout->addWidget(m_browser, 1);
    layout->addWidget(makeFindBar());
    back->setEnabled(false);
    forward->setEnabled(false);
    connect(m_browser, &QTextBrowser::backwardAvailable, back, &QWidget::setEnabled);
    connect(m_browser, &QTextBrowser::forwardAvailable, forward, &QWidget::setEnabled);
    connect(back, &QToolButton::clicked, m_browser, &QTextBrowser::backward);
    connect(forward, &QToolButton::clicked, m_browser, &QTextBrowser::forward);
    connect(first, &QToolButton::clicked, this, [this] { m_browser->setSource(ManualBrowser::addressOf(QStringLiteral("index"))); });
    connect(findInPage, &QToolButton::clicked, this, &ManualWindow::openFind);
    return page;
}

QWidget* ManualWindow::makeFindBar()
{
    m_findBar = new QWidget;
    auto* layout = new QHBoxLayout(m_findBar);
    layout->setContentsMargins(0, 0, 0, 0);
    m_find->setObjectName(QStringLiteral("find"));
    m_find->setPlaceholderText(tr("Find in the page"));
    m_find->setAccessibleName(m_find->placeholderText());
    auto* previous = makeButton(tr("Previous"), Qt::SHIFT | Qt::Key_F3, m_findBar);
    auto* next = makeButton(tr("Next"), Qt::Key_F3, m_findBar);
    layout->addWidget(m_find, 1);
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addWidget(m_findNote);
    m_findBar->hide();
    connect(m_find, &QLineEdit::returnPressed, this, [this] { find(false); });
    connect(previous, &QToolButton::clicked, this, [this] { find(true); });
    connect(next, &QToolButton::clicked, this, [this] { find(false); });
    return m_findBar;
}

void ManualWindow::addKeys()
{
    connect(new QShortcut(Qt::Key_Escape, this), &QShortcut::activated, this, &ManualWindow::leave);
    connect(new QShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_F, this), &QShortcut::activated, m_search, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    m_search->setToolTip(tr("Finds the sections that have all words (Ctrl+Shift+F)"));
}

// The sections of the first page, with the pages that they link.
void ManualWindow::fillContents()
{
    const Manual& manual = Manual::instance();
    const auto add = [&](QTreeWidgetItem* group, const QString& name) {
        auto* item = new QTreeWidgetItem(group, {manual.page(name)->title()});
        item->setData(0, Qt::UserRole, name);
    };
    QFont bold = font();
    bold.setBold(true);
    const std::vector<ManualSection>& groups = manual.pages().front().sections;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const QStringList linked = Manual::linkedPages(groups[i].text);
        if (i == 0) {
            add(m_contents->invisibleRootItem(), manual.pages().front().name);
        } else if (!linked.isEmpty()) {
            auto* group = new QTreeWidgetItem(m_contents, {groups[i].heading});
            group->setExpanded(true);
            group->setFlags(Qt::ItemIsEnabled);
            group->setFont(0, bold);
            std::ranges::for_each(linked, [&](const QString& name) { add(group, name); });
        }
    }
}

void ManualWindow::markInContents()
{
    for (QTreeWidgetItemIterator item(m_contents); *item != nullptr; ++item) {
        if ((*item)->data(0, Qt::UserRole).toString() == m_browser->pageName()) {
            const QSignalBlocker blocker(m_contents);
            m_contents->setCurrentItem(*item);
        }
    }
}

void ManualWindow::search()
{
    const QSignalBlocker blocker(m_results);
    m_results->clear();
    const ManualFindings found = Manual::instance().search(m_search->text());
    m_browser->mark(found.words);
    m_left->setCurrentWidget(m_search->text().trimmed().isEmpty() ? static_cast<QWidget*>(m_contents) : m_results);
    for (const ManualHit& hit : found.hits) {
        const QString heading = hit.page->sections[static_cast<std::size_t>(hit.section)].heading;
        const QString place = hit.section == 0 ? heading : QStringLiteral("%1 ► %2").arg(hit.page->title(), heading);
        auto* item = new QListWidgetItem(place + QLatin1Char('\n') + hit.context, m_results);
        item->setData(Qt::UserRole, hit.page->name + QLatin1Char('#') + ManualBrowser::anchorOf(hit.section));
    }
    if (m_results->count() == 0) {
        auto* none = new QListWidgetItem(tr("No section has all these words."), m_results);
        none->setFlags(Qt::NoItemFlags);
    }
}

void ManualWindow::showHit(int row)
{
    if (row >= 0) {
        m_browser->setSource(ManualBrowser::addressOf(m_results->item(row)->data(Qt::UserRole).toString()));
    }
}

void ManualWindow::openFind()
{
    m_findBar->show();
    m_find->setFocus();
    m_find->selectAll();
}

void ManualWindow::closeFind()
{
    m_findBar->hide();
    m_findNote->clear();
    m_browser->setFocus();
}

// Goes on at the other end of the page.
void ManualWindow::find(bool backward)
{
    const QTextDocument::FindFlags flags = backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    const auto isFound = [&] { return !m_find->text().isEmpty() && m_browser->find(m_find->text(), flags); };
    if (!isFound()) {
        m_browser->moveCursor(backward ? QTextCursor::End : QTextCursor::Start);
        m_findNote->setText(isFound() ? QString() : tr("not found"));
    } else {
        m_findNote->clear();
    }
}

void ManualWindow::leave()
{
    if (m_findBar->isVisible()) {
        closeFind();
    } else {
        close();
    }
}

void ManualWindow::showPlace(const QString& place)
{
    m_browser->setSource(ManualBrowser::addressOf(place));
    show();
    raise();
    activateWindow();
    m_browser->setFocus();
}

void ManualWindow::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous()) {
        keepUserSetting(geometryKey(), saveGeometry());
    }
}

} // namespace rotascope
