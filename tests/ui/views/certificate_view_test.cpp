// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/certificate_view.h"

#include "core/analysis/certificate.h"
#include "core/engine/cpu_engine.h"
#include "tests/ui/ui_test.h"
#include "ui/base/number_text.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>

using namespace rotascope;
using namespace rotascope::uitest;

class CertificateViewTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<CertificateView> m_view;

    QTableWidget& table(int which) { return *m_view->findChildren<QTableWidget*>().at(which); }
    QString statement() { return m_view->findChild<QLabel*>(QStringLiteral("statement"))->text(); }
    double cell(int row, int column) { return table(0).item(row, column)->data(Qt::UserRole).toDouble(); }

private slots:
    void init()
    {
        m_view.reset();
        m_workspace = analysedWorkspace();
        m_view = std::make_unique<CertificateView>(m_workspace.get());
        m_view->resize(1100, 420);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        QTRY_VERIFY(m_view->isSettled());
    }

    void showsWhatIsCertified()
    {
        const auto certificate = *certify(*makeCpuEngine(), *m_workspace->analysis());
        QCOMPARE(table(0).rowCount(), 64);
        QCOMPARE(table(1).rowCount(), static_cast<int>(certificate->tables.size()));
        QCOMPARE(table(2).rowCount(), static_cast<int>(certificate->byIntervals.size() + certificate->byEpsilon.size()));
        for (int row = 0; row < 64; ++row) {
            QCOMPARE(cell(row, 2), certificate->dimensions[static_cast<std::size_t>(row)].margin);
            QCOMPARE(cell(row, 5), certificate->dimensions[static_cast<std::size_t>(row)].gridFactor);
        }
        QVERIFY(statement().contains(disturbanceText(certificate->leastSum / certificate->weightSum)));
        QCOMPARE(table(2).horizontalHeaderItem(1)->text(), QStringLiteral("interpolated components")); // not of 64
        keepPicture(*m_view, QStringLiteral("certificate"));
        inTheDark([&] { keepPicture(*m_view, QStringLiteral("certificate-dark")); });
    }

    // The optimal table has factors between those of the grid, and less than any table of the grid.
    void saysWhereTheCurrentTableIsBelowTheGrid()
    {
        QVERIFY(!statement().contains(QStringLiteral("between these")));
        AnalysisSettings settings = m_workspace->settings();
        settings.method = "optimal";
        m_workspace->edit(settings, QStringLiteral("method"));
        QVERIFY(waitForAnalysis(*m_workspace));
        QTRY_VERIFY(m_view->isSettled());
        QVERIFY2(
            statement().contains(
                QStringLiteral("other factors as well, and %1.").arg(disturbanceText(m_workspace->analysis()->chosen->meanDisturbance))),
            qPrintable(statement()));
        QVERIFY(statement().contains(QStringLiteral("Factors between these can have less")));
    }

    void saysWhereTheCurrentTableIsNotTheLeast()
    {
        AnalysisSettings settings = m_workspace->settings();
        settings.method = "linear";
        m_workspace->edit(settings, QStringLiteral("method"));
        QVERIFY(waitForAnalysis(*m_workspace));
        QTRY_VERIFY(m_view->isSettled());
        const QString linear = statement();
        QVERIFY(linear.contains(QStringLiteral("of 64 dimensions")));
        settings.method = "distributional";
        settings.selection = Threshold{};
        m_workspace->edit(settings, QStringLiteral("method"));
        QVERIFY(waitForAnalysis(*m_workspace));
        QTRY_VERIFY(statement() != linear && m_view->isSettled());
        QVERIFY(statement().contains(QStringLiteral("The current table has no more.")));
    }

    void sortsByMarginAndGoesToADimension()
    {
        QHeaderView& header = *table(0).horizontalHeader();
        QTest::mouseClick(header.viewport(), Qt::LeftButton, {},
            QPoint(header.sectionViewportPosition(4) + header.sectionSize(4) / 2, header.height() / 2));
        if (header.sortIndicatorOrder() == Qt::AscendingOrder) {
            QTest::mouseClick(header.viewport(), Qt::LeftButton, {},
                QPoint(header.sectionViewportPosition(4) + header.sectionSize(4) / 2, header.height() / 2));
        }
        for (int row = 1; row < 64; ++row) {
            QVERIFY(cell(row - 1, 4) >= cell(row, 4));
        }
        QTest::mouseClick(table(0).viewport(), Qt::LeftButton, {}, table(0).visualItemRect(table(0).item(2, 1)).center());
        QCOMPARE(m_workspace->currentDimension().row(), static_cast<int>(cell(2, 0)));
    }

    void itsDataHasTheSums()
    {
        const QByteArray data = QByteArray::fromStdString(m_view->figure().data());
        QVERIFY(data.contains("# least_sum: "));
        QCOMPARE(data.count("\n63,"), 1);
    }
};

QTEST_MAIN(CertificateViewTest)
#include "certificate_view_test.moc"
