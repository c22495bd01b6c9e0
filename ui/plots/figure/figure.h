// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "ui/plots/legend_bar.h"

#include <QList>
#include <QSize>
#include <QString>
#include <QStringList>
#include <functional>
#include <memory>
#include <string>
#include <vector>

class QPainter;

namespace rotascope {

/// A plot that is painted elsewhere than on the screen: a widget that is never shown, in the style of figure_style.h.
class FigurePlot {
public:
    virtual ~FigurePlot() = default;
    /// Paints all of it but what belongs to the moment, such as the cursor, into 0, 0 ... size, in logical pixels. `sharpness`: how many
    /// pixels an image has for each logical pixel.
    virtual void paintPlot(QPainter& painter, const QSize& size, double sharpness) = 0;
};

/// What a view shows, for a paper, a slide or a spreadsheet. Later changes of the view do not change it.
struct Figure {
    QString title = {};
    QStringList facts = {}; ///< lines under the title
    QList<LegendItem> legend = {}; ///< only what is on is drawn
    std::vector<std::shared_ptr<FigurePlot>> plots = {}; ///< side by side
    QString note = {}; ///< what a reader has to know beside it; may be empty
    QString provenance = {}; ///< how it was made
    QSize size = {960, 600}; ///< the size that suits it, logical pixels (1/96 inch)
    std::function<std::string()> data = {}; ///< CSV
};

/// A view whose picture and data can be copied and saved.
class FigureSource {
public:
    virtual ~FigureSource() = default;
    /// What it is called in menus; "Distribution".
    [[nodiscard]] virtual QString figureName() const = 0;
    /// The same for the names of files; "distribution".
    [[nodiscard]] virtual QString figureId() const = 0;
    /// Whether it has numbers, and they are those for what is set now.
    [[nodiscard]] virtual bool isSettled() const = 0;
    /// What it shows. Call it only if isSettled().
    [[nodiscard]] virtual Figure figure() const = 0;
};

/// Paints a figure into 0, 0 ... size, on white, whatever the window's colours are.
void paintFigure(QPainter& painter, const QSize& size, const Figure& figure, double sharpness);

} // namespace rotascope
