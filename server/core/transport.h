// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QObject>
#include <QSocketNotifier>

#include <memory>
#include <span>

namespace keisan::server {

// The byte stream of one client: a TCP descriptor of our own, which it closes. Reads only when asked to,
// sends what it can and keeps the rest, and tells of a reset even while nobody reads. After `failed` it does
// nothing more. Not QTcpSocket: at the peer's end of file that closes both directions, and the answers still
// owed are lost.
class Transport : public QObject {
    Q_OBJECT

public:
    // What one call of receive() gave.
    struct Received {
        enum class Kind { Bytes, Nothing, EndOfStream };
        Kind kind = Kind::Nothing;
        QByteArrayView bytes; // in the caller's buffer
    };

    explicit Transport(int descriptor);
    ~Transport() override;

    Received receive(std::span<char> buffer);

    // Keeps the bytes until flush(), which sends as many as the kernel takes.
    void write(const QByteArray& bytes) { m_unsent += bytes; }
    void flush();

    qsizetype unsentBytes() const { return m_unsent.size() - m_sent; }

    // Since the beginning.
    quint64 bytesIn() const { return m_bytesIn; }
    quint64 bytesOut() const { return m_bytesOut; }

    // Whether readable() is wanted.
    void setReading(bool wanted) { m_readNotifier.setEnabled(wanted && isOpen()); }

    // Ends our side: the peer sees the end of the stream after what was sent.
    void shutDownSending();

    bool isOpen() const { return m_descriptor >= 0; }
    void close();

Q_SIGNALS:
    void readable(); // call receive(); comes again while something is left
    void sent();     // some of what was unsent has gone
    void failed(const QString& reason);

private:
    void lookAtException();
    void sendMore();
    void sendWaiting();
    void notifyWhenWritable(bool wanted);
    void throwAwayUnread();
    void fail(int error);

    int m_descriptor;
    QSocketNotifier m_readNotifier;
    QSocketNotifier m_exceptionNotifier;
    std::unique_ptr<QSocketNotifier> m_writeNotifier; // enabled only while something is unsent
    QByteArray m_unsent;
    qsizetype m_sent = 0; // of m_unsent
    quint64 m_bytesIn = 0;
    quint64 m_bytesOut = 0;
};

} // namespace keisan::server
