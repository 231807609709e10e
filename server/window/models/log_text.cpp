// SPDX-License-Identifier: MIT
#include "server/window/models/log_text.h"

#include "server/log/event_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace keisan::server {

namespace {

constexpr int kHead = 120;
constexpr int kTail = kMaxShownCharacters - kHead - 3; // 3: the ellipsis between two spaces
constexpr int kMaxBytesACharacter = 4;

bool isContinuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// Slices of UTF-8 that hold at least kHead or kTail characters and begin and end between characters.
QByteArrayView headBytes(QByteArrayView utf8) {
    qsizetype end = kHead * kMaxBytesACharacter;
    while (end > 0 && isContinuation(utf8[end]))
        --end;
    return utf8.first(end);
}

QByteArrayView tailBytes(QByteArrayView utf8) {
    qsizetype begin = utf8.size() - kTail * kMaxBytesACharacter;
    while (begin < utf8.size() && isContinuation(utf8[begin]))
        ++begin;
    return utf8.sliced(begin);
}

QString ends(const QString& head, const QString& tail) {
    QStringView left = QStringView(head).left(kHead);
    QStringView right = QStringView(tail).right(kTail);
    if (!left.empty() && left.back().isHighSurrogate())
        left.chop(1);
    if (!right.empty() && right.front().isLowSurrogate())
        right = right.sliced(1);
    return left.toString() + QStringLiteral(" … ") + right.toString();
}

bool turnsDirection(char16_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

QString withVisibleSigns(QString text) {
    for (QChar& c : text) {
        if (c.unicode() < 0x20)
            c = QChar(0x2400 + c.unicode()); // the picture of the control character
        else if (c.category() == QChar::Other_Control || turnsDirection(c.unicode()))
            c = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace

QString shownText(QByteArrayView utf8) {
    if (utf8.size() > kMaxShownCharacters * kMaxBytesACharacter)
        return withVisibleSigns(ends(QString::fromUtf8(headBytes(utf8)), QString::fromUtf8(tailBytes(utf8))));
    const QString whole = QString::fromUtf8(utf8);
    return withVisibleSigns(whole.size() <= kMaxShownCharacters ? whole : ends(whole, whole));
}

QString shownEndpoint(const QHostAddress& address, quint16 port) {
    return QString::fromLatin1(endpointText(address, port));
}

QString timeText(qint64 timeMs) {
    return QDateTime::fromMSecsSinceEpoch(timeMs).toString(QStringLiteral("hh:mm:ss.zzz"));
}

QString tookText(qint64 ns) {
    const QLocale locale;
    const double ms = static_cast<double>(ns) / 1e6;
    if (ms >= 1000)
        return QCoreApplication::translate("LogText", "%1 s").arg(locale.toString(ms / 1000, 'f', 1));
    // From 0.0095 on it reads 0.01, not 0.010.
    const int decimals = ms >= 10 ? 0 : ms >= 1 ? 1 : ms >= 0.0095 ? 2 : 3;
    return QCoreApplication::translate("LogText", "%1 ms").arg(locale.toString(ms, 'f', decimals));
}

QString clientText(const LogEntry& entry) {
    const QString number = entry.event.client == 0 ? QString() : QString::number(entry.event.client);
    return entry.isOfSeveral ? number + QStringLiteral(", …") : number;
}

QString expressionText(const LogEntry& entry) {
    const ServerEvent& event = entry.event;
    if (event.isRequest())
        return shownText(event.expression);
    if (event.client != 0)
        return QString::fromLatin1(pythonAddress(event.address, event.port));
    return event.port == 0 ? QString() : shownEndpoint(event.address, event.port);
}

QString answerText(const LogEntry& entry) {
    if (entry.event.kind == ServerEvent::Kind::Overflowed)
        return QCoreApplication::translate("LogText", "Requests: %1")
            .arg(QLocale().toString(entry.event.count));
    if (entry.alike > 0)
        return QCoreApplication::translate("LogText", "… and %Ln like it", nullptr, entry.alike);
    QString answer = shownText(entry.event.answer);
    QString count = QLocale().toString(entry.event.count);
    if (entry.event.kind == ServerEvent::Kind::Capacity && answer.isEmpty())
        return count;
    if (entry.event.kind == ServerEvent::Kind::Capacity)
        return QStringLiteral("%1 (%2)").arg(count, answer);
    if (entry.event.kind == ServerEvent::Kind::Refused)
        return QStringLiteral("%1 (%2)").arg(answer, count);
    if (entry.event.kind == ServerEvent::Kind::Held)
        return QCoreApplication::translate("LogText", "Clients before it: %1").arg(count);
    return answer;
}

} // namespace keisan::server
