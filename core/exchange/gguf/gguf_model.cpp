// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/gguf/gguf_model.h"

#include "core/exchange/gguf/gguf_table.h"
#include "core/files/output_file.h"
#include "core/files/text.h"
#include "core/gguf/gguf_writer.h"
#include "core/lint/format_names.h"
#include "core/model/gguf_config.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <span>

namespace rotascope {
namespace {

constexpr std::array factorTensors = {ropeFreqsTensor, ropeFactorsLongTensor, ropeFactorsShortTensor};

// What is copied at a time: it stays in the second-level cache between reading and writing. It costs the system half as much if its memory
// begins with a page and it is written to a multiple of its size. (copy_file_range costs more, and shifted data cannot share the blocks of
// a disk.)
struct alignas(4096) Block {
    std::array<char, std::size_t{256} << 10U> bytes;
};

constexpr std::uint64_t bytesOfProgress = std::uint64_t{4} << 20U;

// A tensor that is copied: its place in the old data. It reaches to the next one, so that padding is copied along.
struct Copied {
    const gguf::TensorInfo* tensor;
    std::uint64_t bytes;
};

// What is done to a model.
struct Patch {
    ModelFilePointer model;
    std::uint32_t contextLength = 0;
    std::vector<std::string_view> newTensors;
    std::vector<Copied> copied; // by their place in the data
    std::vector<const gguf::KeyValue*> kept;
    std::vector<std::string> added; // key-values, as stored
    std::vector<std::string> changes; // for a person, a line each

