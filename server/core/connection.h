// SPDX-License-Identifier: MIT
#pragma once

#include "common/protocol/line_decoder.h"
#include "common/protocol/message.h"
#include "server/core/client_status.h"
#include "server/core/held_memory.h"
#include "server/core/outbox.h"
#include "server/core/request_handler.h"
#include "server/core/server_event.h"
#include "server/core/transport.h"
#include "server/core/turn_clock.h"

#include <QList>
#include <QObject>

#include <functional>
#include <optional>
#include <span>

namespace keisan::server {

// What all connections of a loop share. The loop owns it and outlives them.
struct ConnectionContext {
    const ServerLimits& limits; // may change while they live; each is told by limitsChanged()
    const Evaluator& evaluator;
    EvaluationPool& pool;
    QAbstractEventDispatcher& dispatcher; // of the thread they live in
    Outbox& outbox;
    std::shared_ptr<eval::SharedMemory> memory;
    std::span<char> readBuffer;
    bool evaluationEvents = true;
    std::function<void(const ServerEvent&)> tell; // what happens to them, but for requests
    std::function<void(const AnsweredRequest&)> tellAnswer;
};

// One client: bytes -> lines -> requests -> replies -> bytes, in order, one evaluation at a time. A client
// that does not read its replies, or sends faster than it is served, is not read from until that changes;
// nothing is lost. Owned by its loop, which forgets it after `closed`. Lives in the loop's thread.
class Connection : public QObject {
    Q_OBJECT

public:
    struct Peer {
        quint64 client = 0;
        QHostAddress address;
        quint16 port = 0;
    };

    // Takes the descriptor over.
    Connection(int descriptor, const Peer& peer, const ConnectionContext& context);
    ~Connection() override;

    quint64 client() const { return m_peer.client; }

    // Another turn: serves what waits, for as long as one turn may last.
    void serve();

    // For the outbox, after serve(): sends what that wrote, and goes on.
    void endTurn();

    // Neither reads nor serves any more until release(): others are before it.
    void hold(int clientsBefore);
    void release();

    void limitsChanged();

    // Reads no more, answers what has come, then closes.
    void finish();

    // Ends the running evaluation and from now on each that would not end at once; their replies are the
    // error Cancelled.
    void cancelEvaluations();

    // Ends the running evaluation; its reply is the error Cancelled. Those that wait are served.
    void stopEvaluation();

    // Answers nothing any more, says why if the client understands, and closes in a way that the client still
    // reads what was sent.
    void sendAway(const QByteArray& reason);

    ClientStatus status() const;

    // At once, with the replies that the kernel takes.
    void close(ServerEvent::Kind why, const QByteArray& reason = {});

Q_SIGNALS:
    void wantsTurn(); // call serve() when the others have had theirs
    void left();      // no request of it will be served any more; comes before `closed`, at times long before
    void closed();

private:
    enum class End { Open, Quit, EndOfStream, ShuttingDown, SentAway, Closed };

    struct Waiting {
        protocol::Request request;
        qsizetype bytes = 0; // that it counts for
        bool isCancelled = false;
    };

    void hear(Transport::Fact fact);
    void read();
    void takeInEndOfStream();
    void serveWaiting();
    void serveArrived();
    void takeArrived();
    void take(const protocol::Line& line, bool mayServe);
    void servePlain(QByteArrayView expression, qsizetype lineBytes);
    RequestHandler::Time timeOfPlain() const;
    void noteMode(const protocol::Line& line);
    void notePlain();
    void enqueue(protocol::Request&& request, qsizetype lineBytes);
    qsizetype heldBytes() const;
    void countHeldMemory();
    void countLongReply();
    bool canReply() const;
    qsizetype allowedBytes(qsizetype limit) const;
    bool canServe() const;
    bool canServeWaiting() const;
    bool isInTurn() const;
    void serveNow(const protocol::Request& request);
    void handle(const protocol::BlankRequest& request);
    void handle(const protocol::QuitRequest& request);
    void handle(const protocol::EvaluateRequest& request);
    void handle(const protocol::RefusedRequest& request);
    void handle(const protocol::HelloRequest& request);
    void handle(const protocol::PingRequest& request);
    void handle(const protocol::CancelRequest& request);
    void handle(const protocol::VariablesRequest& request);
    void handle(const protocol::NamesRequest& request);
    void handle(const protocol::FaultyRequest& request);
    void handle(const protocol::UnknownNotification&) {}
    void sayBye(const QByteArray& reason);
    void tellEnd(ServerEvent::Kind why, const QByteArray& reason);
    void evaluateLater(const protocol::EvaluateRequest& request);
    void runLater(const protocol::Request& request);
    void cancelRunning();
    void abandonRunning();
    void tellCancelled(const Evaluated& evaluated);
    const protocol::EvaluateRequest* runningEvaluation() const;
    void runFinished(const Evaluated& evaluated);
    void answerCancelled(const protocol::Request& request);
    void answer(const protocol::Request& request, const Evaluated& evaluated);
    void answer(const protocol::EvaluateRequest& request, const Evaluated& evaluated);
    void answer(const protocol::VariablesRequest& request, const Evaluated& evaluated);
    void write(const protocol::EvaluateRequest& request, const Evaluated& evaluated,
               const protocol::PlainReply& reply);
    void answerPlain(QByteArrayView expression, const Evaluated& evaluated);
    void tell(QByteArrayView expression, const protocol::PlainReply& reply, const Evaluated& evaluated);
    void goOn();
    void leave();
    void linger();
    bool hasMoreToDo() const;
    bool mayTakeLines() const;
    bool isDone() const;
    bool isReadWanted() const;
    ServerEvent eventOf(ServerEvent::Kind kind) const;

    const Peer m_peer;
    const ConnectionContext& m_context;
    Transport m_transport;
    protocol::LineDecoder m_decoder;
    RequestHandler m_handler;
    QList<Waiting> m_waiting;
    qsizetype m_waitingBytes = 0;
    HeldMemory m_heldMemory;
    // What is in the pool and not answered: an EvaluateRequest or a VariablesRequest.
    std::optional<protocol::Request> m_running;
    std::optional<QByteArray> m_untold; // the expression of what is still there, but answered as cancelled
    ClientStatus m_status;              // what of it status() need not ask others for
    End m_end = End::Open;
    bool m_peerEnded = false;
    bool m_endIsTold = false; // only the descriptor lives
    bool m_lingers = false;   // and the peer has been told, too
    TurnClock m_turn;
    bool m_turnAsked = false;
    bool m_isInOutbox = false;
    bool m_isHeld = false;
    bool m_cancels = false;   // what does not end in the fast lane
    bool m_saidHello = false; // and is told by `bye` why it is closed
};

} // namespace keisan::server
