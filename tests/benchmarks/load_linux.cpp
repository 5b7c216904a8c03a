// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "load_linux.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace outlet::bench {

namespace {

const char kUpgrade[] = "GET /gnws HTTP/1.1\r\nHost: server2.vesync.com:17273\r\n"
                        "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        "Sec-WebSocket-Version: 13\r\ndeviceVersion:5\r\n\r\n";

std::string login(int index)
{
    char id[64];
    std::snprintf(id, sizeof(id), "%08x-be9c-4000-8000-%012x", index, index);
    return "{\n\"account\":\"0\",\n\"id\":\"" + std::string(id) +
           "\",\n\"deviceName\":\"vesync_wifi_outlet\",\n\"deviceVersion\":\"1.5\",\n"
           "\"deviceVersionCode\":5,\n\"type\":\"wifi-switch\",\n\"apptype\":\"switch-measure\",\n"
           "\"firmName\":\"cosytek_firm_a\",\n\"firmVersion\":\"1.89\",\n\"firmVersionCode\":89,\n"
           "\"key\":0,\n\"relay\":\"open\"\n}";
}

const std::string kKeepAlive = "{\"uri\":\"/ka\",\"rssi\":-39}";
const std::string kReport = "{\n\"uri\":\"/report\",\n\"e\":\"324\",\n\"t\":\"b7\"\n}";
const std::string kRuntime =
    "{\n\"uri\":\"/runtimeInfo\",\n\"relay\":\"open\",\n\"meastate\":\"idle\",\n"
    "\"power\":\"170b6:1716d\",\n\"voltage\":\"76007:7610a\",\n\"current\":\"NaN\"\n}";
const std::string kKeepAliveReply = "{\"uri\":\"/kr\"}";

/// A masked text frame; the mask is zero, which RFC 6455 allows and which saves the load the work.
std::string frame(const std::string &text)
{
    std::string bytes(1, '\x81');
    if (text.size() < 126) {
        bytes += static_cast<char>(0x80 | text.size());
    } else {
        bytes += '\xfe';
        bytes += static_cast<char>(text.size() >> 8);
        bytes += static_cast<char>(text.size() & 0xff);
    }
    bytes.append(4, '\0');
    return bytes + text;
}

} // namespace

double nowSeconds()
{
    timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

Load::Load(std::uint16_t port, int outlets)
    : m_port(port)
    , m_epoll(epoll_create1(0))
    , m_outlets(static_cast<std::size_t>(outlets))
{
}

Load::~Load()
{
    dropAll();
    close(m_epoll);
}

double Load::logIn(int window, double timeoutSeconds)
{
    const double start = nowSeconds();
    const int count = static_cast<int>(m_outlets.size());
    const int limit = window > 0 ? window : count;
    int next = 0;
    while (m_loggedIn < count) {
        while (next < count && m_inProgress < limit)
            connectOutlet(next++);
        pump(0.05);
        if (nowSeconds() - start > timeoutSeconds)
            return -1;
    }
    return nowSeconds() - start;
}

void Load::dropAll()
{
    for (int i = 0; i < static_cast<int>(m_outlets.size()); ++i)
        closeOutlet(i);
}

double Load::saturate(double seconds)
{
    m_saturating = true;
    m_handled = 0;
    const double start = nowSeconds();
    for (int i = 0; i < static_cast<int>(m_outlets.size()); ++i)
        sendRaw(i, frame(kReport) + frame(kKeepAlive));
    while (nowSeconds() - start < seconds)
        pump(0.01);
    m_saturating = false;
    const double rate = static_cast<double>(m_handled) / (nowSeconds() - start);
    idle(1); // what is under way comes to rest before the next measurement
    return rate;
}

std::vector<double> Load::paced(int perSecond, double seconds)
{
    std::vector<double> latencies;
    m_latencies = &latencies;
    const double start = nowSeconds();
    long sent = 0;
    std::size_t next = 0;
    for (double now = start; now - start < seconds; now = nowSeconds()) {
        const long due = static_cast<long>((now - start) * perSecond);
        for (; sent < due; ++sent) {
            const int index = static_cast<int>(next);
            if (sent % 2 == 0) {
                sendText(index, kReport);
            } else {
                m_outlets[next].keepAliveSentAt = nowSeconds();
                sendText(index, kKeepAlive);
                next = (next + 1) % m_outlets.size();
            }
        }
        pump(0.0002);
    }
    idle(0.5);
    m_latencies = nullptr;
    std::sort(latencies.begin(), latencies.end());
    return latencies;
}

void Load::idle(double seconds)
{
    const double start = nowSeconds();
    while (nowSeconds() - start < seconds)
        pump(0.02);
}

void Load::connectOutlet(int index)
{
    Outlet &outlet = m_outlets[static_cast<std::size_t>(index)];
    outlet.fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (outlet.fd < 0) {
        std::perror("socket (raise ulimit -n)");
        std::exit(1);
    }
    const int on = 1;
    setsockopt(outlet.fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(outlet.fd, reinterpret_cast<sockaddr *>(&address), sizeof(address)) != 0 &&
        errno != EINPROGRESS) {
        std::perror("connect");
        std::exit(1);
    }
    outlet.state = State::Connecting;
    ++m_inProgress;
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT;
    event.data.u32 = static_cast<std::uint32_t>(index);
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, outlet.fd, &event);
}

