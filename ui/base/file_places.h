// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace rotascope {

/// A name as a path in the folder where the user saved last; before the first time, and where that is gone, in the user's documents. Not
/// beside what is open: that may be a sample, in a folder of the system.
QString placeToSave(const QString& name);
/// The same in this folder; in the documents where it is gone.
QString placeToSave(const QString& name, const QString& folder);
/// Saving begins in this file's folder from now on. For files that were written, not for those that could not be.
void rememberPlace(const QString& file);
/// The same, and the status bar of the window that `from` belongs to says that the file was saved.
void noteSaved(QWidget* from, const QString& file);
/// Asks for a file to save under, beginning with `name` in placeToSave(); a name with a path begins there. Empty: the user has thought
/// better of it. `filters` and `chosen` as QFileDialog has them.
QString askWhereToSave(QWidget* parent, const QString& title, const QString& name, const QString& filters, QString* chosen = nullptr);

/// Where a file to open is looked for: the folder of the last one that was chosen, else where the user saved last, else the documents.
QString placeToOpen();
/// Looking begins in this file's folder from now on.
void rememberOpenPlace(const QString& file);
/// Asks for a file to open, beginning in placeToOpen(), and remembers the place. Empty: the user has thought better of it.
QString askWhatToOpen(QWidget* parent, const QString& title, const QString& filters);

} // namespace rotascope
