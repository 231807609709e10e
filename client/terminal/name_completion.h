// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>

namespace keisan::client {

// Completes names at the end of a text: Python's calculator names, and those the user has typed before.
class NameCompletion {
public:
    struct Result {
        QByteArray insert;         // what all candidates have in common beyond what stands there
        QList<QByteArray> choices; // in alphabetical order; empty when there is nothing to complete
    };

    NameCompletion();

    // Remembers the names in an expression.
    void learn(const QByteArray& expression);

    // For the name that the text ends in; none inside a number (`0x1f`, `2e5`) or after a dot.
    Result complete(const QByteArray& textBeforeCursor) const;

private:
    QMap<QByteArray, bool> m_names;
};

} // namespace keisan::client
