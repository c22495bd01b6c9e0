// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/method_comparison.h"

#include "core/analysis/summary.h"
#include "core/report/view_csv.h"
#include "ui/base/colours.h"
#include "ui/base/focus_frame.h"
#include "ui/base/number_text.h"
#include "ui/base/preferences.h"
#include "ui/base/text.h"
#include "ui/commands/choice_commands.h"
#include "ui/commands/pin_commands.h"
#include "ui/manual/help.h"
#include "ui/plots/figure/figure_style.h"
#include "ui/plots/figure/table_plot.h"
#include "ui/views/figure_caption.h"
#include "ui/views/interval_text.h"
#include "ui/views/method_style.h"
#include "ui/views/result_mark.h"
#include "ui/views/tables_beside.h"
#include "ui/workspace/live_readings.h"
#include "ui/workspace/workspace.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollArea>
#include <QToolTip>
#include <QWhatsThis>
#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace rotascope {
namespace {

constexpr double longestBar = 4.0; // times the mean disturbance of linear interpolation
constexpr int padding = 10;
constexpr int longestName = 34; // characters: "A · Distributional ×2, by hand"; a name that the user gave may be longer

QString dash()
{
    return QStringLiteral("–");
}

// What stays the same when rows change places.
std::string keyOf(const MethodComparison::Row& row)
{
    return row.pin ? "pin " + std::to_string(*row.pin) : row.method;
}

QString sortMark(bool isDescending)
{
    return isDescending ? QStringLiteral(" ▼") : QStringLiteral(" ▲");
}

// Those that take long to compute.
bool isSlow(int column)
{
    return column == ReadingsModel::Reach || column == ReadingsModel::Near || column == ReadingsModel::Far;
}

} // namespace

MethodComparison::MethodComparison(Workspace* workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_live(&LiveReadings::of(*workspace))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setObjectName(QStringLiteral("methodComparison"));
    setAccessibleName(tr("Mean disturbance of the current table, the pinned tables and every method"));
    setAccessibleDescription(
        tr("Up and down go to a method, Space shows it in the charts, Return chooses it. F2 renames a pinned table, Delete removes it. The "
           "View menu has its columns and what it is sorted by."));
    connect(workspace, &Workspace::analysisChanged, this, &MethodComparison::refresh);
    connect(workspace, &Workspace::shownMethodChanged, this, QOverload<>::of(&QWidget::update));
    connect(&Preferences::instance(), &Preferences::changed, this, &MethodComparison::refresh);
    connect(m_live, &LiveReadings::changed, this, [this] {
        if (!m_wanted.empty()) {
            refresh();
        }
    });
    connect(workspace, &Workspace::resultStateChanged, this, [this] {
        if (m_workspace->comparison() != m_compared) {
            refresh();
        }
    });
    markResults(workspace, this);
    refresh();
}

QString MethodComparison::figureName() const
{
    return tr("Methods");
}

bool MethodComparison::isSettled() const
{
    return hasSettled(*m_workspace) && (m_wanted.empty() || hasReadings());
}

Figure MethodComparison::figure() const
{
    const auto& analysis = m_workspace->analysis();
    auto copy = std::make_shared<MethodComparison>(m_workspace);
    QObject::disconnect(m_workspace, nullptr, copy.get(), nullptr);
    QObject::disconnect(m_live, nullptr, copy.get(), nullptr);
    copy->setOrder(m_order);
    styleForFigure(*copy);
    const int more = copy->minimumSizeHint().width() - copy->leastWidth();
    return {.title = tr("Mean disturbance of each method, L = %1 to L′ = %2")
                         .arg(countText(analysis->settings.pretrainingLength), countText(analysis->settings.targetLength)),
        .plots = {copy},
        .note = analysis->source->encoding.rotates()
            ? tr("Interpolated: components, two a dimension. Vs PI: against linear interpolation. Bars end at four times linear "
                 "interpolation.")
            : tr("Interpolated: %1. Vs PI: against linear interpolation. Bars end at four times linear interpolation.")
                  .arg(channelsNoun(*analysis->source)),
        .provenance = provenanceCaption(analysis),
        .size = {760 + more, copy->sizeHint().height() + 110},
        .data = [analysis, readings = m_wanted.empty() ? nullptr : m_live->readings()] { return methodsCsv(analysis, readings.get()); }};
}

