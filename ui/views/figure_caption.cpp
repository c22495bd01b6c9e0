// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/figure_caption.h"

#include "core/analysis/summary.h"
#include "core/analysis/usage_weights.h"
#include "core/exchange/export_format.h"
#include "ui/base/number_text.h"
#include "ui/base/text.h"
#include "ui/workspace/source_name.h"
#include "ui/workspace/workspace.h"

#include <QCoreApplication>
#include <QStringList>

namespace rotascope {
namespace {

class FigureCaption {
    Q_DECLARE_TR_FUNCTIONS(FigureCaption)
};

QString captionNameOf(const Source& source)
{
    const QString rope = source.ropeNames.size() > 1 ? FigureCaption::tr(", RoPE %1").arg(visible(source.ropeName)) : QString();
    return nameOf(source) + rope;
}

} // namespace

bool hasSettled(const Workspace& workspace)
{
    return workspace.analysis() && !workspace.isBusy() && workspace.analysis()->settings == workspace.settings();
}

QString provenanceCaption(const std::shared_ptr<const Analysis>& analysis)
{
    const AnalysisSettings& settings = analysis->settings;
    const DivergenceInfo& divergence = infoOf(settings.divergence);
    QStringList parts = {captionNameOf(*analysis->source), FigureCaption::tr("method %1").arg(visible(documentOfChosen(analysis).method)),
        FigureCaption::tr("L = %1").arg(countText(settings.pretrainingLength)),
        FigureCaption::tr("L′ = %1").arg(countText(settings.targetLength)),
        FigureCaption::tr("before: %1").arg(translated(beforeText(settings))),
        FigureCaption::tr("b = %1").arg(countText(settings.intervals)), translated(measureLabel(settings))};
    if (divergence.usesEpsilon && !settings.farWeight) {
        parts << FigureCaption::tr("ε = %1").arg(exactText(settings.epsilon));
    }
    if (!settings.weights.areEqual()) {
        parts << FigureCaption::tr("weights: %1").arg(translated(labelOf(settings.weights)));
    }
    if (settings.other) {
        const AnalysisSettings other = settingsOfOther(settings);
        parts << FigureCaption::tr("compared with %1 (L = %2, %3)")
                     .arg(captionNameOf(*settings.other->source), countText(other.pretrainingLength), translated(beforeText(other)));
    }
    parts << QStringLiteral("Rotascope " ROTASCOPE_VERSION);
    QString caption = parts.join(QStringLiteral(" · "));
    return caption.replace(QStringLiteral(" = "), QStringLiteral("\u00a0=\u00a0")); // no line ends within
}

} // namespace rotascope
