// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/structure_view.h"

#include "core/report/structure_text.h"
#include "tests/ui/ui_test.h"
#include "ui/models/structure_model.h"
#include "ui/workspace/structure_loader.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QTemporaryDir>
#include <QTreeView>

using namespace rotascope;
using namespace rotascope::uitest;

class StructureViewTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<StructureView> m_view;

    QTreeView& tree() { return *m_view->findChild<QTreeView*>(); }
    QString message() { return m_view->findChild<QLabel*>(QStringLiteral("structureMessage"))->text(); }
    void show(const std::shared_ptr<const Source>& source)
    {
        m_view.reset();
        m_workspace = std::make_unique<Workspace>(makeCpuEngine());
        if (source) {
            adopt(*m_workspace, source);
        }
        m_view = std::make_unique<StructureView>(m_workspace.get());
        m_view->resize(760, 460);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void showSample()
    {
        const auto opened = openRecording(samplePath().toStdString());
        QVERIFY(opened);
        show(*opened);
        QTRY_VERIFY(m_view->loader().structure());
    }
    QModelIndex indexOf(const QString& name)
    {
        const QModelIndexList found = tree().model()->match(tree().model()->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchRecursive);
        return found.isEmpty() ? QModelIndex() : found.front();
    }

private slots:
    void listsTheRecordingWhenItIsLookedAt()
    {
        const auto opened = openRecording(samplePath().toStdString());
        QVERIFY(opened);
        m_workspace = std::make_unique<Workspace>(makeCpuEngine());
        adopt(*m_workspace, *opened);
        m_view = std::make_unique<StructureView>(m_workspace.get());
        QTest::qWait(50);
        QVERIFY(!m_view->loader().structure()); // not seen yet
        m_view->resize(760, 460);
        m_view->show();
        QTRY_VERIFY(m_view->loader().structure());
        const QAbstractItemModelTester tester(tree().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(message().isEmpty());
        const QModelIndex angles = indexOf(QStringLiteral("angles"));
        QVERIFY(angles.isValid());
        QCOMPARE(angles.siblingAtColumn(StructureModel::Type).data().toString(), QStringLiteral("float32"));
        QCOMPARE(angles.siblingAtColumn(StructureModel::Shape).data().toString(), QStringLiteral("4096 x 64"));
        QVERIFY(angles.siblingAtColumn(StructureModel::Details).data().toString().contains(QStringLiteral("shuffle, gzip ")));
        QCOMPARE(angles.parent().data().toString(), QStringLiteral("main"));
        QVERIFY(tree().isExpanded(angles.parent()));
        const QModelIndex format = indexOf(QStringLiteral("format"));
        QCOMPARE(format.siblingAtColumn(StructureModel::Details).data().toString(), QStringLiteral("\"rotascope-recording\""));
        QVERIFY(format.data(Qt::FontRole).value<QFont>().italic());
        keepPicture(*m_view, QStringLiteral("structure-light"));
        inTheDark([this] { keepPicture(*m_view, QStringLiteral("structure-dark")); });
    }

    void copiesTheLinesThatTheCommandLinePrints()
    {
        showSample();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        tree().setFocus();
        QTest::keyClick(&tree(), Qt::Key_Down);
        QTest::keyClick(&tree(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&tree(), Qt::Key_C, Qt::ControlModifier);
        const FileStructure& structure = *m_view->loader().structure();
        const std::string two = lineOf(structure.items[1]) + "\n" + lineOf(structure.items[2]) + "\n";
        QCOMPARE(QApplication::clipboard()->text().toStdString(), two);

        emit tree().customContextMenuRequested({10, 10});
        auto* menu = m_view->findChild<QMenu*>();
        QVERIFY(menu);
        QTRY_VERIFY(menu->isVisible());
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(menu->actions()[1]).center());
        QCOMPARE(QApplication::clipboard()->text().toStdString(), outlineOf(structure));
    }

    void otherSourcesAreToldWhatIsMissing()
    {
        for (const auto& source : {std::shared_ptr<const Source>(), llama2()}) {
            show(source);
            QCOMPARE(message(), QStringLiteral("Open a recording to see its groups, datasets and attributes."));
            QVERIFY(tree().isHidden());
        }
        keepPicture(*m_view, QStringLiteral("structure-none"));
    }

    void anotherRopeOfTheFileKeepsTheOutline()
    {
        const QString file = QStringLiteral(ROTASCOPE_SOURCE_DIR "/resources/samples/gemma-3-1b-4096.h5");
        const auto global = openRecording(file.toStdString(), "global");
        const auto local = openRecording(file.toStdString(), "local");
        QVERIFY(global && local);
        show(*global);
        QTRY_VERIFY(m_view->loader().structure());
        const auto listed = m_view->loader().structure();
        tree().collapseAll();
        adopt(*m_workspace, *local);
        QCOMPARE(m_view->loader().structure(), listed);
        QVERIFY(!tree().isExpanded(tree().model()->index(0, 0)));
        adopt(*m_workspace, llama2());
        QVERIFY(!m_view->loader().structure());
    }

    void namesCannotDisguiseThemselves()
    {
        auto structure = std::make_shared<FileStructure>();
        structure->items = {{.depth = 0, .name = "/"}, {.depth = 1, .name = "<b>a</b>\n\xff", .note = "leads to \u202Ehere"}};
        StructureModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setStructure(structure);
        const QModelIndex item = model.index(0, 0, model.index(0, 0));
        QCOMPARE(item.data().toString(), QStringLiteral("<b>a</b>\\n\\xff"));
        QVERIFY(!Qt::mightBeRichText(item.data(Qt::ToolTipRole).toString())
            || item.data(Qt::ToolTipRole).toString().contains(QStringLiteral("&lt;b")));
        QCOMPARE(item.siblingAtColumn(StructureModel::Details).data().toString(), QStringLiteral("leads to \\u202ehere"));
        model.setStructure(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void whatCannotBeListedSaysWhy()
    {
        const QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("gone.h5"));
        QVERIFY(QFile::copy(samplePath(), copy));
        const auto opened = openRecording(copy.toStdString());
        QVERIFY(opened && QFile::remove(copy));
        show(*opened);
        QTRY_VERIFY(!m_view->loader().failure().isEmpty());
        QVERIFY2(message().contains(QStringLiteral("gone.h5")), qPrintable(message()));
        QVERIFY(tree().isHidden());
    }
};

QTEST_MAIN(StructureViewTest)
#include "structure_view_test.moc"
