// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>
#include <QStyledItemDelegate>

namespace rotascope {

/// A list of things to open: each a name in bold and a line or more below it. A click opens one, and so does Return.
class LinkList : public QListWidget {
    Q_OBJECT

public:
    /// What becomes of a text that is too long for one line.
    enum class Detail { Elided, Wrapped };

    explicit LinkList(Detail detail, QWidget* parent = nullptr);

    /// `target`: what opened() says; texts are shown as they are.
    QListWidgetItem* add(const QString& target, const QString& name, const QString& detail);
    void setDetail(QListWidgetItem& item, const QString& detail);
    [[nodiscard]] static QString targetOf(const QListWidgetItem& item);
    /// Whether it is there to be opened; what is not is pale.
    static void setThere(QListWidgetItem& item, bool isThere);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void opened(const QString& target);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    class Delegate;
    [[nodiscard]] int heightOfRows(int rows) const; ///< of the first ones

    Detail m_detail;
};

} // namespace rotascope
