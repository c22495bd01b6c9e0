// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/laboratory_view.h"

#include "core/evaluation/laboratory.h"
#include "core/report/view_csv.h"
#include "core/scaling/method.h"
#include "ui/base/colours.h"
#include "ui/base/form.h"
#include "ui/base/number_text.h"
#include "ui/base/preferences.h"
#include "ui/base/steady_label.h"
#include "ui/base/text.h"
#include "ui/base/whole_columns.h"
#include "ui/commands/choice_commands.h"
#include "ui/plots/figure/table_plot.h"
#include "ui/plots/grids/cell_grids.h"
#include "ui/views/figure_caption.h"
#include "ui/views/method_style.h"
#include "ui/views/prompt_page.h"
#include "ui/views/result_mark.h"
#include "ui/views/title_line.h"
#include "ui/workspace/live_laboratory.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <cmath>

namespace rotascope {
namespace {

constexpr int allPrompts = 0; // of the box that says what is shown
constexpr int onePrompt = 1;
const QString promptPlace = QStringLiteral("prompt"); // begins a place

QString laboratoryConfig()
{
    return QString::fromStdString((laboratoryModelFolder(defaultLaboratoryModel) / "config.json").string());
}

QString nameOfTable(const std::string& method)
{
    const Expected<const Method*> found = findMethod(method);
    return found ? translatedLabel((*found)->label) : LaboratoryView::tr("Current table");
}

// "0–20 %" of the text.
QStringList depthNames()
{
    QStringList names;
    for (std::size_t part = 0; part < trialDepths; ++part) {
        names << LaboratoryView::tr("%1–%2 %").arg(100 * part / trialDepths).arg(100 * (part + 1) / trialDepths);
    }
    return names;
}

QString shareText(const RightAnswers& answers)
{
    return LaboratoryView::tr("%1 ± %2 %").arg(fixedText(100.0 * answers.value(), 1), fixedText(100.0 * answers.standardError(), 1));
}

QString lossText(const std::optional<MeanLoss>& loss)
{
    return loss ? fixedText(loss->value, 3) : QStringLiteral("–");
}

QString withError(const std::optional<MeanLoss>& loss)
{
    return loss ? QStringLiteral("%1 ± %2").arg(fixedText(loss->value, 3), fixedText(loss->standardError, 3)) : QString();
}

// What stands beside a number that is another one than before.
QString arrowOf(double now, double before)
{
    return now > before ? QStringLiteral(" ▲") : now < before ? QStringLiteral(" ▼") : QString();
}

QStringList tableHeaders()
{
    return {LaboratoryView::tr("table"), LaboratoryView::tr("prompts"), LaboratoryView::tr("key found"), LaboratoryView::tr("answer loss"),
        LaboratoryView::tr("loss within L"), LaboratoryView::tr("loss beyond L"), LaboratoryView::tr("short texts"),
        LaboratoryView::tr("disturbance")};
}

QStringList headerExplanations()
{
    return {LaboratoryView::tr("The current table, the one before the last change, and four methods"),
        LaboratoryView::tr("How many prompts of L′ tokens were asked so far"),
        LaboratoryView::tr("How many of the keys in prompts of L′ tokens the model finds, with the standard error"),
        LaboratoryView::tr("Mean loss of the key's digits, in nats: it moves while no key, or each of them, is found"),
        LaboratoryView::tr("Mean loss of the words at positions up to L in prompts of L′ tokens, in nats a word"),
        LaboratoryView::tr("Mean loss of the words at positions beyond L, without the answer, in nats a word"),
        LaboratoryView::tr("Mean loss of texts of L tokens under the same table, in nats a word: what the table costs short texts"),
        LaboratoryView::tr("The mean disturbance of all dimensions")};
}

QTableWidget* makeLossTable(QWidget* parent)
{
    const QStringList headers = tableHeaders();
    auto* table = new QTableWidget(0, static_cast<int>(headers.size()), parent);
    table->setObjectName(QStringLiteral("laboratoryTables"));
    table->setHorizontalHeaderLabels(headers);
    for (int column = 0; column < headers.size(); ++column) {
        table->horizontalHeaderItem(column)->setToolTip(headerExplanations()[column]);
    }
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setAlternatingRowColors(true);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setAccessibleName(LaboratoryView::tr("What the model does under each table"));
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 6);
    table->horizontalHeader()->setHighlightSections(false);
    table->setMinimumHeight(3 * (table->fontMetrics().height() + 6));
    return table;
}

} // namespace

