// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/server_words.h"
#include "common/protocol/line_decoder.h"

#include <QString>

#include <optional>

namespace keisan::client {

// Makes out of a server's first lines how it speaks. A plain one's answer to our hello means nothing, but an
// error may be a farewell: a server that has no room for us says so and closes. Whether it does only time
// tells, which is the caller's.
class Greeting {
public:
    enum class Outcome {
        Structured, // hello() tells what it said
        Plain,
        PerhapsFarewell, // plain, unless it closes now; farewell() is its reason then
        Stranger,        // it talks on without being asked
    };

    Outcome take(const protocol::Line& line);

    const Hello& hello() const { return m_hello; }
    const QString& farewell() const { return m_farewell; }

private:
    Hello m_hello;
    QString m_farewell;
    bool m_mayBeFarewell = false;
};

} // namespace keisan::client
