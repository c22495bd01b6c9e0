// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/comparison_order.h"

#include "ui/base/preferences.h"

#include <QCoreApplication>
#include <QMap>
#include <algorithm>
#include <array>

namespace rotascope {
namespace {

class Order {
    Q_DECLARE_TR_FUNCTIONS(ComparisonOrder)
};

// In sessions and in the user's settings: they stay.
constexpr std::array<const char*, ComparisonOrder::interpolated + 1> ids
    = {"", "mean", "unseen", "greatest", "greatestAt", "neverTurning", "reach", "near", "far", "interpolated"};

QString idOf(int column)
{
    return QString::fromLatin1(ids.at(static_cast<std::size_t>(column)));
}

// Among the columns that the user wants to see, beside those of the table of dimensions.
QString settingOf(int column)
{
    return QStringLiteral("methods.") + idOf(column);
}

QString titleOf(int column)
{
    return column == ReadingsModel::Name          ? Order::tr("usual order")
        : column == ComparisonOrder::interpolated ? Order::tr("interpolated components")
                                                  : ReadingsModel::titleOf(column);
}

} // namespace

ComparisonOrder ComparisonOrder::clicked(int header) const
{
    if (header == ReadingsModel::Name || (header == column && isDescending)) {
        return {};
    }
    return {header, header == column};
}

QString ComparisonOrder::text() const
{
    return (isDescending ? QStringLiteral("-") : QString()) + idOf(column);
}

ComparisonOrder ComparisonOrder::of(const QString& text)
{
    const bool isDescending = text.startsWith(QLatin1Char('-'));
    const QString id = text.mid(isDescending ? 1 : 0);
    const auto* const found = std::ranges::find(ids, id, [](const char* one) { return QString::fromLatin1(one); });
    return found == ids.begin() || found == ids.end() ? ComparisonOrder{}
                                                      : ComparisonOrder{static_cast<int>(found - ids.begin()), isDescending};
}

std::vector<int> wantedReadings()
{
    const QMap<QString, bool>& wanted = Preferences::instance().columns();
    std::vector<int> columns;
    for (int column = ReadingsModel::Unseen; column < ReadingsModel::ColumnCount; ++column) {
        if (wanted.value(settingOf(column), false)) {
            columns.push_back(column);
        }
    }
    return columns;
}

std::vector<CommandEntry> comparisonColumnEntries()
{
    std::vector<CommandEntry> entries;
    const std::vector<int> wanted = wantedReadings();
    for (int column = ReadingsModel::Unseen; column < ReadingsModel::ColumnCount; ++column) {
        const bool isShown = std::ranges::find(wanted, column) != wanted.end();
        entries.push_back({.text = ReadingsModel::titleOf(column),
            .run = [id = settingOf(column), isShown] { Preferences::instance().setColumn(id, !isShown); },
            .toolTip = ReadingsModel::explanationOf(column),
            .isChecked = isShown});
    }
    return entries;
}

std::vector<CommandEntry> comparisonOrderEntries(const ComparisonOrder& order, const std::function<void(const ComparisonOrder&)>& set)
{
    std::vector<int> columns = {ReadingsModel::Name, ReadingsModel::Disturbance, ComparisonOrder::interpolated};
    std::ranges::copy(wantedReadings(), std::back_inserter(columns));
    std::vector<CommandEntry> entries;
    entries.reserve(columns.size());
    for (const int column : columns) {
        entries.push_back({.text = titleOf(column), .run = [=] { set(order.clicked(column)); }, .isChecked = column == order.column});
    }
    return entries;
}

} // namespace rotascope
