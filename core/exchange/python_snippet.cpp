// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/python_snippet.h"

#include "core/exchange/longrope.h"
#include "core/exchange/read_table.h"
#include "core/exchange/table_columns.h"

namespace rotascope {
namespace {

constexpr std::string_view factorsName = "\nFACTORS = ";
constexpr std::string_view attentionFactorName = "\nATTENTION_FACTOR = ";

// inv_freq is a buffer that forward() reads: setting it is enough, but for the rotary embeddings that recompute it, which
// Transformers does for the rope_type "dynamic" and "longrope" alone.
constexpr std::string_view function = R"(

def apply_table(model):
    """Gives every rotary embedding of a loaded Transformers model the extended frequencies; returns the model."""
    embeddings = [m for m in model.modules() if getattr(m, "inv_freq", None) is not None and m.inv_freq.dim() == 1]
    fitting = [m for m in embeddings if m.inv_freq.numel() == len(EXTENDED_INV_FREQ)]
    if not fitting:
        sizes = sorted({m.inv_freq.numel() for m in embeddings})
        raise ValueError(f"the table is for {len(EXTENDED_INV_FREQ)} frequencies; the model's rotary embeddings have {sizes}")
    for embedding in fitting:
        inv_freq = torch.tensor(EXTENDED_INV_FREQ, dtype=torch.float32, device=embedding.inv_freq.device)
        embedding.inv_freq = inv_freq
        if hasattr(embedding, "original_inv_freq"):
            embedding.original_inv_freq = inv_freq.clone()
        embedding.attention_scaling = ATTENTION_FACTOR
        embedding.rope_type = "default"  # nothing recomputes inv_freq from the configuration
        embedding.max_seq_len_cached = TARGET_LENGTH
    model.config.max_position_embeddings = TARGET_LENGTH
    return model
)";

std::string listOf(const std::vector<double>& values)
{
    constexpr std::size_t inARow = 4;
    std::string text = "[";
    for (std::size_t i = 0; i < values.size(); ++i) {
        text += (i % inARow == 0 ? "\n    " : " ") + exactText(values[i]) + ",";
    }
    return text + "\n]\n";
}

Expected<std::string> write(const ExportDocument& document, const std::optional<ExportFormat::Into>&)
{
    const ScalingTable& table = document.table->table;
    return provenanceComments(document) + "\nimport torch\n\n# Each frequency is divided by its factor; rad per position after that."
        + std::string(factorsName) + listOf(table.factors)
        + "EXTENDED_INV_FREQ = " + listOf(extendedInvFreq(document.analysis->source->rope.invFreq, table)) + "# Multiplies cos and sin."
        + std::string(attentionFactorName) + exactText(table.attentionFactor)
        + "\nTARGET_LENGTH = " + std::to_string(document.analysis->settings.targetLength) + "\n" + std::string(function);
}

Expected<ImportedTable> read(const std::filesystem::path& file)
{
    return readAndParse(file, parsePythonSnippet);
}

} // namespace

const ExportFormat pythonFormat = {
    .name = "python",
    .label = "Python snippet",
    .suffix = ".py",
    .description = "A function that applies the table to a loaded Transformers model, in memory.",
    .readBy = "Transformers 4 and 5, with PyTorch",
    .write = write,
    .read = read,
};

Expected<ImportedTable> parsePythonSnippet(std::string_view text, const std::string& where)
{
    const std::size_t list = text.find(factorsName);
    const std::size_t attentionFactor = text.find(attentionFactorName);
    const std::size_t end = list == std::string_view::npos ? list : text.find(']', list);
    if (end == std::string_view::npos || attentionFactor == std::string_view::npos) {
        return inputError(where + ": no FACTORS and ATTENTION_FACTOR; expected a snippet that Rotascope exported");
    }
    ImportedTable result;
    result.provenance = parseProvenanceComments(text);
    std::string_view rows = text.substr(list + factorsName.size(), end - list - factorsName.size());
    if (!rows.starts_with('[')) {
        return inputError(where + ": FACTORS is no list; expected one factor a dimension");
    }
    rows.remove_prefix(1);
    while (true) {
        rows.remove_prefix(std::min(rows.find_first_not_of(" \r\n,"), rows.size()));
        if (rows.empty()) {
            break;
        }
        const std::string_view item = rows.substr(0, rows.find_first_of(" \r\n,"));
        const std::optional<double> factor = numberOf(item);
        if (!factor) {
            return inputError(where + ": FACTORS has \"" + std::string(item) + "\"; expected numbers");
        }
        result.table.factors.push_back(*factor);
        rows.remove_prefix(item.size());
    }
    std::string_view line = text.substr(attentionFactor + attentionFactorName.size());
    const std::string_view value = takeLine(line);
    const std::optional<double> number = numberOf(value);
    if (!number) {
        return inputError(where + ": ATTENTION_FACTOR is \"" + std::string(value) + "\"; expected a number");
    }
    result.table.attentionFactor = *number;
    return validate(result.table, where).map([&] { return result; });
}

} // namespace rotascope
