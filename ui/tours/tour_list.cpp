// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tours/tour_list.h"

#include "ui/base/language.h"
#include "ui/base/number_text.h"
#include "ui/base/text.h"
#include "ui/base/user_settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <algorithm>

namespace rotascope {
namespace {

class TourList {
    Q_DECLARE_TR_FUNCTIONS(TourList)
};

QString shippedFolder()
{
    return QStringLiteral(":/tours");
}

QString keyOf(const Tour& tour)
{
    return QStringLiteral("tours/") + QString::fromStdString(tour.id);
}

TourEntry entryOf(const QString& file)
{
    const Expected<Tour> tour = openTour(file);
    return tour ? TourEntry{file, textOf(tour->title), textOf(tour->summary), placeInTour(*tour)}
                : TourEntry{file, visible(QFileInfo(file).fileName()), translated(tour.error().message)};
}

} // namespace

QString TourEntry::listedTitle() const
{
    return resumesAt > 0 ? TourList::tr("%1 (go on at step %2)").arg(title, countText(resumesAt + 1)) : title;
}

QString folderOfOwnTours()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/rotascope/tours");
}

std::vector<TourEntry> tours()
{
    constexpr qsizetype mostOwn = 50; // a menu
    std::vector<TourEntry> entries;
    for (const char* const name : {"lesson", "landscape", "llama-3-1", "record", "ten-keys"}) {
        entries.push_back(entryOf(QStringLiteral("%1/%2.json").arg(shippedFolder(), QLatin1String(name))));
    }
    const QStringList own = QDir(folderOfOwnTours()).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString& name : own.first(std::min(own.size(), mostOwn))) {
        entries.push_back(entryOf(QDir(folderOfOwnTours()).filePath(name)));
    }
    return entries;
}

Expected<Tour> openTour(const QString& file)
{
    if (!file.startsWith(shippedFolder())) {
        return readTour(file.toStdString());
    }
    QFile shipped(file);
    const QByteArray text = shipped.open(QIODevice::ReadOnly) ? shipped.readAll() : QByteArray();
    return parseTour(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), file.toStdString());
}

// As it is: a card shows plain text, and a line of the list keeps to one.
QString textOf(const TourText& text)
{
    return visible(text.in(codeOf(usedLanguage())));
}

std::size_t placeInTour(const Tour& tour)
{
    const qulonglong kept = userSetting(keyOf(tour)).toULongLong();
    return kept < tour.steps.size() ? static_cast<std::size_t>(kept) : 0;
}

void keepPlaceInTour(const Tour& tour, std::size_t step)
{
    keepUserSetting(keyOf(tour), static_cast<qulonglong>(step));
}

} // namespace rotascope
