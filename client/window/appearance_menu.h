// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/settings.h"
#include "common/widgets/appearance.h"

namespace keisan::client {

class WindowActions;

// View > Colours, Language and the zoom: puts what is chosen into the settings and before the eyes.
class AppearanceMenu : public QObject {
    Q_OBJECT

public:
    // Applies what the settings say. Both must outlive it.
    AppearanceMenu(const WindowActions& actions, Settings& settings, QObject* parent = nullptr);

Q_SIGNALS:
    void zoomChanged(int percent);

private:
    void setZoom(int percent);

    Settings& m_settings;
    widgets::Appearance m_appearance{QStringLiteral(":/translations/keisan_")};
};

} // namespace keisan::client
