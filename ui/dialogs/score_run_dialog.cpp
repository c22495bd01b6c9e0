// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/score_run_dialog.h"

#include "core/exchange/tables/json_table.h"
#include "ui/base/colours.h"
#include "ui/base/field_keys.h"
#include "ui/base/file_places.h"
#include "ui/base/form.h"
#include "ui/base/length_box.h"
#include "ui/base/text.h"
#include "ui/base/user_settings.h"
#include "ui/manual/help.h"
#include "ui/workspace/score_run.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>
#include <system_error>
#include <utility>

namespace rotascope {
namespace {

constexpr int mostPasskeys = 10000;
constexpr int fewestTables = 3; // rows of the list that are seen
constexpr int mostTables = 4;
constexpr int shownLines = 5; // of the command

QString scoreKey(const char* what)
{
    return QStringLiteral("evaluate/") + QLatin1String(what);
}

// A label says what a control is; so does its accessible name.
void addField(QFormLayout& form, const QString& label, const char* name, QWidget* control, QWidget* line = nullptr)
{
    control->setObjectName(QLatin1String(name));
    control->setAccessibleName(withoutKeyMark(label));
    auto* title = makeLabel(label);
    title->setBuddy(control);
    form.addRow(title, line != nullptr ? line : control);
}

// "8192, 16k". A word that is no length becomes 0, which is refused.
std::vector<std::int64_t> lengthsIn(const QString& text)
{
    static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
    std::vector<std::int64_t> lengths;
    for (const QString& word : text.split(between, Qt::SkipEmptyParts)) {
        lengths.push_back(lengthOf(word).value_or(0));
    }
    return lengths;
}

Expected<void> writeTables(const std::vector<TableToScore>& tables, const std::filesystem::path& folder)
{
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem) {
        const QString place = visible(QString::fromStdString(folder.string()));
        return outputError(ScoreRunDialog::tr("%1: the folder cannot be made: %2").arg(place, visible(problem.message())).toStdString());
    }
    for (const TableToScore& table : tables) {
        const std::filesystem::path file = folder / (table.name + QStringLiteral(".json")).toStdString();
        Expected<void> written
            = jsonFormat.prepare(table.document).and_then([&](const PreparedExport& prepared) { return prepared.writeTo(file); });
        if (!written) {
            return written;
        }
    }
    return {};
}

// The package as it is installed with the program: its wheel, which pip takes also from a folder that it may not write to, else its
// sources; empty: neither is there.
QString packageToInstall()
{
    const QDir folder(QDir::cleanPath(QCoreApplication::applicationDirPath() + QStringLiteral("/../share/rotascope/evaluate")));
    const QStringList wheels = folder.entryList({QStringLiteral("rotascope_evaluate-*.whl")}, QDir::Files);
    if (!wheels.isEmpty()) {
        return folder.filePath(wheels.back());
    }
    return folder.exists(QStringLiteral("pyproject.toml")) ? folder.path() : QString();
}

} // namespace

