// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/score_files.h"

#include "ui/workspace/workspace.h"

#include <algorithm>

namespace rotascope {

ScoreFiles& ScoreFiles::of(Workspace& workspace)
{
    auto* files = workspace.findChild<ScoreFiles*>(QString(), Qt::FindDirectChildrenOnly);
    return files != nullptr ? *files : *new ScoreFiles(&workspace);
}

void ScoreFiles::add(const OpenedScores& scores)
{
    const auto same = std::ranges::find(m_all, scores.file, &OpenedScores::file);
    if (same == m_all.end()) {
        m_all.push_back(scores);
    } else {
        *same = scores;
    }
    emit added(scores.file);
}

} // namespace rotascope
