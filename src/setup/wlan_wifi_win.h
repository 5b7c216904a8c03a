// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QThread>
#include <memory>

#include "setup/wifi_service.h"
#include "setup/wlan_session_win.h"

namespace outlet {

/// Lists and joins Wi-Fi networks through Windows' WLAN service. What is joined is joined once:
/// Windows keeps no profile of it. The service is asked on a thread of its own.
class WlanWifi : public WifiService
{
    Q_OBJECT
public:
    explicit WlanWifi(QObject *parent = nullptr);
    ~WlanWifi() override;

    [[nodiscard]] bool isAvailable() const override { return m_isAvailable; }
    void scan() override;
    void join(const QString &ssid, SecretText password) override;
    void goBack() override;

private:
    /// What only the thread touches.
    struct Worker
    {
        std::unique_ptr<WlanSession> session;
        QString former;       ///< the profile before join(); empty: none
        bool hasLeft = false; ///< join() was asked for and goBack() not yet
    };

    /// Runs \a work on the thread.
    template <typename Work>
    void ask(Work work);
    /// Runs \a work on this object's thread.
    template <typename Work>
    void tell(Work work);
    void heard(const WlanSession::Event &event); // on any thread
    void find();                                 // on the thread
    void read();                                 // on the thread
    void end(const QByteArray &rawSsid, bool isIn, const QString &reason);

    bool m_isAvailable = false;
    QString m_joining; ///< empty: none

    Worker m_worker;
    QObject m_place; ///< lives on the thread
    QThread m_thread;
};

} // namespace outlet
