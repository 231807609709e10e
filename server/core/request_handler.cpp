// SPDX-License-Identifier: MIT
#include "server/core/request_handler.h"

#include <QElapsedTimer>

namespace keisan::server {
namespace {

std::string_view viewOf(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

bool ranOutOfWork(const eval::Outcome& outcome) {
    const auto* error = std::get_if<eval::Error>(&outcome.result);
    return error && error->type == eval::ErrorType::OutOfWork;
}

} // namespace

RequestHandler::RequestHandler(const ServerLimits& limits, const Evaluator& evaluator, EvaluationPool& pool,
                               Finished finished)
    : m_evaluate(evaluator)
    , m_fastLimits(limits.evaluation)
    , m_pool(pool)
    , m_finished(std::move(finished))
    , m_session(std::make_shared<eval::Session>()) {
    m_fastLimits.work = std::min<std::uint64_t>(m_fastLimits.work, limits.fastWork);
}

RequestHandler::~RequestHandler() {
    if (m_ticket)
        m_pool.abandon(*m_ticket);
}

std::optional<Evaluated> RequestHandler::evaluate(const QByteArray& expression) {
    Q_ASSERT(!isBusy());
    QElapsedTimer clock;
    clock.start();
    eval::Outcome outcome = m_evaluate(viewOf(expression), *m_session, m_fastLimits, {});
    if (!ranOutOfWork(outcome))
        return Evaluated{std::move(outcome), clock.nsecsElapsed()};
    m_ticket = m_pool.submit(expression.toStdString(), m_session,
                             [this](const eval::Outcome& slowOutcome, qint64 elapsedNs) {
                                 m_ticket.reset();
                                 m_finished({slowOutcome, elapsedNs});
                             });
    return std::nullopt;
}

Evaluated RequestHandler::preview(const QByteArray& expression) {
    Q_ASSERT(!isBusy());
    QElapsedTimer clock;
    clock.start();
    eval::Outcome outcome = eval::preview(viewOf(expression), *m_session, m_fastLimits);
    return {std::move(outcome), clock.nsecsElapsed()};
}

void RequestHandler::cancel() {
    if (m_ticket)
        m_pool.cancel(*m_ticket);
}

} // namespace keisan::server
