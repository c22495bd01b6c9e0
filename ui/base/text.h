// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sentence.h"

#include <QString>
#include <string_view>

namespace rotascope {

/// The text of core (names, labels, formulas), which is UTF-8 and need not end in a null.
inline QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// What the window shows of text from outside: a name in a file, a file's name, a message that quotes one. It goes through visible() where
// it comes in, and into labels that take no markup (makeLabel()), through asToolTip() or, within rich text of our own,
// QString::toHtmlEscaped().

/// visibleText() of core: one line that no name can end or turn round.
QString visible(std::string_view text);
QString visible(const QString& text);

/// A sentence of core in the user's language, with its numbers in the user's notation; visible(), because names from outside stand in it.
QString translated(const Sentence& sentence);
/// A label of core, a text that it marks (Sentence::marked).
QString translatedLabel(std::string_view marked);

/// A tool tip that shows the text as it is: Qt takes for HTML what looks like it.
QString asToolTip(const QString& text);

/// A menu entry's or a button's text: there a single & marks the letter that chooses it.
QString asMenuText(QString text);
/// A menu entry's or a button's text as it is read: "Open…" of "&Open…", "開く…" of "開く(&O)…", "R&D" of "R&&D".
QString withoutKeyMark(QString text);

} // namespace rotascope
