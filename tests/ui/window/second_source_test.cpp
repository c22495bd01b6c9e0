// SPDX-License-Identifier: GPL-3.0-or-later
// A second source beside the one that is open, and a part of a recording in place of the whole.
#include "core/session/session.h"
#include "tests/ui/window/shown_window.h"
#include "ui/base/message_bar.h"
#include "ui/commands/command_actions.h"
#include "ui/models/dimension_model.h"
#include "ui/panels/source_panel.h"
#include "ui/plots/charts/step_chart.h"
#include "ui/plots/rings/ring_chart.h"
#include "ui/views/dimension_table.h"
#include "ui/views/distribution_view.h"
#include "ui/views/disturbance_view.h"
#include "ui/views/figure_caption.h"
#include "ui/window/main_window.h"
#include "ui/window/status_bar.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>
#include <QUndoStack>

using namespace rotascope;
using namespace rotascope::uitest;

namespace {

constexpr int otherColumn = DimensionModel::ColumnCount;

QString packedSample()
{
    return QStringLiteral(ROTASCOPE_SOURCE_DIR "/resources/samples/llama-2-7b-packed.h5");
}

} // namespace

class SecondSourceTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setQuitOnLastWindowClosed(false); }

    void init()
    {
        window = shownWindow();
        QVERIFY(window);
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(waitForAnalysis(workspace()));
    }

    void aFileIsComparedInEveryView()
    {
        compareWithFile(samplePath());
        const Analysis& analysis = *workspace().analysis();
        QVERIFY(analysis.other);
        const SourceComparison& other = *analysis.other;
        QCOMPARE(workspace().settings().other->before, BeforeKind::RecordedAngles);
        QVERIFY(other.meanDivergence > 0.0 && other.meanDivergence < 1e-3); // float32 alone

        const QAbstractItemModel* model = table()->model();
        QCOMPARE(model->columnCount(), otherColumn + 2);
        QCOMPARE(model->headerData(otherColumn, Qt::Horizontal).toString(), QStringLiteral("D other"));
        QCOMPARE(model->headerData(otherColumn + 1, Qt::Horizontal).toString(), QStringLiteral("Freq. ratio"));
        QVERIFY(table()->selectionModel()->isRowSelected(table()->currentIndex().row())); // all of it
        for (int i = 0; i < 64; ++i) {
            const Dimension dimension = Dimension::of(i);
            QCOMPARE(sortValue(dimension, otherColumn), other.divergence[dimension]);
            QCOMPARE(sortValue(dimension, otherColumn + 1), other.frequencyRatio[dimension]);
        }

        workspace().setCurrentDimension(22_dim);
        const StepCurve& curve = chartOf<DistributionView>()->curves().back();
        QCOMPARE(curve.name, QStringLiteral("llama-2-7b-4096.h5"));
        QVERIFY(curve.visible);
        for (std::size_t k = 0; k < curve.values.size(); ++k) {
            QCOMPARE(curve.values[k], static_cast<double>(other.before->counts(22)[k]) / 4096.0);
        }
        QCOMPARE(chartOf<DisturbanceView>()->curves().back().values, other.divergence);
        QVERIFY(label("otherFacts").startsWith(QStringLiteral("L = 4,096, recorded angles\ndiffers by ")));
        QCOMPARE(label("otherName"), QStringLiteral("llama-2-7b-4096.h5"));
        QVERIFY(hasLabel(QStringLiteral("llama-2-7b-4096.h5 differs by ")));
        const QString caption = provenanceCaption(workspace().analysis());
        QVERIFY2(caption.contains(QStringLiteral("compared with llama-2-7b-4096.h5 (L\u00a0=\u00a04,096, recorded angles)")),
            qPrintable(caption));
    }

    void theRingsHaveIt()
    {
        compareWithPreset(QStringLiteral("meta-llama/Meta-Llama-3-8B"));
        auto* rings = window->findChild<DistributionView*>()->findChild<QToolButton*>(QStringLiteral("rings"));
        QTest::mouseClick(rings, Qt::LeftButton);
        QCOMPARE(window->findChild<DistributionView*>()->findChild<RingChart*>()->curves().back().name,
            QStringLiteral("meta-llama/Meta-Llama-3-8B"));
    }

    void presetsWithAsManyDimensionsAreOffered()
    {
        const QStringList names = entries();
        QCOMPARE(names.front(), QStringLiteral("A file…"));
        QVERIFY(names.contains(QStringLiteral("meta-llama/Meta-Llama-3-8B")));
        QVERIFY(!names.contains(QStringLiteral("EleutherAI/gpt-neox-20b"))); // 12 dimensions
        compareWithPreset(QStringLiteral("meta-llama/Meta-Llama-3-8B"));
        QCOMPARE(workspace().settings().other->pretrainingLength, 8192);
        QCOMPARE(sortValue(32_dim, otherColumn + 1), workspace().analysis()->other->frequencyRatio[32]);
    }

    void rowsAreSortedByTheDifference()
    {
        compareWithPreset(QStringLiteral("meta-llama/Meta-Llama-3-8B"));
        QHeaderView* header = table()->horizontalHeader();
        table()->scrollTo(table()->indexOf(0_dim, otherColumn));
        const QPoint middle(header->sectionViewportPosition(otherColumn) + header->sectionSize(otherColumn) / 2, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, middle);
        const Dimension greatest = workspace().analysis()->other->greatestAt;
        QCOMPARE(table()->indexOf(greatest, 0).row(), 0);
        action("closeComparison")->trigger();
        QVERIFY(waitForAnalysis(workspace()));
        QCOMPARE(header->sortIndicatorSection(), static_cast<int>(DimensionModel::Chosen)); // what it was sorted by is gone
    }

    void isClosedAndComesBackWithUndo()
    {
        QVERIFY(!action("closeComparison")->isEnabled());
        compareWithFile(samplePath());
        QVERIFY(action("closeComparison")->isEnabled());
        auto* close = window->findChild<QPushButton*>(QStringLiteral("closeComparison"));
        QVERIFY(close->isVisible());
        QTest::mouseClick(close, Qt::LeftButton);
        QVERIFY(waitForAnalysis(workspace()));
        QVERIFY(!workspace().analysis()->other && !close->isVisible());
        QCOMPARE(window->focusWidget(), window->findChild<QPushButton*>(QStringLiteral("compare"))); // not a field that a key would change
        QCOMPARE(table()->model()->columnCount(), static_cast<int>(DimensionModel::ColumnCount));
        undo();
        QVERIFY(workspace().analysis()->other);
        QCOMPARE(table()->model()->columnCount(), otherColumn + 2);
        undo();
        QVERIFY(!workspace().settings().other);
        QTest::keyClick(window.get(), Qt::Key_Y, Qt::ControlModifier);
        QVERIFY(waitForAnalysis(workspace()));
        QVERIFY(workspace().analysis()->other);
        QVERIFY(!window->isWindowModified()); // nothing would be lost: no table is its
    }

    void standsBesidePinnedTables()
    {
        QTest::keyClick(window.get(), Qt::Key_P, Qt::ControlModifier);
        QVERIFY(waitForAnalysis(workspace()));
        compareWithFile(samplePath());
        const QAbstractItemModel* model = table()->model();
        QCOMPARE(model->columnCount(), otherColumn + 4);
        QCOMPARE(model->headerData(otherColumn, Qt::Horizontal).toString(), QStringLiteral("D other"));
        QCOMPARE(model->headerData(otherColumn + 3, Qt::Horizontal).toString(), QStringLiteral("Δ A"));
        QCOMPARE(sortValue(5_dim, otherColumn + 2), workspace().analysis()->pinned[0]->disturbance[5]);
        QVERIFY(table()->isColumnHidden(otherColumn + 2) && !table()->isColumnHidden(otherColumn));
        action("closeComparison")->trigger();
        QVERIFY(waitForAnalysis(workspace()));
        QCOMPARE(model->headerData(otherColumn + 1, Qt::Horizontal).toString(), QStringLiteral("Δ A"));
        QVERIFY(!table()->isColumnHidden(otherColumn + 1));
    }

    void whatCannotBeComparedChangesNothing()
    {
        compareWithFile(samplePath());
        const AnalysisSettings before = workspace().settings();
        for (const char* text : {"{", R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "head_dim": 64})"}) {
            const QString file = folder.filePath(QStringLiteral("bad.json"));
            QFile bad(file);
            QVERIFY(bad.open(QIODevice::WriteOnly) && bad.write(text) > 0);
            bad.close();
            window->messageBar().hide();
            chooseFile(file);
            QTRY_VERIFY(!window->messageBar().isHidden());
            QVERIFY2(window->messageBar().message().contains(QStringLiteral("bad.json")), qPrintable(window->messageBar().message()));
            QVERIFY(workspace().settings() == before);
            QVERIFY(workspace().analysis()->other);
        }
        QVERIFY(window->messageBar().message().contains(QStringLiteral("has 32 rotary dimensions, and meta-llama/Llama-2-7b-hf has 64")));
    }

    void theOtherRopeOfItsFile()
    {
        const QString layered = folder.filePath(QStringLiteral("config.json"));
        QFile config(layered);
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write(R"({"max_position_embeddings": 4096, "head_dim": 128, "rope_parameters":
            {"sliding_attention": {"rope_theta": 1e4}, "full_attention": {"rope_theta": 1e6}}})");
        config.close();
        compareWithFile(layered);
        QVERIFY(workspace().analysis()->other->meanDivergence > 0.0);
        auto* ropes = window->findChild<QComboBox*>(QStringLiteral("otherRope"));
        QVERIFY(ropes->isVisible());
        QCOMPARE(ropes->currentText(), QStringLiteral("full_attention"));
        QTest::keyClick(ropes, Qt::Key_Down);
        QTest::keyClick(ropes, Qt::Key_Up);
        QTRY_COMPARE(workspace().settings().other->source->ropeName, "sliding_attention");
        QVERIFY(waitForAnalysis(workspace()));
        QCOMPARE(workspace().analysis()->other->meanDivergence, 0.0);
        QCOMPARE(ropes->currentText(), QStringLiteral("sliding_attention"));
    }

    void aSessionKeepsIt()
    {
        const QString copy = folder.filePath(QStringLiteral("run.h5"));
        QVERIFY(QFile::copy(samplePath(), copy));
        compareWithFile(copy);
        const double mean = workspace().analysis()->other->meanDivergence;
        const QString file = folder.filePath(QStringLiteral("two.rotascope"));
        save(file);
        const Session session = *readSession(file.toStdString());
        QVERIFY(session.ropes.front().other && session.ropes.front().other->source.fingerprint);
        {
            MainWindow again(makeCpuEngine());
            again.show();
            again.openFile(file);
            QTRY_VERIFY(again.workspace().source());
            QVERIFY(waitForAnalysis(again.workspace()));
            QVERIFY(again.workspace().analysis()->other);
            QCOMPARE(again.workspace().analysis()->other->meanDivergence, mean);
            QVERIFY(again.messageBar().isHidden());
            QVERIFY(!again.isWindowModified());
        }
        QVERIFY(QFile::remove(copy)); // the session opens without it, and says so
        MainWindow without(makeCpuEngine());
        without.show();
        without.openFile(file);
        QTRY_VERIFY(without.workspace().source());
        QVERIFY(!without.workspace().settings().other);
        QVERIFY2(without.messageBar().message().contains(QStringLiteral("The comparison is left out: ")),
            qPrintable(without.messageBar().message()));
    }

    void aPartOfARecordingCounts()
    {
        open(packedSample());
        auto* sequences = window->findChild<QLineEdit*>(QStringLiteral("sequences"));
        auto* positions = window->findChild<QLineEdit*>(QStringLiteral("positions"));
        QVERIFY(sequences->isVisible() && positions->isVisible());
        const std::uint64_t all = workspace().analysis()->before->total(0);
        type(sequences, QStringLiteral("1"));
        QTRY_VERIFY(workspace().settings().part);
        QVERIFY(waitForAnalysis(workspace()));
        const auto offsets = workspace().source()->recordedRows->sequenceOffsets();
        QCOMPARE(workspace().analysis()->before->total(0), static_cast<std::uint64_t>(offsets[2] - offsets[1]));
        QCOMPARE(sequences->text(), QStringLiteral("1"));
        QVERIFY(provenanceCaption(workspace().analysis()).contains(QStringLiteral("before: recorded angles, sequence 1")));
        type(positions, QStringLiteral("0:10"));
        QTRY_COMPARE(workspace().settings().part->tokens, 10);
        QVERIFY(waitForAnalysis(workspace()));

        const QString file = folder.filePath(QStringLiteral("part.rotascope"));
        save(file);
        {
            MainWindow again(makeCpuEngine());
            again.show();
            again.openFile(file);
            QTRY_VERIFY(again.workspace().source());
            QVERIFY(again.workspace().settings().part);
            QCOMPARE(again.workspace().settings().part->tokens, 10);
            QCOMPARE(again.findChild<QLineEdit*>(QStringLiteral("positions"))->text(), QStringLiteral("0:10"));
        }
        undo();
        QCOMPARE(positions->text(), QString());
        undo();
        QCOMPARE(sequences->text(), QString());
        QCOMPARE(workspace().analysis()->before->total(0), all);
    }

    void whatTheSamplesShowCounts()
    {
        open(packedSample());
        auto* shown = window->findChild<QLineEdit*>(QStringLiteral("samplesSequences"));
        auto* use = window->findChild<QPushButton*>(QStringLiteral("samplesUse"));
        shown->setText(QStringLiteral("1"));
        QVERIFY(QMetaObject::invokeMethod(shown, "editingFinished"));
        QTRY_VERIFY(use->isEnabled());
        use->click();
        QTRY_VERIFY(workspace().settings().part);
        QCOMPARE(window->findChild<QLineEdit*>(QStringLiteral("sequences"))->text(), QStringLiteral("1"));
        undo();
        QVERIFY(!workspace().settings().part);
        QCOMPARE(shown->text(), QStringLiteral("1")); // what is shown is another matter
    }

    void aPartThatIsNoneChangesNothing()
    {
        open(packedSample());
        auto* sequences = window->findChild<QLineEdit*>(QStringLiteral("sequences"));
        for (const char* wrong : {"99999", "two"}) {
            window->messageBar().hide();
            type(sequences, QString::fromLatin1(wrong));
            QTRY_VERIFY(!window->messageBar().isHidden());
            QVERIFY(window->messageBar().message().contains(QStringLiteral("expected")));
            QVERIFY(!workspace().settings().part);
            QTest::keyClick(sequences, Qt::Key_Escape); // until then it can be corrected
            QCOMPARE(sequences->text(), QString());
        }
    }

    void looksRight()
    {
        window->resize(1280, 800);
        window->resetLayout();
        compareWithPreset(QStringLiteral("meta-llama/Meta-Llama-3-8B"));
        workspace().setCurrentDimension(22_dim);
        QTest::qWait(20);
        QVERIFY(!table()->horizontalScrollBar()->isVisible());
        keepPicture(*window, QStringLiteral("second-source-1280"));
        inTheDark([&] { keepPicture(*window, QStringLiteral("second-source-1280-dark")); });
        open(packedSample());
        type(window->findChild<QLineEdit*>(QStringLiteral("sequences")), QStringLiteral("0-1"));
        QTRY_VERIFY(workspace().settings().part);
        compareWithFile(samplePath());
        QTRY_COMPARE(cutTexts(), QStringList());
        keepPicture(*window, QStringLiteral("part-1280"));
    }

