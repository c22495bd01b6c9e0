// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/file_places.h"

#include "ui/base/status_note.h"
#include "ui/base/text.h"
#include "ui/base/user_settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>
#include <initializer_list>

namespace rotascope {
namespace {

class FilePlaces {
    Q_DECLARE_TR_FUNCTIONS(rotascope::FilePlaces)
};

QString saveFolderKey()
{
    return QStringLiteral("saveFolder");
}

QString openFolderKey()
{
    return QStringLiteral("openFolder");
}

// The first of these folders that is there.
QString firstFolder(std::initializer_list<QString> folders)
{
    for (const QString& folder : folders) {
        if (!folder.isEmpty() && QFileInfo(folder).isDir()) {
            return folder;
        }
    }
    return QDir::homePath();
}

QString documents()
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

} // namespace

QString placeToSave(const QString& name)
{
    return placeToSave(name, userSetting(saveFolderKey()).toString());
}

QString placeToSave(const QString& name, const QString& folder)
{
    return QDir(firstFolder({folder, documents()})).filePath(name);
}

void rememberPlace(const QString& file)
{
    keepUserSetting(saveFolderKey(), QFileInfo(file).absolutePath());
}

void noteSaved(QWidget* from, const QString& file)
{
    rememberPlace(file);
    noteInStatusBar(from, FilePlaces::tr("Saved %1").arg(visible(file)));
}

QString askWhereToSave(QWidget* parent, const QString& title, const QString& name, const QString& filters, QString* chosen)
{
    return QFileDialog::getSaveFileName(parent, title, QDir::isAbsolutePath(name) ? name : placeToSave(name), filters, chosen);
}

QString placeToOpen()
{
    return firstFolder({userSetting(openFolderKey()).toString(), userSetting(saveFolderKey()).toString(), documents()});
}

void rememberOpenPlace(const QString& file)
{
    keepUserSetting(openFolderKey(), QFileInfo(file).absolutePath());
}

QString askWhatToOpen(QWidget* parent, const QString& title, const QString& filters)
{
    QString file = QFileDialog::getOpenFileName(parent, title, placeToOpen(), filters);
    if (!file.isEmpty()) {
        rememberOpenPlace(file);
    }
    return file;
}

} // namespace rotascope