// Where the method that is set has no table, the others are compared all the same.
void MethodComparison::setFreshness(Freshness freshness)
{
    const bool goesOn = freshness == Freshness::Outdated && m_workspace->comparison();
    m_stale.set(goesOn ? Freshness::Current : freshness);
}

void MethodComparison::refresh()
{
    const std::size_t before = m_rows.size();
    const std::string underCursor = m_cursor < entries() ? keyOf(m_rows[static_cast<std::size_t>(m_cursor)]) : std::string();
    const std::vector<int> wanted = std::exchange(m_wanted, wantedReadings());
    const bool isSortedByHidden = m_order.column >= ReadingsModel::Unseen && m_order.column < ReadingsModel::ColumnCount
        && std::ranges::find(m_wanted, m_order.column) == m_wanted.end();
    m_order = isSortedByHidden ? ComparisonOrder{} : m_order;
    m_rows.clear();
    m_compared = m_workspace->comparison();
    if (const auto& shown = m_compared ? m_compared : m_workspace->analysis()) {
        addRows(*shown);
        sortRows();
    }
    const auto under = std::ranges::find(m_rows, underCursor, keyOf);
    m_cursor = under == m_rows.end() ? std::clamp(m_cursor, 0, std::max(0, static_cast<int>(m_rows.size()) - 1))
                                     : static_cast<int>(under - m_rows.begin());
    if (m_rows.size() != before || wanted != m_wanted) {
        updateGeometry();
    }
    if (m_live != nullptr && m_wanted.empty()) {
        m_live->lookAway(this);
    }
    update(); // and so looked at
}

void MethodComparison::setOrder(const ComparisonOrder& order)
{
    m_order = order;
    refresh();
}

bool MethodComparison::hasReadings() const
{
    return m_live != nullptr && m_live->isCurrent() && m_compared == m_workspace->analysis();
}

bool MethodComparison::isKnown(int column) const
{
    return !isSlow(column) || hasReadings();
}

// While a reading is computed rows stay where they are: they must not jump away under the mouse twice.
void MethodComparison::sortRows()
{
    if (m_order.column == ReadingsModel::Name) {
        return;
    }
    if (isKnown(m_order.column)) {
        std::ranges::stable_sort(m_rows, [&](const Row& a, const Row& b) {
            const bool isLess = m_order.isDescending ? a.rank > b.rank : a.rank < b.rank;
            return a.rank && b.rank ? isLess : a.rank.has_value() && !b.rank.has_value();
        });
    } else {
        std::ranges::stable_sort(m_rows, {}, [&](const Row& row) { return std::ranges::find(m_places, keyOf(row)) - m_places.begin(); });
    }
    m_places.clear();
    std::ranges::transform(m_rows, std::back_inserter(m_places), keyOf);
}

void MethodComparison::addRows(const Analysis& analysis)
{
    const QString current = tr("Current table");
    if (&analysis == m_workspace->analysis().get()) {
        m_rows.push_back(rowOf(current, colorOf(PlotRole::Chosen, palette()), analysis, *analysis.chosen));
        m_rows.back().toolTip = tr("What is chosen now, dimension by dimension.");
    } else {
        m_rows.push_back({.name = current, .color = {}, .toolTip = m_workspace->failure(), .available = false});
    }
    m_rows.back().isCurrent = true;
    addPins(analysis);
    addMethods(analysis);
    // Some methods disturb hundreds of times more than others: beyond some multiples of linear interpolation bars are cut off.
    const double linear = analysis.interpolation->meanDisturbance;
    const double largest = std::ranges::max_element(m_rows, {}, &Row::mean)->mean;
    m_greatest = linear > 0.0 ? std::min(largest, longestBar * linear) : largest;
    for (Row& row : m_rows) {
        row.isCut = row.mean > m_greatest;
        if (row.isCut) {
            row.toolTip += QLatin1Char('\n') + tr("The bar is cut: it would be %1 times as long.").arg(steadyText(row.mean / m_greatest));
        }
    }
}

