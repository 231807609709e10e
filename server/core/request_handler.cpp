// SPDX-License-Identifier: MIT
#include "server/core/request_handler.h"

#include "common/eval/values/sizes.h"

#include <algorithm>

namespace keisan::server {
namespace {

std::string_view viewOf(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
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
}

std::optional<Evaluated> RequestHandler::evaluate(const QByteArray& expression, TurnClock& clock) {
    Q_ASSERT(!isBusy());
    const quint64 allowed = costLeft();
    if (allowed == 0)
        return withoutCostLeft(0);
    const qint64 startNs = clock.seenNs();
    const quint64 fastWork = std::min(m_limits.fastWork, allowed);
    eval::Outcome outcome =
        m_evaluate(viewOf(expression), *m_session, withWork(m_limits.evaluation, fastWork), {});
    if (fastWork == allowed || !ranOutOfWork(outcome))
        return charged(std::move(outcome), clock.look() - startNs);
    m_ticket = m_pool.submit(
        {expression.toStdString(), m_session, withWork(m_limits.evaluation, allowed), m_limits.middleWork},
        [this](const eval::Outcome& slowOutcome, qint64 elapsedNs) {
            m_ticket.reset();
            m_finished(charged(slowOutcome, elapsedNs));
        });
    return std::nullopt;
}

// A preview costs the session nothing, but cannot do what the session could not pay for.
Evaluated RequestHandler::preview(const QByteArray& expression, TurnClock& clock) {
    Q_ASSERT(!isBusy());
    const qint64 startNs = clock.seenNs();
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

Evaluated RequestHandler::charged(eval::Outcome outcome, qint64 elapsedNs) {
    m_cost += outcome.cost;
    if (m_limits.sessionCost != 0 && ranOutOfWork(outcome))
        return {withoutCostLeft(outcome.cost).outcome, elapsedNs};
    return {std::move(outcome), elapsedNs};
}

Evaluated RequestHandler::withoutCostLeft(quint64 cost) const {
    std::string message =
        "the session's cost limit of " + eval::groupedText(m_limits.sessionCost) + " is used up";
    return {{eval::Error{eval::ErrorType::LimitError, std::move(message), std::nullopt}, cost}, 0};
}

void RequestHandler::abandon() {
    if (m_ticket)
        m_pool.abandon(*m_ticket);
    m_ticket.reset();
}

void RequestHandler::cancel() {
    if (m_ticket)
        m_pool.cancel(*m_ticket);
}

} // namespace keisan::server
