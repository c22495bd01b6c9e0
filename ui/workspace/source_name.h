// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/source.h"

#include <QString>

namespace rotascope {

/// A name that tells a source from others. Models' files are all called config.json, so it is the folder or, in the hub's cache, the model
/// that the folder names. Of a recording it is the file's name without the suffix, of a preset the id. Text from outside as it is; may be
/// empty.
QString modelNameOf(const Source& source);

/// The source for the user: a preset's id, a recording's file, a model's file after its modelNameOf(). Visible text.
QString nameOf(const Source& source);
/// The same with the RoPE's name, where the source has several: "gemma-3-4b-it/config.json, sliding_attention".
QString nameWithRope(const Source& source);

} // namespace rotascope
