// SPDX-License-Identifier: MIT
#include "server/core/evaluation_pool.h"

#include <QElapsedTimer>

#include <algorithm>
#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace keisan::server {
namespace {

constexpr int kLongLaneNice = 10;
constexpr int kMiddleThreads = 1;

bool ranOutOfWork(const eval::Outcome& outcome) {
    const auto* error = std::get_if<eval::Error>(&outcome.result);
    return error && error->type == eval::ErrorType::OutOfWork;
}

// Linux gives each thread a niceness of its own; elsewhere the lane runs like the others.
void lowerOwnPriority() {
#ifdef Q_OS_LINUX
    setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), kLongLaneNice);
#endif
}

} // namespace

EvaluationPool::EvaluationPool(Evaluator evaluator, QObject* parent)
    : QObject(parent)
    , m_evaluate(std::move(evaluator))
    , m_results([this] { Q_EMIT resultsWaiting(QPrivateSignal{}); })
    , m_notRunning(kMiddleThreads + QThread::idealThreadCount()) {
    connect(this, &EvaluationPool::resultsWaiting, this, &EvaluationPool::deliverResults,
            Qt::QueuedConnection);
    addThread(QStringLiteral("middle lane"), [this] { runMiddleLane(); });
    for (int i = 0; i < QThread::idealThreadCount(); ++i)
        addThread(QStringLiteral("long lane"), [this] { runLongLane(); });
    m_notRunning.wait(); // each takes descriptors when it begins, and the server counts what is left of them
}

EvaluationPool::~EvaluationPool() {
    m_shutDown.request_stop();
    for (auto& [ticket, caller] : m_callers)
        caller.stop.request_stop();
    for (const auto& thread : m_threads)
        thread->wait();
}

void EvaluationPool::addThread(const QString& name, std::function<void()> run) {
    std::unique_ptr<QThread> thread(QThread::create([this, run = std::move(run)] {
        m_notRunning.count_down();
        run();
    }));
    thread->setObjectName(name);
    thread->setStackSize(kEvaluationStackBytes);
    thread->start();
    m_threads.push_back(std::move(thread));
}

EvaluationPool::Ticket EvaluationPool::submit(Task task, Finished finished) {
    const Ticket ticket = ++m_lastTicket;
    Caller& caller = m_callers[ticket];
    caller.finished = std::move(finished);
    m_middle.put({ticket, std::move(task), caller.stop.get_token()});
    return ticket;
}

void EvaluationPool::cancel(Ticket ticket) {
    const auto caller = m_callers.find(ticket);
    if (caller == m_callers.end())
        return;
    caller->second.stop.request_stop();
    if (withdraw(ticket))
        m_results.put({ticket, {eval::Error{eval::ErrorType::Cancelled, "Cancelled", std::nullopt}, 0}, 0});
}

void EvaluationPool::abandon(Ticket ticket) {
    const auto caller = m_callers.find(ticket);
    if (caller == m_callers.end())
        return;
    caller->second.stop.request_stop();
    withdraw(ticket);
    m_callers.erase(caller);
}

// Takes a waiting job back. A job that just passes from one lane to the other is missed, and ends by its
// token.
bool EvaluationPool::withdraw(Ticket ticket) {
    const auto isIt = [ticket](const Job& job) { return job.ticket == ticket; };
    return m_middle.takeIf(isIt) || m_long.takeIf(isIt);
}

void EvaluationPool::runMiddleLane() {
    while (auto job = m_middle.waitAndTake(m_shutDown.get_token())) {
        eval::Limits limits = job->task.limits;
        const bool mayGoOn = limits.work > job->task.middleWork;
        limits.work = std::min<std::uint64_t>(limits.work, job->task.middleWork);
        Result result = run(*job, limits);
        if (mayGoOn && ranOutOfWork(result.outcome))
            m_long.put(std::move(*job));
        else
            m_results.put(std::move(result));
    }
}

void EvaluationPool::runLongLane() {
    lowerOwnPriority();
    while (auto job = m_long.waitAndTake(m_shutDown.get_token()))
        m_results.put(run(*job, job->task.limits));
}

EvaluationPool::Result EvaluationPool::run(const Job& job, const eval::Limits& limits) const {
    QElapsedTimer clock;
    clock.start();
    eval::Outcome outcome = m_evaluate(job.task.line, *job.task.session, limits, job.stop);
    return {job.ticket, std::move(outcome), clock.nsecsElapsed()};
}

void EvaluationPool::deliverResults() {
    for (const Result& result : m_results.takeAll())
        deliver(result);
}

void EvaluationPool::deliver(const Result& result) {
    const auto caller = m_callers.find(result.ticket);
    if (caller == m_callers.end())
        return; // Abandoned: the peer went away while it ran.
    const Finished finished = std::move(caller->second.finished);
    m_callers.erase(caller);
    finished(result.outcome, result.elapsedNs);
}

} // namespace keisan::server
