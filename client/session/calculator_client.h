// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/greeting.h"
#include "client/session/reply.h"
#include "client/session/request_queue.h"
#include "client/session/retry_pace.h"
#include "client/session/server_address.h"
#include "common/protocol/line_decoder.h"
#include "common/protocol/message.h"

#include <QByteArray>
#include <QDateTime>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <vector>

namespace keisan::client {

// One connection to a calculator server: expressions go out, one answer comes back for each, in order, any
// number of them in flight. Works with Keisan's server and with the tutorial's own, which serves one client
// at a time.
//
// Asked to speak structured it begins with a hello and sends nothing else until that is answered: by a server
// that speaks so too, or by any other line, which is dropped, and the talk goes on in plain lines. A server
// that is busy with another client answers nothing yet; then nothing is lost.
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

    // How the two speak; Unknown until the server has answered the hello, and without a connection.
    enum class Mode { Unknown, Plain, Structured };
    Q_ENUM(Mode)

    // What to try: Structured falls back to plain, Plain says no hello.
    enum class Speech { Plain, Structured };

    struct Status {
        State state = State::Disconnected;
        ServerAddress address;    // the last one asked for
        QString reason;           // one sentence in words: why there is no connection; empty in Connected
        int tryNumber = 0;        // Reconnecting: the try that comes or runs, from 1
        QDeadlineTimer nextTry;   // Reconnecting: when; expired while the try runs
        bool hasAnswered = false; // Connected: an expression was answered on this connection
        Mode mode = Mode::Unknown;
        QDateTime connectedSince; // of this connection, or of the last one
        QString server;           // Structured: its program and its version
        QString version;
    };

    struct Waiting {
        qsizetype count = 0;     // requests neither answered nor given up, unsent ones included
        RequestId oldest = 0;    // of those that were sent: the one the server should be working on
        qint64 oldestAgeNs = 0;  // since it was sent, or since the reply before it where that came later
        qint64 unsentBytes = 0;  // of requests, still to be handed to the system
        qint64 unansweredNs = 0; // since the first line went out on a connection that has answered nothing
                                 // yet; 0 once it has
    };

    static constexpr std::chrono::milliseconds kConnectTimeout{5'000};
    static constexpr std::chrono::milliseconds kCancelPatience{2'000};
    static constexpr qsizetype kMaxReplyBytes = 256 * 1024 * 1024;

    // A server that sends a longer line than maxReplyBytes is taken for no calculator, and left.
    explicit CalculatorClient(Speech speech = Speech::Plain, qsizetype maxReplyBytes = kMaxReplyBytes,
                              QObject* parent = nullptr);
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

    // Ends an evaluation: requestStopped. A structured server is asked to cancel it, and it may still be
    // answered instead; asked again after kCancelPatience, and of a plain one that was sent, it is ended with
    // its connection: that is reset, the other sent ones are lost, and the client connects again. Nothing
    // happens for a request that has ended.
    void stop(RequestId id);

    // Asks a structured server something beside the expressions: answered by responseReceived. The id is a
    // text, and the caller sees to it that no two are alike. False, and nothing happens, in any other mode
    // and for a frame longer than the server takes.
    bool call(const QString& id, const QByteArray& frame);

    // Gives the connection up as if it had broken, for a reason that only the caller sees.
    void loseConnection(const QString& reason);

    // Since the last byte came, or since the connection stands. 0 without one.
    qint64 silentNs() const;

Q_SIGNALS:
    // Also for each new try while Reconnecting, and when the mode of a connection is known.
    void stateChanged(keisan::client::CalculatorClient::State state);
    void requestSent(keisan::client::RequestId id);
    void replyReceived(keisan::client::RequestId id, const keisan::client::Reply& reply);
    void requestLost(keisan::client::RequestId id); // the connection ended first; status().reason says how
    void cancelSent(keisan::client::RequestId id); // the server was asked to; its answer says what came of it
    void requestStopped(keisan::client::RequestId id, qint64 elapsedNs);

    void responseReceived(const keisan::protocol::Response& response); // to a call()

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
    void greet();
    void enterMode(Mode mode);
    void send(const QByteArray& bytes);
    void sendQueued();
    void takeLine(const protocol::Line& line);
    void takeGreeting(const protocol::Line& line);
    void takePlain(const QByteArray& line);
    void takeMessage(const protocol::ServerMessage& message);
    void takeResponse(const protocol::Response& response);
    void finish(RequestId id, Reply reply);
    bool cancel(RequestId id);
    void resetToStop(RequestId id);
    void reportProgress();
    void leaveWhenAllIsAnswered();
    void scheduleRetry(RetryPace::Place place);
    void connectionLost(const QString& reason, RetryPace::Place place = RetryPace::Place::Far);
    void endConnection(State state, const QString& reason = {});
    void leaveStranger(const QString& what);
    void enter(State state, const QString& reason, const std::vector<RequestId>& lost);
    qint64 workingSinceNs() const;

    Status m_status;
    RequestQueue m_requests;
    QTcpSocket* m_socket = nullptr; // a new one for each try, a child of this
    Speech m_speech;
    qsizetype m_maxReplyBytes;
    protocol::LineDecoder m_decoder;
    QElapsedTimer m_clock;
    qint64 m_connectedAtNs = 0;
    qint64 m_lastReplyAtNs = 0;
    qint64 m_lastByteAtNs = 0;
    bool m_isHeard = false; // a line came on this connection
    qint64 m_lastProgressAtNs = 0;
    QTimer m_connectTimer;
    QTimer m_retryTimer;
    QTimer m_sendTimer;     // fires in the next turn of the event loop: many submits, one write
    QTimer m_farewellTimer; // while an error that came in place of a greeting may yet be followed by the end
    Greeting m_greeting;
    RetryPace m_pace;
    int m_hellosRefused = 0; // in a row: the connection ended instead of an answer
    bool m_stood = false;    // it stood at least once since connectToServer
    bool m_quitting = false;
};

} // namespace keisan::client
