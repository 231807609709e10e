// SPDX-License-Identifier: MIT
#include "client/session/settings.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using keisan::client::loadSettings;
using keisan::client::saveSettings;
using keisan::client::ServerAddress;
using keisan::client::Settings;

class SettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_file = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("client.ini")),
                                             QSettings::IniFormat);
        m_file->clear();
    }
    void theFirstRunHasTheDefaults();
    void everythingIsRemembered();
    void nonsenseBecomesTheDefault();
    void theLastTenServersAreKept();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_file;
};

void SettingsTest::theFirstRunHasTheDefaults() {
    QCOMPARE(loadSettings(*m_file), Settings());
    QCOMPARE(Settings().lastServer(), ServerAddress());
    QVERIFY(!Settings().wasConnected);
}

void SettingsTest::everythingIsRemembered() {
    Settings settings;
    settings.geometry = QByteArray("\0\1\xff", 3);
    settings.dockState = "docks";
    settings.zoomPercent = 150;
    settings.language = QStringLiteral("ja");
    settings.colours = QStringLiteral("dark");
    settings.alwaysOnTop = true;
    settings.useServer({QStringLiteral("::1"), 7});
    settings.wasConnected = true;
    settings.grouping = false;
    settings.notation = QStringLiteral("eng");
    settings.wordBits = 32;
    settings.signedBits = false;
    settings.preview = false;
    settings.autoContinue = false;
    settings.keepHistory = false;
    saveSettings(settings, *m_file);
    m_file->sync();
    const QSettings again(m_file->fileName(), QSettings::IniFormat);
    QCOMPARE(loadSettings(again), settings);
    const ServerAddress last = loadSettings(again).lastServer();
    QCOMPARE(last, (ServerAddress{QStringLiteral("::1"), 7}));
}

void SettingsTest::nonsenseBecomesTheDefault() {
    m_file->setValue("window/zoom", 100'000);
    m_file->setValue("window/language", QStringLiteral("xx"));
    m_file->setValue("window/colours", 7);
    m_file->setValue("answers/notation", QStringLiteral("roman"));
    m_file->setValue("bits/word", 7);
    m_file->setValue("connection/servers", QStringList{QStringLiteral("h:1"), QStringLiteral("h:99999")});
    const Settings settings = loadSettings(*m_file);
    QCOMPARE(settings.zoomPercent, Settings::kMaxZoomPercent);
    QCOMPARE(settings.language, QStringLiteral("system"));
    QCOMPARE(settings.colours, QStringLiteral("system"));
    QCOMPARE(settings.notation, QStringLiteral("dec"));
    QCOMPARE(settings.wordBits, 0);
    QCOMPARE(settings.servers, QStringList{QStringLiteral("h:1")});
}

void SettingsTest::theLastTenServersAreKept() {
    Settings settings;
    for (quint16 port = 1; port <= 12; ++port)
        settings.useServer({QStringLiteral("h"), port});
    settings.useServer({QStringLiteral("h"), 5});
    QCOMPARE(settings.servers.size(), Settings::kMaxServers);
    QCOMPARE(settings.servers.first(), QStringLiteral("h:5"));
    QCOMPARE(settings.servers.last(), QStringLiteral("h:3"));
    QCOMPARE(settings.servers.count(QStringLiteral("h:5")), 1);
}

QTEST_GUILESS_MAIN(SettingsTest)
#include "settings_test.moc"