void MethodComparison::addMethods(const Analysis& analysis)
{
    for (const MethodAnalysis& method : analysis.methods) {
        const QString name = translatedLabel(method.method->label);
        Row row{.name = name, .color = {}, .toolTip = translated(method.unavailable), .available = false};
        if (method.result) {
            row = rowOf(name, colorOfMethod(method.method->name, isDark(palette())), analysis, *method.result);
            row.toolTip = translatedLabel(method.method->description) + QLatin1Char('\n')
                + tr("Click: show it in the charts. Double click: choose it.");
        }
        row.method = method.method->name;
        m_rows.push_back(row);
    }
}

void MethodComparison::addPins(const Analysis& analysis)
{
    for (std::size_t i = 0; i < analysis.pinned.size(); ++i) {
        const PinnedTable& pin = analysis.settings.pins[i];
        Row row = rowOf(titleOf(pin), colorOfPin(pin.place, isDark(palette())), analysis, *analysis.pinned[i]);
        row.toolTip = row.name + QLatin1Char('\n') + originOf(pin) + QLatin1Char('\n')
            + tr("Double click: take it. F2: rename it. Delete: remove it.");
        row.pin = pin.place;
        m_rows.push_back(row);
    }
}

MethodComparison::Row MethodComparison::rowOf(
    const QString& name, const QColor& color, const Analysis& analysis, const TableAnalysis& table) const
{
    const TableSummary summary = summaryOf(analysis, table);
    Row row;
    row.name = name;
    row.color = color;
    row.mean = summary.meanDisturbance;
    row.value = summary.meanDisturbance == 0.0 ? QStringLiteral("0") : fixedText(1000.0 * summary.meanDisturbance, shownDigits() - 1);
    const int each = analysis.source->encoding.rotates() ? 1 : 2; // a dimension has two components, a head is one
    row.components = summary.interpolatedComponents
        ? tr("%1 of %2").arg(*summary.interpolatedComponents / each).arg(2 * static_cast<int>(analysis.dimensions()) / each)
        : dash();
    row.ratio = summary.ratioToLinear ? ratioText(*summary.ratioToLinear) : dash();
    if (m_order.column == ReadingsModel::Disturbance) {
        row.rank = row.mean;
    } else if (m_order.column == ComparisonOrder::interpolated && summary.interpolatedComponents) {
        row.rank = *summary.interpolatedComponents;
    }
    addReadings(row, analysis, table);
    return row;
}

// Those that follow from the counts at once, the others when they are there.
void MethodComparison::addReadings(Row& row, const Analysis& analysis, const TableAnalysis& table) const
{
    if (m_wanted.empty()) {
        return;
    }
    const auto isOfTable = [&](const TableReading& one) { return one.table.factors == table.table.factors; };
    const TableReading* known = nullptr;
    if (hasReadings()) {
        const std::vector<TableReading>& tables = m_live->readings()->tables;
        const auto found = std::ranges::find_if(tables, isOfTable);
        known = found == tables.end() ? nullptr : &*found;
    }
    const TableReading reading{.method = {},
        .pin = {},
        .table = {},
        .meanDisturbance = table.meanDisturbance,
        .readings = known != nullptr ? known->readings : countedReadings(analysis, table)};
    const bool isComing = m_compared == m_workspace->analysis() && reading.readings.isOfAngles;
    for (const int column : m_wanted) {
        row.readings << (isKnown(column) ? ReadingsModel::textOf(reading, column) : isComing ? QStringLiteral("…") : dash());
        if (column == m_order.column && isKnown(column)) {
            row.rank = ReadingsModel::numberOf(reading, column);
        }
    }
}

// ---- Showing and taking

int MethodComparison::rowAt(const QPoint& position) const
{
    const int row = position.y() / lineHeight() - 1;
    return position.y() >= lineHeight() && row < static_cast<int>(m_rows.size()) ? row : -1;
}

void MethodComparison::moveCursor(int row)
{
    m_cursor = std::clamp(row, 0, std::max(0, static_cast<int>(m_rows.size()) - 1));
    update();
    scrollToCursor();
    tellCursorMoved(this);
}

