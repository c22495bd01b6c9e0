// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"

#include <QString>
#include <memory>

namespace rotascope {

class Workspace;

/// Whether the workspace has the numbers for what is set now.
bool hasSettled(const Workspace& workspace);

/// What a reader needs to make the analysis again: source, method, lengths, measure. No engine: all give the same numbers.
QString provenanceCaption(const std::shared_ptr<const Analysis>& analysis);

} // namespace rotascope
