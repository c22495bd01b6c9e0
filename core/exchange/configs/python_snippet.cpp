// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/configs/python_snippet.h"

#include "core/exchange/checked_table.h"
#include "core/exchange/read_table.h"
#include "core/exchange/tables/table_columns.h"
#include "core/files/escape.h"
#include "core/files/text.h"
#include "core/lint/format_names.h"
#include "core/rope/frozen.h"

#include <algorithm>
#include <array>

namespace rotascope {
namespace {

// Python takes the encoding of the file from a comment in one of its first two lines, so no text from a file may stand there: the second is
// the program's.
constexpr std::string_view firstLine = "# -*- coding: utf-8 -*-\n";

constexpr std::string_view factorsName = "\nFACTORS = ";
constexpr std::string_view attentionFactorName = "\nATTENTION_FACTOR = ";

// inv_freq is a buffer that forward() reads: setting it is enough, but for the rotary embeddings that recompute it, which
// Transformers does for the rope_type "dynamic" and "longrope" alone. Of a model with several RoPEs Transformers 5 has a buffer for each
// layer type; in older versions they are modules of their own, told by their base.
constexpr std::string_view function = R"(

def is_meant(inv_freq):
    """Whether these are frequencies that the table extends: of a model with one RoPE all are, else those with its base."""
    return not ROPE or abs(float(inv_freq[0] / inv_freq[1]) / INV_FREQ_RATIO - 1) < 1e-3


def apply_table(model):
    """Gives the rotary embeddings of a loaded Transformers model the extended frequencies; returns the model."""
    sizes = set()
    found = False
    for module in model.modules():
        prefix = f"{ROPE}_" if ROPE and hasattr(module, f"{ROPE}_inv_freq") else ""
        current = getattr(module, prefix + "inv_freq", None)
        if current is None or current.dim() != 1:
            continue
        sizes.add(current.numel())
        if current.numel() != len(EXTENDED_INV_FREQ) or not (prefix or is_meant(current)):
            continue
        found = True
        inv_freq = torch.tensor(EXTENDED_INV_FREQ, dtype=torch.float32, device=current.device)
        setattr(module, prefix + "inv_freq", inv_freq)
        if hasattr(module, prefix + "original_inv_freq"):
            setattr(module, prefix + "original_inv_freq", inv_freq.clone())
        setattr(module, prefix + "attention_scaling", ATTENTION_FACTOR)
        # Nothing recomputes inv_freq from the configuration.
        if prefix:
            module.rope_type[ROPE] = "default"
        else:
            module.rope_type = "default"
        module.max_seq_len_cached = TARGET_LENGTH
    if not found:
        raise ValueError(
            f"the table is for {len(EXTENDED_INV_FREQ)} frequencies{' of ' + ROPE if ROPE else ''}; "
            f"the model's rotary embeddings have {sorted(sizes)}"
        )
    config = model.config.get_text_config() if hasattr(model.config, "get_text_config") else model.config
    config.max_position_embeddings = TARGET_LENGTH
    return model
)";

// Slopes are made in the code of the models: in a method of Bloom and Mpt, in a function of Falcon.
constexpr std::string_view slopesFunction = R"(

def apply_table(model):
    """Divides the slope of each head of a loaded Transformers model (Bloom, Mpt, Falcon) by its factor; returns the model."""
    factors = torch.tensor(FACTORS, dtype=torch.float32)

