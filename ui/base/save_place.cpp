// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/save_place.h"

#include "ui/base/user_settings.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace rotascope {
namespace {

QString folderKey()
{
    return QStringLiteral("saveFolder");
}

} // namespace

QString placeToSave(const QString& name)
{
    const QString last = userSetting(folderKey()).toString();
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    for (const QString& folder : {last, documents}) {
        if (!folder.isEmpty() && QFileInfo(folder).isDir()) {
            return QDir(folder).filePath(name);
        }
    }
    return QDir::home().filePath(name);
}

void rememberPlace(const QString& file)
{
    keepUserSetting(folderKey(), QFileInfo(file).absolutePath());
}

QString askWhereToSave(QWidget* parent, const QString& title, const QString& name, const QString& filters, QString* chosen)
{
    QString file
        = QFileDialog::getSaveFileName(parent, title, QDir::isAbsolutePath(name) ? name : placeToSave(name), filters, chosen);
    if (!file.isEmpty()) {
        rememberPlace(file);
    }
    return file;
}

} // namespace rotascope
