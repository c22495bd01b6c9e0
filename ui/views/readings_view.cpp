// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/readings_view.h"

#include "core/report/view_csv.h"
#include "ui/base/colours.h"
#include "ui/base/form.h"
#include "ui/base/number_text.h"
#include "ui/base/preferences.h"
#include "ui/base/text.h"
#include "ui/base/whole_columns.h"
#include "ui/commands/choice_commands.h"
#include "ui/commands/pin_commands.h"
#include "ui/plots/figure/table_plot.h"
#include "ui/plots/scatter/scatter_plot.h"
#include "ui/views/figure_caption.h"
#include "ui/views/method_style.h"
#include "ui/views/readings_model.h"
#include "ui/views/result_mark.h"
#include "ui/views/tables_beside.h"
#include "ui/workspace/live_readings.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace rotascope {
namespace {

// What can be an axis: what grows where a table gets worse, or better, without jumps.
constexpr std::array axes = {ReadingsModel::Disturbance, ReadingsModel::Near, ReadingsModel::Far, ReadingsModel::Unseen,
    ReadingsModel::Greatest, ReadingsModel::Reach};

void fillAxis(QComboBox& box, const QString& name, ReadingsModel::Column first)
{
    for (const ReadingsModel::Column column : axes) {
        box.addItem(ReadingsModel::titleOf(column), static_cast<int>(column));
    }
    box.setCurrentIndex(box.findData(static_cast<int>(first)));
    box.setToolTip(name);
    setSpokenName(&box, name);
    keepNarrow(&box);
}

QStringList textsOf(const TableReadings& readings, const TableReading& table)
{
    QStringList texts{ReadingsModel::nameOf(readings, table)};
    for (int column = ReadingsModel::Disturbance; column < ReadingsModel::ColumnCount; ++column) {
        texts << ReadingsModel::textOf(table, column);
    }
    return texts;
}

} // namespace

ReadingsView::ReadingsView(Workspace* workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_live(&LiveReadings::of(*workspace)), m_model(new ReadingsModel(this)),
      m_sorted(new QSortFilterProxyModel(this)), m_table(new QTableView(this)), m_columns(new WholeColumns(m_table)),
      m_x(new QComboBox(this)), m_y(new QComboBox(this)), m_plot(new ScatterPlot(this)), m_caption(makeLabel({}, this))
{
    makeTable();
    fillAxis(*m_x, tr("What the plot shows from left to right"), ReadingsModel::Near);
    fillAxis(*m_y, tr("What the plot shows from bottom to top"), ReadingsModel::Disturbance);
    m_plot->setAccessibleName(tr("Tables by two of their readings"));
    m_plot->setReadout([this](int table) { return readout(table); });
    m_caption->setText(
        tr("A table that is good in one reading may be bad in another: near is what it costs short texts, far and unseen what it "
           "leaves unknown in long ones. None of them enters the mean disturbance."));
    m_caption->setWordWrap(true);
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    m_caption->setFont(tickFont(*this));

    auto* right = new QVBoxLayout; // each box at its axis
    right->addWidget(m_y, 0, Qt::AlignLeft);
    right->addWidget(m_plot, 1);
    right->addWidget(m_x, 0, Qt::AlignRight);
    auto* both = new QHBoxLayout;
    both->addWidget(m_table, 3);
    both->addLayout(right, 2);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(both, 1);
    layout->addWidget(m_caption);
    layout->setSpacing(4);

    connect(m_x, &QComboBox::currentIndexChanged, this, &ReadingsView::refreshPlot);
    connect(m_y, &QComboBox::currentIndexChanged, this, &ReadingsView::refreshPlot);
    connect(m_plot, &ScatterPlot::clicked, this, &ReadingsView::showTable);
    connect(m_plot, &ScatterPlot::doubleClicked, this, &ReadingsView::takeTable);
    connect(m_live, &LiveReadings::changed, this, &ReadingsView::refresh);
    connect(workspace, &Workspace::resultStateChanged, this, &ReadingsView::mark);
    connect(&Preferences::instance(), &Preferences::changed, this, [this] {
        m_model->rewrite();
        sizeColumns();
        refreshPlot();
    });
    refresh();
}

void ReadingsView::makeTable()
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(ReadingsModel::SortRole);
    m_table->setModel(m_sorted);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ReadingsModel::Name, Qt::AscendingOrder);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("Second readings of every table"));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setHighlightSections(false);
    sizeColumns();
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) { showTable(tableAt(index)); });
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex& index) { takeTable(tableAt(index)); });
}

void ReadingsView::sizeColumns()
{
    m_table->resizeColumnsToContents();
    m_columns->fit();
}

void ReadingsView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refreshPlot();
    }
}

// What is painted is looked at: a dock behind another's tab is not.
void ReadingsView::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    const auto look = [this] {
        if (m_live != nullptr) {
            m_live->look(this);
        }
    };
    QMetaObject::invokeMethod(this, look, Qt::QueuedConnection);
}

void ReadingsView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (m_live != nullptr) {
        m_live->lookAway(this);
    }
}

void ReadingsView::refresh()
{
    mark();
    if (m_live->readings() != m_model->readings()) {
        const bool isFirst = m_model->readings() == nullptr;
        m_model->setReadings(m_live->readings());
        if (isFirst) {
            sizeColumns();
        }
        refreshPlot();
    }
    update(); // and so looked at
}

