// SPDX-License-Identifier: MIT
#pragma once

#include "common/protocol/codec.h"
#include "server/core/descriptor_watch.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <functional>
#include <span>

namespace keisan::server {

// The byte stream of one client: a TCP descriptor of our own, which it closes. Reads only when asked to,
// sends what it can and keeps the rest, and tells of a reset even while nobody reads. After Failed it does
// nothing more. Not QTcpSocket: at the peer's end of file that closes both directions, and the answers still
// owed are lost.
class Transport {
public:
    // What it tells. It must not be destroyed while it does.
    enum class Fact {
        Readable, // call receive(); told again while something is left
        Sent,     // some of what was unsent has gone
        Failed,   // failure() says why
    };
    using Told = std::function<void(Fact)>;

    // What one call of receive() gave.
    struct Received {
        enum class Kind { Bytes, Nothing, EndOfStream };
        Kind kind = Kind::Nothing;
        QByteArrayView bytes; // in the caller's buffer
    };

    // `dispatcher` is that of the thread it lives in.
    explicit Transport(int descriptor, QAbstractEventDispatcher& dispatcher, Told told = {});
    ~Transport();
    Q_DISABLE_COPY_MOVE(Transport)

    Received receive(std::span<char> buffer);

    // Keeps the bytes until flush(), which sends as many as the kernel takes.
    void write(const QByteArray& bytes) { m_unsent += bytes; }
    void write(const protocol::PlainReply& reply) { protocol::appendReply(m_unsent, reply); }
    void flush();

    qsizetype unsentBytes() const { return m_unsent.size() - m_sent; }

    // What is held for them: not much more, however long they wait.
    qsizetype heldBytes() const { return m_unsent.capacity(); }

    // Since the beginning.
    quint64 bytesIn() const { return m_bytesIn; }
    quint64 bytesOut() const { return m_bytesOut; }

    // Whether Readable is wanted; it is at first.
    void setReading(bool wanted) { setWanted(DescriptorWatch::Readable, wanted); }

    // Ends our side: the peer sees the end of the stream after what was sent.
    void shutDownSending();

    bool isOpen() const { return m_descriptor >= 0; }
    void close();

    QString failure() const { return qt_error_string(m_error); }

private:
    void look(unsigned readiness);
    void setWanted(unsigned readiness, bool wanted);
    void lookAtException();
    void sendMore();
    void sendWaiting();
    void throwAwayUnread();
    void fail(int error);

    int m_descriptor;
    int m_error = 0;
    const Told m_told;
    DescriptorWatch m_watch; // for writing only while something is unsent
    QByteArray m_unsent;
    qsizetype m_sent = 0; // of m_unsent
    quint64 m_bytesIn = 0;
    quint64 m_bytesOut = 0;
};

} // namespace keisan::server
