// SPDX-License-Identifier: MIT
#include "server/window/models/log_export.h"

#include "server/log/event_text.h"
#include "server/log/event_word.h"
#include "server/window/models/log_text.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>
#include <vector>

namespace keisan::server {

using Kind = ServerEvent::Kind;

namespace {

using Field = std::pair<QString, QJsonValue>;

// The fields of a record in their order; without an entry only the names matter.
std::vector<Field> fieldsOf(const LogEntry& entry) {
    const ServerEvent& event = entry.event;
    const QString time = QDateTime::fromMSecsSinceEpoch(event.timeMs, Qt::UTC).toString(Qt::ISODateWithMs);
    return {
        {QStringLiteral("time"), time},
        {QStringLiteral("client"), event.client == 0 ? QJsonValue() : static_cast<qint64>(event.client)},
        {QStringLiteral("address"), event.address.toString()},
        {QStringLiteral("port"), event.port == 0 ? QJsonValue() : event.port},
        {QStringLiteral("event"), eventWord(event.kind)},
        {QStringLiteral("expression"), QString::fromUtf8(event.expression)},
        {QStringLiteral("answer"), QString::fromUtf8(event.answer)},
        {QStringLiteral("took_ms"),
         event.isRequest() ? QJsonValue(static_cast<double>(event.elapsedNs) / 1e6) : QJsonValue()},
        {QStringLiteral("count"), event.count == 0 ? QJsonValue() : static_cast<qint64>(event.count)},
        {QStringLiteral("like_it"), entry.alike},
    };
}

QByteArray csvField(const QString& text) {
    QByteArray field = text.toUtf8();
    const auto hasOneOf = [&field](const char* signs) {
        return std::any_of(signs, signs + qstrlen(signs),
                           [&field](char sign) { return field.contains(sign); });
    };
    if (!hasOneOf(",\"\r\n"))
        return field;
    field.replace('"', "\"\"");
    return '"' + field + '"';
}

QString csvText(const QJsonValue& value) {
    return value.isString() ? value.toString() : value.isDouble() ? value.toVariant().toString() : QString();
}

QByteArray csvRecord(const std::vector<Field>& fields, bool names) {
    QByteArrayList cells;
    for (const auto& [name, value] : fields)
        cells += csvField(names ? name : csvText(value));
    return cells.join(',') + "\r\n";
}

QByteArray jsonRecord(const std::vector<Field>& fields) {
    QJsonObject object;
    for (const auto& [name, value] : fields)
        if (!value.isNull())
            object.insert(name, value);
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

// A cell of a copied table: what would end it becomes a blank.
QByteArray tabCell(QByteArray text) {
    for (const char sign : {'\t', '\r', '\n'})
        text.replace(sign, ' ');
    return text;
}

} // namespace

QByteArray exportHeader(LogFormat format) {
    return format == LogFormat::Csv ? csvRecord(fieldsOf({}), true) : QByteArray();
}

QByteArray exportRecord(const LogEntry& entry, LogFormat format) {
    switch (format) {
    case LogFormat::Csv: return csvRecord(fieldsOf(entry), false);
    case LogFormat::JsonLines: return jsonRecord(fieldsOf(entry));
    case LogFormat::Tutorial: return eventText(entry.event) + '\n';
    }
    Q_UNREACHABLE();
}

QByteArray tabSeparated(const LogEntry& entry) {
    const ServerEvent& event = entry.event;
    const bool isRequest = event.isRequest(); // whose texts are copied whole
    const QByteArray expression = isRequest ? event.expression : expressionText(entry).toUtf8();
    const QByteArray answer = isRequest ? event.answer : answerText(entry).toUtf8();
    const QByteArrayList cells{timeText(event.timeMs).toUtf8(),
                               clientText(entry).toUtf8(),
                               eventLabel(event.kind).toUtf8(),
                               tabCell(expression),
                               tabCell(answer),
                               isRequest ? tookText(event.elapsedNs).toUtf8() : QByteArray()};
    return cells.join('\t');
}

} // namespace keisan::server
