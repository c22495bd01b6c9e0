// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/score_run.h"
#include "core/exchange/export_format.h"
#include "ui/jobs/job.h"
#include "ui/workspace/python_search.h"

#include <QDialog>
#include <QString>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <variant>
#include <vector>

class QBoxLayout;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace rotascope {

class ScoreRun;

/// A table that can be scored.
struct TableToScore {
    QString title; ///< for the user
    QString name; ///< of its file, without the suffix, and so in the scores
    ExportDocument document;
};

/// Scores a real model under tables: shows the command that does it, to be copied, and runs it where a Python has the package
/// rotascope_evaluate. The tables become files first, beside the scores. A run goes on when the dialog is closed; opened again, it shows
/// that run.
class ScoreRunDialog : public QDialog {
    Q_OBJECT

public:
    /// `model`: to begin with; `targetLength`: L′. The run outlives the dialog.
    ScoreRunDialog(
        std::vector<TableToScore> tables, const QString& model, std::int64_t targetLength, ScoreRun& run, QWidget* parent = nullptr);

    /// Whether the tables are being written.
    [[nodiscard]] bool isWriting() const { return m_writer.isBusy(); }
    /// Whether a Python is still looked for.
    [[nodiscard]] bool isSearching() const { return m_search.isBusy(); }

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeForm();
    static QWidget* makeLine(QLineEdit* field, QPushButton* button);
    void makePythonLine(QBoxLayout* layout);
    void makeProgressRow(QBoxLayout* layout);
    void makeButtons(QBoxLayout* layout);
    void fillTables();
    void takeUpLast(std::int64_t targetLength);
    void rememberAsLast() const;
    void connectControls();
    void chooseModel();
    void chooseText();
    void chooseOutput();
    void choosePython();
    [[nodiscard]] std::vector<const TableToScore*> chosen() const;
    [[nodiscard]] std::filesystem::path tableFolder() const;
    [[nodiscard]] ScoreRunRequest request() const;
    [[nodiscard]] QString python() const;
    void refresh();
    /// Which Python it runs with, or how to get one. `canCopy`: whether the command is there.
    [[nodiscard]] QString aboutPython(bool canCopy) const;
    void showRun();
    void growToTexts();
    void writeTablesAnd(std::function<void()> goOn);
    void copy();
    void begin();
    void say(const QString& message, bool isError);
    void colourMessage();

    std::vector<TableToScore> m_tables;
    ScoreRun& m_run;
    PythonSearch m_search;
    QLineEdit* m_model;
    QPushButton* m_chooseModel;
    QListWidget* m_list; ///< the tables, then the model's own frequencies
    QLineEdit* m_lengths;
    QSpinBox* m_passkeys;
    QLineEdit* m_text;
    QPushButton* m_chooseText;
    QLineEdit* m_output;
    QPushButton* m_chooseOutput;
    QLabel* m_place; ///< of the tables' files
    QPlainTextEdit* m_command;
    QLabel* m_python;
    QPushButton* m_choosePython;
    QLabel* m_message;
    QWidget* m_inputs = nullptr;
    QWidget* m_progressRow;
    QProgressBar* m_progress;
    QPushButton* m_stop;
    QPushButton* m_start = nullptr;
    QPushButton* m_copy = nullptr;
    bool m_saysError = false;
    std::function<void()> m_goOn; ///< when the tables are written
    Job<std::monostate> m_writer; ///< last: it ends before the members that it reports to are destroyed
};

} // namespace rotascope
