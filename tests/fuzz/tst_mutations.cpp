// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>

#include "decode_check.h"
#include "mutator.h"
#include "vectors.h"

using outlet::test::checkDecode;
using outlet::test::loadVectors;
using outlet::test::Mutator;
using outlet::test::payloadOf;

namespace {

/// Every frame of the vectors, as bytes, but for the few huge ones.
QList<QByteArray> corpus()
{
    QList<QByteArray> frames;
    for (const auto &vector : loadVectors(QStringLiteral("frames_plain.json"), 33))
        frames << vector.all.value(QStringLiteral("input")).toString().toUtf8();
    for (const auto &vector : loadVectors(QStringLiteral("frames_aes.json"), 25)) {
        const auto hex = vector.all.value(QStringLiteral("ciphertext_hex")).toString().toLatin1();
        frames << QByteArray::fromHex(hex);
    }
    for (const auto &vector : loadVectors(QStringLiteral("malformed.json"), 60)) {
        const auto input = vector.all.value(QStringLiteral("input")).toObject();
        if (input.contains(QStringLiteral("payload")) ||
            input.contains(QStringLiteral("payload_hex")))
            frames << payloadOf(input);
    }
    return frames;
}

} // namespace

/// The checks of the fuzzer with a fixed set of inputs, for compilers without libFuzzer.
class TestMutations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void vectors()
    {
        for (const QByteArray &frame : corpus())
            checkDecode(frame);
    }

    void mutations_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (const unsigned seed : {1u, 2u, 3u, 4u})
            QTest::addRow("seed %u", seed) << seed;
    }
    void mutations()
    {
        QFETCH(unsigned, seed);
        const QList<QByteArray> frames = corpus();
        Mutator mutator(seed);
        int objects = 0;
        for (int i = 0; i < 25'000; ++i) {
            const QByteArray frame = mutator.mutate(frames);
            objects += frame.startsWith('{') && frame.endsWith('}');
            checkDecode(frame);
        }
        // Mutations that destroy everything at once would test nothing.
        QVERIFY(objects > 2'000);
    }
};

QTEST_APPLESS_MAIN(TestMutations)
#include "tst_mutations.moc"
