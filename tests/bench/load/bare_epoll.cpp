// SPDX-License-Identifier: MIT
// bare_epoll [--evaluate]: as little as a server of lines can do. Echoes whole lines; with --evaluate answers
// each by the evaluator instead, with a session for each client. For each readiness one recv and one send, no
// limit of anything. Prints where it listens.
#include "common/eval/evaluator.h"
#include "common/eval/session.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr int kBacklog = 4096;
constexpr int kMaxEvents = 512;
constexpr std::size_t kReadBytes = 16 * 1024;

void allowManyDescriptors() {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

int listenAnywhere() {
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    bind(listener, any, size);
    listen(listener, kBacklog);
    getsockname(listener, any, &size);
    std::printf("Listening on 127.0.0.1:%d\n", ntohs(address.sin_port));
    std::fflush(stdout);
    return listener;
}

void watch(int epoll, int descriptor) {
    epoll_event event{EPOLLIN, {.fd = descriptor}};
    epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event);
}

void acceptAll(int epoll, int listener) {
    for (;;) {
        const int descriptor = accept4(listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (descriptor < 0)
            return;
        const int on = 1;
        setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        watch(epoll, descriptor);
    }
}

struct Client {
    std::string rest;                               // the unfinished line
    std::unique_ptr<keisan::eval::Session> session; // none: echo
};

void appendAnswer(std::string& replies, std::string_view line, keisan::eval::Session& session) {
    const keisan::eval::Outcome outcome = keisan::eval::evaluate(line, session);
    if (const auto* error = std::get_if<keisan::eval::Error>(&outcome.result))
        replies += "Error: " + error->message;
    else
        replies += std::get<keisan::eval::Answer>(outcome.result).text;
    replies += '\n';
}

std::string answersTo(std::string_view lines, keisan::eval::Session& session) {
    std::string replies;
    while (!lines.empty()) {
        const std::size_t end = lines.find('\n');
        appendAnswer(replies, lines.substr(0, end), session);
        lines.remove_prefix(end + 1);
    }
    return replies;
}

void serve(int descriptor, Client& client) {
    static std::array<char, kReadBytes> buffer;
    const ssize_t got = recv(descriptor, buffer.data(), buffer.size(), 0);
    if (got <= 0) {
        client = {};
        close(descriptor);
        return;
    }
    std::string_view bytes(buffer.data(), static_cast<std::size_t>(got));
    if (!client.rest.empty())
        bytes = client.rest.append(bytes);
    std::string_view lines = bytes.substr(0, bytes.rfind('\n') + 1);
    std::string answers;
    if (client.session)
        lines = answers = answersTo(lines, *client.session);
    [[maybe_unused]] const ssize_t sent = send(descriptor, lines.data(), lines.size(), MSG_NOSIGNAL);
    client.rest = std::string(bytes.substr(bytes.rfind('\n') + 1));
}

} // namespace

int main(int argc, char** argv) {
    const bool evaluates = argc > 1 && std::strcmp(argv[1], "--evaluate") == 0;
    allowManyDescriptors();
    const int epoll = epoll_create1(EPOLL_CLOEXEC);
    const int listener = listenAnywhere();
    watch(epoll, listener);
    std::vector<Client> clients;
    std::array<epoll_event, kMaxEvents> ready;
    for (;;) {
        const int count = epoll_wait(epoll, ready.data(), kMaxEvents, -1);
        for (int i = 0; i < count; ++i) {
            const int descriptor = ready[static_cast<std::size_t>(i)].data.fd;
            if (descriptor == listener) {
                acceptAll(epoll, listener);
                continue;
            }
            const auto place = static_cast<std::size_t>(descriptor);
            if (place >= clients.size())
                clients.resize(2 * place);
            if (evaluates && !clients[place].session)
                clients[place].session = std::make_unique<keisan::eval::Session>();
            serve(descriptor, clients[place]);
        }
    }
}
