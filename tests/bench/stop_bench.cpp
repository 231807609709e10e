// SPDX-License-Identifier: MIT
// stop_bench [--stops N] [--only TEXT]: how long an evaluation goes on after it was told to stop, at the
// worst of N moments spread over each of many long lines, in processor time of its thread (so that a busy
// machine spoils nothing). Prints figures, the worst first; judges nothing. promises.md wants the thread back
// within 500 ms. Build it with the release preset.
#include "common/eval/evaluator.h"
#include "common/eval/session.h"

#include <pthread.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <future>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>

namespace keisan::bench {
namespace {

// Names that the lines have at hand.
constexpr const char* kPrepared[] = {
    "p = 3**10_000_000", "q = 7**3_000_000",    "r = 3**5_000_000",
    "d = 3**2_000_000",  "t = 'ab'*10_000_000", "u = 'あ'*5_000_000",
};

constexpr const char* kLines[] = {
    // Integers.
    "3**10_500_000",
    "7**5_900_000",
    "(10**1000)**4500",
    "factorial(900_000)",
    "perm(1_000_000, 800_000)",
    "comb(16_000_000, 8_000_000)",
    "comb(10**12, 500_000)",
    "r*r",
    "p//q",
    "p%q",
    "divmod(p, q)",
    "p/q",
    "p//10**1000",
    "gcd(p, q)",
    "gcd(p, r+1)",
    "lcm(r, q)",
    "pow(3**1_000_000, 7**1_000_000, 11**1_000_000)",
    "pow(3, p, q)",
    "pow(3, -1, q)",
    "isqrt(p)",
    "p == p+1",
    "(p+1)^p",
    "{p: 1}",
    "int('7'*1_000_000)",
    "int('z'*1_000_000, 36)",
    "int('1'*16_000_000, 2)",
    "hex(p)",
    "bin(p)",
    "10**1_000_000-1",
    "d",
    "str(d)",
    "[d]",
    "format(d, ',')",
    "format(p, '_x')",
    "'%d' % d",
    "round(d, -500_000)",
    "float('9'*1_000_000)",
    "p.bit_count()",
    "p.as_integer_ratio()[0] == p",
    "sumprod([d]*100, [d]*100)",
    "prod(range(1, 400_000))",
    "sum([d]*100_000)",
    "[d+i for i in range(3000)]",
    "[d*3 for i in range(300)]",
    "max([d+i for i in range(100)])",
    "sorted([d-i for i in range(200)])",
    // Texts.
    "'ab'*30_000_000",
    "t*3",
    "t+t",
    "t.replace('a', 'xyz')",
    "t.replace('', '-')",
    "t.split('a')",
    "t.split('b', -1)",
    "t.rsplit('a')",
    "(t+' ').split()",
    "t.splitlines()",
    "t.count('ab')",
    "t.count('')",
    "t.find('aa')",
    "t.rfind('aa')",
    "u.find('い')",
    "u.index('あい')",
    "t.upper()",
    "u.upper()",
    "t.title()",
    "t.swapcase()",
    "t.casefold()",
    "t.capitalize()",
    "t.isalpha()",
    "u.isalnum()",
    "t.isprintable()",
    "t.istitle()",
    "t.translate({97: 'x'})",
    "t.expandtabs()",
    "t.strip('ab')",
    "t.partition('c')",
    "t.zfill(60_000_000)",
    "t.center(60_000_000)",
    "'-'.join(t)",
    "','.join([t]*3)",
    "'aa' in t",
    "('a'*10**7+'b') in 'a'*3*10**7",
    "t == t[:-1]+'b'",
    "t < t[:-1]+'c'",
    "t[::-1]",
    "t[::2]",
    "u[::-1]",
    "u[10:-10]",
    "u[4_999_999]",
    "{t: 1}",
    "repr(t)",
    "ascii(u)",
    "f'{t:>60000000}'",
    "'%60000000d' % 1",
    "'{}{}'.format(t, t)",
    "list(t)",
    "sorted(t)",
    "set(t)",
    "sum(map(ord, t))",
    "max(t)",
    "reversed(t) and list(reversed(u))",
    "int(t, 36)",
    "float(t)",
    "complex(t)",
    "t.startswith(t)",
    "t.removeprefix(t)",
    "str.maketrans(t, t)",
    "sorted([t]*200)",
    "[t]*1000 == [t[:-1]+'b']*1000",
    "'%s' % t",
    "t % ()",
    "t.format(1)",
    "'{}'.join(['x']*2_000_000).format(*range(2_000_000))",
    "float.fromhex('1'*10_000_000)",
    // Sequences, sets and dicts.
    "[0]*4_000_000",
    "[0]*4_000_000 == [0]*4_000_000",
    "[0]*2_000_000 + [0]*2_000_000",
    "list(range(4_000_000))[::-1]",
    "1 in [0]*4_000_000",
    "([0]*4_000_000).count(1)",
    "([0]*4_000_000).index(1)",
    "list(range(4_000_000))",
    "tuple(range(4_000_000))",
    "sorted(range(4_000_000), reverse=True)",
    "sorted([x*7919 % 1_000_003 for x in range(2_000_000)])",
    "sorted([str(x) for x in range(500_000)], key=len)",
    "min([[0]*1000]*1_000_000)",
    "[[0]*100_000]*1000 == [[0]*99_999+[1]]*1000",
    "[[i] for i in range(1_500_000)]",
    "[(i, i) for i in range(1_000_000)]",
    "{i: [i] for i in range(800_000)}",
    "[str(i) for i in range(2_000_000)]",
    "set(range(1_000_000))",
    "{x*7919 for x in range(1_000_000)}",
    "set(range(1_000_000)) | set(range(500_000, 1_500_000))",
    "set(range(1_000_000)) & set(range(500_000, 1_500_000))",
    "set(range(1_000_000)) == set(range(1, 1_000_001))",
    "len(str(set(range(1_000_000))))",
    "dict.fromkeys(range(1_000_000))",
    "{x: x for x in range(1_000_000)} == {x: -x for x in range(1_000_000)}",
    "{x: x for x in range(1_000_000)} | {x: -x for x in range(1_000_000)}",
    "dict(zip(range(1_000_000), range(1_000_000)))",
    "str([0]*4_000_000)",
    "str(list(range(4_000_000)))",
    "str({x: x for x in range(1_000_000)})",
    "{tuple(range(4_000_000))}",
    "sum([0.1]*4_000_000)",
    "sum(range(10**18))",
    "fsum([0.1]*4_000_000)",
    "fsum(range(10**18))",
    "hypot(*[0.1]*4_000_000)",
    "dist([0.1]*4_000_000, [0.2]*4_000_000)",
    "sumprod([0.1]*4_000_000, [0.2]*4_000_000)",
    "all(range(1, 10**18))",
    "max(range(10**18))",
    "1.5 in range(10**12)",
    "range(10**12).index(1.5)",
    "range(10**12).count(0.5)",
    "list(map(abs, range(4_000_000)))",
    "list(zip(range(2_000_000), range(2_000_000)))",
    "list(enumerate(range(1_000_000)))",
    "list(filter(None, [0]*4_000_000))",
    "(lambda *a: len(a))(*range(4_000_000))",
    "max(*range(4_000_000))",
    "[x for x in range(10**9) if 0]",
    "sum(x for x in range(10**9))",
    "[y for x in range(1000) for y in range(10**6) if 0]",
    "(lambda f: f(f, 30))(lambda f, n: 1 if n < 2 else f(f, n-1) + f(f, n-2))",
};

std::unique_ptr<eval::Session> preparedSession() {
    auto session = std::make_unique<eval::Session>();
    for (const char* const line : kPrepared)
        eval::evaluate(line, *session);
    return session;
}

double seconds(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

struct Run {
    double whole = 0;     // processor seconds of the evaluation
    double afterStop = 0; // of them, those after it was told to stop
    bool wasStopped = false;
};

// Stops the evaluation when its thread has used `after` seconds.
Run run(std::string_view line, eval::Session& session, double after) {
    std::stop_source stop;
    std::promise<clockid_t> started;
    std::future<clockid_t> clock = started.get_future();
    double ended = 0;
    double began = 0;
    bool isCancelled = false;
    std::atomic<bool> isDone = false;
    std::jthread thread([&] {
        clockid_t own{};
        pthread_getcpuclockid(pthread_self(), &own);
        began = seconds(CLOCK_THREAD_CPUTIME_ID);
        started.set_value(own);
        const eval::Outcome outcome = eval::preview(line, session, {}, stop.get_token());
        const auto* const error = std::get_if<eval::Error>(&outcome.result);
        isCancelled = error != nullptr && error->type == eval::ErrorType::Cancelled;
        ended = seconds(CLOCK_THREAD_CPUTIME_ID);
        isDone = true;
        while (!stop.stop_requested()) // its clock is still read
            std::this_thread::yield();
    });
    const clockid_t own = clock.get();
    while (!isDone && seconds(own) - began < after)
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    const double told = seconds(own);
    stop.request_stop();
    thread.join();
    return {ended - began, std::max(0.0, ended - told), isCancelled};
}

struct Figure {
    std::string_view line;
    double whole = 0;
    double worst = 0;
    int stopped = 0;
};

Figure measure(std::string_view line, eval::Session& session, int stops) {
    Figure figure{line, run(line, session, 1e9).whole, 0, 0};
    for (int i = 0; i < stops; ++i) {
        const Run one = run(line, session, figure.whole * (i + 0.5) / stops);
        figure.worst = std::max(figure.worst, one.afterStop);
        figure.stopped += one.wasStopped ? 1 : 0;
    }
    return figure;
}

void print(const Figure& figure) {
    std::printf("%8.1f ms %9.1f ms %3d   %.*s\n", figure.worst * 1e3, figure.whole * 1e3, figure.stopped,
                static_cast<int>(figure.line.size()), figure.line.data());
    std::fflush(stdout);
}

} // namespace
} // namespace keisan::bench

int main(int argc, char** argv) {
    using namespace keisan::bench;
    int stops = 10;
    std::string_view only;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view name = argv[i];
        if (name == "--stops")
            stops = std::max(1, std::atoi(argv[i + 1]));
        else if (name == "--only")
            only = argv[i + 1];
    }
    const auto session = preparedSession();
    std::puts("after the stop at the worst, whole evaluation, how many stops met it");
    Figure worst;
    for (const std::string_view line : kLines) {
        if (line.find(only) == std::string_view::npos)
            continue;
        const Figure figure = measure(line, *session, stops);
        print(figure);
        if (figure.worst > worst.worst)
            worst = figure;
    }
    std::puts("the worst of all:");
    print(worst);
}
