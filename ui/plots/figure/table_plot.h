// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/figure/figure.h"

#include <QStringList>
#include <vector>

namespace rotascope {

/// A table as a plot of a figure: right-aligned texts under their headers. Made smaller where it finds no room, never cut.
class TablePlot final : public FigurePlot {
public:
    struct Row {
        QStringList texts; ///< one for each header
        bool isBold = false;
    };

    TablePlot(QStringList headers, std::vector<Row> rows);

    [[nodiscard]] const QStringList& headers() const { return m_headers; }
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    /// Logical pixels.
    [[nodiscard]] QSize naturalSize() const;
    void paintPlot(QPainter& painter, const QSize& size, double sharpness) override;

private:
    void paintRow(QPainter& painter, int line, const QStringList& texts) const;

    QStringList m_headers;
    std::vector<Row> m_rows;
    std::vector<int> m_widths; ///< of the columns
};

/// Makes what is painted next smaller, so that a plot of this natural size fits into `size`.
void shrinkToFit(QPainter& painter, const QSize& natural, const QSize& size);

} // namespace rotascope
