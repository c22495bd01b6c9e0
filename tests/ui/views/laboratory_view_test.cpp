// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/laboratory_view.h"

#include "tests/ui/window/shown_window.h"
#include "ui/plots/figure/table_plot.h"
#include "ui/plots/figure/text_plot.h"
#include "ui/plots/grids/cell_grids.h"
#include "ui/views/prompt_page.h"
#include "ui/workspace/live_laboratory.h"
#include "ui/workspace/live_prompt.h"

#include <QComboBox>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QMouseEvent>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTextEdit>
#include <QUndoStack>
#include <algorithm>

using namespace rotascope;
using namespace rotascope::uitest;

namespace {

constexpr int patience = 120'000; // ms; the model runs on cores that others use as well
const QString labConfig = QStringLiteral(ROTASCOPE_SOURCE_DIR "/resources/lab/tinykey/config.json");

} // namespace

class LaboratoryViewTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<LaboratoryView> m_view;

    QTableWidget& table() { return *m_view->findChild<QTableWidget*>(QStringLiteral("laboratoryTables")); }
    CellGrids& grids() { return *m_view->findChild<CellGrids*>(); }
    QString state() { return m_view->findChild<QLabel*>(QStringLiteral("laboratoryState"))->text(); }
    QString need() { return m_view->findChild<QLabel*>(QStringLiteral("laboratoryNeed"))->text(); }
    QPushButton& button() { return *m_view->findChild<QPushButton*>(QStringLiteral("openLaboratory")); }
    QStringList names()
    {
        QStringList all;
        for (int row = 0; row < table().rowCount(); ++row) {
            all << table().item(row, 0)->text();
        }
        return all;
    }
    QString text(const QString& name, int column) { return table().item(static_cast<int>(names().indexOf(name)), column)->text(); }
    // What the shipped rows say of a method at 2 L, which were measured by another program.
    double found(const std::string& method)
    {
        const auto rows = m_view->live().rows();
        const auto row = std::ranges::find(rows, method, &LaboratoryRow::method);
        return m_view->live().triedOf(row->result->table)->best()->lengths.back().retrieval.value();
    }
    bool showsAFirstAnswer()
    {
        const auto rows = m_view->live().rows();
        return std::ranges::all_of(rows, [this](const LaboratoryRow& row) { return m_view->live().triedOf(row.result->table) != nullptr; });
    }
    void show(std::unique_ptr<Workspace> workspace)
    {
        m_view.reset();
        m_workspace = std::move(workspace);
        m_view = std::make_unique<LaboratoryView>(m_workspace.get());
        m_view->resize(760, 400);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void openLaboratory(const QString& config = labConfig)
    {
        auto workspace = std::make_unique<Workspace>(makeCpuEngine());
        adopt(*workspace, openConfig(config.toStdString())->source);
        show(std::move(workspace));
    }

    // From a cell of YaRN's at 2 L, where a head finds each digit, to one of linear interpolation, where none does.
    void readsOnePromptAloud()
    {
        const QPoint at = grids().rectOf({3, 1, 3}).center().toPoint();
        QTest::mouseClick(&grids(), Qt::LeftButton, {}, at);
        auto& page = *m_view->findChild<PromptPage*>();
        QTRY_VERIFY(page.isVisible());
        const QString title = m_view->findChild<QLabel*>(QStringLiteral("laboratoryTitle"))->text();
        QVERIFY2(title.startsWith(QStringLiteral("One prompt")), qPrintable(title));
        QTRY_VERIFY_WITH_TIMEOUT(page.live().isCurrent(), patience);
        const auto* heads = page.findChild<QTableWidget*>();
        const QString text = page.findChild<QTextEdit*>()->toPlainText();
        const QString said = page.findChild<QLabel*>(QStringLiteral("promptState"))->text();
        QCOMPARE(page.findChild<QSpinBox*>()->value(), 41); // the first of the second fifth
        QVERIFY(text.contains(QStringLiteral("what is the pass key ?")));
        QVERIFY2(said.contains(QStringLiteral("right")), qPrintable(said));
        QCOMPARE(heads->rowCount(), 8);
        const auto best = [&] {
            double most = 0.0;
            for (int row = 0; row < heads->rowCount(); ++row) {
                most = std::max(most, heads->item(row, 0)->text().section(QLatin1Char(' '), 0, 0).toDouble());
            }
            return most;
        };
        QVERIFY2(best() > 80.0, qPrintable(QString::number(best())));
        keepPicture(*m_view, QStringLiteral("laboratory-prompt-light"));
        inTheDark([this] { keepPicture(*m_view, QStringLiteral("laboratory-prompt-dark")); });

        auto* tables = page.findChildren<QComboBox*>().front();
        tables->setCurrentIndex(2);
        emit tables->activated(2);
        QTRY_VERIFY_WITH_TIMEOUT(page.live().isCurrent(), patience);
        QVERIFY(!page.live().reading()->isRight());
        QVERIFY2(best() < 50.0, qPrintable(QString::number(best())));
        QVERIFY(page.findChild<QLabel*>(QStringLiteral("promptState"))->text().contains(QStringLiteral("wrong")));
        keepPicture(*m_view, QStringLiteral("laboratory-prompt-wrong"));
        keepsItsPlaceAndHasAPicture();
    }

    // A scene keeps which prompt was read under which table, and its head; the picture and the data are those of what is seen.
    void keepsItsPlaceAndHasAPicture()
    {
        QCOMPARE(m_view->place(), QStringLiteral("prompt linear 512 41 -"));
        m_view->goToPlace({});
        QVERIFY(m_view->place().isEmpty());
        QVERIFY(m_view->figure().title.startsWith(QStringLiteral("Keys found")));
        m_view->goToPlace(QStringLiteral("prompt yarn 384 7 3"));
        QTRY_VERIFY_WITH_TIMEOUT(m_view->isSettled(), patience);
        QCOMPARE(m_view->place(), QStringLiteral("prompt yarn 384 7 3"));
        const Figure figure = m_view->figure();
        QVERIFY2(figure.title.startsWith(QStringLiteral("One prompt")), qPrintable(figure.title));
        QVERIFY(figure.facts.front().startsWith(QStringLiteral("YaRN · 384 tokens · prompt 7 of 200")));
        QCOMPARE(figure.plots.size(), 2U);
        QVERIFY(
            std::dynamic_pointer_cast<TextPlot>(figure.plots[0])->text().toPlainText().contains(QStringLiteral("what is the pass key ?")));
        const auto& heads = std::dynamic_pointer_cast<TablePlot>(figure.plots[1])->rows();
        QVERIFY(heads.size() == 8 && heads[3].isBold);
        const QByteArray data = QByteArray::fromStdString(figure.data());
        QVERIFY(data.startsWith("# program: Rotascope ") && data.contains("\ntoken,word,is_key,layer_1_head_1,"));
        QVERIFY(data.contains("\n# table: yarn\n"));
        // But for the last digit and the full stop behind it, from which nobody looks.
        QCOMPARE(data.mid(data.indexOf("\ntoken,") + 1).count('\n'), 1 + 384 - 2);
        QCOMPARE(data.count("\",1,"), 5); // the key's digits

        m_view->goToPlace(QStringLiteral("prompt nothing here -4"));
        QTRY_VERIFY_WITH_TIMEOUT(m_view->isSettled(), patience);
        QCOMPARE(m_view->place(), QStringLiteral("prompt current 512 1 -"));
        const PromptOffer offer = m_view->promptOffer();
        QCOMPARE(offer.tables.join(QLatin1Char(' ')), QStringLiteral("current extrapolation linear yarn distributional"));
        QCOMPARE(offer.lengths.join(QLatin1Char(' ')), QStringLiteral("128 256 384 512"));
        QVERIFY(offer.prompts == 200 && offer.layers == 2 && offer.heads == 4);
    }

private slots:
    void cleanupTestCase() { m_view.reset(); }

    // The whole course of it: the first answer, all answers, a change by hand and what it changed.
    void saysWhetherTheTableWorks()
    {
        openLaboratory();
        QTRY_VERIFY_WITH_TIMEOUT(showsAFirstAnswer(), patience);
        QVERIFY(state().contains(QStringLiteral("first answer")));
        QCOMPARE(names().join(QLatin1Char('|')), QStringLiteral("Current table|Extrapolation|Linear (PI)|YaRN|Distributional"));
        QTRY_VERIFY_WITH_TIMEOUT(m_view->isSettled(), patience);
        QCOMPARE(found("extrapolation"), 0.28);
        QCOMPARE(found("linear"), 0.0);
        QCOMPARE(found("yarn"), 0.885);
        QVERIFY(text(QStringLiteral("Extrapolation"), 2).startsWith(QStringLiteral("28.0 ± 3.2 %")));
        QCOMPARE(grids().grids().size(), 5U);
        QCOMPARE(grids().grids().front().cells.size(), 20U);
        keepPicture(*m_view, QStringLiteral("laboratory-light"));
        inTheDark([this] { keepPicture(*m_view, QStringLiteral("laboratory-dark")); });

        // The seven slowest dimensions interpolated by hand, which another program measured to find 99 %.
        QMap<Dimension, double> factors;
        for (int row = 0; row < 16; ++row) {
            factors[Dimension::of(row)] = row < 9 ? 1.0 : 2.0;
        }
        m_workspace->setFactors(factors, QStringLiteral("slowest seven"));
        QVERIFY(waitForAnalysis(*m_workspace));
        QTRY_VERIFY_WITH_TIMEOUT(m_view->isSettled(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(names().value(1), QStringLiteral("Before the last change"), patience);
        QVERIFY2(found("") > 0.98, qPrintable(QString::number(found(""))));
        QVERIFY(text(QStringLiteral("Current table"), 2).endsWith(QStringLiteral("▲")));
        QVERIFY(std::ranges::any_of(grids().grids().front().cells, [](const GridCell& cell) { return cell.change > 0; }));
        QVERIFY(std::ranges::none_of(grids().grids().back().cells, [](const GridCell& cell) { return cell.change != 0; }));
        keepPicture(*m_view, QStringLiteral("laboratory-changed-light"));
        inTheDark([this] { keepPicture(*m_view, QStringLiteral("laboratory-changed-dark")); });

        // Undone, all is known: at once, and without a first answer in between.
        const std::size_t tried = m_view->live().tried().size();
        m_workspace->undoStack()->undo();
        QVERIFY(waitForAnalysis(*m_workspace));
        QTRY_VERIFY(m_view->isSettled() && text(QStringLiteral("Current table"), 2).endsWith(QStringLiteral("▼")));
        QCOMPARE(m_view->live().tried().size(), tried);

        const Figure figure = m_view->figure();
        const QByteArray data = QByteArray::fromStdString(figure.data());
        QVERIFY(data.startsWith("# program: Rotascope "));
        QVERIFY(data.contains("\ntable,tokens,part,right,prompts,answer_loss,loss_within,loss_beyond,short_loss\n"));
        QCOMPARE(data.count("\nyarn,512,"), 5);
        QCOMPARE(figure.plots.size(), 2U);

        const QPointF at = grids().rectOf({1, 0, 3}).center();
        QMouseEvent move(QEvent::MouseMove, at, grids().mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(&grids(), &move);
        QVERIFY(grids().readingAtCursor().contains(QStringLiteral("Extrapolation · 512 tokens")));
        grids().setFocus();
        QTest::keyClick(&grids(), Qt::Key_Left);
        QCOMPARE(grids().cursor(), (CellGrids::Place{1, 0, 2}));
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(&grids(), Qt::Key_Left);
        }
        QTest::keyClick(&grids(), Qt::Key_Down);
        QCOMPARE(grids().cursor(), (CellGrids::Place{0, 1, 3}));
        QCOMPARE(grids().reading().count(QLatin1Char('\n')), 99);

        readsOnePromptAloud();
        const auto row = static_cast<int>(names().indexOf(QStringLiteral("YaRN")));
        emit table().cellActivated(row, 0);
        QCOMPARE(m_workspace->settings().method, "yarn");
    }

    void offersItsModelWhereAnotherIsOpen()
    {
        show(analysedWorkspace());
        QVERIFY(need().contains(QStringLiteral("open the small one")));
        QVERIFY(button().isVisible() && !m_view->isSettled());
        QSignalSpy asked(m_view.get(), &LaboratoryView::openRequested);
        QTest::mouseClick(&button(), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QVERIFY(QFile::exists(asked.front().front().toString()));
        keepPicture(*m_view, QStringLiteral("laboratory-invitation"));
    }

    void theWindowOpensItAndEveryViewShowsIt()
    {
        m_view.reset();
        const auto window = shownWindow();
        QVERIFY(window);
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(waitForAnalysis(window->workspace()));
        window->findChild<QDockWidget*>(QStringLiteral("laboratory"))->raise();
        QTRY_VERIFY(window->findChild<QPushButton*>(QStringLiteral("openLaboratory"))->isVisible());
        QTest::mouseClick(window->findChild<QPushButton*>(QStringLiteral("openLaboratory")), Qt::LeftButton);
        QTRY_COMPARE(window->workspace().analysis()->dimensions(), 16U);
        const LiveLaboratory& live = window->findChild<LaboratoryView*>()->live();
        QTRY_VERIFY_WITH_TIMEOUT(live.triedOf(window->workspace().analysis()->chosen->table) != nullptr, patience);
        QTest::qWait(100);
        keepPicture(*window, QStringLiteral("laboratory-window"));
        window->resize(1024, 700);
        window->resetLayout();
        window->findChild<QDockWidget*>(QStringLiteral("laboratory"))->raise();
        window->resize(1024, 700);
        QTest::qWait(100);
        QCOMPARE(window->size(), QSize(1024, 700));
        keepPicture(*window, QStringLiteral("laboratory-window-1024"));
    }

    void saysWhyAModelCannotBeRun()
    {
        const QTemporaryDir folder;
        for (const char* name : {"config.json", "vocabulary.json"}) {
            const QString from = QFileInfo(labConfig).dir().filePath(QLatin1String(name));
            QVERIFY(QFile::copy(from, folder.filePath(QLatin1String(name))));
        }
        QFile weights(folder.filePath(QStringLiteral("model.safetensors")));
        QVERIFY(weights.open(QIODevice::WriteOnly) && weights.write("nothing") == 7);
        weights.close();
        openLaboratory(folder.filePath(QStringLiteral("config.json")));
        QTRY_VERIFY(need().contains(QStringLiteral("model.safetensors")));
        QVERIFY(!button().isVisible() && !m_view->isSettled());
    }

    void saysThatTheContextIsTooLong()
    {
        openLaboratory();
        AnalysisSettings settings = m_workspace->settings();
        settings.targetLength = 65536;
        m_workspace->edit(settings, QStringLiteral("×256"));
        QVERIFY(waitForAnalysis(*m_workspace));
        QTRY_VERIFY_WITH_TIMEOUT(need().contains(QStringLiteral("65")), patience);
        m_workspace->undoStack()->undo();
        QVERIFY(waitForAnalysis(*m_workspace));
        QTRY_COMPARE(m_view->findChild<QStackedWidget*>()->currentIndex(), 1);
    }

    // Nothing runs for what nobody sees.
    void stopsWhenItIsHidden()
    {
        openLaboratory();
        QTRY_VERIFY_WITH_TIMEOUT(m_view->live().model() != nullptr, patience);
        m_view->hide();
        const std::size_t tried = m_view->live().tried().size();
        QTest::qWait(400);
        QCOMPARE(m_view->live().tried().size(), tried);
        m_view->show();
        QTRY_VERIFY_WITH_TIMEOUT(showsAFirstAnswer(), patience);
    }
};

QTEST_MAIN(LaboratoryViewTest)
#include "laboratory_view_test.moc"
