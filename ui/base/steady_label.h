// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QStringList>
#include <map>

namespace rotascope {

/// A text that changes often, plain unless setTextFormat() says Qt::RichText, in as many lines as it takes: it sets no least width, and
/// keeps the height that its longest text took at this width, so that what is below it does not jump from text to text.
class SteadyLabel : public QLabel {
    Q_OBJECT

public:
    explicit SteadyLabel(QWidget* parent = nullptr);

    /// Texts that it will show: it has room for each of them from now on. After its font and margins are set.
    void expect(const QStringList& texts);
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override { return {0, heightForWidth(width())}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, fontMetrics().height()}; }

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] int expectedHeight(int width) const;

    QStringList m_expected;
    mutable std::map<int, int> m_heights; ///< the greatest at each width
    // Layouts ask for the same text several times.
    mutable QString m_askedText;
    mutable std::map<int, int> m_ofText; ///< its height at each width
};

} // namespace rotascope
