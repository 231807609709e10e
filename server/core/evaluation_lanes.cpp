// SPDX-License-Identifier: MIT
#include "server/core/evaluation_lanes.h"

#include <QElapsedTimer>

#include <algorithm>
#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace keisan::server {
namespace {

constexpr int kLongLaneNice = 10; // more than the server's other threads
constexpr int kMiddleThreads = 1;

bool ranOutOfWork(const eval::Outcome& outcome) {
    const auto* error = std::get_if<eval::Error>(&outcome.result);
    return error && error->type == eval::ErrorType::OutOfWork;
}

// Linux gives each thread a niceness of its own; elsewhere the lane runs like the others.
void lowerOwnPriority() {
#ifdef Q_OS_LINUX
    const auto thread = static_cast<id_t>(syscall(SYS_gettid));
    setpriority(PRIO_PROCESS, thread, getpriority(PRIO_PROCESS, thread) + kLongLaneNice);
#endif
}

} // namespace

EvaluationLanes::EvaluationLanes() : m_notRunning(kMiddleThreads + QThread::idealThreadCount()) {
    addThread(QStringLiteral("middle lane"), [this] { runMiddleLane(); });
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
    const auto isIt = [ticket](const Job& job) { return job.ticket == ticket; };
    return m_middle.takeIf(isIt) || m_long.takeIf(isIt);
}

// Nobody else may hold on to it, or it might end there after all.
void EvaluationLanes::discard(std::shared_ptr<const eval::Session> session) {
    m_long.put({0,
                {[session = std::move(session)](const auto&, const auto&) { return eval::Outcome{}; }, {}},
                {},
                [](Result&&) {}});
}

void EvaluationLanes::runMiddleLane() {
    while (auto job = m_middle.waitAndTake(m_shutDown.get_token())) {
        eval::Limits limits = job->task.limits;
        const bool mayGoOn = limits.work > job->task.middleWork;
        limits.work = std::min<std::uint64_t>(limits.work, job->task.middleWork);
        Result result = run(*job, limits);
        if (mayGoOn && ranOutOfWork(result.outcome))
            m_long.put(std::move(*job));
        else
            job->finished(std::move(result));
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
