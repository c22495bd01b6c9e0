// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tour_recorder.h"

#include "core/files/output_file.h"
#include "ui/base/file_places.h"
#include "ui/base/form.h"
#include "ui/base/number_text.h"
#include "ui/base/text.h"
#include "ui/commands/command_table.h"
#include "ui/commands/save_name.h"
#include "ui/manual/help.h"
#include "ui/tours/tour_list.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <optional>
#include <utility>

namespace rotascope {
namespace {

using Kind = TourAction::Kind;

constexpr int longestWords = 500; // letters; at most three bytes each

TourText english(const QString& text)
{
    return {.byLanguage = {{"en", text.trimmed().toStdString()}}};
}

// Letters, digits and "-" of the title.
std::string idOf(const QString& title)
{
    QString id;
    for (const QChar letter : title.toLower()) {
        const bool isPlain = letter.unicode() < 128 && letter.isLetterOrNumber();
        id += isPlain ? letter : QLatin1Char('-');
    }
    while (id.contains(QStringLiteral("--"))) {
        id.replace(QStringLiteral("--"), QStringLiteral("-"));
    }
    id = id.left(60);
    return id.isEmpty() || id == QStringLiteral("-") ? "my-tour" : id.toStdString();
}

// What is set by hand, dimension by dimension, where `isWanted(override)`.
template <class Wanted> std::vector<std::size_t> dimensionsWhere(const AnalysisSettings& settings, std::size_t count, Wanted isWanted)
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < count; ++i) {
        if (isWanted(settings.overrideOf(Dimension(i)), i)) {
            found.push_back(i);
        }
    }
    return found;
}

QString sentenceOf(const TourAction& action)
{
    switch (action.kind) {
    case Kind::Open:
        return TourRecorder::tr("open %1").arg(visible(action.name));
    case Kind::TargetLength:
        return TourRecorder::tr("L′ = %1").arg(countText(static_cast<std::int64_t>(action.number)));
    case Kind::Method:
        return TourRecorder::tr("method %1").arg(visible(action.name));
    case Kind::CurrentDimension:
        return TourRecorder::tr("dimension %1").arg(static_cast<int>(action.number));
    case Kind::View:
        return TourRecorder::tr("view %1").arg(visible(action.name));
    case Kind::Command:
        return TourRecorder::tr("command %1").arg(visible(action.name));
    default:
        return TourRecorder::tr("dimensions by hand: %1").arg(action.dimensions.size());
    }
}

} // namespace

TourRecorder::TourRecorder(QMainWindow& window, Workspace* workspace)
    : QDialog(&window), m_workspace(workspace), m_title(new QLineEdit(this)), m_summary(new QLineEdit(this)), m_place(makeLabel({}, this)),
      m_actions(makeLabel({}, this)), m_stepTitle(new QLineEdit(this)), m_stepText(new QPlainTextEdit(this)), m_problem(makeLabel({}, this))
{
    setObjectName(QStringLiteral("tourRecorder"));
    setWindowTitle(tr("Record a tour"));
    setAttribute(Qt::WA_DeleteOnClose);
    setManualPage(this, QStringLiteral("tours"));
    m_first = m_before = now();
    makeFields();
    follow(window);
    resize(420, 460);
    refresh();
}

