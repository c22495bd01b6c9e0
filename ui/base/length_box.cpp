// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/length_box.h"

#include "core/files/length_text.h"
#include "ui/base/number_text.h"

#include <cmath>

namespace rotascope {
namespace {

constexpr double longest = 1e15; // exact as a double

} // namespace

std::optional<std::int64_t> lengthOf(const QString& text)
{
    QString number = text.trimmed();
    const std::int64_t unit = number.isEmpty() ? 0 : unitOfLength(number.back().toLatin1());
    if (unit != 0) {
        number.chop(1);
    }
    const std::optional<double> count = numberOf(number);
    const double length = count.value_or(-1.0) * static_cast<double>(unit != 0 ? unit : 1);
    if (!(length >= 0.0 && length <= longest) || length != std::floor(length)) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(length);
}

LengthBox::LengthBox(QWidget* parent) : SteppingBox(parent)
{
    setDecimals(0);
    setRange(0, longest);
    setGroupSeparatorShown(true);
    setKeyboardTracking(false); // "8" on the way to "8192" is not a length
    setSingleStep(1024);
    setAlignment(Qt::AlignRight);
}

double LengthBox::valueFromText(const QString& text) const
{
    return typedValue(text).value_or(value());
}

QValidator::State LengthBox::validate(QString& text, int& /*cursor*/) const
{
    return typedValue(text) ? QValidator::Acceptable : QValidator::Intermediate;
}

// Without the words around it; none where it is out of range.
std::optional<double> LengthBox::typedValue(const QString& text) const
{
    if (!specialValueText().isEmpty() && text == specialValueText()) {
        return minimum();
    }
    const std::optional<std::int64_t> length = lengthOf(text.startsWith(prefix()) ? text.mid(prefix().size()) : text);
    const auto typed = static_cast<double>(length.value_or(-1));
    return typed >= minimum() && typed <= maximum() ? std::optional(typed) : std::nullopt;
}

} // namespace rotascope
