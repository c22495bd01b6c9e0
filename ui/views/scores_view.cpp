// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/scores_view.h"

#include "core/evaluation/laboratory.h"
#include "core/report/evaluation_scores.h"
#include "core/scaling/method.h"
#include "ui/base/colours.h"
#include "ui/base/form.h"
#include "ui/base/number_text.h"
#include "ui/base/preferences.h"
#include "ui/base/steady_label.h"
#include "ui/base/text.h"
#include "ui/base/whole_columns.h"
#include "ui/commands/score_commands.h"
#include "ui/plots/figure/table_plot.h"
#include "ui/plots/scatter/scatter_plot.h"
#include "ui/views/method_style.h"
#include "ui/workspace/live_laboratory.h"
#include "ui/workspace/live_scores.h"
#include "ui/workspace/score_files.h"
#include "ui/workspace/score_run.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>

namespace rotascope {
namespace {

struct ShippedScores {
    const char* model; ///< in the laboratory's folder
    const char* file;
};
constexpr std::array shippedScores = {ShippedScores{"tinykey", "scores-seed1.json"}, ShippedScores{"tinykey-seed2", "scores-seed2.json"},
    ShippedScores{"tinykey-seed3", "scores-seed3.json"}};

QString pathOf(const ShippedScores& shipped)
{
    return QString::fromStdString((laboratoryFolder() / "measured" / shipped.file).string());
}

QString configOf(const ShippedScores& shipped)
{
    return QString::fromStdString((laboratoryFolder() / shipped.model / "config.json").string());
}

// What is shipped of this path; null: it is another file.
const ShippedScores* shippedAt(const QString& path)
{
    const auto* found = std::ranges::find_if(shippedScores, [&](const ShippedScores& one) { return pathOf(one) == path; });
    return found == shippedScores.end() ? nullptr : found;
}

QString kindText(const ScoreKind& kind)
{
    return ScoresView::tr("%1: %2, %3 tokens").arg(visible(kind.task), visible(kind.metric), countText(kind.length));
}

QString stepsText(std::int64_t steps)
{
    return steps == 0 ? ScoresView::tr("as trained") : ScoresView::tr("%1 steps").arg(countText(steps));
}

QString correlationText(const std::optional<RankCorrelation>& correlation)
{
    return correlation ? fixedText(correlation->value, 2) : QStringLiteral("–");
}

QString intervalText(const RankCorrelation& correlation)
{
    return ScoresView::tr("%1 to %2").arg(fixedText(correlation.low, 2), fixedText(correlation.high, 2));
}

// A table that was tried has no name but what it does.
QString nameOfTried(const ScalingTable& table)
{
    const auto changed = std::ranges::count_if(table.factors, [](double factor) { return factor != 1.0; });
    return ScoresView::tr("tried here: %1 of %2 dimensions changed").arg(changed).arg(table.factors.size());
}

bool isSame(double a, double b)
{
    constexpr double tolerance = 1e-6; // frequencies of other programs may be rounded to float32
    return std::abs(a - b) <= tolerance * std::abs(b);
}

} // namespace

ScoresView::ScoresView(Workspace* workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_laboratory(&LiveLaboratory::of(*workspace)), m_live(new LiveScores(this)),
      m_sets(new QComboBox(this)), m_kinds(new QComboBox(this)), m_table(new QTableWidget(this)), m_columns(new WholeColumns(m_table)),
      m_plot(new ScatterPlot(this)), m_state(new SteadyLabel(this)), m_open(new QPushButton(tr("Open its model"), this)),
      m_score(new QPushButton(tr("Score a model…"), this))
{
    layOut();
    fillSets({});
    const auto nearFar = std::ranges::find(tableMeasures(), "near-far", &TableMeasure::name);
    m_measure = static_cast<std::size_t>(nearFar - tableMeasures().begin());
    connect(m_sets, &QComboBox::currentIndexChanged, this, [this] { update(); });
    connect(m_kinds, &QComboBox::activated, this, &ScoresView::refresh);
    connect(m_table, &QTableWidget::currentCellChanged, this, &ScoresView::choose);
    connect(m_plot, &ScatterPlot::clicked, this, &ScoresView::takeTable);
    connect(m_open, &QPushButton::clicked, this, [this] { emit openRequested(modelFile()); });
    connect(m_score, &QPushButton::clicked, this, &ScoresView::scoringRequested);
    connect(&ScoreRun::of(*workspace), &ScoreRun::changed, this, &ScoresView::showRun);
    connect(workspace, &Workspace::resultStateChanged, this, &ScoresView::showRun);
    connect(m_live, &LiveScores::changed, this, [this] {
        fillKinds();
        refresh();
    });
    connect(m_laboratory, &LiveLaboratory::changed, this, [this] { update(); });
    connect(workspace, &Workspace::analysisChanged, this, [this] {
        refreshPlot();
        mark();
    });
    connect(&ScoreFiles::of(*workspace), &ScoreFiles::added, this, [this](const QString& file) {
        m_asked.clear(); // it may have changed
        fillSets(file);
    });
    connect(&Preferences::instance(), &Preferences::changed, this, &ScoresView::refresh);
    refresh();
    showRun();
}

void ScoresView::layOut()
{
    const auto name = [](QComboBox* box, const QString& what) {
        box->setToolTip(what);
        setSpokenName(box, what);
        keepNarrow(box);
    };
    name(m_sets, tr("Whose scores"));
    name(m_kinds, tr("Which score"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setAccessibleName(tr("Rank correlation of each measure with what went wrong"));
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 6);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_plot->setAccessibleName(tr("Tables by a measure and by their score"));
    m_plot->setReadout([this](int point) { return readout(point); });
    m_state->setObjectName(QStringLiteral("scoresState"));
    m_open->setObjectName(QStringLiteral("openScored"));
    m_score->setObjectName(QStringLiteral("scoreModel"));
    m_score->setToolTip(tr("Scores a real model under the current and the pinned tables with Python, or shows the command that does"));
    auto* boxes = new QHBoxLayout;
    boxes->addWidget(m_sets, 2);
    boxes->addWidget(m_kinds, 3); // has the longer words
    auto* both = new QHBoxLayout;
    both->addWidget(m_table, 1);
    both->addWidget(m_plot, 1);
    auto* line = new QHBoxLayout;
    line->addWidget(m_state, 1);
    line->addWidget(m_open);
    line->addWidget(m_score);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(4);
    layout->addLayout(boxes);
    layout->addLayout(both, 1);
    layout->addLayout(line);
}

// What is shipped, then what was opened. `chosen`: the file to show; empty: the one that is shown.
void ScoresView::fillSets(const QString& chosen)
{
    const QString wanted = chosen.isEmpty() ? m_sets->currentData().toString() : chosen;
    const QSignalBlocker quiet(m_sets);
    m_sets->clear();
    for (const ShippedScores& shipped : shippedScores) {
        if (QFileInfo(pathOf(shipped)).isFile()) {
            m_sets->addItem(tr("%1, as shipped").arg(QLatin1String(shipped.model)), pathOf(shipped));
        }
    }
    for (const OpenedScores& opened : ScoreFiles::of(*m_workspace).all()) {
        m_sets->addItem(tr("%1 (%2)").arg(visible(QFileInfo(opened.file).fileName()), visible(opened.scores->model)), opened.file);
    }
    m_sets->setCurrentIndex(std::max(0, m_sets->findData(wanted)));
    update();
}

void ScoresView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refreshPlot();
    }
}

// What is painted is looked at: a dock behind another's tab is not.
void ScoresView::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    QMetaObject::invokeMethod(this, &ScoresView::look, Qt::QueuedConnection);
}

