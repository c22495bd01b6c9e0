// SPDX-License-Identifier: GPL-3.0-or-later
// From a small laptop to a large screen, with letters of any size: the chart has its room, and nothing is cut.
#include "core/engine/cpu_engine.h"
#include "tests/ui/ui_test.h"
#include "tests/ui/window/painted_texts.h"
#include "ui/base/language.h"
#include "ui/base/message_bar.h"
#include "ui/base/readable.h"
#include "ui/dialogs/preferences_dialog.h"
#include "ui/plots/charts/step_chart.h"
#include "ui/plots/figure/figure.h"
#include "ui/views/distribution_view.h"
#include "ui/views/long_table.h"
#include "ui/window/main_window.h"
#include "ui/window/view_table.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QScrollBar>
#include <QStatusBar>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextDocument>
#include <QToolButton>
#include <algorithm>

using namespace rotascope;
using namespace rotascope::uitest;

class LayoutTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        usual = QApplication::font();
        if (const auto language = languageOf(qEnvironmentVariable("ROTASCOPE_LANGUAGE"))) {
            useLanguage(*language);
        }
    }

    void init()
    {
        folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", folder->filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CONFIG_HOME", folder->filePath(QStringLiteral("config")).toUtf8());
    }

    void cleanup() { QApplication::setFont(usual); }

    void theChartHasItsRoomAndNothingIsCut_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("letters");
        for (const QSize& size :
            {QSize(1024, 700), QSize(1280, 720), QSize(1280, 800), QSize(1600, 1000), QSize(2560, 1440), QSize(3840, 2160)}) {
            for (const double letters : {1.0, 1.3, 1.6}) {
                if (letters < 1.5 || size.width() >= 1600) {
                    QTest::addRow("%d x %d, letters %g", size.width(), size.height(), letters) << size << letters;
                }
            }
        }
    }

    void theChartHasItsRoomAndNothingIsCut()
    {
        QFETCH(const QSize, size);
        QFETCH(const double, letters);
        QFont font = usual;
        font.setPointSizeF(usual.pointSizeF() * letters);
        QApplication::setFont(font);
        MainWindow window(makeCpuEngine());
        window.resize(size);
        window.resetLayout();
        window.resize(size); // panels side by side want more than 1024
        window.show();
        window.openFile(samplePath());
        QVERIFY(waitForAnalysis(window.workspace()));
        QTest::qWait(50);
        keepPicture(window, QStringLiteral("layout-%1x%2-%3").arg(size.width()).arg(size.height()).arg(letters));
        QCOMPARE(window.size(), size);

        const auto* chart = window.findChild<DistributionView*>()->findChild<StepChart*>();
        const double share = static_cast<double>(chart->width()) * chart->height() / size.width() / size.height();
        QVERIFY2(share >= 0.12, qPrintable(QStringLiteral("%1 x %2: %3").arg(chart->width()).arg(chart->height()).arg(share)));
        QVERIFY2(chart->width() >= 380 && chart->height() >= 150,
            qPrintable(QStringLiteral("%1 x %2").arg(chart->width()).arg(chart->height())));
        for (const QLabel* label : window.findChildren<QLabel*>()) {
            QTRY_VERIFY2(!isCut(*label), qPrintable(label->text())); // a text that has just changed is laid out a moment later
        }
        for (const QTabBar* tabs : window.findChildren<QTabBar*>()) {
            for (int i = 0; i < tabs->count(); ++i) {
                QVERIFY2(tabs->fontMetrics().horizontalAdvance(tabs->tabText(i)) < tabs->tabRect(i).width(), qPrintable(tabs->tabText(i)));
            }
        }
    }

    void everyViewIsWhole_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("letters");
        for (const QSize& size : {QSize(1024, 700), QSize(1280, 800), QSize(1600, 1000), QSize(2560, 1440), QSize(3840, 2160)}) {
            for (const double letters : {1.0, 1.6}) {
                if (letters < 1.5 || size.width() > 1024) {
                    QTest::addRow("%d x %d, letters %g", size.width(), size.height(), letters) << size << letters;
                }
            }
        }
    }

    // Each view is brought to the front in turn.
    void everyViewIsWhole()
    {
        QFETCH(const QSize, size);
        QFETCH(const double, letters);
        QFont font = usual;
        font.setPointSizeF(usual.pointSizeF() * letters);
        QApplication::setFont(font);
        MainWindow window(makeCpuEngine());
        window.resize(size);
        window.resetLayout();
        window.resize(size);
        window.show();
        const QString laboratory = QStringLiteral(ROTASCOPE_SOURCE_DIR "/resources/lab/tinykey/config.json");
        for (const QString& file : {samplePath(), laboratory}) {
            window.openFile(file);
            QVERIFY(waitForAnalysis(window.workspace()));
            for (const View& view : views()) {
                const QString id = QString::fromLatin1(view.id);
                const bool isOfLaboratory = id == QLatin1String("laboratory") || id == QLatin1String("scores");
                if (isOfLaboratory == (file == laboratory)) {
                    window.findChild<QDockWidget*>(id)->raise();
                    isWhole(window, size, id, letters);
                }
            }
            window.findChild<QToolButton*>(QStringLiteral("rings"))->click();
            isWhole(window, size, QStringLiteral("rings"), letters);
            window.findChild<QToolButton*>(QStringLiteral("rings"))->click();
        }
    }

    void thePreferencesAreWhole_data()
    {
        QTest::addColumn<double>("letters");
        for (const double letters : {1.0, 1.3, 1.6}) {
            QTest::addRow("letters %g", letters) << letters;
        }
    }

    void thePreferencesAreWhole()
    {
        QFETCH(const double, letters);
        QFont font = usual;
        font.setPointSizeF(usual.pointSizeF() * letters);
        QApplication::setFont(font);
        PreferencesDialog dialog;
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        keepPicture(dialog, QStringLiteral("preferences-%1").arg(letters));
        QVERIFY(dialog.height() < 700 || letters > 1.0);
        const QStringList cut = textsThatAreCut(dialog);
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
    }

    // The chart keeps its place whatever the texts above it say.
    void theChartStaysFromDimensionToDimension()
    {
        MainWindow window(makeCpuEngine());
        window.resize(1280, 800);
        window.show();
        window.resetLayout();
        window.openFile(samplePath());
        QVERIFY(waitForAnalysis(window.workspace()));
        const auto* chart = window.findChild<DistributionView*>()->findChild<StepChart*>();
        const auto walk = [&] {
            QList<QRect> places;
            for (int row = 0; row < 64; ++row) {
                window.workspace().setCurrentDimension(Dimension::of(row));
                QTest::qWait(2);
                places.removeOne(chart->geometry());
                places << chart->geometry();
            }
            return places.size();
        };
        walk(); // the longest texts are known then
        QCOMPARE(walk(), 1);
    }

    // With its frame, on the screen of the test, which is small.
    void theFirstWindowFitsItsScreen()
    {
        MainWindow window(makeCpuEngine());
        window.keepState();
        window.show();
        QTest::qWait(50);
        const QRect room = window.screen()->availableGeometry();
        if (room.width() < 760) {
            QSKIP("the screen is smaller than what the window is made for");
        }
        QVERIFY2(window.width() <= room.width() && window.height() < room.height(), // there is its frame as well
            qPrintable(QStringLiteral("%1 x %2").arg(window.width()).arg(window.height())));
        QVERIFY(room.contains(window.pos()));
        QVERIFY(window.statusBar()->geometry().bottom() < window.height());
    }

    // Nothing moves but the chart, which gives its room and gets it back; what stands around it can still be read.
    void aMessageComesAndGoesWithoutATrace()
    {
        MainWindow window(makeCpuEngine());
        window.fitTo({1024, 700});
        window.show();
        window.openFile(samplePath());
        QVERIFY(waitForAnalysis(window.workspace()));
        QTest::qWait(50);
        const auto* below = window.findChild<QDockWidget*>(QStringLiteral("dimensions"));
        const auto* chart = window.findChild<DistributionView*>()->findChild<StepChart*>();
        const QRect place = below->geometry();
        const QRect chartPlace = chart->geometry();
        for (int times = 0; times < 2; ++times) {
            window.workspace().refuse(QStringLiteral("A message of one line."));
            QTest::qWait(50);
            QVERIFY(window.findChild<MessageBar*>()->isVisible());
            keepPicture(window, QStringLiteral("layout-message"));
            QCOMPARE(below->geometry(), place);
            QVERIFY(chart->height() < chartPlace.height());
            QVERIFY(window.findChild<QLabel*>(QStringLiteral("why"))->isVisible());
            QVERIFY2(textsThatAreCut(window).isEmpty(), qPrintable(textsThatAreCut(window).join(QLatin1Char('\n'))));
            window.findChild<MessageBar*>()->hide();
            QTest::qWait(50);
            QCOMPARE(below->geometry(), place);
            QCOMPARE(chart->geometry(), chartPlace);
        }
    }

    void aSortedTableBeginsAtItsTop()
    {
        MainWindow window(makeCpuEngine());
        window.fitTo({1280, 800});
        window.show();
        window.openFile(samplePath());
        QVERIFY(waitForAnalysis(window.workspace()));
        window.workspace().setCurrentDimension(Dimension(50));
        auto* table = window.findChild<QDockWidget*>(QStringLiteral("dimensions"))->findChild<QTableView*>();
        QTRY_VERIFY(table->verticalScrollBar()->value() > 0);
        const QHeaderView& header = *table->horizontalHeader();
        for (int column = 0; column < 5; ++column) {
            table->scrollToBottom();
            QTest::mouseClick(header.viewport(), Qt::LeftButton, Qt::NoModifier,
                {header.sectionViewportPosition(column) + header.sectionSize(column) / 2, header.height() / 2});
            QTest::qWait(20);
            QCOMPARE(table->verticalScrollBar()->value(), 0);
        }
    }

    // In front of those that it shares its place with.
    void aPanelThatComesBackIsInFront()
    {
        MainWindow window(makeCpuEngine());
        window.show();
        auto* landscape = window.findChild<QDockWidget*>(QStringLiteral("landscape"));
        QVERIFY(landscape->visibleRegion().isEmpty());
        landscape->setFloating(true);
        QTest::qWait(20);
        landscape->setFloating(false);
        QTRY_VERIFY(!landscape->visibleRegion().isEmpty());
        auto* overview = window.findChild<QDockWidget*>(QStringLiteral("overview"));
        overview->toggleViewAction()->trigger();
        QVERIFY(overview->isHidden());
        overview->toggleViewAction()->trigger();
        QTRY_VERIFY(!overview->visibleRegion().isEmpty());
    }

    void aNarrowWindowHasItsPanelsBehindEachOther()
    {
        MainWindow window(makeCpuEngine());
        window.resize(1280, 800);
        window.show();
        auto* dock = window.findChild<QDockWidget*>(QStringLiteral("overview"));
        dock->setFloating(true);
        window.resize(1024, 700);
        window.resetLayout();
        QVERIFY(!dock->isFloating() && dock->isVisible());
        QCOMPARE(window.dockWidgetArea(dock), Qt::BottomDockWidgetArea);
        const auto tabs = window.tabifiedDockWidgets(dock);
        QCOMPARE(tabs.size(), 15); // a narrow window has all but one behind each other
    }

