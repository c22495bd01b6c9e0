// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tables/hdf5_table.h"

#include "core/exchange/checked_table.h"
#include "core/exchange/tables/table_columns.h"
#include "core/files/text.h"
#include "core/hdf5/checked_member.h"
#include "core/hdf5/child.h"
#include "core/hdf5/dataset_opener.h"
#include "core/hdf5/file.h"
#include "core/hdf5/member_writer.h"

#include <algorithm>
#include <array>
#include <new>
#include <numeric>

namespace rotascope {

template <class Archive> void transfer(Archive& archive, ImportedTable& table)
{
    hdf5::transfer(archive, table.table.factors);
    hdf5::transfer(archive, table.table.attentionFactor);
    hdf5::transfer(archive, table.provenance);
}

namespace {

constexpr const char* formatName = "rotascope-table";
constexpr std::int64_t formatVersion = 1;
constexpr std::size_t choiceBytes = 13; // "extrapolation", "interpolation"
constexpr std::size_t imageGrowth = std::size_t{64} << 10U;
constexpr hsize_t mostAttributes = 1024;
constexpr unsigned secondsToRead = 10;

void writeMembers(hdf5::MemberWriter& writer, const ExportDocument& document, hid_t file)
{
    writer.addText(file, "format", formatName);
    writer.addInteger(file, "version", formatVersion);
    writer.addReal(file, "attention_factor", document.written().attentionFactor);
    const hdf5::Group provenance = writer.addGroup(file, "provenance");
    for (const auto& [name, value] : provenanceOf(document)) {
        writer.addText(provenance.id(), name.c_str(), value);
    }
    const std::vector<std::string_view> choices = choicesOf(document);
    const std::array<hsize_t, 1> dimensions = {choices.size()};
    std::vector<int> index(choices.size());
    std::iota(index.begin(), index.end(), 0);
    writer.write(writer.addDataset(file, "index", H5T_STD_I32LE, dimensions), H5T_NATIVE_INT, index.data());
    for (const TableColumn& column : columnsOf(document)) {
        writer.write(
            writer.addDataset(file, std::string(column.name).c_str(), H5T_IEEE_F64LE, dimensions), H5T_NATIVE_DOUBLE, column.values.data());
    }
    const hdf5::Datatype text(H5Tcopy(H5T_C_S1));
    H5Tset_size(text.id(), choiceBytes);
    H5Tset_strpad(text.id(), H5T_STR_NULLPAD);
    std::string characters(choices.size() * choiceBytes, '\0');
    for (std::size_t i = 0; i < choices.size(); ++i) {
        choices[i].copy(characters.data() + i * choiceBytes, choiceBytes);
    }
    writer.write(writer.addDataset(file, "choice", text.id(), dimensions), text.id(), characters.data());
}

// The file is made in memory: it has some kB, and is then written as every other export.
Expected<std::string> imageOf(const ExportDocument& document)
{
    const auto failure = [] { return outputError(Sentence::of("the HDF5 file cannot be made, as where memory is short; try again")); };
    const hdf5::PropertyList access(H5Pcreate(H5P_FILE_ACCESS));
    if (H5Pset_fapl_core(access.id(), imageGrowth, /*backing_store=*/false) < 0) {
        return failure();
    }
    // HDF5 opens even a file in memory by its name first, and reads what it finds: there is nothing of this name anywhere.
    const hdf5::File file(H5Fcreate("/dev/null/scaling-table.h5", H5F_ACC_TRUNC, H5P_DEFAULT, access.id()));
    if (!file.valid()) {
        return failure();
    }
    hdf5::MemberWriter writer;
    writeMembers(writer, document, file.id());
    const bool written = writer.ok() && H5Fflush(file.id(), H5F_SCOPE_GLOBAL) >= 0;
    const ssize_t size = written ? H5Fget_file_image(file.id(), nullptr, 0) : -1;
    std::string bytes(static_cast<std::size_t>(std::max<ssize_t>(size, 0)), '\0');
    if (size < 0 || H5Fget_file_image(file.id(), bytes.data(), bytes.size()) < 0) {
        return failure();
    }
    return bytes;
}

std::string descriptionOf(const ExportDocument& document)
{
    const std::string shape = " [" + std::to_string(document.written().factors.size()) + "]\n";
    std::string text = "An HDF5 file.\n\n/                            format = rotascope-table, version = 1, attention_factor = "
        + exactText(document.written().attentionFactor) + "\n/index                       int32" + shape;
    for (const TableColumn& column : columnsOf(document)) {
        text.append("/").append(column.name).append(28 - column.name.size(), ' ').append("float64").append(shape);
    }
    text += "/choice                      text" + shape + "/provenance                  attributes:\n\n";
    for (const auto& [name, value] : provenanceOf(document)) {
        text.append("    ").append(name).append(" = ").append(value).append("\n");
    }
    return text;
}

Expected<std::map<std::string, std::string>> readProvenance(hid_t file, const std::string& root)
{
    const auto group = hdf5::openGroup(file, "provenance", root);
    if (!group) {
        return tl::unexpected(group.error());
    }
    const std::string where = hdf5::memberOf(root, "provenance");
    H5O_info_t info{};
    if (H5Oget_info2(group->id(), &info, H5O_INFO_NUM_ATTRS) < 0 || info.num_attrs > mostAttributes) {
        return inputError(
            where + ": " + Sentence::of("its attributes cannot be listed; expected at most {1}", std::to_string(mostAttributes)));
    }
    std::map<std::string, std::string> provenance;
    std::array<char, hdf5::maxTextLength + 1> name{};
    for (hsize_t i = 0; i < info.num_attrs; ++i) {
        const ssize_t length = H5Aget_name_by_idx(group->id(), ".", H5_INDEX_NAME, H5_ITER_INC, i, name.data(), name.size(), H5P_DEFAULT);
        if (length < 0 || static_cast<std::size_t>(length) > hdf5::maxTextLength) {
            return inputError(where + ": " + Sentence::of("the name of attribute {1} is not usable", std::to_string(i)));
        }
        const auto text = hdf5::textAttribute(group->id(), name.data(), where);
        if (!text) {
            return tl::unexpected(text.error());
        }
        provenance.emplace(name.data(), text->value_or(""));
    }
    return provenance;
}

Expected<std::vector<double>> readFactors(const hdf5::InputFile& input)
{
    const std::string where = hdf5::memberOf(input.where(), "factor");
    const auto exists = hdf5::hasMember(input.file.id(), "factor", input.where());
    if (!exists) {
        return tl::unexpected(exists.error());
    }
    if (!*exists) {
        return inputError(where + ": " + Sentence::of("is missing; expected float64 [D]"));
    }
    return hdf5::openDataset(input, input.file.id(), "factor", {hdf5::NumberType::Float64}, where)
        .and_then([&](const hdf5::StoredDataset& dataset) -> Expected<std::vector<double>> {
            if (dataset.rows() > 65536) {
                return inputError(where + ": " + Sentence::of("has {1} values; expected at most 65536", std::to_string(dataset.rows())));
            }
            return dataset.readColumn<double>();
        });
}

Expected<ImportedTable> readTable(const std::shared_ptr<const RandomAccessFile>& stored)
{
    const auto input = hdf5::openInputFile(stored);
    if (!input) {
        return tl::unexpected(input.error());
    }
    const hid_t root = input->file.id();
    const auto format = hdf5::textAttribute(root, "format", input->where());
    const auto version = hdf5::integerAttribute(root, "version", input->where());
    const auto attentionFactor = hdf5::realAttribute(root, "attention_factor", input->where());
    if (!format || !version || !attentionFactor) {
        return tl::unexpected(!format ? format.error() : !version ? version.error() : attentionFactor.error());
    }
    if (format->value_or("") != formatName || version->value_or(0) != formatVersion || !*attentionFactor) {
        return inputError(input->where() + ": "
            + Sentence::of(
                "expected the attributes format = \"{1}\", version = {2} and attention_factor", formatName, std::to_string(formatVersion)));
    }
    const auto factors = readFactors(*input);
    const auto provenance = readProvenance(root, input->where());
    if (!factors || !provenance) {
        return tl::unexpected(!factors ? factors.error() : provenance.error());
    }
    return checked({{*factors, **attentionFactor}, *provenance}, stored->name());
}

Expected<ImportedTable> read(const std::filesystem::path& file)
try {
    return hdf5::openStoredFile(file, Sentence::marked("a table that Rotascope exported"))
        .and_then([](const std::shared_ptr<const RandomAccessFile>& stored) {
            return hdf5::readInChild<ImportedTable>(*stored, secondsToRead, [&stored] { return readTable(stored); });
        });
} catch (const std::bad_alloc&) {
    return inputError(file.string() + ": " + Sentence::of("there is not enough memory to read it"));
}

Expected<PreparedExport> make(const ExportDocument& document, const ModelFilePointer&)
{
    return hdf5::writeInChild<std::string>("the HDF5 file", [&] { return imageOf(document); }).map([&](std::string bytes) {
        return PreparedExport::ofBytes(std::move(bytes), descriptionOf(document));
    });
}

bool recognises(std::string_view head)
{
    return head.starts_with("\x89HDF");
}

} // namespace

const ExportFormat hdf5Format = {
    .name = "hdf5",
    .label = Sentence::marked("HDF5 table"),
    .suffix = ".h5",
    .description = Sentence::marked("A dataset for each quantity, and how the table was made."),
    .readBy = Sentence::marked("h5py, MATLAB, Julia, R"),
    .make = make,
    .recognises = recognises,
    .read = read,
};

} // namespace rotascope
