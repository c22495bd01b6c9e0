// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace rotascope {

/// The files that were opened last, the newest first; kept in the user's settings.
QStringList recentFiles();
/// Puts a file at the head of them; at most 8 stay.
void rememberRecentFile(const QString& file);
/// Takes files out of them.
void forgetRecentFiles(const QStringList& files);

} // namespace rotascope
