// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/dimension_table.h"

#include "core/exchange/tables/csv_table.h"
#include "ui/base/number_text.h"
#include "ui/base/preferences.h"
#include "ui/base/status_note.h"
#include "ui/base/text.h"
#include "ui/base/whole_columns.h"
#include "ui/commands/command_table.h"
#include "ui/commands/figure_commands.h"
#include "ui/plots/figure/table_plot.h"
#include "ui/views/figure_caption.h"
#include "ui/views/result_mark.h"
#include "ui/workspace/workspace.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QResizeEvent>
#include <QSortFilterProxyModel>
#include <QStyle>
#include <algorithm>
#include <utility>

namespace rotascope {

namespace {

// Room for the widest text that a column shows, so that nothing moves when values change.
QString widestText(int column, DimensionModel::Kind kind)
{
    const QString digits = QString(shownDigits() + 2, QLatin1Char('8'));
    switch (kind) {
    case DimensionModel::Kind::OfTheDimension:
        break;
    case DimensionModel::Kind::OtherFrequency:
    case DimensionModel::Kind::OtherDivergence:
        return QStringLiteral("8.") + digits;
    default:
        return QStringLiteral("+8.") + digits;
    }
    switch (column) {
    case DimensionModel::Index:
        return QStringLiteral("000");
    case DimensionModel::Wavelength:
        return QStringLiteral("88,888,888");
    case DimensionModel::Turns:
    case DimensionModel::TurnsAfter:
        return QStringLiteral("8,888");
    case DimensionModel::Unseen:
        return QStringLiteral("88.8 %");
    case DimensionModel::Factor:
        return QStringLiteral("8.") + QString(shownDigits() + 1, QLatin1Char('8'));
    default:
        return QStringLiteral("8.") + digits;
    }
}

// What a column is called in the user's settings; empty: it is always shown.
QString idOf(int column, DimensionModel::Kind kind)
{
    switch (kind) {
    case DimensionModel::Kind::OfTheDimension:
        break;
    case DimensionModel::Kind::OtherDivergence:
        return QStringLiteral("other");
    case DimensionModel::Kind::OtherFrequency:
        return QStringLiteral("otherFrequency");
    case DimensionModel::Kind::PinnedDisturbance:
        return QStringLiteral("pinned");
    case DimensionModel::Kind::PinnedDifference:
        return QStringLiteral("pinnedDifference");
    }
    switch (column) {
    case DimensionModel::Wavelength:
        return QStringLiteral("wavelength");
    case DimensionModel::Turns:
        return QStringLiteral("turns");
    case DimensionModel::Extrapolation:
        return QStringLiteral("extrapolation");
    case DimensionModel::Interpolation:
        return QStringLiteral("interpolation");
    case DimensionModel::Factor:
        return QStringLiteral("factor");
    case DimensionModel::Chosen:
        return QStringLiteral("chosen");
    case DimensionModel::Margin:
        return QStringLiteral("margin");
    case DimensionModel::Unseen:
        return QStringLiteral("unseen");
    case DimensionModel::TurnsAfter:
        return QStringLiteral("turnsAfter");
    case DimensionModel::Near:
        return QStringLiteral("near");
    case DimensionModel::Far:
        return QStringLiteral("far");
    default:
        return {};
    }
}

} // namespace

DimensionTable::DimensionTable(Workspace* workspace, QWidget* parent)
    : QTableView(parent), m_workspace(workspace), m_model(new DimensionModel(workspace, this)), m_sorted(new QSortFilterProxyModel(this)),
      m_columns(new WholeColumns(this))
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(DimensionModel::SortRole);
    // A row must not jump away under the mouse because its own change altered the value that rows are sorted by.
    m_sorted->setDynamicSortFilter(false);
    setModel(m_sorted);

