// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/scenes_panel.h"

#include "ui/base/flow_layout.h"
#include "ui/base/form.h"
#include "ui/base/text.h"
#include "ui/workspace/scene_list.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace rotascope {
namespace {

QToolButton* makeSceneButton(const QString& text, const QString& toolTip, const char* name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setToolTip(toolTip);
    return button;
}

} // namespace

ScenesPanel::ScenesPanel(Workspace* workspace, QWidget* parent)
    : QWidget(parent), m_scenes(SceneList::of(*workspace)), m_workspace(workspace), m_list(new QListWidget(this)),
      m_view(new QComboBox(this)), m_note(new QPlainTextEdit(this)),
      m_add(makeSceneButton(tr("Add"), tr("Keeps what is seen now as a scene, behind the one that is chosen"), "addScene", this))
{
    m_list->setObjectName(QStringLiteral("sceneList"));
    m_list->setAccessibleName(tr("Scenes"));
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->installEventFilter(this);
    m_view->setObjectName(QStringLiteral("sceneView"));
    m_view->setToolTip(tr("The view that the scene is about"));
    setSpokenName(m_view, tr("View of the scene"));
    m_view->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_note->setObjectName(QStringLiteral("sceneNote"));
    m_note->setAccessibleName(tr("Note of the scene"));
    m_note->setTabChangesFocus(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto* buttons = new QWidget(this);
    auto* line = new FlowLayout(buttons);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    makeButtons(*line);
    layout->addWidget(buttons);
    layout->addWidget(m_list, 2);
    layout->addWidget(m_view);
    layout->addWidget(m_note, 1);

    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) { m_scenes.show(row); });
    connect(m_list, &QListWidget::itemClicked, this, [this](const QListWidgetItem* item) { m_scenes.show(m_list->row(item)); });
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem* item) { rename(*item); });
    connect(m_view, &QComboBox::activated, this, [this] { showOtherView(); });
    connect(m_note, &QPlainTextEdit::textChanged, this, &ScenesPanel::typeNote);
    connect(&m_scenes, &SceneList::changed, this, &ScenesPanel::refresh);
    connect(&m_scenes, &SceneList::currentChanged, this, &ScenesPanel::refreshCurrent);
    connect(workspace, &Workspace::sourceChanged, this, &ScenesPanel::refresh);
    refresh();
}

void ScenesPanel::makeButtons(QLayout& line)
{
    auto* update = makeSceneButton(tr("Update"), tr("Lets the scene show what is seen now; its name and note stay"), "updateScene", this);
    auto* remove = makeSceneButton(tr("Remove"), tr("Takes the scene out of the list"), "removeScene", this);
    m_up = makeSceneButton(QStringLiteral("▲"), tr("Moves the scene up"), "sceneUp", this);
    m_down = makeSceneButton(QStringLiteral("▼"), tr("Moves the scene down"), "sceneDown", this);
    m_up->setAccessibleName(tr("Up"));
    m_down->setAccessibleName(tr("Down"));
    m_ofScene = {update, remove, m_up, m_down};
    line.addWidget(m_add);
    for (QToolButton* button : m_ofScene) {
        line.addWidget(button);
    }
    connect(m_add, &QToolButton::clicked, this, &ScenesPanel::addRequested);
    connect(update, &QToolButton::clicked, this, &ScenesPanel::updateRequested);
    connect(remove, &QToolButton::clicked, this, [this] { m_scenes.remove(m_scenes.current()); });
    connect(m_up, &QToolButton::clicked, this, [this] { m_scenes.move(m_scenes.current(), m_scenes.current() - 1); });
    connect(m_down, &QToolButton::clicked, this, [this] { m_scenes.move(m_scenes.current(), m_scenes.current() + 1); });
}

void ScenesPanel::setViews(const std::vector<std::pair<QString, QString>>& views)
{
    m_view->clear();
    for (const auto& [name, title] : views) {
        m_view->addItem(title, name);
    }
    refreshCurrent();
}

void ScenesPanel::refresh()
{
    if (m_isEditing) {
        return;
    }
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const SessionScene& scene : m_scenes.scenes()) {
        auto* item = new QListWidgetItem(fromUtf8(scene.name), m_list);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
    }
    m_add->setEnabled(m_workspace->source() != nullptr && m_scenes.scenes().size() < mostScenes);
    refreshCurrent();
}

void ScenesPanel::refreshCurrent()
{
    const int current = m_scenes.current();
    const bool isOne = current >= 0 && current < m_list->count();
    const QSignalBlocker list(m_list);
    const QSignalBlocker note(m_note);
    m_list->setCurrentRow(isOne ? current : -1);
    const SessionScene scene = isOne ? m_scenes.scenes()[static_cast<std::size_t>(current)] : SessionScene();
    m_view->setCurrentIndex(m_view->findData(fromUtf8(scene.view)));
    if (m_note->toPlainText() != fromUtf8(scene.note)) {
        m_note->setPlainText(fromUtf8(scene.note));
    }
    for (QToolButton* button : m_ofScene) {
        button->setEnabled(isOne);
    }
    m_up->setEnabled(current > 0);
    m_down->setEnabled(isOne && current + 1 < m_list->count());
    m_view->setEnabled(isOne);
    m_note->setEnabled(isOne);
    m_note->setPlaceholderText(isOne ? tr("What you say about it. The handout has it below the picture.")
                                     : tr("Look at something and press Add: the view, the dimension and the zoom become a scene."));
}

SessionScene ScenesPanel::currentScene() const
{
    return m_scenes.scenes().at(static_cast<std::size_t>(m_scenes.current()));
}

void ScenesPanel::showOtherView()
{
    if (m_scenes.current() >= 0) {
        SessionScene scene = currentScene();
        scene.view = m_view->currentData().toString().toStdString();
        scene.state.clear(); // of another view
        m_scenes.replace(m_scenes.current(), std::move(scene));
        m_scenes.show(m_scenes.current());
    }
}

void ScenesPanel::typeNote()
{
    if (m_scenes.current() >= 0) {
        SessionScene scene = currentScene();
        scene.note = m_note->toPlainText().toStdString();
        m_isEditing = true; // the field has it already
        m_scenes.type(m_scenes.current(), std::move(scene));
        m_isEditing = false;
    }
}

void ScenesPanel::rename(const QListWidgetItem& item)
{
    const int row = m_list->row(&item);
    SessionScene scene = m_scenes.scenes().at(static_cast<std::size_t>(row));
    scene.name = item.text().toStdString();
    m_isEditing = true; // the list has the name already
    m_scenes.replace(row, std::move(scene));
    m_isEditing = false;
}

// Page Up and Page Down go from scene to scene, not a page of the list on; Delete removes.
bool ScenesPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_PageUp:
            m_scenes.step(-1);
            return true;
        case Qt::Key_PageDown:
            m_scenes.step(1);
            return true;
        case Qt::Key_Delete:
            if (m_scenes.current() >= 0) {
                m_scenes.remove(m_scenes.current());
            }
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace rotascope
