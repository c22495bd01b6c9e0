// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/errors_verdict.h"

#include "ui/base/number_text.h"

#include <QCoreApplication>
#include <concepts>

namespace rotascope {
namespace {

struct ErrorsVerdict {
    Q_DECLARE_TR_FUNCTIONS(ErrorsVerdict)
};

// The dimensions, or spans of positions, of which float32, and bfloat16 as well, explains less than the largest error.
struct Excess {
    std::size_t beyondFloat32 = 0;
    std::size_t beyondBfloat16 = 0;
    std::size_t firstBeyondBfloat16 = 0; ///< where there is one
    std::size_t worst = 0;
};

Excess excessOf(const std::vector<ErrorStep>& steps)
{
    Excess excess;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const double largest = steps[i].largest();
        excess.beyondFloat32 += largest > steps[i].float32 ? 1 : 0;
        if (largest > steps[i].float32 + bfloat16Rounding && excess.beyondBfloat16++ == 0) {
            excess.firstBeyondBfloat16 = i;
        }
        excess.worst = largest > steps[excess.worst].largest() ? i : excess.worst;
    }
    return excess;
}

template <std::integral Number> QString numberText(Number number)
{
    return countText(static_cast<qlonglong>(number));
}

QString verdictOnModel(const Excess& excess, std::size_t count, double largest)
{
    const QString dimensions = numberText(count);
    if (excess.beyondBfloat16 > 0) {
        return ErrorsVerdict::tr(
            "%1 of %2 dimensions are off by more than rounding cosine and sine to bfloat16 explains, dimension %3 by up "
            "to %4 rad: positions or frequencies of little precision, or another table than the file says.")
            .arg(numberText(excess.beyondBfloat16), dimensions, numberText(excess.worst), digitsText(largest, 2));
    }
    return excess.beyondFloat32 > 0
        ? ErrorsVerdict::tr("%1 of %2 dimensions are off by more than float32 rounds, none by more than rounding "
                            "cosine and sine to bfloat16 explains.")
              .arg(numberText(excess.beyondFloat32), dimensions)
        : ErrorsVerdict::tr("All angles are as exact as float32 lets them be.");
}

QString verdictOnTable(const Excess& excess, std::size_t count, double largest)
{
    if (excess.beyondBfloat16 > 0) {
        return ErrorsVerdict::tr(
            "The model did not apply this table: %1 of %2 dimensions are off by more than rounding explains, dimension "
            "%3 by up to %4 rad.")
            .arg(numberText(excess.beyondBfloat16), numberText(count), numberText(excess.worst), digitsText(largest, 2));
    }
    return excess.beyondFloat32 > 0 ? ErrorsVerdict::tr("The angles fit this table as exactly as cosine and sine in bfloat16 let them.")
                                    : ErrorsVerdict::tr("The angles fit this table as exactly as float32 lets them.");
}

QString verdictByPosition(const Excess& excess, const PositionSpans& spans, const QString& dimension, double largest)
{
    const auto first = [&](std::size_t span) { return numberText(spans.last(span) + 1 - spans.width); };
    if (excess.beyondBfloat16 > 0) {
        return ErrorsVerdict::tr(
            "Dimension %1 is off by more than rounding explains from position %2 on, by up to %3 rad at positions %4 to "
            "%5.")
            .arg(dimension, first(excess.firstBeyondBfloat16), digitsText(largest, 2), first(excess.worst),
                numberText(spans.last(excess.worst)));
    }
    return excess.beyondFloat32 > 0
        ? ErrorsVerdict::tr("Dimension %1 is off by up to %2 rad, at positions %3 to %4: more than float32 rounds, no more than rounding "
                            "cosine and sine to bfloat16 explains.")
              .arg(dimension, digitsText(largest, 2), first(excess.worst), numberText(spans.last(excess.worst)))
        : ErrorsVerdict::tr("At all positions the angles of dimension %1 are as exact as float32 lets them be.").arg(dimension);
}

} // namespace

std::vector<ErrorStep> errorSteps(const ErrorsReport& report, const std::optional<Dimension>& byPosition)
{
    std::vector<ErrorStep> steps;
    if (report.errors && byPosition) {
        for (std::size_t span = 0; span < report.errors->spans.count; ++span) {
            steps.push_back({&report.errors->ofSpans, report.errors->cell(*byPosition, span), report.float32Rounding(*byPosition, span)});
        }
    } else if (report.errors) {
        for (std::size_t d = 0; d < report.errors->ofDimensions.dimensions(); ++d) {
            steps.push_back({&report.errors->ofDimensions, d, report.float32Rounding(d)});
        }
    }
    return steps;
}

QString verdictOf(const ErrorsReport& report, const std::optional<Dimension>& byPosition)
{
    const std::vector<ErrorStep> steps = errorSteps(report, byPosition);
    const Excess excess = excessOf(steps);
    const double largest = steps[excess.worst].largest();
    if (byPosition) {
        return verdictByPosition(excess, report.errors->spans, QString::number(std::size_t{*byPosition}), largest);
    }
    return report.against == "model" ? verdictOnModel(excess, steps.size(), largest) : verdictOnTable(excess, steps.size(), largest);
}

} // namespace rotascope
