// SPDX-License-Identifier: MIT
#pragma once

#include "common/widgets/appearance.h"
#include "server/window/window_settings.h"

namespace keisan::server {

class WindowActions;

// View > Language, Colours and the zoom: puts what is chosen into the settings and before the eyes.
class AppearanceMenu : public QObject {
    Q_OBJECT

public:
    // Applies what the settings say. Both must outlive it.
    AppearanceMenu(const WindowActions& actions, WindowSettings& settings, QObject* parent = nullptr);

Q_SIGNALS:
    void zoomChanged(int percent);

private:
    void setZoom(int percent);

    WindowSettings& m_settings;
    widgets::Appearance m_appearance{QStringLiteral(":/translations/keisan-server_")};
};

} // namespace keisan::server
