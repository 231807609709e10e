// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/reply.h"
#include "common/protocol/message.h"

#include <QList>
#include <QString>

#include <optional>

namespace keisan::client {

// What a structured server says, out of its JSON. Anything may stand there: what is missing or of the wrong
// kind is empty.

struct Hello {
    QString server; // its program
    QString version;
    qint64 lineBytes = 0; // the longest line it takes, without its LF
};

struct Variable {
    QString name;
    QString type;
    QString value; // its repr, shortened by the server to 200 characters

    bool operator==(const Variable&) const = default;
};

struct KnownName {
    QString name; // "sqrt", "cmath.sqrt"
    QString signature;
    QString help; // one line, in English

    bool operator==(const KnownName&) const = default;
};

// Nothing when this is no answer to hello, or one of a protocol that we do not speak.
std::optional<Hello> helloFrom(const protocol::ServerMessage& message);

// Without elapsedNs, which is the client's to measure.
Reply replyFrom(const protocol::Response& response);

QList<Variable> variablesFrom(const QJsonObject& result);
QList<KnownName> namesFrom(const QJsonObject& result);

} // namespace keisan::client
