// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/start_page.h"

#include "ui/base/form.h"
#include "ui/base/text.h"
#include "ui/start/link_list.h"
#include "ui/start/preset_search.h"
#include "ui/start/recent_list.h"
#include "ui/start/samples.h"
#include "ui/tours/tour_list.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>

namespace rotascope {
namespace {

constexpr int maxWidth = 1200;
constexpr int gap = 28;

QLabel* makeHeading(const QString& text)
{
    auto* heading = makeLabel(text);
    QFont font = heading->font();
    font.setPointSizeF(font.pointSizeF() * 1.2);
    font.setBold(true);
    heading->setFont(font);
    return heading;
}

} // namespace

StartPage::StartPage(const QString& wayBack, QWidget* parent) : QScrollArea(parent), m_presets(new PresetSearch)
{
    setObjectName(QStringLiteral("startPage"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    auto* page = new QWidget;
    auto* columns = new QHBoxLayout;
    columns->setSpacing(gap);
    columns->addWidget(makeLeft(), 2);
    columns->addWidget(makeRight(), 3);
    auto* content = new QWidget;
    content->setMaximumWidth(maxWidth);
    auto* layout = new QVBoxLayout(content);
    layout->setSpacing(gap);
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->addWidget(makeHead(wayBack));
    layout->addLayout(columns, 1);
    auto* center = new QHBoxLayout(page);
    center->setContentsMargins(0, 0, 0, 0);
    center->addStretch(1);
    center->addWidget(content, 1000);
    center->addStretch(1);
    setWidget(page);
    setFocusPolicy(Qt::NoFocus);
    connect(m_presets, &PresetSearch::presetChosen, this, &StartPage::presetChosen);
}

// In a low window samples and tours scroll, so that what stands below them is seen.
void StartPage::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    for (LinkList* list : {m_samples, m_tours}) {
        if (list != nullptr) {
            list->setMaximumHeight(std::max(list->minimumSizeHint().height(), viewport()->height() * 2 / 5));
        }
    }
}

void StartPage::focusSearch()
{
    m_presets->field()->setFocus();
}

QWidget* StartPage::makeHead(const QString& wayBack)
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    auto* name = makeHeading(tr("Rotascope"));
    QFont font = name->font();
    font.setPointSizeF(font.pointSizeF() * 1.5);
    name->setFont(font);
    auto* about = makeLabel(tr("How a longer context disturbs the rotary angles of a model, dimension by dimension"));
    about->setWordWrap(true);
    about->setForegroundRole(QPalette::PlaceholderText);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(name);
    words->addWidget(about);
    if (const QIcon icon = QApplication::windowIcon(); !icon.isNull()) {
        auto* picture = makeLabel();
        const int size = 3 * fontMetrics().height();
        picture->setPixmap(icon.pixmap(QSize(size, size), devicePixelRatioF()));
        row->addWidget(picture);
    }
    row->addLayout(words, 1);
    if (!wayBack.isEmpty()) {
        auto* back = new QPushButton(tr("&Back"));
        back->setObjectName(QStringLiteral("back"));
        back->setToolTip(asToolTip(tr("Back to %1 (Esc)").arg(wayBack)));
        row->addWidget(back);
        connect(back, &QPushButton::clicked, this, &StartPage::backRequested);
        auto* escape = new QShortcut(Qt::Key_Escape, this);
        escape->setContext(Qt::WidgetWithChildrenShortcut);
        connect(escape, &QShortcut::activated, this, &StartPage::backRequested);
    }
    return head;
}

QWidget* StartPage::makeLeft()
{
    auto* left = new QWidget;
    auto* layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* recent = new RecentList;
    auto* open = new QPushButton(tr("&Open a file…"));
    open->setObjectName(QStringLiteral("openFile"));
    open->setMinimumHeight(2 * fontMetrics().height());
    open->setToolTip(tr("A recording (.h5), a model's config.json, a GGUF model, a session, or an exported table with its model"));
    auto* dropHint = makeHint();
    dropHint->setText(tr("or drop one anywhere in the window: a recording, a config.json, a GGUF model, a session, an exported table"));
    layout->addWidget(makeHeading(tr("Open")));
    layout->addWidget(open);
    layout->addWidget(dropHint);
    layout->addSpacing(gap / 2);
    addTours(*layout);
    layout->addWidget(makeHeading(tr("Recent")));
    layout->addWidget(recent, 1000);
    layout->addStretch(1);
    connect(open, &QPushButton::clicked, this, &StartPage::openRequested);
    connect(recent, &RecentList::fileChosen, this, &StartPage::fileChosen);
    return left;
}

QWidget* StartPage::makeRight()
{
    auto* right = new QWidget;
    auto* layout = new QVBoxLayout(right);
    layout->setContentsMargins(0, 0, 0, 0);
    addSamples(*layout);
    layout->addWidget(makeHeading(tr("Models")));
    layout->addWidget(m_presets, 1);
    return right;
}

void StartPage::addTours(QVBoxLayout& layout)
{
    m_tours = new LinkList(LinkList::Detail::Wrapped);
    m_tours->setObjectName(QStringLiteral("tours"));
    m_tours->setAccessibleName(tr("Tours"));
    for (const TourEntry& tour : tours()) {
        m_tours->add(tour.file, tour.listedTitle(), tour.summary);
    }
    layout.addWidget(makeHeading(tr("Tours")));
    layout.addWidget(m_tours);
    layout.addSpacing(gap / 2);
    connect(m_tours, &LinkList::opened, this, &StartPage::tourChosen);
}

// Where none are installed nothing speaks of them.
void StartPage::addSamples(QVBoxLayout& layout)
{
    const std::vector<Sample> all = samples();
    if (all.empty()) {
        return;
    }
    auto* list = new LinkList(LinkList::Detail::Wrapped);
    list->setObjectName(QStringLiteral("samples"));
    list->setAccessibleName(tr("Samples"));
    for (const Sample& sample : all) {
        list->add(sample.file, sample.name, sample.sight);
    }
    layout.addWidget(makeHeading(tr("Samples")));
    layout.addWidget(list);
    layout.addSpacing(gap / 2);
    connect(list, &LinkList::opened, this, &StartPage::fileChosen);
    m_samples = list;
}

} // namespace rotascope
