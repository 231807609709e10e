// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <variant>

namespace keisan::protocol {

// The plain half of the wire: what one line of a client means.
struct BlankRequest { // answered by an empty line
    bool operator==(const BlankRequest&) const = default;
};
struct QuitRequest { // the server closes after the replies that are owed
    bool operator==(const QuitRequest&) const = default;
};
struct EvaluateRequest {
    QByteArray expression; // UTF-8, not empty, without white space at its ends

    bool operator==(const EvaluateRequest&) const = default;
};
struct RefusedRequest { // cannot be served; answered in its turn with this error
    QByteArray line;    // what can be shown of it
    QByteArray message;

    bool operator==(const RefusedRequest&) const = default;
};
using Request = std::variant<BlankRequest, QuitRequest, EvaluateRequest, RefusedRequest>;

// The answer to one line.
struct PlainReply {
    QByteArray text; // UTF-8: the value, or Python's message without "Error: "
    bool isError = false;

    bool operator==(const PlainReply&) const = default;
};

} // namespace keisan::protocol
