// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/figure/figure_style.h"

#include <QApplication>
#include <QWidget>

namespace rotascope {
namespace {

// The application's own family, so that every language has its letters.
QFont fontOf(int pixels, bool bold)
{
    QFont font = QApplication::font();
    font.setPixelSize(pixels);
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting); // letters keep their widths at every scale
    return font;
}

} // namespace

QPalette figurePalette()
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor& color) {
        for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
            palette.setColor(group, role, color);
        }
    };
    for (const auto role : {QPalette::Window, QPalette::Base, QPalette::Button, QPalette::AlternateBase, QPalette::ToolTipBase}) {
        set(role, Qt::white);
    }
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        set(role, Qt::black);
    }
    set(QPalette::PlaceholderText, QColor(0x60, 0x60, 0x60));
    set(QPalette::Midlight, QColor(0xd8, 0xd8, 0xd8));
    set(QPalette::Highlight, QColor(0x30, 0x8c, 0xc6));
    set(QPalette::HighlightedText, Qt::white);
    return palette;
}

QFont figureFont()
{
    return fontOf(13, false);
}

QFont figureTitleFont()
{
    return fontOf(16, true);
}

QFont figureSmallFont()
{
    return fontOf(11, false);
}

void styleForFigure(QWidget& widget)
{
    widget.setPalette(figurePalette());
    widget.setFont(figureFont());
}

} // namespace rotascope
