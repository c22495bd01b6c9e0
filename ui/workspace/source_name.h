// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/source.h"

#include <QString>

namespace rotascope {

/// What tells the model's file of a source from others. All are called config.json: so it is its folder or, in the hub's cache, the model
/// that it names. Of a recording its file's name without the suffix, of a preset its id. Text from outside as it is; may be empty.
QString modelNameOf(const Source& source);

/// The source for the user: a preset's id, a recording's file, a model's file behind its modelNameOf(). Visible text.
QString nameOf(const Source& source);

} // namespace rotascope
