// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/evaluation_lanes.h"
#include "server/core/mailbox.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <stop_token>
#include <unordered_map>

namespace keisan::server {

// The slow lanes as one network thread uses them: brings its work there and what that came to back to it.
// Lives in that thread, and so do the callbacks.
class EvaluationPool : public QObject {
    Q_OBJECT

public:
    using Ticket = EvaluationLanes::Ticket;
    using Task = EvaluationTask;
    using Finished = std::function<void(eval::Outcome&&, qint64 elapsedNs)>;

    explicit EvaluationPool(EvaluationLanes& lanes, QObject* parent = nullptr);
    ~EvaluationPool() override; // stops what runs and waits for that, calls no callback

    // Does it in one of the lanes; `finished` is called later, once, unless the ticket is abandoned.
    Ticket submit(Task task, Finished finished);

    // Ends it with ErrorType::Cancelled: at once if it waits, else when the work has noticed.
    void cancel(Ticket ticket);

    // The same, and nobody wants to hear of it.
    void abandon(Ticket ticket);

    // Lets it end there: the values of a large one take their time.
    void discard(std::shared_ptr<const eval::Session> session, std::size_t bytes) {
        m_lanes.discard(std::move(session), bytes);
    }

Q_SIGNALS:
    void resultsWaiting(QPrivateSignal); // wakes the network thread; carries nothing

private:
    using Result = EvaluationLanes::Result;
    struct Caller {
        std::stop_source stop;
        Finished finished;
    };

    std::shared_ptr<void> oneMoreInTheLanes();
    void deliverResults();
    void deliver(Result&& result);

    EvaluationLanes& m_lanes;
    Mailbox<Result> m_results;
    std::deque<Result> m_taken; // from there, to be delivered
    QTimer m_nextTurn;
    std::unordered_map<Ticket, Caller> m_callers;
    std::shared_ptr<std::atomic<int>> m_inTheLanes; // jobs that may still put a result
};

} // namespace keisan::server
