// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/figure/figure_file.h"

#include "core/text.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <algorithm>
#include <array>
#include <cmath>

namespace rotascope {
namespace {

constexpr std::array formats = {FigureFormat::Svg, FigureFormat::Pdf, FigureFormat::Png, FigureFormat::Csv};
constexpr double logicalDpi = 96.0;
// In files that are drawn at any size: 288 dpi of the size that was asked for.
constexpr double vectorSharpness = 3.0;

class FileTexts {
    Q_DECLARE_TR_FUNCTIONS(FigureFile)
};

QString creator()
{
    return QStringLiteral("Rotascope " ROTASCOPE_VERSION);
}

QByteArray svgOf(const Figure& figure, const QSize& size)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(static_cast<int>(logicalDpi));
    generator.setSize(size);
    generator.setViewBox(QRect({}, size));
    generator.setTitle(figure.title.toHtmlEscaped()); // Qt does not escape it
    generator.setDescription((creator() + QStringLiteral(". ") + figure.provenance).toHtmlEscaped());
    QPainter painter(&generator);
    paintFigure(painter, size, figure, vectorSharpness);
    painter.end();
    return bytes;
}

QByteArray pdfOf(const Figure& figure, const QSize& size)
{
    constexpr int dpi = 960; // coordinates are rounded to it
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(dpi);
    writer.setPageSize(QPageSize(QSizeF(size) * 72.0 / logicalDpi, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    writer.setTitle(figure.title);
    writer.setCreator(creator());
    QPainter painter(&writer);
    painter.scale(dpi / logicalDpi, dpi / logicalDpi);
    paintFigure(painter, size, figure, vectorSharpness);
    painter.end();
    return bytes;
}

QByteArray pngOf(const Figure& figure, const QSize& size, double scale)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    imageOf(figure, size, scale).save(&buffer, "PNG");
    return bytes;
}

} // namespace

QString suffixOf(FigureFormat format)
{
    switch (format) {
    case FigureFormat::Svg:
        return QStringLiteral("svg");
    case FigureFormat::Pdf:
        return QStringLiteral("pdf");
    case FigureFormat::Png:
        return QStringLiteral("png");
    case FigureFormat::Csv:
        break;
    }
    return QStringLiteral("csv");
}

Expected<FigureFormat> figureFormatOf(const QString& file)
{
    const QString suffix = QFileInfo(file).suffix().toLower();
    const auto* found = std::ranges::find(formats, suffix, suffixOf);
    if (found == formats.end()) {
        return usageError(FileTexts::tr("%1: the kind of file is not known; expected a name that ends in .svg, .pdf, .png or .csv")
                              .arg(file)
                              .toStdString());
    }
    return *found;
}

QImage imageOf(const Figure& figure, const QSize& size, double scale)
{
    QImage image((QSizeF(size) * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    paintFigure(painter, size, figure, scale);
    painter.end();
    const int perMetre = static_cast<int>(std::lround(scale * logicalDpi / 0.0254));
    image.setDotsPerMeterX(perMetre);
    image.setDotsPerMeterY(perMetre);
    image.setText(QStringLiteral("Software"), creator());
    image.setText(QStringLiteral("Description"), figure.provenance);
    return image;
}

QByteArray bytesOf(const Figure& figure, FigureFormat format, const QSize& size, double scale)
{
    switch (format) {
    case FigureFormat::Svg:
        return svgOf(figure, size);
    case FigureFormat::Pdf:
        return pdfOf(figure, size);
    case FigureFormat::Png:
        return pngOf(figure, size, scale);
    case FigureFormat::Csv:
        break;
    }
    return QByteArray::fromStdString(figure.data());
}

} // namespace rotascope
