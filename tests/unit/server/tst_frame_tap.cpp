// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "base/manual_clock.h"
#include "server/frame_tap.h"

using namespace outlet;
using namespace std::chrono_literals;

namespace {

void takeIn(FrameRing &ring, const QByteArray &json)
{
    ring.takeIn(protocol::FrameType::Text, json, protocol::decode(protocol::FrameType::Text, json));
}

} // namespace

class TestFrameTap : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bothWays()
    {
        ManualClock clock;
        FrameTap tap(clock);
        const auto ring = tap.ringOf(QStringLiteral("a"));
        const qint64 start = clock.utcMs();
        takeIn(*ring, R"({"account":"1234567","id":"a"})");
        clock.advance(1s);
        ring->takeOut(R"({"uri":"/ka"})");
        takeIn(*ring, R"({"uri":"/ka","rssi":-50,"x":"1234567"})");

        QCOMPARE(tap.find(QStringLiteral("a")), ring.get());
        QCOMPARE(ring->frames().size(), std::size_t(3));
        const TappedFrame &out = ring->frames().at(1);
        QCOMPARE(out.number, quint64(2));
        QCOMPARE(out.utcMs, start + 1000);
        QVERIFY(!out.isIncoming);
        QCOMPARE(out.text, QByteArray(R"({"uri":"/ka"})"));
        for (const TappedFrame &frame : ring->frames())
            QVERIFY(!frame.text.contains("1234567"));
        QVERIFY(ring->login());
        QCOMPARE(ring->login()->number, quint64(1));
    }

    void loginStays()
    {
        ManualClock clock;
        FrameTap tap(clock);
        const auto ring = tap.ringOf(QStringLiteral("a"));
        takeIn(*ring, R"({"account":"1234567","id":"a"})");
        for (int i = 0; i < 2 * FrameTap::kMostFrames; ++i)
            takeIn(*ring, R"({"uri":"/kr"})");
        QCOMPARE(ring->frames().size(), std::size_t(FrameTap::kMostFrames));
        QCOMPARE(ring->login()->number, quint64(1));
        QCOMPARE(ring->frames().back().number, quint64(2 * FrameTap::kMostFrames + 1));
    }

    /// Long frames, which only a hostile outlet sends, push each other out sooner.
    void bytesAreBounded()
    {
        ManualClock clock;
        FrameTap tap(clock);
        const auto ring = tap.ringOf(QStringLiteral("a"));
        const QByteArray longFrame = "{\"uri\":\"" + QByteArray(3000, 'x') + "\"}";
        for (int i = 0; i < FrameTap::kMostFrames; ++i)
            takeIn(*ring, longFrame);
        qsizetype bytes = 0;
        for (const TappedFrame &frame : ring->frames())
            bytes += frame.text.size();
        QVERIFY(bytes <= FrameTap::kMostBytes);
        QVERIFY(bytes > FrameTap::kMostBytes / 2);
    }

    /// The more outlets, the less of each; with thousands nothing, but of those that are looked at.
    void budget()
    {
        ManualClock clock;
        FrameTap tap(clock);
        const auto first = tap.ringOf(QStringLiteral("first"));
        for (int i = 0; i < 600; ++i)
            first->takeOut("x");
        QCOMPARE(first->frames().size(), std::size_t(500));
        for (int i = 0; i < 100; ++i)
            static_cast<void>(tap.ringOf(QString::number(i)));
        QCOMPARE(first->frames().size(), std::size_t(128));
        for (int i = 100; i < 4000; ++i)
            static_cast<void>(tap.ringOf(QString::number(i)));
        QVERIFY(!first->isKeeping());
        QVERIFY(first->frames().empty());

        QSignalSpy taken(&tap, &FrameTap::frameTaken);
        tap.watch(QStringLiteral("first"));
        tap.watch(QStringLiteral("not here yet"));
        first->takeOut("x");
        tap.ringOf(QStringLiteral("17"))->takeOut("x");
        tap.ringOf(QStringLiteral("not here yet"))->takeOut("x");
        QCOMPARE(taken.size(), 2);
        QCOMPARE(taken.at(0).at(0).toString(), QStringLiteral("first"));
        QCOMPARE(first->frames().size(), std::size_t(1));
        tap.watch(QStringLiteral("first"));
        tap.unwatch(QStringLiteral("first"));
        QVERIFY(first->isKeeping());
        tap.unwatch(QStringLiteral("first"));
        QVERIFY(!first->isKeeping());
        for (int i = 0; i < 4000; ++i)
            tap.forget(QString::number(i));
        first->takeOut("x");
        QCOMPARE(taken.size(), 2);
        QCOMPARE(first->frames().size(), std::size_t(1));
        QVERIFY(!tap.find(QStringLiteral("17")));
    }
};

QTEST_GUILESS_MAIN(TestFrameTap)
#include "tst_frame_tap.moc"
