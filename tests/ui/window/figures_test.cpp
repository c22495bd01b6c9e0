// SPDX-License-Identifier: GPL-3.0-or-later
// Copying and saving every view's picture and data, by the context menu and from File.
#include "tests/ui/window/file_dialog.h"
#include "tests/ui/window/shown_window.h"
#include "ui/base/message_bar.h"
#include "ui/base/number_text.h"
#include "ui/commands/command_actions.h"
#include "ui/plots/charts/step_chart.h"
#include "ui/plots/figure/figure_file.h"
#include "ui/plots/legend_bar.h"
#include "ui/views/dimension_table.h"
#include "ui/views/distribution_view.h"
#include "ui/views/disturbance_view.h"
#include "ui/window/figure_menu.h"
#include "ui/window/main_window.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QProgressDialog>
#include <QPushButton>
#include <QSet>
#include <QTemporaryDir>
#include <QTimer>
#include <QWindow>
#include <QXmlStreamReader>

using namespace rotascope;
using namespace rotascope::uitest;

class FiguresTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        window = shownWindow();
        QVERIFY(window);
    }

    void nothingIsTakenOutBeforeThereIsSomething()
    {
        QCOMPARE(figures().size(), 12U);
        QSet<QString> ids;
        for (const FigureSource* view : figures()) {
            QVERIFY(!view->isSettled());
            QVERIFY(!view->figureName().isEmpty());
            ids.insert(view->figureId());
        }
        QCOMPARE(ids.size(), 12);
        contextMenuOf(*view<DistributionView>());
        QCOMPARE(menu()->actions().size(), 4); // and the animation
        for (const QAction* action : menu()->actions()) {
            QVERIFY(!action->isEnabled());
        }
    }

    void everyViewBecomesEveryKindOfFile()
    {
        openAll();
        for (const FigureSource* view : figures()) {
            const QString id = view->figureId();
            const Figure figure = view->figure();
            QVERIFY2(figure.provenance.startsWith(QStringLiteral("meta-llama/Llama-2-7b-hf · method distributional · L")), qPrintable(id));
            const QByteArray svg = bytesOf(figure, FigureFormat::Svg, figure.size, 1.0);
            const QStringList texts = textsOf(svg);
            QVERIFY2(texts.join(QLatin1Char(' ')).contains(figure.title), qPrintable(id));
            QVERIFY2(texts.size() > 10, qPrintable(id)); // labels stay text
            QVERIFY2(bytesOf(figure, FigureFormat::Pdf, figure.size, 1.0).startsWith("%PDF"), qPrintable(id));
            const QImage png = QImage::fromData(bytesOf(figure, FigureFormat::Png, {500, 400}, 2.0), "PNG");
            QCOMPARE(png.size(), QSize(1000, 800));
            QCOMPARE(png.text(QStringLiteral("Description")), figure.provenance);
            const QByteArray data = bytesOf(figure, FigureFormat::Csv, {}, 1.0);
            QVERIFY2(data.startsWith("# program: Rotascope ") && data.contains("\n# target_length: 8192\n"), qPrintable(id));
            QVERIFY2(data.count('\n') > 30 || id == QStringLiteral("methods") || id == QStringLiteral("readings"), qPrintable(id));
            keep(figure, id);
        }
    }

    // What is printed is dark on white whatever the window looks like.
    void aDarkWindowMakesTheSamePictures()
    {
        openAll();
        QList<QImage> light;
        for (const FigureSource* view : figures()) {
            light << imageOf(view->figure(), {700, 500}, 1.0);
            QCOMPARE(light.back().pixelColor(2, 2), QColor(Qt::white));
        }
        inTheDark([&] {
            for (std::size_t i = 0; i < figures().size(); ++i) {
                QVERIFY(figures()[i]->isSettled());
                const QImage dark = imageOf(figures()[i]->figure(), {700, 500}, 1.0);
                QVERIFY2(dark == light[static_cast<qsizetype>(i)], qPrintable(figures()[i]->figureId()));
            }
        });
    }

    // A picture has the curves and the part of the axis that are seen.
    void theLegendAndTheZoomAreTakenAlong()
    {
        openAll();
        auto* distribution = view<DistributionView>();
        const auto legendOf = [&] {
            QStringList names;
            for (const LegendItem& item : distribution->figure().legend) {
                names << (item.on ? item.name : QString());
            }
            return names.join(QLatin1Char(' ')).simplified();
        };
        QCOMPARE(legendOf(), QStringLiteral("Before Chosen Extrapolation Interpolation Unseen"));
        const QImage all = imageOf(distribution->figure(), {700, 500}, 1.0);
        QTest::mouseClick(distribution->findChild<LegendBar*>()->entry(2), Qt::LeftButton);
        QCOMPARE(legendOf(), QStringLiteral("Before Chosen Interpolation Unseen"));
        const QImage without = imageOf(distribution->figure(), {700, 500}, 1.0);
        QVERIFY(without != all);
        QTest::keyClick(distribution->findChild<StepChart*>(), Qt::Key_Plus);
        QVERIFY(imageOf(distribution->figure(), {700, 500}, 1.0) != without);
    }

    void theCursorsAreTakenAlongWithWhatIsSaidOfThem()
    {
        openAll();
        const QList<const FigureSource*> charts = {view<DistributionView>(), view<DisturbanceView>()};
        for (const FigureSource* chart : charts) {
            const auto texts = [chart] { return textsOf(bytesOf(chart->figure(), FigureFormat::Svg, {700, 500}, 1.0)); };
            QVERIFY(texts().filter(QStringLiteral(" · B ")).isEmpty());
            dynamic_cast<const QWidget*>(chart)->findChild<StepChart*>()->showCursors(true);
            const QStringList found = texts();
            QVERIFY2(!found.filter(QStringLiteral(" · B ")).isEmpty(), qPrintable(found.join(QLatin1Char('|'))));
            QVERIFY(found.contains(QStringLiteral("A")) && found.contains(QStringLiteral("B")));
            const QImage light = imageOf(chart->figure(), {700, 500}, 1.0);
            keep(chart->figure(), chart->figureId() + QStringLiteral("-cursors"));
            inTheDark([&] { QVERIFY(imageOf(chart->figure(), {700, 500}, 1.0) == light); });
        }
    }

    // A figure does not change once it was made.
    void aFigureOutlivesWhatIsShownNext()
    {
        openAll();
        window->workspace().setCurrentDimension(6_dim);
        const Figure figure = view<DistributionView>()->figure();
        const QImage before = imageOf(figure, {700, 500}, 1.0);
        const std::string data = figure.data();
        window->workspace().setCurrentDimension(22_dim);
        window->workspace().setOverride({22_dim}, Override{Choice::Custom, 1.5});
        QVERIFY(waitForAnalysis(window->workspace()));
        QVERIFY(imageOf(figure, {700, 500}, 1.0) == before);
        QVERIFY(figure.data() == data);
        QVERIFY(view<DistributionView>()->figure().data() != data);
    }

    void whatIsStillComputedIsNotTakenOut()
    {
        openAll();
        Workspace& workspace = window->workspace();
        AnalysisSettings settings = workspace.settings();
        settings.targetLength = 16384;
        workspace.edit(settings, QStringLiteral("×4"));
        for (const FigureSource* view : figures()) {
            QVERIFY2(!view->isSettled(), qPrintable(view->figureId()));
        }
        QTRY_VERIFY_WITH_TIMEOUT(view<DisturbanceView>()->isSettled(), 60000);
        QVERIFY(view<DisturbanceView>()->figure().title.contains(countText(16384)));
    }

    void theRightButtonCopiesAPicture()
    {
        openAll();
        QApplication::clipboard()->clear();
        contextMenuOf(*view<DisturbanceView>());
        QCOMPARE(textsOf(menu()), QStringLiteral("Copy as picture|Save picture…|Save data as CSV…"));
        QTest::mouseClick(menu(), Qt::LeftButton, {}, menu()->actionGeometry(menu()->actions().front()).center());
        const Figure figure = view<DisturbanceView>()->figure();
        QCOMPARE(QApplication::clipboard()->image().size(), figure.size * 2);
        QTRY_VERIFY(!menu());
    }

    void theMenuKeyOpensIt()
    {
        openAll();
        auto* table = view<DimensionTable>();
        table->setFocus();
        // What other platforms make of the key; the platform "offscreen" ignores it.
        QContextMenuEvent pressed(QContextMenuEvent::Keyboard, table->rect().center(), table->mapToGlobal(table->rect().center()));
        QApplication::sendEvent(QApplication::focusWidget(), &pressed);
        QTRY_VERIFY(menu());
        QCOMPARE(menu()->parentWidget(), table);
        menu()->close();
    }

    void savesWhereTheUserSays_data()
    {
        QTest::addColumn<int>("entry");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("written");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("svg") << 1 << "a.svg"
                             << "a.svg" << QByteArray("<?xml");
        QTest::newRow("pdf, by its name") << 1 << "a.pdf"
                                          << "a.pdf" << QByteArray("%PDF");
        QTest::newRow("png, by its name") << 1 << "a.PNG"
                                          << "a.PNG" << QByteArray("\x89PNG");
        QTest::newRow("no suffix") << 1 << "picture"
                                   << "picture.svg" << QByteArray("<?xml");
        QTest::newRow("csv") << 2 << "a.csv"
                             << "a.csv" << QByteArray("# program");
    }
    void savesWhereTheUserSays()
    {
        QFETCH(int, entry);
        QFETCH(QString, typed);
        QFETCH(QString, written);
        QFETCH(QByteArray, begins);
        openAll();
        const QTemporaryDir folder;
        contextMenuOf(*view<DisturbanceView>());
        answerFileDialog(folder.filePath(typed));
        QTest::mouseClick(menu(), Qt::LeftButton, {}, menu()->actionGeometry(menu()->actions()[entry]).center());
        QFile file(folder.filePath(written));
        QTRY_VERIFY(file.exists());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(begins));
    }

    void theContextMenuSavesAnAnimation()
    {
        openAll();
        const QTemporaryDir folder;
        contextMenuOf(*view<DistributionView>());
        QCOMPARE(textsOf(menu()), QStringLiteral("Copy as picture|Save picture…|Save data as CSV…|Save animation…"));
        answerFileDialog(folder.filePath(QStringLiteral("d.png")));
        QTest::mouseClick(menu(), Qt::LeftButton, {}, menu()->actionGeometry(menu()->actions().back()).center());
        auto* progress = window->findChild<QProgressDialog*>();
        QVERIFY(progress && progress->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!window->findChild<QProgressDialog*>(), 120000);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 200);
        const QImage last(folder.filePath(QStringLiteral("d-0200.png")));
        QCOMPARE(last.size(), view<DistributionView>()->figure().size);
    }

    // The dialog has asked about the name as it was typed.
    void anAnimationWithoutASuffixReplacesNothing()
    {
        openAll();
        const QTemporaryDir folder;
        for (const char* name : {"clock.webp", "clock-0001.png"}) {
            QFile there(folder.filePath(QLatin1String(name)));
            QVERIFY(there.open(QIODevice::WriteOnly));
        }
        QMenu* list = window->findChild<CommandActions*>()->action("saveAnimation")->menu();
        list->popup({10, 10});
        answerFileDialog(folder.filePath(QStringLiteral("clock")));
        QTest::mouseClick(list, Qt::LeftButton, {}, list->actionGeometry(list->actions().back()).center());
        QTRY_VERIFY(window->messageBar().isVisible());
        QVERIFY(!window->findChild<QProgressDialog*>());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
        QCOMPARE(QFileInfo(folder.filePath(QStringLiteral("clock.webp"))).size(), 0);
    }

    void stoppedItLeavesNothingBehind()
    {
        openAll();
        const QTemporaryDir folder;
        QMenu* list = window->findChild<CommandActions*>()->action("saveAnimation")->menu();
        list->popup({10, 10});
        QCOMPARE(textsOf(list), QStringLiteral("Distribution|Rotary clock"));
        answerFileDialog(folder.filePath(QStringLiteral("clock-%03d.png")));
        QTest::mouseClick(list, Qt::LeftButton, {}, list->actionGeometry(list->actions().back()).center());
        auto* progress = window->findChild<QProgressDialog*>();
        QTRY_VERIFY(progress->value() > 2);
        keepPicture(*progress, QStringLiteral("animation-progress"));
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("clock-001.png"))));
        QTest::mouseClick(progress->findChild<QPushButton*>(), Qt::LeftButton);
        QTRY_VERIFY(!window->findChild<QProgressDialog*>());
        QVERIFY(QDir(folder.path()).isEmpty());
        QVERIFY(!window->messageBar().isVisible()); // it was asked for
    }

    void theFileMenuListsTheViews()
    {
        openAll();
        for (const char* id : {"copyFigure", "saveFigure", "saveData"}) {
            QMenu* list = window->findChild<CommandActions*>()->action(id)->menu();
            list->popup({10, 10});
            QCOMPARE(textsOf(list),
                QStringLiteral(
                    "All dimensions|Angle errors|Certificate|Curves|Dimensions|Distribution|Disturbance|Laboratory|Landscape|Length "
                    "sweep|Measures and scores|Methods|Overview|Rotary clock|Second readings|Track"));
            list->close();
        }
        QApplication::clipboard()->clear();
        QMenu* list = window->findChild<CommandActions*>()->action("copyFigure")->menu();
        list->popup({10, 10});
        const auto actions = list->actions();
        QAction* clock = *std::ranges::find(actions, QStringLiteral("Rotary clock"), &QAction::text);
        QTest::mouseClick(list, Qt::LeftButton, {}, list->actionGeometry(clock).center());
        QCOMPARE(QApplication::clipboard()->image().size(), view(QStringLiteral("clock"))->figure().size * 2);
    }

    void controlCCopiesTheSelectedRows()
    {
        openAll();
        auto* table = view<DimensionTable>();
        table->setFocus();
        window->workspace().setCurrentDimension(21_dim);
        QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0].section(QLatin1Char('\t'), 0, 0), QStringLiteral("dimension"));
        QCOMPARE(lines[1].section(QLatin1Char('\t'), 0, 0), QStringLiteral("21"));
        const double interpolation = window->workspace().analysis()->interpolation->disturbance[22];
        QCOMPARE(lines[2].section(QLatin1Char('\t'), 4, 4).toDouble(), interpolation);
        QCOMPARE(lines[2].section(QLatin1Char('\t'), 5, 6), QStringLiteral("extrapolation\t1"));
    }

