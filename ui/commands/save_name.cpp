// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/save_name.h"

#include "ui/base/text.h"
#include "ui/commands/command_table.h"

#include <QFileInfo>

namespace rotascope {

std::optional<QString> withSuffix(const QString& file, const QString& suffix, const std::function<void(const QString&)>& say)
{
    const QString whole = file + QLatin1Char('.') + suffix;
    if (QFileInfo::exists(whole)) {
        say(Commands::tr("%1 is there already; choose that name to replace it").arg(visible(whole)));
        return std::nullopt;
    }
    return whole;
}

} // namespace rotascope
