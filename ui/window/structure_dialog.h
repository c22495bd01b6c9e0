// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace rotascope {

/// What an HDF5 file consists of that is no recording, or one that cannot be opened. Deletes itself when it is closed.
class StructureDialog : public QDialog {
    Q_OBJECT

public:
    explicit StructureDialog(const QString& file, QWidget* parent = nullptr);
};

} // namespace rotascope
