// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/request_queue.h"
#include "client/session/server_address.h"
#include "common/protocol/line_decoder.h"
#include "common/protocol/message.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <vector>

namespace keisan::client {

// What the server answered.
struct Reply {
    QByteArray text;      // UTF-8 as it came, without its line end and without "Error: "
    bool isError = false; // the line began with "Error: "
    qint64 elapsedNs = 0; // to its last byte, from its sending or the reply before it, whichever was later
};

// One connection to a calculator server, the plain protocol: one line out, one line in, in order, any number
// of requests in flight. Works with Keisan's server and with the tutorial's own, which serves one client at a
// time.
//
// A connection that is lost comes back by itself (0.5, 1, 2, 4, 8, 15 s, then every 15 s), unless it never
// stood or the server ended it on purpose. A request is sent at most once: what was sent and not answered is
// reported lost, what was not sent yet waits for the next connection.
//
// Lives in one thread with an event loop; never blocks it. Every submitted request ends in exactly one of
// replyReceived, requestLost and requestStopped; for those that a change of state ends, before stateChanged.
class CalculatorClient : public QObject {
    Q_OBJECT

public:
    enum class State {
        Disconnected,  // not asked to connect, or asked to leave
        Connecting,    // the first try, or again after stop(); gives up after kConnectTimeout
        Connected,     // the server may yet be serving another client: see Waiting
        Reconnecting,  // lost; tries again by itself
        EndedByServer, // it said why; no try by itself
        Failed,        // the first try did not succeed; no further one by itself
    };
    Q_ENUM(State)

    struct Status {
        State state = State::Disconnected;
        ServerAddress address;    // the last one asked for
        QString reason;           // one sentence in words: why there is no connection; empty in Connected
        int tryNumber = 0;        // Reconnecting: the try that comes or runs, from 1
        QDeadlineTimer nextTry;   // Reconnecting: when; expired while the try runs
        bool hasAnswered = false; // Connected: at least one reply came on this connection
    };

    struct Waiting {
        qsizetype count = 0;    // requests neither answered nor given up, unsent ones included
        RequestId oldest = 0;   // of those that were sent: the one the server should be working on
        qint64 oldestAgeNs = 0; // since it was sent, or since the reply before it where that came later
        qint64 unsentBytes = 0; // of requests, still to be handed to the system
    };

    static constexpr std::chrono::milliseconds kConnectTimeout{5'000};
    static constexpr qsizetype kMaxReplyBytes = 256 * 1024 * 1024;

    // A server that sends a longer line than this is taken for no calculator, and left.
    explicit CalculatorClient(qsizetype maxReplyBytes = kMaxReplyBytes, QObject* parent = nullptr);
    ~CalculatorClient() override; // leaves as disconnectFromServer() does, without signals

    const Status& status() const { return m_status; }
    Waiting waiting() const;

    // Leaves the present server, if there is one, and connects to this one. Never fails here: see
    // stateChanged.
    void connectToServer(const ServerAddress& address);

    // Reconnecting: tries at once. Disconnected, EndedByServer, Failed: connects to status().address.
    void retryNow();

    // Leaves now; also ends Connecting and Reconnecting. Unanswered requests are lost, and the server is made
    // to drop them (the connection is reset); with none it is told `quit`.
    void disconnectFromServer();

    // Leaves when everything submitted so far is answered; nothing can be submitted any more.
    void quit();

    // Sends one expression, UTF-8 (line breaks in it become spaces), at once while Connected, after
    // connecting while Connecting or Reconnecting. 0, and nothing happens, in every other state, after
    // quit(), for white space only, and for the word `quit`, which is no expression but quit(). Signals
    // nothing before it returns.
    RequestId submit(const QByteArray& expression);

    // Ends an evaluation: requestStopped. One that was sent can only be ended with its connection: that is
    // reset, the other sent ones are lost, and the client connects again. Nothing happens for a request that
    // has ended.
    void stop(RequestId id);

Q_SIGNALS:
    void
    stateChanged(keisan::client::CalculatorClient::State state); // also for each new try while Reconnecting
    void requestSent(keisan::client::RequestId id);
    void replyReceived(keisan::client::RequestId id, const keisan::client::Reply& reply);
    void requestLost(keisan::client::RequestId id); // the connection ended first; status().reason says how
    void requestStopped(keisan::client::RequestId id, qint64 elapsedNs);

    // A long reply is on its way: so many bytes so far; at most ten times a second.
    void replyProgress(keisan::client::RequestId id, qint64 bytes);

    // What crosses the wire, each line without its LF, for the wire pane.
    void lineSent(const QByteArray& line);
    void lineReceived(const QByteArray& line);

private:
    void openSocket();
    void dropSocket();
    void onConnected();
    void onReadyRead();
    void onSocketError(QAbstractSocket::SocketError error);
    void sendQueued();
    void takeLine(const protocol::Line& line);
    void takeReply(const protocol::PlainReply& plain);
    void reportProgress();
    void leaveWhenAllIsAnswered();
    void scheduleRetry();
    void connectionLost(const QString& reason);
    void endConnection(State state, const QString& reason = {});
    void enter(State state, const QString& reason, const std::vector<RequestId>& lost);
    qint64 workingSinceNs() const;

    Status m_status;
    RequestQueue m_requests;
    QTcpSocket* m_socket = nullptr; // a new one for each try, a child of this
    qsizetype m_maxReplyBytes;
    protocol::LineDecoder m_decoder;
    QElapsedTimer m_clock;
    qint64 m_connectedAtNs = 0;
    qint64 m_lastReplyAtNs = 0;
    qint64 m_lastProgressAtNs = 0;
    QTimer m_connectTimer;
    QTimer m_retryTimer;
    QTimer m_sendTimer;    // fires in the next turn of the event loop: many submits, one write
    int m_failedTries = 0; // since the connection last stood well
    bool m_stood = false;  // it stood at least once since connectToServer
    bool m_quitting = false;
};

} // namespace keisan::client
