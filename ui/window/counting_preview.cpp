// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/counting_preview.h"

#include "core/angle/angle_histogram.h"
#include "ui/base/colours.h"
#include "ui/base/number_text.h"

#include <QPainter>
#include <algorithm>

namespace rotascope {

CountingPreview::CountingPreview(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Ignored);
    setAccessibleName(tr("Angles counted so far"));
}

void CountingPreview::setCounts(const AngleHistograms& counts, double share)
{
    m_dimension = counts.dimensions() / 2;
    m_heights.clear();
    const auto bars = counts.counts(m_dimension);
    const auto most = std::max<double>(static_cast<double>(*std::ranges::max_element(bars)), 1.0);
    for (const std::uint64_t bar : bars) {
        m_heights.push_back(static_cast<double>(bar) / most * share);
    }
    setToolTip(tr("The angles of dimension %1 counted so far, from 0 to a whole turn").arg(m_dimension));
    update();
}

void CountingPreview::clear()
{
    m_heights.clear();
    update();
}

QString CountingPreview::reading() const
{
    const auto seen = std::ranges::count_if(m_heights, [](double height) { return height > 0.0; });
    return m_heights.isEmpty()
        ? QString()
        : tr("dimension %1: %2 of %3 intervals have angles").arg(m_dimension).arg(countText(seen), countText(m_heights.size()));
}

QSize CountingPreview::sizeHint() const
{
    return {92, fontMetrics().height()};
}

void CountingPreview::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const QRect frame = rect().adjusted(0, 0, -1, -1);
    painter.fillRect(frame, palette().color(QPalette::Base));
    painter.setPen(withAlpha(palette().color(QPalette::Text), 0.3));
    painter.drawRect(frame);
    const QRectF room = QRectF(frame).adjusted(1, 1, 0, 0);
    const double width = room.width() / static_cast<double>(std::max<qsizetype>(m_heights.size(), 1));
    for (qsizetype i = 0; i < m_heights.size(); ++i) {
        const double height = m_heights[i] * room.height();
        painter.fillRect(QRectF(room.left() + static_cast<double>(i) * width, room.bottom() - height, width, height),
            colorOf(PlotRole::Before, palette()));
    }
}

} // namespace rotascope
