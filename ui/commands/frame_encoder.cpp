// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/frame_encoder.h"

#include "core/files/output_file.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#ifdef ROTASCOPE_HAS_WEBP
#include <webp/encode.h>
#include <webp/mux.h>
#endif

namespace rotascope {
namespace {

class AnimationTexts {
    Q_DECLARE_TR_FUNCTIONS(AnimationFile)
};

tl::unexpected<Error> notMade(const QString& file)
{
    return outputError(AnimationTexts::tr("%1: cannot be written: the picture cannot be made").arg(file).toStdString());
}

const QRegularExpression& numberPlace()
{
    static const QRegularExpression place(QStringLiteral("%0?([1-9]?)d"));
    return place;
}

// Each picture is a file of its own, written aside as all are. Those that were not there before go again if the rest does not follow.
class PngFrames final : public FrameEncoder {
public:
    explicit PngFrames(QString pattern) : m_pattern(std::move(pattern)) { }
    PngFrames(const PngFrames&) = delete;
    PngFrames& operator=(const PngFrames&) = delete;
    ~PngFrames() override
    {
        for (const QString& file : std::as_const(m_new)) {
            QFile::remove(file);
        }
    }

    Expected<void> add(const QImage& frame) override
    {
        const QString file = frameFile(m_pattern, ++m_count);
        const bool isNew = !QFileInfo::exists(file);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        if (!buffer.open(QIODevice::WriteOnly) || !frame.save(&buffer, "PNG")) {
            return notMade(file);
        }
        return writeOutputFile(file.toStdString(), std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()))).map([&] {
            if (isNew) {
                m_new << file;
            }
        });
    }

    Expected<void> finish(const std::stop_token& /*stop*/) override
    {
        m_new.clear();
        return {};
    }

private:
    QString m_pattern;
    QStringList m_new; ///< to be removed
    int m_count = 0;
};

#ifdef ROTASCOPE_HAS_WEBP

struct DeleteEncoder {
    void operator()(WebPAnimEncoder* encoder) const { WebPAnimEncoderDelete(encoder); }
};

// Frames are kept as what changes from one to the next, compressed; the file is written at the end.
class WebpFile final : public FrameEncoder {
public:
    static std::unique_ptr<WebpFile> create(const QString& file, const QSize& pixels, const Pace& pace)
    {
        WebPAnimEncoderOptions options;
        auto made = std::unique_ptr<WebpFile>(new WebpFile(file, pace));
        if (WebPAnimEncoderOptionsInit(&options) == 0 || WebPConfigInit(&made->m_config) == 0) {
            return nullptr;
        }
        options.anim_params.bgcolor = 0xffffffff;
        made->m_config.lossless = 1; // letters and thin lines would be smeared
        made->m_config.quality = 25.0F; // of the search: more takes long and saves little
        made->m_config.method = 1;
        made->m_encoder.reset(WebPAnimEncoderNew(pixels.width(), pixels.height(), &options));
        return made->m_encoder ? std::move(made) : nullptr;
    }

    Expected<void> add(const QImage& frame) override
    {
        const QImage image = frame.convertToFormat(QImage::Format_RGB32);
        WebPPicture picture;
        if (WebPPictureInit(&picture) == 0) {
            return notMade(m_file);
        }
        picture.use_argb = 1;
        picture.width = image.width();
        picture.height = image.height();
        const bool isAdded = WebPPictureImportBGRX(&picture, image.constBits(), static_cast<int>(image.bytesPerLine())) != 0
            && WebPAnimEncoderAdd(m_encoder.get(), &picture, timeOf(m_count++), &m_config) != 0;
        WebPPictureFree(&picture);
        return isAdded ? Expected<void>() : notMade(m_file);
    }

    Expected<void> finish(const std::stop_token& stop) override
    {
        WebPData data;
        WebPDataInit(&data);
        if (WebPAnimEncoderAdd(m_encoder.get(), nullptr, timeOf(m_count), nullptr) == 0
            || WebPAnimEncoderAssemble(m_encoder.get(), &data) == 0) {
            return notMade(m_file);
        }
        Expected<void> written
            = writeOutputFile(m_file.toStdString(), std::string_view(reinterpret_cast<const char*>(data.bytes), data.size), stop);
        WebPDataClear(&data);
        return written;
    }

private:
    WebpFile(QString file, const Pace& pace) : m_file(std::move(file)), m_pace(pace) { }

    [[nodiscard]] int timeOf(int frame) const { return static_cast<int>(std::lround(1e3 * m_pace.seconds * frame / m_pace.frames)); } // ms

    QString m_file;
    Pace m_pace;
    WebPConfig m_config = {};
    std::unique_ptr<WebPAnimEncoder, DeleteEncoder> m_encoder;
    int m_count = 0;
};

Expected<std::unique_ptr<FrameEncoder>> webpFor(const QString& file, const QSize& pixels, const Pace& pace)
{
    std::unique_ptr<FrameEncoder> made = WebpFile::create(file, pixels, pace);
    if (!made) {
        return notMade(file);
    }
    return made;
}

#else

Expected<std::unique_ptr<FrameEncoder>> webpFor(const QString& file, const QSize& /*pixels*/, const Pace& /*pace*/)
{
    return usageError(
        AnimationTexts::tr("%1: this build of Rotascope writes no animated files, because libwebp was not there when it was built; "
                           "expected a name that ends in .png, for a picture of each frame")
            .arg(file)
            .toStdString());
}

#endif

} // namespace

bool writesAnimatedFiles()
{
#ifdef ROTASCOPE_HAS_WEBP
    return true;
#else
    return false;
#endif
}

// Only the name is looked at, not the folders above it.
QString frameFile(const QString& pattern, int number)
{
    const QFileInfo info(pattern);
    QString name = info.fileName();
    const QRegularExpressionMatch place = numberPlace().match(name);
    if (place.hasMatch()) {
        const int digits = std::max(1, place.captured(1).toInt());
        name.replace(place.capturedStart(), place.capturedLength(), QStringLiteral("%1").arg(number, digits, 10, QLatin1Char('0')));
    } else {
        name = QStringLiteral("%1-%2.%3").arg(info.completeBaseName()).arg(number, 4, 10, QLatin1Char('0')).arg(info.suffix());
    }
    return info.path() == QStringLiteral(".") && !pattern.startsWith(QStringLiteral("./")) ? name : info.path() + QLatin1Char('/') + name;
}

Expected<std::unique_ptr<FrameEncoder>> encoderFor(const QString& file, const QSize& pixels, const Pace& pace)
{
    if (std::max(pixels.width(), pixels.height()) > mostFramePixels) {
        return usageError(AnimationTexts::tr("%1: frames of %2 × %3 pixels are too large; expected at most %4 × %4")
                              .arg(file)
                              .arg(pixels.width())
                              .arg(pixels.height())
                              .arg(mostFramePixels)
                              .toStdString());
    }
    const QString suffix = QFileInfo(file).suffix().toLower();
    if (suffix == QStringLiteral("webp")) {
        return webpFor(file, pixels, pace);
    }
    if (suffix != QStringLiteral("png")) {
        return usageError(
            AnimationTexts::tr("%1: the kind of file is not known; expected a name that ends in .webp or .png").arg(file).toStdString());
    }
    return std::make_unique<PngFrames>(file);
}

} // namespace rotascope
