// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>
#include <QStringList>

namespace rotascope {

/// A text as the search sees it, of the same length: small letters, those of Japanese keyboards (Ａ) as ours, and ′ for the ' of keyboards.
QString foldedForSearch(const QString& text);

/// What is typed as folded words: cut at spaces, also at those of Japanese.
QStringList searchWords(const QString& typed);

/// Finds a word anywhere in a folded text, as a part of a longer one too: Japanese has no spaces between words, and Korean appends to them.
/// Beside such letters a space of the text may be missing in the word, as some write it.
QRegularExpression searchPattern(const QString& word);

/// The words less strictly, for where they are not found as they are: Japanese ones without what joins them (周波数の外挿: 周波数, 外挿)
/// and without a long vowel at their end (パラメーター: パラメータ), Korean ones without the particle at their end (주파수를: 주파수).
/// Words of other languages stay.
QStringList looserWords(const QStringList& words);

/// Whether a line break between two lines of a paragraph is no space: beside Japanese letters and marks.
bool joinsWithoutSpace(const QString& line, const QString& next);

} // namespace rotascope