    [[nodiscard]] const gguf::Header& header() const { return model->gguf()->header; }
    [[nodiscard]] const std::string& architecture() const { return model->gguf()->rope.architecture; }
};

// What writing needs.
struct Copy {
    struct Part {
        std::uint64_t offset; // in the model's file
        std::uint64_t bytes;
    };
    ModelFilePointer model;
    std::string head; // all before the tensors that are copied
    std::vector<Part> parts;
};

bool isFactorTensor(std::string_view name)
{
    return std::ranges::find(factorTensors, name) != factorTensors.end();
}

Expected<std::vector<std::string_view>> tensorsFor(const std::string& architecture, const std::string& where)
{
    if (std::vector<std::string_view> tensors = factorTensorsOf(architecture); !tensors.empty()) {
        return tensors;
    }
    return inputError(where + ": "
        + Sentence::of("the architecture is {1}, whose RoPE takes no factors in llama.cpp: it would refuse or ignore the tensor; expected "
                       "one of {2}, {3}",
            architecture, namesOf(ropeFreqsArchitectures), namesOf(ropeFactorsArchitectures)));
}

// The tensor is for every layer.
Expected<void> checkIsForAllLayers(const GgufRope& model, const std::string& where)
{
    return model.sliding ? inputError(where + ": "
               + Sentence::of("its layers with a sliding window have a RoPE of their own, and llama.cpp applies the tensor to all layers; "
                              "expected a model with one RoPE"))
                         : Expected<void>();
}

// The table must fit the model: the same base, as far as the model's float32 can say, and the same number of dimensions.
Expected<void> checkFits(const RopeConfig& model, const RopeConfig& rope, const std::string& where)
{
    if (model.dimensions() != rope.dimensions()) {
        return inputError(where + ": "
            + Sentence::of("the model rotates {1} components of a head; the table is for {2} ({3} factors)",
                std::to_string(2 * model.dimensions()), std::to_string(2 * rope.dimensions()), std::to_string(rope.dimensions())));
    }
    if (rope.ropeTheta && static_cast<float>(*model.ropeTheta) != static_cast<float>(*rope.ropeTheta)) {
        return inputError(where + ": "
            + Sentence::of("rope.freq_base is {1}; the table was made for {2}", exactText(*model.ropeTheta), exactText(*rope.ropeTheta)));
    }
    return {};
}

Expected<void> checkWhole(const gguf::Header& header, const std::string& where)
{
    return header.integer("split.count").and_then([&](const std::optional<std::int64_t>& parts) -> Expected<void> {
        if (parts.value_or(0) > 1) {
            return inputError(where + ": "
                + Sentence::of("one of {1} parts of a model; expected a model in one file (llama-gguf-split --merge makes one)",
                    std::to_string(*parts)));
        }
        return {};
    });
}

// Tensors in the order of their data, each up to the next one.
Expected<std::vector<Copied>> copiedTensors(const gguf::Header& header, const std::string& where)
{
    std::vector<Copied> all;
    for (const gguf::TensorInfo& tensor : header.tensors()) {
        all.push_back({&tensor, 0});
    }
    std::ranges::stable_sort(all, {}, [](const Copied& copied) { return copied.tensor->offset; });
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::uint64_t end = i + 1 < all.size() ? all[i + 1].tensor->offset : header.dataBytes();
        all[i].bytes = end - all[i].tensor->offset;
        if (all[i].tensor->bytes.value_or(0) > all[i].bytes) {
            return inputError(where + ": "
                + Sentence::of(
                    "the data of the tensors {1} and {2} overlap", std::string(all[i].tensor->name), std::string(all[i + 1].tensor->name)));
        }
    }
    std::erase_if(all, [](const Copied& copied) { return isFactorTensor(copied.tensor->name); });
    return all;
}

std::string valueText(const gguf::Header& header, const gguf::KeyValue& keyValue)
{
    if (const auto text = header.text(keyValue.key)) {
        return "\"" + **text + "\"";
    }
    const auto number = header.real(keyValue.key);
    return number ? exactText(**number) : "something else";
}

void changeKeyValues(Patch& patch, const ExportDocument& document)
{
    const std::string contextLength = patch.architecture() + ".context_length";
    const std::string scaling = patch.architecture() + ".rope.scaling.";
    for (const gguf::KeyValue& keyValue : patch.header().keyValues()) {
        if (keyValue.key == contextLength) {
            patch.changes.push_back(
                contextLength + " = " + std::to_string(patch.contextLength) + " (it was " + valueText(patch.header(), keyValue) + ")");
        } else if (keyValue.key.starts_with(scaling) || keyValue.key == patch.architecture() + ".rope.scale_linear") {
            patch.changes.push_back(std::string(keyValue.key) + " is left out (it was " + valueText(patch.header(), keyValue) + ")");
        } else if (!keyValue.key.starts_with(rotascopeKeyPrefix)) {
            patch.kept.push_back(&keyValue);
        }
    }
    patch.added.push_back(gguf::uint32KeyValue(contextLength, patch.contextLength));
    if (const double factor = document.written().attentionFactor; factor != 1.0) {
        patch.added.push_back(gguf::float32KeyValue(scaling + "attn_factor", static_cast<float>(factor)));
        patch.changes.push_back(scaling + "attn_factor = " + exactText(static_cast<double>(static_cast<float>(factor))));
    }
    std::ranges::move(tableKeyValues(document), std::back_inserter(patch.added));
}

void changeTensors(Patch& patch, const ExportDocument& document)
{
    for (const std::string_view name : patch.newTensors) {
        patch.changes.push_back("tensor " + std::string(name) + ", float32 [" + std::to_string(document.written().factors.size())
            + "]: the factors" + (patch.header().findTensor(name) != nullptr ? " (it had others)" : ""));
    }
    for (const std::string_view name : factorTensors) {
        if (std::ranges::find(patch.newTensors, name) == patch.newTensors.end() && patch.header().findTensor(name) != nullptr) {
            patch.changes.push_back("tensor " + std::string(name) + " is left out");
        }
    }
}

Expected<Patch> makePatch(const ExportDocument& document, const ModelFilePointer& model)
{
    const std::int64_t targetLength = document.analysis->settings.targetLength;
    if (targetLength > std::numeric_limits<std::uint32_t>::max()) {
        return usageError(
            Sentence::of("the target length L′ is {1}; a GGUF model has at most 2^32 - 1 positions", std::to_string(targetLength)));
    }
    const GgufFile& gguf = *model->gguf();
    Patch patch{.model = model,
        .contextLength = static_cast<std::uint32_t>(targetLength),
        .newTensors = {},
        .copied = {},
        .kept = {},
        .added = {},
        .changes = {}};
    return gguf.file->checkIsAsOpened()
        .and_then([&] { return tensorsFor(gguf.rope.architecture, model->name); })
        .and_then([&](std::vector<std::string_view> tensors) {
            patch.newTensors = std::move(tensors);
            return checkIsForAllLayers(gguf.rope, model->name);
        })
        .and_then([&] { return checkFits(gguf.rope.rope, document.rope(), model->name); })
        .and_then([&] { return checkWhole(gguf.header, model->name); })
        .and_then([&] { return copiedTensors(gguf.header, model->name); })
        .map([&](std::vector<Copied> copied) {
            patch.copied = std::move(copied);
            changeTensors(patch, document);
            changeKeyValues(patch, document);
            return std::move(patch);
        });
}

// Counts what was written, for the progress and for the padding.
class PatchWriter {
public:
    PatchWriter(OutputFile& file, const ExportRun& run, std::uint64_t total) : m_file(file), m_run(run), m_total(total) { }

