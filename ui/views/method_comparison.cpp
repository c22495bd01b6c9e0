// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/method_comparison.h"

#include "core/analysis/summary.h"
#include "core/report/view_csv.h"
#include "ui/base/colours.h"
#include "ui/base/number_text.h"
#include "ui/base/text.h"
#include "ui/plots/figure/figure_style.h"
#include "ui/plots/figure/table_plot.h"
#include "ui/views/figure_caption.h"
#include "ui/views/method_style.h"
#include "ui/workspace/workspace.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace rotascope {
namespace {

constexpr double longestBar = 4.0; // times the mean disturbance of linear interpolation
constexpr int padding = 10;

QString dash()
{
    return QStringLiteral("–");
}

} // namespace

MethodComparison::MethodComparison(Workspace* workspace, QWidget* parent) : QWidget(parent), m_workspace(workspace)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Mean disturbance of the current table and of every method"));
    connect(workspace, &Workspace::analysisChanged, this, &MethodComparison::refresh);
    refresh();
}

QString MethodComparison::figureName() const
{
    return tr("Methods");
}

bool MethodComparison::isSettled() const
{
    return hasSettled(*m_workspace);
}

Figure MethodComparison::figure() const
{
    const auto& analysis = m_workspace->analysis();
    auto copy = std::make_shared<MethodComparison>(m_workspace);
    QObject::disconnect(m_workspace, nullptr, copy.get(), nullptr);
    styleForFigure(*copy);
    return {.title = tr("Mean disturbance of each method, L = %1 to L′ = %2")
                         .arg(countText(analysis->settings.pretrainingLength), countText(analysis->settings.targetLength)),
        .plots = {copy},
        .note = tr(
            "Interpolated: components, two a dimension. Vs PI: against linear interpolation. Bars end at four times linear interpolation."),
        .provenance = provenanceCaption(analysis),
        .size = {760, copy->sizeHint().height() + 110},
        .data = [analysis] { return methodsCsv(analysis); }};
}

void MethodComparison::refresh()
{
    const std::size_t before = m_rows.size();
    m_rows.clear();
    if (const auto& analysis = m_workspace->analysis()) {
        m_rows.push_back(rowOf(tr("Current table"), colorOf(PlotRole::Chosen, palette()), *analysis->chosen));
        m_rows.back().toolTip = tr("What is chosen now, dimension by dimension.");
        for (const MethodAnalysis& method : analysis->methods) {
            const QString name = fromUtf8(method.method->label);
            Row row;
            if (method.result) {
                row = rowOf(name, colorOfMethod(method.method->name, isDark(palette())), *method.result);
                row.toolTip = asToolTip(fromUtf8(method.method->description));
            } else {
                row.name = name;
                row.available = false;
                row.toolTip = asToolTip(visible(method.unavailable));
            }
            m_rows.push_back(row);
        }
        // Some methods disturb hundreds of times more than others: beyond some multiples of linear interpolation bars are cut off.
        const double linear = analysis->interpolation->meanDisturbance;
        const double largest = std::ranges::max_element(m_rows, {}, &Row::mean)->mean;
        m_greatest = linear > 0.0 ? std::min(largest, longestBar * linear) : largest;
    }
    if (m_rows.size() != before) {
        updateGeometry();
    }
    update();
}

MethodComparison::Row MethodComparison::rowOf(const QString& name, const QColor& color, const TableAnalysis& table) const
{
    const Analysis& analysis = *m_workspace->analysis();
    const TableSummary summary = summaryOf(analysis, table);
    Row row;
    row.name = name;
    row.color = color;
    row.mean = summary.meanDisturbance;
    row.value = significantText(1000.0 * summary.meanDisturbance, 4);
    row.components
        = summary.interpolatedComponents ? tr("%1 of %2").arg(*summary.interpolatedComponents).arg(2 * analysis.dimensions()) : dash();
    row.change = summary.ratioToLinear ? changeText(*summary.ratioToLinear) : dash();
    return row;
}

QSize MethodComparison::sizeHint() const
{
    // The current table and every method that is compared without being asked for.
    const auto isUsual = [](const Method* method) { return !method->onRequest && !method->needsTable && !method->needsOwnScaling; };
    const auto usual = 1 + static_cast<std::size_t>(std::ranges::count_if(methods(), isUsual));
    return {560, lineHeight() * static_cast<int>(std::max(m_rows.size(), usual) + 1) + padding};
}

QSize MethodComparison::minimumSizeHint() const
{
    return {columns(0).bar.left() + 40 + columns(0).change.right() - columns(0).value.left(), sizeHint().height()};
}

