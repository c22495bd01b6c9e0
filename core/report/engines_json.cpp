// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/engines_json.h"

#include "core/report/json_text.h"

namespace rotascope {

std::string toJson(std::span<const EngineEntry> engines)
{
    Json list = Json::array();
    for (const EngineEntry& engine : engines) {
        list.push_back({{"name", engine.info.name}, {"device", engine.info.device}, {"available", engine.unavailable.empty()},
            {"reason", engine.unavailable}, {"chosen_module", engine.chosenModule}});
    }
    return jsonText(list);
}

} // namespace rotascope