    auto* delegate = new DimensionDelegate(this);
    setItemDelegate(delegate);
    connect(delegate, &DimensionDelegate::choiceClicked, this, &DimensionTable::onChoiceClicked);
    connect(delegate, &DimensionDelegate::factorTyped, this, &DimensionTable::onFactorTyped);

    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    setSortingEnabled(true);
    sortByColumn(DimensionModel::Index, Qt::AscendingOrder);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(36);
    sizeColumns(0);
    setAccessibleName(tr("Dimensions"));

    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &DimensionTable::scrollToTop); // where the answer is
    connect(workspace, &Workspace::currentDimensionChanged, this, &DimensionTable::showCurrentDimension);
    connect(m_sorted, &QAbstractItemModel::columnsInserted, this, [this](const QModelIndex&, int first) {
        sortAgain(first);
        sizeColumns(first);
        showColumns();
        selectionModel()->select(selectionModel()->selection(), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    });
    connect(m_sorted, &QAbstractItemModel::columnsRemoved, this, &DimensionTable::showColumns);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, &DimensionTable::showColumnMenu);
    connect(m_sorted, &QAbstractItemModel::columnsAboutToBeRemoved, this, [this](const QModelIndex&, int first) { sortAgain(first); });
    connect(m_sorted, &QAbstractItemModel::modelReset, this, [this] {
        sizeColumns(DimensionModel::ColumnCount);
        setColumnWidth(DimensionModel::Index, std::max(columnWidth(DimensionModel::Index), widthOf(DimensionModel::Index))); // "Channel"
        showColumns();
        m_sorted->sort(horizontalHeader()->sortIndicatorSection(), horizontalHeader()->sortIndicatorOrder());
        showCurrentDimension();
    });
    connect(&Preferences::instance(), &Preferences::changed, this, [this, digits = shownDigits()]() mutable {
        if (std::exchange(digits, shownDigits()) != digits) {
            sizeColumns(0);
        }
        showColumns();
    });
    markResults(workspace, this);
    showColumns();
    showCurrentDimension();
}

void DimensionTable::sizeColumns(int first)
{
    for (int column = first; column < m_sorted->columnCount(); ++column) {
        setColumnWidth(column, widthOf(column));
    }
    m_columns->fit();
}

bool DimensionTable::isWanted(int column) const
{
    return isWanted(column, m_model->kindOf(column));
}

bool DimensionTable::isWanted(int column, DimensionModel::Kind kind) const
{
    const QString id = idOf(column, kind);
    const QMap<QString, bool>& wanted = Preferences::instance().columns();
    if (id.isEmpty() || wanted.contains(id)) {
        return wanted.value(id, true);
    }
    if (DimensionModel::isOnRequest(column)) {
        return false; // only where the user wants them
    }
    if (column == DimensionModel::Turns || column == DimensionModel::Wavelength) {
        const auto& analysis = m_workspace->analysis();
        const bool hasSlopes = analysis && analysis->source->encoding.kind == EncodingKind::Alibi && column == DimensionModel::Wavelength;
        if (analysis && !analysis->source->encoding.rotates() && !hasSlopes) {
            return false; // nothing turns
        }
    }
    const bool hasMore = m_sorted->columnCount() > DimensionModel::ColumnCount;
    const bool givesWay = column == DimensionModel::Wavelength || column == DimensionModel::Turns;
    return !(hasMore && givesWay && !m_hasRoom) && kind != DimensionModel::Kind::PinnedDisturbance;
}

// With those that give way, if need be.
bool DimensionTable::hasRoomForAll()
{
    m_hasRoom = true; // to know which columns all are
    int length = 0;
    for (int column = 0; column < m_sorted->columnCount(); ++column) {
        if (isWanted(column)) {
            length += isColumnHidden(column) ? widthOf(column) : m_columns->widthOf(column);
        }
    }
    return length <= viewport()->width();
}

void DimensionTable::showColumns()
{
    m_hasRoom = hasRoomForAll();
    for (int column = 0; column < m_sorted->columnCount(); ++column) {
        if (isColumnHidden(column) != isWanted(column)) {
            continue; // it is as it should be
        }
        setColumnHidden(column, !isColumnHidden(column));
        if (!isColumnHidden(column)) {
            setColumnWidth(column, widthOf(column)); // it may have been wider to fill the table
        }
    }
    m_columns->fit();
    m_model->setLooksAtNearFar(isWanted(DimensionModel::Near) || isWanted(DimensionModel::Far));
}

