// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "control/control_client.h"
#include "setup/login_source.h"

namespace outlet {

/// Tells a set-up what happens to the outlets of a running outlet or outletd, over its control
/// channel.
class ControlLogins : public LoginSource
{
    Q_OBJECT
public:
    explicit ControlLogins(QObject *parent = nullptr);

    /// Begins; false when nothing runs with this data folder. ready() follows.
    [[nodiscard]] bool open(const QString &dataDir);

    [[nodiscard]] QHash<QString, QString> online() const override { return m_online; }
    void accept(const QString &id) override;

    /// Tells the running program which address an outlet was told, so that it notices a change.
    void remember(const QHostAddress &address);
    /// The port that the running program listens on; 0 while it does not listen.
    [[nodiscard]] quint16 serverPort() const { return m_serverPort; }

Q_SIGNALS:
    /// What is online and where the server listens is known.
    void ready();
    /// The answer to remember(), whatever it is.
    void remembered();
    /// The program has ended, or refuses to tell; \a text is a sentence.
    void lost(const QString &text);

private:
    void answered(qint64 id, const control::Outcome &outcome);
    void happened(const QJsonObject &event);

    ControlClient m_client;
    QHash<QString, QString> m_online;
    quint16 m_serverPort = 0;
    qint64 m_listId = 0;
    qint64 m_statusId = 0;
    qint64 m_rememberId = 0;
};

} // namespace outlet