void MethodComparison::scrollToCursor()
{
    QWidget* parent = parentWidget();
    while (parent != nullptr && qobject_cast<QScrollArea*>(parent) == nullptr) {
        parent = parent->parentWidget();
    }
    if (parent != nullptr) {
        static_cast<QScrollArea*>(parent)->ensureVisible(0, rowRect(m_cursor).center().y(), 0, lineHeight());
    }
}

void MethodComparison::showRow(int row)
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_rows.size()) {
        return;
    }
    moveCursor(row);
    const Row& shown = m_rows[static_cast<std::size_t>(row)];
    if (shown.pin) {
        return; // shown anyway
    }
    if (shown.available) { // the current table is shown anyway
        toggleShownMethod(*m_workspace, shown.method);
    } else {
        m_workspace->report(tr("%1 cannot be shown: %2").arg(shown.name, shown.toolTip));
    }
}

void MethodComparison::takeRow(int row)
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_rows.size() || !m_rows[static_cast<std::size_t>(row)].available
        || m_rows[static_cast<std::size_t>(row)].isCurrent) {
        return;
    }
    if (const std::optional<std::size_t> pin = m_rows[static_cast<std::size_t>(row)].pin) {
        takePin(*m_workspace, *pin);
        return;
    }
    takeMethod(*m_workspace, m_rows[static_cast<std::size_t>(row)].method);
}

void MethodComparison::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    if (const std::optional<int> header = headerAt(event->position().toPoint())) {
        setOrder(m_order.clicked(*header));
    } else {
        showRow(rowAt(event->position().toPoint()));
    }
}

void MethodComparison::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        takeRow(rowAt(event->position().toPoint()));
    }
}

void MethodComparison::keyPressEvent(QKeyEvent* event)
{
    const auto cursor = static_cast<std::size_t>(m_cursor);
    if (const std::optional<std::size_t> pin = cursor < m_rows.size() ? m_rows[cursor].pin : std::nullopt) {
        if (event->key() == Qt::Key_Delete) {
            return removePin(*m_workspace, *pin);
        }
        if (event->key() == Qt::Key_F2) {
            return askForPinName(*m_workspace, *pin, window());
        }
    }
    switch (event->key()) {
    case Qt::Key_Up:
        return moveCursor(m_cursor - 1);
    case Qt::Key_Down:
        return moveCursor(m_cursor + 1);
    case Qt::Key_Space:
        return showRow(m_cursor);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return takeRow(m_cursor);
    default:
        QWidget::keyPressEvent(event);
    }
}

void MethodComparison::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason) {
        scrollToCursor();
    }
    update();
}

void MethodComparison::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

// ---- For those who are read to

QString MethodComparison::entryText(int entry) const
{
    const Row& row = m_rows.at(static_cast<std::size_t>(entry));
    if (!row.available) {
        return tr("%1: not available, %2").arg(row.name, row.toolTip);
    }
    const auto& analysis = m_workspace->analysis();
    const bool areComponents = row.components != dash() && analysis && analysis->source->encoding.rotates();
    QStringList facts = {tr("mean %1 ×10⁻³").arg(row.value),
        (areComponents ? tr("interpolated %1 components") : tr("interpolated %1")).arg(row.components), tr("vs PI %1").arg(row.ratio)};
    for (std::size_t i = 0; i < m_wanted.size(); ++i) {
        facts << tr("%1 %2").arg(ReadingsModel::titleOf(m_wanted[i]), row.readings[static_cast<qsizetype>(i)]);
    }
    if (!row.method.empty() && row.method == m_workspace->shownMethod()) {
        facts << tr("shown in the charts");
    }
    return tr("%1: %2").arg(row.name, facts.join(QStringLiteral("; ")));
}

QString MethodComparison::reading() const
{
    QStringList lines;
    if (const QString stale = m_stale.text(); !stale.isEmpty()) {
        lines << stale;
    }
    for (int entry = 0; entry < entries(); ++entry) {
        lines << entryText(entry);
    }
    return lines.join(QLatin1Char('\n'));
}

// ---- Painting

