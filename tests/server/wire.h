// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QTest>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <functional>

namespace keisan::server {

// A client of the tests: a bare TCP socket, because a QTcpSocket can neither half-close nor reset. While it
// waits the event loop of the thread runs, so that server and client may live in the same one.
class Wire {
public:
    static constexpr int kPatienceMs = 20'000;

    explicit Wire(quint16 port, int receiveBufferBytes = 0) : m_descriptor(socket(AF_INET, SOCK_STREAM, 0)) {
        if (receiveBufferBytes > 0)
            setsockopt(m_descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBufferBytes, sizeof receiveBufferBytes);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_connected = ::connect(m_descriptor, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    }
    ~Wire() { leave(); }
    Q_DISABLE_COPY_MOVE(Wire)

    bool isConnected() const { return m_connected; }

    // As much as the kernel takes now; the number of bytes.
    qsizetype trySend(QByteArrayView bytes) {
        return ::send(m_descriptor, bytes.data(), static_cast<size_t>(bytes.size()),
                      MSG_DONTWAIT | MSG_NOSIGNAL);
    }

    bool send(QByteArrayView bytes) {
        return await([&] {
            const qsizetype sent = trySend(bytes);
            bytes = bytes.sliced(std::max<qsizetype>(sent, 0));
            return bytes.isEmpty();
        });
    }

    void sendUrgent(char byte) { ::send(m_descriptor, &byte, 1, MSG_OOB); }

    // The next line without its LF; what there is of it when the stream ends or patience does.
    QByteArray readLine() {
        await([this] { return m_received.contains('\n') || !receive(); });
        const qsizetype end = m_received.indexOf('\n');
        QByteArray line = m_received.left(end);
        m_received.remove(0, end < 0 ? m_received.size() : end + 1);
        return line;
    }

    // Everything up to the end of the stream, and whether it came.
    QByteArray readAll() {
        await([this] { return !receive(); });
        return std::exchange(m_received, {});
    }

    // Whether bytes are there now that readLine() has not given.
    bool hasReceived() {
        receive();
        return !m_received.isEmpty();
    }

    bool sawEnd() const { return m_ended; }

    void endSending() { shutdown(m_descriptor, SHUT_WR); }

    void leave() {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
        m_descriptor = -1;
    }

    void reset() {
        const linger now{1, 0};
        setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
        leave();
    }

    // Runs the event loop until it is so.
    static bool await(const std::function<bool()>& isSo, int ms = kPatienceMs) {
        return QTest::qWaitFor(isSo, ms);
    }

private:
    bool receive() {
        char buffer[65536];
        const ssize_t got = m_ended ? 0 : recv(m_descriptor, buffer, sizeof buffer, MSG_DONTWAIT);
        m_received.append(buffer, std::max<ssize_t>(got, 0));
        m_ended = m_ended || got == 0 || (got < 0 && errno != EAGAIN);
        return !m_ended;
    }

    int m_descriptor;
    bool m_connected = false;
    bool m_ended = false;
    QByteArray m_received;
};

} // namespace keisan::server