void ScoresView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (m_live->isBusy()) {
        m_live->cancel();
        m_asked.clear();
    }
}

// The tables that were tried on the model whose shipped scores are shown; null: none.
std::shared_ptr<const ScoreSet> ScoresView::triedScores() const
{
    const ShippedScores* shipped = shippedAt(m_sets->currentData().toString());
    const LanguageModelPointer& model = m_laboratory->model();
    const auto& source = m_workspace->source();
    if (shipped == nullptr || !model || !source
        || QFileInfo(QString::fromStdString(source->origin)).dir().dirName() != QLatin1String(shipped->model)) {
        return nullptr;
    }
    std::vector<EvaluatedTable> tables;
    for (const TriedTable& tried : m_laboratory->tried()) {
        if (tried.full) {
            Evaluation atTarget{.lengths = {tried.full->lengths.back()}, .shortLoss = tried.full->shortLoss};
            tables.push_back({nameOfTried(tried.table).toStdString(), tried.table, 0.0, std::move(atTarget)});
        }
    }
    EvaluationHead head{shipped->model, static_cast<std::int64_t>(model->shape.trainedLength), 0, {}};
    head.request.shortTexts = fullTrial.shortTexts;
    return tables.empty() ? nullptr : std::make_shared<const ScoreSet>(scoresOf(head, model->invFreq, tables));
}

