// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export_format.h"

#include <QDialog>
#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace rotascope {

/// Shows what an export will hold before it is written, saves it and copies it.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ExportDialog(ExportDocument document, QWidget* parent = nullptr);

    /// Writes the export that is shown; the dialog says what happened. Returns whether it was written.
    bool saveTo(const QString& file);

private:
    [[nodiscard]] const ExportFormat& format() const;
    /// The chosen file, if it is of the kind that the format takes.
    [[nodiscard]] std::optional<ExportFormat::Into> into() const;
    void refresh();
    void chooseInto();
    void chooseFile();
    void copy();
    void say(const QString& message, bool isError);

    ExportDocument m_document;
    std::optional<ExportFormat::Into> m_into;
    IntoKind m_intoKind = IntoKind::None; // what m_into is
    QString m_text;

    QComboBox* m_format;
    QLabel* m_description;
    QWidget* m_intoRow;
    QLineEdit* m_intoFile;
    QPlainTextEdit* m_preview;
    QLabel* m_message;
    QPushButton* m_save;
    QPushButton* m_copy;
};

} // namespace rotascope