private:
    static void isWhole(MainWindow& window, const QSize& size, const QString& what, double letters)
    {
        QTest::qWait(150); // what is seen is computed
        const QString name = QStringLiteral("view-%1-%2x%3-%4").arg(what).arg(size.width()).arg(size.height()).arg(letters);
        keepPicture(window, name);
        if (qEnvironmentVariableIsSet("ROTASCOPE_PICTURES")) {
            inTheDark([&] { keepPicture(window, name + QStringLiteral("-dark")); });
        }
        QCOMPARE(window.size(), size);
        // A text that has just changed is laid out a moment later.
        const auto cut = [&] {
            return textsThatAreCut(window) + chartsThatAreCut(window, letters) + columnsThatAreCut(window) + tabsThatAreCut(window);
        };
        QStringList found;
        static_cast<void>(QTest::qWaitFor([&] { return (found = cut()).isEmpty(); }));
        QVERIFY2(found.isEmpty(), qPrintable(what + QLatin1Char('\n') + found.join(QLatin1Char('\n'))));
    }

    // What is drawn of a widget: a view that scrolls is covered by its viewport.
    static QRegion seenOf(const QWidget& widget)
    {
        const auto* area = qobject_cast<const QAbstractScrollArea*>(&widget);
        return widget.isVisible() ? (area != nullptr ? area->viewport() : &widget)->visibleRegion() : QRegion();
    }

    // Charts that are too low to be read, and what their axes and titles leave out.
    static QStringList chartsThatAreCut(QWidget& window, double letters)
    {
        QStringList cut;
        for (QWidget* widget : window.findChildren<QWidget*>()) {
            auto* plot = dynamic_cast<FigurePlot*>(widget);
            const auto* readable = dynamic_cast<const Readable*>(widget);
            if (plot == nullptr || readable == nullptr || readable->role() != QAccessible::Chart || seenOf(*widget).isEmpty()) {
                continue;
            }
            const int lines = letters > 1.0 ? 5 : 9; // with large letters a small window has fewer
            if (widget->height() < lines * widget->fontMetrics().height()) {
                cut << QStringLiteral("low: %1, %2 pixels").arg(widget->accessibleName()).arg(widget->height());
            }
            const QSize least = widget->minimumSize();
            for (const QString& text : paintedTexts(widget->size(), [&](QPainter& to) { plot->paintPlot(to, widget->size(), 1.0); })) {
                if (text.contains(QChar(0x2026)) && !readable->reading().contains(text)) {
                    cut << QStringLiteral("left out: ") + text;
                }
            }
            widget->setMinimumSize(least); // a plot on paper has none
        }
        return cut;
    }

    static QStringList columnsThatAreCut(const QWidget& window)
    {
        QStringList cut;
        for (const auto* table : window.findChildren<const QTableView*>()) {
            const QHeaderView& header = *table->horizontalHeader();
            for (int column = 0; column < header.count() && !seenOf(*table).isEmpty(); ++column) {
                const int left = header.sectionViewportPosition(column);
                if (!header.isSectionHidden(column) && left < table->viewport()->width()
                    && left + header.sectionSize(column) > table->viewport()->width()) {
                    cut << QStringLiteral("column: ") + header.model()->headerData(column, Qt::Horizontal).toString();
                }
            }
        }
        for (const auto* samples : window.findChildren<const LongTable*>()) {
            const LongBlock block = samples->visibleBlock();
            const QRect last = samples->cellRect(block.firstRow, block.firstColumn + std::max(block.columns, 1) - 1);
            if (block.columns > 0 && !seenOf(*samples).isEmpty() && last.right() >= samples->viewport()->width()) {
                cut << QStringLiteral("column: of the samples");
            }
        }
        return cut;
    }

    // Of which a part is seen: nothing may be seen of it then.
    static QStringList tabsThatAreCut(const QWidget& window)
    {
        QStringList cut;
        for (const QTabBar* tabs : window.findChildren<const QTabBar*>(QString(), Qt::FindDirectChildrenOnly)) {
            int end = tabs->width();
            for (const auto* arrow : tabs->findChildren<const QToolButton*>()) {
                end = arrow->isVisible() ? std::min(end, arrow->x()) : end;
            }
            for (int i = 0; i < tabs->count() && tabs->isVisible(); ++i) {
                const QRect tab = tabs->tabRect(i);
                const QRect seen = tab.intersected(QRect(0, 0, end, tabs->height()));
                const bool isCovered = std::ranges::any_of(tabs->findChildren<const QWidget*>(),
                    [&](const QWidget* cover) { return cover->isVisible() && cover->geometry().contains(seen); });
                if (!seen.isEmpty() && seen != tab && !isCovered) {
                    cut << QStringLiteral("tab: ") + tabs->tabText(i);
                }
            }
        }
        return cut;
    }

    static bool isCut(const QLabel& label)
    {
        if (!label.isVisible() || label.text().isEmpty() || label.visibleRegion().isEmpty()) {
            return false;
        }
        const QRect room = label.contentsRect();
        QTextDocument document;
        document.setDocumentMargin(0.0);
        document.setDefaultFont(label.font());
        const QString text = label.buddy() != nullptr ? QString(label.text()).remove(QLatin1Char('&')) : label.text();
        label.textFormat() == Qt::RichText ? document.setHtml(text) : document.setPlainText(text);
        if (label.wordWrap()) {
            document.setTextWidth(room.width());
        }
        constexpr double rounding = 2.0;
        return document.size().width() > room.width() + rounding || document.size().height() > room.height() + rounding;
    }

    // Labels, and what stands on controls that are seen as a whole: what is scrolled is not.
    static QStringList textsThatAreCut(const QWidget& window)
    {
        QStringList cut;
        for (const QWidget* widget : window.findChildren<const QWidget*>()) {
            if (!widget->isVisible() || widget->window() != &window || widget->visibleRegion().isEmpty()) {
                continue;
            }
            if (const auto* label = qobject_cast<const QLabel*>(widget); label != nullptr && isCut(*label)) {
                cut << QStringLiteral("label: ") + label->text();
            }
            if (const auto* plot = dynamic_cast<const Readable*>(widget); plot != nullptr && widget->parentWidget()->layout() != nullptr) {
                for (const auto* label : widget->parentWidget()->findChildren<const QLabel*>(QString(), Qt::FindDirectChildrenOnly)) {
                    if (label->isVisible() && label->geometry().intersects(widget->geometry())) {
                        cut << QStringLiteral("over a plot: ") + label->text();
                    }
                }
            }
            if (const auto* button = qobject_cast<const QAbstractButton*>(widget);
                button != nullptr && button->width() < button->fontMetrics().size(Qt::TextShowMnemonic, button->text()).width() + 6) {
                cut << QStringLiteral("button: ") + button->text();
            }
            if (const auto* box = qobject_cast<const QComboBox*>(widget); box != nullptr) {
                QStyleOptionComboBox option;
                option.initFrom(box);
                option.editable = box->isEditable();
                const QRect room = box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box);
                if (box->fontMetrics().horizontalAdvance(box->currentText()) > room.width()) {
                    cut << QStringLiteral("box: ") + box->currentText();
                }
            }
            if (const auto* spin = qobject_cast<const QAbstractSpinBox*>(widget); spin != nullptr) {
                const auto* line = spin->findChild<const QLineEdit*>();
                if (line->fontMetrics().horizontalAdvance(line->text()) > line->width()) {
                    cut << QStringLiteral("field: ") + line->text();
                }
            }
        }
        return cut;
    }

    QFont usual;
    std::unique_ptr<QTemporaryDir> folder;
};

QTEST_MAIN(LayoutTest)
#include "layout_test.moc"
