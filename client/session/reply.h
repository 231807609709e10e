// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace keisan::client {

// A half-open range of an expression, in Unicode code points.
struct FaultSpan {
    int start = 0;
    int end = 0;

    bool operator==(const FaultSpan&) const = default;
};

// What the server answered to an expression.
struct Reply {
    QByteArray text;      // UTF-8: the value, or Python's message without "Error: "
    bool isError = false; // of a plain reply: the line began with "Error: "
    qint64 elapsedNs = 0; // to its last byte, from its sending or the reply before it, whichever was later

    // Only a structured server tells these.
    QString type = {};                  // Python's name of the value's type, or of the error's
    quint64 number = 0;                 // of the answer in its session, the 12 of _12; 0: it has none
    qint64 cost = -1;                   // counted work; -1: not told
    qint64 computedNs = -1;             // the server's own time; -1: not told
    std::optional<FaultSpan> span = {}; // where the fault is
};

} // namespace keisan::client
