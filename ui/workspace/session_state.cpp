// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/session_state.h"

#include "ui/workspace/workspace.h"

namespace rotascope {

Session sessionOf(const Workspace& workspace)
{
    const Source& source = *workspace.source();
    Session session{.kind = source.kind,
        .origin = source.origin,
        .nearby = {},
        .fingerprint = {},
        .ropes = {},
        .shown = 0,
        .dimension = workspace.currentDimension(),
        .notes = workspace.notes().toStdString(),
        .view = {}};
    for (const Workspace::RopeState& rope : workspace.ropes()) {
        session.ropes.push_back({rope.source->ropeName, rope.source->start(), rope.settings});
    }
    session.shown = session.ropes.size() - 1;
    return session;
}

} // namespace rotascope
