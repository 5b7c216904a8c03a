// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>
#include <random>

#include "decode_check.h"
#include "vectors.h"

using outlet::test::checkDecode;
using outlet::test::loadVectors;
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

/// A bad copyist: always the same one for the same seed.
class Mutator
{
public:
    explicit Mutator(unsigned seed)
        : m_random(seed)
    {
    }

    QByteArray mutate(const QList<QByteArray> &frames)
    {
        QByteArray frame = frames.at(below(frames.size()));
        for (qsizetype i = 1 + below(4); i > 0; --i)
            change(frame, frames.at(below(frames.size())));
        return frame;
    }

private:
    qsizetype below(qsizetype limit)
    {
        return limit > 0 ? static_cast<qsizetype>(m_random() % static_cast<unsigned>(limit)) : 0;
    }

    void change(QByteArray &frame, const QByteArray &other)
    {
        static const QByteArrayList tokens{"{",
                                           "}",
                                           "[",
                                           "]",
                                           ":",
                                           ",",
                                           "\"",
                                           "\\",
                                           " ",
                                           "\n",
                                           "null",
                                           "true",
                                           "1e5",
                                           "-0",
                                           "0.5",
                                           "NaN",
                                           "\"uri\":",
                                           "\"id\":",
                                           "0x",
                                           "\\u0",
                                           "\\ud8",
                                           "\xff",
                                           "\xc3",
                                           "\xef\xbb",
                                           "/ka\"",
                                           "\"relay\":",
                                           "\"e\":",
                                           "99999999999999999999",
                                           "ffffffffffffffff",
                                           QByteArray(1, '\0')};
        const qsizetype at = below(frame.size() + 1);
        switch (below(7)) {
        case 0:
            frame.insert(at, tokens.at(below(tokens.size())));
            break;
        case 1:
            frame.remove(at, 1 + below(8));
            break;
        case 2:
            frame.truncate(at);
            break;
        case 3:
            if (at < frame.size())
                frame[at] = static_cast<char>(frame.at(at) ^ (1 << below(8)));
            break;
        case 4:
            frame.insert(at, static_cast<char>(below(256)));
            break;
        case 5: // the beginning of one and the end of another
            frame = frame.first(at) + other.sliced(below(other.size()));
            break;
        default: { // a piece twice
            const QByteArray piece = frame.mid(at, below(24));
            frame.insert(below(frame.size() + 1), piece);
        }
        }
    }

    std::mt19937 m_random; // the standard fixes its numbers, unlike those of distributions
};

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
