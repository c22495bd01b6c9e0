// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <array>
#include <optional>

namespace rotascope {

/// The language of texts on the screen. System: that of the desktop if it is one of these, else English.
enum class Language { System, English, Japanese, Korean };

inline constexpr std::array allLanguages = {Language::System, Language::English, Language::Japanese, Language::Korean};

/// As settings and the command line name it: "system", "en", "ja", "ko".
const char* codeOf(Language language);
std::optional<Language> languageOf(const QString& code);
/// In the language itself, for those who read no other: "日本語". Of System: which that is here, "English".
QString nameOf(Language language);

/// From now on texts are translated into this language, those of Qt's own dialogs as well, and numbers on the screen are written as is
/// usual there (QLocale()); the desktop's own notation stays where it is of the same language. Texts that are shown already stay, so call
/// it before windows are made. Files have English names and C's numbers in every language.
void useLanguage(Language language);
/// The last one that was used; English before.
Language usedLanguage();

} // namespace rotascope