std::vector<CommandEntry> DimensionTable::columnEntries() const
{
    using Kind = DimensionModel::Kind;
    std::vector<CommandEntry> entries;
    const auto add = [&](int column, Kind kind, const QString& name) {
        const QString id = idOf(column, kind);
        const bool isShown = isWanted(column, kind);
        if (id.isEmpty()) {
            return;
        }
        entries.push_back({.text = name, .run = [id, isShown] { Preferences::instance().setColumn(id, !isShown); }, .isChecked = isShown});
    };
    for (int column = 0; column < DimensionModel::ColumnCount; ++column) {
        add(column, Kind::OfTheDimension, m_model->headerData(column, Qt::Horizontal).toString());
    }
    constexpr int more = DimensionModel::ColumnCount;
    add(more, Kind::PinnedDisturbance, tr("D of pinned tables"));
    add(more, Kind::PinnedDifference, tr("Δ of pinned tables"));
    add(more, Kind::OtherDivergence, tr("D of the second source"));
    add(more, Kind::OtherFrequency, tr("Frequency ratio of the second source"));
    return entries;
}

void DimensionTable::showColumnMenu(const QPoint& position)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("columnMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addEntries(*menu, columnEntries());
    menu->popup(horizontalHeader()->viewport()->mapToGlobal(position));
}

// Rows cannot stay sorted by what is no longer there, or no longer where it was.
void DimensionTable::sortAgain(int first)
{
    if (horizontalHeader()->sortIndicatorSection() >= first) {
        sortByColumn(DimensionModel::Chosen, Qt::DescendingOrder);
    }
}

int DimensionTable::widthOf(int column) const
{
    if (column == DimensionModel::ChoiceColumn) {
        return DimensionDelegate::choiceWidth();
    }
    QFont bold = font(); // rows that were set by hand are bold
    bold.setBold(true);
    const int text = QFontMetrics(bold).horizontalAdvance(widestText(column, m_model->kindOf(column)));
    const int header = QFontMetrics(font()).horizontalAdvance(m_model->headerData(column, Qt::Horizontal).toString());
    const int sortMark = style()->pixelMetric(QStyle::PM_HeaderMarkSize);
    return std::max(text, header + sortMark) + 12;
}

QList<Dimension> DimensionTable::selectedDimensions() const
{
    QList<Dimension> dimensions;
    const QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::transform(rows, std::back_inserter(dimensions), [this](const QModelIndex& index) { return dimensionAt(index); });
    std::ranges::sort(dimensions);
    return dimensions;
}

Dimension DimensionTable::dimensionAt(const QModelIndex& index) const
{
    return Dimension::of(m_sorted->mapToSource(index).row());
}

QModelIndex DimensionTable::indexOf(Dimension dimension, int column) const
{
    return m_sorted->mapFromSource(m_model->index(dimension.row(), column));
}

QString DimensionTable::figureName() const
{
    return tr("Dimensions");
}

bool DimensionTable::isSettled() const
{
    return hasSettled(*m_workspace);
}

// All rows, and the columns that are shown, in their order.
Figure DimensionTable::figure() const
{
    QList<int> columns;
    QStringList headers;
    for (int column = 0; column < m_sorted->columnCount(); ++column) {
        if (isWanted(column)) {
            columns << column;
            headers << m_sorted->headerData(column, Qt::Horizontal).toString();
        }
    }
    std::vector<TablePlot::Row> rows;
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        TablePlot::Row& texts = rows.emplace_back();
        for (const int column : columns) {
            const QModelIndex index = m_sorted->index(row, column);
            const auto choice = static_cast<Choice>(index.data(DimensionModel::ChoiceRole).toInt());
            texts.texts << (column == DimensionModel::ChoiceColumn ? translatedLabel(nameOf(choice)) : index.data().toString());
            texts.isBold = index.data(DimensionModel::ManualRole).toBool();
        }
    }
    const auto table = std::make_shared<TablePlot>(std::move(headers), std::move(rows));
    const auto& analysis = m_workspace->analysis();
    const int byHand = analysis->settings.dimensionsSetByHand();
    return {.title = tr("Dimensions, L = %1 to L′ = %2")
                         .arg(countText(analysis->settings.pretrainingLength), countText(analysis->settings.targetLength)),
        .plots = {table},
        .note = byHand > 0 ? tr("Bold: set by hand.") : QString(),
        .provenance = provenanceCaption(analysis),
        .size = table->naturalSize() + QSize(40, 140),
        .data = [analysis] { return std::string(*csvFormat.prepare(documentOfChosen(analysis), {})->content()); }};
}

