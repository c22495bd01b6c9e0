// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/picture_file.h"

#include "core/exchange/export_format.h"
#include "core/files/output_file.h"
#include "ui/plots/figure/figure_file.h"
#include "ui/workspace/workspace.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPixmap>
#include <QString>
#include <QWidget>
#include <string_view>

namespace rotascope {
namespace {

class PictureTexts {
    Q_DECLARE_TR_FUNCTIONS(PictureFile)
};

Expected<void> writeBytes(const QByteArray& bytes, const QString& file)
{
    return writeOutputFile(file.toStdString(), std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

} // namespace

Expected<void> writePicture(QWidget& widget, const Workspace& workspace, const QString& file)
{
    if (const auto& source = workspace.source()) {
        if (Expected<void> other = checkIsNotAnalysed(*source, file.toStdString()); !other) {
            return other;
        }
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !widget.grab().save(&buffer, "PNG")) {
        return outputError(PictureTexts::tr("%1: cannot be written: the picture cannot be made").arg(file).toStdString());
    }
    return writeBytes(bytes, file);
}

Expected<void> writeFigure(
    const Figure& figure, FigureFormat format, const QSize& size, double scale, const Source& source, const QString& file)
{
    return checkIsNotAnalysed(source, file.toStdString()).and_then([&]() -> Expected<void> {
        const QByteArray bytes = bytesOf(figure, format, size, scale);
        if (bytes.isEmpty()) {
            return outputError(PictureTexts::tr("%1: cannot be written: the picture cannot be made").arg(file).toStdString());
        }
        return writeBytes(bytes, file);
    });
}

} // namespace rotascope
