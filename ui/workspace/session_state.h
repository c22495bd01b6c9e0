// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"

namespace rotascope {

class Workspace;

/// What a workspace has open, as a session without its source's fingerprint, notes and view. The workspace has a source.
Session sessionOf(const Workspace& workspace);

} // namespace rotascope
