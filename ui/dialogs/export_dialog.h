// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/next_step.h"
#include "ui/jobs/job.h"
#include "ui/workspace/export_writer.h"

#include <QDialog>
#include <QPointer>
#include <optional>
#include <set>
#include <span>

class QComboBox;
class QDialogButtonBox;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace rotascope {

class ReportBrowser;

/// Shows what an export will hold before it is written, saves it and copies it, and says what is done with it next. It begins with the
/// engine and the format that were chosen last, saved or not, and the folder of the last export, and merges into the file that is analysed
/// where it can. While it is written the dialog shows how far that is and offers nothing but to stop; whatever else would close the dialog
/// (Esc, the window's button) stops as well.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// The document's others are offered beside it where the format holds several.
    explicit ExportDialog(ExportDocument document, QWidget* parent = nullptr);
    /// With other formats than all, one at least; they stay.
    ExportDialog(ExportDocument document, std::span<const ExportFormat* const> formats, QWidget* parent = nullptr);

    /// Reads a file to merge into, of the kind that the format takes, off the GUI thread; then shows the export, or says why not.
    void mergeInto(const QString& file);
    /// Begins to write the export that is shown; the dialog says what becomes of it.
    void saveTo(const QString& file);
    [[nodiscard]] bool isWriting() const { return m_writer.isBusy(); }
    /// Whether the export that is asked for is still being made, off the GUI thread: there is nothing to save yet.
    [[nodiscard]] bool isPreparing() const { return m_preparer.isBusy() || m_isTryingSource; }
    /// Whether something was written.
    [[nodiscard]] bool hasExported() const { return m_hasExported; }

    /// Closes the dialog; while it writes, stops that instead.
    void reject() override;

signals:
    /// The table of this analysis is in a file now.
    void exported(const rotascope::Analysis& analysis);

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] const ExportFormat& format() const;
    /// The engine that it is for; null: none.
    [[nodiscard]] const ExportTarget* target() const;
    void addTargets(QVBoxLayout* layout);
    void addNextStep(QVBoxLayout* layout);
    void chooseTarget();
    void showTarget();
    void showNextStep();
    void takeUpLast();
    void rememberChoice() const;
    void mergeIntoSource();
    [[nodiscard]] QString proposedFile() const;
    /// The chosen file, if it is of the kind that the format takes.
    [[nodiscard]] ModelFilePointer into() const;
    void addOthers(QVBoxLayout* layout);
    /// The document, with the others that are ticked, where the format holds several.
    [[nodiscard]] ExportDocument document() const;
    void showDescription();
    void refresh();
    void prepare();
    void take(const Expected<PreparedExport>& prepared);
    void tellExported();
    void showRead(const Expected<ModelFilePointer>& file);
    void showPrepared();
    void showReaders();
    void showLint();
    void chooseInto();
    void chooseFile();
    void copy();
    void showProgress(const JobProgress& progress);
    void endWriting();
    void setInputsEnabled(bool enabled);
    void say(const QString& message, bool isError);
    void colourMessage();

    ExportDocument m_document;
    std::span<const ExportFormat* const> m_formats;
    ModelFilePointer m_into; ///< null: none was chosen
    ExportDocument m_preparedOf; ///< what the prepared export was made from
    std::optional<PreparedExport> m_prepared; ///< what is shown and will be written; none where it cannot be made

    QComboBox* m_target;
    QComboBox* m_format;
    QLabel* m_description;
    QLabel* m_readBy;
    QWidget* m_intoRow;
    QLineEdit* m_intoFile;
    QWidget* m_othersRow;
    QList<QCheckBox*> m_others; ///< one each
    QToolButton* m_choose;
    QToolButton* m_clear;
    QPlainTextEdit* m_preview;
    ReportBrowser* m_lint; ///< what engines will do with it
    QLabel* m_message;
    QWidget* m_nextRow;
    QLabel* m_next;
    QLineEdit* m_command;
    QWidget* m_progressRow;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QDialogButtonBox* m_buttons;
    QPushButton* m_save;
    QPushButton* m_copy;

    std::set<IntoKind> m_triedSource; ///< the kinds of file as which merging into the analysed one was tried
    bool m_isTryingSource = false;
    QString m_readError; ///< why the file to merge into that was just chosen cannot be read
    QString m_file; ///< that is written, or was the last to be
    ExportDocument m_written; ///< what m_file holds, once it is written
    bool m_hasExported = false;
    bool m_isStopping = false;
    bool m_saysError = false;
    QPointer<QWidget> m_focus; ///< what had the focus before the writing began
    Job<ModelFilePointer> m_reader; ///< of the file to merge into
    Job<PreparedExport> m_preparer;
    ExportWriter m_writer; ///< last, like the jobs: they end before the members that they report to are destroyed
};

} // namespace rotascope
