// SPDX-License-Identifier: MIT
// load_generator --port P [OPTIONS]: many clients of the server on 127.0.0.1:P, in a closed loop, each reply
// checked. Prints one JSON object with what it saw; exit code 1 at the first wrong reply.
//
//   --lines FILE        what the clients ask, one line each (tests/bench/mix.txt)
//   --replies KIND      answers (of the evaluator; the default), echo, or any
//   --clients N         connections (1)
//   --in-flight N       requests of one client that it waits for at a time (1)
//   --connecting N      connects at a time (32)
//   --rate R            requests a second of all clients together (as fast as they are answered)
//   --warm-up S         seconds before what is counted (0.3)
//   --seconds S         that are counted (1); 0: only the first request of each client, from its connect()
//   --server PID        counts that process's processor time
//   --until-told        prints "ready" when all are connected and have been answered once, goes on asking
//   (with
//                       --seconds 0: stays silent) until its standard input ends, and prints nothing more
#include "tests/bench/load/load.h"
#include "tests/bench/load/processor_time.h"

#include <poll.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace keisan::bench {
namespace {

struct Options {
    std::string lines = KEISAN_BENCH "/mix.txt";
    Replies replies = Replies::Answers;
    Pressure pressure;
    std::uint16_t port = 0;
    double warmUp = 0.3;
    double seconds = 1;
    pid_t server = 0;
    bool untilTold = false;
};

struct Counted {
    double seconds = 0;
    std::int64_t serverNs = 0;
    std::map<std::string, std::int64_t> threadNs;
};

Replies repliesNamed(const std::string& name) {
    return name == "echo" ? Replies::Echo : name == "any" ? Replies::Any : Replies::Answers;
}

void setOption(Options& options, const std::string& name, const char* value) {
    const auto number = std::strtod(value, nullptr);
    const auto count = static_cast<std::size_t>(number);
    if (name == "--lines")
        options.lines = value;
    else if (name == "--replies")
        options.replies = repliesNamed(value);
    else if (name == "--clients")
        options.pressure.clients = count;
    else if (name == "--in-flight")
        options.pressure.inFlight = count;
    else if (name == "--connecting")
        options.pressure.connecting = count;
    else if (name == "--rate")
        options.pressure.rate = number;
    else if (name == "--port")
        options.port = static_cast<std::uint16_t>(count);
    else if (name == "--warm-up")
        options.warmUp = number;
    else if (name == "--seconds")
        options.seconds = number;
    else if (name == "--server")
        options.server = static_cast<pid_t>(count);
    else
        fail("unknown option " + name);
}

Options optionsFrom(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string name = argv[i];
        if (name == "--until-told")
            options.untilTold = true;
        else if (++i < argc)
            setOption(options, name, argv[i]);
        else
            fail("no value for " + name);
    }
    return options;
}

void allowManyDescriptors() {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

bool isTold() {
    pollfd input{STDIN_FILENO, POLLIN, 0};
    return poll(&input, 1, 0) > 0;
}

void goOnUntilTold(Load& load, const Options& options) {
    std::puts("ready");
    std::fflush(stdout);
    pollfd input{STDIN_FILENO, POLLIN, 0};
    if (options.seconds == 0)
        poll(&input, 1, -1);
    while (!isTold()) {
        load.run(std::chrono::milliseconds(20));
        load.forgetReplies();
    }
}

Counted count(Load& load, const Options& options) {
    load.run(std::chrono::duration<double>(options.warmUp));
    load.forgetReplies();
    const ProcessorTime processor(options.server);
    Counted counted;
    const auto start = Clock::now();
    const std::int64_t startNs = processor.total();
    const auto startThreadNs = processor.byThread();
    load.run(std::chrono::duration<double>(options.seconds));
    counted.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    counted.serverNs = processor.total() - startNs;
    counted.threadNs = processor.byThread();
    for (const auto& [name, ns] : startThreadNs)
        counted.threadNs[name] -= ns;
    return counted;
}

void print(std::vector<float> microseconds, const Counted& counted) {
    std::sort(microseconds.begin(), microseconds.end());
    const auto percentile = [&](double share) {
        const double place = share * static_cast<double>(microseconds.size() - 1);
        return microseconds.empty() ? 0.0 : double{microseconds[static_cast<std::size_t>(place)]};
    };
    std::printf(
        "{\"requests\": %zu, \"seconds\": %.6f, \"server_ns\": %lld, \"p50_us\": %.1f, \"p90_us\": %.1f, "
        "\"p99_us\": %.1f, \"max_us\": %.1f, \"threads_ns\": {",
        microseconds.size(), counted.seconds, static_cast<long long>(counted.serverNs), percentile(0.5),
        percentile(0.9), percentile(0.99), percentile(1));
    const char* separator = "";
    for (const auto& [name, ns] : counted.threadNs) {
        std::printf("%s\"%s\": %lld", separator, name.c_str(), static_cast<long long>(ns));
        separator = ", ";
    }
    std::puts("}}");
}

int run(const Options& options) {
    allowManyDescriptors();
    const Exchange exchange = readExchange(options.lines, options.replies);
    if (exchange.requests.empty())
        fail("no lines in " + options.lines);
    Load load(exchange, options.pressure, options.port);
    load.connectAll();
    if (options.untilTold) {
        goOnUntilTold(load, options);
        return 0;
    }
    Counted counted;
    if (options.seconds > 0)
        counted = count(load, options);
    print(load.microseconds(), counted);
    load.finish();
    return 0;
}

} // namespace
} // namespace keisan::bench

int main(int argc, char** argv) {
    return keisan::bench::run(keisan::bench::optionsFrom(argc, argv));
}
