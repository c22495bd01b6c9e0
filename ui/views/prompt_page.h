// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/figure/figure.h"

#include <QString>
#include <QStringList>
#include <QWidget>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QSpinBox;
class QTableWidget;
class QTextDocument;
class QTextEdit;

namespace rotascope {

class LiveLaboratory;
class LivePrompt;
struct PromptQuestion;
class Workspace;

/// What one can choose from on a PromptPage.
struct PromptOffer {
    QStringList tables = {}; ///< "current", then methods
    QStringList lengths = {}; ///< tokens, ascending
    int prompts = 0; ///< numbered from 1; the greater, the later the key stands in the text
    std::size_t layers = 0;
    std::size_t heads = 0; ///< of a layer
};

/// One prompt read aloud: the text with its hidden key, the question, the model's answer under a table, and where it looks while it
/// answers: the attention of its last tokens over the text, head by head. A part of LaboratoryView.
class PromptPage : public QWidget {
    Q_OBJECT

public:
    PromptPage(Workspace* workspace, LiveLaboratory* laboratory, QWidget* parent = nullptr);

    /// Goes to the first prompt of a part of the text, of this length, under a table of the laboratory (its place in rows()).
    void goTo(std::size_t table, std::size_t length, std::size_t part);
    [[nodiscard]] const LivePrompt& live() const { return *m_live; }

    /// What is chosen: "yarn 512 41 6", the table ("current", or a method), the tokens, the prompt, and the head ("-": the one that looks
    /// at the key most).
    [[nodiscard]] QString place() const;
    /// A text that it does not know, or that is empty, is like the first choice.
    void goToPlace(const QString& place);
    /// What place() can say. Call it once the model is there.
    [[nodiscard]] PromptOffer offer() const;

    /// Whether the prompt is read that is chosen.
    [[nodiscard]] bool isSettled() const;
    /// The prompt, the heads and where the chosen one looks, without a title. Call it only if isSettled().
    [[nodiscard]] Figure figure() const;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void layOut();
    void fillChoices();
    [[nodiscard]] std::optional<PromptQuestion> chosenQuestion() const;
    void ask();
    void refresh();
    void fillHeads();
    void fillText();
    int writeText(QTextDocument& text, bool onDark) const;
    [[nodiscard]] std::vector<double> looks() const;
    /// "current", or a method.
    [[nodiscard]] QString chosenTable() const;
    [[nodiscard]] QString stateText() const;

    Workspace* m_workspace;
    LiveLaboratory* m_laboratory;
    LivePrompt* m_live;
    QComboBox* m_table;
    QComboBox* m_length;
    QSpinBox* m_number;
    QTableWidget* m_heads; ///< a row for each head of each layer
    QTextEdit* m_text;
    QLabel* m_state;
    std::vector<std::string> m_methods; ///< of m_table's entries
    int m_wantedHead = -1; ///< that a place names, until the heads are there; -1: none
    bool m_isHeadChosen = false; ///< by the user; else the one that looks at the key most is shown
};

} // namespace rotascope
