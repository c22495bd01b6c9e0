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
    };
    std::erase_if(all, [](const Sample& sample) { return !QFileInfo(sample.file).isFile(); });
    return all;
}

} // namespace rotascope
