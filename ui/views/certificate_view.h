// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/figure/figure.h"

#include <QWidget>

class QLabel;
class QTableWidget;

namespace rotascope {

class LiveCertificate;
struct ChoiceAt;
class Workspace;

/// What is proved of the tables: the least disturbance of all tables of factors 1 and s, how far each table is above it, by how much the
/// choice of each dimension wins, and which dimensions choose otherwise with another b or ε.
class CertificateView : public QWidget, public FigureSource {
    Q_OBJECT

public:
    explicit CertificateView(Workspace* workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString figureName() const override;
    [[nodiscard]] QString figureId() const override { return QStringLiteral("certificate"); }
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] Figure figure() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    [[nodiscard]] bool isSeen() const;
    void refresh();
    void mark();
    void nameChannels();
    void fillDimensions();
    void fillTables();
    void fillChoices();
    void addChoices(const QString& name, const std::vector<ChoiceAt>& choices, double own);
    [[nodiscard]] QString statement() const;

    Workspace* m_workspace;
    LiveCertificate* m_live;
    QLabel* m_statement;
    QTableWidget* m_dimensions;
    QTableWidget* m_tables;
    QTableWidget* m_choices;
};

} // namespace rotascope
