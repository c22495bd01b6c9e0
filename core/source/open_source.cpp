// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/open_source.h"

#include "core/files/random_access_file.h"
#include "core/model/presets.h"
#include "core/recording/counts_cache.h"
#include "core/recording/recording_reader.h"
#include "core/text.h"

#include <algorithm>
#include <system_error>

namespace rotascope {
namespace {

template <class Ropes> Expected<std::size_t> ropeIndex(const Ropes& ropes, const std::string& wanted, const std::string& file)
{
    for (std::size_t i = 0; i < ropes.size(); ++i) {
        if (ropes[i].name == (wanted.empty() ? "main" : wanted)) {
            return i;
        }
    }
    if (wanted.empty()) {
        return 0;
    }
    return usageError(file + ": " + Sentence::of("no RoPE named \"{1}\"; expected one of {2}", wanted, namesOf(ropes, [](const auto& rope) {
        return std::string_view(rope.name);
    })));
}

// The HDF5 signature stands at byte 0, or at 512, 1024, 2048 ... behind a user block.
bool looksLikeHdf5(const std::filesystem::path& file)
{
    constexpr std::string_view signature = "\x89HDF\r\n\x1a\n";
    const std::string head = headOf(file, 4096 + signature.size());
    for (std::size_t offset = 0; offset < head.size(); offset = offset == 0 ? 512 : 2 * offset) {
        if (std::string_view(head).substr(offset).starts_with(signature)) {
            return true;
        }
    }
    return false;
}

// A file that is named as a recording is one even if its content says otherwise: the message is then about that.
bool isRecording(const std::filesystem::path& file)
{
    const std::string extension = file.extension().string();
    return extension == ".h5" || extension == ".hdf5" || looksLikeHdf5(file);
}

Expected<PositionSet> distancesOf(const RecordingReader& reader, const std::stop_token& stop)
{
    return reader.countDistances(stop).and_then([&](const DistanceCounts& counts) -> Expected<PositionSet> {
        if (counts.pairs.empty()) {
            return inputError(reader.file().string() + ": "
                + Sentence::of("its distances are not known, because not every sequence has the positions p, p + 1, p + 2 and so on; "
                               "expected /distance_counts"));
        }
        return PositionSet::counted(counts.pairs);
    });
}

// Shape [layers, D]: over the heads of each layer.
Expected<std::vector<double>> usageOf(const RecordingReader& reader, std::size_t index, const std::stop_token& stop)
{
    return reader.usage(index, stop).map([&](const std::vector<double>& usage) {
        const RecordedRope& rope = reader.info().ropes[index];
        const std::size_t dimensions = rope.rope.dimensions();
        std::vector<double> sums(usage.empty() ? 0 : rope.layers.size() * dimensions, 0.0);
        const std::size_t ofLayer = usage.empty() ? 1 : usage.size() / rope.layers.size();
        for (std::size_t i = 0; i < usage.size(); ++i) {
            sums[i / ofLayer * dimensions + i % dimensions] += usage[i];
        }
        return sums;
    });
}

} // namespace

Expected<SourcePointer> openPreset(std::string_view modelId)
{
    return findPreset(modelId).map([](const Preset& preset) -> SourcePointer {
        Source source;
        source.kind = SourceKind::Preset;
        source.origin = preset.rope.modelId;
        source.rope = preset.rope;
        source.encoding = preset.encoding;
        return std::make_shared<const Source>(std::move(source));
    });
}

Expected<SourcePointer> sourceOf(const ModelFile& model, const std::string& ropeName)
{
    const HuggingFaceRopes& found = model.found;
    const Expected<std::size_t> index
        = ropeName.empty() ? Expected<std::size_t>(found.mainRope()) : ropeIndex(found.ropes, ropeName, model.name);
    if (!index) {
        return tl::unexpected(index.error());
    }
    Source source;
    source.kind = SourceKind::ConfigFile;
    source.origin = model.name;
    source.rope = found.ropes[*index].rope;
    source.encoding = found.ropes[*index].encoding;
    source.ropeName = found.ropes[*index].name;
    source.section = found.section;
    source.architecture = model.gguf() != nullptr ? model.gguf()->rope.architecture : std::string();
    std::ranges::transform(found.ropes, std::back_inserter(source.ropeNames), &NamedRope::name);
    return std::make_shared<const Source>(std::move(source));
}

Expected<OpenedSource> openConfig(const std::filesystem::path& file, const std::string& ropeName)
{
    return openModelFile(file).and_then([&](const ModelFilePointer& model) {
        return sourceOf(*model, ropeName).map([&](const SourcePointer& source) { return OpenedSource{source, model}; });
    });
}

Expected<SourcePointer> openRecording(
    const std::filesystem::path& file, const std::string& ropeName, const std::stop_token& stop, const OpenProgress& progress)
{
    const auto reader = RecordingReader::open(file);
    if (!reader) {
        return tl::unexpected(reader.error());
    }
    const RecordingInfo& info = (*reader)->info();
    const Expected<std::size_t> index = ropeIndex(info.ropes, ropeName, file.string());
    if (!index) {
        return tl::unexpected(index.error());
    }
    Source source;
    source.kind = SourceKind::Recording;
    source.origin = file.string();
    source.rope = info.ropes[*index].rope;
    source.ropeName = info.ropes[*index].name;
    std::ranges::transform(info.ropes, std::back_inserter(source.ropeNames), &RecordedRope::name);
    const std::shared_ptr<const CountsCache> cache = CountsCache::ofUser();
    source.recordedAngles = cachedAngles(*reader, *index, cache);
    source.recordedRows = (*reader)->recordedRows(*index);
    if (info.axes > 0) {
        Expected<std::vector<PositionSet>> positions = cachedPositions(**reader, cache.get(), stop, progress);
        if (!positions) {
            return tl::unexpected(positions.error());
        }
        source.recordedPositions = std::move(*positions);
    }
    if (info.hasDistanceCounts || (info.axes == 1 && info.hasRows && !info.sequenceOffsets.empty())) {
        source.recordedDistances = [reader = *reader](const std::stop_token& stopped) { return distancesOf(*reader, stopped); };
    }
    return usageOf(**reader, *index, stop).map([&](std::vector<double>&& usage) -> SourcePointer {
        source.usage = std::move(usage);
        source.usageLayers = source.usage.empty() ? std::vector<std::int32_t>() : info.ropes[*index].layers;
        return std::make_shared<const Source>(std::move(source));
    });
}

Expected<OpenedSource> openFile(
    const std::filesystem::path& file, const std::string& ropeName, const std::stop_token& stop, const OpenProgress& progress)
{
    if (isRecording(file)) {
        return openRecording(file, ropeName, stop, progress).map([](const SourcePointer& source) { return OpenedSource{source, nullptr}; });
    }
    return openConfig(file, ropeName);
}

Expected<SourcePointer> openNamed(
    const std::string& name, const std::string& ropeName, const std::stop_token& stop, const OpenProgress& progress)
{
    std::error_code fault;
    if (std::filesystem::exists(name, fault)) {
        return openFile(name, ropeName, stop, progress).map(&OpenedSource::source);
    }
    const Expected<SourcePointer> preset = openPreset(name);
    if (!preset) {
        return inputError(name + ": "
            + Sentence::of(
                "there is no such file, and no preset of this name; expected a recording, a config.json, a GGUF model or an id that "
                "`rotascope-cli models` lists"));
    }
    return ropeName.empty()
        ? preset
        : usageError(Sentence::of(
            R"(the RoPE "{1}" was asked for, but {2} is a preset, which has a single one; expected a file)", ropeName, (*preset)->origin));
}

Expected<RopeList> ropesOfPreset(std::string_view modelId)
{
    return findPreset(modelId).map([](const Preset& preset) {
        return RopeList{preset.rope.modelId, {{.name = "main", .rope = preset.rope, .layers = {}, .encoding = preset.encoding}}, {}};
    });
}

Expected<RopeList> ropesOfFile(const std::filesystem::path& file)
{
    if (isRecording(file)) {
        return RecordingReader::open(file).map([&](const std::shared_ptr<RecordingReader>& reader) {
            RopeList list{.origin = file.string(), .ropes = {}, .unrotatedLayers = {}, .isRecorded = true};
            for (const RecordedRope& rope : reader->info().ropes) {
                list.ropes.push_back({rope.name, rope.rope, {rope.layers.begin(), rope.layers.end()}});
            }
            return list;
        });
    }
    return openModelFile(file).map([&](const ModelFilePointer& model) {
        return RopeList{model->name, model->found.ropes, model->found.unrotatedLayers};
    });
}

} // namespace rotascope