QSize MethodComparison::sizeHint() const
{
    // The current table and every method that is compared without being asked for.
    const auto isUsual = [](const Method* method) { return !method->onRequest && !method->needsTable && !method->needsOwnScaling; };
    const auto usual = 1 + static_cast<std::size_t>(std::ranges::count_if(methods(), isUsual));
    return {560, lineHeight() * static_cast<int>(std::max(m_rows.size(), usual) + 1) + padding};
}

QSize MethodComparison::minimumSizeHint() const
{
    int width = leastWidth();
    for (const int column : m_wanted) {
        width += readingWidth(column);
    }
    return {width, sizeHint().height()};
}

int MethodComparison::leastWidth() const
{
    const Columns at = columns();
    return at.bar.left() + 40 + at.ratio.right() - at.value.left();
}

bool MethodComparison::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int line = help->pos().y() / lineHeight() - 1;
        if (line >= 0 && line < static_cast<int>(m_rows.size())) {
            QToolTip::showText(help->globalPos(), asToolTip(m_rows[static_cast<std::size_t>(line)].toolTip), this);
        } else if (const std::optional<int> header = headerAt(help->pos())) {
            QToolTip::showText(help->globalPos(), asToolTip(headerToolTip(*header)), this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    if (event->type() == QEvent::WhatsThis || event->type() == QEvent::QueryWhatsThis) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString term = termAt(help->pos());
        if (!term.isEmpty() && event->type() == QEvent::WhatsThis) {
            QWhatsThis::showText(help->globalPos(), term, this);
        }
        event->setAccepted(!term.isEmpty()); // else what it stands in knows
        return !term.isEmpty();
    }
    return QWidget::event(event);
}

// What the glossary says of a column's header; empty: none is there.
QString MethodComparison::termAt(const QPoint& position) const
{
    const std::optional<int> header = headerAt(position);
    if (!header || *header == ReadingsModel::Name) {
        return {};
    }
    if (columns().ratio.contains(position)) {
        return termText(QStringLiteral("vs-pi"));
    }
    return *header == ComparisonOrder::interpolated ? termText(QStringLiteral("n-hat")) : ReadingsModel::termOf(*header);
}

// "vs PI" is the mean, divided by the same number in all rows.
std::optional<int> MethodComparison::headerAt(const QPoint& position) const
{
    const Columns at = columns();
    const auto isIn = [&](const QRect& header) { return header.contains(position); };
    const auto reading = std::ranges::find_if(at.readings, isIn);
    if (reading != at.readings.end()) {
        return m_wanted[static_cast<std::size_t>(reading - at.readings.begin())];
    }
    if (isIn(at.value) || isIn(at.ratio)) {
        return ReadingsModel::Disturbance;
    }
    return isIn(at.components)         ? std::optional<int>(ComparisonOrder::interpolated)
        : isIn(at.name.united(at.bar)) ? std::optional<int>(ReadingsModel::Name)
                                       : std::nullopt;
}

// The numbers are twice those of the dimensions, which stand beside them in the window.
QString MethodComparison::interpolatedToolTip() const
{
    const auto& source = m_workspace->source();
    if (!source) {
        return {};
    }
    const auto dimensions = static_cast<int>(source->rope.dimensions());
    return source->encoding.rotates()
        ? tr("How many components have the factor s. A dimension is a pair of components: %1 dimensions are %2 components")
              .arg(dimensions)
              .arg(2 * dimensions)
        : tr("How many have the factor s: %1").arg(channelsNoun(*source));
}

QString MethodComparison::headerToolTip(int column) const
{
    if (column == ReadingsModel::Name) {
        return tr("Click: the usual order, the current table first");
    }
    const QString what = column == ComparisonOrder::interpolated ? interpolatedToolTip() : ReadingsModel::explanationOf(column);
    const QString click = m_order.column != column ? tr("Click: sort, the least first")
        : m_order.isDescending                     ? tr("Click: back to the usual order")
                                                   : tr("Click: sort, the greatest first");
    return what + QLatin1Char('\n') + click;
}

void MethodComparison::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        refresh();
        updateGeometry();
    }
}

