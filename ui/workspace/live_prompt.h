// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <QString>
#include <cstddef>
#include <memory>

namespace rotascope {

/// One prompt of those that a table is tried with.
struct PromptQuestion {
    ScalingTable table;
    std::size_t length = 0; ///< tokens
    std::size_t number = 0; ///< 0 ... prompts of fullTrial - 1; the key stands the deeper in the text, the greater it is

    friend bool operator==(const PromptQuestion&, const PromptQuestion&) = default;
};

/// Reads one prompt with the laboratory's model, off the GUI thread. The newest question wins.
class LivePrompt : public QObject {
    Q_OBJECT

public:
    explicit LivePrompt(QObject* parent = nullptr);

    /// Asks, unless that was asked last. No model: forgets what was asked.
    void ask(const LanguageModelPointer& model, const PromptQuestion& question);

    /// What was asked last.
    [[nodiscard]] const PromptQuestion& question() const { return m_question; }
    /// The newest; null before the first, and where it failed.
    [[nodiscard]] const std::shared_ptr<const PromptReading>& reading() const { return m_reading; }
    /// Whether that answers what was asked last.
    [[nodiscard]] bool isCurrent() const { return m_reading != nullptr && !m_job.isBusy(); }
    [[nodiscard]] const QString& problem() const { return m_problem; }

signals:
    void changed();

private:
    using Result = std::shared_ptr<const PromptReading>;

    LanguageModelPointer m_model; ///< that was asked last
    PromptQuestion m_question;
    Result m_reading;
    QString m_problem;
    Job<Result> m_job;
};

} // namespace rotascope
