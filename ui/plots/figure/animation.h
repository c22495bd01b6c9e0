// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/figure/figure.h"

#include <functional>
#include <optional>

namespace rotascope {

/// A view that moves, as figures that are made one by one when they are wanted. Later changes of the view do not change it.
struct Animation {
    /// What is seen after this share of the way, 0 ... 1. In the GUI thread; fastest in ascending order. All have the same size.
    std::function<Figure(double share)> figureAt;
};

/// A view whose animation can be saved.
class AnimationSource {
public:
    virtual ~AnimationSource() = default;
    /// As it is set now; none: nothing in it moves. Call it only if its figure isSettled().
    [[nodiscard]] virtual std::optional<Animation> animation() const = 0;
};

} // namespace rotascope
