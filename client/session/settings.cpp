// SPDX-License-Identifier: MIT
#include "client/session/settings.h"

#include <QSettings>
#include <QStandardPaths>
#include <QVariant>

#include <algorithm>

namespace keisan::client {

namespace {

// Each key, once: its name in the file and where it lives.
template <typename AnySettings, typename Visitor>
void visitKeys(AnySettings& settings, const Visitor& visit) {
    visit("window/geometry", settings.geometry);
    visit("window/docks", settings.dockState);
    visit("window/panes", settings.openPanes);
    visit("window/zoom", settings.zoomPercent);
    visit("window/language", settings.language);
    visit("window/colours", settings.colours);
    visit("window/always_on_top", settings.alwaysOnTop);
    visit("connection/servers", settings.servers);
    visit("connection/was_connected", settings.wasConnected);
    visit("answers/grouping", settings.grouping);
    visit("answers/notation", settings.notation);
    visit("bits/word", settings.wordBits);
    visit("bits/signed", settings.signedBits);
    visit("input/preview", settings.preview);
    visit("input/auto_continue", settings.autoContinue);
    visit("history/keep", settings.keepHistory);
    visit("input/draft", settings.draft);
}

template <typename Value>
void keepAmong(Value& value, std::initializer_list<Value> allowed) {
    if (std::find(allowed.begin(), allowed.end(), value) == allowed.end())
        value = *allowed.begin();
}

Settings sane(Settings settings) {
    settings.zoomPercent =
        std::clamp(settings.zoomPercent, Settings::kMinZoomPercent, Settings::kMaxZoomPercent);
    keepAmong<QString>(settings.language,
                       {QStringLiteral("system"), QStringLiteral("ja"), QStringLiteral("en")});
    keepAmong<QString>(settings.colours,
                       {QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")});
    keepAmong<QString>(settings.notation,
                       {QStringLiteral("dec"), QStringLiteral("hex"), QStringLiteral("oct"),
                        QStringLiteral("bin"), QStringLiteral("sci"), QStringLiteral("eng")});
    keepAmong(settings.wordBits, {0, 8, 16, 32, 64, 128});
    settings.servers.removeIf([](const QString& text) { return !ServerAddress::fromText(text); });
    settings.servers = settings.servers.mid(0, Settings::kMaxServers);
    return settings;
}

} // namespace

ServerAddress Settings::lastServer() const {
    return servers.isEmpty() ? ServerAddress()
                             : ServerAddress::fromText(servers.first()).value_or(ServerAddress());
}

void Settings::useServer(const ServerAddress& address) {
    servers.removeAll(address.text());
    servers.prepend(address.text());
    servers = servers.mid(0, kMaxServers);
}

QString settingsPath() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/keisan/client.ini");
}

Settings loadSettings(const QSettings& file) {
    Settings settings;
    visitKeys(settings, [&file](const char* key, auto& value) {
        const QVariant stored = file.value(QLatin1StringView(key));
        if (stored.canConvert<std::decay_t<decltype(value)>>())
            value = stored.value<std::decay_t<decltype(value)>>();
    });
    return sane(settings);
}

void saveSettings(const Settings& settings, QSettings& file) {
    visitKeys(settings,
              [&file](const char* key, const auto& value) { file.setValue(QLatin1StringView(key), value); });
}

} // namespace keisan::client