void ScoresView::look()
{
    const QString wanted = m_sets->currentData().toString();
    const std::shared_ptr<const ScoreSet> tried = triedScores();
    const std::size_t triedTables = tried ? tried->tables.size() : 0;
    if (wanted.isEmpty() || (wanted == m_asked && triedTables == m_askedTried)) {
        return;
    }
    m_asked = wanted;
    m_askedTried = triedTables;
    const std::vector<OpenedScores>& opened = ScoreFiles::of(*m_workspace).all();
    const auto found = std::ranges::find(opened, wanted, &OpenedScores::file);
    if (found != opened.end()) {
        m_live->measure(found->scores);
    } else {
        m_live->measureFile(wanted.toStdString(), tried);
    }
    mark();
}

// ---- What is chosen

ScoreKind ScoresView::kind() const
{
    const int index = m_kinds->currentIndex();
    return index >= 0 && index < static_cast<int>(m_kindList.size()) ? m_kindList[static_cast<std::size_t>(index)] : ScoreKind();
}

void ScoresView::fillKinds()
{
    const ScoreKind before = kind();
    m_kindList.clear();
    for (std::size_t i = 0; m_live->scores() && i < m_live->scores()->byMeasure.front().size(); ++i) {
        const ScoreCorrelation& group = m_live->scores()->byMeasure.front()[i];
        const ScoreKind one{group.task, group.metric, group.length};
        if (std::ranges::find(m_kindList, one) == m_kindList.end()) {
            m_kindList.push_back(one);
        }
    }
    m_kinds->clear();
    for (const ScoreKind& one : m_kindList) {
        m_kinds->addItem(kindText(one));
    }
    const auto same = std::ranges::find(m_kindList, before);
    m_kinds->setCurrentIndex(m_kindList.empty() ? -1 : same == m_kindList.end() ? 0 : static_cast<int>(same - m_kindList.begin()));
}

std::vector<std::int64_t> ScoresView::steps() const
{
    std::set<std::int64_t> all;
    if (m_live->scores()) {
        for (const ScoreCorrelation& group : m_live->scores()->byMeasure.front()) {
            if (ScoreKind{group.task, group.metric, group.length} == kind()) {
                all.insert(group.steps);
            }
        }
    }
    return {all.begin(), all.end()};
}

const ScoreCorrelation* ScoresView::groupOf(std::size_t measure, std::int64_t steps) const
{
    if (!m_live->scores()) {
        return nullptr;
    }
    const std::vector<ScoreCorrelation>& groups = m_live->scores()->byMeasure.at(measure);
    const auto found = std::ranges::find_if(groups, [&](const ScoreCorrelation& group) {
        return group.steps == steps && ScoreKind{group.task, group.metric, group.length} == kind();
    });
    return found == groups.end() ? nullptr : &*found;
}

// ---- Showing

void ScoresView::refresh()
{
    fillTable();
    refreshPlot();
    mark();
}

void ScoresView::mark()
{
    m_plot->setFreshness(m_live->isBusy() && m_live->scores() ? Freshness::Updating : Freshness::Current);
    m_plot->setPlaceholder(!m_live->problem().isEmpty() ? m_live->problem()
            : m_sets->count() == 0 ? tr("No scores come with this installation. Open a file of scores, as rotascope-cli evaluate -o or "
                                        "rotascope_evaluate writes it.")
                                   : tr("The tables are measured …"));
    m_state->setText(stateText());
    const bool canOpen = !modelFile().isEmpty() && m_live->scores() && !isOfSource();
    m_open->setVisible(canOpen);
    m_open->setToolTip(
        tr("Opens the laboratory's model that has these scores, in the place of what is open; then a click on a point takes its table"));
}

// While a run goes on the button says how far it is.
void ScoresView::showRun()
{
    const ScoreRun& run = ScoreRun::of(*m_workspace);
    m_score->setText(run.isRunning() ? tr("Run: %1").arg(run.progressText()) : tr("Score a model…"));
    m_score->setEnabled(m_workspace->analysis() != nullptr && (run.isRunning() || whyNoScoreRun(*m_workspace).isEmpty()));
}

