// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

// What tests of the manual take from its texts and from the window's.
namespace rotascope::uitest {

/// Every match of the first group in a text.
inline QStringList allOf(const QString& pattern, const QString& text)
{
    QStringList found;
    for (const QRegularExpressionMatch& match : QRegularExpression(pattern).globalMatch(text)) {
        found << match.captured(1);
    }
    return found;
}

/// "Menu ► Entry" of all that a page names.
inline QStringList namedMenuPaths(const QString& markdown)
{
    return allOf(QStringLiteral("\\*\\*([^*]* ► [^*]*)\\*\\*"), QString(markdown).replace(QLatin1Char('\n'), QLatin1Char(' ')));
}

/// "Menu ► Entry" of all that a menu bar has, without marks.
inline QSet<QString> menuPaths(const QMenuBar& bar)
{
    QSet<QString> paths;
    const auto plain = [](const QString& text) {
        static const QRegularExpression key(QStringLiteral("\\(&.\\)|&|…"));
        return text.section(QLatin1Char('\t'), 0, 0).section(QLatin1Char(':'), 0, 0).remove(key);
    };
    for (const QAction* menu : bar.actions()) {
        for (const QAction* entry : menu->menu()->actions()) {
            paths.insert(QStringLiteral("%1 ► %2").arg(plain(menu->text()), plain(entry->text())));
        }
    }
    return paths;
}

} // namespace rotascope::uitest
