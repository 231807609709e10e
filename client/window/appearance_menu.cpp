// SPDX-License-Identifier: MIT
#include "client/window/appearance_menu.h"

#include "client/window/window_actions.h"

#include <QAction>

#include <algorithm>

namespace keisan::client {

namespace {

constexpr int kZoomStep = 10; // percent

struct Choice {
    Deed deed;
    const char* code;
};

constexpr Choice kColours[] = {
    {Deed::ColoursSystem, "system"}, {Deed::ColoursLight, "light"}, {Deed::ColoursDark, "dark"}};
constexpr Choice kLanguages[] = {
    {Deed::LanguageSystem, "system"}, {Deed::LanguageEnglish, "en"}, {Deed::LanguageJapanese, "ja"}};

} // namespace

AppearanceMenu::AppearanceMenu(const WindowActions& actions, Settings& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings) {
    for (const Choice& choice : kColours) {
        const QString code = QString::fromLatin1(choice.code);
        actions.action(choice.deed)->setChecked(settings.colours == code);
        connect(actions.action(choice.deed), &QAction::triggered, this,
                [this, code] { m_appearance.setColours(m_settings.colours = code); });
    }
    for (const Choice& choice : kLanguages) {
        const QString code = QString::fromLatin1(choice.code);
        actions.action(choice.deed)->setChecked(settings.language == code);
        connect(actions.action(choice.deed), &QAction::triggered, this,
                [this, code] { m_appearance.setLanguage(m_settings.language = code); });
    }
    const auto zoomTo = [&](Deed deed, auto percent) {
        connect(actions.action(deed), &QAction::triggered, this,
                [this, percent] { setZoom(percent(m_settings)); });
    };
    zoomTo(Deed::ZoomIn, [](const Settings& now) { return now.zoomPercent + kZoomStep; });
    zoomTo(Deed::ZoomOut, [](const Settings& now) { return now.zoomPercent - kZoomStep; });
    zoomTo(Deed::ZoomReset, [](const Settings&) { return 100; });
    m_appearance.setLanguage(settings.language);
    if (settings.colours != QLatin1String("system"))
        m_appearance.setColours(settings.colours);
    if (settings.zoomPercent != 100)
        m_appearance.setZoom(settings.zoomPercent);
}

void AppearanceMenu::setZoom(int percent) {
    m_settings.zoomPercent = std::clamp(percent, Settings::kMinZoomPercent, Settings::kMaxZoomPercent);
    m_appearance.setZoom(m_settings.zoomPercent);
    Q_EMIT zoomChanged(m_settings.zoomPercent);
}

} // namespace keisan::client
