// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/theme.h"

#include <QApplication>
#include <QPalette>
#include <QToolTip>
#include <array>

namespace rotascope {
namespace {

struct Shades {
    QRgb window;
    QRgb base;
    QRgb alternate;
    QRgb text;
    QRgb pale; ///< hints
    QRgb disabled;
    QRgb highlight;
    QRgb highlighted; ///< text
    QRgb link;
    QRgb toolTip;
};

constexpr Shades lightShades
    = {0xffefefef, 0xffffffff, 0xfff7f7f7, 0xff000000, 0xff5f6368, 0xff8a8a8a, 0xff308cc6, 0xffffffff, 0xff004fb0, 0xffffffdc};
constexpr Shades darkShades
    = {0xff2b2d30, 0xff1e1f22, 0xff26282b, 0xffe6e7e9, 0xffa4a8ae, 0xff8c8f94, 0xff2f65ca, 0xffffffff, 0xff7ab8ff, 0xff3a3d41};

QPalette paletteOf(const Shades& shades)
{
    QPalette palette{QColor(shades.window)}; // which also makes the shades of frames
    const auto set = [&palette](std::initializer_list<QPalette::ColorRole> roles, QRgb color) {
        for (const QPalette::ColorRole role : roles) {
            palette.setColor(role, QColor(color));
        }
    };
    set({QPalette::Base}, shades.base);
    set({QPalette::AlternateBase}, shades.alternate);
    set({QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}, shades.text);
    set({QPalette::PlaceholderText}, shades.pale);
    set({QPalette::Highlight}, shades.highlight);
    set({QPalette::HighlightedText}, shades.highlighted);
    set({QPalette::Link, QPalette::LinkVisited}, shades.link);
    set({QPalette::ToolTipBase}, shades.toolTip);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, QColor(shades.disabled));
    }
    return palette;
}

} // namespace

void applyTheme(Theme theme)
{
    // A palette that says nothing is the desktop's.
    QApplication::setPalette(theme == Theme::System ? QPalette() : paletteOf(theme == Theme::Dark ? darkShades : lightShades));
    QToolTip::setPalette(QApplication::palette()); // else that of the first tool tip stays
}

} // namespace rotascope
