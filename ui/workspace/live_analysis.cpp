// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/live_analysis.h"

#include "ui/base/text.h"

#include <utility>

namespace rotascope {

LiveAnalysis::LiveAnalysis(std::shared_ptr<Engine> engine, QObject* parent)
    : QObject(parent), m_engine(std::move(engine)), m_job({.finished = [this](const Expected<Result>& result) {
          if (result) {
              emit finished(*result);
          } else {
              emit failed(visible(result.error().message));
          }
      }})
{
}

void LiveAnalysis::request(std::shared_ptr<const Source> source, AnalysisSettings settings, std::shared_ptr<const Analysis> known)
{
    m_job.request([this, engine = m_engine, source = std::move(source), settings = std::move(settings), known = std::move(known)](
                      const Job<Result>::Run& run) {
        const bool isOurs = m_previous && m_previous->source == source;
        const Result previous = !isOurs ? known : engine == m_previousEngine ? m_previous : nullptr;
        Expected<Result> result = analyze(*engine, source, settings, previous, run.stop());
        if (result) {
            m_previous = *result;
            m_previousEngine = engine;
        }
        return result;
    });
}

} // namespace rotascope
