// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/legible_style.h"

#include <QApplication>
#include <QIcon>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleOption>
#include <algorithm>
#include <array>

namespace rotascope {
namespace {

QColor between(const QColor& a, const QColor& b, double share)
{
    const auto mixed = [share](int from, int to) { return static_cast<int>(from + share * (to - from)); };
    return {mixed(a.red(), b.red()), mixed(a.green(), b.green()), mixed(a.blue(), b.blue())};
}

// Of what can be changed; of what cannot, as pale as its text.
QColor outlineOf(const QStyleOption& option)
{
    constexpr double share = 0.6; // black on white and white on black: more than 4.5 to 1
    const QPalette& palette = option.palette;
    return (option.state & QStyle::State_Enabled) != 0
        ? between(palette.color(QPalette::Window), palette.color(QPalette::WindowText), share)
        : palette.color(QPalette::Disabled, QPalette::WindowText);
}

QColor fillOf(const QStyleOption& option)
{
    const bool isPressed = (option.state & QStyle::State_Sunken) != 0;
    const bool isEnabled = (option.state & QStyle::State_Enabled) != 0;
    return option.palette.color(isPressed || !isEnabled ? QPalette::Window : QPalette::Base);
}

QColor signOf(const QStyleOption& option)
{
    const bool isEnabled = (option.state & QStyle::State_Enabled) != 0;
    return option.palette.color(isEnabled ? QPalette::Active : QPalette::Disabled, QPalette::Text);
}

QRectF squareIn(const QRect& rect)
{
    const int side = std::min(rect.width(), rect.height()) - 1;
    const QPoint corner(rect.left() + (rect.width() - 1 - side) / 2, rect.top() + (rect.height() - 1 - side) / 2);
    return QRectF(corner, QSizeF(side, side)).translated(0.5, 0.5);
}

void paintCheckBox(const QStyleOption& option, QPainter& painter)
{
    const QRectF box = squareIn(option.rect);
    painter.setPen(QPen(outlineOf(option), 1.0));
    painter.setBrush(fillOf(option));
    painter.drawRoundedRect(box, 2.0, 2.0);
    const auto at = [&box](double x, double y) { return QPointF(box.left() + x * box.width(), box.top() + y * box.height()); };
    painter.setPen(QPen(signOf(option), 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if ((option.state & QStyle::State_On) != 0) {
        const std::array<QPointF, 3> mark = {at(0.24, 0.52), at(0.43, 0.72), at(0.78, 0.28)};
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(mark.data(), static_cast<int>(mark.size()));
    } else if ((option.state & QStyle::State_NoChange) != 0) {
        painter.drawLine(at(0.27, 0.5), at(0.73, 0.5));
    }
}

void paintRadioButton(const QStyleOption& option, QPainter& painter)
{
    const QRectF circle = squareIn(option.rect);
    painter.setPen(QPen(outlineOf(option), 1.0));
    painter.setBrush(fillOf(option));
    painter.drawEllipse(circle);
    if ((option.state & QStyle::State_On) != 0) {
        const double inset = 0.27 * circle.width();
        painter.setPen(Qt::NoPen);
        painter.setBrush(signOf(option));
        painter.drawEllipse(circle.adjusted(inset, inset, -inset, -inset));
    }
}

// The bar of a button that is pressed in.
void paintIsOn(const QStyleOption& option, QPainter& painter)
{
    constexpr int height = 2;
    const QRect rect = option.rect.adjusted(4, 0, -4, -3);
    painter.fillRect(QRect(rect.left(), rect.bottom() - height + 1, rect.width(), height), signOf(option));
}

// A cross in the colour that texts have when it is painted, whatever the theme was when it was made.
class Cross final : public QIconEngine {
public:
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const double inset = std::min(rect.width(), rect.height()) * 0.28;
        const QRectF cross = QRectF(rect).adjusted(inset, inset, -inset, -inset);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(QApplication::palette().color(group, QPalette::ButtonText), 1.6, Qt::SolidLine, Qt::RoundCap));
        painter->drawLine(cross.topLeft(), cross.bottomRight());
        painter->drawLine(cross.topRight(), cross.bottomLeft());
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new Cross; }
};

class LegibleStyle final : public QProxyStyle {
public:
    using QProxyStyle::QProxyStyle;

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override
    {
        const bool isBox = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck; // the second in lists and tables
        if (isBox || element == PE_IndicatorRadioButton) {
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            isBox ? paintCheckBox(*option, *painter) : paintRadioButton(*option, *painter);
            painter->restore();
            return;
        }
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        const bool isButton = element == PE_PanelButtonTool || element == PE_PanelButtonCommand;
        if (isButton && (option->state & State_On) != 0) {
            paintIsOn(*option, *painter);
        }
    }

    QIcon standardIcon(StandardPixmap icon, const QStyleOption* option, const QWidget* widget) const override
    {
        const bool isCross = icon == SP_TitleBarCloseButton || icon == SP_DockWidgetCloseButton || icon == SP_DialogCloseButton;
        return isCross ? QIcon(new Cross) : QProxyStyle::standardIcon(icon, option, widget);
    }
};

} // namespace

void useLegibleStyle()
{
    if (QApplication::style()->name() == QLatin1String("fusion")) { // a proxy has no name
        QApplication::setStyle(new LegibleStyle(QStyleFactory::create(QStringLiteral("fusion"))));
    }
}

} // namespace rotascope
