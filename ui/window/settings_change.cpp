// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/settings_change.h"

#include <QCoreApplication>

namespace rotascope {
namespace {

class SettingsChange {
    Q_DECLARE_TR_FUNCTIONS(rotascope::SettingsChange)
};

} // namespace

QStringList changesBetween(const AnalysisSettings& before, const AnalysisSettings& now)
{
    QStringList changes;
    const auto add = [&](const QString& name, auto AnalysisSettings::*... fields) {
        if (((before.*fields != now.*fields) || ...)) {
            changes << name;
        }
    };
    using S = AnalysisSettings;
    add(SettingsChange::tr("pre-training length"), &S::pretrainingLength);
    add(SettingsChange::tr("target length"), &S::targetLength);
    add(SettingsChange::tr("what is before"), &S::before, &S::part);
    add(SettingsChange::tr("measure"), &S::counting, &S::farWeight);
    add(SettingsChange::tr("weights"), &S::weights);
    add(SettingsChange::tr("intervals"), &S::intervals);
    add(SettingsChange::tr("divergence"), &S::divergence, &S::epsilon);
    add(SettingsChange::tr("rule"), &S::selection);
    add(SettingsChange::tr("method"), &S::method, &S::parameters, &S::customTable);
    add(SettingsChange::tr("compared methods"), &S::comparedMethods);
    add(SettingsChange::tr("second source"), &S::other);
    return changes;
}

} // namespace rotascope