private:
    Workspace& workspace() { return window->workspace(); }
    DimensionTable* table() { return window->findChild<DimensionTable*>(); }
    QAction* action(const char* id) { return window->findChild<CommandActions*>()->action(id); }
    template <class View> StepChart* chartOf() { return window->findChild<View*>()->template findChild<StepChart*>(); }
    QString label(const char* name) { return window->findChild<QLabel*>(QLatin1String(name))->text(); }
    bool hasLabel(const QString& part)
    {
        const auto labels = window->findChild<StatusBar*>()->findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* one) { return one->text().contains(part); });
    }
    // Of the panel, those whose lines have less room than they take.
    QStringList cutTexts()
    {
        QStringList cut;
        for (const QLabel* one : window->findChild<SourcePanel*>()->findChildren<QLabel*>()) {
            if (one->isVisible() && one->wordWrap() && one->height() < one->heightForWidth(one->width())) {
                cut << one->text();
            }
        }
        return cut;
    }
    double sortValue(Dimension dimension, int column)
    {
        return table()->indexOf(dimension, column).data(DimensionModel::SortRole).toDouble();
    }

    QMenu* openedMenu()
    {
        QMenu* menu = action("compare")->menu();
        menu->popup(window->mapToGlobal(QPoint(50, 50)));
        return menu;
    }
    QStringList entries()
    {
        QMenu* menu = openedMenu();
        QStringList names;
        for (const QAction* entry : menu->actions()) {
            names << entry->text();
        }
        menu->close();
        return names;
    }
    void click(const QString& name)
    {
        QMenu* menu = openedMenu();
        for (QAction* entry : menu->actions()) {
            if (entry->text() == name) {
                menu->setActiveAction(entry);
                QTest::keyClick(menu, Qt::Key_Return);
                return;
            }
        }
        QFAIL("no such entry");
    }
    void compareWithPreset(const QString& id)
    {
        click(id);
        QTRY_VERIFY(workspace().settings().other && QString::fromStdString(workspace().settings().other->source->origin) == id);
        QVERIFY(waitForAnalysis(workspace()));
    }
    void chooseFile(const QString& file)
    {
        typeIntoDialog(file);
        click(QStringLiteral("A file…"));
    }
    void compareWithFile(const QString& file)
    {
        chooseFile(file);
        QTRY_VERIFY(workspace().settings().other && QString::fromStdString(workspace().settings().other->source->origin) == file);
        QVERIFY(waitForAnalysis(workspace()));
    }
    void open(const QString& file)
    {
        window->openFile(file);
        QTRY_COMPARE(QString::fromStdString(workspace().source()->origin), file);
        QVERIFY(waitForAnalysis(workspace()));
    }
    void typeIntoDialog(const QString& file)
    {
        QTimer::singleShot(200, window.get(), [file] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            auto* name = dialog->findChild<QLineEdit*>();
            name->setText(file);
            QTest::keyClick(name, Qt::Key_Return);
        });
    }
    static void type(QLineEdit* line, const QString& text)
    {
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
    }
    void undo()
    {
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        table()->setFocus();
        QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(waitForAnalysis(workspace()));
    }
    void save(const QString& file)
    {
        typeIntoDialog(file);
        action("saveAs")->trigger();
        QTRY_VERIFY(QFile::exists(file));
        QTRY_VERIFY(!window->isWindowModified());
    }

    QTemporaryDir folder;
    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(SecondSourceTest)
#include "second_source_test.moc"
