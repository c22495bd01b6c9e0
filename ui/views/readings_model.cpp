// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/readings_model.h"

#include "ui/base/number_text.h"
#include "ui/base/text.h"
#include "ui/commands/pin_commands.h"
#include "ui/manual/help.h"

#include <QFont>
#include <array>
#include <limits>

namespace rotascope {
namespace {

constexpr std::array<const char*, ReadingsModel::ColumnCount> terms
    = {"table", "mean-disturbance", "unseen", "disturbance", "dimension", "turns", "reach", "near", "near"};

} // namespace

void ReadingsModel::setReadings(std::shared_ptr<const TableReadings> readings)
{
    const bool hasSameRows = m_readings && readings && m_readings->tables.size() == readings->tables.size();
    if (!hasSameRows) {
        beginResetModel();
    }
    m_readings = std::move(readings);
    if (hasSameRows) { // so that the selection stays
        rewrite();
    } else {
        endResetModel();
    }
}

void ReadingsModel::rewrite()
{
    if (rowCount() > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

int ReadingsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_readings ? 0 : static_cast<int>(m_readings->tables.size());
}

int ReadingsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ReadingsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const TableReading& table = m_readings->tables[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Name ? nameOf(*m_readings, table) : textOf(table, index.column());
    case SortRole:
        return index.column() == Name ? static_cast<double>(index.row())
                                      : numberOf(table, index.column()).value_or(std::numeric_limits<double>::infinity());
    case Qt::TextAlignmentRole:
        return index.column() == Name ? QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter)
                                      : QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::FontRole:
        if (table.method.empty() && !table.pin) {
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        return {};
    default:
        return {};
    }
}

QVariant ReadingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(section);
    case Qt::ToolTipRole:
        return explanationOf(section);
    case Qt::WhatsThisRole:
        return termOf(section);
    default:
        return {};
    }
}

QString ReadingsModel::nameOf(const TableReadings& readings, const TableReading& table)
{
    if (table.pin) {
        return rotascope::titleOf(readings.analysis->settings.pins[*table.pin]);
    }
    const Expected<const Method*> method = findMethod(table.method);
    return method ? translatedLabel((*method)->label) : tr("Current table");
}

QString ReadingsModel::titleOf(int column)
{
    const std::array<QString, ColumnCount> titles = {tr("table"), tr("mean disturbance"), tr("unseen"), tr("greatest"), tr("at dimension"),
        tr("no full turn"), tr("reach"), tr("near"), tr("far")};
    return titles.at(static_cast<std::size_t>(column));
}

QString ReadingsModel::explanationOf(int column)
{
    switch (column) {
    case Name:
        return tr("The current table, the pinned tables, and the table of every method that has one");
    case Disturbance:
        return tr("The mean disturbance of all dimensions: what the paper's rule keeps small");
    case Unseen:
        return tr("The share of angles that lie in intervals which pre-training never visited");
    case Greatest:
        return tr("The greatest disturbance of a single dimension");
    case GreatestAt:
        return tr("The dimension that is disturbed most");
    case NeverTurning:
        return tr("Dimensions that do not complete a turn within L′");
    case Reach:
        return tr("The distance from which on similar keys are no longer preferred, in positions");
    case Near:
        return tr("How far the table moves the angles of neighbours (chord, 0 to 2): what it costs short texts");
    default:
        return tr("How far angles of far distances lie from those seen in pre-training (chord, 0 to 2)");
    }
}

QString ReadingsModel::termOf(int column)
{
    return termText(QString::fromLatin1(terms.at(static_cast<std::size_t>(column))));
}

std::optional<double> ReadingsModel::numberOf(const TableReading& table, int column)
{
    const SecondReadings& readings = table.readings;
    switch (column) {
    case Disturbance:
        return table.meanDisturbance;
    case Unseen:
        return readings.unseenShare;
    case Greatest:
        return readings.greatest;
    case GreatestAt:
        return static_cast<double>(readings.greatestAt.row());
    case NeverTurning:
        return readings.isOfAngles ? std::optional(static_cast<double>(readings.neverTurning)) : std::nullopt;
    case Reach:
        return readings.reach ? std::optional(static_cast<double>(*readings.reach)) : std::nullopt;
    case Near:
        return readings.isOfAngles ? std::optional(readings.near) : std::nullopt;
    case Far:
        return readings.isOfAngles ? std::optional(readings.far) : std::nullopt;
    default:
        return std::nullopt;
    }
}

QString ReadingsModel::textOf(const TableReading& table, int column)
{
    const std::optional<double> number = numberOf(table, column);
    switch (column) {
    case Disturbance:
    case Greatest:
    case Near:
    case Far:
        return number ? disturbanceColumnText(*number) : QStringLiteral("–");
    case Unseen:
        return percentText(*number);
    default:
        return number ? countText(static_cast<qlonglong>(*number)) : QStringLiteral("–");
    }
}

} // namespace rotascope
