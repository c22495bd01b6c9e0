// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QList>

namespace rotascope {

/// Items side by side at their preferred width, in as many lines as that takes.
class FlowLayout : public QLayout {
public:
    explicit FlowLayout(QWidget* parent);
    FlowLayout(const FlowLayout&) = delete;
    FlowLayout& operator=(const FlowLayout&) = delete;
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override { m_items.append(item); }
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override { return index >= 0 && index < count() ? m_items.takeAt(index) : nullptr; }
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return arrange({0, 0, width, 0}, false); }
    [[nodiscard]] QSize sizeHint() const override; ///< one line
    [[nodiscard]] QSize minimumSize() const override; ///< the least of each item
    void setGeometry(const QRect& area) override;

private:
    int arrange(const QRect& area, bool moves) const; ///< returns the height

    QList<QLayoutItem*> m_items;
};

} // namespace rotascope
