// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/readable.h"

#include <QList>
#include <QWidget>
#include <cstddef>

namespace rotascope {

class AngleHistograms;

/// How the angles of one dimension lie around the circle while a large recording is counted: a bar for each interval, which grows as the
/// file is read.
class CountingPreview : public QWidget, public Readable {
    Q_OBJECT

public:
    explicit CountingPreview(QWidget* parent = nullptr);

    /// Shows the dimension in the middle. `share`: of the recording that is counted, 0 ... 1.
    void setCounts(const AngleHistograms& counts, double share);
    void clear();

    [[nodiscard]] QString reading() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::size_t m_dimension = 0;
    QList<double> m_heights; ///< of the widget's, 0 ... 1
};

} // namespace rotascope
