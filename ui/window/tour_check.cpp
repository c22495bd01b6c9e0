// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tour_check.h"

#include "ui/base/number_text.h"
#include "ui/base/text.h"
#include "ui/tours/tour_list.h"
#include "ui/window/main_window.h"
#include "ui/window/tour_guide.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QTimer>
#include <chrono>
#include <utility>

namespace rotascope {
namespace {

class TourCheck {
    Q_DECLARE_TR_FUNCTIONS(TourCheck)
};

// The longest that a step may compute.
constexpr std::chrono::minutes patience{2};
// Until what was shown has its place: layouts settle within some turns of the event loop.
constexpr std::chrono::milliseconds settling{60};

void waitFor(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

// Whether it has come to rest.
bool comesToRest(const TourRunner& runner)
{
    const QDeadlineTimer deadline(patience);
    while (runner.isShowing() && !deadline.hasExpired()) {
        waitFor(std::chrono::milliseconds(5));
    }
    return !runner.isShowing();
}

// Why the step where the tour stands cannot be reached; empty: it was.
QString whyNotReached(TourGuide& guide)
{
    TourRunner& runner = guide.runner();
    if (QString missing = runner.whatIsMissing(); !missing.isEmpty()) {
        return missing;
    }
    runner.showMe();
    if (!comesToRest(runner)) {
        return TourCheck::tr("It did not come to an end within %1 minutes.").arg(patience.count());
    }
    if (!runner.obstacle().isEmpty()) {
        return runner.obstacle();
    }
    waitFor(settling);
    const TourTarget& target = runner.step().target;
    return target.isEmpty() || !guide.stage().placeOf(target).isEmpty() ? QString() : TourCheck::tr("What it points to cannot be seen.");
}

tl::unexpected<Error> lintError(const QString& message)
{
    return tl::unexpected(Error{ErrorKind::Lint, message.toStdString()});
}

Expected<QString> goThrough(TourGuide& guide, const QString& name)
{
    TourRunner& runner = guide.runner();
    if (!comesToRest(runner) || !runner.obstacle().isEmpty()) {
        return lintError(TourCheck::tr("%1: it cannot begin. %2").arg(name, runner.obstacle()));
    }
    const std::size_t steps = runner.tour().steps.size();
    for (std::size_t step = 0; step < steps; ++step) {
        if (const QString reason = whyNotReached(guide); !reason.isEmpty()) {
            return lintError(TourCheck::tr("%1: step %2, \"%3\", cannot be reached. %4")
                                 .arg(name, countText(step + 1), textOf(runner.step().title), reason));
        }
        if (!runner.isLast()) {
            runner.next();
        }
    }
    return TourCheck::tr("%1: all %2 steps can be reached").arg(name, countText(steps));
}

} // namespace

Expected<QString> checkTour(std::shared_ptr<Engine> engine, const QString& file)
{
    return openTour(file).and_then([&](const Tour& tour) {
        MainWindow window(std::move(engine));
        window.fitTo(QSize(1280, 800));
        window.show();
        return goThrough(window.takeTour(tour), visible(QFileInfo(file).fileName()));
    });
}

} // namespace rotascope
