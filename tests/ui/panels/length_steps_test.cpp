// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/length_steps.h"

#include "core/angle/position_set.h"

#include <QTest>

using namespace rotascope;

class LengthStepsTest : public QObject {
    Q_OBJECT

private slots:
    static void stepsAreRoundMultiples()
    {
        QCOMPARE(targetLengthAt(0, 4096), 4096);
        QCOMPARE(targetLengthAt(1, 4096), 4096 + 512);
        QCOMPARE(targetLengthAt(8, 4096), 8192);
        QCOMPARE(targetLengthAt(9, 4096), 2 * (4096 + 512));
        QCOMPARE(targetLengthAt(lastLengthStep, 4096), 64 * 4096);
        QCOMPARE(targetLengthAt(1, 3), 3); // 3.375
        QCOMPARE(targetLengthAt(lastLengthStep, maxContextLength), maxContextLength);
    }

    static void everyStepIsFoundAgain()
    {
        for (const std::int64_t length : {std::int64_t{64}, std::int64_t{4096}, std::int64_t{131072}}) {
            for (int step = 0; step <= lastLengthStep; ++step) {
                const double scale = static_cast<double>(targetLengthAt(step, length)) / static_cast<double>(length);
                QCOMPARE(stepOf(scale), step);
            }
        }
    }

    static void scalesBetweenAndBeyondTheSteps()
    {
        QCOMPARE(stepOf(1.05), 0);
        QCOMPARE(stepOf(1.07), 1);
        QCOMPARE(stepOf(1.99), 8);
        QCOMPARE(stepOf(256.0), lastLengthStep);
        QCOMPARE(stepOf(100.0), lastLengthStep);
        QCOMPARE(stepOf(0.5), 0); // an empty source's settings
    }
};

QTEST_MAIN(LengthStepsTest)
#include "length_steps_test.moc"
