// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace outlet::bench {

/// Many outlets in one thread on one epoll descriptor: just enough WebSocket to log in, answer
/// /getRuntime, send /ka and /report, and time the /kr. 127.0.0.1 only.
class Load
{
public:
    Load(std::uint16_t port, int outlets);
    ~Load();
    Load(const Load &) = delete;
    Load &operator=(const Load &) = delete;

    /// Connects and logs everybody in, at most \a window at a time (0 = all at once). Returns the
    /// seconds until the last login reply; negative when \a timeoutSeconds passed before that.
    double logIn(int window, double timeoutSeconds);
    /// Closes every connection at once.
    void dropAll();
    /// Every outlet sends a report and a /ka as soon as its last /kr has come. Returns the messages
    /// (both kinds) per second that were sent and, by their /kr, known to be handled.
    double saturate(double seconds);
    /// Sends \a perSecond messages, a report and a /ka in turn, spread over the outlets; returns
    /// the milliseconds from each /ka to its /kr, sorted.
    std::vector<double> paced(int perSecond, double seconds);
    /// Answers what the server asks for \a seconds.
    void idle(double seconds);
    [[nodiscard]] int loggedIn() const { return m_loggedIn; }

private:
    enum class State { Closed, Connecting, Upgrading, LoggingIn, LoggedIn };
    struct Outlet
    {
        int fd = -1;
        State state = State::Closed;
        std::string in;
        double keepAliveSentAt = -1;
    };

    void connectOutlet(int index);
    void closeOutlet(int index);
    void pump(double waitSeconds);
    void readable(int index);
    void handleText(int index, const char *text, std::size_t size);
    void sendText(int index, const std::string &text);
    void sendRaw(int index, const std::string &bytes);

    std::uint16_t m_port;
    int m_epoll;
    std::vector<Outlet> m_outlets;
    int m_loggedIn = 0;
    int m_inProgress = 0;
    bool m_saturating = false;
    long m_handled = 0;
    std::vector<double> *m_latencies = nullptr;
};

/// Monotonic seconds.
[[nodiscard]] double nowSeconds();

} // namespace outlet::bench
