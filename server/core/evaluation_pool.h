// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/evaluator.h"
#include "common/eval/session.h"
#include "server/core/mailbox.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <latch>
#include <memory>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

namespace keisan::server {

// The stack of every thread that evaluates: the deepest expression that language.md allows fits with room to
// spare.
constexpr uint kEvaluationStackBytes = 64u << 20;

// eval::evaluate, or in tests something that takes its place.
using Evaluator =
    std::function<eval::Outcome(std::string_view, eval::Session&, const eval::Limits&, std::stop_token)>;

// The slow lanes: evaluates in threads of its own what the network thread has no time for. First in the
// middle lane, one thread under a small allowance, so that a millisecond never waits behind seconds; what
// runs out of it is started afresh in the long lane, one thread a core at low priority. Lives in the network
// thread, and so do the callbacks; the threads see nothing but jobs.
class EvaluationPool : public QObject {
    Q_OBJECT

public:
    using Ticket = quint64;

    // A line to evaluate. The session is not to be touched until that has finished.
    struct Task {
        std::string line;
        std::shared_ptr<eval::Session> session;
        eval::Limits limits;
        quint64 middleWork = 0; // Limits::work of the middle lane
    };
    using Finished = std::function<void(const eval::Outcome&, qint64 elapsedNs)>;

    explicit EvaluationPool(Evaluator evaluator, QObject* parent = nullptr);
    ~EvaluationPool() override; // stops what runs, calls no callback

    // Evaluates the line in one of the lanes; `finished` is called later, once, unless the ticket is
    // abandoned.
    Ticket submit(Task task, Finished finished);

    // Ends it with ErrorType::Cancelled: at once if it waits, else when the evaluator has noticed.
    void cancel(Ticket ticket);

    // The same, and nobody wants to hear of it.
    void abandon(Ticket ticket);

Q_SIGNALS:
    void resultsWaiting(QPrivateSignal); // wakes the network thread; carries nothing

private:
    struct Job {
        Ticket ticket = 0;
        Task task;
        std::stop_token stop;
    };
    struct Result {
        Ticket ticket = 0;
        eval::Outcome outcome;
        qint64 elapsedNs = 0;
    };
    struct Caller {
        std::stop_source stop;
        Finished finished;
    };

    void addThread(const QString& name, std::function<void()> run);
    void runMiddleLane();
    void runLongLane();
    Result run(const Job& job, const eval::Limits& limits) const;
    bool withdraw(Ticket ticket);
    void deliverResults();
    void deliver(const Result& result);

    const Evaluator m_evaluate;
    Mailbox<Job> m_middle;
    Mailbox<Job> m_long;
    Mailbox<Result> m_results;
    std::stop_source m_shutDown;
    std::unordered_map<Ticket, Caller> m_callers;
    Ticket m_lastTicket = 0;
    std::latch m_notRunning; // threads that have yet to begin
    std::vector<std::unique_ptr<QThread>> m_threads;
};

} // namespace keisan::server
