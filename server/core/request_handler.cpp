// SPDX-License-Identifier: MIT
#include "server/core/request_handler.h"

#include "common/eval/values/sizes.h"
#include "server/core/replies.h"

#include <algorithm>

namespace keisan::server {
namespace {

// A session larger than this takes so long to end that others would notice.
constexpr std::size_t kEndedAtOnceBytes = 64 * 1024;

// What a request costs beside its evaluation.
constexpr quint64 kRequestWork = 1000;

std::string_view viewOf(QByteArrayView bytes) {
    return {bytes.data(), static_cast<std::size_t>(bytes.size())};
}

eval::Limits withWork(eval::Limits limits, quint64 work) {
    limits.work = work;
    return limits;
}

bool ranOutOfWork(const eval::Outcome& outcome) {
    const auto* error = std::get_if<eval::Error>(&outcome.result);
    return error && error->type == eval::ErrorType::OutOfWork;
}

} // namespace

RequestHandler::RequestHandler(const ServerLimits& limits, const Evaluator& evaluator, EvaluationPool& pool,
                               std::shared_ptr<eval::Session> session, Finished finished)
    : m_limits(limits)
    , m_evaluate(evaluator)
    , m_pool(pool)
    , m_finished(std::move(finished))
    , m_session(std::move(session)) {}

RequestHandler::~RequestHandler() {
    abandon();
    const std::size_t bytes = m_session ? m_session->bytes() : 0;
    if (bytes > kEndedAtOnceBytes)
        m_pool.discard(std::move(m_session), bytes);
}

std::optional<Evaluated> RequestHandler::evaluate(QByteArrayView expression, TurnClock& clock, Time time) {
    Q_ASSERT(!isBusy());
    const quint64 allowed = costLeft();
    if (allowed == 0) {
        clock.look(); // or a flood of these would not end the turn
        return withoutCostLeft(0);
    }
    const qint64 startNs = time == Time::Measured ? clock.startOfNextNs() : 0;
    const quint64 fastWork = std::min(m_limits.fastWork, allowed);
    Evaluated evaluated{
        m_evaluate(viewOf(expression), *m_session, withWork(m_limits.evaluation, fastWork), {})};
    const bool isError = std::holds_alternative<eval::Error>(evaluated.outcome.result);
    if (isError && fastWork != allowed && ranOutOfWork(evaluated.outcome))
        return std::nullopt;
    if (time == Time::Measured)
        evaluated.elapsedNs = clock.look() - startNs;
    else if (isError) // which costs more time than is counted
        clock.look();
    else
        clock.count(evaluated.outcome.cost + kRequestWork);
    charge(evaluated);
    return evaluated;
}

void RequestHandler::evaluateLater(const QByteArray& expression) {
    const auto evaluate = [&evaluate = m_evaluate, expression, session = m_session](const auto& limits,
                                                                                    const auto& stop) {
        return evaluate(viewOf(expression), *session, limits, stop);
    };
    submit(evaluate, costLeft(), [this](Evaluated&& evaluated) {
        charge(evaluated);
        m_finished(evaluated);
    });
}

std::optional<Evaluated> RequestHandler::listVariables(const QJsonValue& id) {
    Q_ASSERT(!isBusy());
    const auto list = [id, session = m_session, replyBytes = m_limits.replyBytes](const auto& limits,
                                                                                  const auto& stop) {
        return variablesFrame(id, *session, replyBytes, limits, stop);
    };
    const eval::Limits& limits = m_limits.evaluation;
    eval::Outcome outcome =
        list(withWork(limits, std::min<quint64>(m_limits.fastWork, limits.work)), std::stop_token());
    if (!ranOutOfWork(outcome))
        return Evaluated{std::move(outcome)};
    submit(list, limits.work, m_finished);
    return std::nullopt;
}

void RequestHandler::submit(EvaluationTask::Work work, quint64 allowed,
                            std::function<void(Evaluated&&)> finished) {
    m_session->gate().guard();
    m_ticket =
        m_pool.submit({std::move(work), withWork(m_limits.evaluation, allowed), m_limits.middleWork},
                      [this, finished = std::move(finished)](eval::Outcome&& outcome, qint64 elapsedNs) {
                          m_ticket.reset();
                          m_session->gate().open();
                          finished({std::move(outcome), elapsedNs});
                      });
}

// A preview costs the session nothing, but cannot do what the session could not pay for.
Evaluated RequestHandler::preview(const QByteArray& expression, TurnClock& clock) {
    Q_ASSERT(!isBusy());
    const qint64 startNs = clock.startOfNextNs();
    const quint64 work = std::min(m_limits.fastWork, costLeft());
    if (work == 0)
        return withoutCostLeft(0);
    eval::Outcome outcome =
        eval::preview(viewOf(expression), *m_session, withWork(m_limits.evaluation, work));
    return {std::move(outcome), clock.look() - startNs};
}

quint64 RequestHandler::costLeft() const {
    if (m_limits.sessionCost == 0)
        return m_limits.evaluation.work;
    const quint64 left = m_limits.sessionCost - std::min(m_cost, m_limits.sessionCost);
    return std::min<quint64>(left, m_limits.evaluation.work);
}

void RequestHandler::charge(Evaluated& evaluated) {
    m_cost += evaluated.outcome.cost;
    if (m_limits.sessionCost != 0 && ranOutOfWork(evaluated.outcome))
        evaluated.outcome = withoutCostLeft(evaluated.outcome.cost).outcome;
}

Evaluated RequestHandler::withoutCostLeft(quint64 cost) const {
    std::string message =
        "the session's cost limit of " + eval::groupedText(m_limits.sessionCost) + " is used up";
    return {{eval::Error{eval::ErrorType::LimitError, std::move(message), std::nullopt}, cost}, 0};
}

// What runs goes on in the session until it sees that it is stopped: here nobody may look at it any more, not
// even for its size.
void RequestHandler::abandon() {
    if (!m_ticket)
        return;
    m_pool.abandon(*m_ticket);
    m_ticket.reset();
    m_pool.discard(std::move(m_session), 0);
}

bool RequestHandler::cancel() {
    if (!m_ticket)
        return false;
    m_pool.cancel(*m_ticket);
    return m_session->gate().shut();
}

} // namespace keisan::server
