// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hdf5/file_structure.h"

#include <QAbstractItemModel>
#include <cstddef>
#include <memory>
#include <vector>

namespace rotascope {

/// What an HDF5 file consists of, as a tree: below each group its attributes and what is in it.
class StructureModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Name, What, Type, Shape, Details, ColumnCount };

    explicit StructureModel(QObject* parent = nullptr) : QAbstractItemModel(parent) { }

    /// Null: nothing.
    void setStructure(std::shared_ptr<const FileStructure> structure);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// The item of a row.
    [[nodiscard]] const StructureItem& itemAt(const QModelIndex& index) const { return m_structure->items[index.internalId()]; }

private:
    /// Where an item stands in the tree, by indices of items.
    struct Place {
        std::size_t parent = 0; ///< the root is its own
        int row = 0;
        std::vector<std::size_t> children = {};
    };
    [[nodiscard]] static QString text(const StructureItem& item, int column);

    std::shared_ptr<const FileStructure> m_structure;
    std::vector<Place> m_places; ///< one for each item
};

} // namespace rotascope
