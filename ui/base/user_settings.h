// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

// What stays from one session to the next (the window's layout, recent files): rotascope/rotascope.conf in the user's configuration folder.
// The window works without it. Only this file is read (QSettings would read others, too), and only if it is a regular file: reading a
// pipe would wait for its writer forever.
namespace rotascope {

/// Not valid where there is none.
QVariant userSetting(const QString& key);
/// Does nothing where nothing can be kept.
void keepUserSetting(const QString& key, const QVariant& value);
/// A sentence that says why what was kept cannot be read, or nothing can be kept; empty: all is well.
QString userSettingsProblem();

} // namespace rotascope
