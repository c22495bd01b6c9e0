// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/pace_text.h"

#include <QLocale>
#include <QTest>

using namespace rotascope;

class PaceTextTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void saysRateAndTimeLeft()
    {
        QCOMPARE(paceText(progress(1, 100, 340e6, 38.0), ProgressUnit::Bytes), QStringLiteral("340 MB/s, 40 s left"));
        QCOMPARE(paceText(progress(1, 100, 1.234e9, 5400.0), ProgressUnit::Bytes), QStringLiteral("1.2 GB/s, 1 h 30 min left"));
        QCOMPARE(paceText(progress(1, 100, 45'678.0, 100.0), ProgressUnit::Rows), QStringLiteral("46000 rows/s, 2 min left"));
        QCOMPARE(paceText(progress(1, 100, 3.456e6, 3.2), ProgressUnit::Rows), QStringLiteral("3.5 million rows/s, 4 s left"));
    }

    void leavesOutWhatIsUnknown()
    {
        QCOMPARE(paceText({.done = 5, .total = 100}, ProgressUnit::Bytes), QString());
        QCOMPARE(paceText({.done = 5, .total = {}, .perSecond = 2e6}, ProgressUnit::Bytes), QStringLiteral("2.0 MB/s"));
        QCOMPARE(paceText(progress(1, 100, 0.0, {}), ProgressUnit::Bytes), QString()); // it stands still from the beginning
        QCOMPARE(paceText(progress(1, 100, 2e3, 1e7), ProgressUnit::Bytes), QStringLiteral("2.0 kB/s")); // months: a guess of no use
        QCOMPARE(paceText(progress(100, 100, 2e3, 0.0), ProgressUnit::Bytes), QString()); // all is done
    }

    void durationsAreRoundedUp_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("text");
        const auto add = [](double seconds, const char* text) { QTest::newRow(text) << seconds << QString::fromLatin1(text); };
        add(0.0, "1 s");
        add(6.1, "7 s");
        add(10.0, "10 s");
        add(10.1, "15 s");
        add(54.9, "55 s");
        add(55.1, "1 min");
        add(61.0, "2 min");
        add(3540.0, "59 min");
        add(3541.0, "1 h");
        add(3601.0, "1 h 10 min");
        add(7190.0, "2 h");
    }

    void durationsAreRoundedUp()
    {
        QFETCH(const double, seconds);
        QTEST(durationText(seconds), "text");
    }

private:
    static JobProgress progress(std::uint64_t done, std::uint64_t total, double perSecond, std::optional<double> secondsLeft)
    {
        return {.done = done, .total = total, .perSecond = perSecond, .secondsLeft = secondsLeft};
    }
};

QTEST_APPLESS_MAIN(PaceTextTest)
#include "pace_text_test.moc"
