// SPDX-License-Identifier: GPL-3.0-or-later
// What is on and what is off: told apart on light and dark, and by a reader who sees no colours.
#include "ui/base/legible_style.h"

#include "tests/ui/ui_test.h"

#include <QApplication>
#include <QCheckBox>
#include <QImage>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QStyle>
#include <QToolButton>
#include <algorithm>
#include <cmath>

using namespace rotascope;
using namespace rotascope::uitest;

namespace {

// Relative luminance, WCAG 2.
double luminanceOf(QRgb color)
{
    const auto linear = [](int channel) {
        const double c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(color)) + 0.7152 * linear(qGreen(color)) + 0.0722 * linear(qBlue(color));
}

double contrast(QRgb a, QRgb b)
{
    const auto [low, high] = std::minmax({luminanceOf(a), luminanceOf(b)}); // values, not what they refer to
    return (high + 0.05) / (low + 0.05);
}

// How many pixels of a control are of another lightness when it is on.
int changedBySwitching(QAbstractButton& button)
{
    button.setCheckable(true);
    button.setAutoExclusive(false);
    button.setChecked(false);
    const QImage off = button.grab().toImage();
    button.setChecked(true);
    const QImage on = button.grab().toImage();
    int changed = 0;
    for (int y = 0; y < off.height(); ++y) {
        for (int x = 0; x < off.width(); ++x) {
            changed += contrast(off.pixel(x, y), on.pixel(x, y)) >= 3.0 ? 1 : 0;
        }
    }
    return changed;
}

// The strongest edge of the sign of a box or circle against the window around it.
double outlineOf(QAbstractButton& button)
{
    button.setChecked(false);
    const QImage image = button.grab().toImage();
    const QRgb around = QApplication::palette().color(QPalette::Window).rgb();
    double best = 0.0;
    for (int x = 0; x < std::min(20, image.width()); ++x) {
        best = std::max(best, contrast(image.pixel(x, image.height() / 2), around));
    }
    return best;
}

} // namespace

class LegibleStyleTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QApplication::setStyle(QStringLiteral("fusion"));
        useLegibleStyle();
    }

    void onAndOffAreToldApart()
    {
        checkAll();
        inTheDark([] { checkAll(); });
    }

    void anOutlineIsSeen()
    {
        checkOutlines();
        inTheDark([] { checkOutlines(); });
    }

    // The boxes of a list, on its own colour, also in the row that is chosen.
    void boxesInAListAreSeen()
    {
        checkList();
        inTheDark([] { checkList(); });
    }

    // Also one that was made before the theme changed.
    void theCrossOfCloseIsSeen()
    {
        const QIcon cross = QApplication::style()->standardIcon(QStyle::SP_TitleBarCloseButton);
        const auto strongest = [&cross] {
            const QRgb around = QApplication::palette().color(QPalette::Window).rgb();
            QImage image(16, 16, QImage::Format_RGB32);
            image.fill(around);
            QPainter painter(&image);
            cross.paint(&painter, image.rect());
            painter.end();
            double best = 0.0;
            for (int x = 0; x < image.width(); ++x) {
                best = std::max(best, contrast(image.pixel(x, x), around));
            }
            return best;
        };
        QVERIFY(strongest() >= 4.5);
        inTheDark([&] { QVERIFY(strongest() >= 4.5); });
    }

    // A second window changes nothing, and what the desktop chose stays.
    void isTakenOnce()
    {
        const QStyle* style = QApplication::style();
        useLegibleStyle();
        QCOMPARE(QApplication::style(), style);
        QApplication::setStyle(QStringLiteral("windows"));
        style = QApplication::style();
        useLegibleStyle();
        QCOMPARE(QApplication::style(), style);
    }

private:
    static void checkAll()
    {
        QCheckBox box(QStringLiteral("box"));
        QRadioButton radio(QStringLiteral("radio"));
        QToolButton tool;
        tool.setText(QStringLiteral("A|B"));
        QPushButton push(QStringLiteral("push"));
        constexpr int atLeast = 12; // pixels
        for (QAbstractButton* button : std::initializer_list<QAbstractButton*>{&box, &radio, &tool, &push}) {
            const int changed = changedBySwitching(*button);
            QVERIFY2(changed >= atLeast, qPrintable(QStringLiteral("%1: %2").arg(button->text()).arg(changed)));
        }
    }

    static void checkList()
    {
        QListWidget list;
        auto* item = new QListWidgetItem(QStringLiteral("table"), &list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        list.resize(200, 60);
        list.show();
        QVERIFY(QTest::qWaitForWindowExposed(&list));
        const auto boxOf = [&](Qt::CheckState state) {
            item->setCheckState(state);
            const QImage image = list.viewport()->grab().toImage();
            return image.copy(QRect(0, 0, 24, list.visualItemRect(item).height()));
        };
        for (const bool isChosen : {false, true}) {
            item->setSelected(isChosen);
            const QImage off = boxOf(Qt::Unchecked);
            const QImage on = boxOf(Qt::Checked);
            const QRgb around = isChosen ? off.pixel(0, off.height() / 2) : list.palette().color(QPalette::Base).rgb();
            double outline = 0.0;
            int changed = 0;
            for (int y = 0; y < off.height(); ++y) {
                for (int x = 0; x < off.width(); ++x) {
                    outline = std::max(outline, contrast(off.pixel(x, y), around));
                    changed += contrast(off.pixel(x, y), on.pixel(x, y)) >= 3.0 ? 1 : 0;
                }
            }
            QVERIFY2(outline >= 3.0, qPrintable(QString::number(outline)));
            QVERIFY2(changed >= 12, qPrintable(QString::number(changed)));
        }
    }

    static void checkOutlines()
    {
        QCheckBox box(QStringLiteral("box"));
        QRadioButton radio(QStringLiteral("radio"));
        for (QAbstractButton* button : std::initializer_list<QAbstractButton*>{&box, &radio}) {
            const double seen = outlineOf(*button);
            QVERIFY2(seen >= 3.0, qPrintable(QStringLiteral("%1: %2").arg(button->text()).arg(seen)));
        }
    }
};

QTEST_MAIN(LegibleStyleTest)
#include "legible_style_test.moc"
