// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/word_filter.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <algorithm>

namespace rotascope {

void WordFilter::setWords(const QString& text)
{
    m_words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

bool WordFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    QString text;
    for (int column = 0; column < sourceModel()->columnCount(parent); ++column) {
        if (filterKeyColumn() < 0 || filterKeyColumn() == column) {
            text += sourceModel()->index(row, column, parent).data().toString() + QLatin1Char(' ');
        }
    }
    return std::ranges::all_of(m_words, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

SearchKeys::SearchKeys(QLineEdit* field, QAbstractItemView* list) : QObject(field), m_list(list)
{
    field->installEventFilter(this);
}

bool SearchKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace rotascope
