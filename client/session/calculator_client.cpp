// SPDX-License-Identifier: MIT
#include "client/session/calculator_client.h"

#include "client/session/connection_words.h"
#include "client/session/expression_line.h"
#include "client/session/socket_reset.h"
#include "common/protocol/codec.h"

#include <algorithm>
#include <array>
#include <utility>

namespace keisan::client {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

namespace {

constexpr qint64 kReadBufferBytes = 256 * 1024;
constexpr qsizetype kProgressFromBytes = 64 * 1024;
constexpr nanoseconds kProgressInterval = milliseconds(100);
constexpr std::array kBackOff{milliseconds(500),   milliseconds(1'000), milliseconds(2'000),
                              milliseconds(4'000), milliseconds(8'000), milliseconds(15'000)};
// A connection that stood shorter, and without an answer, counts as one more failed try.
constexpr nanoseconds kSteadyAfter = milliseconds(5'000);

milliseconds delayBefore(int tryNumber) {
    return kBackOff[std::min(static_cast<std::size_t>(tryNumber), kBackOff.size()) - 1];
}

} // namespace

CalculatorClient::CalculatorClient(qsizetype maxReplyBytes, QObject* parent)
    : QObject(parent)
    , m_maxReplyBytes(maxReplyBytes)
    , m_decoder(maxReplyBytes) {
    m_clock.start();
    m_connectTimer.setSingleShot(true);
    m_connectTimer.setInterval(kConnectTimeout);
    m_retryTimer.setSingleShot(true);
    m_sendTimer.setSingleShot(true);
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
    result.unsentBytes = m_requests.unsentBytes() + (m_socket ? m_socket->bytesToWrite() : 0);
    return result;
}

void CalculatorClient::connectToServer(const ServerAddress& address) {
    disconnectFromServer();
    m_status.address = address;
    m_stood = false;
    m_failedTries = 0;
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
        return;
    }
    if (!m_requests.isSent(id))
        return;
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
    m_failedTries = 0;
    openSocket();
    enter(State::Connecting, tr("the connection was reset to stop an evaluation"), lost);
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
    m_connectedAtNs = m_clock.nsecsElapsed();
    m_status.hasAnswered = false;
    enter(State::Connected, {}, {});
    sendQueued();
}

void CalculatorClient::sendQueued() {
    if (m_status.state != State::Connected || !m_requests.hasUnsent())
        return;
    std::vector<RequestQueue::Request> sent;
    QByteArray bytes;
    while (m_requests.hasUnsent()) {
        sent.push_back(m_requests.sendNext(m_clock.nsecsElapsed()));
        bytes += protocol::encodeRequest(sent.back().line);
    }
    m_socket->write(bytes);
    for (const RequestQueue::Request& request : sent) {
        Q_EMIT lineSent(request.line);
        Q_EMIT requestSent(request.id);
    }
}

void CalculatorClient::onReadyRead() {
    const QTcpSocket* const socket = m_socket;
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
        return endConnection(
            State::Failed,
            tr("%1 is not a calculator: it sent a line without end").arg(m_status.address.text()));
    Q_EMIT lineReceived(line.text);
    const QByteArrayView text(line.text);
    const protocol::PlainReply reply = protocol::decodeReply(text.chopped(text.endsWith('\r') ? 1 : 0));
    if (m_requests.sentCount() > 0)
        takeReply(reply);
    else if (m_status.state == State::Connected && reply.isError)
        endConnection(State::EndedByServer, QString::fromUtf8(reply.text));
    else if (m_status.state == State::Connected) // later answers would stand beside the wrong expressions
        endConnection(
            State::Failed,
            tr("%1 is not a calculator: it sent a line that answers nothing").arg(m_status.address.text()));
}

void CalculatorClient::takeReply(const protocol::PlainReply& plain) {
    const qint64 now = m_clock.nsecsElapsed();
    Reply reply;
    reply.elapsedNs = now - workingSinceNs();
    reply.isError = plain.isError;
    reply.text = plain.text;
    m_lastReplyAtNs = now;
    m_status.hasAnswered = true;
    m_failedTries = 0;
    Q_EMIT replyReceived(m_requests.takeOldest().id, reply);
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
    if (m_socket == socket)
        connectionLost(words(error, m_status.address));
}

void CalculatorClient::connectionLost(const QString& reason) {
    if (!m_stood)
        return endConnection(State::Failed, reason);
    if (m_quitting)
        return endConnection(State::Disconnected, reason);
    dropSocket();
    scheduleRetry();
    enter(State::Reconnecting, reason, m_requests.takeSent());
}

void CalculatorClient::scheduleRetry() {
    const bool stoodWell =
        m_status.state == State::Connected && m_clock.nsecsElapsed() - m_connectedAtNs > kSteadyAfter.count();
    m_failedTries = stoodWell ? 1 : m_failedTries + 1;
    const milliseconds delay = delayBefore(m_failedTries);
    m_status.tryNumber = m_failedTries;
    m_status.nextTry = QDeadlineTimer(delay);
    m_retryTimer.start(delay);
}

// The connection is over and no try follows.
void CalculatorClient::endConnection(State state, const QString& reason) {
    dropSocket();
    m_quitting = false;
    enter(state, reason, m_requests.takeAll());
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
