// SPDX-License-Identifier: MIT
#include "server/core/mailbox.h"

#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>

using keisan::server::Mailbox;

TEST(Mailbox, GivesEverythingOldestFirst) {
    Mailbox<int> mailbox;
    for (int i = 0; i < 3; ++i)
        mailbox.put(i);
    EXPECT_EQ(mailbox.size(), 3u);
    EXPECT_EQ(mailbox.takeAll(), (std::deque<int>{0, 1, 2}));
    EXPECT_TRUE(mailbox.takeAll().empty());
}

TEST(Mailbox, WakesOnlyWhenItStopsBeingEmpty) {
    int wakeUps = 0;
    Mailbox<int> mailbox([&] { ++wakeUps; });
    mailbox.put(1);
    mailbox.put(2);
    EXPECT_EQ(wakeUps, 1);
    mailbox.takeAll();
    mailbox.put(3);
    EXPECT_EQ(wakeUps, 2);
}

TEST(Mailbox, FillsTheQueueItIsGivenForTheOneItGivesAway) {
    struct Row : std::vector<int> {
        void push_back(int i) { std::vector<int>::push_back(i); }
    };
    Mailbox<int, Row> mailbox;
    mailbox.put(1);
    Row roomy;
    roomy.reserve(100);
    const int* room = roomy.data();
    EXPECT_EQ(mailbox.takeAll(std::move(roomy)), (std::vector<int>{1}));
    mailbox.put(2);
    const Row taken = mailbox.takeAll();
    EXPECT_EQ(taken, (std::vector<int>{2}));
    EXPECT_EQ(taken.data(), room);
}

TEST(Mailbox, AWaitingThreadLeavesWhenAskedTo) {
    Mailbox<int> mailbox;
    std::stop_source stop;
    std::optional<int> taken = 7;
    std::thread receiver([&] { taken = mailbox.waitAndTake(stop.get_token()); });
    stop.request_stop();
    receiver.join();
    EXPECT_EQ(taken, std::nullopt);
}

// What is handed over is plain memory on purpose: ThreadSanitizer would see a hand-over that does not hold.
TEST(Mailbox, HandsOverBetweenManyThreadsWithoutLosingAny) {
    constexpr int kSenders = 4;
    constexpr int kEach = 5000;
    Mailbox<std::string> mailbox;
    std::stop_source stop;
    std::atomic<int> received = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 2; ++i)
        threads.emplace_back([&] {
            while (const auto item = mailbox.waitAndTake(stop.get_token()))
                received += static_cast<int>(item->size()) == 40 ? 1 : 0;
        });
    for (int i = 0; i < kSenders; ++i)
        threads.emplace_back([&] {
            for (int n = 0; n < kEach; ++n)
                mailbox.put(std::string(40, 'x'));
        });
    while (received < kSenders * kEach)
        std::this_thread::yield();
    stop.request_stop();
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(received, kSenders * kEach);
}
