// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/focus_ring.h"

#include "ui/base/focus_frame.h"
#include "ui/base/readable.h"

#include <QApplication>
#include <QFocusEvent>
#include <QFocusFrame>
#include <QPainter>
#include <QProxyStyle>
#include <QScrollArea>
#include <utility>

namespace rotascope {
namespace {

// Where the frame is: over the widget, and a little wider.
class FrameStyle final : public QProxyStyle {
public:
    using QProxyStyle::QProxyStyle;

    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* result) const override
    {
        return hint == SH_FocusFrame_AboveWidget ? 1
            : hint == SH_FocusFrame_Mask         ? 0
                                                 : QProxyStyle::styleHint(hint, option, widget, result);
    }
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override
    {
        return metric == PM_FocusFrameHMargin || metric == PM_FocusFrameVMargin ? 2 : QProxyStyle::pixelMetric(metric, option, widget);
    }
};

class Frame final : public QFocusFrame {
public:
    Frame()
    {
        auto* frameStyle = new FrameStyle;
        frameStyle->setParent(this);
        setStyle(frameStyle);
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        paintFocusFrame(painter, rect(), palette());
    }
};

// Qt does so only where the focus stays within the area. What is higher than that scrolls itself.
void scrollTo(QWidget& widget)
{
    for (QWidget* parent = widget.parentWidget(); parent != nullptr && !widget.isWindow(); parent = parent->parentWidget()) {
        auto* area = qobject_cast<QScrollArea*>(parent);
        if (area != nullptr && area->widget() != nullptr && area->widget()->isAncestorOf(&widget)
            && widget.height() <= area->viewport()->height()) {
            area->ensureWidgetVisible(&widget, 0, 4);
        }
    }
}

} // namespace

FocusRing::FocusRing(QObject* parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

// Around a window itself it is in none.
FocusRing::~FocusRing()
{
    delete m_frame;
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut && watched->isWidgetType()) {
        m_wasHidden = !static_cast<QWidget*>(watched)->isVisible();
    }
    if (event->type() == QEvent::FocusOut && m_frame != nullptr && m_frame->widget() == watched) {
        const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::MenuBarFocusReason) {
            frame(nullptr);
        }
    }
    if (event->type() == QEvent::FocusIn && watched->isWidgetType()) {
        const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
        // From what is hidden Qt goes on as Tab would, though nobody pressed it.
        const bool isKey = !std::exchange(m_wasHidden, false)
            && (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason);
        if (isKey) {
            scrollTo(*static_cast<QWidget*>(watched));
        }
        m_isByKeys = isKey || (m_isByKeys && reason != Qt::MouseFocusReason);
        frame(m_isByKeys && dynamic_cast<Readable*>(watched) == nullptr ? static_cast<QWidget*>(watched) : nullptr);
    }
    return false;
}

void FocusRing::frame(QWidget* widget)
{
    if (m_frame == nullptr && widget != nullptr) {
        m_frame = new Frame;
    }
    if (m_frame != nullptr) {
        m_frame->setWidget(widget);
    }
}

} // namespace rotascope
