// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/preferences_link.h"

#include "core/engine/threads.h"
#include "core/recording/counts_cache.h"
#include "ui/base/preferences.h"
#include "ui/window/engine_menu.h"
#include "ui/workspace/workspace.h"

namespace rotascope {
namespace {

CountsCache::Wish wishOf(const PreferenceValues& values)
{
    return {.folder = values.cacheFolder.toStdString(), .mostBytes = static_cast<std::uint64_t>(values.cacheMegabytes) << 20};
}

template <class Value> void prefer(Value PreferenceValues::*which, const Value& value)
{
    PreferenceValues values = Preferences::instance().values();
    values.*which = value;
    Preferences::instance().set(values);
}

} // namespace

PreferencesLink::PreferencesLink(Workspace* workspace, EngineMenu* engines, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_engines(engines)
{
    connect(&Preferences::instance(), &Preferences::changed, this, &PreferencesLink::apply);
    Preferences::instance().beginKeeping();
    apply();
    connect(workspace, &Workspace::angleUnitChanged, this, [this] { prefer(&PreferenceValues::angleUnit, m_workspace->angleUnit()); });
    connect(engines, &EngineMenu::engineChosen, this,
        [](const std::shared_ptr<Engine>&, const QString& name) { prefer(&PreferenceValues::engine, name); });
}

void PreferencesLink::apply()
{
    const PreferenceValues& values = Preferences::instance().values();
    limitThreads(static_cast<unsigned>(values.threads));
    CountsCache::setWish(wishOf(values));
    m_workspace->setAngleUnit(values.angleUnit);
    m_engines->choose(values.engine);
}

} // namespace rotascope
