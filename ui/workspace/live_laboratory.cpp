// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/live_laboratory.h"

#include "core/evaluation/laboratory.h"
#include "ui/base/text.h"
#include "ui/workspace/workspace.h"

#include <algorithm>
#include <utility>

namespace rotascope {
namespace {

// Those tried longest ago are forgotten: a slider that is dragged tries many.
constexpr std::size_t mostTried = 4000;

} // namespace

bool hasLaboratoryModel(const Source& source)
{
    return source.kind == SourceKind::ConfigFile && isLaboratoryModel(source.origin);
}

struct LiveLaboratory::Task {
    std::filesystem::path folder;
    LanguageModelPointer model; ///< null: to be read
    std::int64_t targetLength = 0;
    std::vector<Wanted> wanted;
};

LiveLaboratory& LiveLaboratory::of(Workspace& workspace)
{
    auto* laboratory = workspace.findChild<LiveLaboratory*>(QString(), Qt::FindDirectChildrenOnly);
    return laboratory != nullptr ? *laboratory : *new LiveLaboratory(&workspace);
}

LiveLaboratory::LiveLaboratory(Workspace* workspace)
    : QObject(workspace), m_workspace(workspace), m_job({
                                                      .finished = [this](const Expected<Result>& last) { finish(last); },
                                                      .staged = [this](const Result& result) { take(*result); },
                                                  })
{
    connect(workspace, &Workspace::sourceChanged, this, &LiveLaboratory::showSource);
    connect(workspace, &Workspace::analysisChanged, this, &LiveLaboratory::changed);
    connect(workspace, &QObject::destroyed, this, &LiveLaboratory::lookAway);
    showSource();
}

const std::vector<std::string>& LiveLaboratory::methods()
{
    static const std::vector<std::string> all = {"extrapolation", "linear", "yarn", "distributional"};
    return all;
}

// The same model may be read again from its file, so what was tried goes with every source.
void LiveLaboratory::showSource()
{
    lookAway();
    const std::shared_ptr<const Source>& source = m_workspace->source();
    m_folder = source && hasLaboratoryModel(*source) ? std::filesystem::path(source->origin).parent_path() : std::filesystem::path();
    m_model = nullptr;
    m_problem.clear();
    m_tried.clear();
    m_current = nullptr;
    m_previous = nullptr;
    m_asked = nullptr;
    emit changed();
}

std::vector<LaboratoryRow> LiveLaboratory::rows() const
{
    std::vector<LaboratoryRow> rows;
    if (m_workspace == nullptr || !m_workspace->analysis()) {
        return rows;
    }
    const Analysis& analysis = *m_workspace->analysis();
    rows.push_back({{}, analysis.chosen});
    for (const std::string& name : methods()) {
        const auto method = std::ranges::find_if(analysis.methods, [&](const MethodAnalysis& one) { return one.method->name == name; });
        if (method != analysis.methods.end() && method->result) {
            rows.push_back({name, method->result});
        }
    }
    return rows;
}

const TriedTable* LiveLaboratory::triedOf(const ScalingTable& table) const
{
    const std::int64_t targetLength = m_workspace->analysis()->settings.targetLength;
    const auto found
        = std::ranges::find_if(m_tried, [&](const TriedTable& one) { return one.targetLength == targetLength && one.table == table; });
    return found == m_tried.end() ? nullptr : &*found;
}

bool LiveLaboratory::isFinal() const
{
    return std::ranges::all_of(rows(), [this](const LaboratoryRow& row) {
        const TriedTable* tried = triedOf(row.result->table);
        return tried != nullptr && tried->full;
    });
}

// A few prompts under each table, the current one first; then all, and of the table before as well, which the current one is held against.
std::vector<LiveLaboratory::Wanted> LiveLaboratory::missing() const
{
    std::vector<LaboratoryRow> all = rows();
    std::vector<Wanted> wanted;
    for (const bool isFull : {false, true}) {
        if (isFull && m_previous) {
            all.insert(all.begin() + 1, {{}, m_previous});
        }
        for (const LaboratoryRow& row : all) {
            const ScalingTable& table = row.result->table;
            const TriedTable* tried = triedOf(table);
            const bool isKnown = tried != nullptr && (tried->full || (!isFull && tried->quick));
            const bool isAsked = std::ranges::any_of(wanted, [&](const Wanted& one) { return one.isFull == isFull && one.table == table; });
            if (!isKnown && !isAsked) {
                wanted.push_back({table, isFull});
            }
        }
    }
    return wanted;
}

void LiveLaboratory::remember(const Analysis& analysis)
{
    if (std::exchange(m_targetLength, analysis.settings.targetLength) != analysis.settings.targetLength) {
        m_previous = nullptr;
    } else if (m_current && m_current->table != analysis.chosen->table) {
        m_previous = m_current;
    }
    m_current = analysis.chosen;
}

void LiveLaboratory::look()
{
    const std::shared_ptr<const Analysis> analysis = m_workspace != nullptr ? m_workspace->analysis() : nullptr;
    if (!isOffered() || !analysis || m_isFirstUnderWay || m_asked == analysis) {
        return;
    }
    remember(*analysis);
    m_asked = analysis;
    m_problem.clear();
    const Task task{m_folder, m_model, analysis->settings.targetLength, missing()};
    m_job.cancel();
    if (!task.wanted.empty()) {
        m_isFirstUnderWay = !task.wanted.front().isFull;
        m_job.request([task](const Job<Result>::Run& one) { return run(task, one); });
    }
    emit changed(); // another table is the one before
}

Expected<LiveLaboratory::Result> LiveLaboratory::run(const Task& task, const Job<Result>::Run& run)
{
    const Expected<LanguageModelPointer> model = task.model ? task.model : LanguageModel::read(task.folder);
    if (!model) {
        return tl::unexpected(model.error());
    }
    Result last;
    for (const Wanted& wanted : task.wanted) {
        if (last) {
            run.deliver(last);
        }
        const Expected<Evaluation> evaluation
            = tryTable(*model, wanted.table, task.targetLength, wanted.isFull ? fullTrial : quickTrial, run.stop());
        if (!evaluation) {
            return tl::unexpected(evaluation.error());
        }
        last = std::make_shared<const Trial>(Trial{*model, wanted, task.targetLength, *evaluation});
    }
    return last;
}

void LiveLaboratory::lookAway()
{
    if (m_job.isBusy()) {
        m_job.cancel();
        m_asked = nullptr;
        m_isFirstUnderWay = false;
    }
}

void LiveLaboratory::take(const Trial& trial)
{
    m_model = trial.model;
    const auto isIt = [&](const TriedTable& one) { return one.targetLength == trial.targetLength && one.table == trial.of.table; };
    auto place = std::ranges::find_if(m_tried, isIt);
    if (place == m_tried.end()) {
        if (m_tried.size() == mostTried) {
            m_tried.erase(m_tried.begin());
        }
        m_tried.push_back({trial.of.table, trial.targetLength, {}, {}});
        place = m_tried.end() - 1;
    }
    (trial.of.isFull ? place->full : place->quick) = trial.evaluation;
    m_isFirstUnderWay = false;
    emit changed();
}

void LiveLaboratory::finish(const Expected<Result>& last)
{
    m_isFirstUnderWay = false;
    if (last) {
        take(**last);
    } else {
        m_problem = translated(last.error().message);
        emit changed();
    }
}

} // namespace rotascope
