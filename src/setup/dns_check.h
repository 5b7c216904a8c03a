// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtNetwork/QHostAddress>
#include <memory>
#include <vector>

#include "base/clock.h"

namespace outlet {

/// Whether the names that outlets ask for lead to this computer, as the system's resolver sees it
/// and as the router answers when asked directly: outlets ask the router. One thread.
class DnsCheck : public QObject
{
    Q_OBJECT
public:
    enum class Answer {
        Checking,
        Here,      ///< only addresses of this computer
        Elsewhere, ///< another address, or another one besides
        NoAnswer,  ///< no address, an error, or nothing at all
    };

    /// The state of one name at one resolver.
    struct Entry
    {
        QString name;
        QHostAddress resolver; ///< null: the system's
        Answer answer = Answer::Checking;
        QStringList addresses; ///< what was answered, IPv4
        QString detail;        ///< of NoAnswer: why, in the system's words
        /// Of NoAnswer: nobody answered at all, rather than that there is no such name.
        bool isResolverSilent = false;
    };

    static constexpr std::chrono::milliseconds kLimit{5'000};
    static constexpr std::chrono::milliseconds kRefresh{10'000};

    explicit DnsCheck(Clock &clock, QObject *parent = nullptr);
    ~DnsCheck() override;

    /// The addresses that count as here: where the server listens, or all of this computer.
    void setHere(const QList<QHostAddress> &here);
    /// Whom to ask; a null address stands for the system's resolver. The default is the system's
    /// and, where it is known, the router's.
    void setResolvers(const QList<QHostAddress> &resolvers);
    /// Looks every kRefresh as long as it is on, from now.
    void setRefreshing(bool on);

    /// Asks everybody about every name; what was known stays shown until the answer is there.
    void refresh();
    /// Forgets what is on its way.
    void stop();

    [[nodiscard]] const QList<Entry> &entries() const { return m_entries; }
    /// True while an answer is waited for.
    [[nodiscard]] bool isChecking() const { return m_waiting > 0; }

Q_SIGNALS:
    /// One entry changed, or their number.
    void changed();
    /// All answers of a refresh() are there.
    void finished();

protected:
    /// What a resolver said.
    struct Reply
    {
        QStringList addresses;
        QString detail;
        bool isResolverSilent = false;
    };

    /// Asks what the entry at \a index is about; take() follows, unless stop() comes first.
    virtual void ask(qsizetype index);
    void take(qsizetype index, const Reply &reply);

private:
    class Lookup;

    void fill();
    [[nodiscard]] Answer judge(const QStringList &addresses) const;

    Clock &m_clock;
    ClockTimer m_refreshTimer;
    QList<QHostAddress> m_here;
    QList<QHostAddress> m_resolvers;
    QList<Entry> m_entries;
    std::vector<std::unique_ptr<Lookup>> m_lookups;
    int m_waiting = 0;
};

/// The router: where packets go that leave the home network; null when it is not known. Reads a
/// small table of the system.
[[nodiscard]] QHostAddress defaultGateway();

/// "here", "elsewhere", "noAnswer", "checking": the words of outletctl --json.
[[nodiscard]] QString dnsAnswerName(DnsCheck::Answer answer);

} // namespace outlet
