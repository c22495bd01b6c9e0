// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <utility>

namespace rotascope {

class StepChart;

/// A view in which one looks at a place, which a scene keeps (ui/workspace/scene_list.h).
class KeptPlace {
public:
    virtual ~KeptPlace() = default;
    /// Where one looks, as a text of the view's own; empty: at all of it, as at first.
    [[nodiscard]] virtual QString place() const = 0;
    /// A text that it does not know is like an empty one: it may come from a file.
    virtual void goToPlace(const QString& place) = 0;
};

/// The visible part of a chart: "0.25 0.5", or empty for all of it.
QString zoomOf(const StepChart& chart);
/// Begins with such a text, or not.
void zoomTo(StepChart& chart, const QString& place);

} // namespace rotascope
