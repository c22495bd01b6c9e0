// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/angle_unit.h"
#include "ui/base/color_maps.h"
#include "ui/base/language.h"
#include "ui/base/theme.h"

#include <QMap>
#include <QObject>
#include <QString>
#include <optional>

namespace rotascope {

/// What users choose once, for all that they open. None of it changes a number in a file.
struct PreferenceValues {
    AngleUnit angleUnit = AngleUnit::Degrees;
    Theme theme = Theme::System;
    Language language = Language::System; ///< of windows that are made from the next start on
    MapColors mapColors = MapColors::Viridis; ///< of heatmaps
    int digits = 4; ///< shownDigits()
    QString engine = QStringLiteral("auto"); ///< its name; it need not work here
    int threads = 0; ///< at most so many count; 0: one for each core
    QString
        cacheFolder; ///< where counts of large recordings are kept, in a folder of their own; empty: in the desktop's place for such files
    int cacheMegabytes = 256; ///< so much of them at most; 0: none are kept

    /// Columns of the table of dimensions, and of the comparison of methods ("methods.…"), by their ids, that the user wants to see (true)
    /// or not; the others are as these think best. A session may have others: Preferences::columns().
    QMap<QString, bool> columns;

    friend bool operator==(const PreferenceValues&, const PreferenceValues&) = default;
};

/// Such columns as one text, "+near -turns", and back.
QString textOf(const QMap<QString, bool>& columns);
QMap<QString, bool> columnsOf(const QString& text);

inline constexpr int fewestDigits = 2;
inline constexpr int mostDigits = 12;
inline constexpr int mostThreads = 1024;
inline constexpr int mostCacheMegabytes = 1 << 20;

/// The preferences of this program. What shows them, or depends on them, listens to changed(). The digits and the theme are applied here.
class Preferences : public QObject {
    Q_OBJECT

public:
    static Preferences& instance();

    [[nodiscard]] const PreferenceValues& values() const { return m_values; }
    /// What is out of its limits is brought within them.
    void set(PreferenceValues values);

    /// The columns that are shown: those of the session that is open, else the user's.
    [[nodiscard]] const QMap<QString, bool>& columns() const { return m_ofSession ? *m_ofSession : m_values.columns; }
    /// Shows a column or not, in the session that is open, else from now on everywhere.
    void setColumn(const QString& id, bool isShown);
    /// A session with columns of its own was opened; none: it was left.
    void useColumnsOfSession(const std::optional<QMap<QString, bool>>& columns);
    /// Reads what the user's settings hold, and keeps every change there from now on. Without it, the preferences are the defaults, as for
    /// pictures that must look the same everywhere.
    void beginKeeping();
    /// The language that the user's settings hold; known before there is a window, so that all of it is in that language.
    static Language keptLanguage();

signals:
    void changed();

private:
    Preferences() = default;

    PreferenceValues m_values;
    std::optional<QMap<QString, bool>> m_ofSession; ///< its columns
    bool m_areKept = false;
};

} // namespace rotascope
