// SPDX-License-Identifier: MIT
#include "server/window/window_settings.h"

#include <QHostAddress>
#include <QSettings>

#include <algorithm>

namespace keisan::server {

namespace {

// Each key once: load and save walk the same list.
template <class Settings, class Visit>
void forEachKey(Settings& settings, Visit visit) {
    visit("address", settings.address);
    visit("port", settings.port);
    visit("language", settings.language);
    visit("colours", settings.colours);
    visit("zoom", settings.zoomPercent);
    visit("log/expressions", settings.logsExpressions);
    visit("view/clients", settings.showsClients);
    visit("view/details", settings.showsDetails);
    visit("view/graph", settings.showsGraph);
    visit("tray", settings.staysInTray);
    visit("window/geometry", settings.geometry);
    visit("window/splitter", settings.splitter);
    visit("log/columns", settings.logColumns);
    visit("clients/columns", settings.clientColumns);
}

} // namespace

std::unique_ptr<QSettings> WindowSettings::store(const QString& file) {
    if (!file.isEmpty())
        return std::make_unique<QSettings>(file, QSettings::IniFormat);
    return std::make_unique<QSettings>(QStringLiteral("Keisan"), QStringLiteral("keisan-server"));
}

WindowSettings WindowSettings::load(const QSettings& store) {
    WindowSettings settings;
    forEachKey(settings, [&store](const char* key, auto& value) {
        const QVariant stored = store.value(QLatin1String(key));
        if (stored.isValid() && stored.canConvert<std::decay_t<decltype(value)>>())
            value = stored.value<std::decay_t<decltype(value)>>();
    });
    settings.zoomPercent = std::clamp(settings.zoomPercent, kMinZoomPercent, kMaxZoomPercent);
    if (QHostAddress(settings.address).isNull())
        settings.address = WindowSettings().address;
    return settings;
}

void WindowSettings::save(QSettings& store) const {
    forEachKey(*this, [&store](const char* key, const auto& value) {
        store.setValue(QLatin1String(key), QVariant::fromValue(value));
    });
}

} // namespace keisan::server
