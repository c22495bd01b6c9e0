// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSortFilterProxyModel>
#include <QStringList>

class QAbstractItemView;
class QLineEdit;

namespace rotascope {

/// Keeps the rows that have all the words that were typed, in any order, in the column of filterKeyColumn() (-1: in any).
class WordFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWords(const QString& text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
};

/// Lets the arrow keys choose in a list while one types in a field.
class SearchKeys : public QObject {
    Q_OBJECT

public:
    SearchKeys(QLineEdit* field, QAbstractItemView* list);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAbstractItemView* m_list;
};

} // namespace rotascope