int MethodComparison::lineHeight() const
{
    return fontMetrics().height() + 6;
}

MethodComparison::Columns MethodComparison::Columns::movedDown(int pixels) const
{
    const auto moved = [pixels](const QRect& rect) { return rect.translated(0, pixels); };
    Columns result{moved(name), moved(bar), moved(value), moved(components), moved(ratio), {}};
    std::ranges::transform(readings, std::back_inserter(result.readings), moved);
    return result;
}

// Columns are as wide as what may stand in them, so that they keep their place while values change.
MethodComparison::Columns MethodComparison::columns() const
{
    const auto widthOf = [&](const QString& text) { return fontMetrics().horizontalAdvance(text) + padding; };
    const auto headerWidth = [&](const QString& title) { return widthOf(title + sortMark(true)); };
    QFont bold = font();
    bold.setBold(true);
    int names = QFontMetrics(bold).horizontalAdvance(tr("Current table")) + padding;
    for (const Row& row : m_rows) {
        names = std::max(names, widthOf(row.name));
    }
    names = std::min(names, fontMetrics().averageCharWidth() * longestName);
    const int values
        = std::max(widthOf(QStringLiteral("00,000.") + QString(shownDigits() - 1, QLatin1Char('0'))), headerWidth(tr("mean ×10⁻³")));
    const int components = std::max(widthOf(tr("%1 of %2").arg(888).arg(888)), headerWidth(tr("interpolated")));
    const int ratios = std::max({widthOf(QStringLiteral("> 10⁶ ×")), widthOf(QStringLiteral("888,888 ×")), widthOf(tr("vs PI"))});

    Columns result;
    result.name = QRect(padding, 0, names, lineHeight());
    int right = width() - padding;
    result.readings.resize(m_wanted.size());
    for (std::size_t i = m_wanted.size(); i-- > 0;) {
        const int wide = readingWidth(m_wanted[i]);
        right -= wide;
        result.readings[i] = QRect(right, 0, wide, lineHeight());
    }
    result.ratio = QRect(right - ratios, 0, ratios, lineHeight());
    result.components = QRect(result.ratio.left() - components, 0, components, lineHeight());
    result.value = QRect(result.components.left() - values, 0, values, lineHeight());
    result.bar = QRect(result.name.right() + 1, 0, std::max(0, result.value.left() - result.name.right() - padding), lineHeight());
    return result;
}

int MethodComparison::readingWidth(int column) const
{
    const QString widest = column == ReadingsModel::Unseen                             ? QStringLiteral("88.8 %")
        : column == ReadingsModel::GreatestAt || column == ReadingsModel::NeverTurning ? QStringLiteral("8888")
        : column == ReadingsModel::Reach                                               ? QStringLiteral("888,888")
                                         : QStringLiteral("8.") + QString(shownDigits() + 2, QLatin1Char('8'));
    QFont bold = font(); // of the current table
    bold.setBold(true);
    const int title = fontMetrics().horizontalAdvance(ReadingsModel::titleOf(column) + sortMark(true));
    return std::max(QFontMetrics(bold).horizontalAdvance(widest), title) + padding;
}

QString MethodComparison::headerText(int column, const QString& title) const
{
    return column == m_order.column ? title + sortMark(m_order.isDescending) : title;
}

// What is painted is looked at: a dock behind another's tab is not.
void MethodComparison::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    paintAll(painter, event->rect());
    const auto look = [this] {
        if (m_live != nullptr && !m_wanted.empty()) {
            m_live->look(this);
        }
    };
    QMetaObject::invokeMethod(this, look, Qt::QueuedConnection);
}

void MethodComparison::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (m_live != nullptr) {
        m_live->lookAway(this);
    }
}

void MethodComparison::paintPlot(QPainter& painter, const QSize& size, double /*sharpness*/)
{
    // All lines, as wide as they may be once they are made small enough to fit.
    const double scale = std::min(1.0, static_cast<double>(size.height()) / sizeHint().height());
    const QSize natural(std::max(static_cast<int>(size.width() / scale), minimumSizeHint().width()), sizeHint().height());
    resize(natural);
    shrinkToFit(painter, natural, size);
    paintAll(painter, rect());
}

