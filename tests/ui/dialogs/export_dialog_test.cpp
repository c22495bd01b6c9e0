// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/export_dialog.h"

#include "core/exchange/csv_table.h"
#include "tests/ui/ui_test.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>

using namespace rotascope;
using namespace rotascope::uitest;

class ExportDialogTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        workspace = analysedWorkspace();
        QVERIFY(workspace);
        dialog = std::make_unique<ExportDialog>(documentOfChosen(workspace->analysis()));
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
    }

    void showsWhatItWrites()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("table.csv"));
        QVERIFY(dialog->saveTo(file));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray text = written.readAll();
        QCOMPARE(QString::fromUtf8(text), preview());
        const auto table = parseCsvTable(text.toStdString(), "table.csv");
        QVERIFY(table);
        QVERIFY(table->table == workspace->analysis()->chosen->table);
    }

    void everyFormatHasAPreview()
    {
        auto* format = dialog->findChild<QComboBox*>(QStringLiteral("format"));
        for (int i = 0; i < format->count(); ++i) {
            format->setCurrentIndex(i);
            if (exportFormats()[static_cast<std::size_t>(i)]->intoRequired) {
                QVERIFY(preview().isEmpty()); // the message asks for the file
                continue;
            }
            QVERIFY(preview().size() > 500);
            if (exportFormats()[static_cast<std::size_t>(i)]->name == "transformers") {
                QVERIFY(preview().contains(QStringLiteral("\"rope_parameters\"")));
            }
        }
    }

    void copies()
    {
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("copy")), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), preview());
    }

    void saysWhatCouldNotBeWritten()
    {
        QVERIFY(!dialog->saveTo(QStringLiteral("/no/such/folder/table.csv")));
        QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("message"))
                    ->text()
                    .contains(QStringLiteral("/no/such/folder/table.csv: cannot be written")));
    }

private:
    QString preview() { return dialog->findChild<QPlainTextEdit*>(QStringLiteral("preview"))->toPlainText(); }

    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<ExportDialog> dialog;
};

QTEST_MAIN(ExportDialogTest)
#include "export_dialog_test.moc"
