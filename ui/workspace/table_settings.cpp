// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/table_settings.h"

#include "ui/base/number_text.h"
#include "ui/base/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace rotascope {
namespace {

class TableSettings {
    Q_DECLARE_TR_FUNCTIONS(TableSettings)
};

std::string valueOf(const Provenance& provenance, const char* name)
{
    const auto found = provenance.find(name);
    return found == provenance.end() ? std::string() : found->second;
}

void addLength(QStringList& differences, const QString& name, std::int64_t made, std::int64_t set)
{
    if (made != set) {
        differences << TableSettings::tr("%1 was %2, here it is %3").arg(name, countText(made), countText(set));
    }
}

// Whether another part of a recording was counted, or the whole where a part is counted here.
bool isOfAnotherPart(const Provenance& provenance, const AnalysisSettings& settings)
{
    const auto made = [&](const char* name) {
        const std::string value = valueOf(provenance, name);
        return value == "all" ? std::string() : value;
    };
    const RecordedPart* const part = settings.countedPart();
    const TokenChoice choice = part != nullptr ? part->choice : TokenChoice();
    return made("before_positions") != positionsText(choice) || made("before_sequences") != sequencesText(choice);
}

} // namespace

TableModel modelOf(const Provenance& provenance)
{
    return {valueOf(provenance, "source"), valueOf(provenance, "model_id"), valueOf(provenance, "rope")};
}

QString modelFileOf(const TableModel& model, const QString& table)
{
    const QFileInfo named(QString::fromStdString(model.source));
    const QFileInfo beside(QFileInfo(table).dir(), named.fileName());
    for (const QFileInfo& file : {named, beside}) {
        if (!model.source.empty() && file.isFile() && file != QFileInfo(table)) {
            return file.absoluteFilePath();
        }
    }
    return {};
}

bool isOfModel(const Provenance& provenance, const Source& source)
{
    const TableModel model = modelOf(provenance);
    const auto isSame
        = [](const std::string& stated, const std::string& own) { return !stated.empty() && fromUtf8(stated) == visible(own); };
    const bool saysNothing = model.source.empty() && model.modelId.empty();
    return saysNothing || isSame(model.modelId, source.rope.modelId) || isSame(model.source, source.origin);
}

QStringList differencesOf(const Provenance& provenance, const AnalysisSettings& settings, const Source& source)
{
    QStringList differences;
    if (!isOfModel(provenance, source)) {
        const TableModel model = modelOf(provenance);
        differences << TableSettings::tr("it was made for %1").arg(visible(model.modelId.empty() ? model.source : model.modelId));
    }
    const AnalysisSettings made = withSettingsOf(provenance, settings, source);
    addLength(differences, TableSettings::tr("L"), made.pretrainingLength, settings.pretrainingLength);
    addLength(differences, TableSettings::tr("L′"), made.targetLength, settings.targetLength);
    addLength(differences, TableSettings::tr("b"), made.intervals, settings.intervals);
    if (made.divergence != settings.divergence || made.epsilon != settings.epsilon || made.before != settings.before) {
        differences << TableSettings::tr("disturbance was measured in another way");
    }
    if (isOfAnotherPart(provenance, settings)) {
        differences << TableSettings::tr("what is before was counted from other tokens of the recording");
    }
    return differences;
}

} // namespace rotascope