bool MethodComparison::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int line = help->pos().y() / lineHeight() - 1;
        if (line >= 0 && line < static_cast<int>(m_rows.size())) {
            QToolTip::showText(help->globalPos(), m_rows[static_cast<std::size_t>(line)].toolTip, this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
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

// Columns are as wide as what may stand in them, so that they keep their place while values change.
MethodComparison::Columns MethodComparison::columns(int line) const
{
    const auto widthOf = [&](const QString& text) { return fontMetrics().horizontalAdvance(text) + padding; };
    QFont bold = font();
    bold.setBold(true);
    int names = QFontMetrics(bold).horizontalAdvance(tr("Current table")) + padding;
    for (const Row& row : m_rows) {
        names = std::max(names, widthOf(row.name));
    }
    const int values = std::max(widthOf(QStringLiteral("0.0000")), widthOf(tr("mean ×10⁻³")));
    const int components = std::max(widthOf(tr("%1 of %2").arg(888).arg(888)), widthOf(tr("interpolated")));
    const int changes = std::max(widthOf(QStringLiteral("+00,000 %")), widthOf(tr("vs PI")));

    const int y = line * lineHeight();
    Columns result;
    result.name = QRect(padding, y, names, lineHeight());
    result.change = QRect(width() - padding - changes, y, changes, lineHeight());
    result.components = QRect(result.change.left() - components, y, components, lineHeight());
    result.value = QRect(result.components.left() - values, y, values, lineHeight());
    result.bar = QRect(result.name.right() + 1, y, std::max(0, result.value.left() - result.name.right() - padding), lineHeight());
    return result;
}

void MethodComparison::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    paintAll(painter);
}

void MethodComparison::paintPlot(QPainter& painter, const QSize& size, double /*sharpness*/)
{
    // All lines, as wide as they may be once they are made small enough to fit.
    const double scale = std::min(1.0, static_cast<double>(size.height()) / sizeHint().height());
    const QSize natural(std::max(static_cast<int>(size.width() / scale), minimumSizeHint().width()), sizeHint().height());
    resize(natural);
    shrinkToFit(painter, natural, size);
    paintAll(painter);
}

void MethodComparison::paintAll(QPainter& painter) const
{
    painter.setFont(font());
    if (m_rows.empty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(rect(), Qt::AlignCenter, tr("No methods to compare yet."));
        return;
    }
    paintHeader(painter);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        paintRow(painter, static_cast<int>(i) + 1, m_rows[i]);
    }
}

void MethodComparison::paintHeader(QPainter& painter) const
{
    const Columns at = columns(0);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(at.name.united(at.bar), Qt::AlignLeft | Qt::AlignVCenter, tr("Mean disturbance"));
    painter.drawText(at.value, Qt::AlignRight | Qt::AlignVCenter, tr("mean ×10⁻³"));
    painter.drawText(at.components, Qt::AlignRight | Qt::AlignVCenter, tr("interpolated"));
    painter.drawText(at.change, Qt::AlignRight | Qt::AlignVCenter, tr("vs PI"));
}

void MethodComparison::paintRow(QPainter& painter, int line, const Row& row) const
{
    const Columns at = columns(line);
    QFont rowFont = font();
    rowFont.setBold(line == 1);
    painter.setFont(rowFont);
    painter.setPen(palette().color(row.available ? QPalette::WindowText : QPalette::PlaceholderText));
    painter.drawText(at.name, Qt::AlignLeft | Qt::AlignVCenter, row.name);
    if (!row.available) {
        painter.drawText(at.bar, Qt::AlignLeft | Qt::AlignVCenter, tr("not available for this source"));
        return;
    }
    QRect bar = at.bar.adjusted(0, 4, 0, -4);
    QColor track = palette().color(QPalette::WindowText);
    track.setAlphaF(0.07F);
    painter.fillRect(bar, track);
    const double share = m_greatest > 0.0 ? std::clamp(row.mean / m_greatest, 0.0, 1.0) : 0.0;
    bar.setWidth(share > 0.0 ? std::max(1, static_cast<int>(std::lround(bar.width() * share))) : 0);
    painter.fillRect(bar, row.color);
    painter.drawText(at.value, Qt::AlignRight | Qt::AlignVCenter, row.value);
    painter.drawText(at.components, Qt::AlignRight | Qt::AlignVCenter, row.components);
    painter.drawText(at.change, Qt::AlignRight | Qt::AlignVCenter, row.change);
}

} // namespace rotascope
