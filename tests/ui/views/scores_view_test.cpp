// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/scores_view.h"

#include "tests/ui/window/shown_window.h"
#include "ui/base/message_bar.h"
#include "ui/plots/scatter/scatter_plot.h"
#include "ui/views/laboratory_view.h"
#include "ui/workspace/live_laboratory.h"
#include "ui/workspace/score_files.h"

#include <QComboBox>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QMouseEvent>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>
#include <algorithm>
#include <cmath>

using namespace rotascope;
using namespace rotascope::uitest;

namespace {

constexpr int patience = 120'000; // ms
const QString labConfig = QStringLiteral(ROTASCOPE_SOURCE_DIR "/resources/lab/tinykey/config.json");

// Scores of LLaMA-2 that nobody measured.
ScoreSet inventedScores()
{
    ScoreSet set{"a test", "meta-llama/Llama-2-7b-hf", 4096, llama2()->rope.invFreq, {}, {}};
    for (std::size_t i = 0; i < 6; ++i) {
        set.tables.push_back(
            {i == 0 ? "yarn" : "table " + std::to_string(i), {std::vector<double>(64, 1.0 + 0.1 * static_cast<double>(i)), 1.0}});
        set.scores.push_back({.table = i,
            .length = 8192,
            .task = "passkey",
            .metric = "exact_match",
            .value = i == 5 ? -1.0 : 1.0 - 0.1 * static_cast<double>(i)});
    }
    return set;
}

} // namespace

class ScoresViewTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ScoresView> m_view;

    QTableWidget& table() { return *m_view->findChild<QTableWidget*>(); }
    ScatterPlot& plot() { return *m_view->findChild<ScatterPlot*>(); }
    QComboBox& sets() { return *m_view->findChildren<QComboBox*>().at(0); }
    QComboBox& kinds() { return *m_view->findChildren<QComboBox*>().at(1); }
    QPushButton& openButton() { return *m_view->findChild<QPushButton*>(QStringLiteral("openScored")); }
    QString state() { return m_view->findChild<QLabel*>(QStringLiteral("scoresState"))->text(); }
    int rowOf(const QString& measure)
    {
        for (int row = 0; row < table().rowCount(); ++row) {
            if (table().verticalHeaderItem(row)->text() == measure) {
                return row;
            }
        }
        return -1;
    }
    void show(const std::shared_ptr<const Source>& source)
    {
        m_view.reset();
        m_workspace = std::make_unique<Workspace>(makeCpuEngine());
        adopt(*m_workspace, source);
        m_view = std::make_unique<ScoresView>(m_workspace.get());
        m_view->resize(760, 400);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        QTRY_VERIFY_WITH_TIMEOUT(m_view->isSettled(), patience);
    }

