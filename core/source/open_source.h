// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/source.h"
#include "core/error.h"
#include "core/model/model_file.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

namespace rotascope {

using SourcePointer = std::shared_ptr<const Source>;

/// A source, and the model's file that it was read from, for whoever wants to know more of the model than its RoPE.
struct OpenedSource {
    SourcePointer source;
    ModelFilePointer file; ///< null for a preset and a recording
};

/// Done so far and in all, in rows of a recording; called from the calling thread.
using OpenProgress = std::function<void(std::int64_t done, std::int64_t total)>;

/// The source of a preset (core/model/presets.h).
Expected<SourcePointer> openPreset(std::string_view modelId);

/// The source of a model's file. `ropeName`: which RoPE of a model with several ("full_attention", ...); empty: the main one.
Expected<SourcePointer> sourceOf(const ModelFile& model, const std::string& ropeName = {});

/// The same, of a Hugging Face config.json or a GGUF model that is read first.
Expected<OpenedSource> openConfig(const std::filesystem::path& file, const std::string& ropeName = {});

/// The source of a recording: its RoPE, its positions counted (the whole file is read once), its angles ready to be counted.
/// `ropeName`: the group in /ropes; empty: "main", or the only or first one.
Expected<SourcePointer> openRecording(const std::filesystem::path& file, const std::string& ropeName = {}, const std::stop_token& stop = {},
    const OpenProgress& progress = {});

/// A recording, a config.json or a GGUF model, told apart by what is in the file.
Expected<OpenedSource> openFile(const std::filesystem::path& file, const std::string& ropeName = {}, const std::stop_token& stop = {},
    const OpenProgress& progress = {});

/// A source as people name it: a file as openFile() takes it, else a preset.
Expected<SourcePointer> openNamed(
    const std::string& name, const std::string& ropeName = {}, const std::stop_token& stop = {}, const OpenProgress& progress = {});

/// All RoPEs of a model.
struct RopeList {
    std::string origin; ///< the model id of a preset, else the file
    std::vector<NamedRope> ropes; ///< at least one
    std::vector<int> unrotatedLayers; ///< 0-based: layers without a RoPE, as far as the source tells
    bool isRecorded = false; ///< whether their frequencies are those that a recording holds
};

Expected<RopeList> ropesOfPreset(std::string_view modelId);
/// Of a config.json, a GGUF model or a recording.
Expected<RopeList> ropesOfFile(const std::filesystem::path& file);

} // namespace rotascope
