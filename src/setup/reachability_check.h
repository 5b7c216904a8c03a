// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QTcpSocket>
#include <memory>

#include "base/clock.h"

namespace outlet {

/// Whether a TCP port of this computer answers at one of its own addresses. It can say no for sure;
/// a yes does not exclude a firewall that treats other computers differently. One thread.
class ReachabilityCheck : public QObject
{
    Q_OBJECT
public:
    enum class Result {
        Reachable,
        Refused,  ///< nothing listens at this address
        NoAnswer, ///< something swallows the attempt
    };
    static constexpr std::chrono::milliseconds kLimit{3'000};

    explicit ReachabilityCheck(Clock &clock, QObject *parent = nullptr);
    ~ReachabilityCheck() override;

    /// Begins anew; finished() follows, never from within this call.
    virtual void start(const QHostAddress &address, quint16 port);
    /// Closes the socket; no signal follows.
    virtual void stop();

Q_SIGNALS:
    void finished(outlet::ReachabilityCheck::Result result);

private:
    void end(Result result);

    ClockTimer m_limit;
    std::unique_ptr<QTcpSocket> m_socket;
};

} // namespace outlet
