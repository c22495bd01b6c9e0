// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/scores_csv.h"
#include "ui/plots/figure/figure.h"
#include "ui/plots/paint/readout.h"

#include <QString>
#include <QWidget>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace rotascope {

class LiveLaboratory;
class LiveScores;
class ScatterPlot;
class WholeColumns;
class Workspace;

/// Which measure foretells whether a table works: what models scored under many tables against every measure of these tables, with rank
/// correlations, as trained and after fine-tuning. The scores are those that come with the laboratory's models, with the tables that were
/// tried in this session beside them, or those of files that were opened.
class ScoresView : public QWidget, public FigureSource {
    Q_OBJECT

public:
    explicit ScoresView(Workspace* workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString figureName() const override;
    [[nodiscard]] QString figureId() const override { return QStringLiteral("scores"); }
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] Figure figure() const override;

signals:
    /// The user wants the model of these scores opened.
    void openRequested(const QString& file);
    /// The user wants to score a model, or to see how far that is.
    void scoringRequested();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void layOut();
    void fillSets(const QString& chosen);
    void look();
    void refresh();
    void fillKinds();
    void fillTable();
    void choose(int row, int column);
    void refreshPlot();
    void takeTable(int point);
    void mark();
    void showRun();
    [[nodiscard]] std::shared_ptr<const ScoreSet> triedScores() const;
    [[nodiscard]] QString modelFile() const;
    [[nodiscard]] bool isOfSource() const;
    [[nodiscard]] const ScoreCorrelation* groupOf(std::size_t measure, std::int64_t steps) const;
    [[nodiscard]] const ScoreCorrelation* chosenGroup() const { return groupOf(m_measure, m_steps); }
    [[nodiscard]] std::vector<std::int64_t> steps() const;
    [[nodiscard]] ScoreKind kind() const;
    [[nodiscard]] QString tableName(std::size_t table) const;
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] Readout readout(int point) const;

    Workspace* m_workspace;
    LiveLaboratory* m_laboratory;
    LiveScores* m_live;
    QComboBox* m_sets;
    QComboBox* m_kinds;
    QTableWidget* m_table; ///< a row for each measure, a column for each number of steps
    WholeColumns* m_columns;
    ScatterPlot* m_plot;
    QLabel* m_state;
    QPushButton* m_open;
    QPushButton* m_score; ///< a model; while a run goes on, how far that is
    std::vector<ScoreKind> m_kindList; ///< those of m_kinds
    std::size_t m_measure = 0;
    std::int64_t m_steps = 0;
    std::vector<std::size_t> m_drawn; ///< places in the chosen group, of the points
    QString m_asked; ///< the set that was asked for last; empty: none
    std::size_t m_askedTried = 0; ///< with so many tables of this session
};

} // namespace rotascope