LaboratoryView::LaboratoryView(Workspace* workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_live(&LiveLaboratory::of(*workspace)), m_pages(new QStackedWidget(this)),
      m_need(makeLabel()), m_open(new QPushButton(tr("Open the laboratory's model"))), m_title(makeLabel()), m_kind(new QComboBox(this)),
      m_kinds(new QStackedWidget), m_grids(new CellGrids), m_table(makeLossTable(nullptr)), m_columns(new WholeColumns(m_table)),
      m_state(new SteadyLabel), m_prompt(new PromptPage(workspace, m_live))
{
    m_pages->addWidget(makeInvitation());
    m_pages->addWidget(makeResults());
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_pages);
    connect(m_open, &QPushButton::clicked, this, [this] { emit openRequested(laboratoryConfig()); });
    connect(m_kind, &QComboBox::currentIndexChanged, m_kinds, &QStackedWidget::setCurrentIndex);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &LaboratoryView::fillTitle);
    connect(m_grids, &CellGrids::clicked, this, [this](int grid, int row, int column) {
        m_prompt->goTo(static_cast<std::size_t>(grid), static_cast<std::size_t>(column), static_cast<std::size_t>(row));
        m_kind->setCurrentIndex(onePrompt);
    });
    connect(m_table, &QTableWidget::cellActivated, this, &LaboratoryView::takeTable);
    connect(m_live, &LiveLaboratory::changed, this, &LaboratoryView::refresh);
    connect(workspace, &Workspace::resultStateChanged, this, &LaboratoryView::mark);
    connect(&Preferences::instance(), &Preferences::changed, this, &LaboratoryView::refresh);
    refresh();
}

QWidget* LaboratoryView::makeInvitation()
{
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    m_need->setWordWrap(true);
    m_need->setAlignment(Qt::AlignCenter);
    m_need->setObjectName(QStringLiteral("laboratoryNeed"));
    m_open->setObjectName(QStringLiteral("openLaboratory"));
    m_open->setToolTip(tr("Opens the small model that comes with Rotascope, in the place of what is open"));
    layout->addStretch(1);
    layout->addWidget(m_need);
    layout->addSpacing(8);
    layout->addWidget(m_open, 0, Qt::AlignCenter);
    layout->addStretch(1);
    return page;
}

QWidget* LaboratoryView::makeResults()
{
    auto* page = new QWidget;
    m_title->setObjectName(QStringLiteral("laboratoryTitle"));
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // its text must not set the least width of the window
    m_kind->addItems({tr("All prompts"), tr("One prompt")});
    m_kinds->addWidget(makeAllPrompts());
    m_kinds->addWidget(m_prompt);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(makeTitleLine(m_title, m_kind, tr("What the laboratory shows")));
    setSpokenName(m_kind, m_kind->toolTip()); // again: the layout has given it another parent
    layout->addWidget(m_kinds, 1);
    return page;
}

QWidget* LaboratoryView::makeAllPrompts()
{
    auto* page = new QWidget;
    m_grids->setAccessibleName(tr("Keys found, by the depth of the key and the length of the prompt"));
    m_grids->setTitles(tr("depth of the key"), tr("tokens of the prompt"));
    m_grids->setReadout([this](int grid, int row, int column) { return readout(grid, row, column); });
    m_state->setObjectName(QStringLiteral("laboratoryState"));
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_state->setFont(tickFont(*this));
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_grids, 3);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_state);
    return page;
}

void LaboratoryView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refresh();
    }
}

// What is painted is looked at: a dock behind another's tab is not.
void LaboratoryView::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    QMetaObject::invokeMethod(m_live, &LiveLaboratory::look, Qt::QueuedConnection);
}

