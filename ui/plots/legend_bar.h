// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QString>
#include <QWidget>

namespace rotascope {

class FlowLayout;

/// One entry of a legend: something that the plot shows and that can be switched off.
struct LegendItem {
    QString name;
    QColor color;
    QString explanation; ///< tool tip; may be empty
    bool on = true;
};

/// A row of entries (more than one where it is narrow), each with its colour, which are switched by click or Space. Painted by hand, so
/// that both states can be told apart on any palette.
class LegendBar : public QWidget {
    Q_OBJECT

public:
    explicit LegendBar(QWidget* parent = nullptr);

    void setItems(const QList<LegendItem>& items);
    void setColor(int index, const QColor& color);
    [[nodiscard]] bool isOn(int index) const;
    [[nodiscard]] int count() const { return static_cast<int>(m_entries.size()); }
    /// Switches an entry on until another is lent or none (-1). An entry that was on before stays on.
    void lend(int index);
    /// The check box of an entry, for tests.
    [[nodiscard]] QWidget* entry(int index) const;

signals:
    void toggled(int index, bool on);

private:
    class Entry;
    FlowLayout* m_layout;
    QList<Entry*> m_entries;
    int m_lent = -1;
};

} // namespace rotascope
