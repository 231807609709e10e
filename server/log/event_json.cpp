// SPDX-License-Identifier: MIT
#include "server/log/event_json.h"

#include "server/log/event_text.h"
#include "server/log/event_word.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

namespace keisan::server {
namespace {

QByteArray lineOf(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString nowText() {
    return QString::fromLatin1(isoTime(QDateTime::currentMSecsSinceEpoch()));
}

} // namespace

QByteArray eventJson(const ServerEvent& event) {
    QJsonObject object{{QStringLiteral("time"), QString::fromLatin1(isoTime(event.timeMs))},
                       {QStringLiteral("event"), eventWord(event.kind)}};
    if (event.client != 0)
        object[u"client"] = static_cast<qint64>(event.client);
    if (event.port != 0) {
        object[u"address"] = event.address.toString();
        object[u"port"] = event.port;
    }
    if (event.isRequest()) {
        object[u"expression"] = QString::fromUtf8(event.expression);
        object[u"took_ms"] = static_cast<double>(event.elapsedNs) / 1e6;
    }
    if (event.isRequest() || !event.answer.isEmpty())
        object[u"answer"] = QString::fromUtf8(event.answer);
    if (event.count != 0)
        object[u"count"] = static_cast<qint64>(event.count);
    return lineOf(object);
}

QByteArray lostLinesJson(qsizetype count) {
    return lineOf({{QStringLiteral("time"), nowText()},
                   {QStringLiteral("event"), QStringLiteral("lines-lost")},
                   {QStringLiteral("count"), static_cast<qint64>(count)}});
}

QByteArray notReopenedJson(int error) {
    return lineOf({{QStringLiteral("time"), nowText()},
                   {QStringLiteral("event"), QStringLiteral("cannot-reopen")},
                   {QStringLiteral("answer"), qt_error_string(error)}});
}

} // namespace keisan::server
