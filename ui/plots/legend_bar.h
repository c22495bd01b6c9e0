// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/paint/mark.h"

#include <QColor>
#include <QList>
#include <QRectF>
#include <QScrollArea>
#include <QString>

class QPainter;

namespace rotascope {

class FlowLayout;

/// One entry of a legend: something that the plot shows and that can be switched off.
struct LegendItem {
    QString name;
    QColor color;
    QString explanation; ///< tool tip; may be empty
    bool on = true;
    Mark mark = {}; ///< that of its curve; none: a box of its colour
};

/// The width of the sign of an entry beside its name, logical pixels.
int legendSignWidth(const Mark& mark);
/// Paints it: a line with the mark, or a box; `ground` is the colour behind it.
void paintLegendSign(QPainter& painter, const QRectF& place, const LegendItem& item, const QColor& ground);

/// A row of entries, each with its colour, which are switched by click or Space. Where it is narrow they take up to three rows, and scroll
/// beyond that: the room is the plot's. Painted by hand, so that both states can be told apart on any palette.
class LegendBar : public QScrollArea {
    Q_OBJECT

public:
    explicit LegendBar(QWidget* parent = nullptr);

    void setItems(const QList<LegendItem>& items);
    void setColor(int index, const QColor& color);
    /// How many rows it takes before it scrolls; 3 at first.
    void setMostRows(int rows);
    [[nodiscard]] bool isOn(int index) const;
    [[nodiscard]] int count() const { return static_cast<int>(m_entries.size()); }
    /// Switches an entry on until another is lent or none (-1). An entry that was on before stays on.
    void lend(int index);
    /// The check box of an entry, for tests.
    [[nodiscard]] QWidget* entry(int index) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

signals:
    void toggled(int index, bool on);

private:
    class Entry;
    [[nodiscard]] int heightOf(int rows) const;

    FlowLayout* m_layout;
    QList<Entry*> m_entries;
    int m_lent = -1;
    int m_mostRows = 3;
};

} // namespace rotascope
