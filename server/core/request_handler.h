// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/evaluator.h"
#include "common/eval/session.h"
#include "server/core/evaluation_pool.h"
#include "server/core/server_limits.h"
#include "server/core/turn_clock.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonValue>

#include <functional>
#include <memory>
#include <optional>

namespace keisan::server {

// eval::evaluate, or in tests something that takes its place.
using Evaluator =
    std::function<eval::Outcome(std::string_view, eval::Session&, const eval::Limits&, std::stop_token)>;

// What an evaluation came to, and the time it took.
struct Evaluated {
    eval::Outcome outcome;
    qint64 elapsedNs = 0;
};

// One client's evaluations and its session: where the protocol and the evaluator meet. Knows no socket.
// A request is served at once under a small allowance; one that needs more goes to the pool, and `finished`
// is called later. Until then the handler is busy and takes no other request. What the evaluations cost is
// added up and ends at the session's limit. Lives in the network thread.
class RequestHandler {
public:
    using Finished = std::function<void(const Evaluated&)>;

    // The limits may change between two requests, and outlive the handler.
    RequestHandler(const ServerLimits& limits, const Evaluator& evaluator, EvaluationPool& pool,
                   std::shared_ptr<eval::Session> session, Finished finished);
    ~RequestHandler(); // what still runs is stopped
    Q_DISABLE_COPY_MOVE(RequestHandler)

    enum class Time : bool { Counted, Measured };

    // What it came to, as far as that costs little; nothing where evaluateLater() is to be called. Its time
    // is 0 where that is only counted.
    std::optional<Evaluated> evaluate(QByteArrayView expression, TurnClock& clock, Time time);
    void evaluateLater(const QByteArray& expression);

    // What it would come to, as far as that costs little: changes nothing.
    Evaluated preview(const QByteArray& expression, TurnClock& clock);

    // The frame (variablesFrame) that lists the names of the session, as an answer's text; or nothing when
    // that comes later. Costs the session nothing.
    std::optional<Evaluated> listVariables(const QJsonValue& id);

    bool isBusy() const { return m_ticket.has_value(); }

    // Ends what runs. True: it changes nothing any more and comes to cancelledOutcome(), to be answered now;
    // the handler is busy until `finished` says that the lane has let go. False: what it comes to is near,
    // and stands; or nothing runs; or it was cancelled before.
    bool cancel();

    // Ends it, and `finished` is not called. No request may follow.
    void abandon();

    quint64 cost() const { return m_cost; } // of all evaluations so far

private:
    void submit(EvaluationTask::Work work, quint64 allowed, std::function<void(Evaluated&&)> finished);
    quint64 costLeft() const;
    void charge(Evaluated& evaluated);
    Evaluated withoutCostLeft(quint64 cost) const;

    const ServerLimits& m_limits;
    const Evaluator& m_evaluate;
    EvaluationPool& m_pool;
    Finished m_finished;
    std::shared_ptr<eval::Session> m_session; // null once what ran in it is abandoned
    std::optional<EvaluationPool::Ticket> m_ticket;
    quint64 m_cost = 0;
};

} // namespace keisan::server
