// SPDX-License-Identifier: MIT
#include "server/core/evaluation_lanes.h"

#include "server/core/freed_memory.h"

#include <QElapsedTimer>

#include <algorithm>
#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace keisan::server {
namespace {

constexpr int kLowPriorityNice = 10; // more than the server's other threads
constexpr int kOtherThreads = 2;     // than those of the long lane: the middle lane's and that of the endings

// What ended sessions have had is given back in pieces of so much; less when no other waits to end.
constexpr std::size_t kGivenBackBytes = std::size_t{64} << 20;
constexpr std::size_t kLeastGivenBackBytes = std::size_t{4} << 20;

bool ranOutOfWork(const eval::Outcome& outcome) {
    const auto* error = std::get_if<eval::Error>(&outcome.result);
    return error && error->type == eval::ErrorType::OutOfWork;
}

// Linux gives each thread a niceness of its own; elsewhere they all run alike.
void lowerOwnPriority() {
#ifdef Q_OS_LINUX
    const auto thread = static_cast<id_t>(syscall(SYS_gettid));
    setpriority(PRIO_PROCESS, thread, getpriority(PRIO_PROCESS, thread) + kLowPriorityNice);
#endif
}

} // namespace

EvaluationLanes::EvaluationLanes() : m_notRunning(kOtherThreads + QThread::idealThreadCount()) {
    addThread(QStringLiteral("middle lane"), [this] { runMiddleLane(); });
    addThread(QStringLiteral("endings"), [this] { runEndings(); });
    for (int i = 0; i < QThread::idealThreadCount(); ++i)
        addThread(QStringLiteral("long lane"), [this] { runLongLane(); });
    m_notRunning.wait(); // each takes descriptors when it begins, and the server counts what is left of them
}

EvaluationLanes::~EvaluationLanes() {
    m_shutDown.request_stop();
    for (const auto& thread : m_threads)
        thread->wait();
}

void EvaluationLanes::addThread(const QString& name, std::function<void()> run) {
    std::unique_ptr<QThread> thread(QThread::create([this, run = std::move(run)] {
        m_notRunning.count_down();
        run();
    }));
    thread->setObjectName(name);
    thread->setStackSize(kEvaluationStackBytes);
    thread->start();
    if (!thread->isRunning() && !thread->isFinished()) // the system has no thread left
        m_notRunning.count_down();
    m_threads.push_back(std::move(thread));
}

bool EvaluationLanes::withdraw(Ticket ticket) {
    return m_middle.take(ticket) || m_long.take(ticket);
}

// Nobody else may hold on to it, or it might end there after all.
void EvaluationLanes::discard(std::shared_ptr<const eval::Session> session, std::size_t bytes) {
    m_endings.put(Ending{std::move(session), bytes});
}

void EvaluationLanes::runMiddleLane() {
    while (auto job = m_middle.waitAndTake(m_shutDown.get_token())) {
        eval::Limits limits = job->task.limits;
        const bool mayGoOn = limits.work > job->task.middleWork;
        limits.work = std::min<std::uint64_t>(limits.work, job->task.middleWork);
        Result result = run(*job, limits);
        if (mayGoOn && ranOutOfWork(result.outcome))
            passToLongLane(std::move(*job));
        else
            job->finished(std::move(result));
    }
}

// Whoever asked for its stop in between has looked for it in vain: here it is looked for once more.
void EvaluationLanes::passToLongLane(Job&& job) {
    const Ticket ticket = job.ticket;
    const std::stop_token stop = job.stop;
    m_long.put(std::move(job));
    if (!stop.stop_requested())
        return;
    if (const std::optional<Job> cancelled = m_long.take(ticket))
        cancelled->finished({ticket, cancelledOutcome(), 0});
}

void EvaluationLanes::runEndings() {
    lowerOwnPriority();
    std::size_t freedBytes = 0;
    while (auto ending = m_endings.waitAndTake(m_shutDown.get_token())) {
        freedBytes += ending->bytes;
        ending->session.reset();
        if (freedBytes >= (m_endings.size() == 0 ? kLeastGivenBackBytes : kGivenBackBytes)) {
            giveBackFreeMemory();
            freedBytes = 0;
        }
    }
}

void EvaluationLanes::runLongLane() {
    lowerOwnPriority();
    while (auto job = m_long.waitAndTake(m_shutDown.get_token()))
        job->finished(run(*job, job->task.limits));
}

EvaluationLanes::Result EvaluationLanes::run(const Job& job, const eval::Limits& limits) {
    QElapsedTimer clock;
    clock.start();
    eval::Outcome outcome = job.task.work(limits, job.stop);
    return {job.ticket, std::move(outcome), clock.nsecsElapsed()};
}

} // namespace keisan::server
