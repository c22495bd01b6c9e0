// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/dimension_delegate.h"

#include "ui/base/colours.h"
#include "ui/base/field_keys.h"
#include "ui/base/number_text.h"
#include "ui/models/dimension_model.h"

#include <QApplication>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <array>

namespace rotascope {
namespace {

constexpr int segmentWidth = 24;
constexpr int tieWidth = 16; // room for the near-tie mark at the left
constexpr std::array actions = {ChoiceAction::Extrapolate, ChoiceAction::Interpolate, ChoiceAction::Automatic};

struct ChoiceState {
    Choice choice;
    bool manual;
};

QColor colorOf(Choice choice, const QPalette& palette)
{
    switch (choice) {
    case Choice::Extrapolation:
        return rotascope::colorOf(PlotRole::Extrapolation, palette);
    case Choice::Interpolation:
        return rotascope::colorOf(PlotRole::Interpolation, palette);
    case Choice::Custom:
        break;
    }
    return rotascope::colorOf(PlotRole::Chosen, palette);
}

// How strongly a segment is shown: set by hand is filled; what automatic comes to is only outlined.
enum class Strength { None, Outlined, Filled };

Strength strengthOf(ChoiceAction action, const ChoiceState& state)
{
    if (action == ChoiceAction::Automatic) {
        return state.manual ? Strength::None : Strength::Filled;
    }
    const bool applies = state.choice == (action == ChoiceAction::Extrapolate ? Choice::Extrapolation : Choice::Interpolation);
    if (!applies) {
        return Strength::None;
    }
    return state.manual ? Strength::Filled : Strength::Outlined;
}

QRect segmentInner(const QRect& segment)
{
    return segment.adjusted(1, 3, -2, -4);
}

void paintSegment(QPainter& painter, const QRect& rect, ChoiceAction action, const ChoiceState& state, const QPalette& palette)
{
    const Strength strength = strengthOf(action, state);
    const bool automatic = action == ChoiceAction::Automatic;
    const QColor color = automatic ? QColor(0x8a, 0x8f, 0x96)
                                   : colorOf(action == ChoiceAction::Extrapolate ? Choice::Extrapolation : Choice::Interpolation, palette);
    const QRect inner = segmentInner(rect);
    painter.setPen(strength == Strength::None ? palette.color(QPalette::Midlight) : color);
    painter.setBrush(strength == Strength::Filled ? QBrush(color) : Qt::NoBrush);
    painter.drawRoundedRect(inner, 3, 3);
    QColor text = palette.color(QPalette::Text);
    if (strength == Strength::Filled) {
        text = color.lightness() < 140 ? Qt::white : Qt::black;
    } else if (strength == Strength::Outlined) {
        text = color;
    } else {
        text.setAlphaF(0.45F);
    }
    painter.setPen(text);
    static constexpr std::array letters = {'E', 'I', 'A'};
    painter.drawText(inner, Qt::AlignCenter, QString(QLatin1Char(letters[static_cast<std::size_t>(action)])));
}

QColor textColor(const QStyleOptionViewItem& option)
{
    const auto group = option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    return option.palette.color(group, option.state.testFlag(QStyle::State_Selected) ? QPalette::HighlightedText : QPalette::Text);
}

// The text of a cell on its background. As the style would, but without laying it out as a paragraph: a table of numbers is painted at
// every step of a slider.
void paintCell(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const QStyle& style = *option.widget->style();
    style.drawPrimitive(QStyle::PE_PanelItemViewItem, &option, &painter, option.widget);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    QFont font = option.font;
    font.setBold(index.data(DimensionModel::ManualRole).toBool());
    painter.setFont(font);
    painter.setPen(textColor(option));
    const int margin = style.pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 1;
    painter.drawText(option.rect.adjusted(margin, 0, -margin, 0), Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
        index.data(Qt::DisplayRole).toString());
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        focus.state |= QStyle::State_KeyboardFocusChange | QStyle::State_Item;
        focus.backgroundColor = option.palette.color(isSelected ? QPalette::Highlight : QPalette::Window);
        style.drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, option.widget);
    }
}

} // namespace

void DimensionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    paintCell(*painter, option, index);
    const bool manual = index.data(DimensionModel::ManualRole).toBool();
    if (index.column() == DimensionModel::Index && manual) {
        painter->fillRect(
            QRect(option.rect.left(), option.rect.top(), 4, option.rect.height()), rotascope::colorOf(PlotRole::Chosen, option.palette));
    }
    if (index.column() != DimensionModel::ChoiceColumn) {
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QFont font = option.font;
    font.setBold(manual);
    painter->setFont(font);
    const ChoiceState state{static_cast<Choice>(index.data(DimensionModel::ChoiceRole).toInt()), manual};
    const QPalette& palette = option.palette;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    for (const ChoiceAction action : actions) {
        const QRect segment = segmentRect(option.rect, action);
        if (isSelected) { // the segments' colours say something: they stand on the plain background also there
            painter->setPen(Qt::NoPen);
            painter->setBrush(palette.base());
            painter->drawRoundedRect(segmentInner(segment).adjusted(-1, -1, 2, 2), 3, 3);
        }
        paintSegment(*painter, segment, action, state, palette);
    }
    if (index.data(DimensionModel::NearTieRole).toBool()) {
        painter->setPen(textColor(option));
        painter->drawText(
            QRect(option.rect.left(), option.rect.top(), tieWidth, option.rect.height()), Qt::AlignCenter, QStringLiteral("≈"));
    }
    painter->restore();
}

int DimensionDelegate::choiceWidth()
{
    return tieWidth + 3 * segmentWidth + 6;
}

QRect DimensionDelegate::segmentRect(const QRect& cell, ChoiceAction action)
{
    return {cell.left() + tieWidth + static_cast<int>(action) * segmentWidth, cell.top(), segmentWidth, cell.height()};
}

bool DimensionDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    // On press, as a toggle should: the row becomes current by the same event.
    if (index.column() == DimensionModel::ChoiceColumn
        && (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick)) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        for (const ChoiceAction action : actions) {
            if (mouse->button() == Qt::LeftButton && segmentRect(option.rect, action).contains(mouse->position().toPoint())) {
                emit choiceClicked(index, action);
                return true;
            }
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

QWidget* DimensionDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (index.column() != DimensionModel::Factor) {
        return QStyledItemDelegate::createEditor(parent, option, index);
    }
    // A plain line: a spin box would quietly make another number of what it does not accept.
    auto* editor = new QLineEdit(parent);
    editor->setFrame(false);
    setTakesNumbers(editor);
    editor->setAlignment(Qt::AlignRight);
    return editor;
}

void DimensionDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* line = static_cast<QLineEdit*>(editor);
    line->setText(exactText(index.data(Qt::EditRole).toDouble()));
    line->selectAll();
}

void DimensionDelegate::setModelData(QWidget* editor, QAbstractItemModel* /*model*/, const QModelIndex& index) const
{
    const auto* line = static_cast<QLineEdit*>(editor);
    if (line->isModified()) {
        emit factorTyped(index, line->text());
    }
}

} // namespace rotascope
