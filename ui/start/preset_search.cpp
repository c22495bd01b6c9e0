// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/preset_search.h"

#include "core/model/presets.h"
#include "ui/base/form.h"
#include "ui/base/number_text.h"
#include "ui/base/text.h"
#include "ui/base/word_filter.h"

#include <QCollator>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>
#include <vector>

namespace rotascope {
namespace {

enum Column { Family, Model, Base, Length, ColumnCount };

// Rows and columns with some room around their texts.
class Delegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(16, 6);
    }
};

// By family, and by name within one.
std::vector<const Preset*> sortedPresets()
{
    std::vector<const Preset*> all;
    for (const Preset& preset : presets()) {
        all.push_back(&preset);
    }
    QCollator byNumbers; // 7b before 13b
    byNumbers.setNumericMode(true);
    byNumbers.setCaseSensitivity(Qt::CaseInsensitive);
    std::ranges::sort(all, [&](const Preset* a, const Preset* b) {
        const int family = byNumbers.compare(fromUtf8(a->family), fromUtf8(b->family));
        return family != 0 ? family < 0 : byNumbers.compare(fromUtf8(a->rope.modelId), fromUtf8(b->rope.modelId)) < 0;
    });
    return all;
}

QStandardItemModel* makeModel(QObject* parent)
{
    auto* model = new QStandardItemModel(0, ColumnCount, parent);
    model->setHorizontalHeaderLabels(
        {PresetSearch::tr("Family"), PresetSearch::tr("Model"), PresetSearch::tr("Base"), PresetSearch::tr("L")});
    model->horizontalHeaderItem(Base)->setToolTip(PresetSearch::tr("rope_theta, the base of the frequencies"));
    model->horizontalHeaderItem(Length)->setToolTip(PresetSearch::tr("The context length of pre-training, in positions"));
    for (const Preset* preset : sortedPresets()) {
        const RopeConfig& rope = preset->rope;
        const std::optional<std::int64_t> length = rope.attendedLength();
        const QList<QStandardItem*> row = {new QStandardItem(fromUtf8(preset->family)), new QStandardItem(fromUtf8(rope.modelId)),
            new QStandardItem(rope.ropeTheta ? digitsText(*rope.ropeTheta, 10) : QString()),
            new QStandardItem(length ? countText(*length) : QString())};
        for (QStandardItem* item : row) {
            item->setToolTip(asToolTip(PresetSearch::tr("Source: %1").arg(fromUtf8(preset->source))));
        }
        for (const Column column : {Base, Length}) {
            row[column]->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            model->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        }
        model->appendRow(row);
    }
    for (const Column column : {Family, Model}) {
        model->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    }
    return model;
}

} // namespace

PresetSearch::PresetSearch(QWidget* parent) : QWidget(parent), m_field(new QLineEdit), m_list(new QTreeView), m_none(makeHint())
{
    auto* shown = new WordFilter(this);
    shown->setSourceModel(makeModel(this));
    shown->setFilterKeyColumn(-1);
    m_list->setModel(shown);
    m_list->setObjectName(QStringLiteral("presets"));
    m_list->setAccessibleName(tr("Models whose RoPE is known"));
    m_list->setItemDelegate(new Delegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setTabKeyNavigation(false);
    m_list->header()->setSectionsMovable(false);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(Model, QHeaderView::Stretch);
    m_list->setMinimumHeight(6 * fontMetrics().height());
    m_field->setObjectName(QStringLiteral("presetSearch"));
    m_field->setPlaceholderText(tr("Find a model: its family, a part of its name, its base"));
    m_field->setAccessibleName(tr("Find a model"));
    m_field->setClearButtonEnabled(true);
    new SearchKeys(m_field, m_list);
    m_none->setObjectName(QStringLiteral("noPreset"));
    m_none->setText(tr("No model here has all of that. Open its config.json or GGUF file instead."));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_field);
    layout->addWidget(m_none);
    layout->addWidget(m_list, 1);
    connect(m_field, &QLineEdit::textChanged, this, &PresetSearch::find);
    connect(m_field, &QLineEdit::returnPressed, this, &PresetSearch::open);
    connect(m_list, &QTreeView::activated, this, &PresetSearch::open);
    find({});
}

void PresetSearch::find(const QString& text)
{
    static_cast<WordFilter*>(m_list->model())->setWords(text);
    m_list->setCurrentIndex(m_list->model()->index(0, 0));
    m_none->setVisible(m_list->model()->rowCount() == 0);
}

void PresetSearch::open()
{
    if (const QModelIndex chosen = m_list->currentIndex(); chosen.isValid()) {
        emit presetChosen(chosen.siblingAtColumn(Model).data().toString());
    }
}

} // namespace rotascope