private:
    // All that a preset has: errors are those of a recording, which tests/ui/views/errors_view_test.cpp opens, and the laboratory has a
    // model of its own, of which scores are.
    [[nodiscard]] std::vector<FigureSource*> figures() const
    {
        std::vector<FigureSource*> all = figuresOf(*window);
        std::erase_if(all, [](const FigureSource* figure) {
            return QStringList({QStringLiteral("errors"), QStringLiteral("track"), QStringLiteral("laboratory"), QStringLiteral("scores")})
                .contains(figure->figureId());
        });
        return all;
    }
    template <class View> [[nodiscard]] View* view() const { return window->findChild<View*>(); }
    [[nodiscard]] const FigureSource* view(const QString& id) const
    {
        const auto all = figures();
        return *std::ranges::find(all, id, [](const FigureSource* one) { return one->figureId(); });
    }
    [[nodiscard]] QMenu* menu() const { return window->findChild<QMenu*>(QStringLiteral("figureMenu")); }

    // With every view computed, those behind others' tabs as well.
    void openAll()
    {
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(waitForAnalysis(window->workspace()));
        for (const char* id : {"landscape", "lengthSweep", "readings", "certificate", "clock"}) { // which are computed while they are seen
            auto* dock = window->findChild<QDockWidget*>(QLatin1String(id));
            dock->raise();
            const auto* figure = dynamic_cast<const FigureSource*>(dock->widget());
            QTRY_VERIFY2_WITH_TIMEOUT(figure == nullptr || figure->isSettled(), id, 60000);
        }
        for (const FigureSource* one : figures()) {
            QTRY_VERIFY2_WITH_TIMEOUT(one->isSettled(), qPrintable(one->figureId()), 60000);
        }
    }

    void contextMenuOf(QWidget& widget)
    {
        for (QWidget* around = &widget; around != nullptr; around = around->parentWidget()) {
            if (auto* dock = qobject_cast<QDockWidget*>(around)) {
                dock->raise(); // another's tab may be in front
            }
        }
        QTRY_VERIFY(!widget.visibleRegion().isEmpty());
        const QPoint place = widget.mapTo(window.get(), widget.rect().center());
        QTest::mouseClick(window->windowHandle(), Qt::RightButton, {}, place);
        QTRY_VERIFY(menu() && menu()->isVisible());
    }

    static QString textsOf(const QMenu* menu)
    {
        QStringList texts;
        for (const QAction* action : menu->actions()) {
            texts << action->text();
        }
        return texts.join(QLatin1Char('|'));
    }

    static QStringList textsOf(const QByteArray& svg)
    {
        QStringList texts;
        QXmlStreamReader reader(svg);
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QStringLiteral("text")) {
                texts << reader.readElementText().trimmed();
            }
        }
        return reader.hasError() ? QStringList() : texts;
    }

    // For people to look at.
    static void keep(const Figure& figure, const QString& id)
    {
        const QString folder = qEnvironmentVariable("ROTASCOPE_PICTURES");
        if (!folder.isEmpty()) {
            QVERIFY(QDir().mkpath(folder) && imageOf(figure, figure.size, 1.0).save(QStringLiteral("%1/figure-%2.png").arg(folder, id)));
        }
    }

    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(FiguresTest)
#include "figures_test.moc"
