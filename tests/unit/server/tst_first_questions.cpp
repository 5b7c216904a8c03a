// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>

#include "server/first_questions.h"

using outlet::FirstQuestions;
using namespace std::chrono_literals;

class TestFirstQuestions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fewAreAskedAtOnce()
    {
        FirstQuestions questions;
        for (int i = 0; i < FirstQuestions::kAtOnce; ++i)
            QCOMPARE(questions.wait(5s).count(), 0);
    }

    void manyOneAfterAnother()
    {
        FirstQuestions questions;
        for (int i = 0; i < FirstQuestions::kAtOnce; ++i)
            QCOMPARE(questions.wait(5s).count(), 0);
        for (int i = 1; i <= 500; ++i)
            QCOMPARE(questions.wait(5s), i * FirstQuestions::kApart);
        // Those that come meanwhile queue up behind them.
        QCOMPARE(questions.wait(5100ms), 401 * FirstQuestions::kApart);
    }

    void nobodyWaitsAfterAPause()
    {
        FirstQuestions questions;
        for (int i = 0; i < 1000; ++i)
            (void)questions.wait(5s);
        for (int i = 0; i < FirstQuestions::kAtOnce; ++i)
            QCOMPARE(questions.wait(7s).count(), 0);
        QCOMPARE(questions.wait(7s), FirstQuestions::kApart);
    }
};

QTEST_APPLESS_MAIN(TestFirstQuestions)
#include "tst_first_questions.moc"