    Expected<void> write(std::string_view bytes)
    {
        m_written += bytes.size();
        return m_file.write(bytes);
    }

    Expected<void> pad(std::uint32_t alignment)
    {
        return write(std::string(static_cast<std::size_t>(gguf::paddingAfter(m_written, alignment)), '\0'));
    }

    Expected<void> copy(const RandomAccessFile& file, std::uint64_t offset, std::uint64_t bytes)
    {
        while (bytes > 0) {
            if (m_run.stop.stop_requested()) {
                return stoppedError();
            }
            const std::uint64_t part = std::min(bytes, bytesOfProgress);
            if (Expected<void> done = copyPart(file, offset, part); !done) {
                return done;
            }
            offset += part;
            bytes -= part;
            if (m_run.progress) {
                m_run.progress(m_written, std::max(m_written, m_total));
            }
        }
        return {};
    }

private:
    Expected<void> copyPart(const RandomAccessFile& file, std::uint64_t offset, std::uint64_t bytes)
    {
        std::array<char, sizeof(Block)>& block = m_block->bytes;
        while (bytes > 0) {
            const std::uint64_t room = block.size() - m_written % block.size();
            const std::span<char> piece(block.data(), static_cast<std::size_t>(std::min(bytes, room)));
            Expected<void> done = file.read(offset, std::as_writable_bytes(piece)).and_then([&] {
                return write({piece.data(), piece.size()});
            });
            if (!done) {
                return done;
            }
            offset += piece.size();
            bytes -= piece.size();
        }
        return {};
    }