void ScoresView::fillTable()
{
    const QSignalBlocker quiet(m_table);
    const std::vector<std::int64_t> columns = steps();
    const std::span<const TableMeasure> measures = tableMeasures();
    if (std::ranges::find(columns, m_steps) == columns.end() && !columns.empty()) {
        m_steps = columns.front();
    }
    m_table->setColumnCount(static_cast<int>(columns.size()));
    m_table->setRowCount(columns.empty() ? 0 : static_cast<int>(measures.size()));
    for (int column = 0; column < m_table->columnCount(); ++column) {
        m_table->setHorizontalHeaderItem(column, new QTableWidgetItem(stepsText(columns[static_cast<std::size_t>(column)])));
    }
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const TableMeasure& measure = measures[static_cast<std::size_t>(row)];
        auto* header = new QTableWidgetItem(QString::fromStdString(measure.name));
        header->setToolTip(translatedLabel(measure.label));
        m_table->setVerticalHeaderItem(row, header);
        for (int column = 0; column < m_table->columnCount(); ++column) {
            const std::int64_t step = columns[static_cast<std::size_t>(column)];
            const ScoreCorrelation* group = groupOf(static_cast<std::size_t>(row), step);
            const std::optional<RankCorrelation> found = group != nullptr ? group->correlation : std::nullopt;
            auto* item
                = new QTableWidgetItem(found ? tr("%1 (%2)").arg(correlationText(found), intervalText(*found)) : correlationText(found));
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_table->setItem(row, column, item);
            if (static_cast<std::size_t>(row) == m_measure && step == m_steps) {
                m_table->setCurrentCell(row, column);
            }
        }
    }
    m_table->resizeColumnsToContents();
    m_columns->fit();
}

void ScoresView::choose(int row, int column)
{
    const std::vector<std::int64_t> columns = steps();
    if (row >= 0 && column >= 0 && column < static_cast<int>(columns.size())) {
        m_measure = static_cast<std::size_t>(row);
        m_steps = columns[static_cast<std::size_t>(column)];
        refreshPlot();
        mark();
    }
}

QString ScoresView::tableName(std::size_t table) const
{
    const std::string& name = m_live->scores()->set->tables[table].name;
    const Expected<const Method*> method = findMethod(name);
    return method ? translatedLabel((*method)->label) : visible(name);
}

void ScoresView::refreshPlot()
{
    std::vector<ScatterPoint> points;
    m_drawn.clear();
    if (const ScoreCorrelation* group = chosenGroup()) {
        const MeasuredScores& measured = *m_live->scores();
        const bool onDark = isDark(palette());
        const ScalingTable* current = isOfSource() ? &m_workspace->analysis()->chosen->table : nullptr;
        for (std::size_t i = 0; i < group->tables.size(); ++i) {
            const ScoredTable& table = measured.set->tables[group->tables[i]];
            if (group->scores[i] < 0.0 || group->measures[i] < 0.0) { // which the plot has no place for
                continue;
            }
            const bool isTried = group->tables[i] >= measured.ownTables;
            const bool isCurrent = current != nullptr && *current == table.table;
            const bool isKnown = findMethod(table.name).has_value();
            m_drawn.push_back(i);
            points.push_back({.name = isCurrent ? tr("Current table")
                    : isKnown                   ? tableName(group->tables[i])
                                                : QString(),
                .color = isCurrent || isTried ? colorOf(PlotRole::Chosen, onDark)
                    : isKnown                 ? colorOfMethod(table.name, onDark)
                                              : colorOf(PlotRole::Before, onDark),
                .x = group->measures[i],
                .y = group->scores[i],
                .isMarked = isCurrent});
        }
        m_plot->setTitles(tr("%1, mean over the dimensions").arg(QString::fromStdString(tableMeasures()[m_measure].name)),
            visible(kind().metric)); // the box above says of what
        const std::string& name = tableMeasures()[m_measure].name;
        const bool spansDecades = name != "unseen" && !name.starts_with("near"); // a divergence
        m_plot->setLogarithmic(spansDecades, false);
    }
    m_plot->setPoints(std::move(points));
}

QString ScoresView::stateText() const
{
    const ScoreCorrelation* group = chosenGroup();
    if (group == nullptr) {
        return {};
    }
    const QString hidden = m_drawn.size() == group->tables.size()
        ? QString()
        : QLatin1Char(' ') + tr("%n scores below 0 are not drawn.", nullptr, static_cast<int>(group->tables.size() - m_drawn.size()));
    const QString intervals = tr("b = %1").arg(m_live->scores()->intervals);
    if (!group->correlation) {
        return tr("%n tables: too few for a rank correlation, or all are equal. %1.", nullptr, static_cast<int>(group->tables.size()))
                   .arg(intervals)
            + hidden;
    }
    return tr("Rank correlation of %1 with what went wrong: %2, in 95 of 100 cases within %3; %n tables, %4. 1: it puts all tables into "
              "the "
              "order of their scores. A click takes a table.",
               nullptr, static_cast<int>(group->tables.size()))
               .arg(QString::fromStdString(tableMeasures()[m_measure].name), correlationText(group->correlation),
                   intervalText(*group->correlation), intervals)
        + hidden;
}

