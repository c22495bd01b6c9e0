// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/starting_point.h"

#include "core/scaling/llama3_ramp.h"
#include "core/scaling/own_frequencies.h"
#include "core/scaling/transformers_scaling.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>

namespace rotascope {
namespace {

// The trained frequencies in place of the unscaled ones.
RopeConfig trainedRope(const RopeConfig& model, const ScalingTable& own)
{
    RopeConfig rope = model;
    for (std::size_t i = 0; i < rope.dimensions(); ++i) {
        rope.invFreq[i] = std::isinf(own.factors[i]) ? 0.0 : model.invFreq[i] / own.factors[i];
    }
    rope.originalMaxPositionEmbeddings = model.trainedLength();
    rope.ropeType = "default"; // it is in the frequencies now
    rope.scaling = {};
    rope.attentionFactor = 1.0;
    return rope;
}

// A recording of a model with a scaling holds the frequencies that the model used: the trained ones. Its own factors follow from them.
std::shared_ptr<const TrainedScaling> scalingOfRecording(const RopeConfig& recorded)
{
    TrainedScaling trained{recorded, {.factors = recordedFrequencies(recorded).factors, .attentionFactor = recorded.attentionFactor}};
    trained.model.invFreq = standardInvFreq(*recorded.ropeTheta, recorded.rotaryDim);
    return std::make_shared<const TrainedScaling>(std::move(trained));
}

bool isRecordingOfAScaledModel(const Source& source)
{
    return source.kind == SourceKind::Recording && !source.trained && source.rope.ropeType != "default" && source.rope.ropeTheta;
}

// A GGUF model may state a type beside the factors of its tensor.
std::string ownScalingText(const RopeConfig& model)
{
    const bool isOnTop = !model.scaling.factors.empty() && model.ropeType != "rope_freqs";
    return model.ropeType + (isOnTop ? " on top of the factors in the file" : "");
}

std::string ownFactorRange(const ScalingTable& own)
{
    const auto [least, most] = std::ranges::minmax(own.factors);
    const std::string mostText = std::isinf(most) ? "frozen" : shortText(most);
    return least == most ? "factor " + mostText : "factors " + shortText(least) + " to " + mostText;
}

} // namespace

std::string_view nameOfStart(StartingPoint start)
{
    return start == StartingPoint::Trained ? "the trained model" : "the unscaled RoPE";
}

std::string_view machineNameOfStart(StartingPoint start)
{
    return start == StartingPoint::Trained ? "trained" : "unscaled";
}

StartingPoint defaultStart(const RopeConfig& rope)
{
    return isTrainedScaling(rope) ? StartingPoint::Trained : StartingPoint::Unscaled;
}

Expected<std::shared_ptr<const Source>> startingFrom(const std::shared_ptr<const Source>& source, StartingPoint start)
{
    if (isRecordingOfAScaledModel(*source)) {
        auto recorded = std::make_shared<Source>(*source);
        recorded->trained = scalingOfRecording(source->rope);
        recorded->rope = trainedRope(source->rope, {.factors = std::vector<double>(source->rope.dimensions(), 1.0)});
        return startingFrom(recorded, start);
    }
    if (source->start() == start) {
        return source;
    }
    auto other = std::make_shared<Source>(*source);
    if (start == StartingPoint::Unscaled) {
        other->rope = source->trained->model;
        other->trained = nullptr;
        return other;
    }
    const RopeConfig& model = source->rope;
    if (model.ropeType == "default") {
        return usageError(source->origin + ": states no scaling of its own, so that its trained model is the unscaled RoPE");
    }
    // Of the length that it was trained for: longrope has another list below, dynamic no effect.
    return transformersScaling(model, model.trainedLength().value_or(1))
        .and_then([&](const ScalingTable& own) -> Expected<std::shared_ptr<const Source>> {
            other->trained = std::make_shared<const TrainedScaling>(TrainedScaling{model, own});
            other->rope = trainedRope(model, own);
            return other;
        })
        .map_error([&](const Error& error) {
            return Error{error.kind, source->origin + ": its trained model cannot be computed: " + error.message};
        });
}

std::shared_ptr<const Source> atDefaultStart(const std::shared_ptr<const Source>& source)
{
    const bool isAsUsed = isRecordingOfAScaledModel(*source);
    return startingFrom(source, isAsUsed ? StartingPoint::Trained : defaultStart(source->modelRope())).value_or(source);
}

std::string unknownLengthNote(const Source& source)
{
    const RopeConfig& model = source.modelRope();
    if (source.trained != nullptr) {
        return {};
    }
    if (model.ropeType == "rope_freqs") {
        return "The file does not state the length of pre-training: set L (--pretraining-length).";
    }
    if (model.ropeType == "linear" && model.originalMaxPositionEmbeddings == model.maxPositionEmbeddings && model.scaling.factor) {
        const auto length = static_cast<double>(model.maxPositionEmbeddings.value_or(0));
        return "The file does not state the length of pre-training: " + shortText(length) + ", or "
            + shortText(length / *model.scaling.factor) + " if that is the length after its linear scaling: set L (--pretraining-length).";
    }
    return {};
}

std::string startNote(const Source& source)
{
    const RopeConfig& model = source.modelRope();
    if (model.ropeType == "default") {
        return {};
    }
    if (const std::string unknown = unknownLengthNote(source); !unknown.empty()) {
        const bool isTensor = model.ropeType == "rope_freqs";
        const auto ramp = isTensor ? llama3RampOf(model, model.scaling.factors) : std::nullopt;
        return "Extended from the unscaled RoPE" + std::string(isTensor ? ", without the model's own factors" : "")
            + (ramp ? " (" + textOf(*ramp) + ")" : std::string()) + ". " + unknown;
    }
    if (source.trained == nullptr) {
        return "Extended from the unscaled RoPE: the " + ownScalingText(model)
            + " scaling that the source states is not part of \"before\"; the method own applies it.";
    }
    return "Extended from the trained model: its own scaling (" + ownScalingText(model) + ", " + ownFactorRange(source.trained->own)
        + ") is part of \"before\" and stays; factors here come on top of it, and exports hold the product.";
}

} // namespace rotascope
