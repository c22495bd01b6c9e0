// SPDX-License-Identifier: GPL-3.0-or-later
// What users prefer is in force at once, in the window that is open, stays, and changes no file.
#include "ui/dialogs/preferences_dialog.h"

#include "core/engine/engine_registry.h"
#include "core/engine/threads.h"
#include "core/exchange/export_format.h"
#include "core/recording/counts_cache.h"
#include "core/report/view_csv.h"
#include "tests/ui/window/shown_window.h"
#include "ui/base/colours.h"
#include "ui/base/preferences.h"
#include "ui/base/text.h"
#include "ui/base/user_settings.h"
#include "ui/models/dimension_model.h"
#include "ui/plots/heatmap/heatmap.h"
#include "ui/views/dimension_table.h"
#include "ui/window/engine_menu.h"
#include "ui/window/status_bar.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <filesystem>
#include <fstream>

using namespace rotascope;
using namespace rotascope::uitest;

class PreferencesDialogTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        window = std::make_unique<MainWindow>(*EngineRegistry::instance().find("auto"));
        window->keepState();
        Preferences::instance().set({});
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        window->openPreset(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        QVERIFY(waitForAnalysis(window->workspace()));
        QTest::keyClick(window.get(), Qt::Key_Comma, Qt::ControlModifier);
        QTRY_VERIFY(window->findChild<PreferencesDialog*>());
        dialog = window->findChild<PreferencesDialog*>();
        dialog->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), dialog);
    }

    void cleanup()
    {
        Preferences::instance().set({});
        window.reset();
    }

    void theUnitIsThatOfTheWindow()
    {
        auto* box = window->findChild<QComboBox*>(QStringLiteral("angleUnit"));
        choose("unit", static_cast<int>(AngleUnit::Turns));
        QCOMPARE(window->workspace().angleUnit(), AngleUnit::Turns);
        QCOMPARE(box->currentText(), QStringLiteral("turns"));
        dialog->close();
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Up); // in the window
        QCOMPARE(Preferences::instance().values().angleUnit, AngleUnit::Radians);
    }

    void theThemeIsThatOfAllWindows()
    {
        const bool wasDark = isDark(window->palette());
        choose("theme", static_cast<int>(Theme::Dark));
        QTRY_VERIFY(isDark(window->palette()) && isDark(dialog->palette()));
        keepPicture(*dialog, QStringLiteral("preferences-dark"));
        choose("theme", static_cast<int>(Theme::Light));
        QTRY_VERIFY(!isDark(window->palette()) && !isDark(dialog->palette()));
        keepPicture(*dialog, QStringLiteral("preferences"));
        choose("theme", static_cast<int>(Theme::System));
        QTRY_COMPARE(isDark(window->palette()), wasDark);
    }

    void mapsTakeOtherColoursAtOnce()
    {
        auto* map = window->findChild<Heatmap*>();
        QSet<QRgb> seen;
        for (const MapColors colors : allMapColors) {
            choose("map", static_cast<int>(colors));
            const QColor most = map->colorOf(1e9);
            QCOMPARE(most, pointsOf(colors).back());
            seen.insert(most.rgb());
        }
        QCOMPARE(static_cast<std::size_t>(seen.size()), allMapColors.size());
    }

    // So that more always looks like more, in print and to all eyes.
    void mapsOnlyEverGetLighter()
    {
        for (const MapColors colors : allMapColors) {
            double last = -1.0;
            for (int i = 0; i < 256; ++i) {
                const QRgb color = colorBetween(pointsOf(colors), i / 255.0);
                const double luma = 0.2126 * qRed(color) + 0.7152 * qGreen(color) + 0.0722 * qBlue(color);
                QVERIFY2(luma > last - 0.5, qPrintable(QStringLiteral("%1 at %2").arg(nameOf(colors)).arg(i))); // one step of rounding
                last = std::max(last, luma);
            }
            QVERIFY(last > 200.0);
        }
    }

    void digitsAreShownEverywhereAtOnce()
    {
        const QTableView* table = window->findChild<DimensionTable*>();
        const QModelIndex cell = table->model()->index(0, DimensionModel::Chosen);
        const auto mean = [&] { return window->findChild<StatusBar*>()->findChild<QLabel*>()->text(); };
        const qsizetype length = cell.data().toString().size();
        const qsizetype meanLength = mean().size();
        const int width = table->columnWidth(DimensionModel::Chosen);
        auto* digits = control<QSpinBox>("digits");
        digits->setFocus();
        QTest::keyClick(digits, Qt::Key_Up);
        QTest::keyClick(digits, Qt::Key_Up);
        QCOMPARE(Preferences::instance().values().digits, 6);
        QCOMPARE(cell.data().toString().size(), length + 2);
        QVERIFY(mean().size() > meanLength);
        QVERIFY(table->columnWidth(DimensionModel::Chosen) > width);
    }

    void theEngineIsThatOfTheMenu()
    {
        auto* menu = window->findChild<EngineMenu*>();
        QVERIFY(menu->findChild<QAction*>(QStringLiteral("auto"))->isChecked());
        choose("engine", 1);
        QVERIFY(menu->findChild<QAction*>(QStringLiteral("cpu"))->isChecked());
        QCOMPARE(window->workspace().engine(), *EngineRegistry::instance().find("cpu"));
        menu->findChild<QAction*>(QStringLiteral("auto"))->trigger();
        QCOMPARE(Preferences::instance().values().engine, QStringLiteral("auto"));
        QCOMPARE(control<QComboBox>("engine")->currentIndex(), 0);
    }

    // A GPU that is not there today may be there tomorrow.
    void anEngineThatDoesNotWorkStaysWishedFor()
    {
        PreferenceValues values;
        values.engine = QStringLiteral("abacus");
        Preferences::instance().set(values);
        QCOMPARE(window->workspace().engine(), *EngineRegistry::instance().find("auto"));
        choose("unit", static_cast<int>(AngleUnit::Turns));
        QCOMPARE(Preferences::instance().values().engine, QStringLiteral("abacus"));
    }

    void threadsAreLimited()
    {
        auto* threads = control<QSpinBox>("threads");
        threads->setFocus();
        QTest::keyClick(threads, Qt::Key_Up);
        QCOMPARE(threads->value(), 1);
        QCOMPARE(parallelThreads(), 1U);
        QTest::keyClick(threads, Qt::Key_Down);
        QCOMPARE(parallelThreads(), mostParallelThreads());
    }

    void countsAreKeptWhereAndAsLongAsTheUserSays()
    {
        const QTemporaryDir folder;
        const std::filesystem::path counts = folder.filePath(QStringLiteral("rotascope/counts")).toStdString();
        std::filesystem::create_directories(counts);
        std::ofstream(counts / "kept.rotascope-counts") << "counts";
        std::ofstream(std::filesystem::path(folder.path().toStdString()) / "mine.h5") << "the user's own";
        auto* clear = control<QPushButton>("clear");
        type("folder", folder.path());
        QCOMPARE(CountsCache::ofUser()->folder(), counts);
        QVERIFY(clear->isEnabled());
        QVERIFY(control<QLabel>("used")->text().startsWith(QLatin1Char('1')));
        QTest::mouseClick(clear, Qt::LeftButton);
        QVERIFY(!clear->isEnabled());
        QVERIFY(!std::filesystem::exists(counts / "kept.rotascope-counts"));
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("mine.h5"))));
        type("megabytes", QStringLiteral("0"));
        QVERIFY(!CountsCache::ofUser());
        QTest::mouseClick(restore(), Qt::LeftButton);
        QVERIFY(CountsCache::ofUser() && CountsCache::ofUser()->folder() != counts);
    }

    void aPathThatIsNotWholeIsRefusedWithAWord()
    {
        type("folder", QStringLiteral("here"));
        QVERIFY(Preferences::instance().values().cacheFolder.isEmpty());
        bool isSaid = false;
        for (const QLabel* label : dialog->findChildren<QLabel*>()) {
            isSaid |= label->text().contains(QStringLiteral("\"here\" is not a whole path"));
        }
        QVERIFY(isSaid);
    }

    void theDefaultsComeBackWithOneClick()
    {
        choose("unit", static_cast<int>(AngleUnit::Turns));
        choose("map", static_cast<int>(MapColors::Grey));
        choose("engine", 1);
        QTest::mouseClick(restore(), Qt::LeftButton);
        QCOMPARE(Preferences::instance().values(), PreferenceValues());
        QCOMPARE(control<QComboBox>("map")->currentIndex(), 0);
        QCOMPARE(window->workspace().angleUnit(), AngleUnit::Degrees);
        QCOMPARE(window->workspace().engine(), *EngineRegistry::instance().find("auto"));
    }

    void theyStayForTheNextWindow()
    {
        choose("unit", static_cast<int>(AngleUnit::Radians));
        choose("map", static_cast<int>(MapColors::Cividis));
        QCOMPARE(userSetting(QStringLiteral("preferences/mapColors")).toString(), QStringLiteral("cividis"));
        keepUserSetting(QStringLiteral("preferences/digits"), 1000);
        keepUserSetting(QStringLiteral("preferences/theme"), QStringLiteral("plaid"));
        window.reset();
        window = std::make_unique<MainWindow>(makeCpuEngine());
        window->keepState();
        QCOMPARE(window->workspace().angleUnit(), AngleUnit::Radians);
        QCOMPARE(Preferences::instance().values().mapColors, MapColors::Cividis);
        QCOMPARE(Preferences::instance().values().digits, mostDigits); // what a file says is brought within the limits
        QCOMPARE(Preferences::instance().values().theme, Theme::System);
    }

    void filesStayAsTheyAre()
    {
        const auto& analysis = window->workspace().analysis();
        const auto texts = [&] {
            QStringList all = {fromUtf8(methodsCsv(analysis)), fromUtf8(distributionCsv(analysis, 3_dim))};
            for (const ExportFormat* format : exportFormats()) {
                if (const auto prepared = format->prepare(documentOfChosen(analysis), {}); prepared && prepared->content()) {
                    all << QString::fromStdString(*prepared->content());
                }
            }
            return all;
        };
        const QStringList before = texts();
        QVERIFY(before.size() > 4);
        choose("unit", static_cast<int>(AngleUnit::Turns));
        type("digits", QStringLiteral("2"));
        QCOMPARE(texts(), before);
    }

    void everyControlHasANameAndIsReached()
    {
        for (const char* name : {"unit", "digits", "theme", "map", "engine", "threads", "folder", "browse", "megabytes", "clear"}) {
            auto* widget = control<QWidget>(name);
            QVERIFY2(!QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name).isEmpty(), name);
            QVERIFY2(widget->focusPolicy() & Qt::TabFocus, name);
        }
    }

private:
    template <class Control> Control* control(const char* name) const
    {
        auto* found = dialog->findChild<Control*>(QLatin1String(name));
        Q_ASSERT(found != nullptr);
        return found;
    }

    QPushButton* restore() const { return dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::RestoreDefaults); }

    // With the keys, as a user who has no mouse.
    void choose(const char* name, int index) const
    {
        auto* box = control<QComboBox>(name);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int step = 0; step < index; ++step) {
            QTest::keyClick(box, Qt::Key_Down);
        }
        QCOMPARE(box->currentIndex(), index);
    }

    void type(const char* name, const QString& text) const
    {
        auto* field = control<QWidget>(name);
        field->setFocus();
        QVERIFY(field->hasFocus());
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Tab);
    }

    std::unique_ptr<MainWindow> window;
    PreferencesDialog* dialog = nullptr;
};

QTEST_MAIN(PreferencesDialogTest)
#include "preferences_dialog_test.moc"
