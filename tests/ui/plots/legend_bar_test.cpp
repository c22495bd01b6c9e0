// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/legend_bar.h"

#include <QApplication>
#include <QCheckBox>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>
#include <QVBoxLayout>

using namespace rotascope;

class LegendBarTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<LegendBar> m_bar;

    QImage entryImage(int index) const { return m_bar->entry(index)->grab().toImage(); }

    void set(int index, bool on)
    {
        if (m_bar->isOn(index) != on) {
            QTest::mouseClick(m_bar->entry(index), Qt::LeftButton);
        }
    }

private slots:
    void init()
    {
        m_bar = std::make_unique<LegendBar>();
        m_bar->setItems(
            {{QStringLiteral("before"), Qt::gray, {}, true}, {QStringLiteral("after"), Qt::blue, QStringLiteral("why"), false}});
        m_bar->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
    }

    void beginsAsTold()
    {
        QVERIFY(m_bar->isOn(0));
        QVERIFY(!m_bar->isOn(1));
        QCOMPARE(m_bar->entry(1)->toolTip(), QStringLiteral("why"));
    }

    void aClickAnywhereOnAnEntrySwitchesIt()
    {
        QSignalSpy toggled(m_bar.get(), &LegendBar::toggled);
        for (const double place : {0.05, 0.5, 0.95}) {
            QWidget* entry = m_bar->entry(1);
            QTest::mouseClick(entry, Qt::LeftButton, {}, {static_cast<int>(place * entry->width()), entry->height() / 2});
        }
        QCOMPARE(toggled.count(), 3);
        QCOMPARE(toggled.front(), (QList<QVariant>{1, true}));
        QVERIFY(m_bar->isOn(1));
    }

    void spaceSwitches()
    {
        QSignalSpy toggled(m_bar.get(), &LegendBar::toggled);
        m_bar->entry(0)->setFocus();
        QTest::keyClick(m_bar->entry(0), Qt::Key_Space);
        QCOMPARE(toggled.takeFirst(), (QList<QVariant>{0, false}));
        QVERIFY(!m_bar->isOn(0));
    }

    void bothStatesAreSeenOnEveryPalette()
    {
        for (const QColor& window : {QColor(Qt::white), QColor(0x20, 0x20, 0x20)}) {
            m_bar->setPalette(QPalette(window));
            m_bar->entry(1)->setFocus();
            set(0, true);
            const QImage on = entryImage(0);
            set(0, false);
            const QImage off = entryImage(0);
            const QPoint swatch(11, on.height() / 2);
            QCOMPARE(on.pixelColor(swatch), QColor(Qt::gray));
            QCOMPARE(off.pixelColor(swatch), off.pixelColor(2, 4));
            QVERIFY(on != off);
        }
    }

    void everyRowHasRoom()
    {
        QWidget around;
        auto* layout = new QVBoxLayout(&around);
        auto* bar = new LegendBar;
        layout->addWidget(bar);
        layout->addWidget(new QTextEdit, 1);
        around.resize(400, 400); // two in a row
        around.show();
        QVERIFY(QTest::qWaitForWindowExposed(&around));
        QList<LegendItem> items;
        for (int i = 0; i < 5; ++i) { // as pinned tables come, one by one
            items.push_back({QStringLiteral("a table with a name"), Qt::blue, {}, true});
            bar->setItems(items);
            QTest::qWait(5);
        }
        QTRY_COMPARE(bar->height(), 3 * bar->entry(0)->sizeHint().height());
        QVERIFY(bar->entry(4)->y() > bar->entry(2)->y());
        QCOMPARE(bar->entry(4)->visibleRegion().boundingRect(), bar->entry(4)->rect());
    }

    void newItemsReplaceTheOld()
    {
        m_bar->setItems({{QStringLiteral("only"), Qt::red, {}, true}});
        QCOMPARE(m_bar->findChildren<QCheckBox*>().size(), 1);
        QSignalSpy toggled(m_bar.get(), &LegendBar::toggled);
        set(0, false);
        QCOMPARE(toggled.count(), 1);
    }

    // They do not take the plot's room, and Tab brings each into sight.
    void moreEntriesThanRoomScroll()
    {
        QList<LegendItem> items;
        for (int i = 0; i < 30; ++i) {
            items.push_back({QStringLiteral("method %1").arg(i), Qt::red, {}, true});
        }
        m_bar->setItems(items);
        const int row = m_bar->entry(0)->sizeHint().height();
        QCOMPARE(m_bar->heightForWidth(300), 3 * row);
        QCOMPARE(m_bar->heightForWidth(100000), row);
        m_bar->resize(300, m_bar->heightForWidth(300));
        m_bar->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_bar.get()));
        m_bar->entry(0)->setFocus();
        for (int i = 0; i < 30; ++i) {
            QCOMPARE(QApplication::focusWidget(), m_bar->entry(i));
            QVERIFY2(m_bar->entry(i)->visibleRegion().boundingRect() == m_bar->entry(i)->rect(), qPrintable(QString::number(i)));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
    }
};

QTEST_MAIN(LegendBarTest)
#include "legend_bar_test.moc"
