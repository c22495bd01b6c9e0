// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/export_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace rotascope {
namespace {

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

ExportDialog::ExportDialog(ExportDocument document, QWidget* parent) : QDialog(parent), m_document(std::move(document))
{
    setWindowTitle(tr("Export scaling table"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(8);

    auto* formatRow = new QHBoxLayout;
    m_format = new QComboBox;
    m_format->setObjectName(QStringLiteral("format"));
    for (const ExportFormat* candidate : exportFormats()) {
        m_format->addItem(fromUtf8(candidate->label));
    }
    auto* formatLabel = new QLabel(tr("&Format"));
    formatLabel->setBuddy(m_format);
    formatRow->addWidget(formatLabel);
    formatRow->addWidget(m_format, 1);
    layout->addLayout(formatRow);
    m_description = new QLabel;
    m_description->setWordWrap(true);
    layout->addWidget(m_description);

    m_intoRow = new QWidget;
    auto* intoLayout = new QHBoxLayout(m_intoRow);
    intoLayout->setContentsMargins(0, 0, 0, 0);
    m_intoFile = new QLineEdit;
    m_intoFile->setReadOnly(true);
    m_intoFile->setPlaceholderText(tr("none: only the members that change"));
    auto* chooseButton = new QToolButton;
    chooseButton->setText(tr("Choose…"));
    auto* clearButton = new QToolButton;
    clearButton->setText(tr("None"));
    intoLayout->addWidget(new QLabel(tr("Merge into a copy of")));
    intoLayout->addWidget(m_intoFile, 1);
    intoLayout->addWidget(chooseButton);
    intoLayout->addWidget(clearButton);
    layout->addWidget(m_intoRow);

    m_preview = new QPlainTextEdit;
    m_preview->setObjectName(QStringLiteral("preview"));
    m_preview->setReadOnly(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    layout->addWidget(m_preview, 1);
    m_message = new QLabel;
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_message);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_save = buttons->addButton(tr("&Save as…"), QDialogButtonBox::ActionRole);
    m_save->setDefault(true);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    m_copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    m_copy->setObjectName(QStringLiteral("copy"));
    layout->addWidget(buttons);

    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
    connect(chooseButton, &QToolButton::clicked, this, &ExportDialog::chooseInto);
    connect(clearButton, &QToolButton::clicked, this, [this] {
        m_into.reset();
        refresh();
    });
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(m_copy, &QPushButton::clicked, this, &ExportDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(760, 560);
    refresh();
}

const ExportFormat& ExportDialog::format() const
{
    return *exportFormats()[static_cast<std::size_t>(m_format->currentIndex())];
}

std::optional<ExportFormat::Into> ExportDialog::into() const
{
    return format().into == m_intoKind ? m_into : std::nullopt;
}

void ExportDialog::refresh()
{
    m_description->setText(fromUtf8(format().description));
    m_intoRow->setVisible(format().into != IntoKind::None);
    m_intoFile->setText(into() ? QString::fromStdString(into()->name) : QString());
    const Expected<std::string> text = previewOf(format(), m_document, into());
    m_text = text ? QString::fromStdString(*text) : QString();
    m_preview->setPlainText(m_text);
    m_save->setEnabled(text.has_value());
    m_copy->setEnabled(text.has_value());
    say(text ? QString() : QString::fromStdString(text.error().message), !text);
}

void ExportDialog::chooseInto()
{
    const QString filter = format().into == IntoKind::GgufModel ? tr("GGUF model (*.gguf);;All files (*)")
                                                                : tr("Model configuration (*.json);;All files (*)");
    const QString name = QFileDialog::getOpenFileName(this, tr("Merge into a copy of"), {}, filter);
    if (name.isEmpty()) {
        return;
    }
    const auto opened = openInto(format(), name.toStdString());
    if (!opened) {
        say(QString::fromStdString(opened.error().message), true);
        return;
    }
    m_into = *opened;
    m_intoKind = format().into;
    refresh();
}

void ExportDialog::chooseFile()
{
    const QString suffix = fromUtf8(format().suffix);
    const QString proposal = into() ? QFileInfo(m_intoFile->text()).fileName() : QStringLiteral("scaling-table") + suffix;
    const QString name = QFileDialog::getSaveFileName(
        this, tr("Export scaling table"), proposal, tr("%1 (*%2);;All files (*)").arg(m_format->currentText(), suffix));
    if (!name.isEmpty()) {
        saveTo(name);
    }
}

bool ExportDialog::saveTo(const QString& file)
{
    const Expected<void> written = writeExport(format(), m_document, into(), file.toStdString());
    say(written ? tr("Written: %1").arg(file) : QString::fromStdString(written.error().message), !written);
    return written.has_value();
}

void ExportDialog::copy()
{
    QApplication::clipboard()->setText(m_text);
    say(tr("Copied."), false);
}

void ExportDialog::say(const QString& message, bool isError)
{
    m_message->setText(message);
    QPalette palette = this->palette();
    if (isError) {
        palette.setColor(
            QPalette::WindowText, palette.color(QPalette::Window).lightness() < 128 ? QColor(0xff, 0x8a, 0x80) : QColor(0xb0, 0x00, 0x20));
    }
    m_message->setPalette(palette);
    m_message->setVisible(!message.isEmpty());
}

} // namespace rotascope
