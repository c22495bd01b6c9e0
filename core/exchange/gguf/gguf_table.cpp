// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/gguf/gguf_table.h"

#include "core/exchange/checked_table.h"
#include "core/files/little_endian.h"
#include "core/files/random_access_file.h"
#include "core/files/text.h"
#include "core/gguf/gguf_writer.h"
#include "core/model/gguf_config.h"
#include "core/rope/frozen.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace rotascope {
namespace {

constexpr std::string_view factorsKey = "rotascope.factors";
constexpr std::string_view attentionFactorKey = "rotascope.attention_factor"; // of provenance

Expected<std::optional<std::vector<float>>> factorTensor(const gguf::Header& header)
{
    const bool hasFreqs = header.findTensor(ropeFreqsTensor) != nullptr;
    return header.floatTensor(hasFreqs ? ropeFreqsTensor : ropeFactorsLongTensor);
}

Expected<std::vector<double>> factorsOf(const gguf::Header& header, const std::string& where)
{
    const auto exact = header.reals(factorsKey);
    const auto tensor = factorTensor(header);
    if (!exact || !tensor) {
        return tl::unexpected(!exact ? exact.error() : tensor.error());
    }
    if (!*tensor) {
        return inputError(where + ": " + Sentence::of("no tensor {1}; expected a GGUF file with a scaling table", ropeFreqsTensor));
    }
    if (!*exact) {
        return withFrozen({(*tensor)->begin(), (*tensor)->end()});
    }
    for (std::size_t i = 0; i < (*exact)->size(); ++i) { // an impossible one has a message of its own
        if (const double factor = (**exact)[i]; !(factor > 0.0)) {
            return factorOf(exactText(factor), where + ": " + std::string(factorsKey) + ": " + nameOfFactor(i)).map([](double) {
                return std::vector<double>();
            });
        }
    }
    if (!std::ranges::equal(
            withoutFrozen(**exact), **tensor, [](double factor, float stored) { return static_cast<float>(factor) == stored; })) {
        return inputError(where + ": " + Sentence::of("{1} and the tensor differ: the file was changed after it was exported", factorsKey));
    }
    return **exact;
}

Expected<double> statedAttentionFactor(const gguf::Header& header, const std::string& where)
{
    const auto text = header.text(attentionFactorKey);
    if (!text || !*text) {
        return text ? Expected<double>(1.0) : tl::unexpected(text.error());
    }
    return attentionFactorOf(**text, where + ": " + std::string(attentionFactorKey));
}

Expected<ImportedTable> tableOf(const gguf::Header& header, const std::string& where)
{
    const auto factors = factorsOf(header, where);
    const auto attentionFactor = statedAttentionFactor(header, where);
    if (!factors || !attentionFactor) {
        return tl::unexpected(!factors ? factors.error() : attentionFactor.error());
    }
    ImportedTable result{{*factors, *attentionFactor}, {}};
    for (const gguf::KeyValue& keyValue : header.keyValues()) {
        if (keyValue.key.starts_with(rotascopeKeyPrefix) && keyValue.type == gguf::ValueType::String) {
            const auto text = header.text(keyValue.key);
            if (!text) {
                return tl::unexpected(text.error());
            }
            result.provenance.emplace(keyValue.key.substr(rotascopeKeyPrefix.size()), **text);
        }
    }
    return checked(std::move(result), where);
}

} // namespace

std::vector<std::string> tableKeyValues(const ExportDocument& document)
{
    std::vector<std::string> keyValues;
    for (const auto& [name, value] : provenanceOf(document)) {
        keyValues.push_back(gguf::textKeyValue(std::string(rotascopeKeyPrefix) + name, value));
    }
    keyValues.push_back(gguf::realsKeyValue(factorsKey, document.written().factors));
    return keyValues;
}

gguf::TensorInfo tableTensor(const ExportDocument& document, std::string_view name)
{
    gguf::TensorInfo tensor;
    tensor.name = name;
    tensor.rank = 1;
    tensor.shape[0] = document.written().factors.size();
    tensor.type = gguf::float32Type;
    tensor.bytes = tensor.shape[0] * sizeof(float);
    return tensor;
}

std::string tableTensorData(const ExportDocument& document)
{
    std::string data;
    const ScalingTable written = document.written();
    for (const double factor : withoutFrozen(written.factors)) {
        appendLittleEndian(data, static_cast<float>(factor));
    }
    return data;
}

Expected<ImportedTable> parseGgufTable(std::string_view file, const std::string& where)
{
    return gguf::Header::parse(file, where).and_then([&](const gguf::Header& header) { return tableOf(header, where); });
}

Expected<ImportedTable> readGgufTable(const std::filesystem::path& file)
{
    return RandomAccessFile::open(file, Sentence::marked("a GGUF file with a scaling table"))
        .and_then([](RandomAccessFile opened) { return gguf::Header::read(std::make_shared<const RandomAccessFile>(std::move(opened))); })
        .and_then([&](const gguf::Header& header) { return tableOf(header, file.string()); });
}

} // namespace rotascope
