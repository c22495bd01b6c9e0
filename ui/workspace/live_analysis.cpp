// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/live_analysis.h"

#include "core/scaling/method.h"
#include "ui/base/text.h"

#include <algorithm>
#include <utility>

namespace rotascope {
namespace {

// The same with the one method that has a table for every source.
AnalysisSettings withoutTheMethod(AnalysisSettings settings)
{
    const auto always = std::ranges::find_if(methods(), [](const Method* method) { return method->choiceForAll == Choice::Extrapolation; });
    settings.method = (*always)->name;
    settings.overrides.clear();
    return settings;
}

} // namespace

LiveAnalysis::LiveAnalysis(std::shared_ptr<Engine> engine, QObject* parent)
    : QObject(parent), m_engine(std::move(engine)), m_job({
                                                        .finished =
                                                            [this](const Expected<Result>& result) {
                                                                const Result others = std::exchange(m_others, nullptr);
                                                                if (result) {
                                                                    emit finished(*result);
                                                                } else {
                                                                    emit failed(translated(result.error().message), others);
                                                                }
                                                            },
                                                        .staged = [this](const Result& others) { m_others = others; },
                                                        .progressed = [this](const JobProgress& progress) { emit progressed(progress); },
                                                    })
{
}

void LiveAnalysis::request(std::shared_ptr<const Source> source, AnalysisSettings settings, std::shared_ptr<const Analysis> known)
{
    m_others = nullptr;
    m_job.request([this, engine = m_engine, source = std::move(source), settings = std::move(settings), known = std::move(known)](
                      const Job<Result>::Run& run) {
        const bool isOurs = m_previous && m_previous->source == source;
        const Result previous = !isOurs ? known : engine == m_previousEngine ? m_previous : nullptr;
        const auto compute = [&](const AnalysisSettings& wanted) {
            return analyze(
                *engine, source, wanted, previous, run.stop(), [&](std::size_t done, std::size_t total) { run.progress(done, total); });
        };
        Expected<Result> result = compute(settings);
        const bool lacksTable = !result && result.error().kind == ErrorKind::Input;
        if (const Expected<Result> computed = lacksTable ? compute(withoutTheMethod(settings)) : result) {
            m_previous = *computed;
            m_previousEngine = engine;
            if (lacksTable) {
                run.deliver(*computed);
            }
        }
        return result;
    });
}

} // namespace rotascope
