// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/settings.h"
#include "core/exchange/export_format.h"

#include <QString>
#include <QStringList>
#include <string>

namespace rotascope {

/// Which model a table was made for: a preset's id or a file, and the RoPE; empty where its file does not say.
struct TableModel {
    std::string source;
    std::string modelId;
    std::string rope;
};
TableModel modelOf(const Provenance& provenance);
/// The model's file that a table names, at its path or under its name beside the table; empty if neither is there.
QString modelFileOf(const TableModel& model, const QString& table);
/// Whether that is the model of a source; true if the table does not say.
bool isOfModel(const Provenance& provenance, const Source& source);

/// How the source and settings that a table was made under differ from these, a clause each for the user: "L was 2,048, here it is 4,096".
QStringList differencesOf(const Provenance& provenance, const AnalysisSettings& settings, const Source& source);

} // namespace rotascope
