// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/legend_bar.h"

#include "ui/base/flow_layout.h"
#include "ui/base/text.h"

#include <QCheckBox>
#include <QEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace rotascope {
namespace {

constexpr int swatchSize = 12;
constexpr int padding = 5;

} // namespace

int legendSignWidth(const Mark& mark)
{
    return mark.shape == Mark::Shape::None ? swatchSize : 2 * swatchSize;
}

void paintLegendSign(QPainter& painter, const QRectF& place, const LegendItem& item, const QColor& ground)
{
    painter.save();
    if (item.mark.shape == Mark::Shape::None) {
        // A darker edge, so that a bright colour has one on a bright window.
        painter.setPen(QPen(item.color.darker(125), 1.5));
        painter.setBrush(item.color);
        const QRectF box(place.left(), std::round(place.center().y() - 0.5 * swatchSize) + 0.5, swatchSize - 1, swatchSize - 1);
        painter.drawRoundedRect(box, 2, 2);
    } else {
        // A curve that is as bright as the window stands on dark maps: here it needs an edge.
        const bool isFaint = std::abs(item.color.lightness() - ground.lightness()) < 60;
        const QColor edge = isFaint ? QColor(0x80, 0x80, 0x80) : ground;
        const QLineF line(place.left(), place.center().y(), place.right(), place.center().y());
        painter.setPen(QPen(edge, isFaint ? 4 : 2));
        painter.drawLine(line);
        painter.setPen(QPen(item.color, 2));
        painter.drawLine(line);
        paintCurveMark(painter, place.center(), item.mark, item.color, edge);
    }
    painter.restore();
}

// A check box to screen readers and keys; what is seen is the sign of the curve: if off, a hollow box, or its mark in grey without a line.
class LegendBar::Entry : public QCheckBox {
public:
    Entry(const LegendItem& item, QWidget* parent) : QCheckBox(asMenuText(item.name), parent), m_item(item)
    {
        setChecked(item.on);
        setToolTip(asToolTip(item.explanation));
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::PointingHandCursor);
        setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    }

    void setColor(const QColor& color)
    {
        m_item.color = color;
        update();
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {3 * padding + legendSignWidth(m_item.mark) + fontMetrics().horizontalAdvance(m_item.name),
            fontMetrics().height() + 2 * padding};
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {3 * padding + legendSignWidth(m_item.mark) + 4 * fontMetrics().averageCharWidth(), sizeHint().height()};
    }

protected:
    [[nodiscard]] bool hitButton(const QPoint& point) const override { return rect().contains(point); }

    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        QColor tint = palette().color(QPalette::WindowText);
        if (underMouse()) {
            tint.setAlphaF(0.08F);
            painter.setPen(Qt::NoPen);
            painter.setBrush(tint);
            painter.drawRoundedRect(frame, 4, 4);
        }
        if (hasFocus()) {
            painter.setPen(palette().color(QPalette::Highlight));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(frame, 4, 4);
        }
        const int sign = legendSignWidth(m_item.mark);
        const int top = (height() - swatchSize) / 2; // a whole pixel
        const QRectF place(padding + 0.5, top + 0.5, sign - 1, swatchSize - 1);
        if (isChecked()) {
            paintLegendSign(painter, place, m_item, palette().color(QPalette::Window));
        } else if (m_item.mark.shape == Mark::Shape::None) {
            painter.setPen(QPen(palette().color(QPalette::PlaceholderText), 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(place, 2, 2);
        } else { // without its line
            paintCurveMark(
                painter, place.center(), m_item.mark, palette().color(QPalette::PlaceholderText), palette().color(QPalette::Window));
        }

        painter.setPen(palette().color(isChecked() ? QPalette::WindowText : QPalette::PlaceholderText));
        const QRect label = rect().adjusted(2 * padding + sign, 0, -padding + 1, 0);
        painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter, fontMetrics().elidedText(m_item.name, Qt::ElideRight, label.width()));
    }

private:
    LegendItem m_item;
};

LegendBar::LegendBar(QWidget* parent) : QScrollArea(parent), m_layout(new FlowLayout(new QWidget))
{
    setWidget(m_layout->parentWidget());
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // the entries have it
    viewport()->setAutoFillBackground(false);
    widget()->setAutoFillBackground(false);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum); // not Fixed, which leaves room for what the hint has: one row
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void LegendBar::setItems(const QList<LegendItem>& items)
{
    qDeleteAll(m_entries);
    m_entries.clear();
    m_lent = -1;
    for (const LegendItem& item : items) {
        auto* entry = new Entry(item, widget());
        const int index = static_cast<int>(m_entries.size());
        connect(entry, &QCheckBox::toggled, this, [this, index](bool on) { emit toggled(index, on); });
        m_layout->addWidget(entry);
        entry->show(); // else it has no size until the event loop shows it
        m_entries.push_back(entry);
    }
    updateGeometry();
}

void LegendBar::setColor(int index, const QColor& color)
{
    m_entries.at(index)->setColor(color);
}

void LegendBar::setMostRows(int rows)
{
    if (rows != m_mostRows) {
        m_mostRows = rows;
        updateGeometry();
    }
}

bool LegendBar::isOn(int index) const
{
    return m_entries.at(index)->isChecked();
}

void LegendBar::lend(int index)
{
    if (const int before = std::exchange(m_lent, -1); before >= 0 && before != index) {
        m_entries.at(before)->setChecked(false);
    }
    if (index >= 0 && !isOn(index)) {
        m_entries.at(index)->setChecked(true);
        m_lent = index;
    }
}

int LegendBar::heightOf(int rows) const
{
    const int row = m_entries.isEmpty() ? fontMetrics().height() : m_entries.front()->sizeHint().height();
    return rows * row;
}

int LegendBar::heightForWidth(int width) const
{
    return std::min(m_layout->heightForWidth(width), heightOf(m_mostRows));
}

QSize LegendBar::sizeHint() const
{
    return m_layout->sizeHint();
}

QSize LegendBar::minimumSizeHint() const
{
    return {m_layout->minimumSize().width(), heightOf(1)};
}

QWidget* LegendBar::entry(int index) const
{
    return m_entries.at(index);
}

} // namespace rotascope