private slots:
    void cleanupTestCase() { m_view.reset(); }

    // As rotascope-cli scores prints them, and the laboratory's README.
    void showsTheShippedRowsWithTheirCorrelations()
    {
        show(llama2());
        QCOMPARE(sets().count(), 3);
        QCOMPARE(kinds().currentText(), QStringLiteral("passkey: exact_match, 512 tokens"));
        QCOMPARE(table().columnCount(), 3);
        QCOMPARE(table().horizontalHeaderItem(1)->text(), QStringLiteral("25 steps"));
        QCOMPARE(plot().points().size(), 133U);
        QVERIFY2(table().item(rowOf(QStringLiteral("near-far")), 0)->text().startsWith(QStringLiteral("0.87 (")),
            qPrintable(table().item(rowOf(QStringLiteral("near-far")), 0)->text()));
        QVERIFY(state().contains(QStringLiteral("0.87")) && state().contains(QStringLiteral("133 tables")));
        keepPicture(*m_view, QStringLiteral("scores-light"));
        inTheDark([this] { keepPicture(*m_view, QStringLiteral("scores-dark")); });

        table().setCurrentCell(rowOf(QStringLiteral("unseen")), 2);
        QCOMPARE(plot().points().size(), 33U);
        QVERIFY2(table().currentItem()->text().startsWith(QStringLiteral("0.8")), qPrintable(table().currentItem()->text()));
        QVERIFY(state().contains(QStringLiteral("unseen")));
        keepPicture(*m_view, QStringLiteral("scores-fine-tuned"));

        kinds().setCurrentIndex(2);
        emit kinds().activated(2);
        QVERIFY(kinds().currentText().startsWith(QStringLiteral("text: loss")));
        QVERIFY(std::ranges::all_of(plot().points(), [](const ScatterPoint& point) { return std::isfinite(point.x) && point.y > 0.5; }));
    }

    // Another model is open: its table cannot be that of the laboratory's.
    void aTableOfAnotherModelIsNotTaken()
    {
        QSignalSpy failed(m_workspace.get(), &Workspace::failed);
        const AnalysisSettings before = m_workspace->settings();
        emit plot().clicked(0);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(m_workspace->settings(), before);
        QVERIFY(openButton().isVisible());
        QSignalSpy asked(m_view.get(), &ScoresView::openRequested);
        QTest::mouseClick(&openButton(), Qt::LeftButton);
        QVERIFY(QFile::exists(asked.at(0).front().toString()));
        sets().setCurrentIndex(1);
        QTRY_VERIFY_WITH_TIMEOUT(m_view->isSettled() && m_view->figure().title.contains(QStringLiteral("tinykey-seed2")), patience);
    }

    void aClickTakesTheTableOfThePoint()
    {
        show(openConfig(labConfig.toStdString())->source);
        QVERIFY(!openButton().isVisible());
        const auto& points = plot().points();
        const auto point = static_cast<int>(std::ranges::find(points, QStringLiteral("YaRN"), &ScatterPoint::name) - points.begin());
        QVERIFY(point < static_cast<int>(points.size()));
        const QPointF at = plot().positionOf(point);
        QMouseEvent move(QEvent::MouseMove, at, plot().mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(&plot(), &move);
        QVERIFY(!plot().readingAtCursor().isEmpty());
        const double score = points[static_cast<std::size_t>(point)].y;
        emit plot().clicked(point);
        QVERIFY(waitForAnalysis(*m_workspace));
        QCOMPARE(m_workspace->settings().method, "custom");
        QTRY_VERIFY(std::ranges::any_of(plot().points(), &ScatterPoint::isMarked));
        QCOMPARE(std::ranges::find_if(plot().points(), &ScatterPoint::isMarked)->y, score);
    }

    // What the laboratory tried stands among the shipped rows.
    void tablesThatWereTriedStandBesideThem()
    {
        show(openConfig(labConfig.toStdString())->source);
        const std::size_t shipped = plot().points().size();
        m_workspace->setOverride({3_dim, 5_dim}, Override{Choice::Custom, 1.3});
        QVERIFY(waitForAnalysis(*m_workspace));
        LaboratoryView laboratory(m_workspace.get());
        laboratory.resize(700, 380);
        laboratory.show();
        QTRY_VERIFY_WITH_TIMEOUT(laboratory.isSettled(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(plot().points().size() > shipped && m_view->isSettled(), patience);
        const auto marked = std::ranges::find_if(plot().points(), &ScatterPoint::isMarked);
        QVERIFY(marked != plot().points().end());
        const LiveLaboratory& live = laboratory.live();
        QCOMPARE(marked->y, live.triedOf(m_workspace->analysis()->chosen->table)->full->lengths.back().retrieval.value());
        keepPicture(*m_view, QStringLiteral("scores-tried"));
    }

    void theFigureHasThePlotAndItsData()
    {
        const Figure figure = m_view->figure();
        QCOMPARE(figure.plots.size(), 2U);
        const QByteArray data = QByteArray::fromStdString(figure.data());
        QVERIFY(data.startsWith("# program: Rotascope "));
        QVERIFY(data.contains("\ntable,fine_tuning_steps,score,kl,"));
        QVERIFY(data.count('\n') > 200);
    }

    void opensFilesOfScores()
    {
        m_view.reset();
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("invented.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(toJson(inventedScores())));
        file.close();
        const auto window = shownWindow();
        QVERIFY(window);
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(waitForAnalysis(window->workspace()));
        QSignalSpy opened(window.get(), &MainWindow::scoresOpened);
        window->openFile(file.fileName());
        QVERIFY(opened.wait(patience));
        auto* view = window->findChild<ScoresView*>();
        QTRY_VERIFY(!view->visibleRegion().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(view->isSettled(), patience);
        const auto* plot = view->findChild<ScatterPlot*>();
        QCOMPARE(plot->points().size(), 5U); // one is below 0
        QVERIFY(view->findChild<QLabel*>(QStringLiteral("scoresState"))->text().contains(QStringLiteral("below 0")));
        QCOMPARE(window->workspace().source()->origin, "meta-llama/Llama-2-7b-hf"); // which stays
        emit view->findChild<ScatterPlot*>()->clicked(2);
        QVERIFY(waitForAnalysis(window->workspace()));
        QCOMPARE(window->workspace().analysis()->chosen->table.factors.front(), 1.2);
        keepPicture(*window, QStringLiteral("scores-window"));
    }

    void saysWhatIsWrongWithAFileOfScores()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("bad.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"schema": "rotascope-scores/1", "model": "x", "pretraining_length": 0})");
        file.close();
        const auto window = shownWindow();
        QVERIFY(window);
        QSignalSpy failed(window.get(), &MainWindow::openFailed);
        window->openFile(file.fileName());
        QVERIFY(failed.wait(patience));
        QTRY_VERIFY(window->messageBar().isVisible());
        const QString message = window->messageBar().message();
        QVERIFY2(message.contains(QStringLiteral("pretraining_length is not a whole number from 1")), qPrintable(message));
    }
};

QTEST_MAIN(ScoresViewTest)
#include "scores_view_test.moc"
