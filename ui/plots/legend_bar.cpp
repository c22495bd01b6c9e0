// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/legend_bar.h"

#include "ui/base/flow_layout.h"
#include "ui/base/text.h"

#include <QCheckBox>
#include <QEvent>
#include <QPainter>
#include <algorithm>
#include <utility>

namespace rotascope {
namespace {

constexpr int swatchSize = 12;
constexpr int padding = 5;

} // namespace

// A check box to screen readers and keys; what is seen is a swatch: full if on, hollow if off.
class LegendBar::Entry : public QCheckBox {
public:
    Entry(const LegendItem& item, QWidget* parent) : QCheckBox(asMenuText(item.name), parent), m_name(item.name), m_color(item.color)
    {
        setChecked(item.on);
        setToolTip(asToolTip(item.explanation));
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::PointingHandCursor);
        setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    }

    void setColor(const QColor& color)
    {
        m_color = color;
        update();
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {3 * padding + swatchSize + fontMetrics().horizontalAdvance(m_name), fontMetrics().height() + 2 * padding};
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {3 * padding + swatchSize + 4 * fontMetrics().averageCharWidth(), sizeHint().height()};
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
        const int top = (height() - swatchSize) / 2; // a whole pixel
        const QRectF swatch(padding + 0.5, top + 0.5, swatchSize - 1, swatchSize - 1);
        // A darker edge, so that a bright colour has one on a bright window.
        painter.setPen(QPen(isChecked() ? m_color.darker(125) : palette().color(QPalette::PlaceholderText), 1.5));
        painter.setBrush(isChecked() ? QBrush(m_color) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(swatch, 2, 2);

        painter.setPen(palette().color(isChecked() ? QPalette::WindowText : QPalette::PlaceholderText));
        const QRect label = rect().adjusted(2 * padding + swatchSize, 0, -padding + 1, 0);
        painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter, fontMetrics().elidedText(m_name, Qt::ElideRight, label.width()));
    }

private:
    QString m_name; ///< as it is painted
    QColor m_color;
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
    constexpr int mostRows = 3;
    return std::min(m_layout->heightForWidth(width), heightOf(mostRows));
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
