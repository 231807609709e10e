// SPDX-License-Identifier: MIT
#include "client/window/connection_face.h"

#include <QCoreApplication>

#include <cmath>

namespace keisan::client {

namespace {

using State = CalculatorClient::State;
using Deed = ConnectionFace::Deed;

struct ConnectionFaceText {
    Q_DECLARE_TR_FUNCTIONS(keisan::client::ConnectionFaceText)
};

// The reason as a sentence of its own.
QString sentence(const QString& reason) {
    return reason.isEmpty() ? reason
                            : ConnectionFaceText::tr("%1.").arg(reason.left(1).toUpper() + reason.mid(1));
}

QString againText(const CalculatorClient::Status& status) {
    const auto seconds =
        static_cast<int>(std::ceil(static_cast<double>(status.nextTry.remainingTime()) / 1000.0));
    if (status.nextTry.hasExpired())
        return ConnectionFaceText::tr("Trying again now (try %1).").arg(status.tryNumber);
    return ConnectionFaceText::tr("Again in %1 s (try %2).").arg(seconds).arg(status.tryNumber);
}

ConnectionFace connected(bool serverIsBusy) {
    ConnectionFace face{
        .sign = Sign::Dot, .colour = widgets::Role::Good, .word = ConnectionFaceText::tr("Connected")};
    face.deed = Deed::Disconnect;
    face.canEditAddress = false;
    face.acceptsExpressions = true;
    if (serverIsBusy) {
        face.colour = widgets::Role::Warning;
        face.notice = ConnectionFaceText::tr(
            "Connected. The server has not answered yet: it may be serving another client.");
    }
    return face;
}

ConnectionFace reconnecting(const CalculatorClient::Status& status) {
    ConnectionFace face{.sign = Sign::HalfRing,
                        .colour = widgets::Role::Warning,
                        .word = ConnectionFaceText::tr("Connection lost")};
    // Without the advice in brackets: the next try comes by itself, and a small window has little room.
    const QString reason = status.reason.section(QStringLiteral(" ("), 0, 0);
    face.notice =
        ConnectionFaceText::tr("Connection lost: %1.").arg(reason) + QLatin1Char(' ') + againText(status);
    face.retry = ConnectionFaceText::tr("Try now");
    face.giveUp = ConnectionFaceText::tr("Stop trying");
    face.deed = Deed::Cancel;
    face.canEditAddress = false;
    face.acceptsExpressions = true;
    return face;
}

ConnectionFace connecting(const CalculatorClient::Status& status) {
    ConnectionFace face{.sign = Sign::HalfRing, .colour = widgets::Role::Warning};
    face.word = ConnectionFaceText::tr("Connecting to %1…").arg(status.address.text());
    face.deed = Deed::Cancel;
    face.canEditAddress = false;
    face.acceptsExpressions = true;
    return face;
}

} // namespace

ConnectionFace faceOf(const CalculatorClient::Status& status, bool serverIsBusy) {
    switch (status.state) {
    case State::Connected: return connected(serverIsBusy);
    case State::Connecting: return connecting(status);
    case State::Reconnecting: return reconnecting(status);
    case State::EndedByServer:
        return {.word = ConnectionFaceText::tr("Disconnected"),
                .notice = ConnectionFaceText::tr("The server ended the connection: %1.").arg(status.reason),
                .retry = ConnectionFaceText::tr("Connect"),
                .giveUp = {}};
    case State::Failed:
        return {.sign = Sign::Triangle,
                .colour = widgets::Role::Error,
                .word = ConnectionFaceText::tr("No connection"),
                .notice = sentence(status.reason),
                .retry = ConnectionFaceText::tr("Retry"),
                .giveUp = {}};
    case State::Disconnected: break;
    }
    return {.word = ConnectionFaceText::tr("Not connected"), .notice = {}, .retry = {}, .giveUp = {}};
}

} // namespace keisan::client
