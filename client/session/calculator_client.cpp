// SPDX-License-Identifier: MIT
#include "client/session/calculator_client.h"

#include "client/session/connection_words.h"
#include "client/session/expression_line.h"
#include "client/session/server_calls.h"
#include "client/session/server_words.h"
#include "client/session/socket_reset.h"
#include "common/protocol/codec.h"
#include "common/protocol/structured_codec.h"

#include <algorithm>
#include <utility>

namespace keisan::client {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

namespace {

constexpr qint64 kReadBufferBytes = 256 * 1024;
constexpr qsizetype kProgressFromBytes = 64 * 1024;
constexpr nanoseconds kProgressInterval = milliseconds(100);
// A connection that stood shorter, and without an answer, counts as one more failed try.
constexpr nanoseconds kSteadyAfter = milliseconds(5'000);
// A server that sends us away closes right after saying why.
constexpr milliseconds kFarewellTime(200);
constexpr int kMostHellosRefused = 2;

} // namespace

CalculatorClient::CalculatorClient(Speech speech, qsizetype maxReplyBytes, QObject* parent)
    : QObject(parent)
    , m_speech(speech)
    , m_maxReplyBytes(maxReplyBytes)
    , m_decoder(maxReplyBytes) {
    m_clock.start();
    m_connectTimer.setSingleShot(true);
    m_connectTimer.setInterval(kConnectTimeout);
    m_retryTimer.setSingleShot(true);
    m_sendTimer.setSingleShot(true);
    m_farewellTimer.setSingleShot(true);
    m_farewellTimer.setInterval(kFarewellTime);
    connect(&m_farewellTimer, &QTimer::timeout, this, [this] { enterMode(Mode::Plain); });
    connect(&m_sendTimer, &QTimer::timeout, this, &CalculatorClient::sendQueued);
    connect(&m_connectTimer, &QTimer::timeout, this,
            [this] { connectionLost(words(QAbstractSocket::SocketTimeoutError, m_status.address)); });
    connect(&m_retryTimer, &QTimer::timeout, this, &CalculatorClient::retryNow);
}

CalculatorClient::~CalculatorClient() {
    const QSignalBlocker silence(this);
    disconnectFromServer();
}

CalculatorClient::Waiting CalculatorClient::waiting() const {
    Waiting result;
    result.count = static_cast<qsizetype>(m_requests.count());
    if (m_requests.sentCount() > 0) {
        result.oldest = m_requests.oldest().id;
        result.oldestAgeNs = m_clock.nsecsElapsed() - workingSinceNs();
    }
    const bool isGreeting = m_status.state == State::Connected && m_status.mode == Mode::Unknown;
    if (!m_isHeard && (isGreeting || result.oldest != 0))
        result.unansweredNs = isGreeting ? m_clock.nsecsElapsed() - m_connectedAtNs : result.oldestAgeNs;
    result.unsentBytes = m_requests.unsentBytes() + (m_socket ? m_socket->bytesToWrite() : 0);
    return result;
}

void CalculatorClient::connectToServer(const ServerAddress& address) {
    disconnectFromServer();
    m_status.address = address;
    m_stood = false;
    m_pace.reset();
    m_hellosRefused = 0;
    openSocket();
    enter(State::Connecting, {}, {});
}

void CalculatorClient::retryNow() {
    if (m_status.state == State::Reconnecting) {
        if (m_socket != nullptr)
            return;
        m_status.nextTry = QDeadlineTimer();
        openSocket();
        Q_EMIT stateChanged(m_status.state);
    } else if (m_status.state != State::Connecting && m_status.state != State::Connected) {
        connectToServer(m_status.address);
    }
}

void CalculatorClient::disconnectFromServer() {
    if (m_status.state == State::Connected && m_requests.count() == 0) {
        m_socket->disconnect(this); // a peer that has gone shows only now, when it no longer matters
        m_socket->write(protocol::encodeQuit());
        m_socket->flush(); // five bytes into an idle connection: the system takes them at once
        m_socket->close();
        Q_EMIT lineSent("quit");
    }
    if (m_status.state != State::Disconnected)
        endConnection(State::Disconnected);
}

void CalculatorClient::quit() {
    m_quitting = m_status.state != State::Disconnected;
    leaveWhenAllIsAnswered();
}

RequestId CalculatorClient::submit(const QByteArray& expression) {
    const bool takesRequests = m_status.state == State::Connected || m_status.state == State::Connecting ||
                               m_status.state == State::Reconnecting;
    const QByteArray line = takesRequests && !m_quitting ? wireLine(expression) : QByteArray();
    if (line.isEmpty())
        return 0;
    m_sendTimer.start();
    return m_requests.add(line);
}

void CalculatorClient::stop(RequestId id) {
    if (m_requests.removeUnsent(id)) {
        Q_EMIT requestStopped(id, 0);
        leaveWhenAllIsAnswered();
    } else if (m_requests.findSent(id) != nullptr && !cancel(id)) {
        resetToStop(id);
    }
}

// Whether the server is to be relied on for it.
bool CalculatorClient::cancel(RequestId id) {
    RequestQueue::Request& request = *m_requests.findSent(id);
    const qint64 now = m_clock.nsecsElapsed();
    if (!request.isStructured)
        return false;
    if (request.cancelledAtNs != 0)
        return now - request.cancelledAtNs < nanoseconds(kCancelPatience).count();
    request.cancelledAtNs = now;
    send(cancelCall(static_cast<qint64>(id)));
    Q_EMIT cancelSent(id);
    return true;
}

void CalculatorClient::resetToStop(RequestId id) {
    const qint64 elapsedNs = m_clock.nsecsElapsed() - workingSinceNs();
    dropSocket();
    std::vector<RequestId> lost = m_requests.takeSent();
    std::erase(lost, id);
    Q_EMIT requestStopped(id, elapsedNs);
    if (m_quitting && m_requests.count() == 0) {
        m_quitting = false;
        enter(State::Disconnected, {}, lost);
        return;
    }
    m_pace.reset();
    openSocket();
    enter(State::Connecting, tr("the connection was reset to stop an evaluation"), lost);
}

bool CalculatorClient::call(const QString& id, const QByteArray& frame) {
    Q_ASSERT(!id.isEmpty());
    if (m_status.mode != Mode::Structured || frame.size() - 1 > m_greeting.hello().lineBytes)
        return false;
    send(frame);
    return true;
}

void CalculatorClient::loseConnection(const QString& reason) {
    if (m_status.state == State::Connected)
        connectionLost(reason);
}

qint64 CalculatorClient::silentNs() const {
    return m_status.state == State::Connected ? m_clock.nsecsElapsed() - m_lastByteAtNs : 0;
}

void CalculatorClient::openSocket() {
    m_retryTimer.stop();
    m_decoder = protocol::LineDecoder(m_maxReplyBytes);
    m_socket = new QTcpSocket(this);
    m_socket->setReadBufferSize(kReadBufferBytes);
    connect(m_socket, &QTcpSocket::connected, this, &CalculatorClient::onConnected);
    connect(m_socket, &QTcpSocket::readyRead, this, &CalculatorClient::onReadyRead);
    connect(m_socket, &QTcpSocket::errorOccurred, this, &CalculatorClient::onSocketError);
    m_connectTimer.start();
    m_socket->connectToHost(m_status.address.host, m_status.address.port);
}

void CalculatorClient::dropSocket() {
    m_connectTimer.stop();
    m_retryTimer.stop();
    m_farewellTimer.stop();
    m_status.mode = Mode::Unknown;
    if (m_socket == nullptr)
        return;
    m_socket->disconnect(this);
    if (m_requests.sentCount() > 0)
        resetConnection(*m_socket);
    m_socket->deleteLater(); // we may be inside one of its signals
    m_socket = nullptr;
}

void CalculatorClient::onConnected() {
    m_connectTimer.stop();
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    m_stood = true;
    m_connectedAtNs = m_lastByteAtNs = m_clock.nsecsElapsed();
    m_status.connectedSince = QDateTime::currentDateTime();
    m_status.hasAnswered = false;
    m_isHeard = false;
    m_greeting = {};
    if (m_speech == Speech::Structured && m_hellosRefused < kMostHellosRefused)
        return greet();
    enterMode(Mode::Plain);
}

void CalculatorClient::greet() {
    send(helloCall());
    enter(State::Connected, {}, {});
}

void CalculatorClient::enterMode(Mode mode) {
    m_status.mode = mode;
    m_hellosRefused = 0;
    enter(State::Connected, {}, {});
    sendQueued();
}

void CalculatorClient::send(const QByteArray& bytes) {
    m_socket->write(bytes);
    Q_EMIT lineSent(bytes.chopped(1));
}

void CalculatorClient::sendQueued() {
    if (m_status.state != State::Connected || m_status.mode == Mode::Unknown || !m_requests.hasUnsent())
        return;
    std::vector<RequestId> sent;
    std::vector<QByteArray> lines;
    while (m_requests.hasUnsent()) {
        lines.push_back(requestLine(m_requests.nextUnsent(),
                                    m_status.mode == Mode::Structured ? m_greeting.hello().lineBytes : 0));
        sent.push_back(m_requests.sendNext(m_clock.nsecsElapsed()).id);
    }
    QByteArray bytes;
    for (const QByteArray& line : lines)
        bytes += line;
    m_socket->write(bytes);
    for (std::size_t i = 0; i < sent.size(); ++i) {
        Q_EMIT lineSent(lines[i].chopped(1));
        Q_EMIT requestSent(sent[i]);
    }
}

void CalculatorClient::onReadyRead() {
    const QTcpSocket* const socket = m_socket;
    m_lastByteAtNs = m_clock.nsecsElapsed();
    m_decoder.feed(m_socket->readAll());
    while (m_socket == socket) { // whoever hears of a reply may end this connection
        const auto line = m_decoder.takeLine();
        if (!line)
            break;
        takeLine(*line);
    }
    if (m_socket == socket)
        reportProgress();
}

void CalculatorClient::takeLine(const protocol::Line& line) {
    if (line.tooLong)
        return leaveStranger(tr("it sent a line without end"));
    Q_EMIT lineReceived(line.text);
    if (m_status.state != State::Connected) // whoever heard of it has left
        return;
    m_isHeard = true;
    if (m_status.mode == Mode::Unknown)
        takeGreeting(line);
    else if (m_status.mode == Mode::Structured && protocol::isStructured(line))
        takeMessage(protocol::decodeServerMessage(line));
    else
        takePlain(line.text);
}

void CalculatorClient::takeGreeting(const protocol::Line& line) {
    switch (m_greeting.take(line)) {
    case Greeting::Outcome::Structured:
        m_status.server = m_greeting.hello().server;
        m_status.version = m_greeting.hello().version;
        return enterMode(Mode::Structured);
    case Greeting::Outcome::Plain: return enterMode(Mode::Plain);
    case Greeting::Outcome::PerhapsFarewell: return m_farewellTimer.start();
    case Greeting::Outcome::Stranger: return leaveStranger(tr("it sent a line that answers nothing"));
    }
}

void CalculatorClient::takePlain(const QByteArray& line) {
    const QByteArrayView text(line);
    const protocol::PlainReply plain = protocol::decodeReply(text.chopped(text.endsWith('\r') ? 1 : 0));
    const bool isAnswer = m_requests.sentCount() > 0 && !m_requests.oldest().isStructured;
    if (isAnswer)
        finish(m_requests.oldest().id, {.text = plain.text, .isError = plain.isError});
    else if (plain.isError && m_requests.sentCount() == 0)
        endConnection(State::EndedByServer, QString::fromUtf8(plain.text));
    else // later answers would stand beside the wrong expressions
        leaveStranger(tr("it sent a line that answers nothing"));
}

void CalculatorClient::takeMessage(const protocol::ServerMessage& message) {
    if (const auto* response = std::get_if<protocol::Response>(&message))
        return takeResponse(*response);
    const auto* notification = std::get_if<protocol::Notification>(&message);
    if (notification == nullptr)
        return leaveStranger(tr("it sent a line that cannot be read"));
    if (notification->method == QLatin1StringView("bye"))
        endConnection(State::EndedByServer, notification->params[u"reason"].toString());
}

void CalculatorClient::takeResponse(const protocol::Response& response) {
    if (response.id.isString())
        return Q_EMIT responseReceived(response);
    const auto id = static_cast<RequestId>(response.id.toInteger());
    if (m_requests.findSent(id) == nullptr)
        return leaveStranger(tr("it sent a line that answers nothing"));
    finish(id, replyFrom(response));
}

void CalculatorClient::finish(RequestId id, Reply reply) {
    const qint64 now = m_clock.nsecsElapsed();
    reply.elapsedNs = now - workingSinceNs();
    m_lastReplyAtNs = now;
    m_status.hasAnswered = true;
    m_pace.reset();
    const auto request = m_requests.takeSent(id);
    if (request->cancelledAtNs != 0 && reply.isError && reply.type == QLatin1StringView("Cancelled"))
        Q_EMIT requestStopped(id, reply.elapsedNs);
    else
        Q_EMIT replyReceived(id, reply);
    leaveWhenAllIsAnswered();
}

void CalculatorClient::reportProgress() {
    const qint64 now = m_clock.nsecsElapsed();
    const bool isDue = now - m_lastProgressAtNs >= kProgressInterval.count();
    if (!isDue || m_requests.sentCount() == 0 || m_decoder.bufferedBytes() < kProgressFromBytes)
        return;
    m_lastProgressAtNs = now;
    Q_EMIT replyProgress(m_requests.oldest().id, m_decoder.bufferedBytes());
}

void CalculatorClient::onSocketError(QAbstractSocket::SocketError error) {
    const QTcpSocket* const socket = m_socket;
    if (m_socket->bytesAvailable() > 0)
        onReadyRead();
    if (m_socket != socket)
        return;
    const bool isRefused = error == QAbstractSocket::ConnectionRefusedError;
    connectionLost(words(error, m_status.address), isRefused && m_status.address.isOfThisComputer()
                                                       ? RetryPace::Place::Near
                                                       : RetryPace::Place::Far);
}

void CalculatorClient::connectionLost(const QString& reason, RetryPace::Place place) {
    if (m_farewellTimer.isActive())
        return endConnection(State::EndedByServer, m_greeting.farewell());
    if (!m_stood)
        return endConnection(State::Failed, reason);
    if (m_quitting)
        return endConnection(State::Disconnected, reason);
    if (m_status.state == State::Connected && m_status.mode == Mode::Unknown)
        ++m_hellosRefused;
    dropSocket();
    scheduleRetry(place);
    enter(State::Reconnecting, reason, m_requests.takeSent());
}

void CalculatorClient::scheduleRetry(RetryPace::Place place) {
    const bool stoodWell =
        m_status.state == State::Connected && m_clock.nsecsElapsed() - m_connectedAtNs > kSteadyAfter.count();
    const milliseconds delay = m_pace.afterFailure(stoodWell, place);
    m_status.nextTry = QDeadlineTimer(delay);
    m_status.tryNumber = m_pace.failures();
    m_retryTimer.start(delay);
}

// The connection is over and no try follows.
void CalculatorClient::endConnection(State state, const QString& reason) {
    dropSocket();
    m_quitting = false;
    enter(state, reason, m_requests.takeAll());
}

void CalculatorClient::leaveStranger(const QString& what) {
    endConnection(State::Failed, tr("%1 is not a calculator: %2").arg(m_status.address.text(), what));
}

void CalculatorClient::enter(State state, const QString& reason, const std::vector<RequestId>& lost) {
    m_status.state = state;
    m_status.reason = reason;
    for (const RequestId id : lost)
        Q_EMIT requestLost(id);
    Q_EMIT stateChanged(m_status.state);
}

void CalculatorClient::leaveWhenAllIsAnswered() {
    if (m_quitting && m_requests.count() == 0)
        disconnectFromServer();
}

qint64 CalculatorClient::workingSinceNs() const {
    return std::max(m_requests.oldest().sentAtNs, m_lastReplyAtNs);
}

} // namespace keisan::client
