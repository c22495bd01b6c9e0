// SPDX-License-Identifier: GPL-3.0-or-later
// Models without a RoPE in the window: every view shows what they have in its place, or says that it has nothing to show.
#include "tests/ui/window/shown_window.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/models/dimension_model.h"
#include "ui/plots/figure/figure.h"
#include "ui/views/dimension_table.h"
#include "ui/window/main_window.h"
#include "ui/window/view_table.h"

#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QToolButton>
#include <QUndoStack>
#include <algorithm>

using namespace rotascope;
using namespace rotascope::uitest;

class EncodingsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setQuitOnLastWindowClosed(false); }

    void everyViewHasSomethingToSay_data()
    {
        QTest::addColumn<QString>("model");
        for (const char* const model : {"openai-community/gpt2", "google-bert/bert-base-uncased", "bigscience/bloom", "mosaicml/mpt-7b",
                 "google-t5/t5-base", "tiiuae/falcon-rw-1b"}) {
            QTest::newRow(model) << QString::fromLatin1(model);
        }
    }
    void everyViewHasSomethingToSay()
    {
        QFETCH(QString, model);
        open(model);
        keepPicture(*window, pictureOf(model, QStringLiteral("window")));
        inTheDark([&] { keepPicture(*window, pictureOf(model, QStringLiteral("window-dark"))); });
        const QStringList withFigure
            = {QStringLiteral("dimensions"), QStringLiteral("disturbance"), QStringLiteral("overview"), QStringLiteral("multiples"),
                QStringLiteral("landscape"), QStringLiteral("lengthSweep"), QStringLiteral("readings"), QStringLiteral("certificate")};
        for (const View& view : views()) {
            const QString id = QString::fromLatin1(view.id);
            auto* const dock = window->findChild<QDockWidget*>(id);
            dock->show();
            dock->raise();
            QTest::qWait(20);
            if (withFigure.contains(id)) {
                QTRY_VERIFY2(isSettled(*dock), view.id);
            }
            keepPicture(*dock, pictureOf(model, id));
            for (const QLabel* const label : dock->findChildren<QLabel*>()) { // nothing turns, and there are no pairs
                const bool isSeen = label->isVisible() && !label->visibleRegion().isEmpty();
                QVERIFY2(!isSeen || !label->text().contains(QStringLiteral("rotary")), qPrintable(label->text()));
            }
        }
        auto* const table = window->findChild<DimensionTable*>();
        QVERIFY(table->isColumnHidden(DimensionModel::Turns));
        QCOMPARE(table->isColumnHidden(DimensionModel::Wavelength), window->workspace().source()->encoding.kind != EncodingKind::Alibi);
        QVERIFY(!window->findChild<QToolButton*>(QStringLiteral("rings"))->isEnabled());
    }

    void keysSetFactors()
    {
        open(QStringLiteral("bigscience/bloom"));
        auto* const table = window->findChild<DimensionTable*>();
        table->setFocus();
        table->setCurrentIndex(table->indexOf(3_dim, DimensionModel::Factor));
        QTest::keyClick(table, Qt::Key_E);
        QVERIFY(waitForAnalysis(window->workspace()));
        QCOMPARE(factors()[3], 1.0);
        QTest::keyClick(table, Qt::Key_F2);
        auto* const editor = table->findChild<QLineEdit*>();
        QVERIFY(editor != nullptr);
        QTest::keyClicks(editor, QStringLiteral("1.5"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(factors()[3], 1.5);
        QCOMPARE(std::ranges::count(factors(), 2.0), 111);
        window->workspace().undoStack()->undo();
        window->workspace().undoStack()->undo();
        QVERIFY(waitForAnalysis(window->workspace()));
        QCOMPARE(std::ranges::count(factors(), 2.0), 112);
    }

    // Of heads, not of dimensions.
    void theCertificateSpeaksOfWhatThereIs()
    {
        open(QStringLiteral("bigscience/bloom"));
        auto* const dock = window->findChild<QDockWidget*>(QStringLiteral("certificate"));
        dock->raise();
        QTRY_VERIFY(isSettled(*dock));
        QStringList texts;
        for (const QLabel* label : dock->widget()->findChildren<QLabel*>()) {
            texts << label->text();
        }
        for (const QTableWidget* table : dock->widget()->findChildren<QTableWidget*>()) {
            texts << table->accessibleName();
            for (int column = 0; column < table->columnCount(); ++column) {
                texts << table->horizontalHeaderItem(column)->text();
            }
        }
        QCOMPARE(texts.filter(QStringLiteral("dimension")), QStringList());
        QVERIFY(texts.contains(QStringLiteral("heads that change")) && texts.contains(QStringLiteral("heads not least")));
    }

    // What has a switch nowhere is written as a table, and what cannot be written says why.
    void exportsSayWhatTheyAreFor()
    {
        open(QStringLiteral("google-t5/t5-base"));
        QTimer::singleShot(0, window.get(), [this] { window->findChild<QAction*>(QStringLiteral("exportAction"))->trigger(); });
        ExportDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = window->findChild<ExportDialog*>()) != nullptr);
        QTRY_VERIFY(!dialog->isPreparing());
        auto* const format = dialog->findChild<QComboBox*>(QStringLiteral("format"));
        auto* const save = dialog->findChild<QPushButton*>(QStringLiteral("save"));
        auto* const message = dialog->findChild<QLabel*>(QStringLiteral("message"));
        keepPicture(*dialog, QStringLiteral("encoding-export"));
        for (int i = 0; i < format->count(); ++i) {
            format->setCurrentIndex(i);
            emit format->activated(i);
            QTRY_VERIFY(!dialog->isPreparing());
            QVERIFY2(
                save->isEnabled() || message->text().contains(QStringLiteral("no engine has a switch")), qPrintable(format->currentText()));
        }
        dialog->reject();
    }

private:
    void open(const QString& model)
    {
        window = shownWindow();
        QVERIFY(window);
        window->fitTo({1400, 900});
        window->openPreset(model);
        QVERIFY(waitForAnalysis(window->workspace()));
    }
    [[nodiscard]] const std::vector<double>& factors() const { return window->workspace().analysis()->chosen->table.factors; }
    static QString pictureOf(const QString& model, const QString& view)
    {
        return QStringLiteral("encoding-") + model.section(QLatin1Char('/'), 1) + QLatin1Char('-') + view;
    }
    static bool isSettled(const QDockWidget& dock)
    {
        const auto figureOf = [](const QWidget* widget) { return dynamic_cast<const FigureSource*>(widget); };
        const QList<QWidget*> widgets = dock.findChildren<QWidget*>();
        return std::ranges::all_of(
            widgets, [&](const QWidget* widget) { return figureOf(widget) == nullptr || figureOf(widget)->isSettled(); });
    }

    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(EncodingsTest)
#include "encodings_test.moc"
