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
/// The model's file that a table names: where that is, or one of its name beside the table; empty: neither is there.
QString modelFileOf(const TableModel& model, const QString& table);
/// Whether that is the model of a source; true where the table does not say.
bool isOfModel(const Provenance& provenance, const Source& source);

/// In what the making of a table differs from a source and settings, a clause each for the user: "L is 2,048, here 4,096".
QStringList differencesOf(const Provenance& provenance, const AnalysisSettings& settings, const Source& source);

} // namespace rotascope
