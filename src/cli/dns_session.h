// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <functional>

#include "base/clock.h"
#include "cli/setup_arguments.h"
#include "setup/dns_check.h"

namespace outlet {

/// One run of `outletctl setup check-dns`.
class DnsSession : public QObject
{
    Q_OBJECT
public:
    using Write = std::function<bool(const QByteArray &)>;

    DnsSession(const SetupCommand &command, Clock &clock, Write out, QObject *parent = nullptr);

    /// Begins; ended() follows: Done whatever the answers are.
    void start();

Q_SIGNALS:
    void ended(outlet::ExitCode code);

private:
    void show();

    bool m_json;
    DnsCheck m_check;
    Write m_out;
};

} // namespace outlet
