// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

class QTextDocument;

namespace rotascope {

/// A line of text, plain unless setTextFormat() says Qt::RichText, that gives way: it sets no least width, what finds no room is cut with
/// "…", and then the tool tip tells it all, before what it says anyway.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    [[nodiscard]] bool isElided() const;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, QLabel::minimumSizeHint().height()}; }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void layOut(QTextDocument& document) const;
};

} // namespace rotascope