void ReadingsView::mark()
{
    const Freshness freshness = freshnessOf(*m_workspace);
    const bool isOld = m_live->readings() && !m_live->isCurrent();
    m_plot->setFreshness(freshness == Freshness::Current && isOld ? Freshness::Updating : freshness);
    m_table->setEnabled(m_plot->freshness() == Freshness::Current);
    m_plot->setPlaceholder(
        beforeFirstResult(*m_workspace, tr("Open a recording or choose a model to see what its tables can be judged by.")));
}

int ReadingsView::columnOf(const QComboBox& box)
{
    return box.currentData().toInt();
}

QColor ReadingsView::colorOf(const TableReading& table, bool onDark) const
{
    return table.pin ? colorOfPin(m_model->readings()->analysis->settings.pins[*table.pin].place, onDark)
                     : colorOfMethod(table.method, onDark);
}

// Where nothing turns there is neither near, far nor reach.
void ReadingsView::showAxes()
{
    const bool rotates = m_model->readings()->analysis->source->encoding.rotates();
    for (QComboBox* const box : {m_x, m_y}) {
        for (int i = 0; i < box->count(); ++i) {
            const int column = box->itemData(i).toInt();
            const bool isOfAngles = column == ReadingsModel::Near || column == ReadingsModel::Far || column == ReadingsModel::Reach;
            setItemEnabled(box, i, rotates || !isOfAngles);
            if (i == box->currentIndex() && isOfAngles && !rotates) {
                const QSignalBlocker blocker(box);
                box->setCurrentIndex(box->findData(static_cast<int>(ReadingsModel::Unseen)));
            }
        }
    }
}

void ReadingsView::refreshPlot()
{
    if (!m_model->readings()) {
        return;
    }
    showAxes();
    std::vector<ScatterPoint> points;
    for (const TableReading& table : m_model->readings()->tables) {
        points.push_back({.name = ReadingsModel::nameOf(*m_model->readings(), table),
            .color = colorOf(table, isDark(palette())),
            .x = ReadingsModel::numberOf(table, columnOf(*m_x)).value_or(0.0),
            .y = ReadingsModel::numberOf(table, columnOf(*m_y)).value_or(0.0),
            .isMarked = table.method.empty() && !table.pin});
    }
    m_plot->setTitles(m_x->currentText(), m_y->currentText());
    const auto spansDecades = [](int column) { return column == ReadingsModel::Disturbance || column == ReadingsModel::Greatest; };
    m_plot->setLogarithmic(spansDecades(columnOf(*m_x)), spansDecades(columnOf(*m_y)));
    m_plot->setPoints(std::move(points));
}

Readout ReadingsView::readout(int table) const
{
    const TableReading& one = m_model->readings()->tables[static_cast<std::size_t>(table)];
    Readout result;
    result.title = ReadingsModel::nameOf(*m_model->readings(), one);
    for (const QComboBox* box : {m_y, m_x}) {
        result.lines.push_back({colorOf(one, isDark(palette())), box->currentText(), ReadingsModel::textOf(one, columnOf(*box)), {}});
    }
    return result;
}

// ---- Showing and taking

int ReadingsView::tableAt(const QModelIndex& index) const
{
    return m_sorted->mapToSource(index).row();
}

void ReadingsView::showTable(int table)
{
    const TableReading& one = m_model->readings()->tables[static_cast<std::size_t>(table)];
    m_table->selectRow(m_sorted->mapFromSource(m_model->index(table, 0)).row());
    if (!one.method.empty()) { // the current table and the pinned ones are shown anyway
        toggleShownMethod(*m_workspace, one.method);
    }
}

void ReadingsView::takeTable(int table)
{
    const TableReadings& readings = *m_model->readings();
    const TableReading& one = readings.tables[static_cast<std::size_t>(table)];
    if (one.pin) {
        takePin(*m_workspace, readings.analysis->settings.pins[*one.pin].place);
    } else if (!one.method.empty()) {
        takeMethod(*m_workspace, one.method);
    }
}

// ---- As a figure

QString ReadingsView::figureName() const
{
    return tr("Second readings");
}

bool ReadingsView::isSettled() const
{
    return hasSettled(*m_workspace) && m_live->isCurrent();
}

Figure ReadingsView::figure() const
{
    const std::shared_ptr<const TableReadings>& readings = m_live->readings();
    QStringList headers;
    for (int column = 0; column < ReadingsModel::ColumnCount; ++column) {
        headers << ReadingsModel::titleOf(column);
    }
    std::vector<TablePlot::Row> rows;
    for (const TableReading& table : readings->tables) {
        rows.push_back({textsOf(*readings, table), table.method.empty() && !table.pin});
    }
    const std::shared_ptr<ScatterPlot> plot = m_plot->forFigure();
    std::vector<ScatterPoint> points = m_plot->points();
    for (std::size_t i = 0; i < points.size(); ++i) {
        points[i].color = colorOf(readings->tables[i], false);
    }
    plot->setPoints(std::move(points));
    return {
        .title = tr("What each table can be judged by, L = %1 to L′ = %2")
                     .arg(countText(readings->analysis->settings.pretrainingLength), countText(readings->analysis->settings.targetLength)),
        .plots = {std::make_shared<TablePlot>(headers, std::move(rows)), plot},
        .note = m_caption->text(),
        .provenance = provenanceCaption(readings->analysis),
        .size = {1280, 520},
        .data = [readings] { return readingsCsv(*readings); }};
}

} // namespace rotascope
