// SPDX-License-Identifier: MIT
#include "server/core/evaluation_pool.h"

#include <QElapsedTimer>

#include <algorithm>
#include <iterator>

namespace keisan::server {
namespace {

// Results are delivered for so long, each with its reply and what its client has asked since, before others
// have their turn.
constexpr qint64 kTurnMs = 2;

} // namespace

EvaluationPool::EvaluationPool(EvaluationLanes& lanes, QObject* parent)
    : QObject(parent)
    , m_lanes(lanes)
    , m_results([this] { Q_EMIT resultsWaiting(QPrivateSignal{}); })
    , m_inTheLanes(std::make_shared<std::atomic<int>>(0)) {
    connect(this, &EvaluationPool::resultsWaiting, this, &EvaluationPool::deliverResults,
            Qt::QueuedConnection);
    m_nextTurn.setSingleShot(true);
    connect(&m_nextTurn, &QTimer::timeout, this, &EvaluationPool::deliverResults);
}

EvaluationPool::~EvaluationPool() {
    while (!m_callers.empty())
        abandon(m_callers.begin()->first);
    while (const int jobs = *m_inTheLanes)
        m_inTheLanes->wait(jobs);
}

EvaluationPool::Ticket EvaluationPool::submit(Task task, Finished finished) {
    const Ticket ticket = m_lanes.newTicket();
    Caller& caller = m_callers[ticket];
    caller.finished = std::move(finished);
    m_lanes.put(
        {ticket, std::move(task), caller.stop.get_token(),
         [this, counted = oneMoreInTheLanes()](Result&& result) { m_results.put(std::move(result)); }});
    return ticket;
}

// Counts the job for as long as it is somewhere in the lanes: also after its result was put, until the lane
// has let go of this pool.
std::shared_ptr<void> EvaluationPool::oneMoreInTheLanes() {
    ++*m_inTheLanes;
    return {nullptr, [count = m_inTheLanes](void*) {
                --*count;
                count->notify_one();
            }};
}

void EvaluationPool::cancel(Ticket ticket) {
    const auto caller = m_callers.find(ticket);
    if (caller == m_callers.end())
        return;
    caller->second.stop.request_stop();
    if (m_lanes.withdraw(ticket))
        m_results.put({ticket, cancelledOutcome(), 0});
}

void EvaluationPool::abandon(Ticket ticket) {
    const auto caller = m_callers.find(ticket);
    if (caller == m_callers.end())
        return;
    caller->second.stop.request_stop();
    m_lanes.withdraw(ticket);
    m_callers.erase(caller);
}

void EvaluationPool::deliverResults() {
    if (m_nextTurn.isActive())
        return; // which takes what has come as well
    QElapsedTimer turn;
    turn.start();
    std::ranges::move(m_results.takeAll(), std::back_inserter(m_taken));
    while (!m_taken.empty() && turn.elapsed() < kTurnMs) {
        Result next = std::move(m_taken.front());
        m_taken.pop_front();
        deliver(std::move(next));
    }
    if (!m_taken.empty())
        m_nextTurn.start(0);
}

void EvaluationPool::deliver(Result&& result) {
    const auto caller = m_callers.find(result.ticket);
    if (caller == m_callers.end())
        return; // Abandoned: the peer went away while it ran.
    const Finished finished = std::move(caller->second.finished);
    m_callers.erase(caller);
    finished(std::move(result.outcome), result.elapsedNs);
}

} // namespace keisan::server
