// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/live_prompt.h"

#include "core/evaluation/trial.h"
#include "ui/base/text.h"

#include <utility>

namespace rotascope {

LivePrompt::LivePrompt(QObject* parent)
    : QObject(parent), m_job({.finished = [this](const Expected<Result>& result) {
          m_reading = result.value_or(nullptr);
          m_problem = result ? QString() : translated(result.error().message);
          emit changed();
      }})
{
}

void LivePrompt::ask(const LanguageModelPointer& model, const PromptQuestion& question)
{
    if (!model) {
        m_job.cancel();
        m_model = nullptr;
        m_reading = nullptr;
        return;
    }
    if (model == m_model && question == m_question) {
        return;
    }
    m_model = model;
    m_question = question;
    m_job.request([model, question](const Job<Result>::Run& run) {
        const EvaluationRequest request{.lengths = {}, .prompts = fullTrial.prompts, .depths = trialDepths};
        return readPrompt(model, question.table, request, question.length, question.number, run.stop()).map([](PromptReading&& reading) {
            return std::make_shared<const PromptReading>(std::move(reading));
        });
    });
}

} // namespace rotascope
