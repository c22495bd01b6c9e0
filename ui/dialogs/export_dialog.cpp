// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/export_dialog.h"

#include "ui/base/colours.h"
#include "ui/base/form.h"
#include "ui/base/number_text.h"
#include "ui/base/report_browser.h"
#include "ui/base/text.h"
#include "ui/dialogs/lint_text.h"
#include "ui/jobs/pace_text.h"
#include "ui/manual/help.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <filesystem>
#include <utility>

namespace rotascope {

ExportDialog::ExportDialog(ExportDocument document, QWidget* parent) : ExportDialog(std::move(document), exportFormats(), parent) { }

ExportDialog::ExportDialog(ExportDocument document, std::span<const ExportFormat* const> formats, QWidget* parent)
    : QDialog(parent), m_document(std::move(document)), m_formats(formats),
      m_reader({.finished = [this](const Expected<ModelFilePointer>& file) { showRead(file); }}, WhenBusy::LeaveBehind),
      m_preparer({.finished = [this](const Expected<PreparedExport>& prepared) { take(prepared); },
          .progressed =
              [this](const JobProgress&) { // only now: most exports are prepared before the first progress, and nothing flickers
                  m_preview->clear();
                  say(tr("Preparing …"), false);
              }}),
      m_writer(this)
{
    setWindowTitle(tr("Export scaling table"));
    setManualPage(this, QStringLiteral("exporting"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(8);

    auto* formatRow = new QHBoxLayout;
    m_format = new QComboBox;
    m_format->setObjectName(QStringLiteral("format"));
    for (const ExportFormat* candidate : m_formats) {
        m_format->addItem(fromUtf8(candidate->label));
    }
    auto* formatLabel = makeLabel(tr("&Format"));
    formatLabel->setBuddy(m_format);
    formatRow->addWidget(formatLabel);
    formatRow->addWidget(m_format, 1);
    layout->addLayout(formatRow);
    auto* about = new QVBoxLayout;
    about->setSpacing(2);
    m_description = makeLabel();
    m_description->setWordWrap(true);
    about->addWidget(m_description);
    m_readBy = makeLabel();
    m_readBy->setObjectName(QStringLiteral("readBy"));
    m_readBy->setWordWrap(true);
    about->addWidget(m_readBy);
    layout->addLayout(about);

    m_intoRow = new QWidget;
    auto* intoLayout = new QHBoxLayout(m_intoRow);
    intoLayout->setContentsMargins(0, 0, 0, 0);
    m_intoFile = new QLineEdit;
    m_intoFile->setReadOnly(true);
    m_choose = new QToolButton;
    m_choose->setText(tr("Choose…"));
    m_choose->setObjectName(QStringLiteral("choose"));
    m_clear = new QToolButton;
    m_clear->setText(tr("None"));
    intoLayout->addWidget(makeLabel(tr("Merge into a copy of")));
    intoLayout->addWidget(m_intoFile, 1);
    intoLayout->addWidget(m_choose);
    intoLayout->addWidget(m_clear);
    layout->addWidget(m_intoRow);

    addOthers(layout);

    m_preview = new QPlainTextEdit;
    m_preview->setObjectName(QStringLiteral("preview"));
    m_preview->setReadOnly(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    layout->addWidget(m_preview, 3);
    m_lint = new ReportBrowser;
    m_lint->setObjectName(QStringLiteral("lint"));
    layout->addWidget(m_lint, 2);
    m_message = makeLabel();
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_message);

    m_progressRow = new QWidget;
    auto* progressLayout = new QHBoxLayout(m_progressRow);
    progressLayout->setContentsMargins(0, 0, 0, 0);
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false); // the message has it
    m_cancel = new QPushButton(tr("Cancel"));
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_cancel->setAutoDefault(false); // an Enter too many, after the file's name, must not stop it
    progressLayout->addWidget(m_progress, 1);
    progressLayout->addWidget(m_cancel);
    m_progressRow->hide();
    layout->addWidget(m_progressRow);

    m_buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_save = m_buttons->addButton(tr("&Save as…"), QDialogButtonBox::ActionRole);
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setDefault(true);
    m_buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    m_copy = m_buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    m_copy->setObjectName(QStringLiteral("copy"));
    layout->addWidget(m_buttons);

    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
    connect(m_choose, &QToolButton::clicked, this, &ExportDialog::chooseInto);
    connect(m_clear, &QToolButton::clicked, this, [this] {
        m_into.reset();
        refresh();
    });
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(m_copy, &QPushButton::clicked, this, &ExportDialog::copy);
    connect(m_cancel, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    connect(&m_writer, &ExportWriter::progressed, this, &ExportDialog::showProgress);
    connect(&m_writer, &ExportWriter::written, this, [this] {
        endWriting();
        say(tr("Written: %1").arg(visible(m_file)), false);
        tellExported();
    });
    connect(&m_writer, &ExportWriter::failed, this, [this](const Error& error) {
        endWriting();
        const bool isStopped = error.kind == ErrorKind::Stopped;
        say(isStopped ? tr("Stopped; nothing was written.") : visible(error.message), !isStopped);
    });
    resize(820, 680);
    refresh();
}

const ExportFormat& ExportDialog::format() const
{
    return *m_formats[static_cast<std::size_t>(m_format->currentIndex())];
}

ModelFilePointer ExportDialog::into() const
{
    return m_into && format().takes(*m_into) ? m_into : nullptr;
}

void ExportDialog::addOthers(QVBoxLayout* layout)
{
    m_othersRow = new QWidget;
    auto* row = new QVBoxLayout(m_othersRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    for (const ExportDocument& other : m_document.others) {
        auto* box = new QCheckBox(tr("Also the table of %1: %2, L′ %3")
                                      .arg(asMenuText(visible(other.analysis->source->ropeName)), asMenuText(visible(other.method)),
                                          countText(other.analysis->settings.targetLength)));
        box->setObjectName(QStringLiteral("other"));
        box->setChecked(true);
        connect(box, &QCheckBox::toggled, this, &ExportDialog::refresh);
        row->addWidget(box);
        m_others << box;
    }
    layout->addWidget(m_othersRow);
}

ExportDocument ExportDialog::document() const
{
    ExportDocument document = m_document;
    document.others.clear();
    for (int i = 0; i < m_others.size(); ++i) {
        if (format().holdsSeveral && into() && m_others[i]->isChecked()) {
            document.others.push_back(m_document.others[static_cast<std::size_t>(i)]);
        }
    }
    return document;
}

void ExportDialog::showDescription()
{
    QString text = fromUtf8(format().description);
    if (!m_others.isEmpty() && !format().holdsSeveral) {
        text += tr(" It holds the table of %1 alone.").arg(visible(m_document.analysis->source->ropeName));
    }
    m_description->setText(text);
    m_othersRow->setVisible(!m_others.isEmpty() && format().holdsSeveral);
}

void ExportDialog::refresh()
{
    m_reader.cancel(); // it reads for another choice
    showDescription();
    m_readBy->setText(tr("Works with: %1").arg(fromUtf8(format().readBy)));
    m_intoRow->setVisible(format().into != IntoKind::None);
    m_intoFile->setPlaceholderText(format().intoRequired ? tr("not chosen yet") : tr("none: only the members that change"));
    m_clear->setVisible(!format().intoRequired);
    m_intoFile->setText(into() ? visible(into()->name) : QString());
    m_prepared.reset();
    m_preparer.cancel();
    if (format().intoRequired && !into()) {
        showPrepared();
        const QString error = std::exchange(m_readError, {});
        say(error.isEmpty() ? tr("Choose the model to copy.") : error, !error.isEmpty());
        return;
    }
    m_save->setEnabled(false); // what is shown is no longer what was asked for
    m_copy->setEnabled(false);
    prepare();
}

// A table for each RoPE, merged into a large file, takes its time.
void ExportDialog::prepare()
{
    m_preparedOf = document();
    m_preparer.request([&format = format(), document = m_preparedOf, into = into()](
                           const Job<PreparedExport>::Run&) { return format.prepare(document, into); },
        {ErrorKind::Output, "the export cannot be made"});
}

void ExportDialog::take(const Expected<PreparedExport>& prepared)
{
    m_prepared = prepared ? std::optional(*prepared) : std::nullopt;
    showPrepared();
    const QString error = !prepared ? visible(prepared.error().message) : std::exchange(m_readError, {});
    say(error, !error.isEmpty());
}

void ExportDialog::tellExported()
{
    m_hasExported = true;
    emit exported(*m_written.analysis);
    for (const ExportDocument& other : m_written.others) {
        emit exported(*other.analysis);
    }
}

void ExportDialog::showPrepared()
{
    m_preview->setPlainText(m_prepared ? QString::fromStdString(m_prepared->preview()) : QString());
    m_save->setEnabled(m_prepared.has_value());
    m_copy->setEnabled(m_prepared.has_value());
    showLint();
}

void ExportDialog::showLint()
{
    const bool hasReport = m_prepared && m_prepared->lint();
    m_lint->setVisible(hasReport);
    m_lint->setHtml(hasReport ? lintText(*m_prepared->lint(), palette()) : QString());
    // No taller than its text: what is left belongs to the preview.
    m_lint->setMaximumHeight(static_cast<int>(m_lint->document()->size().height()) + 3 * m_lint->frameWidth());
}

void ExportDialog::chooseInto()
{
    const QString filter = format().into == IntoKind::GgufModel ? tr("GGUF model (*.gguf);;All files (*)")
                                                                : tr("Model configuration (*.json);;All files (*)");
    const QString name = QFileDialog::getOpenFileName(this, tr("Merge into a copy of"), {}, filter);
    if (!name.isEmpty()) {
        mergeInto(name);
    }
}

void ExportDialog::mergeInto(const QString& file)
{
    m_preparer.cancel();
    m_save->setEnabled(false);
    m_copy->setEnabled(false);
    say(tr("Reading %1 …").arg(visible(QFileInfo(file).fileName())), false);
    m_reader.request([&format = format(), path = std::filesystem::path(file.toStdString())](
                         const Job<ModelFilePointer>::Run&) { return openInto(format, path); },
        {ErrorKind::Input, file.toStdString() + ": cannot be opened"});
}

void ExportDialog::showRead(const Expected<ModelFilePointer>& file)
{
    if (file) {
        m_into = *file;
    }
    m_readError = file ? QString() : visible(file.error().message);
    refresh();
}

void ExportDialog::chooseFile()
{
    const QString suffix = fromUtf8(format().suffix);
    const QString proposal = into() ? QFileInfo(QString::fromStdString(into()->name)).fileName() : QStringLiteral("scaling-table") + suffix;
    const QString name = QFileDialog::getSaveFileName(
        this, tr("Export scaling table"), proposal, tr("%1 (*%2);;All files (*)").arg(m_format->currentText(), suffix));
    if (!name.isEmpty()) {
        saveTo(name);
    }
}

void ExportDialog::saveTo(const QString& file)
{
    if (!m_prepared) {
        return;
    }
    m_file = file;
    m_written = m_preparedOf;
    m_isStopping = false;
    m_focus = focusWidget();
    setInputsEnabled(false);
    m_writer.start(*m_prepared, file);
}

// Not before the writer's first look at the progress: what is written at once, as most is, does not flicker.
void ExportDialog::showProgress(const JobProgress& progress)
{
    constexpr int steps = 1000; // there may be more bytes than an int holds
    const std::optional<double> share = progress.share();
    m_progress->setRange(0, share ? steps : 0); // 0 ... 0 shows that it is busy
    m_progress->setValue(static_cast<int>(steps * share.value_or(0.0)));
    m_progressRow->show();
    if (m_isStopping) {
        say(tr("Stopping …"), false);
        return;
    }
    QStringList details;
    if (share) {
        details << tr("%1 %").arg(static_cast<int>(100.0 * *share));
    }
    if (const QString pace = paceText(progress, ProgressUnit::Bytes); !pace.isEmpty()) {
        details << pace;
    }
    const QString name = fontMetrics().elidedText(visible(QFileInfo(m_file).fileName()), Qt::ElideMiddle, width() / 2);
    say(tr("Writing %1 … %2").arg(name, details.join(tr(", "))).trimmed(), false);
}

void ExportDialog::endWriting()
{
    m_progressRow->hide();
    m_cancel->setEnabled(true);
    setInputsEnabled(true);
    if (m_focus != nullptr) {
        m_focus->setFocus();
    }
}

void ExportDialog::reject()
{
    if (!isWriting()) {
        QDialog::reject();
        return;
    }
    m_isStopping = true;
    m_cancel->setEnabled(false);
    say(tr("Stopping …"), false);
    m_writer.stop();
}

void ExportDialog::setInputsEnabled(bool enabled)
{
    for (QWidget* input : std::initializer_list<QWidget*>{m_format, m_choose, m_clear, m_othersRow, m_buttons}) {
        input->setEnabled(enabled);
    }
}

void ExportDialog::copy()
{
    QApplication::clipboard()->setText(QString::fromStdString(m_prepared->preview()));
    say(tr("Copied."), false);
}

void ExportDialog::say(const QString& message, bool isError)
{
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
    m_saysError = isError;
    colourMessage();
}

void ExportDialog::colourMessage()
{
    QPalette palette; // of nothing but the error's colour: all else is the dialog's, whatever that becomes
    if (m_saysError) {
        palette.setColor(QPalette::WindowText, errorColor(this->palette()));
    }
    m_message->setPalette(palette);
}

void ExportDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        colourMessage();
        showLint();
    }
}

} // namespace rotascope
