// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/length_sweep.h"
#include "ui/jobs/live_result.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <functional>
#include <memory>

namespace rotascope {

class Workspace;

/// The length sweep of the workspace's analysis, while somebody looks at it. A change of the table computes the current curve alone.
/// Other changes give a sweep over few lengths first, and one after the other while a hand moves a slider; the full one when it rests.
class LiveSweep : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t coarseLengths = 12;

    /// `isSeen`: whether somebody looks; nothing is computed for nobody.
    LiveSweep(Workspace* workspace, std::function<bool()> isSeen, QObject* parent = nullptr);

    /// Somebody looks, perhaps again: computes what is missing.
    void look();
    /// Nobody looks any more: stops.
    void lookAway();
    /// The newest sweep; null before the first. It belongs to the newest analysis, and is a full one, if isFinal().
    [[nodiscard]] const std::shared_ptr<const LengthSweep>& sweep() const { return m_sweep; }
    [[nodiscard]] bool isFinal() const;

signals:
    /// The sweep is another, or no longer the final one.
    void changed();

private:
    using Result = std::shared_ptr<const LengthSweep>;

    void compute();
    void computeRest();
    [[nodiscard]] bool isOneCurveAway() const; ///< whether the last full sweep needs one curve more to be the analysis's
    void take(const Expected<Result>& result);

    QPointer<Workspace> m_workspace; ///< may go first
    std::function<bool()> m_isSeen;
    Result m_sweep;
    std::shared_ptr<const Analysis> m_shown; ///< that m_sweep is of
    Result m_full; ///< the last full one
    std::shared_ptr<const Analysis> m_fullShown; ///< that m_full is of
    std::shared_ptr<Engine> m_fullEngine; ///< that computed it
    std::shared_ptr<const Analysis> m_asked; ///< the newest that a sweep was asked for
    bool m_failed = false; ///< whether that failed: it would do so again
    std::shared_ptr<const Analysis> m_computed; ///< that is computed now; null: nothing is
    std::shared_ptr<Engine> m_engine; ///< that computes it
    bool m_computesFull = false; ///< whether that is a full one
    QTimer m_rest; ///< runs out when the hand rests
    LiveResult<Result> m_live; ///< last: it delivers to the others
};

} // namespace rotascope