QSize DimensionTable::sizeHint() const
{
    return {m_columns->length() + 2 * frameWidth() + 18, 24 * verticalHeader()->defaultSectionSize()};
}

void DimensionTable::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    m_stale.paint(painter, viewport()->rect(), *this);
}

void DimensionTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        showColumns();
    }
}

void DimensionTable::keyPressEvent(QKeyEvent* event)
{
    if (const Command* command = commandOfKey(KeyScope::DimensionTable, event->keyCombination())) {
        if (command->isEnabled(*m_workspace)) {
            command->run({*m_workspace, {}});
            noteInStatusBar(this, command->done != nullptr ? command->done(*m_workspace) : QString());
        }
        return;
    }
    QTableView::keyPressEvent(event);
}

void DimensionTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    m_workspace->setSelectedDimensions(selectedDimensions());
}

void DimensionTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid()) {
        m_workspace->setCurrentDimension(dimensionAt(current));
        m_workspace->setSelectedDimensions(selectedDimensions()); // the current row need not be selected: Ctrl+click takes it out
    }
}

QItemSelectionModel::SelectionFlags DimensionTable::selectionCommand(const QModelIndex& index, const QEvent* event) const
{
    // A click on the choice control of a selected row acts on the selection; it must not shrink it first.
    const bool pressed = event != nullptr && (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonRelease);
    if (pressed && index.column() == DimensionModel::ChoiceColumn && selectionModel()->isSelected(index)) {
        return QItemSelectionModel::NoUpdate;
    }
    return QTableView::selectionCommand(index, event);
}

void DimensionTable::showCurrentDimension()
{
    const QModelIndex row = indexOf(m_workspace->currentDimension(), 0);
    if (!row.isValid() || row.row() == currentIndex().row()) {
        return;
    }
    // With Ctrl held, as for Ctrl+O, the view's own way would add the row to those that are selected.
    selectionModel()->setCurrentIndex(row, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(row);
}

void DimensionTable::onChoiceClicked(const QModelIndex& index, ChoiceAction action)
{
    // The press that the delegate takes comes no further. A row that is selected acts with the others, which stay selected.
    selectionModel()->setCurrentIndex(index,
        selectionModel()->isSelected(index) ? QItemSelectionModel::NoUpdate
                                            : QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    choose(*m_workspace, dimensionsFor(index), action);
}

void DimensionTable::onFactorTyped(const QModelIndex& index, const QString& text)
{
    const std::optional<double> factor = numberOf(text);
    if (!factor) {
        m_workspace->refuse(tr("The factor of dimension %1 is \"%2\"; expected a number from %3 to %4, or ∞, which freezes it.")
                                .arg(dimensionAt(index).row())
                                .arg(text, factorText(minFactor), factorText(maxFactor)));
        return;
    }
    // What is typed stays what was typed: s does not become "interpolation", which would follow the target length.
    m_workspace->setOverride(dimensionsFor(index), Override{*factor == 1.0 ? Choice::Extrapolation : Choice::Custom, *factor});
}

QList<Dimension> DimensionTable::dimensionsFor(const QModelIndex& index) const
{
    const Dimension dimension = dimensionAt(index);
    const QList<Dimension> selected = selectedDimensions();
    return selected.contains(dimension) ? selected : QList<Dimension>{dimension};
}

} // namespace rotascope