void LaboratoryView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (m_live != nullptr) {
        m_live->lookAway();
    }
}

void LaboratoryView::refresh()
{
    mark();
    const bool canShow = m_live->isOffered() && m_workspace->analysis() && m_live->problem().isEmpty();
    m_pages->setCurrentIndex(canShow ? 1 : 0);
    if (canShow) {
        fillTitle();
        fillGrids();
        fillTable();
        m_state->setText(stateText());
    } else {
        showInvitation();
    }
    update(); // and so looked at
}

// `title`: with L and L′ to be put in.
QString LaboratoryView::withLengths(const QString& title) const
{
    const AnalysisSettings& settings = m_workspace->analysis()->settings;
    return title.arg(countText(settings.pretrainingLength), countText(settings.targetLength));
}

QString LaboratoryView::titleOfAll() const
{
    return withLengths(tr("Keys found, L = %1 to L′ = %2, in % of the prompts"));
}

QString LaboratoryView::titleOfOne() const
{
    return withLengths(tr("One prompt, and where the model looks, L = %1 to L′ = %2"));
}

bool LaboratoryView::showsOnePrompt() const
{
    return m_kind->currentIndex() == onePrompt;
}

void LaboratoryView::fillTitle()
{
    if (m_workspace->analysis()) {
        m_title->setText(showsOnePrompt() ? titleOfOne() : titleOfAll());
    }
}

void LaboratoryView::mark()
{
    m_grids->setFreshness(freshnessOf(*m_workspace));
    m_table->setEnabled(m_grids->freshness() == Freshness::Current);
}

void LaboratoryView::showInvitation()
{
    const bool isThere = QFileInfo(laboratoryConfig()).isFile();
    m_open->setVisible(isThere && !m_live->isOffered());
    m_need->setText(!m_live->problem().isEmpty() ? tr("The model cannot be run: %1").arg(m_live->problem())
            : !isThere
            ? tr("The laboratory's model is not installed. Expected: %1").arg(visible(laboratoryConfig()))
            : tr("Does a table work? The laboratory runs a small language model under it, asks for a key that is hidden in a long text, "
                 "and shows how often it is found. Large models do not run here, so open the small one: every other view then shows it "
                 "as well, and the table that you change is its table."));
}

// The evaluation of the table before that the current one can be held against: of as many prompts.
const Evaluation* LaboratoryView::before() const
{
    const TriedTable* previous = m_live->previous() ? m_live->triedOf(m_live->previous()->table) : nullptr;
    const TriedTable* current = m_live->triedOf(m_workspace->analysis()->chosen->table);
    if (previous == nullptr || current == nullptr) {
        return nullptr;
    }
    return current->full ? (previous->full ? &*previous->full : nullptr) : previous->quick ? &*previous->quick : nullptr;
}

void LaboratoryView::fillGrids()
{
    QStringList columns;
    for (const std::size_t length : trialLengths(m_workspace->analysis()->settings.targetLength)) {
        columns << countText(length);
    }
    m_grids->setAxes(depthNames(), columns);
    const Evaluation* previous = before();
    std::vector<CellGrid> grids;
    for (const LaboratoryRow& row : m_live->rows()) {
        CellGrid grid{nameOfTable(row.method), colorOfMethod(row.method, isDark(palette())), row.method.empty(), {}};
        const TriedTable* tried = m_live->triedOf(row.result->table);
        for (std::size_t depth = 0; depth < trialDepths; ++depth) {
            for (std::size_t length = 0; length < static_cast<std::size_t>(columns.size()); ++length) {
                GridCell& cell = grid.cells.emplace_back();
                if (tried == nullptr) {
                    continue;
                }
                cell.share = tried->best()->lengths[length].retrievalByDepth[depth].value();
                if (previous != nullptr && row.method.empty()) {
                    const double then = previous->lengths[length].retrievalByDepth[depth].value();
                    cell.change = *cell.share > then ? 1 : *cell.share < then ? -1 : 0;
                }
            }
        }
        grids.push_back(std::move(grid));
    }
    m_grids->setGrids(std::move(grids));
}

