// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/structure_model.h"

#include "core/report/structure_text.h"
#include "ui/base/text.h"

#include <QFont>
#include <array>
#include <utility>

namespace rotascope {

void StructureModel::setStructure(std::shared_ptr<const FileStructure> structure)
{
    beginResetModel();
    m_structure = std::move(structure);
    m_places.clear();
    std::vector<std::size_t> open; // the item at each depth that the next one may be in
    for (std::size_t i = 0; m_structure && i < m_structure->items.size(); ++i) {
        open.resize(m_structure->items[i].depth); // items come one deeper at most
        Place place;
        if (!open.empty()) {
            place.parent = open.back();
            place.row = static_cast<int>(m_places[open.back()].children.size());
            m_places[open.back()].children.push_back(i);
        }
        m_places.push_back(std::move(place));
        open.push_back(i);
    }
    endResetModel();
}

QModelIndex StructureModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, parent.isValid() ? m_places[parent.internalId()].children[static_cast<std::size_t>(row)] : 0);
}

QModelIndex StructureModel::parent(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == 0) {
        return {};
    }
    const std::size_t parent = m_places[index.internalId()].parent;
    return createIndex(m_places[parent].row, 0, parent);
}

int StructureModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) {
        return m_places.empty() ? 0 : 1;
    }
    return parent.column() > 0 ? 0 : static_cast<int>(m_places[parent.internalId()].children.size());
}

int StructureModel::columnCount(const QModelIndex& /*parent*/) const
{
    return ColumnCount;
}

QString StructureModel::text(const StructureItem& item, int column)
{
    switch (column) {
    case Name:
        return visible(item.name);
    case What:
        return translatedLabel(nameOf(item.kind));
    case Type:
        return visible(item.type);
    case Shape:
        return visible(shapeText(item));
    default:
        return visible(detailsText(item));
    }
}

QVariant StructureModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const StructureItem& item = itemAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return text(item, index.column());
    case Qt::ToolTipRole:
        return asToolTip(text(item, index.column()));
    case Qt::FontRole:
        if (item.kind == ItemKind::Attribute) {
            QFont italic;
            italic.setItalic(true);
            return italic;
        }
        return {};
    default:
        return {};
    }
}

QVariant StructureModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    const std::array<QString, ColumnCount> titles = {tr("name"), tr("what it is"), tr("type"), tr("shape"), tr("storage or value")};
    return titles.at(static_cast<std::size_t>(section));
}

} // namespace rotascope