void TourRecorder::makeFields()
{
    m_title->setObjectName(QStringLiteral("recordedTitle"));
    m_summary->setObjectName(QStringLiteral("recordedSummary"));
    m_stepTitle->setObjectName(QStringLiteral("recordedStepTitle"));
    m_stepText->setObjectName(QStringLiteral("recordedStepText"));
    for (QLineEdit* field : {m_title, m_summary, m_stepTitle}) {
        field->setMaxLength(longestWords);
        connect(field, &QLineEdit::textChanged, this, &TourRecorder::refresh);
    }
    m_stepText->setTabChangesFocus(true);
    m_stepText->setPlaceholderText(tr("What the reader is to do and to look for"));
    m_stepText->setAccessibleName(tr("Text of the step"));
    connect(m_stepText, &QPlainTextEdit::textChanged, this, &TourRecorder::refresh);
    m_actions->setWordWrap(true);
    m_actions->setObjectName(QStringLiteral("recordedActions"));
    m_problem->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("recordedProblem"));
    QFont bold = m_place->font();
    bold.setBold(true);
    m_place->setFont(bold);
    auto* fields = new QFormLayout;
    fields->addRow(tr("Title of the tour"), m_title);
    fields->addRow(tr("What one learns"), m_summary);
    auto* ofStep = new QFormLayout;
    ofStep->addRow(tr("Title of the step"), m_stepTitle);
    auto* buttons = new QDialogButtonBox(this);
    m_next = buttons->addButton(tr("Next step"), QDialogButtonBox::ActionRole);
    m_save = buttons->addButton(tr("Save tour…"), QDialogButtonBox::ActionRole);
    m_next->setObjectName(QStringLiteral("recordedNext"));
    m_save->setObjectName(QStringLiteral("recordedSave"));
    QPushButton* close = buttons->addButton(QDialogButtonBox::Close);
    for (QPushButton* button : {m_next, m_save, close}) {
        button->setAutoDefault(false); // Return in a field must not end a step
    }
    connect(m_next, &QPushButton::clicked, this, &TourRecorder::nextStep);
    connect(m_save, &QPushButton::clicked, this, &TourRecorder::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(fields);
    layout->addWidget(m_place);
    layout->addWidget(m_actions);
    layout->addLayout(ofStep);
    layout->addWidget(m_stepText, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
}

void TourRecorder::follow(QMainWindow& window)
{
    for (QDockWidget* dock : window.findChildren<QDockWidget*>()) {
        connect(dock, &QDockWidget::visibilityChanged, this, [this, dock](bool isInFront) {
            if (isInFront) {
                m_view = dock->objectName();
                refresh();
            }
        });
    }
    for (const Command& command : commands()) {
        // Those of the selected dimensions depend on what is selected; what they set is told by itself, as what undo brings back is.
        const std::string id = command.id;
        if (command.entries != nullptr || command.waitsForUser || command.scope == KeyScope::DimensionTable || id == "undo"
            || id == "redo") {
            continue;
        }
        const auto* action = window.findChild<QAction*>(QString::fromLatin1(command.id) + QStringLiteral("Action"));
        connect(action, &QAction::triggered, this, [this, id] {
            m_commands.push_back(id);
            refresh();
        });
    }
    connect(m_workspace, &Workspace::settingsChanged, this, &TourRecorder::refresh);
    connect(m_workspace, &Workspace::sourceChanged, this, &TourRecorder::refresh);
    connect(m_workspace, &Workspace::currentDimensionChanged, this, &TourRecorder::refresh);
}

// ---- What was done

TourRecorder::State TourRecorder::now() const
{
    const auto& source = m_workspace->source();
    const bool isPreset = source && source->kind == SourceKind::Preset;
    return {.source = isPreset ? source->origin : std::string(),
        .settings = m_workspace->settings(),
        .dimension = m_workspace->currentDimension(),
        .view = m_view};
}

// Commands first; then what is set in the end, which holds whatever they have set on the way.
std::vector<TourAction> TourRecorder::actionsSince(const State& before) const
{
    const State after = now();
    const bool isNew = after.source != before.source;
    std::vector<TourAction> actions;
    if (isNew) {
        actions.push_back({.kind = Kind::Open, .name = after.source});
    }
    for (const std::string& command : m_commands) {
        actions.push_back({.kind = Kind::Command, .name = command});
    }
    if (isNew || after.settings.targetLength != before.settings.targetLength) {
        actions.push_back({.kind = Kind::TargetLength, .number = static_cast<double>(after.settings.targetLength)});
    }
    const bool isAnother = isNew || after.settings.method != before.settings.method;
    if (isAnother) {
        actions.push_back({.kind = Kind::Method, .name = after.settings.method});
    }
    const std::size_t count = m_workspace->analysis() ? m_workspace->analysis()->dimensions() : 0;
    const auto addWhere = [&](Kind kind, auto isWanted) {
        if (std::vector<std::size_t> found = dimensionsWhere(after.settings, count, isWanted); !found.empty()) {
            actions.push_back({.kind = kind, .dimensions = std::move(found)});
        }
    };
    const auto isChanged = [&](const std::optional<Override>& set, std::size_t i) {
        return isAnother || isNew || set != before.settings.overrideOf(Dimension(i));
    };
    for (const auto& [kind, choice] : {std::pair{Kind::Extrapolate, Choice::Extrapolation}, {Kind::Interpolate, Choice::Interpolation}}) {
        addWhere(kind, [&, wanted = choice](const std::optional<Override>& set, std::size_t i) {
            return set && set->choice == wanted && isChanged(set, i);
        });
    }
    if (!isNew) {
        addWhere(Kind::Automatic, [&](const std::optional<Override>& set, std::size_t i) {
            return !set && before.settings.overrideOf(Dimension(i)).has_value();
        });
    }
    if (isNew || after.dimension != before.dimension) {
        actions.push_back({.kind = Kind::CurrentDimension, .number = static_cast<double>(after.dimension)});
    }
    if (!after.view.isEmpty() && after.view != before.view) {
        actions.push_back({.kind = Kind::View, .name = after.view.toStdString()});
    }
    return actions;
}

TourState TourRecorder::expected(const State& before) const
{
    const State after = now();
    TourState state;
    if (after.source != before.source) {
        state.source = after.source;
    }
    if (after.settings.targetLength != before.settings.targetLength) {
        state.targetLength = after.settings.targetLength;
    }
    if (after.settings.method != before.settings.method) {
        state.method = after.settings.method;
    }
    if (after.settings.overrides != before.settings.overrides) {
        state.byHand = after.settings.dimensionsSetByHand() > 0;
    }
    if (after.dimension != before.dimension) {
        state.dimension = after.dimension;
    }
    if (!after.view.isEmpty() && after.view != before.view) {
        state.view = after.view.toStdString();
    }
    return state;
}

TourStep TourRecorder::step() const
{
    return {.title = english(m_stepTitle->text()),
        .text = english(m_stepText->toPlainText().left(longestWords).simplified()),
        .target = {},
        .manual = {},
        .show = actionsSince(m_before),
        .expect = expected(m_before)};
}

bool TourRecorder::hasWords() const
{
    return !m_stepTitle->text().trimmed().isEmpty() && !m_stepText->toPlainText().trimmed().isEmpty();
}

Tour TourRecorder::tour() const
{
    Tour tour{.id = idOf(m_title->text()),
        .title = english(m_title->text()),
        .summary = english(m_summary->text()),
        .begin = {{.kind = Kind::Open, .name = m_first.source},
            {.kind = Kind::TargetLength, .number = static_cast<double>(m_first.settings.targetLength)},
            {.kind = Kind::Method, .name = m_first.settings.method},
            {.kind = Kind::CurrentDimension, .number = static_cast<double>(m_first.dimension)}},
        .steps = m_steps};
    if (hasWords()) {
        tour.steps.push_back(step());
    }
    return tour;
}

// ---- The dialog

void TourRecorder::refresh()
{
    const bool isPreset = !m_first.source.empty() && !now().source.empty();
    QStringList done;
    for (const TourAction& action : actionsSince(m_before)) {
        done << sentenceOf(action);
    }
    m_place->setText(tr("Step %1").arg(countText(m_steps.size() + 1)));
    m_actions->setText(done.isEmpty() ? tr("Do something in the window: it becomes this step.") : tr("Done: %1").arg(done.join(tr(", "))));
    m_problem->setText(
        isPreset ? QString() : tr("A tour opens presets alone, so that it works on every machine: open one and record again."));
    m_problem->setVisible(!isPreset);
    m_next->setEnabled(isPreset && hasWords());
    m_save->setEnabled(
        isPreset && (hasWords() || !m_steps.empty()) && !m_title->text().trimmed().isEmpty() && !m_summary->text().trimmed().isEmpty());
}

void TourRecorder::nextStep()
{
    m_steps.push_back(step());
    m_before = now();
    m_commands.clear();
    m_stepTitle->clear();
    m_stepText->clear();
    m_stepTitle->setFocus();
    refresh();
}

// What was recorded and not saved is gone with the dialog.
void TourRecorder::reject()
{
    if (m_steps.empty() && !hasWords()) {
        QDialog::reject();
        return;
    }
    auto* question = new QMessageBox(
        QMessageBox::Warning, windowTitle(), tr("Discard the steps that were recorded?"), QMessageBox::Discard | QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(question->button(QMessageBox::Discard), &QAbstractButton::clicked, this, [this] { QDialog::reject(); });
    question->open();
}

// It is read before it is written, so that a tour that is saved can be opened.
void TourRecorder::save()
{
    QDir().mkpath(folderOfOwnTours());
    const QString name = QStringLiteral("%1/%2.json").arg(folderOfOwnTours(), QString::fromStdString(idOf(m_title->text())));
    QString file = askWhereToSave(this, tr("Save tour"), name, tr("Guided tours (*.json)"));
    if (file.isEmpty()) {
        return;
    }
    if (QFileInfo(file).suffix().isEmpty()) {
        const std::optional<QString> whole = withSuffix(file, QStringLiteral("json"), [this](const QString& message) {
            m_problem->setText(message);
            m_problem->show();
        });
        if (!whole) {
            return;
        }
        file = *whole;
    }
    const std::string text = toJson(tour());
    const Expected<void> written
        = parseTour(text, file.toStdString()).and_then([&](const Tour&) { return writeOutputFile(file.toStdString(), text); });
    m_problem->setVisible(!written);
    m_problem->setText(written ? QString() : translated(written.error().message));
    if (written) {
        accept();
    }
}

} // namespace rotascope
