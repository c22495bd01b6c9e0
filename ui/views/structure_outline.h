// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QTreeView;

namespace rotascope {

class StructureLoader;
class StructureModel;

/// What an HDF5 file consists of, as an outline that can be copied as text. The file is listed when the outline is first seen.
class StructureOutline : public QWidget {
    Q_OBJECT

public:
    explicit StructureOutline(QWidget* parent = nullptr);

    /// Empty: none; then `placeholder` says what is missing.
    void showFile(const QString& file, const QString& placeholder = {});
    [[nodiscard]] const StructureLoader& loader() const { return *m_loader; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    void copy(bool all);
    void showMenu(const QPoint& place);

    StructureLoader* m_loader;
    StructureModel* m_model;
    QLabel* m_title;
    QTreeView* m_tree;
    QLabel* m_message;
    QString m_placeholder;
};

} // namespace rotascope