ScoreRunDialog::ScoreRunDialog(
    std::vector<TableToScore> tables, const QString& model, std::int64_t targetLength, ScoreRun& run, QWidget* parent)
    : QDialog(parent), m_tables(std::move(tables)), m_run(run), m_model(new QLineEdit(model)),
      m_chooseModel(new QPushButton(tr("&Folder…"))), m_list(new QListWidget), m_lengths(new QLineEdit), m_passkeys(new QSpinBox),
      m_text(new QLineEdit), m_chooseText(new QPushButton(tr("Choose…"))), m_output(new QLineEdit),
      m_chooseOutput(new QPushButton(tr("Choose…"))), m_place(makeHint()), m_command(new QPlainTextEdit), m_python(makeLabel()),
      m_choosePython(new QPushButton(tr("Choose…"))), m_message(makeLabel()), m_progressRow(new QWidget), m_progress(new QProgressBar),
      m_stop(new QPushButton(tr("Stop the run"))), m_writer({.finished = [this](const Expected<std::monostate>& written) {
          const std::function<void()> goOn = std::exchange(m_goOn, {});
          if (written) {
              rememberAsLast(); // not a folder that could not be made
              goOn();
          } else {
              say(translated(written.error().message), true);
          }
          showRun();
      }})
{
    setWindowTitle(tr("Score a model"));
    setManualPage(this, QStringLiteral("scores"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    m_inputs = makeForm();
    layout->addWidget(m_inputs);
    layout->addWidget(m_command);
    makePythonLine(layout);
    layout->addWidget(m_message);
    makeProgressRow(layout);
    makeButtons(layout);
    for (QPushButton* button : findChildren<QPushButton*>()) {
        button->setAutoDefault(false); // Return in a field takes what was typed, and presses nothing
    }
    fillTables();
    takeUpLast(targetLength);
    connectControls();
    resize(720, sizeHint().height());
    m_search.start(userSetting(scoreKey("python")).toString());
    showRun();
    if (!m_run.outcome().isEmpty() && !m_run.isRunning()) {
        say(m_run.outcome(), m_run.hasFailed());
    }
}

// ---- What it consists of

QWidget* ScoreRunDialog::makeLine(QLineEdit* field, QPushButton* button)
{
    auto* line = new QWidget;
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(field, 1);
    layout->addWidget(button);
    return line;
}

QWidget* ScoreRunDialog::makeForm()
{
    auto* page = new QWidget;
    QFormLayout* form = rotascope::makeForm(page);
    form->setContentsMargins(0, 0, 0, 0);
    m_model->setPlaceholderText(tr("a folder, or a name of the Hugging Face hub: Qwen/Qwen3-8B"));
    m_chooseModel->setAccessibleName(tr("Choose the model's folder"));
    const int row = m_list->fontMetrics().height() + 6;
    m_list->setMinimumHeight(fewestTables * row + 2 * m_list->frameWidth());
    m_list->setMaximumHeight(mostTables * row + 2 * m_list->frameWidth());
    setTakesNumbers(m_lengths);
    m_lengths->setToolTip(tr("Tokens of a prompt: one number, or several with commas between them"));
    m_passkeys->setRange(0, mostPasskeys);
    m_passkeys->setSpecialValueText(tr("none"));
    m_passkeys->setToolTip(tr("How many prompts of each length have a key hidden in them that the model is asked for"));
    m_text->setPlaceholderText(tr("none; of a long text the loss is measured as well"));
    m_chooseText->setAccessibleName(tr("Choose the text"));
    m_chooseOutput->setAccessibleName(tr("Choose the file for the scores"));
    m_place->setObjectName(QStringLiteral("place"));
    addField(*form, tr("&Model"), "model", m_model, makeLine(m_model, m_chooseModel));
    addField(*form, tr("&Under"), "tables", m_list);
    addField(*form, tr("&Lengths"), "lengths", m_lengths);
    addField(*form, tr("&Prompts of each length"), "passkeys", m_passkeys);
    addField(*form, tr("&Text"), "text", m_text, makeLine(m_text, m_chooseText));
    addField(*form, tr("Scores &into"), "output", m_output, makeLine(m_output, m_chooseOutput));
    form->addRow(m_place);
    m_command->setObjectName(QStringLiteral("command"));
    m_command->setReadOnly(true);
    m_command->setAccessibleName(tr("The command that scores the model"));
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_command->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_command->setTabChangesFocus(true);
    m_command->setFixedHeight(shownLines * m_command->fontMetrics().lineSpacing() + 12);
    return page;
}

void ScoreRunDialog::makePythonLine(QBoxLayout* layout)
{
    m_python->setObjectName(QStringLiteral("python"));
    m_python->setWordWrap(true);
    m_python->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_choosePython->setObjectName(QStringLiteral("choosePython"));
    m_choosePython->setAccessibleName(tr("Choose the Python that has the package rotascope_evaluate"));
    auto* line = new QHBoxLayout;
    line->addWidget(m_python, 1);
    line->addWidget(m_choosePython, 0, Qt::AlignTop);
    layout->addLayout(line);
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
}

void ScoreRunDialog::makeProgressRow(QBoxLayout* layout)
{
    m_progress->setTextVisible(false); // the message has it
    m_progress->setAccessibleName(tr("How much is measured"));
    m_stop->setObjectName(QStringLiteral("stop"));
    m_stop->setToolTip(tr("What is measured stays in the file; the same run goes on with what is missing"));
    auto* row = new QHBoxLayout(m_progressRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_progress, 1);
    row->addWidget(m_stop);
    layout->addWidget(m_progressRow);
}

void ScoreRunDialog::makeButtons(QBoxLayout* layout)
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_start = buttons->addButton(tr("&Run"), QDialogButtonBox::ActionRole);
    m_start->setObjectName(QStringLiteral("run"));
    m_copy = buttons->addButton(tr("&Copy command"), QDialogButtonBox::ActionRole);
    m_copy->setObjectName(QStringLiteral("copy"));
    m_copy->setToolTip(tr("Writes the tables into their files and puts the command on the clipboard"));
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ScoreRunDialog::fillTables()
{
    const auto add = [this](const QString& title, bool isChosen) {
        auto* item = new QListWidgetItem(title, m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(isChosen ? Qt::Checked : Qt::Unchecked);
    };
    for (const TableToScore& table : m_tables) {
        add(table.title, true);
    }
    add(tr("The model's own frequencies"), true);
    m_list->setCurrentRow(0);
}

void ScoreRunDialog::connectControls()
{
    for (QLineEdit* field : {m_model, m_lengths, m_text, m_output}) {
        connect(field, &QLineEdit::textChanged, this, &ScoreRunDialog::refresh);
    }
    connect(m_passkeys, &QSpinBox::valueChanged, this, &ScoreRunDialog::refresh);
    connect(m_list, &QListWidget::itemChanged, this, &ScoreRunDialog::refresh);
    connect(m_chooseModel, &QPushButton::clicked, this, &ScoreRunDialog::chooseModel);
    connect(m_chooseText, &QPushButton::clicked, this, &ScoreRunDialog::chooseText);
    connect(m_chooseOutput, &QPushButton::clicked, this, &ScoreRunDialog::chooseOutput);
    connect(m_choosePython, &QPushButton::clicked, this, &ScoreRunDialog::choosePython);
    connect(m_copy, &QPushButton::clicked, this, [this] { writeTablesAnd([this] { copy(); }); });
    connect(m_start, &QPushButton::clicked, this, [this] { writeTablesAnd([this] { begin(); }); });
    connect(m_stop, &QPushButton::clicked, &m_run, &ScoreRun::stop);
    connect(&m_search, &PythonSearch::ended, this, &ScoreRunDialog::refresh);
    connect(&m_run, &ScoreRun::changed, this, [this] {
        if (!m_run.isRunning()) {
            say(m_run.outcome(), m_run.hasFailed());
        }
        showRun();
    });
}

// ---- What is chosen

// The folder of the last scores; at first the user's documents.
void ScoreRunDialog::takeUpLast(std::int64_t targetLength)
{
    m_lengths->setText(QString::number(targetLength));
    m_passkeys->setValue(userSetting(scoreKey("passkeys")).isValid() ? userSetting(scoreKey("passkeys")).toInt() : 50);
    m_text->setText(userSetting(scoreKey("text")).toString());
    const QString name = QFileInfo(m_model->text()).fileName();
    m_output->setText(placeToSave(
        (name.isEmpty() ? QStringLiteral("model") : name) + QStringLiteral("-scores.json"), userSetting(scoreKey("folder")).toString()));
}

void ScoreRunDialog::rememberAsLast() const
{
    keepUserSetting(scoreKey("passkeys"), m_passkeys->value());
    keepUserSetting(scoreKey("text"), m_text->text());
    keepUserSetting(scoreKey("folder"), QFileInfo(m_output->text()).path());
}

void ScoreRunDialog::chooseModel()
{
    const QString present = QFileInfo(m_model->text()).isDir() ? m_model->text() : placeToOpen(); // else it is a name on the hub
    const QString folder = QFileDialog::getExistingDirectory(this, tr("The model's folder"), present);
    if (!folder.isEmpty()) {
        rememberOpenPlace(folder);
        m_model->setText(folder);
    }
}

void ScoreRunDialog::chooseText()
{
    const QString present = m_text->text().isEmpty() ? placeToOpen() : m_text->text();
    const QString file = QFileDialog::getOpenFileName(this, tr("A long text"), present, tr("Texts (*.txt);;All files (*)"));
    if (!file.isEmpty()) {
        rememberOpenPlace(file);
        m_text->setText(file);
    }
}

void ScoreRunDialog::chooseOutput()
{
    // An existing file is added to, so nothing is replaced that the user would have to be asked about.
    QString file = QFileDialog::getSaveFileName(
        this, tr("Scores into"), m_output->text(), tr("Scores (*.json)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (!file.isEmpty()) {
        m_output->setText(QFileInfo(file).suffix().isEmpty() ? file + QStringLiteral(".json") : file);
    }
}

void ScoreRunDialog::choosePython()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("The Python that has rotascope_evaluate"), python().isEmpty() ? QDir::homePath() : python());
    if (!file.isEmpty()) {
        keepUserSetting(scoreKey("python"), file);
        m_search.start(file);
        refresh();
    }
}

std::vector<const TableToScore*> ScoreRunDialog::chosen() const
{
    std::vector<const TableToScore*> tables;
    for (std::size_t i = 0; i < m_tables.size(); ++i) {
        if (m_list->item(static_cast<int>(i))->checkState() == Qt::Checked) {
            tables.push_back(&m_tables[i]);
        }
    }
    return tables;
}

std::filesystem::path ScoreRunDialog::tableFolder() const
{
    const QFileInfo output(m_output->text());
    return (output.path() + QLatin1Char('/') + output.completeBaseName() + QStringLiteral("-tables")).toStdString();
}

ScoreRunRequest ScoreRunDialog::request() const
{
    ScoreRunRequest request{.model = m_model->text().trimmed().toStdString(),
        .tables = {},
        .ownFrequencies = m_list->item(m_list->count() - 1)->checkState() == Qt::Checked,
        .lengths = lengthsIn(m_lengths->text()),
        .passkeys = m_passkeys->value(),
        .text = m_text->text().toStdString(),
        .output = m_output->text().toStdString()};
    for (const TableToScore* table : chosen()) {
        request.tables.push_back(tableFolder() / (table->name + QStringLiteral(".json")).toStdString());
    }
    return request;
}

QString ScoreRunDialog::python() const
{
    return m_search.found() ? m_search.found()->program : QString();
}

// ---- Showing

void ScoreRunDialog::refresh()
{
    const ScoreRunRequest asked = request();
    const Expected<void> checked = checkScoreRun(asked);
    const bool isWhole = QDir::isAbsolutePath(m_output->text()) && (m_text->text().isEmpty() || QDir::isAbsolutePath(m_text->text()));
    m_place->setText(chosen().empty() || !isWhole
            ? QString()
            : tr("The tables are written into %1 first.").arg(visible(QString::fromStdString(tableFolder().string()))));
    const QString command = python().isEmpty() ? QStringLiteral("python") : python();
    m_command->setPlainText(checked && isWhole ? visible(shellCommandOf(command.toStdString(), asked)) : QString());
    m_command->setPlaceholderText(!checked ? translated(checked.error().message)
            : !isWhole                     ? tr("Expected whole paths of files, from / on.")
                                           : QString());
    const bool isReady = checked && isWhole && !m_run.isRunning() && !isWriting();
    m_copy->setEnabled(isReady);
    m_start->setEnabled(isReady && m_search.found());
    m_python->setText(aboutPython(isReady));
    growToTexts();
    m_start->setToolTip(m_search.found() ? tr("Writes the tables into their files and runs the command in the background")
                                         : tr("No Python with the package rotascope_evaluate was found"));
}

QString ScoreRunDialog::aboutPython(bool canCopy) const
{
    if (m_search.isBusy()) {
        return tr("A Python with the package rotascope_evaluate is looked for …");
    }
    if (m_search.found()) {
        return tr("It runs with %1, which has rotascope_evaluate %2.").arg(visible(m_search.found()->program), m_search.found()->version);
    }
    QStringList lines{tr("No Python with the package rotascope_evaluate was found: %1.").arg(m_search.problem())};
    const QString package = packageToInstall();
    lines << (package.isEmpty()
            ? tr("Install it with pip, as the manual says, or choose the Python that has it.")
            : tr("Choose the Python that has it. Or install it in a terminal, then choose ~/rotascope-python/bin/python3:\n%1")
                  .arg(visible(installCommandOf(package.toStdString()))));
    if (canCopy) {
        lines << tr("The command above can be copied all the same.");
    }
    return lines.join(QLatin1Char('\n'));
}

void ScoreRunDialog::showRun()
{
    const bool isRunning = m_run.isRunning();
    m_inputs->setEnabled(!isRunning && !isWriting());
    m_choosePython->setEnabled(!isRunning);
    m_progressRow->setVisible(isRunning);
    m_stop->setEnabled(!m_run.isStopping());
    if (isRunning) {
        const ScoreRunProgress& progress = m_run.progress();
        m_progress->setRange(0, static_cast<int>(progress.total)); // 0: the bar shows that something goes on
        m_progress->setValue(static_cast<int>(progress.done));
        QStringList lines{m_run.progressText()};
        if (!progress.text.empty()) {
            lines << visible(progress.text);
        }
        say((lines << tr("The run goes on when this is closed.")).join(QLatin1Char('\n')), false);
    }
    refresh();
}

void ScoreRunDialog::say(const QString& message, bool isError)
{
    m_message->setText(message);
    m_saysError = isError;
    colourMessage();
    growToTexts();
}

// A dialog keeps its height where a text that wraps needs more lines, and its fields would lie over each other.
void ScoreRunDialog::growToTexts()
{
    layout()->activate();
    if (const int needed = layout()->totalHeightForWidth(width()); needed > height()) {
        resize(width(), needed);
    }
}

void ScoreRunDialog::colourMessage()
{
    QPalette colors = palette();
    if (m_saysError) {
        colors.setColor(QPalette::WindowText, errorColor(palette()));
    }
    m_message->setPalette(colors);
}

void ScoreRunDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_message != nullptr) {
        colourMessage();
    }
}

// ---- Doing

// `goOn` follows when they are there.
void ScoreRunDialog::writeTablesAnd(std::function<void()> goOn)
{
    std::vector<TableToScore> tables;
    for (const TableToScore* table : chosen()) {
        tables.push_back(*table);
    }
    m_goOn = std::move(goOn);
    m_writer.request([tables = std::move(tables), folder = tableFolder()](
                         const Job<std::monostate>::Run&) { return writeTables(tables, folder).map([] { return std::monostate(); }); },
        {ErrorKind::Output, tr("the tables cannot be written").toStdString()});
    showRun();
}

void ScoreRunDialog::copy()
{
    QApplication::clipboard()->setText(m_command->toPlainText());
    say(tr("The tables are written and the command is copied."), false);
}

void ScoreRunDialog::begin()
{
    m_run.start(python(), request());
}

} // namespace rotascope
