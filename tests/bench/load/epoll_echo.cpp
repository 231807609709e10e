// SPDX-License-Identifier: MIT
// epoll_echo: as little as a server of lines can do. Echoes whole lines; for each readiness one recv and one
// send. Prints where it listens. What its processor time a request is to Keisan's, the bench prints.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdio>
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

// `rest` is the unfinished line of this client.
void echo(int descriptor, std::string& rest) {
    static std::array<char, kReadBytes> buffer;
    const ssize_t got = recv(descriptor, buffer.data(), buffer.size(), 0);
    if (got <= 0) {
        rest.clear();
        close(descriptor);
        return;
    }
    std::string_view bytes(buffer.data(), static_cast<std::size_t>(got));
    if (!rest.empty())
        bytes = rest.append(bytes);
    const std::size_t whole = bytes.rfind('\n') + 1;
    [[maybe_unused]] const ssize_t sent = send(descriptor, bytes.data(), whole, MSG_NOSIGNAL);
    rest = std::string(bytes.substr(whole));
}

} // namespace

int main() {
    allowManyDescriptors();
    const int epoll = epoll_create1(EPOLL_CLOEXEC);
    const int listener = listenAnywhere();
    watch(epoll, listener);
    std::vector<std::string> rests;
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
            if (place >= rests.size())
                rests.resize(2 * place);
            echo(descriptor, rests[place]);
        }
    }
}
