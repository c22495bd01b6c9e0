// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/prompt_csv.h"

#include "core/exchange/export_format.h"
#include "core/exchange/tables/csv_table.h"
#include "core/files/escape.h"
#include "core/files/text.h"
#include "core/text.h"

#include <span>
#include <vector>

namespace rotascope {
namespace {

void appendHead(std::string& text, const std::string& name, const std::string& value)
{
    text.append("# ").append(name).append(": ").append(csvComment(value)).append("\n");
}

// Within quotes, because a full stop is a word, and a comma may be one.
std::string quoted(const std::string& word)
{
    std::string text = "\"";
    for (const char c : visibleText(word)) {
        text.append(c == '"' ? "\"\"" : std::string(1, c));
    }
    return text + '"';
}

} // namespace

std::string promptCsv(
    const PromptReading& reading, const LanguageModel& model, const std::string& table, const std::shared_ptr<const Analysis>& analysis)
{
    const ModelShape& shape = model.shape;
    const std::span<const Token> right = std::span(reading.text.tokens).subspan(reading.text.answer(), keyLength);
    std::string probabilities;
    for (const double probability : reading.probability) {
        probabilities.append(probabilities.empty() ? "" : " ").append(shortText(probability));
    }
    std::string text = csvProvenance(documentOfChosen(analysis));
    appendHead(text, "table", table);
    appendHead(text, "key", model.vocabulary.decode(right));
    appendHead(text, "answer", model.vocabulary.decode(reading.answer));
    appendHead(text, "probability", probabilities);
    text += "token,word,is_key";
    for (std::size_t layer = 0; layer < shape.layers; ++layer) {
        for (std::size_t head = 0; head < shape.heads; ++head) {
            text.append(",layer_").append(std::to_string(layer + 1)).append("_head_").append(std::to_string(head + 1));
        }
    }
    text += '\n';
    std::vector<std::vector<double>> attention;
    for (std::size_t head = 0; head < shape.layers * shape.heads; ++head) {
        attention.push_back(reading.attentionOf(head));
    }
    for (std::size_t token = 0; token < reading.attention.tokens; ++token) {
        const bool isKey = token >= reading.text.key && token < reading.text.key + keyLength;
        text.append(std::to_string(token)).append(",").append(quoted(model.vocabulary.word(reading.text.tokens[token])));
        text.append(isKey ? ",1" : ",0");
        for (const std::vector<double>& ofHead : attention) {
            text.append(",").append(exactText(ofHead[token]));
        }
        text += '\n';
    }
    return text;
}

} // namespace rotascope
