// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"

namespace rotascope {

class Workspace;

/// What a workspace has open, as a session without the fingerprints of its sources and the view. The workspace has a source.
Session sessionOf(const Workspace& workspace);

} // namespace rotascope
