// SPDX-License-Identifier: MIT
#include "client/window/live_preview.h"

#include "client/window/error_words.h"
#include "client/window/expression_tokens.h"
#include "client/window/history_item.h"
#include "client/window/input_hint.h"

namespace keisan::client {

namespace {

using Kind = PreviewWords::Kind;

// Python's message without where it found that: there is but one line. Empty where it only says that more is
// to come, or what colours and brackets say already.
QString shownFault(QString message) {
    message = withoutSource(message).remove(QStringLiteral(" (detected at line 1)"));
    return message == QLatin1String("invalid syntax") ? QString() : headAndTail(message);
}

// The server's allowance for a preview is small.
bool isTooMuchForPreview(const Reply& reply) {
    return reply.type == QLatin1String("OutOfWork") || reply.type == QLatin1String("Cancelled");
}

} // namespace

LivePreview::LivePreview(CalculatorClient& client, QObject* parent)
    : QObject(parent)
    , m_client(client)
    , m_preview(client) {
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &LivePreview::consider);
    connect(&m_preview, &Preview::received, this, &LivePreview::take);
    connect(&client, &CalculatorClient::stateChanged, this, &LivePreview::evaluationEnded);
    connect(&client, &CalculatorClient::replyReceived, this, &LivePreview::evaluationEnded);
    connect(&client, &CalculatorClient::requestStopped, this, &LivePreview::evaluationEnded);
}

void LivePreview::setEnabled(bool enabled) {
    m_enabled = enabled;
    considerSoon();
}

void LivePreview::setChoosingName(bool choosing) {
    m_choosingName = choosing;
    if (!choosing)
        considerSoon();
}

void LivePreview::setText(const QString& text) {
    if (text == m_text)
        return;
    m_text = text;
    m_selection.clear();
    considerSoon();
}

void LivePreview::setSelection(const QString& selection) {
    if (selection == m_selection)
        return;
    const bool wasOfSelection = isOfSelection();
    m_selection = selection;
    if (wasOfSelection || isOfSelection())
        considerSoon();
}

void LivePreview::hurry() {
    if (m_pause.isActive())
        m_pause.start(std::chrono::milliseconds(0));
}

std::optional<QByteArray> LivePreview::value() const {
    const bool isKnown = m_words.kind == Kind::Value && m_valued == m_text;
    return isKnown ? std::optional(m_value) : std::nullopt;
}

bool LivePreview::isOfSelection() const {
    const QString selection = m_selection.trimmed();
    return !selection.isEmpty() && selection != m_text.trimmed() && selection.size() <= kMostCharacters &&
           !syntaxFaultOf(selection);
}

QString LivePreview::subject() const {
    return isOfSelection() ? m_selection : m_text;
}

// What was said of another text goes at once; what is said of this one may wait for a pause in the typing.
void LivePreview::considerSoon() {
    m_preview.drop();
    m_valued.clear();
    say({});
    m_pause.start(kTypingPause);
}

void LivePreview::consider() {
    const QString expression = subject();
    if (expression.trimmed().isEmpty() || expression.size() > kMostCharacters)
        return say({});
    const auto fault = syntaxFaultOf(expression);
    if (!fault)
        return ask(expression);
    const QString words = shownFault(fault->message);
    say(words.isEmpty() ? PreviewWords{} : PreviewWords{Kind::Fault, words});
}

void LivePreview::ask(const QString& expression) {
    if (m_enabled && m_preview.ask(expression))
        return;
    const bool isBusy = m_enabled && m_client.status().mode == CalculatorClient::Mode::Structured &&
                        m_client.waiting().count > 0;
    say(isBusy ? PreviewWords{Kind::Note, tr("no preview while an evaluation runs")} : PreviewWords{});
}

void LivePreview::take(const QString& expression, const Reply& reply) {
    if (expression != subject())
        return;
    if (isTooMuchForPreview(reply))
        return say({Kind::Note, tr("Enter to compute")});
    const bool isUnknownName = reply.type == QLatin1String("NameError");
    if (reply.isError && isUnknownName && m_choosingName)
        return say({});
    if (reply.isError)
        return say({Kind::Failure, headAndTail(withoutSource(QString::fromUtf8(reply.text))), reply.type});
    m_value = reply.text;
    m_valued = expression;
    const QString value = shownAnswer(reply.text);
    say({Kind::Value, isOfSelection() ? tr("selection = %1").arg(value) : QStringLiteral("= ") + value,
         reply.type});
}

// What the text comes to may have changed with the answer.
void LivePreview::evaluationEnded() {
    if (!m_text.trimmed().isEmpty() && !m_pause.isActive())
        m_pause.start(std::chrono::milliseconds(0));
}

void LivePreview::say(PreviewWords words) {
    words.hint = m_text.size() > kMostCharacters ? QString() : inputHint(m_text);
    if (words == m_words)
        return;
    m_words = words;
    Q_EMIT changed();
}

} // namespace keisan::client
