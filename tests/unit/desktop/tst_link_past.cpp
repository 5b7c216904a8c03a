// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>

#include "desktop/diagnostics/link_past.h"

using namespace outlet;

namespace {

constexpr qint64 kMinute = 60'000;

} // namespace

/// The last day of a link, from the history and from what the program remembers.
class TestLinkPast : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void silencesLieOverTheHistory()
    {
        using State = LinkPast::State;
        LinkAnswer answer;
        answer.spans = {{{0, 10 * kMinute}, LinkSpan::State::Online},
                        {{10 * kMinute, 20 * kMinute}, LinkSpan::State::NotRecording},
                        {{20 * kMinute, 60 * kMinute}, LinkSpan::State::Online},
                        {{60 * kMinute, 90 * kMinute}, LinkSpan::State::Offline}};
        answer.signal = {{{0, kMinute}, -58}, {{kMinute, 2 * kMinute}, -77}};
        const QList<LinkChange> changes{{20 * kMinute, LinkState::Online, LinkReason::LoggedIn},
                                        {30 * kMinute, LinkState::Silent, LinkReason::NoAnswer},
                                        {32 * kMinute, LinkState::Online, LinkReason::Heard},
                                        {58 * kMinute, LinkState::Silent, LinkReason::NoAnswer},
                                        {60 * kMinute, LinkState::Offline, LinkReason::GivenUp}};
        const LinkPast past(answer, changes, {0, 90 * kMinute});
        QCOMPARE(past.spans(),
                 (QList<LinkPast::Span>{{{0, 10 * kMinute}, State::Online},
                                        {{10 * kMinute, 20 * kMinute}, State::NotRunning},
                                        {{20 * kMinute, 30 * kMinute}, State::Online},
                                        {{30 * kMinute, 32 * kMinute}, State::Silent},
                                        {{32 * kMinute, 58 * kMinute}, State::Online},
                                        {{58 * kMinute, 60 * kMinute}, State::Silent},
                                        {{60 * kMinute, 90 * kMinute}, State::Offline}}));
        QCOMPARE(past.weakestDbm(), std::optional<int>(-77));
        QCOMPARE(past.summary(), QStringLiteral("Online 46 min, silent 2 times for 4 min, offline "
                                                "30 min, Outlet was not running 10 min"));
    }

    /// Of a new outlet there is no history: what the program saw itself is shown.
    void withoutHistory()
    {
        const QList<LinkChange> changes{{kMinute, LinkState::Online, LinkReason::LoggedIn},
                                        {3 * kMinute, LinkState::Silent, LinkReason::Closed}};
        const LinkPast past(std::nullopt, changes, {0, 4 * kMinute});
        QCOMPARE(past.spans().size(), 2);
        QCOMPARE(past.spans().first().range, (TimeRange{kMinute, 3 * kMinute}));
        QCOMPARE(past.summary(), QStringLiteral("Online 2 min, silent once for 1 min"));
        QVERIFY(!past.weakestDbm());
        QCOMPARE(LinkPast({}, {}, {0, kMinute}).summary(), QStringLiteral("Not heard yet"));
    }
};

QTEST_GUILESS_MAIN(TestLinkPast)
#include "tst_link_past.moc"
