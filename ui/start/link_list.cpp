// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/link_list.h"

#include "ui/base/text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace rotascope {
namespace {

constexpr int targetRole = Qt::UserRole;
constexpr int nameRole = Qt::UserRole + 1;
constexpr int detailRole = Qt::UserRole + 2;
constexpr int missingRole = Qt::UserRole + 3;
constexpr int margin = 8;
constexpr int corner = 4;

QFont boldOf(QFont font)
{
    font.setBold(true);
    return font;
}

} // namespace

class LinkList::Delegate : public QStyledItemDelegate {
public:
    explicit Delegate(LinkList* list) : QStyledItemDelegate(list), m_list(*list) { }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const int width = m_list.viewport()->width();
        const QFontMetrics metrics(option.font);
        const int details = m_list.m_detail == Detail::Wrapped
            ? metrics.boundingRect(QRect(0, 0, width - 2 * margin, 1 << 20), Qt::TextWordWrap, index.data(detailRole).toString()).height()
            : metrics.height();
        return {width, QFontMetrics(boldOf(option.font)).height() + details + 2 * margin};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QPalette& palette = option.palette;
        const bool isCurrent = option.state.testFlag(QStyle::State_HasFocus);
        const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (isCurrent || isHovered) {
            QColor ground = palette.color(QPalette::Highlight);
            ground.setAlphaF(isCurrent ? 0.25F : 0.12F);
            painter->setBrush(ground);
            painter->setPen(isCurrent ? QPen(palette.color(QPalette::Highlight), 1.0) : QPen(Qt::NoPen));
            painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
        }
        const QRect area = option.rect.adjusted(margin, margin, -margin, -margin);
        const QFont bold = boldOf(option.font);
        const int nameHeight = QFontMetrics(bold).height();
        const bool isMissing = index.data(missingRole).toBool();
        painter->setFont(bold);
        painter->setPen(palette.color(isMissing ? QPalette::PlaceholderText : QPalette::Text));
        painter->drawText(area, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
            QFontMetrics(bold).elidedText(index.data(nameRole).toString(), Qt::ElideMiddle, area.width()));
        painter->setFont(option.font);
        painter->setPen(palette.color(QPalette::PlaceholderText));
        const QRect below = area.adjusted(0, nameHeight, 0, 0);
        const QString detail = index.data(detailRole).toString();
        if (m_list.m_detail == Detail::Wrapped) {
            painter->drawText(below, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, detail);
        } else {
            painter->drawText(below, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                QFontMetrics(option.font).elidedText(detail, Qt::ElideMiddle, below.width()));
        }
        painter->restore();
    }

private:
    LinkList& m_list;
};

LinkList::LinkList(Detail detail, QWidget* parent) : QListWidget(parent), m_detail(detail)
{
    setItemDelegate(new Delegate(this));
    setFrameShape(QFrame::NoFrame);
    setResizeMode(QListView::Adjust);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    if (detail == Detail::Wrapped) { // a few, which are all seen where there is room
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    }
    viewport()->setAutoFillBackground(false);
    connect(this, &QListWidget::itemClicked, this, [this](const QListWidgetItem* item) { emit opened(targetOf(*item)); });
}

QListWidgetItem* LinkList::add(const QString& target, const QString& name, const QString& detail)
{
    auto* item = new QListWidgetItem(this);
    item->setData(targetRole, target);
    item->setData(nameRole, name);
    setDetail(*item, detail);
    return item;
}

void LinkList::setDetail(QListWidgetItem& item, const QString& detail)
{
    item.setData(detailRole, detail);
    item.setData(Qt::AccessibleTextRole, tr("%1: %2").arg(item.data(nameRole).toString(), detail));
    if (m_detail == Detail::Elided) {
        item.setToolTip(asToolTip(item.data(nameRole).toString() + QLatin1Char('\n') + detail));
    }
}

QString LinkList::targetOf(const QListWidgetItem& item)
{
    return item.data(targetRole).toString();
}

void LinkList::setThere(QListWidgetItem& item, bool isThere)
{
    item.setData(missingRole, !isThere);
}

int LinkList::heightOfRows(int rows) const
{
    int height = 0;
    for (int row = 0; row < rows; ++row) {
        height += sizeHintForRow(row);
    }
    return height;
}

QSize LinkList::sizeHint() const
{
    return {40 * fontMetrics().averageCharWidth(), std::max(heightOfRows(count()), fontMetrics().height())};
}

QSize LinkList::minimumSizeHint() const
{
    return {20 * fontMetrics().averageCharWidth(),
        m_detail == Detail::Wrapped ? heightOfRows(std::min(count(), 2)) : 4 * fontMetrics().height()};
}

void LinkList::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentItem() != nullptr) {
        emit opened(targetOf(*currentItem()));
        return;
    }
    QListWidget::keyPressEvent(event);
}

void LinkList::mouseMoveEvent(QMouseEvent* event)
{
    viewport()->setCursor(indexAt(event->pos()).isValid() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QListWidget::mouseMoveEvent(event);
}

// With the first chosen, so that it is seen where the keys go.
void LinkList::focusInEvent(QFocusEvent* event)
{
    QListWidget::focusInEvent(event);
    if (currentItem() == nullptr && count() > 0) {
        setCurrentRow(0);
    }
}

// Texts that wrap want another height.
void LinkList::resizeEvent(QResizeEvent* event)
{
    QListWidget::resizeEvent(event);
    if (m_detail == Detail::Wrapped && event->size().width() != event->oldSize().width()) {
        scheduleDelayedItemsLayout(); // also where its own bar took the width
        updateGeometry();
    }
}

} // namespace rotascope
