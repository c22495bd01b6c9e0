// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/decay_curves.h"
#include "ui/plots/figure/figure.h"
#include "ui/plots/legend_bar.h"
#include "ui/plots/paint/readout.h"

#include <QColor>
#include <QList>
#include <QPointer>
#include <QString>
#include <QWidget>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QLabel;

namespace rotascope {

class LineChart;
class Workspace;

/// What a table is, as curves; a box chooses which: the factor of every dimension for every table that is compared, the wavelength of every
/// dimension beside L and L′, or the decay B(m) over the distance.
class CurvesView : public QWidget, public FigureSource {
    Q_OBJECT

public:
    enum class Kind { Factors, Wavelengths, Decay }; ///< in the order of the box

    explicit CurvesView(Workspace* workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString figureName() const override { return tr("Curves"); }
    [[nodiscard]] QString figureId() const override; ///< "factors", "wavelengths", "decay"
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] Figure figure() const override;

    [[nodiscard]] Kind kind() const { return m_kind; }
    void setKind(Kind kind);
    /// The kind with this figureId(); none for another id.
    static std::optional<Kind> kindOf(const QString& figureId);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    /// A curve and its entry in the legend.
    struct Line {
        std::string key; ///< what it is, while its name and its colour may change
        QString name;
        QString explanation;
        QColor color;
        Mark mark = {};
        double width = 1.5; ///< logical pixels
        bool isDashed = false;
        bool isDrawnAtOnce = true;
        std::vector<double> values; ///< one for each place
    };

    void refresh();
    void refreshCurves();
    void refreshLegend();
    void refreshTexts();
    void refreshMarks();
    [[nodiscard]] bool hasCurves() const;
    [[nodiscard]] QString placeholder() const;
    void toggle(int entry, bool on);
    void choosePoint(int point);
    /// In the order of the legend; the first is painted over the others.
    [[nodiscard]] std::vector<Line> linesOf(bool onDark) const;
    [[nodiscard]] std::vector<Line> factorLines(bool onDark) const;
    [[nodiscard]] std::vector<Line> wavelengthLines(bool onDark) const;
    [[nodiscard]] std::vector<Line> decayLines(bool onDark) const;
    [[nodiscard]] std::vector<double> places() const;
    [[nodiscard]] Readout readout(int point) const;
    /// Those of the newest result. Computed when they are asked for, and kept while the tables stay.
    [[nodiscard]] const DecayCurves& decay() const;

    QPointer<Workspace> m_workspace; ///< may go first
    Kind m_kind = Kind::Factors;
    bool m_isOld = true; ///< whether the curves are to be made again
    QLabel* m_title;
    QComboBox* m_choice;
    LegendBar* m_legend;
    LineChart* m_chart;
    QLabel* m_caption;
    std::vector<Line> m_lines; ///< that the chart shows
    QList<LegendItem> m_items; ///< one for each line
    std::map<std::string, bool> m_switched; ///< what the user switched on or off, by its key
    mutable std::shared_ptr<const Analysis> m_decayOf; ///< that m_decay is of
    mutable DecayCurves m_decay;
};

} // namespace rotascope
