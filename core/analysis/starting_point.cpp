// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/starting_point.h"

#include "core/rope/position_method.h"
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
Sentence ownScalingText(const RopeConfig& model)
{
    const bool isOnTop = !model.scaling.factors.empty() && model.ropeType != "rope_freqs";
    return isOnTop ? Sentence::of("{1} on top of the factors in the file", model.ropeType) : Sentence(model.ropeType);
}

Sentence ownFactorRange(const ScalingTable& own)
{
    const auto [least, most] = std::ranges::minmax(own.factors);
    const Sentence mostText = std::isinf(most) ? Sentence::of("frozen") : number(most);
    return least == most ? Sentence::of("factor {1}", mostText) : Sentence::of("factors {1} to {2}", number(least), mostText);
}

} // namespace

std::string_view nameOfStart(StartingPoint start)
{
    return start == StartingPoint::Trained ? Sentence::marked("the trained model") : Sentence::marked("the unscaled RoPE");
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
        return usageError(
            source->origin + ": " + Sentence::of("states no scaling of its own, so that its trained model is the unscaled RoPE"));
    }
    // Of the length that it was trained for: longrope has another list below, dynamic no effect.
    return transformersScaling(model, model.trainedLength().value_or(1))
        .and_then([&](const ScalingTable& own) -> Expected<std::shared_ptr<const Source>> {
            other->trained = std::make_shared<const TrainedScaling>(TrainedScaling{model, own});
            other->rope = trainedRope(model, own);
            return other;
        })
        .map_error([&](const Error& error) {
            return Error{error.kind, source->origin + ": " + Sentence::of("its trained model cannot be computed: {1}", error.message)};
        });
}

std::shared_ptr<const Source> atDefaultStart(const std::shared_ptr<const Source>& source)
{
    const bool isAsUsed = isRecordingOfAScaledModel(*source);
    return startingFrom(source, isAsUsed ? StartingPoint::Trained : defaultStart(source->modelRope())).value_or(source);
}

Sentence unknownLengthNote(const Source& source)
{
    const RopeConfig& model = source.modelRope();
    if (source.trained != nullptr) {
        return {};
    }
    if (model.ropeType == "rope_freqs") {
        return Sentence::of("The file does not state the length of pre-training: set L (--pretraining-length).");
    }
    if (model.ropeType == "linear" && model.originalMaxPositionEmbeddings == model.maxPositionEmbeddings && model.scaling.factor) {
        const auto length = static_cast<double>(model.maxPositionEmbeddings.value_or(0));
        return Sentence::of(
            "The file does not state the length of pre-training: {1}, or {2} if that is the length after its linear scaling: set "
            "L (--pretraining-length).",
            number(length), number(length / *model.scaling.factor));
    }
    return {};
}

Sentence startNote(const Source& source)
{
    const RopeConfig& model = source.modelRope();
    if (model.ropeType == "default") {
        return {};
    }
    if (const PositionMethod* other = findPositionMethod(model.ropeType)) {
        return Sentence::of("Extended from the RoPE as if no scaling were stated: {1}.", notATable(*other));
    }
    if (const Sentence unknown = unknownLengthNote(source); !unknown.empty()) {
        const bool isTensor = model.ropeType == "rope_freqs";
        const auto ramp = isTensor ? llama3RampOf(model, model.scaling.factors) : std::nullopt;
        const Sentence start = ramp ? Sentence::of("Extended from the unscaled RoPE, without the model's own factors ({1}).", textOf(*ramp))
            : isTensor              ? Sentence::of("Extended from the unscaled RoPE, without the model's own factors.")
                                    : Sentence::of("Extended from the unscaled RoPE.");
        return start + " " + unknown;
    }
    if (source.trained == nullptr) {
        return Sentence::of(
            "Extended from the unscaled RoPE: the {1} scaling that the source states is not part of \"before\"; the method own "
            "applies it.",
            ownScalingText(model));
    }
    return Sentence::of(
        "Extended from the trained model: its own scaling ({1}, {2}) is part of \"before\" and stays; factors here come on top of "
        "it, and exports hold the product.",
        ownScalingText(model), ownFactorRange(source.trained->own));
}

} // namespace rotascope
