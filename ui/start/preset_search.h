// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QTreeView;

namespace rotascope {

/// All presets in a list, and a field that looks in it: the arrow keys choose while one types, Return or a double click opens.
class PresetSearch : public QWidget {
    Q_OBJECT

public:
    explicit PresetSearch(QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit* field() const { return m_field; }

signals:
    void presetChosen(const QString& modelId);

private:
    void find(const QString& text);
    void open();

    QLineEdit* m_field;
    QTreeView* m_list;
    QLabel* m_none; ///< says that there is none
};

} // namespace rotascope
