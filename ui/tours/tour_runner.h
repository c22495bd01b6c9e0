// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tour/tour.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <cstddef>
#include <memory>
#include <vector>

namespace rotascope {

struct Analysis;
class TourStage;

/// Where a tour is, and what goes on there. A step is done once its expected state was there, or at once where it expects nothing. Next on
/// a step that is not done shows it first, so that every step also works for those who only read; where the step has an answer, or is the
/// last, it stays there, so that what it shows is seen. Back brings the state in which the step before began.
class TourRunner : public QObject {
    Q_OBJECT

public:
    /// `stage` outlives it.
    TourRunner(Tour tour, TourStage& stage, QObject* parent = nullptr);

    /// Goes to a step, by showing those before it one after the other.
    void begin(std::size_t step = 0);
    void next();
    void back();
    /// Does what the step asks for; changed() follows when it is over.
    void showMe();

    [[nodiscard]] const Tour& tour() const { return m_tour; }
    [[nodiscard]] std::size_t index() const { return m_index; }
    [[nodiscard]] const TourStep& step() const { return m_tour.steps[m_index]; }
    [[nodiscard]] bool isFirst() const { return m_index == 0; }
    [[nodiscard]] bool isLast() const { return m_index + 1 == m_tour.steps.size(); }
    [[nodiscard]] bool isDone() const { return m_isDone; }
    /// Whether the step was shown to its end, or its expected state was there: then its answer can be read.
    [[nodiscard]] bool isRevealed() const { return m_isShown || (m_isDone && !step().expect.isEmpty()); }
    /// Whether actions are being done, or what they asked for is being computed.
    [[nodiscard]] bool isShowing() const { return m_isShowing; }
    /// Why the step is not done though it was shown; empty: it is, or was not shown.
    [[nodiscard]] const QString& obstacle() const { return m_obstacle; }
    /// What is wrong with the step in this window before anything is shown: a view, a control, a command or a page that is not there;
    /// empty: nothing.
    [[nodiscard]] QString whatIsMissing() const;

signals:
    /// Another step, or another state of it.
    void changed();
    /// Next on the last step.
    void ended();

private:
    /// How a step began.
    struct Before {
        std::shared_ptr<const Analysis> analysis; ///< null: nothing was open
        std::size_t dimension = 0;
    };

    void run(const std::vector<TourAction>& actions);
    void goOn();
    void finishShowing();
    void goToGoal();
    bool waitsForControl(const TourAction& action);
    void enterStep(std::size_t index);
    void look();
    [[nodiscard]] bool isAtRest() const;
    [[nodiscard]] bool hidesSomething() const;
    QString perform(const TourAction& action); ///< why it cannot be done; empty: it was
    QString runCommand(const QString& id);
    QString performOnWorkspace(const TourAction& action);
    QString performOnControl(const TourAction& action);

    Tour m_tour;
    TourStage& m_stage;
    std::size_t m_index = 0;
    std::size_t m_goal = 0; ///< the step to which begin() goes
    std::vector<Before> m_before; ///< of the steps up to the present one
    bool m_isBegun = false; ///< whether the tour's own first actions were done
    bool m_isDone = false;
    bool m_isShown = false; ///< to its end
    bool m_isShowing = false;
    bool m_goesOn = false; ///< whether the next step follows when this one was shown
    int m_waits = 0; ///< for a control that cannot be used yet
    QString m_obstacle;
    std::vector<TourAction> m_actions; ///< that are still to be done; the first is last
    QTimer m_pace; ///< between actions
    QTimer m_looking; ///< whether the step is done
};

} // namespace rotascope
