// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHostAddress>

#include <string_view>

namespace keisan::server {

// One thing that happened, as a plain struct: printed in headless mode, modelled in the window, written to
// the log file. Made in the network thread, handed over through a Mailbox, then only read.
struct ServerEvent {
    enum class Kind : quint8 {
        Listening,      // address, port: where
        Capacity,       // count: clients it can serve at once; answer: what keeps it from serving more
        CannotListen,   // answer: why
        Connected,      // address, port: the peer, as in every event of a client
        Evaluated,      // expression, answer
        Failed,         // expression, answer: the message without "Error: "
        Overflowed,     // requests of a client that came too fast to be told one by one; count: how many,
                        // failed: of these, elapsedNs and cost: of all
        ClosedByClient, // it sent quit
        ClosedEof,      // it ended its side
        Disconnected,   // ended by the server or whoever runs it; answer: why
        Lost,           // reset or vanished; answer: why
        Refused,        // never served; count: how many since the last such event; answer: why
        Held,           // must wait: clients are served one after another; count: those before it
        Released,       // its turn has come
        ShuttingDown,
        Stopped,
    };

    // The last event of a client that was Connected.
    bool endsConnection() const { return kind >= Kind::ClosedByClient && kind <= Kind::Lost; }

    bool isRequest() const { return kind == Kind::Evaluated || kind == Kind::Failed; }

    Kind kind = Kind::Listening;
    qint64 timeMs = 0;    // since 1970, UTC
    quint64 client = 0;   // 1, 2, 3 ... in the order of connecting; 0: the server itself
    QHostAddress address; // the peer's, or the listener's
    quint16 port = 0;
    QByteArray expression; // UTF-8 as it came, trimmed; of more than 64 KiB the beginning and "…"
    QByteArray answer;     // UTF-8 as it went, without its line feed; likewise
    qint64 elapsedNs = 0;  // from the start of its evaluation to its end
    quint64 cost = 0;      // of its evaluation, as eval::Outcome has it
    std::string_view type; // Python's name of the answer's, which lives for ever; empty: there is none
    quint64 count = 0;     // of what happened, where its kind says so
    quint64 failed = 0;    // likewise
};

// A request that has been answered, as its connection tells it: an Evaluated or a Failed to be. There are
// many, so it copies nothing: the texts live as long as the telling, and where the client is its Connected
// has told.
struct AnsweredRequest {
    bool failed = false;
    qint64 timeMs = 0;
    quint64 client = 0;
    QByteArrayView expression;
    QByteArrayView answer;
    qint64 elapsedNs = 0;
    quint64 cost = 0;
    std::string_view type;

    ServerEvent::Kind kind() const {
        return failed ? ServerEvent::Kind::Failed : ServerEvent::Kind::Evaluated;
    }
};

// An event that happens now. The client is 0 for the server itself.
ServerEvent eventNow(ServerEvent::Kind kind, const QHostAddress& address = {}, quint16 port = 0,
                     quint64 client = 0);

} // namespace keisan::server
