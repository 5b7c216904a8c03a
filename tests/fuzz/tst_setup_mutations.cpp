// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QJsonArray>
#include <QtTest/QTest>

#include "mutator.h"
#include "protocol/announce.h"
#include "protocol/esptouch.h"
#include "protocol/framing.h"
#include "protocol/provisioning.h"
#include "setup_check.h"
#include "vectors.h"

using namespace outlet::protocol;
using namespace outlet::test;

namespace {

/// What the vectors of setting up consist of, as bytes.
QList<QByteArray> corpus()
{
    QList<QByteArray> all;
    for (const Vector &vector : loadVectors(QStringLiteral("provisioning_tcp.json"), 16)) {
        const QJsonObject input = vector.all.value(QStringLiteral("input")).toObject();
        QByteArray stream = input.value(QStringLiteral("json")).toString().toUtf8();
        for (const QJsonValueRef chunk : input.value(QStringLiteral("chunks_hex")).toArray())
            stream += QByteArray::fromHex(chunk.toString().toLatin1());
        all << stream << encryptMessage(stream);
    }
    for (const Vector &vector : loadVectors(QStringLiteral("esptouch.json"), 10)) {
        const QJsonObject input = vector.all.value(QStringLiteral("input")).toObject();
        all << QByteArray::fromHex(
            input.value(QStringLiteral("datagram_hex")).toString().toLatin1());
    }
    // A whole transmission, two bytes for each length.
    const auto sequence = encodeEspTouch({"Maple House", "correct horse", {}, 0xc0a80132, {}});
    QByteArray lengths;
    for (const int length : sequence->dataLengths) {
        lengths += static_cast<char>(length >> 8);
        lengths += static_cast<char>(length);
    }
    all << lengths;
    return all;
}

} // namespace

/// The checks of the fuzzer with a fixed set of inputs, for compilers without libFuzzer.
class TestSetupMutations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void vectors()
    {
        for (const QByteArray &bytes : corpus())
            checkSetup(bytes);
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
        const QList<QByteArray> all = corpus();
        Mutator mutator(seed);
        int answers = 0;
        for (int i = 0; i < 3'000; ++i) {
            const QByteArray bytes = mutator.mutate(all);
            checkSetup(bytes);
            ProvisioningReceiver receiver;
            if (receiver.append(bytes))
                answers += receiver.next().has_value();
        }
        QVERIFY(answers > 300); // mutations that destroy everything would test nothing
    }
};

QTEST_APPLESS_MAIN(TestSetupMutations)
#include "tst_setup_mutations.moc"
