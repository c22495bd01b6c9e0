// SPDX-License-Identifier: GPL-3.0-or-later
// Animations as files: what is drawn when, what the files hold, and what is left of those that were given up.
#include "ui/commands/animation_writer.h"

#include "tests/ui/ui_test.h"
#include "ui/plots/figure/figure_file.h"
#include "ui/views/clock_view.h"
#include "ui/views/distribution_view.h"

#include <QDir>
#include <QFile>
#include <QPainter>
#include <QTemporaryDir>
#include <QtEndian>
#include <cmath>

using namespace rotascope;
using namespace rotascope::uitest;

namespace {

// A bar that grows from nothing to the full width.
class Bar : public FigurePlot {
public:
    explicit Bar(double share) : m_share(share) { }
    void paintPlot(QPainter& painter, const QSize& size, double /*sharpness*/) override
    {
        painter.fillRect(QRectF(0, 0, m_share * size.width(), size.height()), Qt::black);
    }

private:
    double m_share;
};

// The parts of a RIFF file, from `offset` on.
QList<std::pair<QByteArray, QByteArray>> partsOf(const QByteArray& bytes, qsizetype offset)
{
    QList<std::pair<QByteArray, QByteArray>> parts;
    while (offset + 8 <= bytes.size()) {
        const auto size = static_cast<qsizetype>(qFromLittleEndian<quint32>(bytes.constData() + offset + 4));
        parts.push_back({bytes.mid(offset, 4), bytes.mid(offset + 8, size)});
        offset += 8 + size + size % 2;
    }
    return parts;
}

int threeBytes(const QByteArray& bytes, qsizetype at)
{
    const auto byte = [&](qsizetype i) { return static_cast<int>(static_cast<unsigned char>(bytes[at + i])); };
    return byte(0) + 256 * byte(1) + 65536 * byte(2);
}

QByteArray contentOf(const QString& name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class AnimationWriterTest : public QObject {
    Q_OBJECT

private:
    std::optional<QTemporaryDir> m_folder;
    QList<double> m_drawn; // shares

    QString path(const QString& name) { return m_folder->filePath(name); }
    Animation growing()
    {
        return {[this](double share) {
            m_drawn << share;
            return Figure{.plots = {std::make_shared<Bar>(share)}, .size = {300, 200}};
        }};
    }
    AnimationRequest request(const QString& file, const Pace& pace)
    {
        return {.animation = growing(), .size = {300, 200}, .pace = pace, .file = path(file)};
    }
    static Expected<void> write(AnimationWriter& writer, AnimationRequest request, const Source& source = *llama2())
    {
        std::optional<Expected<void>> result;
        QObject::connect(&writer, &AnimationWriter::written, &writer, [&] { result = Expected<void>(); });
        QObject::connect(&writer, &AnimationWriter::failed, &writer, [&](const Error& error) { result = tl::unexpected(error); });
        if (Expected<void> started = writer.start(std::move(request), source); !started) {
            return started;
        }
        return QTest::qWaitFor([&] { return result.has_value(); }, 60000) ? *result : outputError(std::string("never ended"));
    }
    static Expected<void> write(AnimationRequest request)
    {
        AnimationWriter writer;
        return write(writer, std::move(request));
    }

private slots:
    void init()
    {
        m_folder.emplace();
        m_drawn.clear();
    }

    void picturesAreNumberedFromTheStartToTheEnd()
    {
        QVERIFY(write(request(QStringLiteral("bar-%02d.png"), {5, 1.0})));
        QCOMPARE(m_drawn, QList<double>({0.0, 0.25, 0.5, 0.75, 1.0}));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).join(QLatin1Char(' ')),
            QStringLiteral("bar-01.png bar-02.png bar-03.png bar-04.png bar-05.png"));
        const QImage third(path(QStringLiteral("bar-03.png")));
        QCOMPARE(third.size(), QSize(300, 200));
        QCOMPARE(third.pixelColor(100, 100), QColor(Qt::black));
        QCOMPARE(third.pixelColor(200, 100), QColor(Qt::white));
    }

    void namesOfPictures()
    {
        QCOMPARE(frameFile(QStringLiteral("clock.png"), 7), QStringLiteral("clock-0007.png"));
        QCOMPARE(frameFile(QStringLiteral("/a/b%d/clock-%d.png"), 7), QStringLiteral("/a/b%d/clock-7.png"));
        QCOMPARE(frameFile(QStringLiteral("x%03d.png"), 1234), QStringLiteral("x1234.png"));
        QCOMPARE(frameFile(QStringLiteral("./100%.png"), 1), QStringLiteral("./100%-0001.png"));
    }

