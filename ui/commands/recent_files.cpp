// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/recent_files.h"

#include "ui/base/user_settings.h"

namespace rotascope {
namespace {

constexpr int maxFiles = 8;

QString key()
{
    return QStringLiteral("recentFiles");
}

} // namespace

QStringList recentFiles()
{
    return userSetting(key()).toStringList();
}

void rememberRecentFile(const QString& file)
{
    QStringList files = recentFiles();
    files.removeAll(file);
    files.prepend(file);
    keepUserSetting(key(), QStringList(files.mid(0, maxFiles)));
}

void forgetRecentFiles(const QStringList& files)
{
    QStringList kept = recentFiles();
    kept.removeIf([&](const QString& file) { return files.contains(file); });
    keepUserSetting(key(), kept);
}

} // namespace rotascope
