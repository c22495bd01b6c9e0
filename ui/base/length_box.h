// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/stepping_box.h"

#include <QDoubleSpinBox>
#include <cstdint>
#include <optional>

namespace rotascope {

/// The length of a context that a user typed, in positions, at most 10¹⁵ of them: a whole number in the user's own notation, or one with k
/// (1024) or M (1024²) behind it, "16k"; none if it is not one.
std::optional<std::int64_t> lengthOf(const QString& text);

/// A field for the length of a context. Lengths go up to 2⁴⁰: more than a QSpinBox holds.
class LengthBox : public SteppingBox<QDoubleSpinBox> {
public:
    explicit LengthBox(QWidget* parent = nullptr);

    [[nodiscard]] double valueFromText(const QString& text) const override;
    QValidator::State validate(QString& text, int& cursor) const override;

private:
    [[nodiscard]] std::optional<double> typedValue(const QString& text) const;
};

} // namespace rotascope
