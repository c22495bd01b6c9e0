// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/number_text.h"

#include "ui/base/length_box.h"

#include "tests/ui/ui_test.h"

#include <QLocale>
#include <limits>

using namespace rotascope;

class NumberTextTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void exactTextReadsBackAsTheSameNumber()
    {
        for (const double value : {0.1, 1.0 / 3.0, 2.0, 1e-300, 123456789.125}) {
            QCOMPARE(*numberOf(exactText(value)), value);
        }
    }

    void aColumnOfDisturbancesHasOneNotation()
    {
        QCOMPARE(disturbanceColumnText(0.012345678), QStringLiteral("0.012346"));
        QCOMPARE(disturbanceColumnText(0.00013), QStringLiteral("0.000130"));
        QCOMPARE(disturbanceColumnText(8.6e-6), QStringLiteral("0.000009"));
        QCOMPARE(disturbanceColumnText(-1e-12), QStringLiteral("0.000000")); // what rounding leaves has no sign
        QCOMPARE(disturbanceColumnText(0.0), QStringLiteral("0"));
    }

    void theUserChoosesTheDigits()
    {
        QCOMPARE(shownDigits(), 4);
        QCOMPARE(disturbanceText(0.0123456789), QStringLiteral("0.01235"));
        setShownDigits(8);
        QCOMPARE(disturbanceText(0.0123456789), QStringLiteral("0.012345679"));
        QCOMPARE(factorText(4.0 / 3.0), QStringLiteral("1.3333333"));
        QCOMPARE(disturbanceColumnText(0.0123456789), QStringLiteral("0.0123456789"));
        QCOMPARE(disturbanceColumnText(4e-11), QStringLiteral("0.0000000000")); // beyond the last digit
        setShownDigits(4);
    }

    void ratiosAreMultiplesWhateverTheirSize()
    {
        QCOMPARE(ratioText(0.0), QStringLiteral("< 0.01 ×"));
        QCOMPARE(ratioText(0.28), QStringLiteral("0.28 ×"));
        QCOMPARE(ratioText(1.0), QStringLiteral("1.00 ×"));
        QCOMPARE(ratioText(7.57), QStringLiteral("7.57 ×"));
        QCOMPARE(ratioText(75.66), QStringLiteral("75.7 ×"));
        QCOMPARE(ratioText(2405.2), QStringLiteral("2,405 ×"));
        QCOMPARE(ratioText(2e6), QStringLiteral("> 10⁶ ×"));
        QCOMPARE(ratioText(std::numeric_limits<double>::infinity()), QStringLiteral("> 10⁶ ×"));
    }

    // Everywhere as core's sentences have it, and as it is typed.
    void theExponentIsTheSameInAllLanguages()
    {
        for (const char* const name : {"en_US", "ja_JP", "ko_KR", "de_DE", "sv_SE", "uk_UA", "fr_FR"}) {
            const QLocale locale(QString::fromLatin1(name));
            QLocale::setDefault(locale);
            const QString point = locale.decimalPoint();
            QCOMPARE(digitsText(1e-12, 6), QStringLiteral("1e-12"));
            QCOMPARE(digitsText(1.5e-12, 6), QStringLiteral("1") + point + QStringLiteral("5e-12"));
            QCOMPARE(digitsText(-2e-5, 6), locale.negativeSign() + QStringLiteral("2e-05"));
            QCOMPARE(digitsText(2e20, 6), QStringLiteral("2e+20"));
            QCOMPARE(steadyText(0.00013), QStringLiteral("0") + point + QStringLiteral("00013"));
            QCOMPARE(exactText(1e-300), QStringLiteral("1e-300"));
            QCOMPARE(scientificText(0.000134, 2), QStringLiteral("1") + point + QStringLiteral("34e-04"));
            for (const double value : {1e-12, 1.5e-12, -1.25e-7, 3.75e21, 0.25}) {
                QCOMPARE(*numberOf(exactText(value)), value);
            }
            QCOMPARE(*numberOf(QStringLiteral("1e-3")), 1e-3);
            QVERIFY(!numberOf(QStringLiteral("1e")) && !numberOf(QStringLiteral("e-3")) && !numberOf(QStringLiteral("eins")));
        }
    }

    void lengthsMayBeWrittenAsPeopleSayThem()
    {
        for (const auto& [text, length] : {std::pair("16384", 16384), {"16,384", 16384}, {"16k", 16384}, {" 16K ", 16384}, {"1.5k", 1536},
                 {"128k", 131072}, {"1M", 1048576}, {"16 k", 16384}, {"1e4", 10000}, {"0", 0}}) {
            QCOMPARE(lengthOf(QString::fromLatin1(text)), std::optional<std::int64_t>(length));
        }
        for (const char* text : {"", "k", "16x", "16kk", "k16", "abc", "-1", "-16k", "1.5", "inf", "nan", "1e30", "1e15k", "16m"}) {
            QVERIFY2(!lengthOf(QString::fromLatin1(text)), text);
        }
        QVERIFY(!lengthOf(QStringLiteral("∞")));
    }

    void followsTheUsersNotation()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(disturbanceColumnText(0.5), QStringLiteral("0,500000"));
    }
};

QTEST_MAIN(NumberTextTest)
#include "number_text_test.moc"
