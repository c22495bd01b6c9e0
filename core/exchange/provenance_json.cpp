// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/provenance_json.h"

namespace rotascope {

OrderedJson provenanceJson(const ExportDocument& document)
{
    OrderedJson result = OrderedJson::object();
    for (const auto& [name, value] : provenanceOf(document)) {
        result[name] = value;
    }
    return result;
}

OrderedJson provenanceJsonBeside(const OrderedJson& present, const ExportDocument& document)
{
    OrderedJson own = provenanceJson(document);
    if (!own.contains("rope")) {
        return own;
    }
    const std::string name = own["rope"];
    OrderedJson others = OrderedJson::object();
    for (const Provenance& other : parseProvenances(present)) {
        if (const auto rope = other.find("rope"); rope != other.end() && rope->second != name) {
            others[rope->second] = present.contains(rope->second) ? present[rope->second] : present;
        }
    }
    if (others.empty()) {
        return own;
    }
    others[name] = own;
    return others;
}

Provenance parseProvenance(const OrderedJson& object)
{
    Provenance provenance;
    if (object.is_object()) {
        for (const auto& [name, value] : object.items()) {
            if (value.is_string()) {
                provenance.emplace(name, value.get<std::string>());
            } else if (value.is_number()) {
                provenance.emplace(name, value.dump());
            }
        }
    }
    return provenance;
}

std::vector<Provenance> parseProvenances(const OrderedJson& object)
{
    std::vector<Provenance> provenances;
    if (object.is_object()) {
        for (const auto& [name, value] : object.items()) {
            if (value.is_object()) {
                provenances.push_back(parseProvenance(value));
                provenances.back()["rope"] = name;
            }
        }
    }
    return provenances.empty() ? std::vector{parseProvenance(object)} : provenances;
}

} // namespace rotascope
