// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/view_csv.h"

#include <QString>
#include <cstddef>
#include <optional>
#include <vector>

namespace rotascope {

/// What one step of the curves of errors shows.
struct ErrorStep {
    const AngleErrors* errors;
    std::size_t at; ///< of errors
    double float32; ///< the most that float32 rounds there, in rad

    [[nodiscard]] double largest() const { return errors->largest(at); }
};

/// A step for each dimension; or, of one dimension, for each span of positions. Empty where nothing is measured. `report.errors` must
/// outlive it.
std::vector<ErrorStep> errorSteps(const ErrorsReport& report, const std::optional<Dimension>& byPosition);

/// What these errors mean, in a sentence; there must be some.
QString verdictOf(const ErrorsReport& report, const std::optional<Dimension>& byPosition);

} // namespace rotascope
