// SPDX-License-Identifier: MIT
#include "client/session/connection_words.h"
#include "client/session/server_address.h"

#include <QMetaEnum>
#include <QSet>
#include <QTest>

using keisan::client::ServerAddress;
using keisan::client::words;

class ServerAddressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatPeopleWriteIsUnderstood_data();
    void whatPeopleWriteIsUnderstood();
    void nonsenseIsRefused_data();
    void nonsenseIsRefused();
    void loopbackIsThisComputer();
    void everySocketErrorHasWords();
};

void ServerAddressTest::whatPeopleWriteIsUnderstood_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char* text, const char* host, int port, const char* shown) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(host) << port
                            << QString::fromUtf8(shown);
    };
    row("127.0.0.1:10001", "127.0.0.1", 10001, "127.0.0.1:10001");
    row(" calc.example ", "calc.example", 10000, "calc.example:10000");
    row("localhost:1", "localhost", 1, "localhost:1");
    row("h:65535", "h", 65535, "h:65535");
    row("::1", "::1", 10000, "[::1]:10000");
    row("fe80::1%eth0", "fe80::1%eth0", 10000, "[fe80::1%eth0]:10000");
    row("[::1]", "::1", 10000, "[::1]:10000");
    row("[::1]:7", "::1", 7, "[::1]:7");
}

void ServerAddressTest::whatPeopleWriteIsUnderstood() {
    QFETCH(QString, text);
    QFETCH(QString, host);
    QFETCH(int, port);
    const auto address = ServerAddress::fromText(text);
    QVERIFY(address);
    QCOMPARE(address->host, host);
    QCOMPARE(int(address->port), port);
    QTEST(address->text(), "shown");
    QCOMPARE(ServerAddress::fromText(address->text()), address);
}

void ServerAddressTest::nonsenseIsRefused_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"", " ", ":", ":10000", "h:", "h:0", "h:65536", "h:+1", "h:1 2", "a b", "h:1x",
                             "[]:1", "[::1", "[::1]7", "http://h:1"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void ServerAddressTest::nonsenseIsRefused() {
    QFETCH(QString, text);
    QVERIFY(!ServerAddress::fromText(text));
}

void ServerAddressTest::loopbackIsThisComputer() {
    for (const char* host : {"127.0.0.1", "127.1.2.3", "::1", "localhost"})
        QVERIFY2((ServerAddress{QString::fromLatin1(host), 1}.isOfThisComputer()), host);
    for (const char* host : {"192.0.2.1", "128.0.0.1", "example.org", "::2", "0.0.0.0"})
        QVERIFY2(!(ServerAddress{QString::fromLatin1(host), 1}.isOfThisComputer()), host);
}

void ServerAddressTest::everySocketErrorHasWords() {
    const ServerAddress address{QStringLiteral("::1"), 10001};
    const auto errors = QMetaEnum::fromType<QAbstractSocket::SocketError>();
    for (int i = 0; i < errors.keyCount(); ++i) {
        const QString sentence = words(static_cast<QAbstractSocket::SocketError>(errors.value(i)), address);
        QVERIFY2(!sentence.isEmpty() && !sentence.contains(u'%') && !sentence.endsWith(u'.'), errors.key(i));
    }
    QCOMPARE(words(QAbstractSocket::ConnectionRefusedError, {}),
             QStringLiteral(
                 "connection refused: no server listens on 127.0.0.1:10000 (start one with keisan-server)"));
    QVERIFY(words(QAbstractSocket::HostNotFoundError, address).contains(QStringLiteral("::1")));
}

QTEST_APPLESS_MAIN(ServerAddressTest)
#include "server_address_test.moc"
