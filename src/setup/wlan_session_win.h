// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>
#include <functional>
#include <memory>
#include <optional>

#include "base/secret_text.h"
#include "setup/wifi_service.h"

namespace outlet {

/// One client of Windows' WLAN service, with the first adapter that is ready. Calls ask another
/// process and wait for it: not for the main thread. All from one thread.
class WlanSession
{
public:
    /// What Windows tells by itself.
    struct Event
    {
        enum Kind {
            AdaptersChanged, ///< one came or went, or was switched on or off
            NetworksChanged, ///< a scan ended, or this computer is in another network
            Joined,          ///< to rawSsid
            NotJoined,       ///< rawSsid, for reason
        };
        Kind kind = NetworksChanged;
        QByteArray rawSsid = {};
        QString reason = {}; ///< in Windows' words
    };
    /// Called on a thread of Windows'.
    using Listener = std::function<void(const Event &)>;

    explicit WlanSession(Listener listener);
    /// No event comes after this.
    ~WlanSession();
    Q_DISABLE_COPY_MOVE(WlanSession)

    /// Looks for an adapter anew; false without one, or when Windows does not tell of networks
    /// (the service does not run, or programs may not know the location).
    [[nodiscard]] bool findAdapter();
    /// The access points that the adapter has seen lately; those with a name that is no UTF-8 are
    /// left out. Nothing when Windows does not tell.
    [[nodiscard]] std::optional<QList<WifiNetwork>> networks() const;
    /// Asks for a new look; NetworksChanged follows.
    void scan();
    /// The profile of the network that this computer is in; empty without one.
    [[nodiscard]] QString currentProfile() const;
    /// Joins for once, with nothing remembered; an event follows. Otherwise why not.
    [[nodiscard]] QString join(const QByteArray &rawSsid, const SecretText &password);
    /// Joins the network of a profile that Windows knows, or leaves the current one without a name.
    void goTo(const QString &profile);

private:
    class Library;
    struct Adapter;

    const std::unique_ptr<Library> m_library;
    const Listener m_listener;
    std::unique_ptr<Adapter> m_adapter;
};

} // namespace outlet
