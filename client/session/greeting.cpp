// SPDX-License-Identifier: MIT
#include "client/session/greeting.h"

#include "common/protocol/codec.h"
#include "common/protocol/structured_codec.h"

namespace keisan::client {

Greeting::Outcome Greeting::take(const protocol::Line& line) {
    if (m_mayBeFarewell)
        return Outcome::Stranger;
    if (const auto hello = helloFrom(protocol::decodeServerMessage(line))) {
        m_hello = *hello;
        return Outcome::Structured;
    }
    const protocol::PlainReply reply = protocol::decodeReply(line.text.trimmed());
    if (!reply.isError)
        return Outcome::Plain;
    m_farewell = QString::fromUtf8(reply.text);
    m_mayBeFarewell = true;
    return Outcome::PerhapsFarewell;
}

} // namespace keisan::client
