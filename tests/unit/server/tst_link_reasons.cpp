// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
// Why a link is in its state, as the session notes it.
#include <QtTest/QTest>

#include "base/manual_clock.h"
#include "outlets/outlet.h"
#include "server/link_end.h"
#include "server/outlet_session.h"

using namespace outlet;
using namespace std::chrono_literals;

namespace {

class QuietLink : public LinkEnd
{
public:
    void send(const QByteArray &) override {}
    void close(quint16) override
    {
        if (session)
            session->linkClosed(*this);
    }
    const QString &peerAddress() const override { return m_address; }
    bool isEncrypted() const override { return false; }

    OutletSession *session = nullptr; ///< told of the closing, as a real link does

private:
    QString m_address = QStringLiteral("192.168.1.7");
};

OutletRecord knownRecord()
{
    OutletRecord record;
    record.id = QStringLiteral("outlet-a");
    record.decision = Decision::Known;
    return record;
}

} // namespace

class TestLinkReasons : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_outlet = std::make_unique<Outlet>(knownRecord(), m_clock);
        m_session = std::make_unique<OutletSession>(*m_outlet, m_clock, m_options);
        m_link.session = m_other.session = m_session.get();
    }
    void cleanup()
    {
        m_link.session = m_other.session = nullptr;
        m_session.reset();
    }

    void comesAndGoes()
    {
        m_session->expect();
        logIn(m_link);
        const qint64 loggedIn = m_clock.utcMs();
        m_clock.advance(1s);
        m_session->linkClosed(m_link);
        m_clock.advance(5s);
        QCOMPARE(reasons(), (QList<LinkReason>{LinkReason::Expected, LinkReason::LoggedIn,
                                               LinkReason::Closed, LinkReason::NotBack}));
        QCOMPARE(changes().at(1), (LinkChange{loggedIn, LinkState::Online, LinkReason::LoggedIn}));
        QCOMPARE(changes().at(2).state, LinkState::Silent);
        QCOMPARE(changes().at(3),
                 (LinkChange{loggedIn + 6000, LinkState::Offline, LinkReason::NotBack}));
        QCOMPARE(m_outlet->loginFacts(),
                 (LoginFacts{QStringLiteral("wifi-switch"), QStringLiteral("1.5"), loggedIn}));
    }

    void neverComes()
    {
        m_session->expect();
        m_clock.advance(60s);
        QCOMPARE(reasons(), (QList<LinkReason>{LinkReason::Expected, LinkReason::NeverCame}));
    }

    void ceasesToAnswer()
    {
        logIn(m_link);
        m_clock.advance(65s);
        QCOMPARE(reasons().last(), LinkReason::NoAnswer);
        m_session->receive(protocol::KeepAlive{-50});
        QCOMPARE(reasons().last(), LinkReason::Heard);
        m_clock.advance(180s);
        QCOMPARE(reasons(),
                 (QList<LinkReason>{LinkReason::LoggedIn, LinkReason::NoAnswer, LinkReason::Heard,
                                    LinkReason::NoAnswer, LinkReason::GivenUp}));
    }

    /// The state does not change, and yet it is worth knowing: its connection before was broken.
    void logsInAnew()
    {
        logIn(m_link);
        logIn(m_other);
        QCOMPARE(reasons(), (QList<LinkReason>{LinkReason::LoggedIn, LinkReason::LoggedInAnew}));
        m_session->shutDown();
        QCOMPARE(reasons().last(), LinkReason::ServerStopped);
    }

    void onlyTheLastOnes()
    {
        for (int i = 0; i < LinkJournal::kMost; ++i) {
            logIn(m_link);
            m_session->linkClosed(m_link);
        }
        QCOMPARE(changes().size(), LinkJournal::kMost);
        QCOMPARE(reasons().last(), LinkReason::Closed);
    }

    void countsSince()
    {
        const qint64 start = m_clock.utcMs();
        m_clock.advance(10s);
        m_session->countRefused(QStringLiteral("before-login"), 3);
        QCOMPARE(m_outlet->ignoredCounts().value(QStringLiteral("before-login")), quint64(3));
        QCOMPARE(m_outlet->ignoredSinceUtcMs(), start);
        m_outlet->resetIgnoredCounts();
        QVERIFY(m_outlet->ignoredCounts().isEmpty());
        QCOMPARE(m_outlet->ignoredSinceUtcMs(), start + 10'000);
    }

private:
    void logIn(QuietLink &link)
    {
        protocol::Login login;
        login.id = m_outlet->id();
        login.type = QStringLiteral("wifi-switch");
        login.deviceVersion = QStringLiteral("1.5");
        m_session->login(link, login);
    }
    [[nodiscard]] const QList<LinkChange> &changes() const
    {
        return m_outlet->linkJournal().changes();
    }
    [[nodiscard]] QList<LinkReason> reasons() const
    {
        QList<LinkReason> all;
        for (const LinkChange &change : changes())
            all.append(change.reason);
        return all;
    }

    ManualClock m_clock;
    ServerOptions m_options;
    QuietLink m_link;
    QuietLink m_other;
    std::unique_ptr<Outlet> m_outlet;
    std::unique_ptr<OutletSession> m_session;
};

QTEST_GUILESS_MAIN(TestLinkReasons)
#include "tst_link_reasons.moc"
