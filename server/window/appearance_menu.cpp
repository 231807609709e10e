// SPDX-License-Identifier: MIT
#include "server/window/appearance_menu.h"

#include "server/window/window_actions.h"

#include <QAction>
#include <QActionGroup>

#include <algorithm>

namespace keisan::server {

namespace {

constexpr int kZoomStep = 10; // percent

} // namespace

AppearanceMenu::AppearanceMenu(const WindowActions& actions, WindowSettings& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings) {
    WindowActions::choose(*actions.languages, settings.language);
    WindowActions::choose(*actions.colours, settings.colours);
    connect(actions.languages, &QActionGroup::triggered, this, [this](const QAction* action) {
        m_appearance.setLanguage(m_settings.language = action->data().toString());
    });
    connect(actions.colours, &QActionGroup::triggered, this, [this](const QAction* action) {
        m_appearance.setColours(m_settings.colours = action->data().toString());
    });
    connect(actions.zoomIn, &QAction::triggered, this,
            [this] { setZoom(m_settings.zoomPercent + kZoomStep); });
    connect(actions.zoomOut, &QAction::triggered, this,
            [this] { setZoom(m_settings.zoomPercent - kZoomStep); });
    connect(actions.zoomReset, &QAction::triggered, this, [this] { setZoom(100); });
    m_appearance.setColours(settings.colours);
    m_appearance.setLanguage(settings.language);
    if (settings.zoomPercent != 100)
        m_appearance.setZoom(settings.zoomPercent);
}

void AppearanceMenu::setZoom(int percent) {
    m_settings.zoomPercent =
        std::clamp(percent, WindowSettings::kMinZoomPercent, WindowSettings::kMaxZoomPercent);
    m_appearance.setZoom(m_settings.zoomPercent);
    Q_EMIT zoomChanged(m_settings.zoomPercent);
}

} // namespace keisan::server
