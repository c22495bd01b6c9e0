// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/whole_columns.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

namespace rotascope {

WholeColumns::WholeColumns(QTableView* table) : QObject(table), m_table(table)
{
    // By the view, its owner or the mouse.
    connect(table->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (!m_isFitting && width > 0) { // else it is being hidden
            keepWidths();
            m_widths.at(static_cast<std::size_t>(column)) = width;
        }
    });
    table->viewport()->installEventFilter(this);
}

void WholeColumns::keepWidths()
{
    const QHeaderView& header = *m_table->horizontalHeader();
    const auto known = static_cast<int>(m_widths.size());
    m_widths.resize(static_cast<std::size_t>(header.count()));
    for (int column = known; column < header.count(); ++column) {
        m_widths[static_cast<std::size_t>(column)] = header.sectionSize(column);
    }
}

void WholeColumns::fit()
{
    keepWidths();
    QHeaderView& header = *m_table->horizontalHeader();
    const int room = m_table->viewport()->width();
    std::vector<int> columns; // that are shown, from left to right
    int whole = 0; // how many have room
    int used = 0;
    for (int place = 0; place < header.count(); ++place) {
        const int column = header.logicalIndex(place);
        if (header.isSectionHidden(column)) {
            continue;
        }
        const int width = m_widths[static_cast<std::size_t>(column)];
        if (whole == static_cast<int>(columns.size()) && used + width <= room) {
            used += width;
            ++whole;
        }
        columns.push_back(column);
    }
    const bool areAll = whole == static_cast<int>(columns.size());
    const int spare = areAll || whole == 0 ? 0 : room - used;
    m_isFitting = true;
    for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
        const int more = i < whole ? spare * (i + 1) / whole - spare * i / whole : 0;
        const int column = columns[static_cast<std::size_t>(i)];
        header.resizeSection(column, m_widths[static_cast<std::size_t>(column)] + more);
    }
    m_isFitting = false;
}

int WholeColumns::widthOf(int column)
{
    keepWidths();
    return m_widths.at(static_cast<std::size_t>(column));
}

int WholeColumns::length() const
{
    int length = 0;
    for (std::size_t column = 0; column < m_widths.size(); ++column) {
        length += m_table->isColumnHidden(static_cast<int>(column)) ? 0 : m_widths[column];
    }
    return length;
}

bool WholeColumns::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize) {
        fit();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace rotascope
