// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QSize>
#include <QStringList>
#include <QTransform>
#include <functional>

namespace rotascope::uitest {

/// A place to paint on that keeps nothing but the texts.
class TextCatcher : public QPaintDevice {
public:
    explicit TextCatcher(const QSize& size) : m_size(size) { }

    [[nodiscard]] QPaintEngine* paintEngine() const override { return &m_engine; }
    [[nodiscard]] const QStringList& texts() const { return m_engine.texts; }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override
    {
        constexpr int dotsPerInch = 96;
        switch (metric) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return dotsPerInch;
        case PdmDepth:
            return 32;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        default:
            return QPaintDevice::metric(metric);
        }
    }

private:
    class Engine : public QPaintEngine {
    public:
        Engine() : QPaintEngine(AllFeatures) { }
        bool begin(QPaintDevice* /*device*/) override { return true; }
        bool end() override { return true; }
        void updateState(const QPaintEngineState& /*state*/) override { }
        void drawPixmap(const QRectF& /*to*/, const QPixmap& /*pixmap*/, const QRectF& /*from*/) override { }
        void drawImage(const QRectF& /*to*/, const QImage& /*image*/, const QRectF& /*from*/, Qt::ImageConversionFlags /*how*/) override { }
        void drawPath(const QPainterPath& /*path*/) override { }
        void drawPolygon(const QPointF* /*points*/, int /*count*/, PolygonDrawMode /*mode*/) override { }
        void drawTextItem(const QPointF& /*at*/, const QTextItem& item) override { texts << item.text(); }
        [[nodiscard]] Type type() const override { return User; }

        QStringList texts;
    };

    QSize m_size;
    mutable Engine m_engine;
};

/// The texts that `paint` paints into a place of this size.
inline QStringList paintedTexts(const QSize& size, const std::function<void(QPainter&)>& paint)
{
    TextCatcher catcher(size);
    QPainter painter(&catcher);
    paint(painter);
    painter.end();
    return catcher.texts();
}

} // namespace rotascope::uitest
