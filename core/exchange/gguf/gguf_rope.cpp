// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/gguf/gguf_rope.h"

#include "core/exchange/gguf/gguf_table.h"
#include "core/files/escape.h"
#include "core/files/text.h"
#include "core/gguf/gguf_writer.h"
#include "core/model/gguf_config.h"

namespace rotascope {
namespace {

std::string bytesOf(const ExportDocument& document)
{
    std::vector<std::string> keyValues = tableKeyValues(document);
    keyValues.insert(keyValues.begin(), gguf::textKeyValue("general.name", "Rotascope scaling table"));
    std::string bytes = gguf::preamble(gguf::newestVersion, 1, keyValues.size());
    for (const std::string& keyValue : keyValues) {
        bytes += keyValue;
    }
    bytes += gguf::tensorInfo(tableTensor(document, ropeFreqsTensor), 0);
    for (const std::string& part : {std::string(), tableTensorData(document)}) {
        bytes += part;
        bytes.append(gguf::paddingAfter(bytes.size(), gguf::defaultAlignment), '\0');
    }
    return bytes;
}

std::string descriptionOf(const ExportDocument& document)
{
    const std::vector<double> factors = document.written().factors;
    const std::string& architecture = document.analysis->source->architecture;
    std::string text = "A GGUF file with one tensor, for tools that put tensors into models:\n\n    " + std::string(ropeFreqsTensor)
        + "  float32 [" + std::to_string(factors.size()) + "]\n\nHow the table was made, as key-values:\n\n";
    for (const auto& [name, value] : provenanceOf(document)) {
        text.append("    ").append(rotascopeKeyPrefix).append(name).append(" = ").append(value).append("\n");
    }
    text += "    rotascope.factors = float64 [" + std::to_string(factors.size()) + "]: the factors before they are rounded to float32\n\n";
    if (document.written().attentionFactor != 1.0) {
        text += "The table has an attention factor of " + exactText(document.written().attentionFactor)
            + ", which a tensor cannot hold: set " + (architecture.empty() ? "ARCHITECTURE" : visibleText(architecture))
            + ".rope.scaling.attn_factor in the model.\n\n";
    }
    for (std::size_t i = 0; i < factors.size(); ++i) {
        text += std::to_string(i) + "\t" + exactText(factors[i]) + "\n";
    }
    return text;
}

Expected<PreparedExport> make(const ExportDocument& document, const ModelFilePointer&)
{
    return PreparedExport::ofBytes(bytesOf(document), descriptionOf(document));
}

} // namespace

const ExportFormat ggufRopeFormat = {
    .name = "gguf-rope",
    .label = Sentence::marked("GGUF tensor alone"),
    .suffix = ".gguf",
    .description = Sentence::marked("A small GGUF file with the tensor rope_freqs.weight alone, for tools that put it into a model."),
    .readBy = Sentence::marked("tools for GGUF files"),
    .make = make,
    .recognises = gguf::looksLikeGguf,
    .read = readGgufTable,
};

} // namespace rotascope
