// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/evaluator.h"
#include "common/eval/session.h"
#include "server/core/mailbox.h"
#include "server/core/ticket_queue.h"

#include <QThread>

#include <atomic>
#include <functional>
#include <latch>
#include <memory>
#include <stop_token>
#include <vector>

namespace keisan::server {

// The stack of every thread that evaluates: the deepest expression that language.md allows fits with room to
// spare.
constexpr uint kEvaluationStackBytes = 64u << 20;

// An evaluation, or what else works within limits and changes nothing until it succeeds. The session that it
// holds is not to be touched until it has finished, but for its gate.
struct EvaluationTask {
    using Work = std::function<eval::Outcome(const eval::Limits&, const std::stop_token&)>;
    Work work;
    eval::Limits limits;
    quint64 middleWork = 0; // Limits::work of the middle lane
};

// What a task comes to that nobody wants any more.
inline eval::Outcome cancelledOutcome() {
    return {eval::Error{eval::ErrorType::Cancelled, "Cancelled", std::nullopt}, 0};
}

// The slow lanes, one of each for the whole server: the threads that do what a network thread has no time
// for. First in the middle lane, one thread under a small allowance, so that a millisecond never waits
// behind seconds; what runs out of it is started afresh in the long lane, one thread a core at low priority.
// Sessions end in a thread of low priority too. May be used from any thread; outlives those who use it.
class EvaluationLanes {
public:
    using Ticket = server::Ticket;

    struct Result {
        Ticket ticket = 0;
        eval::Outcome outcome;
        qint64 elapsedNs = 0;
    };
    struct Job {
        Ticket ticket = 0;
        EvaluationTask task;
        std::stop_token stop;
        std::function<void(Result&&)> finished; // called once, in the lane's thread, unless it is withdrawn
    };

    EvaluationLanes();
    ~EvaluationLanes(); // whoever put a job has waited for it or taken it back
    Q_DISABLE_COPY_MOVE(EvaluationLanes)

    Ticket newTicket() { return ++m_lastTicket; }
    void put(Job job) { m_middle.put(std::move(job)); }

    // Takes a waiting job back; false when none with this ticket waits. A job that passes from one lane to
    // the other just then is missed: where its token asked for the stop before, the lane ends it as
    // Cancelled.
    bool withdraw(Ticket ticket);

    // Lets it end in another thread: the values of a large one take their time. It waits behind no
    // evaluation, because until then its memory counts. `bytes`: what it holds, as far as that is known.
    void discard(std::shared_ptr<const eval::Session> session, std::size_t bytes);

private:
    struct Ending {
        std::shared_ptr<const eval::Session> session;
        std::size_t bytes = 0;
    };

    void addThread(const QString& name, std::function<void()> run);
    void runMiddleLane();
    void passToLongLane(Job&& job);
    void runLongLane();
    void runEndings();
    static Result run(const Job& job, const eval::Limits& limits);

    TicketQueue<Job> m_middle;
    TicketQueue<Job> m_long;
    Mailbox<Ending> m_endings;
    std::stop_source m_shutDown;
    std::atomic<Ticket> m_lastTicket = 0;
    std::latch m_notRunning; // threads that have yet to begin
    std::vector<std::unique_ptr<QThread>> m_threads;
};

} // namespace keisan::server