Readout ScoresView::readout(int point) const
{
    const ScoreCorrelation& group = *chosenGroup();
    const std::size_t at = m_drawn[static_cast<std::size_t>(point)];
    const QColor color = m_plot->points()[static_cast<std::size_t>(point)].color;
    Readout result;
    result.title = tableName(group.tables[at]);
    result.lines.push_back({color, kindText(kind()), digitsText(group.scores[at], 4), {}});
    result.lines.push_back(
        {color, QString::fromStdString(tableMeasures()[m_measure].name), digitsText(group.measures[at], shownDigits()), {}});
    return result;
}

// ---- Taking a table

// The laboratory's model that has the scores; empty: they are from a file.
QString ScoresView::modelFile() const
{
    const ShippedScores* shipped = shippedAt(m_sets->currentData().toString());
    return shipped != nullptr && QFileInfo(configOf(*shipped)).isFile() ? configOf(*shipped) : QString();
}

// Whether the tables are for the frequencies that are open.
bool ScoresView::isOfSource() const
{
    if (!m_live->scores() || !m_workspace->analysis()) {
        return false;
    }
    return std::ranges::equal(m_live->scores()->set->invFreq, m_workspace->analysis()->source->rope.invFreq, isSame);
}

void ScoresView::takeTable(int point)
{
    const std::size_t table = chosenGroup()->tables[m_drawn[static_cast<std::size_t>(point)]];
    if (!isOfSource()) {
        m_workspace->report(
            tr("The table is for another model. Expected its model to be open: %1").arg(visible(m_live->scores()->set->model)));
        return;
    }
    AnalysisSettings settings = m_workspace->settings();
    settings.customTable = m_live->scores()->set->tables[table].table;
    std::ranges::replace_if(
        settings.customTable->factors, [](double factor) { return factor >= largestScoredFactor; },
        std::numeric_limits<double>::infinity());
    settings.method = methodOfOwnTable().name;
    settings.overrides.assign(settings.overrides.size(), std::nullopt);
    m_workspace->edit(settings, tr("take the table %1").arg(tableName(table)));
}

// ---- As a figure

QString ScoresView::figureName() const
{
    return tr("Measures and scores");
}

bool ScoresView::isSettled() const
{
    return chosenGroup() != nullptr && !m_live->isBusy();
}

Figure ScoresView::figure() const
{
    const std::shared_ptr<const MeasuredScores> measured = m_live->scores();
    const ScoreCorrelation& group = *chosenGroup();
    const std::shared_ptr<ScatterPlot> plot = m_plot->forFigure();
    std::vector<ScatterPoint> points = m_plot->points();
    for (std::size_t i = 0; i < points.size(); ++i) {
        const std::size_t table = group.tables[m_drawn[i]];
        const std::string& name = measured->set->tables[table].name;
        points[i].color = points[i].isMarked || table >= measured->ownTables ? colorOf(PlotRole::Chosen, false)
            : findMethod(name)                                               ? colorOfMethod(name, false)
                                                                             : colorOf(PlotRole::Before, false);
    }
    plot->setPoints(std::move(points));
    QStringList headers{tr("measure")};
    for (const std::int64_t step : steps()) {
        headers << stepsText(step);
    }
    std::vector<TablePlot::Row> rows;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        QStringList texts{m_table->verticalHeaderItem(row)->text()};
        for (int column = 0; column < m_table->columnCount(); ++column) {
            texts << m_table->item(row, column)->text();
        }
        rows.push_back({texts, static_cast<std::size_t>(row) == m_measure});
    }
    return {.title = tr("Measures of tables and what %1 scored under them").arg(visible(measured->set->model)),
        .plots = {plot, std::make_shared<TablePlot>(headers, std::move(rows))},
        .note = stateText(),
        .provenance = QStringLiteral("%1 · L\u00a0=\u00a0%2 · %3 · Rotascope " ROTASCOPE_VERSION)
                          .arg(visible(measured->set->model), countText(measured->set->pretrainingLength), kindText(kind())),
        .size = {1200, 520},
        .data = [measured, kind = kind()] { return scoresCsv(*measured->set, measured->byMeasure, measured->intervals, kind); }};
}

} // namespace rotascope