std::vector<LaboratoryView::Listed> LaboratoryView::listed() const
{
    std::vector<Listed> all;
    const auto add = [&](const QString& name, const std::string& method, const TableAnalysis& table) {
        const TriedTable* tried = m_live->triedOf(table.table);
        all.push_back({name, QString::fromStdString(method), tried != nullptr ? tried->best() : nullptr, table.meanDisturbance});
    };
    for (const LaboratoryRow& row : m_live->rows()) {
        add(nameOfTable(row.method), row.method, *row.result);
        if (row.method.empty()) {
            all.back().isCurrent = true;
            if (const auto& previous = m_live->previous()) {
                add(tr("Before the last change"), {}, *previous);
            }
        }
    }
    return all;
}

QStringList LaboratoryView::textsOf(const Listed& table) const
{
    QStringList texts{table.name};
    if (table.evaluation == nullptr) {
        for (int i = 0; i < 6; ++i) {
            texts << QStringLiteral("…");
        }
        return texts << disturbanceColumnText(table.meanDisturbance);
    }
    const LengthEvaluation& at = table.evaluation->lengths.back();
    texts << countText(at.retrieval.count) << shareText(at.retrieval) << lossText(at.answerLoss) << lossText(at.lossWithin)
          << lossText(at.lossBeyond) << lossText(table.evaluation->shortLoss) << disturbanceColumnText(table.meanDisturbance);
    if (const Evaluation* previous = table.isCurrent ? before() : nullptr) {
        const LengthEvaluation& then = previous->lengths.back();
        const auto mark = [&texts](int column, const std::optional<MeanLoss>& now, const std::optional<MeanLoss>& other) {
            texts[column] += now && other ? arrowOf(now->value, other->value) : QString();
        };
        texts[2] += arrowOf(at.retrieval.value(), then.retrieval.value());
        mark(3, at.answerLoss, then.answerLoss);
        mark(4, at.lossWithin, then.lossWithin);
        mark(5, at.lossBeyond, then.lossBeyond);
        mark(6, table.evaluation->shortLoss, previous->shortLoss);
        texts[7] += arrowOf(table.meanDisturbance, m_live->previous()->meanDisturbance);
    }
    return texts;
}

// Beside the losses, which have no room for them.
QStringList LaboratoryView::errorsOf(const Listed& table)
{
    if (table.evaluation == nullptr) {
        return QStringList(tableHeaders().size());
    }
    const LengthEvaluation& at = table.evaluation->lengths.back();
    return {{}, {}, {}, withError(at.answerLoss), withError(at.lossWithin), withError(at.lossBeyond),
        withError(table.evaluation->shortLoss), {}};
}

