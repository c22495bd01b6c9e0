// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QStringList>
#include <QTranslator>
#include <algorithm>

namespace rotascope {
namespace {

struct LanguageEntry {
    const char* code;
    const char* name;
    QLocale::Language locale;
};

constexpr std::array<LanguageEntry, allLanguages.size()> entries = {{{"system", "", QLocale::AnyLanguage},
    {"en", "English", QLocale::English}, {"ja", "日本語", QLocale::Japanese}, {"ko", "한국어", QLocale::Korean}}};

Language& used()
{
    static Language language = Language::English;
    return language;
}

const LanguageEntry& entryOf(Language language)
{
    return entries.at(static_cast<std::size_t>(language));
}

// The first of the languages that the desktop's user reads that is one of ours.
Language languageOfDesktop()
{
    for (const QString& tag : QLocale::system().uiLanguages()) {
        const std::optional<Language> language = languageOf(tag.section(QLatin1Char('-'), 0, 0));
        if (language && *language != Language::System) {
            return *language;
        }
    }
    return Language::English;
}

// How numbers are written. A desktop's user of a fourth language reads English texts, with the own numbers.
QLocale localeOf(Language language)
{
    const QLocale system = QLocale::system();
    const QLocale::Language wanted = entryOf(language == Language::System ? languageOfDesktop() : language).locale;
    const bool isFourth = language == Language::System && wanted == QLocale::English;
    return isFourth || system.language() == wanted ? system : QLocale(wanted);
}

void removeTranslators(const QString& name)
{
    for (QTranslator* translator : QCoreApplication::instance()->findChildren<QTranslator*>(name)) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
}

void addTranslator(const QString& name, const QString& file, const QString& folder)
{
    auto* translator = new QTranslator(QCoreApplication::instance());
    translator->setObjectName(name);
    if (translator->load(file, folder)) {
        QCoreApplication::installTranslator(translator);
    }
}

} // namespace

const char* codeOf(Language language)
{
    return entryOf(language).code;
}

std::optional<Language> languageOf(const QString& code)
{
    const auto* const found = std::ranges::find_if(entries, [&](const LanguageEntry& entry) { return code == QLatin1String(entry.code); });
    return found == entries.end() ? std::nullopt : std::optional(allLanguages.at(static_cast<std::size_t>(found - entries.begin())));
}

QString nameOf(Language language)
{
    return QString::fromUtf8(entryOf(language == Language::System ? languageOfDesktop() : language).name);
}

Language usedLanguage()
{
    return used();
}

void useLanguage(Language language)
{
    used() = language;
    QLocale::setDefault(localeOf(language));
    const QString name = QStringLiteral("rotascopeTranslator");
    removeTranslators(name);
    const Language texts = language == Language::System ? languageOfDesktop() : language;
    if (texts == Language::English) {
        return;
    }
    const QString ending = QLatin1Char('_') + QLatin1String(codeOf(texts));
    addTranslator(name, QStringLiteral("qtbase") + ending, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    for (const QString& part : {QStringLiteral("core"), QStringLiteral("rotascope")}) {
        addTranslator(name, part + ending, QStringLiteral(":/translations"));
    }
}

} // namespace rotascope
