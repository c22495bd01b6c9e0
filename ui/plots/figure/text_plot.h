// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/figure/figure.h"

#include <QTextDocument>
#include <memory>

namespace rotascope {

/// A text as a plot of a figure, in lines as long as there is room. Made smaller where it is too high, never cut.
class TextPlot final : public FigurePlot {
public:
    /// Its colours are those of figures: dark on white. It gets their font.
    explicit TextPlot(std::unique_ptr<QTextDocument> text);

    [[nodiscard]] const QTextDocument& text() const { return *m_text; }
    void paintPlot(QPainter& painter, const QSize& size, double sharpness) override;

private:
    std::unique_ptr<QTextDocument> m_text;
};

} // namespace rotascope
