// SPDX-License-Identifier: MIT
#include "server/core/connection.h"

#include "common/protocol/codec.h"
#include "common/protocol/structured_codec.h"
#include "server/core/replies.h"

#include <QDateTime>
#include <QTimer>

namespace keisan::server {
namespace {

// After a quit the peer may still be sending. Closing on unread bytes would reset the connection and could
// destroy replies on their way, so they are thrown away until the peer has closed too, for at most this long.
constexpr int kLingerMs = 2000;

// Room for requests that an idle connection may keep.
constexpr qsizetype kKeptRequests = 4;

// Of what a client calls itself.
constexpr qsizetype kProgramChars = 60;

// To look for the ends of a line, and for what it may not hold; the evaluator counts from there.
constexpr quint64 kWorkOfLineByte = 5;

constexpr const char* kShuttingDown = "the server is shutting down";
constexpr const char* kOutOfMemory = "server is out of memory";

// What needs neither an evaluation nor the session need not wait for those before it.
bool isAnsweredAtOnce(const protocol::Request& request) {
    return std::holds_alternative<protocol::HelloRequest>(request) ||
           std::holds_alternative<protocol::PingRequest>(request) ||
           std::holds_alternative<protocol::CancelRequest>(request) ||
           std::holds_alternative<protocol::FaultyRequest>(request) ||
           std::holds_alternative<protocol::UnknownNotification>(request);
}

// Whether it is what a cancel with this id means: what may take longer, and has an id.
bool isMeantBy(const QJsonValue& id, const protocol::Request& request) {
    if (const auto* evaluate = std::get_if<protocol::EvaluateRequest>(&request))
        return evaluate->id && *evaluate->id == id;
    const auto* variables = std::get_if<protocol::VariablesRequest>(&request);
    return variables != nullptr && variables->id == id;
}

QByteArray programOf(const protocol::HelloRequest& hello) {
    return QString(hello.client + u' ' + hello.version).left(kProgramChars).simplified().toUtf8();
}

} // namespace

Connection::Connection(int descriptor, const Peer& peer, const ConnectionContext& context)
    : m_peer(peer)
    , m_context(context)
    , m_transport(descriptor, context.dispatcher, [this](Transport::Fact fact) { hear(fact); })
    , m_decoder(context.limits.lineBytes)
    , m_handler(context.limits, context.evaluator, context.pool,
                std::make_shared<eval::Session>(context.memory),
                [this](const Evaluated& evaluated) { runFinished(evaluated); })
    , m_heldMemory(context.memory) {
    m_status.client = peer.client;
}

Connection::~Connection() {
    if (m_isInOutbox)
        m_context.outbox.remove(this);
}

void Connection::hear(Transport::Fact fact) {
    switch (fact) {
    case Transport::Fact::Readable: return read();
    case Transport::Fact::Sent: return serve();
    case Transport::Fact::Failed: return close(ServerEvent::Kind::Lost, m_transport.failure().toUtf8());
    }
}

void Connection::read() {
    const Transport::Received received = m_transport.receive(m_context.readBuffer);
    if (received.kind == Transport::Received::Kind::EndOfStream)
        m_peerEnded = true;
    else if (received.kind == Transport::Received::Kind::Bytes && m_end == End::Open)
        m_decoder.feed(received.bytes);
    serve();
}

// Behind the last line, which may have to wait before it is taken.
void Connection::takeInEndOfStream() {
    if (m_end != End::Open || m_decoder.hasMore())
        return;
    m_end = End::EndOfStream;
    if (const auto line = m_decoder.takeRest()) {
        noteMode(*line);
        enqueue(protocol::decodeRequest(*line, m_context.limits.lineBytes), line->text.size());
    }
}

void Connection::serve() {
    m_turnAsked = false;
    m_turn.start();
    serveArrived();
    if (m_peerEnded)
        takeInEndOfStream();
    serveWaiting();
    if (!std::exchange(m_isInOutbox, true))
        m_context.outbox.add(this);
}

void Connection::serveWaiting() {
    for (bool isFirst = true; canServeWaiting() && (isFirst || isInTurn()); isFirst = false) {
        const Waiting next = m_waiting.takeFirst();
        m_waitingBytes -= next.bytes;
        if (m_waiting.isEmpty() && m_waiting.capacity() > kKeptRequests)
            m_waiting = {};
        if (next.isCancelled)
            answerCancelled(next.request);
        else
            serveNow(next.request);
    }
}

// The lines that have come are looked at before those that wait are served, because some are answered at
// once: one of them, and more as far as the turn goes.
void Connection::serveArrived() {
    do {
        const auto line = mayTakeLines() ? m_decoder.takeLineView() : std::nullopt;
        if (!line)
            break;
        const bool mayServe = m_waiting.isEmpty() && canServe();
        if (const auto expression = mayServe ? protocol::plainExpression(*line) : std::nullopt)
            servePlain(*expression, line->text.size());
        else
            take({line->text.toByteArray(), line->tooLong}, mayServe);
    } while (isInTurn());
    m_decoder.forgetTaken();
}

// All of them, whatever the turn: no more will come.
void Connection::takeArrived() {
    while (const std::optional<protocol::Line> line = m_decoder.takeLine())
        take(*line, false);
}

void Connection::take(const protocol::Line& line, bool mayServe) {
    noteMode(line);
    protocol::Request request = protocol::decodeRequest(line, m_context.limits.lineBytes);
    if (mayServe || isAnsweredAtOnce(request))
        return serveNow(request);
    enqueue(std::move(request), line.text.size());
    m_turn.look();
}

// Where the expression lies in its line, without a copy: that is how most requests are served.
void Connection::servePlain(QByteArrayView expression, qsizetype lineBytes) {
    notePlain();
    if (expression.isEmpty())
        return serveNow(protocol::BlankRequest{});
    const auto evaluated = m_handler.evaluate(expression, m_turn, timeOfPlain());
    if (!evaluated)
        return evaluateLater({expression.toByteArray(), {}, false});
    answerPlain(expression, *evaluated);
    if (timeOfPlain() == RequestHandler::Time::Counted)
        m_turn.count(static_cast<quint64>(lineBytes) * kWorkOfLineByte);
}

RequestHandler::Time Connection::timeOfPlain() const {
    return m_context.evaluationEvents ? RequestHandler::Time::Measured : RequestHandler::Time::Counted;
}

// An evaluation has looked at the clock, or counted, where it ended; its reply costs less than another look.
void Connection::serveNow(const protocol::Request& request) {
    std::visit([this](const auto& it) { handle(it); }, request);
    const auto* evaluate = std::get_if<protocol::EvaluateRequest>(&request);
    if (!evaluate || evaluate->id)
        m_turn.look();
}

void Connection::noteMode(const protocol::Line& line) {
    if (protocol::isStructured(line))
        m_status.mode = ClientStatus::Mode::Structured;
    else
        notePlain();
}

void Connection::notePlain() {
    if (m_status.mode == ClientStatus::Mode::Silent)
        m_status.mode = ClientStatus::Mode::Plain;
}

// A request in memory is larger than its line: the struct counts too, or a flood of line feeds would be cheap
// to send and dear to hold.
void Connection::enqueue(protocol::Request&& request, qsizetype lineBytes) {
    const qsizetype bytes = lineBytes + qsizetype{sizeof(Waiting)};
    m_waiting.append({std::move(request), bytes, false});
    m_waitingBytes += bytes;
}

qsizetype Connection::heldBytes() const {
    const auto* running = runningEvaluation();
    return m_decoder.capacity() + m_waitingBytes + (running ? running->expression.size() : 0) +
           m_transport.heldBytes();
}

// Replies and whole requests must stay, and both have their bounds; a line that has not ended need not.
void Connection::countHeldMemory() {
    if (m_heldMemory.hold(heldBytes()) || m_end != End::Open)
        return;
    const std::optional<protocol::Line> line = m_decoder.giveUpUnfinished(HeldMemory::kFreeBytes);
    if (!line)
        return;
    noteMode(*line);
    protocol::Request refused = protocol::refusedRequest(*line, kOutOfMemory);
    if (isAnsweredAtOnce(refused))
        serveNow(refused);
    else
        enqueue(std::move(refused), line->text.size());
    m_transport.flush();
    m_heldMemory.hold(heldBytes());
}

// At once: by the end of the turn many could have what each may.
void Connection::countLongReply() {
    if (m_transport.unsentBytes() >= HeldMemory::kFreeBytes)
        m_heldMemory.hold(heldBytes());
}

bool Connection::canReply() const {
    return m_end != End::Closed && !m_isHeld &&
           m_transport.unsentBytes() < allowedBytes(m_context.limits.unsentBytes);
}

// Where memory is short, whoever does not read, or sends ahead, waits sooner.
qsizetype Connection::allowedBytes(qsizetype limit) const {
    return m_context.memory->isShort() ? std::min(limit, HeldMemory::kFreeBytes) : limit;
}

bool Connection::canServe() const {
    return canReply() && !m_handler.isBusy();
}

// What is cancelled needs no session, only its turn to be answered.
bool Connection::canServeWaiting() const {
    if (m_waiting.isEmpty())
        return false;
    return m_waiting.first().isCancelled ? canReply() && !m_running : canServe();
}

bool Connection::isInTurn() const {
    return m_turn.seenNs() < m_context.limits.turnNs;
}

void Connection::handle(const protocol::BlankRequest&) {
    m_transport.write("\n");
}

void Connection::handle(const protocol::QuitRequest&) {
    m_end = End::Quit;
    m_waiting = {};
    m_waitingBytes = 0;
}

void Connection::handle(const protocol::EvaluateRequest& request) {
    if (request.preview)
        return answer(request, m_handler.preview(request.expression, m_turn));
    const RequestHandler::Time time = request.id ? RequestHandler::Time::Measured : timeOfPlain();
    if (const auto evaluated = m_handler.evaluate(request.expression, m_turn, time))
        answer(request, *evaluated);
    else
        evaluateLater(request);
}

// The pool and m_running share its expression.
void Connection::evaluateLater(const protocol::EvaluateRequest& request) {
    m_handler.evaluateLater(request.expression);
    runLater(request);
}

void Connection::runLater(const protocol::Request& request) {
    m_running = request;
    m_status.runningSinceMs = QDateTime::currentMSecsSinceEpoch();
    if (m_cancels)
        cancelRunning();
}

// Answered at once: until the lane has noticed may take it half a second. What it has cost is known only
// then, and told.
void Connection::cancelRunning() {
    if (!m_handler.cancel())
        return;
    const Evaluated cancelled{cancelledOutcome(), 0};
    if (const auto* evaluate = runningEvaluation()) {
        write(*evaluate, cancelled, replyOf(cancelled.outcome, m_context.limits));
        m_untold = evaluate->expression;
    } else {
        answer(*m_running, cancelled);
    }
    m_running.reset();
}

void Connection::abandonRunning() {
    m_handler.abandon();
    m_running.reset();
    tellCancelled({});
}

void Connection::tellCancelled(const Evaluated& evaluated) {
    const eval::Outcome cancelled = cancelledOutcome();
    if (const auto expression = std::exchange(m_untold, {}))
        tell(*expression, replyOf(cancelled, m_context.limits), evaluated);
}

const protocol::EvaluateRequest* Connection::runningEvaluation() const {
    return m_running ? std::get_if<protocol::EvaluateRequest>(&*m_running) : nullptr;
}

void Connection::handle(const protocol::RefusedRequest& request) {
    const protocol::PlainReply reply{request.message, true};
    m_transport.write(reply);
    tell(request.line, reply, {});
}

void Connection::handle(const protocol::HelloRequest& request) {
    m_saidHello = true;
    m_status.program = programOf(request);
    m_transport.write(protocol::encodeResult(request.id, helloResult(m_context.limits)));
}

void Connection::handle(const protocol::PingRequest& request) {
    m_transport.write(protocol::encodeResult(request.id, {}));
}

void Connection::handle(const protocol::CancelRequest& request) {
    if (request.id)
        m_transport.write(protocol::encodeResult(*request.id, {}));
    if (m_running && isMeantBy(request.target, *m_running))
        return cancelRunning();
    for (Waiting& waiting : m_waiting)
        if (isMeantBy(request.target, waiting.request))
            waiting.isCancelled = true;
}

void Connection::handle(const protocol::VariablesRequest& request) {
    if (const auto listed = m_handler.listVariables(request.id))
        answer(request, *listed);
    else
        runLater(request);
}

void Connection::handle(const protocol::NamesRequest& request) {
    m_transport.write(protocol::encodeResult(request.id, namesResult()));
}

void Connection::handle(const protocol::FaultyRequest& request) {
    m_transport.write(protocol::encodeFault(request.id, request.code, request.message));
}

void Connection::runFinished(const Evaluated& evaluated) {
    tellCancelled(evaluated);
    if (const auto request = std::exchange(m_running, {}))
        answer(*request, evaluated);
    serve();
}

void Connection::answerCancelled(const protocol::Request& request) {
    answer(request, {cancelledOutcome(), 0});
    m_turn.look();
}

void Connection::answer(const protocol::Request& request, const Evaluated& evaluated) {
    if (const auto* evaluate = std::get_if<protocol::EvaluateRequest>(&request))
        answer(*evaluate, evaluated);
    else
        answer(std::get<protocol::VariablesRequest>(request), evaluated);
}

void Connection::answer(const protocol::VariablesRequest& request, const Evaluated& evaluated) {
    if (const auto* error = std::get_if<eval::Error>(&evaluated.outcome.result))
        return m_transport.write(faultFrame(request.id, *error));
    const std::string& frame = std::get<eval::Answer>(evaluated.outcome.result).text;
    m_transport.write(QByteArray::fromRawData(frame.data(), static_cast<qsizetype>(frame.size())));
    countLongReply();
}

void Connection::answer(const protocol::EvaluateRequest& request, const Evaluated& evaluated) {
    const protocol::PlainReply reply = replyOf(evaluated.outcome, m_context.limits);
    write(request, evaluated, reply);
    if (!request.preview)
        tell(request.expression, reply, evaluated);
}

void Connection::write(const protocol::EvaluateRequest& request, const Evaluated& evaluated,
                       const protocol::PlainReply& reply) {
    if (request.id)
        m_transport.write(evaluationFrame(*request.id, evaluated, reply));
    else
        m_transport.write(reply);
    countLongReply();
}

void Connection::answerPlain(QByteArrayView expression, const Evaluated& evaluated) {
    const protocol::PlainReply reply = replyOf(evaluated.outcome, m_context.limits);
    m_transport.write(reply);
    countLongReply();
    tell(expression, reply, evaluated);
}

void Connection::tell(QByteArrayView expression, const protocol::PlainReply& reply,
                      const Evaluated& evaluated) {
    if (!m_context.evaluationEvents)
        return;
    const auto* answer = std::get_if<eval::Answer>(&evaluated.outcome.result);
    m_context.tellAnswer({reply.isError, QDateTime::currentMSecsSinceEpoch(), m_peer.client, expression,
                          reply.text, evaluated.elapsedNs, evaluated.outcome.cost,
                          answer != nullptr && !reply.isError ? answer->typeName : std::string_view()});
}

void Connection::sayBye(const QByteArray& reason) {
    if (!std::exchange(m_saidHello, false) || m_lingers)
        return;
    m_transport.write(protocol::encodeNotification(QStringLiteral("bye"),
                                                   {{QStringLiteral("reason"), QString::fromUtf8(reason)}}));
    m_transport.flush();
}

void Connection::endTurn() {
    m_isInOutbox = false;
    goOn();
}

// After anything has changed: sends, then closes, asks for another turn, or reads on.
void Connection::goOn() {
    if (m_end != End::Closed)
        m_transport.flush();
    if (m_end != End::Closed)
        countHeldMemory();
    if (m_end == End::Closed)
        return;
    if (isDone())
        return leave();
    if (hasMoreToDo() && !std::exchange(m_turnAsked, true))
        Q_EMIT wantsTurn();
    m_transport.setReading(isReadWanted());
}

bool Connection::hasMoreToDo() const {
    return canServeWaiting() || (mayTakeLines() && m_decoder.hasMore());
}

// A request that waits needs more room than its line.
bool Connection::mayTakeLines() const {
    return m_end == End::Open && m_waitingBytes < allowedBytes(m_context.limits.unreadBytes);
}

bool Connection::isDone() const {
    return m_end != End::Open && m_waiting.isEmpty() && !m_handler.isBusy() && m_transport.unsentBytes() == 0;
}

bool Connection::isReadWanted() const {
    return mayTakeLines() && !m_peerEnded && !m_turnAsked && !m_isHeld &&
           m_transport.unsentBytes() < allowedBytes(m_context.limits.unsentBytes);
}

void Connection::hold(int clientsBefore) {
    m_isHeld = true;
    ServerEvent held = eventOf(ServerEvent::Kind::Held);
    held.count = static_cast<quint64>(clientsBefore);
    m_context.tell(held);
    goOn();
}

void Connection::release() {
    if (!std::exchange(m_isHeld, false))
        return;
    m_context.tell(eventOf(ServerEvent::Kind::Released));
    serve();
}

void Connection::limitsChanged() {
    m_decoder.setMaxLineBytes(m_context.limits.lineBytes);
    serve();
}

void Connection::cancelEvaluations() {
    m_cancels = true;
    stopEvaluation();
}

void Connection::stopEvaluation() {
    cancelRunning();
    serve();
}

void Connection::finish() {
    m_isHeld = false;
    if (m_end == End::Open) {
        takeArrived();
        m_end = End::ShuttingDown;
    }
    m_endIsTold ? close(ServerEvent::Kind::ClosedByClient) : serve();
}

void Connection::sendAway(const QByteArray& reason) {
    if (m_endIsTold || m_end == End::Closed)
        return;
    m_end = End::SentAway;
    m_isHeld = false;
    m_waiting = {};
    m_waitingBytes = 0;
    abandonRunning();
    sayBye(reason);
    tellEnd(ServerEvent::Kind::Disconnected, reason);
    QTimer::singleShot(kLingerMs, this, [this] { close(ServerEvent::Kind::Disconnected); });
    goOn();
}

ClientStatus Connection::status() const {
    ClientStatus status = m_status;
    status.bytesIn = m_transport.bytesIn();
    status.bytesOut = m_transport.bytesOut();
    status.cost = m_handler.cost();
    if (const auto* running = runningEvaluation())
        status.running = running->expression;
    status.owed = static_cast<int>(m_waiting.size()) + (m_running ? 1 : 0);
    return status;
}

void Connection::leave() {
    const bool wasEnded = m_end == End::Quit || m_end == End::SentAway;
    if (wasEnded && !m_peerEnded)
        linger();
    else if (wasEnded)
        close(ServerEvent::Kind::ClosedByClient);
    else if (m_end == End::EndOfStream)
        close(ServerEvent::Kind::ClosedEof);
    else
        close(ServerEvent::Kind::Disconnected, kShuttingDown);
}

void Connection::linger() {
    if (!std::exchange(m_lingers, true)) {
        m_transport.shutDownSending();
        tellEnd(ServerEvent::Kind::ClosedByClient, {});
        QTimer::singleShot(kLingerMs, this, [this] { close(ServerEvent::Kind::ClosedByClient); });
    }
    m_transport.setReading(true);
}

void Connection::close(ServerEvent::Kind why, const QByteArray& reason) {
    if (m_end == End::Closed)
        return;
    m_end = End::Closed;
    abandonRunning(); // nothing is told of it after its end
    if (why == ServerEvent::Kind::Disconnected)
        sayBye(reason);
    m_transport.flush();
    m_transport.close();
    tellEnd(why, reason);
    Q_EMIT closed();
}

void Connection::tellEnd(ServerEvent::Kind why, const QByteArray& reason) {
    if (std::exchange(m_endIsTold, true))
        return;
    ServerEvent end = eventOf(why);
    end.answer = reason;
    m_context.tell(end);
    Q_EMIT left();
}

ServerEvent Connection::eventOf(ServerEvent::Kind kind) const {
    return eventNow(kind, m_peer.address, m_peer.port, m_peer.client);
}

} // namespace keisan::server