void Load::closeOutlet(int index)
{
    Outlet &outlet = m_outlets[static_cast<std::size_t>(index)];
    if (outlet.fd < 0)
        return;
    if (outlet.state == State::LoggedIn)
        --m_loggedIn;
    else
        --m_inProgress;
    close(outlet.fd);
    outlet = Outlet();
}

void Load::pump(double waitSeconds)
{
    epoll_event events[256];
    const timespec wait{static_cast<time_t>(waitSeconds),
                        static_cast<long>((waitSeconds - static_cast<time_t>(waitSeconds)) * 1e9)};
    const int count = epoll_pwait2(m_epoll, events, 256, &wait, nullptr);
    for (int i = 0; i < count; ++i) {
        const int index = static_cast<int>(events[i].data.u32);
        Outlet &outlet = m_outlets[events[i].data.u32];
        if (outlet.fd < 0)
            continue;
        if (outlet.state == State::Connecting && (events[i].events & EPOLLOUT)) {
            epoll_event event{};
            event.events = EPOLLIN;
            event.data.u32 = events[i].data.u32;
            epoll_ctl(m_epoll, EPOLL_CTL_MOD, outlet.fd, &event);
            outlet.state = State::Upgrading;
            sendRaw(index, kUpgrade);
        }
        if (outlet.fd >= 0 && (events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)))
            readable(index);
    }
}

void Load::readable(int index)
{
    Outlet &outlet = m_outlets[static_cast<std::size_t>(index)];
    char chunk[16384];
    const ssize_t count = read(outlet.fd, chunk, sizeof(chunk));
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (count <= 0) {
        std::fprintf(stderr, "the server closed a connection\n");
        closeOutlet(index);
        return;
    }
    outlet.in.append(chunk, static_cast<std::size_t>(count));
    if (outlet.state == State::Upgrading) {
        const auto end = outlet.in.find("\r\n\r\n");
        if (end == std::string::npos)
            return;
        if (outlet.in.rfind("HTTP/1.1 101", 0) != 0) {
            std::fprintf(stderr, "refused: %s\n", outlet.in.substr(0, 40).c_str());
            std::exit(1);
        }
        outlet.in.erase(0, end + 4);
        outlet.state = State::LoggingIn;
        sendText(index, login(index));
    }
    // Frames of a server are unmasked, and all of ours are short.
    while (outlet.in.size() >= 2) {
        std::size_t size = static_cast<unsigned char>(outlet.in[1]);
        std::size_t head = 2;
        if (size == 126) {
            if (outlet.in.size() < 4)
                return;
            size = static_cast<std::size_t>(static_cast<unsigned char>(outlet.in[2])) << 8 |
                   static_cast<unsigned char>(outlet.in[3]);
            head = 4;
        }
        if (outlet.in.size() < head + size)
            return;
        handleText(index, outlet.in.data() + head, size);
        outlet.in.erase(0, head + size);
    }
}

void Load::handleText(int index, const char *text, std::size_t size)
{
    Outlet &outlet = m_outlets[static_cast<std::size_t>(index)];
    const auto is = [text, size](const char *uri) {
        return memmem(text, size, uri, std::strlen(uri)) != nullptr;
    };
    if (is("\"/loginReply\"") && outlet.state == State::LoggingIn) {
        outlet.state = State::LoggedIn;
        --m_inProgress;
        ++m_loggedIn;
    } else if (is("\"/kr\"")) {
        if (m_latencies && outlet.keepAliveSentAt >= 0) {
            m_latencies->push_back((nowSeconds() - outlet.keepAliveSentAt) * 1000);
            outlet.keepAliveSentAt = -1;
        }
        if (m_saturating) {
            m_handled += 2;
            sendRaw(index, frame(kReport) + frame(kKeepAlive));
        }
    } else if (is("\"/getRuntime\"")) {
        sendText(index, kRuntime);
    } else if (is("\"/ka\"")) {
        sendText(index, kKeepAliveReply);
    }
}

void Load::sendText(int index, const std::string &text)
{
    sendRaw(index, frame(text));
}

void Load::sendRaw(int index, const std::string &bytes)
{
    const Outlet &outlet = m_outlets[static_cast<std::size_t>(index)];
    if (outlet.fd < 0)
        return;
    // Messages are far smaller than a socket's buffer; a short write would be a broken benchmark.
    if (send(outlet.fd, bytes.data(), bytes.size(), MSG_NOSIGNAL) !=
        static_cast<ssize_t>(bytes.size())) {
        std::perror("send");
        closeOutlet(index);
    }
}

} // namespace outlet::bench
