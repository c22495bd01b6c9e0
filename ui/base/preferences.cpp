// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/preferences.h"

#include "ui/base/number_text.h"
#include "ui/base/user_settings.h"

#include <QStringList>
#include <algorithm>
#include <array>
#include <utility>

namespace rotascope {
namespace {

// Names in the settings' file stay, whatever becomes of the order of the enumerators.
constexpr std::array unitNames = {"degrees", "radians", "turns"};
constexpr std::array themeNames = {"system", "light", "dark"};
constexpr std::array mapNames = {"viridis", "cividis", "grey"};

QString keyOf(const char* name)
{
    return QStringLiteral("preferences/") + QLatin1String(name);
}

template <class Choice, std::size_t count> void read(const char* name, const std::array<const char*, count>& names, Choice& value)
{
    const QString kept = userSetting(keyOf(name)).toString();
    const auto found = std::ranges::find_if(names, [&](const char* one) { return kept == QLatin1String(one); });
    if (found != names.end()) {
        value = static_cast<Choice>(found - names.begin());
    }
}

void read(const char* name, Language& value)
{
    value = languageOf(userSetting(keyOf(name)).toString()).value_or(value);
}

void read(const char* name, int& value)
{
    bool isNumber = false;
    const int kept = userSetting(keyOf(name)).toInt(&isNumber);
    value = isNumber ? kept : value;
}

void read(const char* name, QString& value)
{
    const QVariant kept = userSetting(keyOf(name));
    value = kept.isValid() ? kept.toString() : value;
}

PreferenceValues keptValues()
{
    PreferenceValues values;
    read("angleUnit", unitNames, values.angleUnit);
    read("theme", themeNames, values.theme);
    read("mapColors", mapNames, values.mapColors);
    read("language", values.language);
    read("digits", values.digits);
    read("engine", values.engine);
    read("threads", values.threads);
    read("cacheFolder", values.cacheFolder);
    read("cacheMegabytes", values.cacheMegabytes);
    values.columns = columnsOf(userSetting(keyOf("columns")).toStringList().join(QLatin1Char(' ')));
    return values;
}

void keep(const PreferenceValues& values)
{
    keepUserSetting(keyOf("angleUnit"), QLatin1String(unitNames.at(static_cast<std::size_t>(values.angleUnit))));
    keepUserSetting(keyOf("theme"), QLatin1String(themeNames.at(static_cast<std::size_t>(values.theme))));
    keepUserSetting(keyOf("mapColors"), QLatin1String(mapNames.at(static_cast<std::size_t>(values.mapColors))));
    keepUserSetting(keyOf("language"), QLatin1String(codeOf(values.language)));
    keepUserSetting(keyOf("digits"), values.digits);
    keepUserSetting(keyOf("engine"), values.engine);
    keepUserSetting(keyOf("threads"), values.threads);
    keepUserSetting(keyOf("cacheFolder"), values.cacheFolder);
    keepUserSetting(keyOf("cacheMegabytes"), values.cacheMegabytes);
    keepUserSetting(keyOf("columns"), textOf(values.columns).split(QLatin1Char(' '), Qt::SkipEmptyParts));
}

PreferenceValues withinLimits(PreferenceValues values)
{
    values.digits = std::clamp(values.digits, fewestDigits, mostDigits);
    values.threads = std::clamp(values.threads, 0, mostThreads);
    values.cacheMegabytes = std::clamp(values.cacheMegabytes, 0, mostCacheMegabytes);
    return values;
}

} // namespace

QString textOf(const QMap<QString, bool>& columns)
{
    QStringList texts;
    for (auto column = columns.begin(); column != columns.end(); ++column) {
        texts << (*column ? QLatin1Char('+') : QLatin1Char('-')) + column.key();
    }
    return texts.join(QLatin1Char(' '));
}

QMap<QString, bool> columnsOf(const QString& text)
{
    QMap<QString, bool> columns;
    for (const QString& one : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        columns.insert(one.mid(1), one.startsWith(QLatin1Char('+')));
    }
    return columns;
}

Preferences& Preferences::instance()
{
    static Preferences preferences;
    return preferences;
}

void Preferences::set(PreferenceValues values)
{
    values = withinLimits(std::move(values));
    if (values == m_values) {
        return;
    }
    const PreferenceValues before = std::exchange(m_values, std::move(values));
    if (m_areKept) {
        keep(m_values);
    }
    setShownDigits(m_values.digits);
    if (m_values.theme != before.theme) {
        applyTheme(m_values.theme);
    }
    emit changed();
}

void Preferences::setColumn(const QString& id, bool isShown)
{
    if (m_ofSession) {
        m_ofSession->insert(id, isShown);
        emit changed();
        return;
    }
    PreferenceValues values = m_values;
    values.columns[id] = isShown;
    set(values);
}

void Preferences::useColumnsOfSession(const std::optional<QMap<QString, bool>>& columns)
{
    if (m_ofSession != columns) {
        m_ofSession = columns;
        emit changed();
    }
}

void Preferences::beginKeeping()
{
    m_areKept = false; // what was read is not written again
    set(keptValues());
    m_areKept = true;
}

Language Preferences::keptLanguage()
{
    Language language = Language::System;
    read("language", language);
    return language;
}

} // namespace rotascope
