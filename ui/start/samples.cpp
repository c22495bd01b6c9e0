// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/samples.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace rotascope {
namespace {

class Samples {
    Q_DECLARE_TR_FUNCTIONS(Samples)
};

} // namespace

std::vector<Sample> samples()
{
    const QDir folder(QDir::cleanPath(QCoreApplication::applicationDirPath() + QStringLiteral("/../share/rotascope/samples")));
    std::vector<Sample> all = {
        {folder.filePath(QStringLiteral("llama-2-7b-4096.h5")), Samples::tr("LLaMA-2 7B at 4,096 positions"),
            Samples::tr("Doubled to 8,192, dimension 12 is disturbed most: its angles form a comb of 106 teeth, and interpolation puts "
                        "half of them between the teeth.")},
        {folder.filePath(QStringLiteral("llama-3-8b-8192.h5")), Samples::tr("LLaMA-3 8B at 8,192 positions"),
            Samples::tr("29 of 64 dimensions never complete a turn: doubled to 16,384 they meet angles that pre-training never saw, "
                        "unless they are interpolated.")},
        {folder.filePath(QStringLiteral("llama-3.1-8b-8192.h5")), Samples::tr("Llama 3.1 8B at 8,192 of its positions"),
            Samples::tr(
                "A model that was trained with a scaling of its own, by factors from 1 to 8: what is extended further is that model, "
                "with its L of 131,072.")},
        {folder.filePath(QStringLiteral("gemma-3-1b-4096.h5")), Samples::tr("Gemma 3 1B at 4,096 of its positions"),
            // NOLINTNEXTLINE(modernize-raw-string-literal): the check of translations reads plain ones
            Samples::tr("Two RoPEs, \"global\" and \"local\", each with frequencies and a table of its own: choose one under Source.")},
        {folder.filePath(QStringLiteral("llama-2-7b-bfloat16.h5")), Samples::tr("LLaMA-2 7B in bfloat16"),
            Samples::tr("Cosine and sine were rounded to bfloat16: the view Angle errors shows all 64 dimensions off by more than float32 "
                        "rounds.")},
        {folder.filePath(QStringLiteral("llama-2-7b-packed.h5")), Samples::tr("LLaMA-2 7B on packed documents"),
            Samples::tr(
                "22 documents in 4,096 tokens, each a sequence that begins at position 0: the view Track shows where. No position is "
                "above 701.")},
        {QDir::cleanPath(folder.filePath(QStringLiteral("../lab/tinykey/config.json"))), Samples::tr("The laboratory's small model"),
            Samples::tr(
                "A model that runs here: the view Laboratory shows that it finds 28 % of the keys in texts of twice its length, and "
                "98.5 % once its seven slowest dimensions are interpolated.")},
    };
    std::erase_if(all, [](const Sample& sample) { return !QFileInfo(sample.file).isFile(); });
    return all;
}

} // namespace rotascope
