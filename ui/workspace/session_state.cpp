// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/session_state.h"

#include "ui/workspace/scene_list.h"
#include "ui/workspace/workspace.h"

namespace rotascope {

namespace {

SessionSource describe(const Source& source)
{
    return {.kind = source.kind, .origin = source.origin};
}

TokenChoice tokensOf(const std::shared_ptr<const RecordedPart>& part)
{
    return part ? part->choice : TokenChoice();
}

SessionOther describe(const OtherSource& other)
{
    return {.source = describe(*other.source),
        .ropeName = other.source->ropeName,
        .start = other.source->start(),
        .pretrainingLength = other.pretrainingLength,
        .before = other.before,
        .tokens = tokensOf(other.part)};
}

SessionRope describe(const Workspace::RopeState& rope)
{
    SessionRope described{.name = rope.source->ropeName,
        .start = rope.source->start(),
        .settings = rope.settings,
        .tokens = tokensOf(rope.settings.part),
        .other = rope.settings.other ? std::optional(describe(*rope.settings.other)) : std::nullopt};
    described.settings.part.reset();
    described.settings.other.reset();
    return described;
}

} // namespace

Session sessionOf(const Workspace& workspace)
{
    Session session{.source = describe(*workspace.source()),
        .ropes = {},
        .shown = 0,
        .dimension = workspace.currentDimension(),
        .notes = workspace.notes().toStdString(),
        .scenes = SceneList::of(workspace).scenes(),
        .view = {}};
    for (const Workspace::RopeState& rope : workspace.ropes()) {
        session.ropes.push_back(describe(rope));
    }
    session.shown = session.ropes.size() - 1;
    return session;
}

} // namespace rotascope
