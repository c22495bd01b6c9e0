// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/landscape.h"
#include "ui/jobs/live_result.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <functional>
#include <memory>

namespace rotascope {

class Workspace;

/// The landscape of the workspace's analysis, while somebody looks at it. A change of the table alone computes nothing. Other
/// changes give a coarse landscape first, and one after the other while a hand moves a slider; the full one when it rests.
class LiveLandscape : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t coarseFactors = 64;
    static constexpr std::size_t fullFactors = landscapeFactorCount;

    /// `isSeen`: whether somebody looks; nothing is computed for nobody.
    LiveLandscape(Workspace* workspace, std::function<bool()> isSeen, QObject* parent = nullptr);

    /// Somebody looks, perhaps again: computes what is missing.
    void look();
    /// Nobody looks any more: stops.
    void lookAway();
    /// The newest landscape; null before the first. It belongs to the newest analysis if isCurrent().
    [[nodiscard]] const std::shared_ptr<const Landscape>& landscape() const { return m_landscape; }
    /// Whether the landscape, coarse or not, is that of the workspace's analysis.
    [[nodiscard]] bool isCurrent() const;
    /// Whether it is that, and in full.
    [[nodiscard]] bool isFinal() const;

signals:
    /// The landscape is another, or no longer current.
    void changed();

private:
    using Result = std::shared_ptr<const Landscape>;

    void ask();
    void compute(std::size_t factors);
    void computeFull();
    void take(const Expected<Result>& result);

    QPointer<Workspace> m_workspace; ///< may go first
    std::function<bool()> m_isSeen;
    Result m_landscape;
    std::shared_ptr<const Analysis> m_shown; ///< that m_landscape is of
    std::shared_ptr<const Analysis> m_asked; ///< the newest that a landscape was asked for
    bool m_failed = false; ///< whether that failed: it would do so again
    std::shared_ptr<const Analysis> m_computed; ///< that is computed now; null: nothing is
    bool m_computesFull = false; ///< whether that is the full one
    bool m_isFast = false; ///< whether the last full one came as fast as others come coarse
    QTimer m_rest; ///< runs out when the hand rests
    LiveResult<Result> m_live; ///< last: it delivers to the others
};

} // namespace rotascope