void MethodComparison::paintAll(QPainter& painter, const QRect& part) const
{
    painter.setFont(font());
    if (m_rows.empty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(rect(), Qt::AlignCenter, tr("No methods to compare yet."));
        return;
    }
    const Columns header = columns();
    paintHeader(painter, header);
    for (int row = 0; row < entries(); ++row) {
        if (rowRect(row).intersects(part)) { // the others are scrolled out of sight
            paintRow(painter, row + 1, m_rows[static_cast<std::size_t>(row)], header.movedDown((row + 1) * lineHeight()));
        }
    }
    m_stale.paint(painter, rect(), *this);
}

void MethodComparison::paintHeader(QPainter& painter, const Columns& at) const
{
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(at.name.united(at.bar), Qt::AlignLeft | Qt::AlignVCenter, tr("Mean disturbance"));
    const auto draw = [&](const QRect& where, const QString& text) { painter.drawText(where, Qt::AlignRight | Qt::AlignVCenter, text); };
    draw(at.value, headerText(ReadingsModel::Disturbance, tr("mean ×10⁻³")));
    draw(at.components, headerText(ComparisonOrder::interpolated, tr("interpolated")));
    draw(at.ratio, tr("vs PI"));
    for (std::size_t i = 0; i < m_wanted.size(); ++i) {
        draw(at.readings[i], headerText(m_wanted[i], ReadingsModel::titleOf(m_wanted[i])));
    }
}

void MethodComparison::paintRow(QPainter& painter, int line, const Row& row, const Columns& at) const
{
    if (!row.method.empty() && row.method == m_workspace->shownMethod()) {
        painter.fillRect(rowRect(line - 1), withAlpha(palette().color(QPalette::Highlight), 0.25));
        painter.fillRect(rowRect(line - 1).adjusted(0, 0, 4 - width(), 0), palette().color(QPalette::Highlight));
    }
    if (hasFocus() && line - 1 == m_cursor) {
        paintFocusFrame(painter, rowRect(line - 1), palette());
    }
    QFont rowFont = font();
    rowFont.setBold(row.isCurrent);
    painter.setFont(rowFont);
    painter.setPen(palette().color(row.available ? QPalette::WindowText : QPalette::PlaceholderText));
    painter.drawText(at.name, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(row.name, Qt::ElideRight, at.name.width() - padding / 2));
    if (!row.available) {
        painter.drawText(at.bar, Qt::AlignLeft | Qt::AlignVCenter, tr("not available for this source"));
        return;
    }
    paintBar(painter, at.bar.adjusted(0, 4, 0, -4), row);
    painter.drawText(at.value, Qt::AlignRight | Qt::AlignVCenter, row.value);
    painter.drawText(at.components, Qt::AlignRight | Qt::AlignVCenter, row.components);
    painter.drawText(at.ratio, Qt::AlignRight | Qt::AlignVCenter, row.ratio);
    for (std::size_t i = 0; i < m_wanted.size(); ++i) {
        painter.drawText(at.readings[i], Qt::AlignRight | Qt::AlignVCenter, row.readings[static_cast<qsizetype>(i)]);
    }
}

// One that is cut has two gaps near its end, as a broken axis has.
void MethodComparison::paintBar(QPainter& painter, QRect bar, const Row& row) const
{
    painter.fillRect(bar, withAlpha(palette().color(QPalette::WindowText), 0.07));
    const double share = m_greatest > 0.0 ? std::clamp(row.mean / m_greatest, 0.0, 1.0) : 0.0;
    bar.setWidth(share > 0.0 ? std::max(1, static_cast<int>(std::lround(bar.width() * share))) : 0);
    painter.fillRect(bar, row.color);
    if (!row.isCut) {
        return;
    }
    constexpr int gap = 3;
    constexpr int slant = 5;
    painter.save();
    painter.setClipRect(bar);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Window), gap));
    for (const int fromEnd : {10, 18}) {
        const int x = bar.right() - fromEnd;
        painter.drawLine(x - slant, bar.bottom() + 2, x + slant, bar.top() - 2);
    }
    painter.restore();
}

} // namespace rotascope
