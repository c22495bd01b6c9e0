// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

class QTextBlock;

namespace rotascope {

/// Shows pages of the manual, with back and forward. It opens no file; an address of the web goes to the desktop's browser.
class ManualBrowser : public QTextBrowser {
    Q_OBJECT

public:
    explicit ManualBrowser(QWidget* parent = nullptr);

    /// The address of a place: "disturbance", "glossary#threshold".
    static QUrl addressOf(const QString& place);
    /// The name of the page that is shown.
    [[nodiscard]] const QString& pageName() const { return m_page; }
    /// The anchor of the n-th section of every page.
    static QString anchorOf(int section);

    /// Marks these words (searchWords()) in every page.
    void mark(const QStringList& words);

    [[nodiscard]] QVariant loadResource(int type, const QUrl& name) override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void style();
    void styleHeading(const QTextBlock& block, int section);
    void styleLinks(const QTextBlock& block);
    void styleTables();
    void showMarks();

    QString m_page;
    QStringList m_marked;
};

} // namespace rotascope