void LaboratoryView::fillTable()
{
    const std::vector<Listed> tables = listed();
    m_table->setRowCount(static_cast<int>(tables.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const Listed& table = tables[static_cast<std::size_t>(row)];
        const QStringList texts = textsOf(table);
        const QStringList errors = errorsOf(table);
        for (int column = 0; column < texts.size(); ++column) {
            auto* item = new QTableWidgetItem(texts[column]);
            item->setTextAlignment(column == 0 ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
            QFont font = m_table->font();
            font.setBold(table.isCurrent);
            item->setFont(font);
            item->setData(Qt::UserRole, table.method);
            item->setToolTip(errors[column]);
            m_table->setItem(row, column, item);
        }
    }
    m_table->resizeColumnsToContents();
    m_columns->fit();
}

QString LaboratoryView::stateText() const
{
    return m_live->isFinal()
        ? tr("%1 prompts of each length and %2 short texts. ±: standard error. ▲ ▼: more or less than before the last change.")
              .arg(fullTrial.prompts)
              .arg(fullTrial.shortTexts)
        : tr("A first answer from %1 prompts of each length; %2 follow.").arg(quickTrial.prompts).arg(fullTrial.prompts);
}

Readout LaboratoryView::readout(int grid, int row, int column) const
{
    const LaboratoryRow table = m_live->rows().at(static_cast<std::size_t>(grid));
    const TriedTable* tried = m_live->triedOf(table.result->table);
    const auto length = static_cast<std::size_t>(column);
    const auto depth = static_cast<std::size_t>(row);
    const QColor color = colorOfMethod(table.method, isDark(palette()));
    Readout result;
    result.title = tr("%1 · %2 tokens, key at %3 of the text")
                       .arg(nameOfTable(table.method), countText(trialLengths(m_workspace->analysis()->settings.targetLength)[length]),
                           depthNames()[row]);
    if (tried == nullptr) {
        result.lines.push_back({color, tr("key found"), QStringLiteral("…"), {}});
        return result;
    }
    const auto add = [&](const QString& name, const Evaluation& evaluation) {
        const RightAnswers& answers = evaluation.lengths[length].retrievalByDepth[depth];
        result.lines.push_back({color, name, tr("%1 of %2").arg(answers.right).arg(answers.count), shareText(answers)});
    };
    add(tr("key found"), *tried->best());
    if (const Evaluation* previous = table.method.empty() ? before() : nullptr) {
        add(tr("before the last change"), *previous);
    }
    result.lines.push_back({color, tr("answer loss, all depths"), withError(tried->best()->lengths[length].answerLoss), {}});
    return result;
}

void LaboratoryView::takeTable(int row)
{
    const QString method = m_table->item(row, 0)->data(Qt::UserRole).toString();
    if (!method.isEmpty()) {
        takeMethod(*m_workspace, method.toStdString());
    }
}

// ---- The place that scenes keep

QString LaboratoryView::place() const
{
    return showsOnePrompt() ? promptPlace + QLatin1Char(' ') + m_prompt->place() : QString();
}

void LaboratoryView::goToPlace(const QString& place)
{
    const bool isPrompt = place.section(QLatin1Char(' '), 0, 0) == promptPlace;
    m_kind->setCurrentIndex(isPrompt ? onePrompt : allPrompts);
    if (isPrompt) {
        m_prompt->goToPlace(place.section(QLatin1Char(' '), 1));
    }
}

PromptOffer LaboratoryView::promptOffer() const
{
    return m_prompt->offer();
}

// ---- As a figure

QString LaboratoryView::figureName() const
{
    return tr("Laboratory");
}

bool LaboratoryView::isSettled() const
{
    return hasSettled(*m_workspace) && m_live->isOffered() && m_live->problem().isEmpty()
        && (showsOnePrompt() ? m_prompt->isSettled() : m_live->isFinal());
}

// What is seen.
Figure LaboratoryView::figure() const
{
    if (!showsOnePrompt()) {
        return figureOfAll();
    }
    Figure figure = m_prompt->figure();
    figure.title = titleOfOne();
    figure.provenance = provenanceCaption(m_workspace->analysis());
    return figure;
}

Figure LaboratoryView::figureOfAll() const
{
    const std::shared_ptr<CellGrids> grids = m_grids->forFigure();
    std::vector<CellGrid> light = m_grids->grids();
    const std::vector<LaboratoryRow> rows = m_live->rows();
    std::vector<EvaluatedTable> evaluated;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        light[i].color = colorOfMethod(rows[i].method, false);
        evaluated.push_back({rows[i].method.empty() ? "current" : rows[i].method, rows[i].result->table, rows[i].result->meanDisturbance,
            *m_live->triedOf(rows[i].result->table)->full});
    }
    grids->setGrids(std::move(light));
    std::vector<TablePlot::Row> texts;
    for (const Listed& table : listed()) {
        texts.push_back({textsOf(table), table.isCurrent});
    }
    return {.title = titleOfAll(),
        .plots = {grids, std::make_shared<TablePlot>(tableHeaders(), std::move(texts))},
        .note = m_state->text(),
        .provenance = provenanceCaption(m_workspace->analysis()),
        .size = {1400, 420},
        .data = [evaluated, analysis = m_workspace->analysis()] { return laboratoryCsv(evaluated, analysis); }};
}

} // namespace rotascope
