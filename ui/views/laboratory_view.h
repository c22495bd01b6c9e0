// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"
#include "ui/plots/figure/figure.h"
#include "ui/plots/paint/readout.h"
#include "ui/views/kept_place.h"
#include "ui/workspace/live_laboratory.h"

#include <QPointer>
#include <QString>
#include <QStringList>
#include <QWidget>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace rotascope {

class CellGrids;
class PromptPage;
struct PromptOffer;
class WholeColumns;
class Workspace;

/// Whether the table works: how often a small language model that runs under it finds a key in a text, by the length of the text and the
/// depth of the key, beside four methods, and how well it foretells the words; or one prompt, and where the model looks. It needs the
/// laboratory's model to be what is open.
class LaboratoryView : public QWidget, public FigureSource, public KeptPlace {
    Q_OBJECT

public:
    explicit LaboratoryView(Workspace* workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString figureName() const override;
    [[nodiscard]] QString figureId() const override { return QStringLiteral("laboratory"); }
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] Figure figure() const override;

    /// Empty: all prompts; else "prompt", and what PromptPage::place() says.
    [[nodiscard]] QString place() const override;
    void goToPlace(const QString& place) override;
    /// What a place that begins with "prompt" can say; once the model is there.
    [[nodiscard]] PromptOffer promptOffer() const;

    [[nodiscard]] const LiveLaboratory& live() const { return *m_live; }

signals:
    /// The user wants this model opened.
    void openRequested(const QString& file);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    /// A table that is listed: a row of the laboratory, or the one before.
    struct Listed {
        QString name;
        QString method; ///< empty: the current table, or the one before
        const Evaluation* evaluation = nullptr; ///< null: not known yet
        double meanDisturbance = 0.0;
        bool isCurrent = false;
    };

    QWidget* makeInvitation();
    QWidget* makeResults();
    QWidget* makeAllPrompts();
    void refresh();
    [[nodiscard]] QString withLengths(const QString& title) const;
    [[nodiscard]] QString titleOfAll() const;
    [[nodiscard]] QString titleOfOne() const;
    [[nodiscard]] bool showsOnePrompt() const;
    [[nodiscard]] Figure figureOfAll() const;
    void fillTitle();
    void mark();
    void showInvitation();
    void fillGrids();
    void fillTable();
    [[nodiscard]] std::vector<Listed> listed() const;
    [[nodiscard]] QStringList textsOf(const Listed& table) const;
    [[nodiscard]] static QStringList errorsOf(const Listed& table);
    [[nodiscard]] const Evaluation* before() const;
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] Readout readout(int grid, int row, int column) const;
    void takeTable(int row);

    Workspace* m_workspace;
    QPointer<LiveLaboratory> m_live; ///< the workspace's, which may go first
    QStackedWidget* m_pages;
    QLabel* m_need;
    QPushButton* m_open;
    QLabel* m_title;
    QComboBox* m_kind; ///< all prompts, or one
    QStackedWidget* m_kinds;
    CellGrids* m_grids;
    QTableWidget* m_table;
    WholeColumns* m_columns;
    QLabel* m_state;
    PromptPage* m_prompt;
};

} // namespace rotascope
