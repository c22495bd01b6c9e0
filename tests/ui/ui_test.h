// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/disturbance/cpu_engine.h"
#include "core/source/open_source.h"
#include "ui/workspace/workspace.h"

#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

// What GUI tests share.
namespace rotascope::uitest {

inline std::shared_ptr<const Source> llama2()
{
    return *openPreset("meta-llama/Llama-2-7b-hf");
}

inline QString samplePath()
{
    return QStringLiteral(ROTASCOPE_SOURCE_DIR "/resources/samples/llama-2-7b-4096.h5");
}

/// Waits until the workspace shows the result for what is set now.
inline bool waitForAnalysis(Workspace& workspace)
{
    return QTest::qWaitFor(
        [&] { return workspace.analysis() && !workspace.isBusy() && workspace.analysis()->settings == workspace.settings(); }, 60000);
}

/// Shows a source with its default settings.
inline void adopt(Workspace& workspace, const std::shared_ptr<const Source>& source)
{
    workspace.adopt(*analyze(*makeCpuEngine(), source, defaultSettings(*source)));
}

/// A workspace with LLaMA-2 analysed.
inline std::unique_ptr<Workspace> analysedWorkspace()
{
    auto workspace = std::make_unique<Workspace>(makeCpuEngine());
    adopt(*workspace, llama2());
    return workspace;
}

} // namespace rotascope::uitest
