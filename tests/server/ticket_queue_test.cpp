// SPDX-License-Identifier: MIT
#include "server/core/ticket_queue.h"

#include <gtest/gtest.h>

#include <atomic>
#include <ctime>
#include <thread>
#include <vector>

using keisan::server::Ticket;
using keisan::server::TicketQueue;

namespace {

struct Job {
    Ticket ticket = 0;
    std::unique_ptr<int> amount; // as a job it can be moved only
};

Job job(Ticket ticket) {
    return {ticket, std::make_unique<int>(static_cast<int>(ticket) * 10)};
}

double processorSeconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

// Of a queue in which so many wait.
double secondsToTakeEachBack(Ticket jobs) {
    TicketQueue<Job> queue;
    for (Ticket i = 1; i <= jobs; ++i)
        queue.put(job(i));
    const double start = processorSeconds();
    for (Ticket i = jobs; i >= 1; --i)
        EXPECT_TRUE(queue.take(i));
    return processorSeconds() - start;
}

} // namespace

TEST(TicketQueue, GivesTheLowestTicketFirst) {
    TicketQueue<Job> queue;
    for (const Ticket i : {2, 3, 1})
        queue.put(job(i));
    for (const int amount : {10, 20, 30})
        EXPECT_EQ(*queue.waitAndTake({})->amount, amount);
}

TEST(TicketQueue, GivesBackTheOneThatIsWanted) {
    TicketQueue<Job> queue;
    for (Ticket i = 1; i <= 3; ++i)
        queue.put(job(i));
    EXPECT_EQ(*queue.take(2)->amount, 20);
    EXPECT_FALSE(queue.take(2));
    EXPECT_FALSE(queue.take(4));
    EXPECT_EQ(queue.waitAndTake({})->ticket, 1u);
    EXPECT_EQ(queue.waitAndTake({})->ticket, 3u);
}

// One by one through all that wait it would be a hundred times as much.
TEST(TicketQueue, ToTakeOneBackCostsLittleMoreWhereManyWait) {
    constexpr Ticket kFew = 400;
    constexpr int kTimes = 100;
    double few = 0;
    for (int i = 0; i < kTimes; ++i)
        few += secondsToTakeEachBack(kFew);
    EXPECT_LT(secondsToTakeEachBack(kFew * kTimes), 15 * few);
}

TEST(TicketQueue, AWaitingThreadLeavesWhenAskedTo) {
    TicketQueue<Job> queue;
    std::stop_source stop;
    std::optional<Job> taken = job(7);
    std::thread receiver([&] { taken = queue.waitAndTake(stop.get_token()); });
    stop.request_stop();
    receiver.join();
    EXPECT_FALSE(taken);
}

// What is handed over is plain memory on purpose: ThreadSanitizer would see a hand-over that does not hold.
TEST(TicketQueue, GivesEachToOneThreadOnly) {
    constexpr Ticket kJobs = 20'000;
    TicketQueue<Job> queue;
    std::stop_source stop;
    std::atomic<Ticket> left = kJobs;
    std::vector<std::thread> threads;
    for (int i = 0; i < 2; ++i)
        threads.emplace_back([&] {
            while (const auto taken = queue.waitAndTake(stop.get_token())) {
                EXPECT_EQ(*taken->amount, static_cast<int>(taken->ticket) * 10);
                if (--left == 0)
                    stop.request_stop();
            }
        });
    for (Ticket i = 1; i <= kJobs; ++i) {
        queue.put(job(i));
        if (i % 2 == 0 && queue.take(i - 1) && --left == 0)
            stop.request_stop();
    }
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(left, 0u);
}
