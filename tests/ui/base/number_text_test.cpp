// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/number_text.h"

#include "tests/ui/ui_test.h"

#include <QLocale>
#include <limits>

using namespace rotascope;

class NumberTextTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void significantDigitsKeepTheZerosThatEndThem()
    {
        QCOMPARE(significantText(416.0, 4), QStringLiteral("416.0"));
        QCOMPARE(significantText(24.06, 4), QStringLiteral("24.06"));
        QCOMPARE(significantText(0.0, 4), QStringLiteral("0"));
        QCOMPARE(significantText(123456.7, 4), QStringLiteral("123,457"));
        QCOMPARE(significantText(1.5e-7, 4), QStringLiteral("1.5E-07"));
        QCOMPARE(significantText(std::numeric_limits<double>::infinity(), 4), QStringLiteral("∞"));
    }

    void exactTextReadsBackAsTheSameNumber()
    {
        for (const double value : {0.1, 1.0 / 3.0, 2.0, 1e-300, 123456789.125}) {
            QCOMPARE(*numberOf(exactText(value)), value);
        }
    }

    void columnsOfDisturbancesHaveAnExponentOnlyBelowTheirDecimals()
    {
        QCOMPARE(disturbanceColumnText(0.012345678), QStringLiteral("0.01235"));
        QCOMPARE(disturbanceColumnText(1.23e-5), QStringLiteral("1.23E-05"));
        QCOMPARE(disturbanceColumnText(0.0), QStringLiteral("0.00000"));
    }

    void changesAreInPercentUntilThatSaysNothing()
    {
        QCOMPARE(changeText(0.28), QStringLiteral("−72 %"));
        QCOMPARE(changeText(1.05), QStringLiteral("+5 %"));
        QCOMPARE(changeText(1.001), QStringLiteral("0 %"));
        QCOMPARE(changeText(99.99), QStringLiteral("+9,899 %"));
        QCOMPARE(changeText(243.2), QStringLiteral("243 ×"));
        QCOMPARE(changeText(2e6), QStringLiteral("> 10⁶ ×"));
        QCOMPARE(changeText(std::numeric_limits<double>::infinity()), QStringLiteral("> 10⁶ ×"));
    }

    void followsTheUsersNotation()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(significantText(416.0, 4), QStringLiteral("416,0"));
        QCOMPARE(disturbanceColumnText(0.5), QStringLiteral("0,50000"));
    }
};

QTEST_MAIN(NumberTextTest)
#include "number_text_test.moc"