    def divided(build):
        def build_and_divide(*args, **kwargs):
            alibi = build(*args, **kwargs)  # heads first, once for each sequence of a batch
            if alibi.shape[0] % len(FACTORS):
                raise ValueError(f"the table is for {len(FACTORS)} heads; the model has {alibi.shape[0]}")
            of_rows = factors.to(alibi.device).repeat(alibi.shape[0] // len(FACTORS))
            return (alibi / of_rows.view(-1, *[1] * (alibi.dim() - 1))).to(alibi.dtype)

        return build_and_divide

    found = False
    for module in model.modules():
        for name in ("build_alibi_tensor", "build_mpt_alibi_tensor"):
            if hasattr(module, name):
                setattr(module, name, divided(getattr(module, name)))
                found = True
    code = sys.modules[type(model).__module__]
    if not found and hasattr(code, "build_alibi_tensor"):  # all Falcon models of this process
        code.build_alibi_tensor = divided(code.build_alibi_tensor)
        found = True
    if not found:
        raise ValueError(f"{type(model).__name__} builds no ALiBi; expected a Bloom, Mpt or Falcon model of Transformers")
    if hasattr(model.config, "max_seq_len"):
        model.config.max_seq_len = TARGET_LENGTH
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

// Which of several RoPEs, and how its modules are told from the others'.
std::string ropeText(const Source& source)
{
    const std::vector<double>& invFreq = source.modelRope().invFreq;
    const bool isOneOfSeveral = source.isForSomeLayers() && invFreq.size() > 1;
    return "# The layers that the table is for, where a model has a RoPE for each type of them.\nROPE = "
        + pythonString(isOneOfSeveral ? source.ropeName : "")
        + "\nINV_FREQ_RATIO = " + exactText(isOneOfSeveral ? invFreq[0] / invFreq[1] : 1.0) + "\n";
}

// ATTENTION_FACTOR is there so that the file can be read back as any other.
PreparedExport slopesSnippet(const ExportDocument& document)
{
    const ScalingTable table = document.written();
    const bool isAnyFrozen = std::ranges::find(table.factors, frozenFactor) != table.factors.end();
    return PreparedExport::ofText(std::string(firstLine) + provenanceComments(document) + (isAnyFrozen ? "\nfrom math import inf\n" : "")
        + "\nimport sys\n\nimport torch\n\n# Each head's slope is divided by its factor." + std::string(factorsName) + listOf(table.factors)
        + "EXTENDED_SLOPES = " + listOf(extendedInvFreq(document.rope().invFreq, table)) + "# Has no meaning for slopes."
        + std::string(attentionFactorName) + exactText(table.attentionFactor)
        + "\nTARGET_LENGTH = " + std::to_string(document.analysis->settings.targetLength) + "\n" + std::string(slopesFunction));
}

constexpr std::array slopes = {EncodingKind::Alibi};

Expected<PreparedExport> make(const ExportDocument& document, const ModelFilePointer&)
{
    if (document.analysis->source->encoding.kind == EncodingKind::Alibi) {
        return slopesSnippet(document);
    }
    const ScalingTable table = document.written();
    const Source& source = *document.analysis->source;
    const bool isAnyFrozen = std::ranges::find(table.factors, frozenFactor) != table.factors.end(); // exactText() writes inf
    return PreparedExport::ofText(std::string(firstLine) + provenanceComments(document) + (isAnyFrozen ? "\nfrom math import inf\n" : "")
        + "\nimport torch\n\n# Each frequency is divided by its factor; rad per position after that." + std::string(factorsName)
        + listOf(table.factors) + "EXTENDED_INV_FREQ = " + listOf(extendedInvFreq(document.rope().invFreq, table))
        + "# Multiplies cos and sin." + std::string(attentionFactorName) + exactText(table.attentionFactor) + "\nTARGET_LENGTH = "
        + std::to_string(document.analysis->settings.targetLength) + "\n" + ropeText(source) + std::string(function));
}

Expected<ImportedTable> read(const std::filesystem::path& file)
{
    return readAndParse(file, parsePythonSnippet);
}

bool recognises(std::string_view head)
{
    return head.find("\nimport torch\n") != std::string_view::npos;
}

} // namespace

const ExportFormat pythonFormat = {
    .name = formatName::python.name,
    .label = formatName::python.label,
    .suffix = ".py",
    .description = Sentence::marked("A function that applies the table to a loaded Transformers model, in memory."),
    .readBy = Sentence::marked("Transformers 4 and 5, with PyTorch"),
    .others = slopes,
    .make = make,
    .recognises = recognises,
    .read = read,
};

Expected<ImportedTable> parsePythonSnippet(std::string_view text, const std::string& where)
{
    const std::size_t list = text.find(factorsName);
    const std::size_t attentionFactor = text.find(attentionFactorName);
    const std::size_t end = list == std::string_view::npos ? list : text.find(']', list);
    if (end == std::string_view::npos || attentionFactor == std::string_view::npos) {
        return inputError(where + ": " + Sentence::of("no FACTORS and ATTENTION_FACTOR; expected a snippet that Rotascope exported"));
    }
    ImportedTable result;
    result.provenance = parseProvenanceComments(text);
    std::string_view rows = text.substr(list + factorsName.size(), end - list - factorsName.size());
    if (!rows.starts_with('[')) {
        return inputError(where + ": " + Sentence::of("FACTORS is not a list; expected one factor a dimension"));
    }
    rows.remove_prefix(1);
    while (true) {
        rows.remove_prefix(std::min(rows.find_first_not_of(" \r\n,"), rows.size()));
        if (rows.empty()) {
            break;
        }
        const std::string_view item = rows.substr(0, rows.find_first_of(" \r\n,"));
        const Expected<double> factor = factorOf(item, where + ": FACTORS: " + nameOfFactor(result.table.factors.size()));
        if (!factor) {
            return tl::unexpected(factor.error());
        }
        result.table.factors.push_back(*factor);
        rows.remove_prefix(item.size());
    }
    std::string_view line = text.substr(attentionFactor + attentionFactorName.size());
    const std::string_view value = takeLine(line);
    const Expected<double> number = attentionFactorOf(value, where + ": ATTENTION_FACTOR");
    if (!number) {
        return tl::unexpected(number.error());
    }
    result.table.attentionFactor = *number;
    return checked(std::move(result), where);
}

} // namespace rotascope
