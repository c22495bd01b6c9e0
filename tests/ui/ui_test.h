// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/cpu_engine.h"
#include "core/lint/lint.h"
#include "core/source/open_source.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QDir>
#include <QPalette>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <functional>

// What GUI tests share.
namespace rotascope::uitest {

constexpr Dimension operator""_dim(unsigned long long index)
{
    return Dimension(index);
}

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
inline void adopt(
    Workspace& workspace, const std::shared_ptr<const Source>& source, const std::shared_ptr<const LintReport>& report = nullptr)
{
    workspace.adopt(*analyze(*makeCpuEngine(), source, defaultSettings(*source)), report);
}

/// A workspace with LLaMA-2 analysed.
inline std::unique_ptr<Workspace> analysedWorkspace()
{
    auto workspace = std::make_unique<Workspace>(makeCpuEngine());
    adopt(*workspace, llama2());
    return workspace;
}

/// A picture for people to look at; kept where ROTASCOPE_PICTURES says.
inline void keepPicture(QWidget& widget, const QString& name)
{
    const QString folder = qEnvironmentVariable("ROTASCOPE_PICTURES");
    if (!folder.isEmpty()) {
        QTest::qWait(20); // texts that have changed want other room
        QVERIFY(QDir().mkpath(folder) && widget.grab().save(QStringLiteral("%1/%2.png").arg(folder, name)));
    }
}

/// Calls `look` while the windows are dark.
inline void inTheDark(const std::function<void()>& look)
{
    const QPalette light = QApplication::palette();
    QPalette dark(QColor(0x2b, 0x2d, 0x30));
    dark.setColor(QPalette::Base, QColor(0x1e, 0x1f, 0x22));
    dark.setColor(QPalette::AlternateBase, QColor(0x26, 0x28, 0x2b));
    dark.setColor(QPalette::Highlight, QColor(0x2f, 0x65, 0xca));
    for (const QPalette::ColorRole text : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        dark.setColor(QPalette::Disabled, text, QColor(0x8c, 0x8f, 0x94)); // Qt's own can hardly be read
    }
    QApplication::setPalette(dark);
    QTest::qWait(50);
    look();
    QApplication::setPalette(light);
}

} // namespace rotascope::uitest
