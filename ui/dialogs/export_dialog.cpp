// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/export_dialog.h"

#include "ui/base/colours.h"
#include "ui/base/file_places.h"
#include "ui/base/form.h"
#include "ui/base/number_text.h"
#include "ui/base/report_browser.h"
#include "ui/base/text.h"
#include "ui/base/user_settings.h"
#include "ui/dialogs/lint_text.h"
#include "ui/jobs/pace_text.h"
#include "ui/manual/help.h"
#include "ui/workspace/source_name.h"

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
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <filesystem>
#include <utility>

namespace rotascope {
namespace {

QString lastKey(const char* what)
{
    return QStringLiteral("export/") + QLatin1String(what);
}

// Else preparing it says why not, and no file helps.
bool canHold(const ExportFormat& format, const ExportDocument& document)
{
    const EncodingKind kind = document.analysis->source->encoding.kind;
    return kind == EncodingKind::Rope || std::ranges::find(format.others, kind) != format.others.end();
}

} // namespace

ExportDialog::ExportDialog(ExportDocument document, QWidget* parent) : ExportDialog(std::move(document), exportFormats(), parent) { }

ExportDialog::ExportDialog(ExportDocument document, std::span<const ExportFormat* const> formats, QWidget* parent)
    : QDialog(parent), m_document(std::move(document)), m_formats(formats),
      m_reader({.finished = [this](const Expected<ModelFilePointer>& file) { showRead(file); }}, WhenBusy::LeaveBehind),
      m_preparer({.finished = [this](const Expected<PreparedExport>& prepared) { take(prepared); },
          .progressed =
              [this](const JobProgress&) { // only now: most exports are prepared before the first progress, and nothing flickers
                  m_preview->clear();
                  m_preview->setPlaceholderText({});
                  say(tr("Preparing …"), false);
              }}),
      m_writer(this)
{
    setWindowTitle(tr("Export scaling table"));
    setManualPage(this, QStringLiteral("exporting"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(8);

    addTargets(layout);
    auto* formatRow = new QHBoxLayout;
    m_format = new QComboBox;
    m_format->setObjectName(QStringLiteral("format"));
    for (const ExportFormat* candidate : m_formats) {
        m_format->addItem(translatedLabel(candidate->label));
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
    m_intoFile->setObjectName(QStringLiteral("into"));
    m_intoFile->setReadOnly(true);
    m_intoFile->setAccessibleName(tr("File to merge into a copy of"));
    m_choose = new QToolButton;
    m_choose->setText(tr("Choose…"));
    m_choose->setAccessibleName(tr("Choose the file to merge into"));
    m_choose->setObjectName(QStringLiteral("choose"));
    m_clear = new QToolButton;
    m_clear->setObjectName(QStringLiteral("clear"));
    m_clear->setText(tr("None"));
    m_clear->setAccessibleName(tr("Merge into no file"));
    intoLayout->addWidget(makeLabel(tr("Merge into a copy of")));
    intoLayout->addWidget(m_intoFile, 1);
    intoLayout->addWidget(m_choose);
    intoLayout->addWidget(m_clear);
    layout->addWidget(m_intoRow);

    addOthers(layout);

    m_preview = new QPlainTextEdit;
    m_preview->setObjectName(QStringLiteral("preview"));
    m_preview->setReadOnly(true);
    m_preview->setAccessibleName(tr("Content of the file"));
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    layout->addWidget(m_preview, 3);
    m_lint = new ReportBrowser;
    m_lint->setObjectName(QStringLiteral("lint"));
    m_lint->setAccessibleName(tr("What engines do with it"));
    layout->addWidget(m_lint, 2);
    m_message = makeLabel();
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_message);

    addNextStep(layout);

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
    connect(m_format, &QComboBox::activated, this, &ExportDialog::rememberChoice);
    connect(m_choose, &QToolButton::clicked, this, &ExportDialog::chooseInto);
    connect(m_clear, &QToolButton::clicked, this, [this] {
        m_into.reset();
        m_triedSource.insert(format().into);
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
        showNextStep();
        rememberPlace(m_file);
        tellExported();
    });
    connect(&m_writer, &ExportWriter::failed, this, [this](const Error& error) {
        endWriting();
        const bool isStopped = error.kind == ErrorKind::Stopped;
        say(isStopped ? tr("Stopped; nothing was written.") : translated(error.message), !isStopped);
    });
    resize(820, 720);
    takeUpLast();
    refresh();
}

void ExportDialog::addTargets(QVBoxLayout* layout)
{
    m_target = new QComboBox;
    m_target->setObjectName(QStringLiteral("target"));
    const std::span<const ExportTarget> targets = exportTargets();
    for (std::size_t i = 0; i < targets.size(); ++i) {
        if (std::ranges::find(m_formats, targets[i].format) != m_formats.end()) {
            m_target->addItem(translatedLabel(targets[i].engine), static_cast<int>(i));
        }
    }
    m_target->addItem(tr("no engine: a file for programs and people"), -1);
    auto* label = makeLabel(tr("&For"));
    label->setBuddy(m_target);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_target, 1);
    layout->addLayout(row);
    connect(m_target, &QComboBox::activated, this, [this] {
        chooseTarget();
        rememberChoice();
    });
}

void ExportDialog::addNextStep(QVBoxLayout* layout)
{
    m_nextRow = new QWidget;
    m_nextRow->setObjectName(QStringLiteral("next"));
    auto* column = new QVBoxLayout(m_nextRow);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    m_next = makeLabel();
    m_next->setWordWrap(true);
    m_command = new QLineEdit;
    m_command->setObjectName(QStringLiteral("command"));
    m_command->setReadOnly(true);
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_command->setAccessibleName(tr("What to do with it next"));
    auto* copy = new QPushButton(tr("Copy co&mmand"));
    copy->setObjectName(QStringLiteral("copyCommand"));
    copy->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addWidget(m_command, 1);
    row->addWidget(copy);
    column->addWidget(m_next);
    column->addLayout(row);
    layout->addWidget(m_nextRow);
    connect(copy, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(m_command->text());
        say(tr("Copied the command."), false);
    });
}

const ExportTarget* ExportDialog::target() const
{
    const int index = m_target->currentData().toInt();
    return index < 0 ? nullptr : &exportTargets()[static_cast<std::size_t>(index)];
}

// With its format; with no engine, the first that none reads.
void ExportDialog::chooseTarget()
{
    const auto isOfTheChoice = [this](const ExportFormat* format) {
        const auto reads = [format](const ExportTarget& target) { return target.format == format; };
        return target() != nullptr ? target()->format == format : std::ranges::none_of(exportTargets(), reads);
    };
    const auto found = std::ranges::find_if(m_formats, isOfTheChoice);
    if (found != m_formats.end() && !isOfTheChoice(&format())) {
        m_format->setCurrentIndex(static_cast<int>(found - m_formats.begin())); // refreshes
    } else {
        showNextStep();
    }
}

// One that reads the format; the chosen one if it does.
void ExportDialog::showTarget()
{
    if (target() != nullptr && target()->format == &format()) {
        return;
    }
    int index = 0;
    while (
        index < m_target->count() - 1 && exportTargets()[static_cast<std::size_t>(m_target->itemData(index).toInt())].format != &format()) {
        ++index;
    }
    m_target->setCurrentIndex(index);
}

void ExportDialog::showNextStep()
{
    const ExportTarget* target = this->target();
    m_nextRow->setVisible(target != nullptr && m_prepared);
    if (target == nullptr) {
        return;
    }
    const QString file = m_file.isEmpty() ? QFileInfo(proposedFile()).fileName() : m_file;
    const std::string command = commandFor(*target, file.toStdString(), m_document, into().get());
    const QString place = translated(placeOf(*target, m_document, into().get()));
    const QString fillIn = translated(toFillIn(*target, m_document, into().get()));
    m_next->setText(QStringLiteral("%1 %2").arg(tr("Then: %1").arg(place).trimmed(), fillIn).trimmed());
    m_command->setText(visible(command));
    m_command->setCursorPosition(0);
}

void ExportDialog::takeUpLast()
{
    const QString format = userSetting(lastKey("format")).toString();
    const QString engine = userSetting(lastKey("engine")).toString();
    const auto found = std::ranges::find(m_formats, format, [](const ExportFormat* one) { return fromUtf8(one->name); });
    if (found != m_formats.end()) {
        const QSignalBlocker blocker(m_format);
        m_format->setCurrentIndex(static_cast<int>(found - m_formats.begin()));
        const std::span<const ExportTarget> targets = exportTargets();
        const auto kept = std::ranges::find(targets, engine, [](const ExportTarget& one) { return fromUtf8(one.engine); });
        const int index = kept == targets.end() ? -1 : static_cast<int>(kept - targets.begin());
        m_target->setCurrentIndex(std::max(0, m_target->findData(index)));
    }
}

void ExportDialog::rememberChoice() const
{
    keepUserSetting(lastKey("format"), fromUtf8(format().name));
    keepUserSetting(lastKey("engine"), target() == nullptr ? QString() : fromUtf8(target()->engine)); // in any language
}

// Once, where nothing else was chosen: what is analysed, if the format starts from such a file.
void ExportDialog::mergeIntoSource()
{
    const Source& source = *m_document.analysis->source;
    if (m_triedSource.contains(format().into) || into() || source.kind != SourceKind::ConfigFile || format().into == IntoKind::None) {
        return;
    }
    m_isTryingSource = true;
    mergeInto(QString::fromStdString(source.origin));
}

QString ExportDialog::proposedFile() const
{
    const std::string name
        = proposedName(format(), modelNameOf(*m_document.analysis->source).toStdString(), m_document.analysis->settings.targetLength);
    return placeToSave(QString::fromStdString(name));
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
    QString text = translatedLabel(format().description);
    if (!m_others.isEmpty() && !format().holdsSeveral) {
        text += tr(" It holds the table of %1 alone.").arg(visible(m_document.analysis->source->ropeName));
    }
    m_description->setText(text);
    m_othersRow->setVisible(!m_others.isEmpty() && format().holdsSeveral);
}

void ExportDialog::refresh()
{
    m_reader.cancel(); // it reads for another choice
    m_isTryingSource = false;
    m_file.clear();
    showTarget();
    showDescription();
    m_intoRow->setVisible(format().into != IntoKind::None);
    m_intoFile->setPlaceholderText(format().intoRequired ? tr("not chosen yet") : tr("none: only the members that change"));
    m_clear->setVisible(!format().intoRequired);
    m_intoFile->setText(into() ? visible(into()->name) : QString());
    m_prepared.reset();
    showReaders();
    m_preparer.cancel();
    m_nextRow->setEnabled(false); // like the export; whether there is one is not known yet
    m_nextRow->setVisible(m_nextRow->isVisibleTo(this) && target() != nullptr);
    mergeIntoSource();
    if (m_isTryingSource) {
        return;
    }
    if (format().intoRequired && !into() && canHold(format(), m_document)) {
        showPrepared();
        m_preview->setPlaceholderText(tr(
            "Nothing to show yet. This export is a copy of your model's GGUF file with the table in it.\n\nNext to \"Merge into a copy "
            "of\", click \"Choose…\" and open that file. It stays as it is. Where you have none, llama.cpp's convert_hf_to_gguf.py makes "
            "one of the model's folder."));
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
        {ErrorKind::Output, tr("the export cannot be made").toStdString()});
}

void ExportDialog::take(const Expected<PreparedExport>& prepared)
{
    m_prepared = prepared ? std::optional(*prepared) : std::nullopt;
    showPrepared();
    m_preview->setPlaceholderText(prepared ? QString() : tr("There is nothing to show: the reason stands below."));
    const QString error = !prepared ? translated(prepared.error().message) : std::exchange(m_readError, {});
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
    m_nextRow->setEnabled(true);
    showNextStep();
    showReaders();
    showLint();
}

void ExportDialog::showReaders()
{
    m_readBy->setText(tr("Works with: %1").arg(translated(readersOf(format(), m_prepared ? &*m_prepared : nullptr))));
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
    const QString name = askWhatToOpen(this, tr("Merge into a copy of"), filter);
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
        {ErrorKind::Input, tr("%1: cannot be opened").arg(file).toStdString()});
}

void ExportDialog::showRead(const Expected<ModelFilePointer>& file)
{
    if (file) {
        m_into = *file;
    }
    const bool wasAsked = !std::exchange(m_isTryingSource, false); // else it may be of the other kind
    m_triedSource.insert(format().into);
    m_readError = file || !wasAsked ? QString() : translated(file.error().message);
    refresh();
}

void ExportDialog::chooseFile()
{
    const QString suffix = fromUtf8(format().suffix);
    const QString name = QFileDialog::getSaveFileName(
        this, tr("Export scaling table"), proposedFile(), tr("%1 (*%2);;All files (*)").arg(m_format->currentText(), suffix));
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
    for (QWidget* input : std::initializer_list<QWidget*>{m_target, m_format, m_choose, m_clear, m_othersRow, m_buttons}) {
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
