// SPDX-License-Identifier: MIT
#include "server/log/event_word.h"
#include "server/window/models/log_export.h"
#include "tests/server/window/events.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace keisan::server;
using namespace keisan::server::test;
using Kind = ServerEvent::Kind;

namespace {

// A reader of RFC 4180, written apart from the writer: records of fields.
QList<QStringList> readCsv(const QByteArray& bytes) {
    QList<QStringList> records{{}};
    QByteArray field;
    bool quoted = false;
    const auto endField = [&] {
        records.last() += QString::fromUtf8(field);
        field.clear();
    };
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (quoted && c == '"' && i + 1 < bytes.size() && bytes[i + 1] == '"')
            field += bytes[++i];
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && c == ',')
            endField();
        else if (!quoted && c == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n') {
            endField();
            records.append(QStringList());
            ++i;
        } else
            field += c;
    }
    records.removeLast(); // behind the last CRLF
    return records;
}

std::vector<LogEntry> lines() {
    std::vector<LogEntry> entries{
        LogEntry::of(eventOf(Kind::Connected, 7, 1'700'000'000'123)),
        LogEntry::of(evaluated(7, "'a,b' + \"c\"", "a,bc", 1'250'000, 1'700'000'001'000)),
        LogEntry::of(evaluated(7, "'é計'", "é計")),
        LogEntry::of(evaluated(7, "two\nlines\r", "=1+1")),
        LogEntry::of(failed(8, "1/0", "division by zero")),
        LogEntry::of(eventOf(Kind::Stopped, 0)),
        LogEntry::of(eventOf(Kind::Overflowed, 7)),
    };
    entries[4].alike = 12;
    entries[6].event.count = 34;
    return entries;
}

QByteArray written(LogFormat format) {
    QByteArray bytes = exportHeader(format);
    for (const LogEntry& entry : lines())
        bytes += exportRecord(entry, format);
    return bytes;
}

} // namespace

class LogExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void csvReadsBack();
    void jsonLinesReadBack();
    void copiedLinesAreTabSeparated();
};

void LogExportTest::csvReadsBack() {
    const QList<QStringList> records = readCsv(written(LogFormat::Csv));
    const QStringList header = records.first();
    QCOMPARE(header.join(QLatin1Char(' ')),
             QStringLiteral("time client address port event expression answer took_ms count like_it"));
    const auto all = lines();
    QCOMPARE(records.size(), qsizetype(all.size()) + 1);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const QStringList& record = records[qsizetype(i) + 1];
        QCOMPARE(record.size(), header.size());
        QCOMPARE(record[4], eventWord(all[i].event.kind));
        QCOMPARE(record[5], QString::fromUtf8(all[i].event.expression));
        QCOMPARE(record[6], QString::fromUtf8(all[i].event.answer));
    }
    QCOMPARE(records[1][0], QStringLiteral("2023-11-14T22:13:20.123Z"));
    QCOMPARE(records[1].mid(1, 3).join(QLatin1Char(' ')), QStringLiteral("7 127.0.0.1 40007"));
    QCOMPARE(records[1][7], QString());
    QCOMPARE(records[2][7], QStringLiteral("1.25"));
    QCOMPARE(records[5].mid(8).join(QLatin1Char(' ')), QStringLiteral(" 12"));
    QCOMPARE(records[6][1], QString());
    QCOMPARE(records[7].mid(8).join(QLatin1Char(' ')), QStringLiteral("34 0"));
}

void LogExportTest::jsonLinesReadBack() {
    const QList<QByteArray> rows = written(LogFormat::JsonLines).trimmed().split('\n');
    const auto all = lines();
    QCOMPARE(rows.size(), qsizetype(all.size()));
    for (std::size_t i = 0; i < all.size(); ++i) {
        QJsonParseError error{};
        const QJsonObject object = QJsonDocument::fromJson(rows[qsizetype(i)], &error).object();
        QCOMPARE(error.error, QJsonParseError::NoError);
        QCOMPARE(object[QLatin1String("event")].toString(), eventWord(all[i].event.kind));
        QCOMPARE(object[QLatin1String("expression")].toString(), QString::fromUtf8(all[i].event.expression));
        QCOMPARE(object[QLatin1String("answer")].toString(), QString::fromUtf8(all[i].event.answer));
    }
    const QJsonObject second = QJsonDocument::fromJson(rows[1]).object();
    QCOMPARE(second[QLatin1String("client")].toInt(), 7);
    QCOMPARE(second[QLatin1String("took_ms")].toDouble(), 1.25);
    QVERIFY(!QJsonDocument::fromJson(rows[5]).object().contains(QLatin1String("client")));
    QVERIFY(!QJsonDocument::fromJson(rows[5]).object().contains(QLatin1String("count")));
    QCOMPARE(QJsonDocument::fromJson(rows[6]).object()[QLatin1String("count")].toInt(), 34);
}

void LogExportTest::copiedLinesAreTabSeparated() {
    const QList<QByteArray> cells = tabSeparated(lines()[1]).split('\t');
    QCOMPARE(cells.size(), 6);
    QCOMPARE(cells[1], QByteArray("7"));
    QCOMPARE(cells[3], QByteArray("'a,b' + \"c\""));
    QCOMPARE(tabSeparated(lines()[6]).split('\t').at(4), QByteArray("Requests: 34"));
    QCOMPARE(tabSeparated(LogEntry::of(evaluated(1, "a\tb\nc", "d"))).split('\t').at(3), QByteArray("a b c"));
}

QTEST_GUILESS_MAIN(LogExportTest)
#include "log_export_test.moc"
