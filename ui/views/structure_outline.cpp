// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/structure_outline.h"

#include "core/report/structure_text.h"
#include "ui/base/form.h"
#include "ui/base/number_text.h"
#include "ui/base/text.h"
#include "ui/models/structure_model.h"
#include "ui/workspace/structure_loader.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

namespace rotascope {
namespace {

constexpr int depthAtFirst = 2; // of the groups that are open

QString messageOf(const StructureLoader& loader, const QString& placeholder)
{
    if (!loader.failure().isEmpty()) {
        return loader.failure();
    }
    if (loader.structure()) {
        QStringList sentences;
        for (const Sentence& sentence : loader.structure()->leftOut) {
            sentences << translated(sentence);
        }
        return sentences.join(QLatin1Char(' '));
    }
    return loader.file().isEmpty() ? placeholder : StructureOutline::tr("The file is listed …");
}

} // namespace

StructureOutline::StructureOutline(QWidget* parent)
    : QWidget(parent), m_loader(new StructureLoader(this)), m_model(new StructureModel(this)), m_title(makeLabel({}, this)),
      m_tree(new QTreeView(this)), m_message(makeLabel({}, this))
{
    m_message->setObjectName(QStringLiteral("structureMessage"));
    m_message->setWordWrap(true);
    m_message->setFocusPolicy(Qt::StrongFocus); // for F1, and for those who are read to
    m_tree->setModel(m_model);
    m_tree->setAccessibleName(tr("Structure of the file"));
    m_tree->setAlternatingRowColors(true);
    m_tree->setUniformRowHeights(true); // 20,000 rows
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->installEventFilter(this);

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_message);
    layout->setSpacing(4);

    connect(m_loader, &StructureLoader::changed, this, &StructureOutline::refresh);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &StructureOutline::showMenu);
}

void StructureOutline::showFile(const QString& file, const QString& placeholder)
{
    m_placeholder = placeholder;
    m_loader->setFile(file);
}

// What is painted is looked at: a dock behind another's tab is not.
void StructureOutline::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    QMetaObject::invokeMethod(m_loader, &StructureLoader::look, Qt::QueuedConnection);
}

void StructureOutline::refresh()
{
    const auto& structure = m_loader->structure();
    m_model->setStructure(structure);
    m_title->setVisible(structure != nullptr);
    if (structure) {
        m_title->setText(
            tr("%1: %2 entries, %3 bytes")
                .arg(visible(QFileInfo(m_loader->file()).fileName()), countText(structure->items.size()), countText(structure->bytes)));
        m_tree->expandToDepth(depthAtFirst);
        for (int column = 0; column < StructureModel::Details; ++column) {
            m_tree->resizeColumnToContents(column);
            m_tree->setColumnWidth(column, std::min(m_tree->columnWidth(column), 48 * fontMetrics().averageCharWidth()));
        }
        m_tree->setCurrentIndex(m_model->index(0, 0));
    }
    const QString message = messageOf(*m_loader, m_placeholder);
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
    m_message->setAlignment(structure ? Qt::AlignLeft : Qt::AlignCenter);
    m_tree->setVisible(structure != nullptr);
    update(); // and so looked at
}

bool StructureOutline::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != m_tree || !isKey || !static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        return QWidget::eventFilter(watched, event);
    }
    event->accept(); // what is selected here is meant
    if (event->type() == QEvent::KeyPress) {
        copy(/*all=*/false);
    }
    return true;
}

// The lines that rotascope-cli prints: those that are selected, in the order in which they stand there.
void StructureOutline::copy(bool all)
{
    if (!m_loader->structure()) {
        return;
    }
    QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::internalId);
    std::string text;
    for (const QModelIndex& row : rows) {
        text += lineOf(m_model->itemAt(row)) + "\n";
    }
    QApplication::clipboard()->setText(fromUtf8(all ? outlineOf(*m_loader->structure()) : text));
}

void StructureOutline::showMenu(const QPoint& place)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy"), QKeySequence::Copy, this, [this] { copy(/*all=*/false); });
    menu->addAction(tr("Copy all as text"), this, [this] { copy(/*all=*/true); });
    menu->addSeparator();
    menu->addAction(tr("Expand all"), m_tree, &QTreeView::expandAll);
    menu->addAction(tr("Collapse all"), m_tree, &QTreeView::collapseAll);
    menu->popup(m_tree->viewport()->mapToGlobal(place));
}

} // namespace rotascope
