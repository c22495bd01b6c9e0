// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/choice_commands.h"

#include <QStyledItemDelegate>

namespace rotascope {

/// Draws and edits the dimension table: the choice as three segments E | I | A of which one is filled (the whole segment
/// reacts to a click), a dot for rows that were set by hand and "≈" for near ties; the factor with a number editor.
class DimensionDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;

    /// The width of a choice cell.
    static int choiceWidth();
    /// The rectangle of a segment in a choice cell.
    static QRect segmentRect(const QRect& cell, ChoiceAction action);

signals:
    void choiceClicked(const QModelIndex& index, rotascope::ChoiceAction action);
    /// A text was typed as the factor of a row; it need not be a number.
    void factorTyped(const QModelIndex& index, const QString& text) const;
};

} // namespace rotascope
