// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QString>
#include <QtNetwork/QHostAddress>

namespace outlet {

/// Decides whether an outlet that logs in is the one being set up. The protocol has no proof of it:
/// firmware 2.123 tells its id when it is set up, for others the address and the moment must do.
class LoginMatcher
{
public:
    enum class Verdict {
        Ours,
        Stranger,   ///< new, at this very moment, but not from where it should be
        Irrelevant, ///< an outlet that was there before, or comes back
    };

    LoginMatcher() = default;
    /// \a online: the outlets that were logged in at the start, with their addresses.
    explicit LoginMatcher(QHash<QString, QString> online)
        : m_online(std::move(online))
    {
    }

    /// The network and the password were told: from now on a login can be the answer.
    void setTold() { m_isTold = true; }
    /// Whoever is set up has this address.
    void setAddress(const QHostAddress &address) { m_address = address; }
    /// Whoever is set up has this id; then nothing else counts.
    void setId(const QString &id) { m_id = id; }

    [[nodiscard]] Verdict judge(const QString &id, const QString &address, bool isNew) const;

private:
    QHash<QString, QString> m_online;
    QHostAddress m_address;
    QString m_id;
    bool m_isTold = false;
};

} // namespace outlet
