// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tables/npy_table.h"

#include "core/exchange/checked_table.h"
#include "core/exchange/provenance_json.h"
#include "core/exchange/read_table.h"
#include "core/exchange/tables/table_columns.h"
#include "core/files/json.h"
#include "core/files/little_endian.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace rotascope {
namespace {

constexpr std::string_view magic = "\x93NUMPY";
constexpr std::size_t preambleBytes = 10; // magic, version 1.0, length of the header
constexpr std::size_t alignment = 64; // of the data, as numpy.save aligns them
constexpr std::size_t choiceCharacters = 13; // "extrapolation", "interpolation"
constexpr std::size_t mostDimensions = 65536;

constexpr std::array columnNames
    = {"inv_freq", "wavelength", "factor", "extended_inv_freq", "disturbance_extrapolation", "disturbance_interpolation", "disturbance"};
constexpr std::size_t factorColumn = 2;

// The header as numpy.save spells it for `dimensions` and so many bytes of provenance.
std::string headerText(std::size_t dimensions, std::size_t provenanceBytes)
{
    const std::string shape = ", (" + std::to_string(dimensions) + ",)), ";
    std::string text = "{'descr': [('index', '<i8'" + shape;
    for (const char* name : columnNames) {
        text += "('" + std::string(name) + "', '<f8'" + shape;
    }
    return text + "('choice', '<U" + std::to_string(choiceCharacters) + "'" + shape + "('attention_factor', '<f8'), ('provenance', '|S"
        + std::to_string(provenanceBytes) + "')], 'fortran_order': False, 'shape': (), }";
}

// Where a member begins in the data.
std::size_t columnOffset(std::size_t column, std::size_t dimensions)
{
    return (1 + column) * dimensions * sizeof(double);
}
std::size_t attentionFactorOffset(std::size_t dimensions)
{
    return columnOffset(columnNames.size(), dimensions) + dimensions * choiceCharacters * sizeof(char32_t);
}

std::string bytesOf(const ExportDocument& document)
{
    const std::vector<std::string_view> choices = choicesOf(document);
    const std::string provenance = provenanceJson(document).dump();
    std::string header = headerText(choices.size(), provenance.size());
    // Spaces, then a line end, up to the next multiple of the alignment.
    header.append(alignment - (preambleBytes + header.size()) % alignment, ' ').back() = '\n';
    std::string bytes(magic);
    bytes += std::string_view("\x01\x00", 2);
    appendLittleEndian(bytes, static_cast<std::uint16_t>(header.size()));
    bytes += header;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        appendLittleEndian(bytes, static_cast<std::uint64_t>(i));
    }
    for (const TableColumn& column : columnsOf(document)) {
        for (const double value : column.values) {
            appendLittleEndian(bytes, value);
        }
    }
    for (const std::string_view choice : choices) {
        for (std::size_t i = 0; i < choiceCharacters; ++i) {
            appendLittleEndian(bytes, i < choice.size() ? static_cast<std::uint32_t>(choice[i]) : 0U);
        }
    }
    appendLittleEndian(bytes, document.written().attentionFactor);
    return bytes + provenance;
}

std::string descriptionOf(const ExportDocument& document)
{
    std::string text = "A NumPy file with one record, whose members are whole columns.\n\n    table = numpy.load(\"scaling-table.npy\")\n"
                       "    table[\"factor\"]\n    json.loads(table[\"provenance\"].item())\n\n";
    const std::string shape = " [" + std::to_string(document.written().factors.size()) + "]\n";
    text += "index                      int64" + shape;
    for (const std::string name : columnNames) {
        text.append(name).append(27 - name.size(), ' ').append("float64").append(shape);
    }
    return text + "choice                     str" + shape
        + "attention_factor           float64\nprovenance                 bytes, JSON\n\n" + provenanceComments(document);
}

Expected<ImportedTable> read(const std::filesystem::path& file)
{
    return readAndParse(file, parseNpyTable);
}

// The number behind `before` in a text.
std::optional<std::size_t> numberAfter(std::string_view text, std::string_view before)
{
    const std::size_t at = text.find(before);
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    std::size_t value = 0;
    const char* const end = text.data() + text.size();
    return std::from_chars(text.data() + at + before.size(), end, value).ec == std::errc() ? std::optional(value) : std::nullopt;
}

Expected<PreparedExport> make(const ExportDocument& document, const ModelFilePointer&)
{
    return PreparedExport::ofBytes(bytesOf(document), descriptionOf(document));
}

bool recognises(std::string_view head)
{
    return head.starts_with(magic);
}

} // namespace

const ExportFormat npyFormat = {
    .name = "npy",
    .label = Sentence::marked("NumPy array"),
    .suffix = ".npy",
    .description = Sentence::marked("One record with a column for each quantity, and how the table was made."),
    .readBy = Sentence::marked("NumPy (numpy.load)"),
    .make = make,
    .recognises = recognises,
    .read = read,
};

Expected<ImportedTable> parseNpyTable(std::string_view bytes, const std::string& where)
{
    const auto failure = [&](const Sentence& what) { return inputError(where + ": " + what); };
    if (!bytes.starts_with(magic) || bytes.size() < preambleBytes || bytes[magic.size()] != 1) {
        return failure(Sentence::of("not a NumPy file of version 1; expected a table that Rotascope exported"));
    }
    const std::size_t headerBytes = littleEndianAt<std::uint16_t>(bytes, preambleBytes - sizeof(std::uint16_t));
    if (bytes.size() - preambleBytes < headerBytes) {
        return failure(Sentence::of("the file ends within its header"));
    }
    // What the header says is compared with what it would be for the sizes in it: there is nothing else to understand.
    std::string_view header = bytes.substr(preambleBytes, headerBytes);
    header = header.substr(0, header.find_last_not_of(" \n") + 1);
    const std::size_t dimensions = numberAfter(header, "'<i8', (").value_or(0);
    const std::size_t provenanceBytes = numberAfter(header, "('provenance', '|S").value_or(0);
    if (dimensions > mostDimensions || header != headerText(dimensions, provenanceBytes)) {
        return failure(Sentence::of("the NumPy header is not that of a table that Rotascope exported"));
    }
    const std::string_view data = bytes.substr(preambleBytes + headerBytes);
    const std::size_t attentionFactor = attentionFactorOffset(dimensions);
    const std::size_t before = attentionFactor + sizeof(double);
    if (data.size() < before || data.size() - before != provenanceBytes) {
        return failure(Sentence::of("the data have {1} bytes; the header promises {2} dimensions and {3} bytes of provenance",
            std::to_string(data.size()), std::to_string(dimensions), std::to_string(provenanceBytes)));
    }
    ImportedTable result;
    for (std::size_t i = 0; i < dimensions; ++i) {
        result.table.factors.push_back(littleEndianAt<double>(data, columnOffset(factorColumn, dimensions) + i * sizeof(double)));
    }
    result.table.attentionFactor = littleEndianAt<double>(data, attentionFactor);
    result.provenance = parseProvenance(parseOrderedJson(data.substr(before)).value_or(OrderedJson()));
    return checked(std::move(result), where);
}

} // namespace rotascope
