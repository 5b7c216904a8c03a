// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>
#include <type_traits>
#include <utility>

#include "base/secret_text.h"

using outlet::SecretText;

static_assert(!std::is_copy_constructible_v<SecretText>);
static_assert(!std::is_copy_assignable_v<SecretText>);

class TestSecretText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesTheTextOut()
    {
        QString typed;
        for (const char16_t c : {u'p', u'ä', u's', u's'})
            typed.append(QChar(c));
        const QChar *memory = typed.constData();
        const SecretText secret = SecretText::takenFrom(typed);
        QCOMPARE(secret.view(), QByteArrayView("p\xc3\xa4ss"));
        QVERIFY(typed.isEmpty());
        QVERIFY(memory != typed.constData());
    }

    void wipesWhatIsItsOwn()
    {
        char memory[] = "hunter2";
        outlet::wipe(memory, sizeof memory);
        QCOMPARE(QByteArrayView(memory, 7), QByteArrayView("\0\0\0\0\0\0\0", 7));
    }

    void growsAndMoves()
    {
        SecretText secret;
        QByteArray wanted;
        for (int i = 0; i < 1000; ++i) {
            secret.append(static_cast<char>('a' + i % 26));
            wanted.append(static_cast<char>('a' + i % 26));
        }
        QCOMPARE(secret.view(), QByteArrayView(wanted));
        SecretText moved = std::move(secret);
        QVERIFY(secret.isEmpty()); // NOLINT: that is the promise
        QCOMPARE(moved.view(), QByteArrayView(wanted));
        const SecretText second = moved.copy();
        moved.clear();
        QVERIFY(moved.isEmpty());
        QCOMPARE(second.view(), QByteArrayView(wanted));
        moved = SecretText("new");
        QCOMPARE(moved.view(), QByteArrayView("new"));
    }
};

QTEST_APPLESS_MAIN(TestSecretText)
#include "tst_secret_text.moc"
