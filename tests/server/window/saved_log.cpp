// SPDX-License-Identifier: MIT
#include "server/log/event_word.h"
#include "server/window/models/log_filter_model.h"
#include "server/window/save_log_dialog.h"
#include "tests/server/window/events.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace keisan::server;
using namespace keisan::server::test;

namespace {

// What tends to break a file that is read by others.
std::vector<ServerEvent> awkwardEvents() {
    return {eventOf(ServerEvent::Kind::Listening, 0),
            eventOf(ServerEvent::Kind::Connected, 7),
            evaluated(7, "'a,b' + \"c\"", "a,bc"),
            evaluated(7, "'\"quoted\", and more'", "\"quoted\", and more", 1'234'567),
            evaluated(7, "' blanks at both ends '", " blanks at both ends "),
            evaluated(7, "'計算' * 2", "計算計算"),
            evaluated(8, "'\U0001F9EE'", "\U0001F9EE"),
            evaluated(7, "'tab\tand\rreturn'", "two\nlines\r\nof text"),
            evaluated(7, "=1+1", "'=cmd'"),
            evaluated(7, QByteArray("9") + QByteArray(5'000, '0'), QByteArray(5'000, '9')),
            failed(7, "1 / 0", "division by zero")};
}

QJsonObject shownLine(const LogEntry& entry) {
    return {{QStringLiteral("client"),
             entry.event.client == 0 ? QJsonValue() : QJsonValue(qint64(entry.event.client))},
            {QStringLiteral("event"), eventWord(entry.event.kind)},
            {QStringLiteral("expression"), QString::fromUtf8(entry.event.expression)},
            {QStringLiteral("answer"), QString::fromUtf8(entry.event.answer)}};
}

} // namespace

// Saves a log, filtered to client 7, in each format to the folder, and prints what was shown as JSON.
int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    LogModel log;
    log.append(awkwardEvents());
    LogFilterModel shown(log);
    shown.setFilter(std::get<LogFilter>(LogFilter::parse(QStringLiteral("client:7"))));
    bool failedOnce = false;
    const auto save = [&](bool onlyShown, const char* name, LogFormat format) {
        failedOnce |= saveLog(shown, log, onlyShown, folder.filePath(QLatin1String(name)), format).failed;
    };
    save(true, "shown.csv", LogFormat::Csv);
    save(true, "shown.jsonl", LogFormat::JsonLines);
    save(false, "all.csv", LogFormat::Csv);
    save(false, "all.jsonl", LogFormat::JsonLines);
    QJsonArray lines;
    for (int row = 0; row < shown.rowCount(); ++row)
        lines.append(shownLine(shown.entry(row)));
    std::fputs(QJsonDocument(lines).toJson(QJsonDocument::Compact).constData(), stdout);
    return failedOnce || argc < 2 ? 1 : 0;
}
