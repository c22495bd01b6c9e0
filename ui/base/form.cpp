// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/form.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QStandardItemModel>

namespace rotascope {

QLabel* makeLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel* makeHint()
{
    auto* label = makeLabel();
    label->setWordWrap(true);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * 0.9);
    label->setFont(font);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

void setSpokenName(QWidget* control, const QString& name)
{
    control->setAccessibleName(name);
    if (qobject_cast<QComboBox*>(control) != nullptr) {
        auto* label = makeLabel(name, control->parentWidget());
        label->setBuddy(control);
        label->hide();
    }
}

QFormLayout* makeForm(QWidget* parent)
{
    auto* form = new QFormLayout(parent);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setVerticalSpacing(6);
    form->setContentsMargins(8, 8, 8, 8);
    return form;
}

void keepNarrow(QComboBox* box)
{
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
}

void setItemEnabled(QComboBox* box, int index, bool enabled)
{
    if (auto* model = qobject_cast<QStandardItemModel*>(box->model())) {
        model->item(index)->setEnabled(enabled);
    }
}

} // namespace rotascope
