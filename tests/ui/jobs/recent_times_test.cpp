// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/recent_times.h"

#include <QTest>

using namespace rotascope;

class RecentTimesTest : public QObject {
    Q_OBJECT

private slots:
    void quantilesAreOfTheLastHundred()
    {
        RecentTimes times;
        QCOMPARE(times.quantile(0.5), 0.0);
        for (int i = 1; i <= 150; ++i) {
            times.add(i);
        }
        QCOMPARE(times.count(), 100U); // 51 ... 150
        QCOMPARE(times.quantile(0.5), 100.0);
        QCOMPARE(times.quantile(0.95), 145.0);
        QCOMPARE(times.quantile(0.0), 51.0);
    }
};

QTEST_APPLESS_MAIN(RecentTimesTest)
#include "recent_times_test.moc"
