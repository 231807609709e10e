// SPDX-License-Identifier: MIT
#include "client/terminal/terminal_client.h"

#include "client/session/expression_line.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cerrno>
#include <chrono>
#include <cmath>
#include <cstring>
#include <utility>

namespace keisan::client {

using namespace std::chrono_literals;

namespace {

constexpr auto kPatience = 1s;
constexpr int kMaxLostShown = 10;
constexpr qsizetype kMaxShownBytes = 70;
constexpr int kExitFailure = 1;
constexpr int kExitBrokenPipe = 128 + 13; // as if SIGPIPE had ended us, which is what a pipeline expects

QByteArray shortened(const QByteArray& expression) {
    return expression.size() <= kMaxShownBytes ? expression : expression.left(kMaxShownBytes - 3) + "...";
}

// What the server does not tell is left out.
QByteArray jsonLine(const QByteArray& expression, const Reply& reply) {
    QJsonObject object;
    object[u"expression"] = QString::fromUtf8(expression);
    object[reply.isError ? u"error" : u"value"] = QString::fromUtf8(reply.text);
    if (!reply.type.isEmpty())
        object[u"type"] = reply.type;
    if (reply.number > 0)
        object[u"number"] = static_cast<qint64>(reply.number);
    if (reply.span) {
        object[u"start"] = reply.span->start;
        object[u"end"] = reply.span->end;
    }
    if (reply.cost >= 0)
        object[u"cost"] = reply.cost;
    object[u"elapsed_ms"] = std::round(static_cast<double>(reply.elapsedNs) / 1e3) / 1e3;
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray plainLine(const Reply& reply, bool colours) {
    if (!reply.isError)
        return reply.text;
    const QByteArray text = "Error: " + reply.text;
    return colours ? "\x1b[31m" + text + "\x1b[0m" : text;
}

} // namespace

TerminalClient::TerminalClient(const Options& options, LineInput& input, Output& output, Output& errors,
                               QObject* parent)
    : QObject(parent)
    , m_options(options)
    , m_input(input)
    , m_output(output)
    , m_errors(errors)
    , m_client(options.json ? CalculatorClient::Speech::Structured : CalculatorClient::Speech::Plain) {
    m_flushTimer.setSingleShot(true);
    m_patienceTimer.setSingleShot(true);
    m_patienceTimer.setInterval(kPatience);
    connect(&m_flushTimer, &QTimer::timeout, this, &TerminalClient::flush);
    connect(&m_patienceTimer, &QTimer::timeout, this, &TerminalClient::sayThatItWaits);
    connect(&m_input, &LineInput::changed, this, &TerminalClient::readAhead);
    connect(&m_client, &CalculatorClient::replyReceived, this, &TerminalClient::onReply);
    connect(&m_client, &CalculatorClient::requestLost, this, &TerminalClient::onLost);
    connect(&m_client, &CalculatorClient::stateChanged, this, &TerminalClient::onStateChanged);
    connect(&m_client, &CalculatorClient::requestSent, &m_patienceTimer, [this] {
        if (!m_client.status().hasAnswered && !m_patienceTimer.isActive())
            m_patienceTimer.start();
    });
}

void TerminalClient::start() {
    m_client.connectToServer(m_options.address);
    readAhead();
}

void TerminalClient::interrupt(int exitCode) {
    finish(exitCode);
}

void TerminalClient::readAhead() {
    while (hasRoom()) {
        const auto line = m_input.takeLine();
        if (!line)
            break;
        takeLine(*line);
    }
    finishWhenDone();
}

bool TerminalClient::hasRoom() const {
    if (m_isFinished || m_sawQuit)
        return false;
    if (m_options.oneAtATime)
        return m_pending.empty() && m_client.status().state == CalculatorClient::State::Connected;
    return m_pending.size() < kMaxAhead && m_pendingBytes < kMaxAheadBytes;
}

void TerminalClient::takeLine(const protocol::Line& line) {
    if (isQuit(line.text)) {
        m_sawQuit = true;
        return;
    }
    Pending pending{line.text, 0, {}};
    if (line.tooLong)
        pending.reply = {"line longer than " + QByteArray::number(LineInput::kMaxLineBytes) + " bytes", true,
                         0};
    else
        pending.id = m_client.submit(line.text);
    m_pendingBytes += line.text.size();
    m_pending.push_back(std::move(pending));
    printKnown();
}

void TerminalClient::onReply(RequestId id, const Reply& reply) {
    Q_ASSERT(!m_pending.empty() && m_pending.front().id == id);
    m_pending.front().id = 0;
    m_pending.front().reply = reply;
    Q_EMIT answered(m_pending.front().expression, reply);
    printKnown();
    readAhead();
}

void TerminalClient::onLost(RequestId id) {
    while (!m_pending.empty() && m_pending.front().id <= id) {
        if (m_pending.front().id == id)
            m_lost.append(m_pending.front().expression);
        removeFirst();
    }
}

void TerminalClient::onStateChanged(CalculatorClient::State state) {
    if (m_isFinished)
        return;
    m_wasConnected = m_wasConnected || state == CalculatorClient::State::Connected;
    if (state == CalculatorClient::State::Connected)
        readAhead();
    else if (state != CalculatorClient::State::Connecting)
        connectionFailed();
}

void TerminalClient::printKnown() {
    for (; !m_pending.empty() && m_pending.front().id == 0; removeFirst())
        print(m_pending.front());
    if (m_options.oneAtATime)
        flush(); // before the next prompt
    else
        m_flushTimer.start();
}

void TerminalClient::print(const Pending& pending) {
    m_sawError = m_sawError || pending.reply.isError;
    m_output.addLine(m_options.json ? jsonLine(pending.expression, pending.reply)
                                    : plainLine(pending.reply, m_options.colours));
}

void TerminalClient::removeFirst() {
    m_pendingBytes -= m_pending.front().expression.size();
    m_pending.pop_front();
}

void TerminalClient::flush() {
    if (m_output.flush() || m_isFinished)
        return;
    if (m_output.error() != EPIPE)
        complain(
            QStringLiteral("cannot write: %1").arg(QString::fromLocal8Bit(std::strerror(m_output.error()))));
    finish(m_output.error() == EPIPE ? kExitBrokenPipe : kExitFailure);
}

void TerminalClient::complain(const QString& sentence) {
    m_errors.addLine("keisan: " + sentence.toUtf8());
    m_errors.flush();
}

void TerminalClient::connectionFailed() {
    flush();
    if (m_isFinished)
        return;
    if (m_options.oneAtATime && m_lost.isEmpty() &&
        m_client.status().state != CalculatorClient::State::Failed)
        m_errors.addLine({}); // leaves the line of the prompt
    complain(m_client.status().reason);
    if (!m_wasConnected)
        m_lost.clear(); // nothing was sent: the reason says it all
    for (qsizetype i = 0; i < std::min<qsizetype>(m_lost.size(), kMaxLostShown); ++i)
        complain(QStringLiteral("not answered: %1").arg(QString::fromUtf8(shortened(m_lost[i]))));
    if (m_lost.size() > kMaxLostShown)
        complain(QStringLiteral("not answered: %1 more").arg(m_lost.size() - kMaxLostShown));
    finish(kExitFailure);
}

// Leaves only a server that was reached: without one, nothing to ask is no reason to be silent about it.
void TerminalClient::finishWhenDone() {
    const bool nothingComes = m_sawQuit || m_input.atEnd();
    if (m_isFinished || !nothingComes || !m_pending.empty() ||
        m_client.status().state != CalculatorClient::State::Connected)
        return;
    flush();
    finish(m_options.errorsSetExitCode && m_sawError ? kExitFailure : 0);
}

void TerminalClient::finish(int exitCode) {
    if (m_isFinished)
        return;
    m_isFinished = true;
    m_client.disconnectFromServer();
    Q_EMIT finished(exitCode);
}

void TerminalClient::sayThatItWaits() {
    const bool isSilent = m_client.status().state == CalculatorClient::State::Connected &&
                          !m_client.status().hasAnswered && m_client.waiting().oldest != 0;
    if (!m_isFinished && isSilent)
        complain(
            QStringLiteral("connected to %1, which has not answered yet; it may be serving another client")
                .arg(m_options.address.text()));
}

} // namespace keisan::client
