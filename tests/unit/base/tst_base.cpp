// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>
#include <memory>

#include "base/logging.h"
#include "base/rate_limiter.h"
#include "base/result.h"
#include "base/version.h"

using namespace outlet;
using namespace std::chrono_literals;

/// The small parts of base: what may be logged, how, and results.
class TestBase : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void limiterAllowsTheFirstAndThenOnePerPeriod()
    {
        RateLimiter limiter(10min);
        const QString kind = QStringLiteral("not-json");
        QCOMPARE(limiter.allow(kind, 0ms), quint64(1));
        QCOMPARE(limiter.allow(kind, 1ms), quint64(0));
        QCOMPARE(limiter.allow(kind, 10min - 1ms), quint64(0));
        QCOMPARE(limiter.allow(kind, 10min), quint64(3)); // this one and the two held back
        QCOMPARE(limiter.allow(kind, 20min), quint64(1));
    }

    void limiterKeepsKindsApart()
    {
        RateLimiter limiter(10min);
        QCOMPARE(limiter.allow(QStringLiteral("a"), 1ms), quint64(1));
        QCOMPARE(limiter.allow(QStringLiteral("b"), 1ms), quint64(1));
    }

    void limiterIsBounded()
    {
        RateLimiter limiter(10min, 2);
        QCOMPARE(limiter.allow(QStringLiteral("a"), 0ms), quint64(1));
        QCOMPARE(limiter.allow(QStringLiteral("b"), 0ms), quint64(1));
        quint64 allowed = 0;
        for (int i = 0; i < 1000; ++i)
            allowed += limiter.allow(QString::number(i), 0ms) > 0 ? 1 : 0;
        QCOMPARE(allowed, quint64(1)); // everything else shares one
        QCOMPARE(limiter.allow(QStringLiteral("one more"), 10min), quint64(1000));
        QCOMPARE(limiter.allow(QStringLiteral("a"), 10min), quint64(1));
    }

    void escaped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << QStringLiteral("/ka ~") << QStringLiteral("/ka ~");
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("line feed") << QStringLiteral("a\nb") << QStringLiteral("a\\u000ab");
        QTest::newRow("escape") << QStringLiteral("\x1b[31m") << QStringLiteral("\\u001b[31m");
        QTest::newRow("quotes") << QStringLiteral("\"\\") << QStringLiteral("\\\"\\\\");
        QTest::newRow("DEL") << QStringLiteral("\x7f") << QStringLiteral("\\u007f");
        QTest::newRow("right to left") << QString(QChar(0x202e)) << QStringLiteral("\\u202e");
        QTest::newRow("NUL") << QString(QChar(0)) << QStringLiteral("\\u0000");
    }
    void escaped()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(escapedForLog(text), expected);
    }

    void escapedIsCut()
    {
        const QString exact(200, u'a');
        QCOMPARE(escapedForLog(exact), exact);
        const QString cut = escapedForLog(QString(60'000, u'a'));
        QCOMPARE(cut, QString(197, u'a') + QStringLiteral("..."));
        // An escape is whole or not there.
        const QString controls = escapedForLog(QString(100, u'\n'), 20);
        QCOMPARE(controls, QStringLiteral("\\u000a\\u000a..."));
        for (int max = 0; max < 30; ++max)
            QVERIFY(escapedForLog(QString(100, u'\n'), max).size() <= max);
    }

    void result()
    {
        const Result<int, QString> good(7);
        QVERIFY(good.ok());
        QVERIFY(static_cast<bool>(good));
        QCOMPARE(good.value(), 7);
        QCOMPARE(*good, 7);
        const Result<int, QString> bad(QStringLiteral("no"));
        QVERIFY(!bad.ok());
        QCOMPARE(bad.error(), QStringLiteral("no"));
    }

    void resultMoves()
    {
        Result<std::unique_ptr<int>, int> result(std::make_unique<int>(3));
        const std::unique_ptr<int> taken = std::move(result).value();
        QCOMPARE(*taken, 3);
        Result<QString, int> text(QStringLiteral("abc"));
        text.value() += u'd';
        QCOMPARE(text->size(), 4);
    }
};

QTEST_APPLESS_MAIN(TestBase)
#include "tst_base.moc"
