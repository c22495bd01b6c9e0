// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/colours.h"

#include <QWidget>

namespace rotascope {

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

QColor colorOf(PlotRole role, const QPalette& palette)
{
    return colorOf(role, isDark(palette));
}

QColor colorOf(PlotRole role, bool onDark)
{
    switch (role) {
    case PlotRole::Before:
        return onDark ? QColor(0xb0, 0xb4, 0xba) : QColor(0x5a, 0x60, 0x68);
    case PlotRole::Extrapolation:
        return onDark ? QColor(0x56, 0xb4, 0xe9) : QColor(0x00, 0x72, 0xb2);
    case PlotRole::Interpolation:
        return onDark ? QColor(0xff, 0x9e, 0x4a) : QColor(0xd5, 0x5e, 0x00);
    case PlotRole::Chosen:
        break;
    }
    return onDark ? QColor(0x3d, 0xd6, 0xa3) : QColor(0x00, 0x8a, 0x63);
}

QColor withAlpha(QColor color, double alpha)
{
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

QColor warningColor(const QPalette& palette)
{
    return isDark(palette) ? QColor(0xff, 0xb4, 0x54) : QColor(0x8f, 0x52, 0x00);
}

QColor errorColor(const QPalette& palette)
{
    return isDark(palette) ? QColor(0xff, 0x8a, 0x80) : QColor(0xb0, 0x00, 0x20);
}

QFont tickFont(const QWidget& widget)
{
    QFont font = widget.font();
    constexpr double smaller = 0.9;
    if (font.pixelSize() > 0) { // as in a figure
        font.setPixelSize(qRound(font.pixelSize() * smaller));
    } else {
        font.setPointSizeF(font.pointSizeF() * smaller);
    }
    return font;
}

} // namespace rotascope
