// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/figure/figure.h"

#include <QColor>
#include <QString>
#include <QWidget>
#include <optional>
#include <vector>

namespace rotascope {

struct TableAnalysis;
class Workspace;

/// The mean disturbance of the current table beside that of every method, as bars; how many components each interpolates; and how
/// much less (or more) it disturbs than position interpolation.
class MethodComparison : public QWidget, public FigureSource, public FigurePlot {
    Q_OBJECT

public:
    explicit MethodComparison(Workspace* workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString figureName() const override;
    [[nodiscard]] QString figureId() const override { return QStringLiteral("methods"); }
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] Figure figure() const override;
    void paintPlot(QPainter& painter, const QSize& size, double sharpness) override;

    /// One line, as it is shown.
    struct Row {
        QString name;
        QColor color;
        double mean = 0.0; ///< 0 if the method is unavailable
        QString value; ///< the mean, times 1000
        QString components; ///< "92 of 128"; a dash where factors lie between 1 and s
        QString change; ///< against position interpolation, e.g. "−72 %"
        QString toolTip;
        bool available = true;
    };
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Columns {
        QRect name, bar, value, components, change;
    };

    void refresh();
    [[nodiscard]] Row rowOf(const QString& name, const QColor& color, const TableAnalysis& table) const;
    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] Columns columns(int line) const;
    void paintAll(QPainter& painter) const;
    void paintHeader(QPainter& painter) const;
    void paintRow(QPainter& painter, int line, const Row& row) const;

    Workspace* m_workspace;
    std::vector<Row> m_rows;
    double m_greatest = 0.0; ///< the mean that a whole bar stands for
};

} // namespace rotascope
