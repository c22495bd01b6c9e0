// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/save_name.h"

#include "ui/base/text.h"
#include "ui/commands/command_table.h"

#include <QFileInfo>

namespace rotascope {

QString completed(const QString& file, const QString& suffix)
{
    return file + QLatin1Char('.') + suffix;
}

std::optional<QString> withSuffix(const QString& file, const QString& suffix, const std::function<void(const QString&)>& say)
{
    QString whole = completed(file, suffix);
    if (QFileInfo::exists(whole)) {
        say(Commands::tr("%1 is there already; choose that name to replace it").arg(visible(whole)));
        return std::nullopt;
    }
    return whole;
}

} // namespace rotascope
