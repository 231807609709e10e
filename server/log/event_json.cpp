// SPDX-License-Identifier: MIT
#include "server/log/event_json.h"

#include "server/log/event_text.h"
#include "server/log/event_word.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

namespace keisan::server {
namespace {

// DEL and the controls from U+0080 to U+009F: JSON lets them stand, and a terminal that shows the file obeys
// them.
bool isBareControl(QChar character) {
    return character == QChar(0x7f) || (character >= QChar(0x80) && character <= QChar(0x9f));
}

QByteArray lineOf(const QJsonObject& object) {
    QString line;
    for (const QChar character : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)))
        if (isBareControl(character))
            line += QStringLiteral("\\u%1").arg(character.unicode(), 4, 16, QLatin1Char('0'));
        else
            line += character;
    return line.toUtf8();
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
