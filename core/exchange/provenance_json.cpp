// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/provenance_json.h"

namespace rotascope {

bool looksLikeJsonObject(std::string_view head)
{
    const std::size_t begin = head.find_first_not_of(" \t\r\n");
    return begin != std::string_view::npos && head[begin] == '{';
}

OrderedJson provenanceJson(const ExportDocument& document)
{
    OrderedJson result = OrderedJson::object();
    for (const auto& [name, value] : provenanceOf(document)) {
        result[name] = value;
    }
    return result;
}

std::map<std::string, std::string> parseProvenance(const OrderedJson& object)
{
    std::map<std::string, std::string> provenance;
    if (object.is_object()) {
        for (const auto& [name, value] : object.items()) {
            if (value.is_string()) {
                provenance.emplace(name, value.get<std::string>());
            }
        }
    }
    return provenance;
}

} // namespace rotascope
