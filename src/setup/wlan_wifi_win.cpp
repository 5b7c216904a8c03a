// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup/wlan_wifi_win.h"

#include <algorithm>
#include <utility>

namespace outlet {

WlanWifi::WlanWifi(QObject *parent)
    : WifiService(parent)
{
    m_place.moveToThread(&m_thread);
    m_thread.start();
    ask([this] {
        m_worker.session = std::make_unique<WlanSession>(
            [this](const WlanSession::Event &event) { heard(event); });
        find();
    });
}

WlanWifi::~WlanWifi()
{
    // The session ends on its thread, after what was asked before; no event comes after that.
    ask([this] {
        m_worker.session.reset();
        m_thread.quit();
    });
    m_thread.wait();
}

template <typename Work>
void WlanWifi::ask(Work work)
{
    QMetaObject::invokeMethod(&m_place, std::move(work), Qt::QueuedConnection);
}

template <typename Work>
void WlanWifi::tell(Work work)
{
    QMetaObject::invokeMethod(this, std::move(work), Qt::QueuedConnection);
}

void WlanWifi::heard(const WlanSession::Event &event)
{
    switch (event.kind) {
    case WlanSession::Event::AdaptersChanged:
        return ask([this] { find(); });
    case WlanSession::Event::NetworksChanged:
        return ask([this] { read(); });
    case WlanSession::Event::Joined:
    case WlanSession::Event::NotJoined:
        ask([this] { read(); });
        return tell([this, event] {
            end(event.rawSsid, event.kind == WlanSession::Event::Joined, event.reason);
        });
    }
}

void WlanWifi::find()
{
    if (!m_worker.session)
        return;
    const bool isAvailable = m_worker.session->findAdapter();
    tell([this, isAvailable] {
        if (!isAvailable)
            setNetworks({});
        if (isAvailable == m_isAvailable)
            return;
        m_isAvailable = isAvailable;
        Q_EMIT availableChanged();
    });
    read();
}

void WlanWifi::read()
{
    if (!m_worker.session)
        return;
    auto found = m_worker.session->networks();
    if (!found)
        return;
    tell([this, seen = std::move(*found)] {
        if (!m_isAvailable)
            return;
        setNetworks(seen);
    });
}

void WlanWifi::scan()
{
    ask([this] {
        if (m_worker.session)
            m_worker.session->scan();
        read();
    });
}

void WlanWifi::join(const QString &ssid, SecretText password)
{
    if (!m_isAvailable)
        return WifiService::join(ssid, std::move(password));
    m_joining = ssid;
    const QByteArray rawSsid = ssid.toUtf8();
    if (std::none_of(networks().begin(), networks().end(),
                     [&ssid](const WifiNetwork &network) { return network.ssid == ssid; })) {
        tell([this, ssid, rawSsid] {
            end(rawSsid, false,
                tr("“%1” is not in reach any more. Go closer and search again.").arg(ssid));
        });
        return;
    }
    const auto secret = std::make_shared<SecretText>(std::move(password));
    ask([this, rawSsid, secret] {
        if (!m_worker.session)
            return;
        if (!std::exchange(m_worker.hasLeft, true))
            m_worker.former = m_worker.session->currentProfile();
        const QString problem = m_worker.session->join(rawSsid, *secret);
        if (!problem.isEmpty())
            tell([this, rawSsid, problem] { end(rawSsid, false, problem); });
    });
}

void WlanWifi::end(const QByteArray &rawSsid, bool isIn, const QString &reason)
{
    if (m_joining.isEmpty() || m_joining.toUtf8() != rawSsid)
        return; // of another network
    const QString ssid = std::exchange(m_joining, {});
    if (isIn) {
        Q_EMIT joined(ssid);
        return;
    }
    goBack();
    Q_EMIT joinFailed(ssid, reason.isEmpty() ? tr("The network did not let this computer in.")
                                             : tr("Windows does not join it: %1").arg(reason));
}

void WlanWifi::goBack()
{
    m_joining.clear();
    ask([this] {
        if (m_worker.session && std::exchange(m_worker.hasLeft, false))
            m_worker.session->goTo(std::exchange(m_worker.former, {}));
    });
}

} // namespace outlet