    OutputFile& m_file;
    const ExportRun& m_run;
    std::uint64_t m_total;
    std::uint64_t m_written = 0;
    std::unique_ptr<Block> m_block = std::make_unique<Block>();
};

// The infos of all tensors, the new ones first; offsets without gaps.
std::string tensorInfos(const Patch& patch, const ExportDocument& document)
{
    const std::uint32_t alignment = patch.header().alignment();
    std::string infos;
    std::uint64_t offset = 0;
    for (const std::string_view name : patch.newTensors) {
        const gguf::TensorInfo tensor = tableTensor(document, name);
        infos += gguf::tensorInfo(tensor, offset);
        offset += *tensor.bytes + gguf::paddingAfter(*tensor.bytes, alignment);
    }
    for (const Copied& copied : patch.copied) {
        infos += gguf::tensorInfo(*copied.tensor, offset);
        offset += copied.bytes + gguf::paddingAfter(copied.bytes, alignment);
    }
    return infos;
}

std::string headOf(const Patch& patch, const ExportDocument& document)
{
    const std::uint32_t alignment = patch.header().alignment();
    const std::string data = tableTensorData(document);
    std::string head
        = gguf::preamble(patch.header().version(), patch.newTensors.size() + patch.copied.size(), patch.kept.size() + patch.added.size());
    const auto pad = [&] { head.append(gguf::paddingAfter(head.size(), alignment), '\0'); };
    for (const gguf::KeyValue* keyValue : patch.kept) {
        head += keyValue->stored;
    }
    for (const std::string& keyValue : patch.added) {
        head += keyValue;
    }
    head += tensorInfos(patch, document);
    pad();
    for (std::size_t i = 0; i < patch.newTensors.size(); ++i) {
        head += data;
        pad();
    }
    return head;
}

Copy copyOf(const Patch& patch, const ExportDocument& document)
{
    Copy copy{patch.model, headOf(patch, document), {}};
    for (const Copied& copied : patch.copied) {
        copy.parts.push_back({patch.header().dataBegin() + copied.tensor->offset, copied.bytes});
    }
    return copy;
}

Expected<void> write(const Copy& copy, OutputFile& file, const ExportRun& run)
{
    const GgufFile& model = *copy.model->gguf();
    PatchWriter writer(file, run, copy.head.size() + model.file->size());
    Expected<void> done = writer.write(copy.head);
    for (const Copy::Part& part : copy.parts) {
        done = done.and_then([&] { return writer.copy(*model.file, part.offset, part.bytes); }).and_then([&] {
            return writer.pad(model.header.alignment());
        });
    }
    return done.and_then([&] { return model.file->checkIsAsOpened(); }); // a copy of half of the one and half of the other is of neither
}

std::string descriptionOf(const Patch& patch, const ExportDocument& document)
{
    std::string text = "A copy of " + patch.model->name + " (" + std::to_string(patch.model->gguf()->file->size()) + " bytes, architecture "
        + patch.architecture() + "), with these changes:\n\n";
    for (const std::string& change : patch.changes) {
        text += "    " + change + "\n";
    }
    text += "\nHow the table was made, as key-values:\n\n";
    for (const auto& [name, value] : provenanceOf(document)) {
        text.append("    ").append(rotascopeKeyPrefix).append(name).append(" = ").append(value).append("\n");
    }
    text += "    rotascope.factors = float64 [" + std::to_string(document.written().factors.size())
        + "]: the factors before they are rounded to float32\n\n";
    const auto counted
        = [](std::size_t count, const std::string& what) { return std::to_string(count) + " " + what + (count == 1 ? "" : "s"); };
    return text + "All else, " + counted(patch.kept.size(), "key-value") + " and " + counted(patch.copied.size(), "tensor")
        + ", is copied as it is.\n";
}

// Of the model as it will be.
LintReport lintPatched(const Patch& patch, const ExportDocument& document)
{
    GgufRope model = patch.model->gguf()->rope;
    const ScalingTable written = document.written();
    const std::vector<float> factors(written.factors.begin(), written.factors.end());
    const auto factorsOf = [&](std::string_view name) {
        return std::ranges::find(patch.newTensors, name) == patch.newTensors.end() ? std::nullopt : std::optional(factors);
    };
    model.ropeFreqs = factorsOf(ropeFreqsTensor);
    model.ropeFactorsLong = factorsOf(ropeFactorsLongTensor);
    model.ropeFactorsShort = factorsOf(ropeFactorsShortTensor);
    model.scalingType.clear();
    model.statesFactor = model.statesBetas = false;
    model.yarnAttnFactor = model.yarnLogMultiplier = {};
    model.rope.ropeType = model.ropeFreqs ? "rope_freqs" : "longrope";
    model.rope.scaling = {};
    if (model.ropeFreqs) {
        model.rope.scaling.factors = written.factors;
        model.rope.scaling.magnitude = written.attentionFactor;
    } else {
        model.rope.scaling.longFactor = model.rope.scaling.shortFactor = written.factors;
        model.rope.scaling.attentionFactor = written.attentionFactor;
    }
    model.rope.maxPositionEmbeddings = patch.contextLength;
    model.rope.originalMaxPositionEmbeddings = patch.contextLength;
    model.rope.attentionFactor = written.attentionFactor;
    return lint(model, patch.model->name);
}

Expected<PreparedExport> make(const ExportDocument& document, const ModelFilePointer& into)
{
    return makePatch(document, into).map([&](const Patch& patch) {
        const auto copy = std::make_shared<const Copy>(copyOf(patch, document));
        return PreparedExport::ofStream([copy](OutputFile& file, const ExportRun& run) { return write(*copy, file, run); },
            descriptionOf(patch, document), lintPatched(patch, document));
    });
}

} // namespace

const ExportFormat ggufFormat = {
    .name = formatName::gguf.name,
    .label = formatName::gguf.label,
    .suffix = ".gguf",
    .description = Sentence::marked("A copy of a GGUF model that llama.cpp loads with the table and the new context length."),
    .readBy = Sentence::marked("llama.cpp and programs built on it"),
    .into = IntoKind::GgufModel,
    .intoRequired = true,
    .onlyToFile = true,
    .make = make,
    .recognises = gguf::looksLikeGguf,
    .read = readGgufTable,
};

} // namespace rotascope
