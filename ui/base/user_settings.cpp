// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/user_settings.h"

#include "ui/base/text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLockFile>
#include <QSettings>
#include <QStandardPaths>
#include <memory>

namespace rotascope {
namespace {

QString settingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/rotascope/rotascope.conf");
}

bool isRegularOrMissing(const QString& file)
{
    const QFileInfo info(file);
    return info.isFile() || !info.exists();
}

// QSettings waits for its lock without end, as for one that a program on another computer left in a shared folder.
bool canBeLocked(const QString& file)
{
    constexpr int milliseconds = 500;
    const QString name = file + QStringLiteral(".lock");
    QLockFile lock(name);
    return !QFileInfo(QFileInfo(file).path()).exists() || (isRegularOrMissing(name) && lock.tryLock(milliseconds));
}

// Null where the file must not be opened.
std::unique_ptr<QSettings> openSettings()
{
    const QString file = settingsFile();
    return isRegularOrMissing(file) ? std::make_unique<QSettings>(file, QSettings::IniFormat) : nullptr;
}

class SettingsTexts {
    Q_DECLARE_TR_FUNCTIONS(UserSettings)
};

} // namespace

QVariant userSetting(const QString& key)
{
    const std::unique_ptr<QSettings> settings = openSettings();
    return settings ? settings->value(key) : QVariant();
}

void keepUserSetting(const QString& key, const QVariant& value)
{
    if (!canBeLocked(settingsFile())) {
        return;
    }
    if (const std::unique_ptr<QSettings> settings = openSettings()) {
        settings->setValue(key, value);
    }
}

QString userSettingsProblem()
{
    const std::unique_ptr<QSettings> settings = openSettings();
    const QString file = visible(settingsFile());
    if (!settings) {
        return SettingsTexts::tr("%1 is not a regular file: the layout of the window and recent files are not kept.").arg(file);
    }
    if (!canBeLocked(settingsFile())) {
        return SettingsTexts::tr("%1 is locked, by %1.lock: the layout of the window and recent files are not kept.").arg(file);
    }
    if (!settings->isWritable()) {
        return SettingsTexts::tr("%1 cannot be written: the layout of the window and recent files are not kept.").arg(file);
    }
    static_cast<void>(settings->allKeys()); // sections are read when they are asked for
    if (settings->status() == QSettings::FormatError) {
        return SettingsTexts::tr("%1 is damaged: the layout of the window and recent files begin anew.").arg(file);
    }
    return {};
}

} // namespace rotascope
