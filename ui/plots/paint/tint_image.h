// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QSize>
#include <span>
#include <vector>

namespace rotascope {

/// A translucent colour that covers each pixel column from a row downwards.
struct TintLayer {
    QColor color;
    std::vector<int> tops; ///< for each column, the first covered row; the height of the image: none
};

/// All layers over transparent, the first undermost, in one pass: each pixel looks up the blend of the layers that cover it.
/// Orders of magnitude faster than polygons, whose edges would be as many as there are intervals.
QImage tintImage(const QSize& pixels, std::span<const TintLayer> layers);

} // namespace rotascope
