// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does with an HDF5 file that is no recording.
#include "ui/window/structure_dialog.h"

#include "tests/ui/window/shown_window.h"
#include "ui/base/message_bar.h"
#include "ui/views/structure_outline.h"
#include "ui/workspace/structure_loader.h"

#include <QFile>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTreeView>

using namespace rotascope;
using namespace rotascope::uitest;

class StructureDialogTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        window = shownWindow();
        QVERIFY(window);
        QVERIFY(folder.isValid());
    }

    void anHdf5FileThatIsNoRecordingShowsItsStructure()
    {
        const QString file = folder.filePath(QStringLiteral("other.h5"));
        QVERIFY(write(file, QByteArrayLiteral("rotascope-recording"), QByteArrayLiteral("somebodys-recording")));
        QSignalSpy failed(window.get(), &MainWindow::openFailed);
        window->openFile(file);
        QTRY_COMPARE(failed.size(), 1);
        const QString message = window->messageBar().message();
        QVERIFY2(message.contains(QStringLiteral("attribute \"format\" is \"somebodys-recording\"; expected \"rotascope-recording\"")),
            qPrintable(message));
        QVERIFY(button().isVisible());
        QCOMPARE(button().text(), QStringLiteral("Show its structure"));
        keepPicture(*window, QStringLiteral("structure-offered"));
        QTest::mouseClick(&button(), Qt::LeftButton);
        const QPointer<StructureDialog> dialog = window->findChild<StructureDialog*>();
        QVERIFY(dialog);
        QCOMPARE(dialog->windowTitle(), QStringLiteral("Structure of other.h5"));
        QTRY_VERIFY(dialog->findChild<StructureOutline*>()->loader().structure());
        QVERIFY(dialog->findChild<QTreeView*>()->isVisible());
        keepPicture(*dialog, QStringLiteral("structure-dialog-light"));
        inTheDark([&] { keepPicture(*dialog, QStringLiteral("structure-dialog-dark")); });
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
    }

    // There is nothing to show of a file that is no HDF5 file, or of none.
    void otherFilesOfferNothing()
    {
        const QString text = folder.filePath(QStringLiteral("text.h5"));
        QVERIFY(write(text, QByteArrayLiteral("HDF"), QByteArrayLiteral("hdf")));
        for (const QString& file : {text, folder.filePath(QStringLiteral("missing.h5"))}) {
            QSignalSpy failed(window.get(), &MainWindow::openFailed);
            window->openFile(file);
            QTRY_COMPARE(failed.size(), 1);
            QVERIFY(window->messageBar().isVisible());
            QVERIFY(!button().isVisible());
        }
    }

private:
    QPushButton& button() { return *window->messageBar().findChild<QPushButton*>(QStringLiteral("messageAction")); }

    // The sample, with something replaced.
    static bool write(const QString& name, const QByteArray& before, const QByteArray& after)
    {
        QFile sample(samplePath());
        QFile file(name);
        return sample.open(QIODevice::ReadOnly) && file.open(QIODevice::WriteOnly)
            && file.write(sample.readAll().replace(before, after)) > 0;
    }

    QTemporaryDir folder;
    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(StructureDialogTest)
#include "structure_dialog_test.moc"
