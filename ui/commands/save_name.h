// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>
#include <optional>

namespace rotascope {

/// A name that a file dialog gave, with the suffix that it lacks.
QString completed(const QString& file, const QString& suffix);
/// The same, of a file that is written under that name. None, which `say` tells the user, where a file of that name is there: the
/// dialog has asked about the name as it was typed.
std::optional<QString> withSuffix(const QString& file, const QString& suffix, const std::function<void(const QString&)>& say);

} // namespace rotascope
