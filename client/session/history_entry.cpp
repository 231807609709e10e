// SPDX-License-Identifier: MIT
#include "client/session/history_entry.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace keisan::client {

namespace {

// Each key of the file, once: what JSON calls it and where it lives. A value equal to the default is left
// out.
template <typename Entry, typename Visitor>
void visitKeys(Entry& entry, const Visitor& visit) {
    visit(u"id", entry.id);
    visit(u"expression", entry.expression);
    visit(u"answer", entry.answer);
    visit(u"tail", entry.answerTail);
    visit(u"characters", entry.answerCharacters);
    visit(u"error", entry.isError);
    visit(u"type", entry.type);
    visit(u"note", entry.note);
    visit(u"time", entry.timeMs);
    visit(u"elapsed_ns", entry.elapsedNs);
    visit(u"removed", entry.removed);
}

QJsonValue toJson(const QString& value) {
    return value;
}
QJsonValue toJson(const QByteArray& value) {
    return QString::fromUtf8(value);
}
QJsonValue toJson(qint64 value) {
    return value;
}
QJsonValue toJson(bool value) {
    return value;
}

void fromJson(const QJsonValue& json, QString& value) {
    value = json.toString();
}
void fromJson(const QJsonValue& json, QByteArray& value) {
    value = json.toString().toUtf8();
}
void fromJson(const QJsonValue& json, qint64& value) {
    value = json.toInteger();
}
void fromJson(const QJsonValue& json, bool& value) {
    value = json.toBool();
}

} // namespace

void shorten(HistoryEntry& entry) {
    const auto isLead = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    if (entry.answerCharacters == 0)
        entry.answerCharacters = std::count_if(entry.answer.begin(), entry.answer.end(), isLead);
    if (entry.answerCharacters <= kMaxKeptCharacters || !entry.answerTail.isEmpty())
        return;
    constexpr qsizetype kEnd = kMaxKeptCharacters / 2;
    const QString answer = QString::fromUtf8(entry.answer);
    entry.answer = answer.left(kEnd).toUtf8();
    entry.answerTail = answer.right(kEnd).toUtf8();
}

QByteArray toJsonLine(const HistoryEntry& entry) {
    QJsonObject object;
    visitKeys(entry, [&object](QStringView key, const auto& value) {
        if (value != std::decay_t<decltype(value)>())
            object.insert(key, toJson(value));
    });
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<HistoryEntry> fromJsonLine(const QByteArray& line) {
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    HistoryEntry entry;
    visitKeys(entry, [&object](QStringView key, auto& value) { fromJson(object.value(key), value); });
    if (entry.id.isEmpty() || entry.expression.isEmpty())
        return std::nullopt;
    return entry;
}

} // namespace keisan::client
