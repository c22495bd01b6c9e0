// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace rotascope {

class LinkList;
class PresetSearch;

/// What a window shows that has nothing to show: tours, recent files and sessions, the samples that come with the program,
/// and all presets.
class StartPage : public QScrollArea {
    Q_OBJECT

public:
    /// `wayBack`: the name of what is open behind the page; empty: nothing is.
    explicit StartPage(const QString& wayBack, QWidget* parent = nullptr);

    void focusSearch();

signals:
    void openRequested(); ///< of a file that is to be asked for
    void fileChosen(const QString& file);
    void presetChosen(const QString& modelId);
    void tourChosen(const QString& file);
    void backRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeHead(const QString& wayBack);
    QWidget* makeLeft();
    QWidget* makeRight();
    void addTours(QVBoxLayout& layout);
    void addSamples(QVBoxLayout& layout);

    PresetSearch* m_presets;
    LinkList* m_tours = nullptr;
    LinkList* m_samples = nullptr; ///< null where none are installed
};

} // namespace rotascope