    void aWebpFileHasEveryChangeAndItsTime()
    {
        if (!writesAnimatedFiles()) {
            const Expected<void> refused = write(request(QStringLiteral("bar.webp"), {5, 1.0}));
            QVERIFY(!refused && refused.error().message.english().find("libwebp") != std::string::npos);
            return;
        }
        QVERIFY(write(request(QStringLiteral("bar.webp"), {5, 2.0})));
        const QByteArray bytes = contentOf(path(QStringLiteral("bar.webp")));
        QVERIFY(bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP");
        int frames = 0;
        int milliseconds = 0;
        for (const auto& [name, content] : partsOf(bytes, 12)) {
            if (name == "VP8X") {
                QCOMPARE(threeBytes(content, 4) + 1, 300);
                QCOMPARE(threeBytes(content, 7) + 1, 200);
            } else if (name == "ANIM") {
                QCOMPARE(qFromLittleEndian<quint16>(content.constData() + 4), quint16{0}); // for ever
            } else if (name == "ANMF") {
                ++frames;
                milliseconds += threeBytes(content, 12);
                QVERIFY(partsOf(content, 16).front().first == "VP8L" || partsOf(content, 16).front().first == "ALPH"); // without loss
            }
        }
        QCOMPARE(frames, 5);
        QCOMPARE(milliseconds, 2000);
    }

    void aScaleMakesMorePixels()
    {
        AnimationRequest twice = request(QStringLiteral("bar.png"), {2, 1.0});
        twice.scale = 2.0;
        QVERIFY(write(std::move(twice)));
        QCOMPARE(QImage(path(QStringLiteral("bar-0002.png"))).size(), QSize(600, 400));
    }

    void stoppedItTakesAwayWhatItMadeAndNothingElse()
    {
        QFile older(path(QStringLiteral("bar-0001.png")));
        QVERIFY(older.open(QIODevice::WriteOnly) && older.write("older") > 0);
        older.close();
        for (const QString& name : {QStringLiteral("bar.png"), QStringLiteral("bar.webp")}) {
            if (name.endsWith(QStringLiteral("webp")) && !writesAnimatedFiles()) {
                continue;
            }
            AnimationWriter writer;
            connect(&writer, &AnimationWriter::progressed, &writer, [&](int frames, int total) {
                QVERIFY(frames <= 3 && total == 3600);
                if (frames == 3) {
                    writer.stop();
                }
            });
            const Expected<void> result = write(writer, request(name, {3600, 10.0}));
            QVERIFY(!result && result.error().kind == ErrorKind::Stopped);
            QVERIFY(!writer.isBusy());
            QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).join(QLatin1Char(' ')), QStringLiteral("bar-0001.png"));
        }
    }

    void destroyedItLeavesNothing()
    {
        {
            AnimationWriter writer;
            QSignalSpy progressed(&writer, &AnimationWriter::progressed);
            QVERIFY(writer.start(request(QStringLiteral("bar.png"), {3600, 10.0}), *llama2()));
            QTRY_VERIFY(progressed.size() > 2);
        }
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void whatCannotBeWrittenIsSaid()
    {
        const auto says = [&](const Expected<void>& result, const char* text) {
            return !result && result.error().message.english().find(text) != std::string::npos;
        };
        QVERIFY(says(write(request(QStringLiteral("bar.gif"), {5, 1.0})), "expected a name that ends in .webp or .png"));
        QVERIFY(says(write(request(QStringLiteral("no/such/folder/bar.png"), {5, 1.0})), "cannot be written"));
        AnimationRequest large = request(QStringLiteral("bar.png"), {5, 1.0});
        large.scale = 20.0;
        QVERIFY(says(write(std::move(large)), "frames of 6000 × 4000 pixels are too large; expected at most 4096 × 4096"));
        if (writesAnimatedFiles()) {
            QVERIFY(says(write(request(QStringLiteral("no/such/folder/bar.webp"), {3, 1.0})), "cannot be written"));
        }
    }

    // Under whatever name.
    void theSourceIsNotReplaced()
    {
        QVERIFY(QFile::copy(samplePath(), path(QStringLiteral("bar-0002.png"))));
        const QByteArray before = contentOf(path(QStringLiteral("bar-0002.png")));
        AnimationWriter writer;
        const auto source = openRecording(path(QStringLiteral("bar-0002.png")).toStdString());
        QVERIFY(source);
        const Expected<void> result = write(writer, request(QStringLiteral("bar.png"), {5, 1.0}), **source);
        QVERIFY(!result && result.error().message.english().find("is the file that is analysed") != std::string::npos);
        QVERIFY(contentOf(path(QStringLiteral("bar-0002.png"))) == before);
    }

    // The last frame is what the view shows; the first is not; and the view may go on meanwhile.
    void theDistributionFillsToWhatItIs()
    {
        const auto workspace = analysedWorkspace();
        workspace->setCurrentDimension(40_dim);
        DistributionView view(workspace.get());
        view.resize(900, 600);
        view.show();
        const auto animation = view.animation();
        QVERIFY(animation);
        const Figure end = view.figure();
        workspace->setCurrentDimension(3_dim);
        const auto plot = [](const Figure& figure) { return imageOf({.plots = figure.plots}, {700, 400}, 1.0); };
        const QImage last = plot(animation->figureAt(1.0));
        QVERIFY(last == plot(end));
        QVERIFY(plot(animation->figureAt(0.0)) != last);
        QVERIFY(animation->figureAt(0.5).facts.back().contains(QStringLiteral("After: 4096 of 8192 positions"))
            || animation->figureAt(0.5).facts.back().contains(QStringLiteral("After: 4,096 of 8,192 positions")));
    }

    void theClockRunsToItsEnd()
    {
        const auto workspace = analysedWorkspace();
        ClockView view(workspace.get());
        view.resize(900, 600);
        view.show();
        QTRY_VERIFY(view.isSettled());
        const auto animation = view.animation();
        QVERIFY(animation);
        const QImage first = imageOf(animation->figureAt(0.0), {700, 400}, 1.0);
        QVERIFY(first == imageOf(view.figure(), {700, 400}, 1.0));
        const QImage last = imageOf(animation->figureAt(1.0), {700, 400}, 1.0);
        view.goTo(view.lastPosition());
        QVERIFY(last == imageOf(view.figure(), {700, 400}, 1.0));
        QVERIFY(imageOf(animation->figureAt(0.0), {700, 400}, 1.0) == first);
    }
};

QTEST_MAIN(AnimationWriterTest)
#include "animation_writer_test.moc"
