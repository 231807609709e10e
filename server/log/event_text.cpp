// SPDX-License-Identifier: MIT
#include "server/log/event_text.h"

#include "common/protocol/utf8.h"

#include <QDateTime>
#include <QString>

namespace keisan::server {
namespace {

constexpr qsizetype kMaxShownChars = 1000; // of an expression or an answer

// A peer's bytes, made fit for a terminal.
QByteArray shown(const QByteArray& bytes) {
    QString text = QString::fromUtf8(bytes.left(4 * kMaxShownChars));
    if (text.size() > kMaxShownChars || bytes.size() > 4 * kMaxShownChars)
        text = text.left(kMaxShownChars) + QChar(0x2026);
    return protocol::withoutControls(text.toUtf8());
}

QByteArray withPeer(const char* words, const ServerEvent& event) {
    return words + pythonAddress(event.address, event.port);
}

QByteArray requestText(const ServerEvent& event, const char* arrow) {
    return withPeer("", event) + ' ' + shown(event.expression) + arrow + shown(event.answer);
}

QByteArray lostLinesWords(quint64 count) {
    return QByteArray::number(count) + " lines lost";
}

QByteArray words(const ServerEvent& event) {
    using Kind = ServerEvent::Kind;
    switch (event.kind) {
    case Kind::Listening: return "Listening on " + endpointText(event.address, event.port);
    case Kind::Capacity:
        return "Room for " + QByteArray::number(event.count) + " clients" +
               (event.answer.isEmpty() ? QByteArray() : " (" + event.answer + ')');
    case Kind::CannotListen:
        return "Cannot listen on " + endpointText(event.address, event.port) + ": " + event.answer;
    case Kind::Connected: return withPeer("Connected by ", event);
    case Kind::Evaluated: return requestText(event, " -> ");
    case Kind::Failed: return requestText(event, " -> Error: ");
    case Kind::Overflowed: return lostLinesWords(event.count);
    case Kind::ClosedByClient: return withPeer("Connection closed by client ", event);
    case Kind::ClosedEof: return withPeer("Connection closed (EOF) ", event);
    case Kind::Disconnected: return withPeer("Connection closed by server ", event) + ": " + event.answer;
    case Kind::Lost: return withPeer("Connection lost ", event) + ": " + event.answer;
    case Kind::Refused:
        return "Connections refused: " + QByteArray::number(event.count) + " (" + event.answer + ')';
    case Kind::Held:
        return withPeer("Waiting ", event) + ": " + QByteArray::number(event.count) + " before it";
    case Kind::Released: return withPeer("Serving ", event);
    case Kind::ShuttingDown: return "Shutting down";
    case Kind::Stopped: return "Stopped";
    }
    return {};
}

} // namespace

QByteArray pythonAddress(const QHostAddress& address, quint16 port) {
    const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return "('" + address.toString().toLatin1() + "', " + QByteArray::number(port) + (isV6 ? ", 0, 0)" : ")");
}

QByteArray endpointText(const QHostAddress& address, quint16 port) {
    const QByteArray host = address.toString().toLatin1();
    return (host.contains(':') ? '[' + host + ']' : host) + ':' + QByteArray::number(port);
}

QByteArray eventText(const ServerEvent& event) {
    return "[server] " + words(event);
}

QByteArray lostLinesText(qsizetype count) {
    return "[server] " + lostLinesWords(static_cast<quint64>(count));
}

QByteArray notReopenedText(int error) {
    return "[server] Cannot open the log file anew: " + qt_error_string(error).toUtf8();
}

QByteArray isoTime(qint64 timeMs) {
    return QDateTime::fromMSecsSinceEpoch(timeMs, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
}

} // namespace keisan::server
