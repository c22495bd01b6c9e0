// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>
#include <cstddef>
#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QSpinBox;
class QTableWidget;
class QTextEdit;

namespace rotascope {

class LiveLaboratory;
class LivePrompt;
class Workspace;

/// One prompt read aloud: the text with its hidden key, the question, the model's answer under a table, and where it looks while it
/// answers: the attention of its last tokens over the text, head by head. A part of LaboratoryView.
class PromptPage : public QWidget {
    Q_OBJECT

public:
    PromptPage(Workspace* workspace, LiveLaboratory* laboratory, QWidget* parent = nullptr);

    /// Goes to the first prompt of a part of the text, of this length, under a table of the laboratory (its place in rows()).
    void goTo(std::size_t table, std::size_t length, std::size_t part);
    [[nodiscard]] const LivePrompt& live() const { return *m_live; }

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void layOut();
    void fillChoices();
    void ask();
    void refresh();
    void fillHeads();
    void fillText();
    [[nodiscard]] double onTheKey(std::size_t layer, std::size_t head) const;
    [[nodiscard]] std::vector<double> looks() const;
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
    bool m_isHeadChosen = false; ///< by the user; else the one that looks at the key most is shown
};

} // namespace rotascope
