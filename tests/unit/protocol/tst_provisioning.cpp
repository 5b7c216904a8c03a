// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include "protocol/framing.h"
#include "protocol/provisioning.h"
#include "vectors.h"

using namespace outlet::protocol;
using outlet::test::loadVectors;
using outlet::test::Vector;

namespace {

constexpr int kCases = 16;

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1StringView(key)).toString();
}

QByteArray bytes(const QJsonValue &hex)
{
    return QByteArray::fromHex(hex.toString().toLatin1());
}

/// All answers that \a chunks contain, the end included.
QList<ProvisioningReply> replies(const QByteArrayList &chunks)
{
    ProvisioningReceiver receiver;
    QList<ProvisioningReply> all;
    for (const QByteArray &chunk : chunks) {
        if (!receiver.append(chunk))
            qFatal("too much");
        while (const auto reply = receiver.next())
            all.append(*reply);
    }
    if (const auto reply = receiver.finish())
        all.append(*reply);
    return all;
}

QByteArrayList eachByte(const QByteArray &all)
{
    QByteArrayList single;
    for (const char byte : all)
        single.append(QByteArray(1, byte));
    return single;
}

} // namespace

class TestProvisioning : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void vectors_data()
    {
        QTest::addColumn<QJsonObject>("all");
        for (const Vector &vector : loadVectors(QStringLiteral("provisioning_tcp.json"), kCases))
            QTest::newRow(qPrintable(vector.name)) << vector.all;
    }

    void vectors()
    {
        QFETCH(QJsonObject, all);
        const QJsonObject input = all.value(QStringLiteral("input")).toObject();
        const QJsonObject expected = all.value(QStringLiteral("expected")).toObject();
        if (text(all, "direction") == u"app_to_outlet")
            checkRequest(input, expected);
        else
            checkReply(input, expected);
    }

    void requestIsThatOfTheVectors()
    {
        for (const Vector &vector : loadVectors(QStringLiteral("provisioning_tcp.json"), kCases)) {
            if (vector.name != u"minimal_adapt0_order" && vector.name != u"utf8_ssid" &&
                vector.name != u"quotes_in_password" && vector.name != u"open_network" &&
                vector.name != u"worst_case_minimal_fields")
                continue;
            const QByteArray wanted =
                text(vector.all.value(QStringLiteral("input")).toObject(), "json").toUtf8();
            const QJsonObject fields = QJsonDocument::fromJson(wanted).object();
            const QByteArray ssid = text(fields, "wifiID").toUtf8();
            const QByteArray password = text(fields, "wifiPassword").toUtf8();
            const auto json = encodeConfigRequest({ssid, password, {}, text(fields, "serverIP")});
            QVERIFY(json);
            if (fields.contains(QStringLiteral("wifiBssid")))
                QCOMPARE(json->view().toByteArray(), wanted);
            else // an empty one fits as well
                QCOMPARE(json->view().toByteArray().replace("\"wifiBssid\":\"\",", ""), wanted);
        }
    }

    void optionalFieldGoesFirst()
    {
        const QByteArray ssid(32, 's');
        const QByteArray password(63, 'p');
        ConfigRequest request{ssid, password, QStringLiteral("aa:bb:cc:11:22:33"),
                              QStringLiteral("255.255.255.255")};
        QVERIFY(encodeConfigRequest(request)->view().contains("wifiBssid"));
        const QByteArray quotes(30, '"');
        const QByteArray longer = QByteArray(30, 'p') + quotes;
        request.password = longer;
        const auto json = encodeConfigRequest(request);
        QVERIFY(json);
        QVERIFY(!json->view().contains("wifiBssid"));
        const QByteArray tooLong(63, '"'); // 126 bytes in JSON
        request.password = tooLong;
        request.account = QStringLiteral("somebody");
        QVERIFY(!encodeConfigRequest(request));
    }

    void outletReadsTheRequest()
    {
        const auto json = encodeConfigRequest(
            {"Küche", "a\"b\\c\x01", QString(), QStringLiteral("192.168.1.50")});
        QVERIFY(json);
        const auto received = decodeConfigRequest(json->view());
        QVERIFY(received);
        QCOMPARE(received->ssid, QByteArray("Küche"));
        QCOMPARE(received->password.view(), QByteArrayView("a\"b\\c\x01"));
        QCOMPARE(received->serverIp, QStringLiteral("192.168.1.50"));
        QVERIFY(!decodeConfigRequest("{\"uri\":\"/beginConfigRequest\",\"wifiID\":\"x\"}"));
        QVERIFY(!decodeConfigRequest("[]"));
    }

    /// Whatever the pieces, the same answers.
    void splitAnywhere_data()
    {
        QTest::addColumn<QByteArray>("stream");
        const QByteArray reply = encodeConfigReply(QStringLiteral("0"));
        const QByteArray info = encodeConnectInfo({QStringLiteral("id"), QStringLiteral("2.123"),
                                                   QStringLiteral("STEP3"), QStringLiteral("D")});
        const auto framed = [](const QByteArray &json) -> QByteArray {
            return QByteArray(1, static_cast<char>(json.size())) + json;
        };
        QTest::newRow("framed") << framed(reply);
        QTest::newRow("framed, NUL, framed") << framed(info) + '\0' + framed(reply) + '\0';
        QTest::newRow("bare") << reply;
        QTest::newRow("bare with braces in a string")
            << QByteArray("{\"uri\":\"/beginConfigReply\",\"err\":\"}\\\"{\"}");
        QTest::newRow("encrypted") << encryptMessage(encodeConfigReply(QStringLiteral("60")));
        const QByteArray begin = "{\"uri\":\"/beginConfigReply\",\"err\":\"0\",\"x\":\"";
        QTest::newRow("length 123")
            << framed(begin + QByteArray(121 - begin.size(), 'x') + "\"}"); // '{' is 123
    }

    void splitAnywhere()
    {
        QFETCH(QByteArray, stream);
        const QList<ProvisioningReply> whole = replies({stream});
        QVERIFY(!whole.isEmpty());
        QVERIFY(!std::holds_alternative<UnreadableReply>(whole.first()));
        QCOMPARE(replies(eachByte(stream)).size(), whole.size());
        for (qsizetype at = 0; at <= stream.size(); ++at) {
            const auto split = replies({stream.first(at), stream.sliced(at)});
            QCOMPARE(split.size(), whole.size());
            for (qsizetype i = 0; i < split.size(); ++i)
                QCOMPARE(split.at(i).index(), whole.at(i).index());
        }
    }

    void endlessInputEnds()
    {
        ProvisioningReceiver receiver;
        int taken = 0;
        while (receiver.append(taken == 0 ? "{" : "a")) { // an object that never closes
            QVERIFY(!receiver.next());
            QVERIFY(++taken <= kMaxProvisioningInput);
        }
        QCOMPARE(taken, int(kMaxProvisioningInput));
        ProvisioningReceiver other;
        QVERIFY(!other.append(QByteArray(1'000'000, '\0')));
        QVERIFY(!other.next());
    }

    void halfAnEncryptedAnswerNamesTheGeneration()
    {
        const QByteArray answer = encryptMessage(encodeConfigReply(QStringLiteral("60")));
        const auto half = replies({answer.first(32)});
        QCOMPARE(half.size(), 1);
        QVERIFY(std::get<ConfigRefused>(half.first()).encrypted);
    }

private:
    static void checkRequest(const QJsonObject &input, const QJsonObject &expected)
    {
        const QByteArray json = text(input, "json").toUtf8();
        QCOMPARE(int(json.size()), input.value(QStringLiteral("json_bytes")).toInt());
        const auto frame = frameProvisioning(json);
        QCOMPARE(frame.has_value(), expected.value(QStringLiteral("ok")).toBool());
        if (!frame) {
            QCOMPARE(text(expected, "action"), QStringLiteral("refuse_before_sending"));
            return;
        }
        QCOMPARE(int(static_cast<quint8>(frame->view()[0])),
                 expected.value(QStringLiteral("length_byte")).toInt());
        QCOMPARE(frame->view().toByteArray(), bytes(expected.value(QStringLiteral("bytes_hex"))));
        const QJsonArray segments = expected.value(QStringLiteral("segments_hex")).toArray();
        QCOMPARE(segments.size(), 2);
        QCOMPARE(frame->view().first(1).toByteArray(), bytes(segments.at(0)));
        QCOMPARE(frame->view().sliced(1).toByteArray(), bytes(segments.at(1)));
        QVERIFY(decodeConfigRequest(json)); // a simulated outlet takes every one of them
    }

    static void checkReply(const QJsonObject &input, const QJsonObject &expected)
    {
        QByteArrayList chunks;
        for (const QJsonValueRef hex : input.value(QStringLiteral("chunks_hex")).toArray())
            chunks.append(bytes(hex));
        const QList<ProvisioningReply> all = replies(chunks);
        if (expected.value(QStringLiteral("partial")).toBool()) {
            ProvisioningReceiver receiver;
            QVERIFY(receiver.append(chunks.join()));
            QVERIFY(!receiver.next());
            QCOMPARE(receiver.decryptedSoFar(), text(expected, "plaintext_prefix").toUtf8());
            QVERIFY(std::get<ConfigRefused>(all.at(0)).encrypted);
            return;
        }
        if (!expected.value(QStringLiteral("ok")).toBool()) {
            // Nothing that is an answer: the client waits on, or throws the bytes away.
            if (text(expected, "action").startsWith(u"discard")) {
                QCOMPARE(all.size(), 1);
                QCOMPARE(std::get<UnreadableReply>(all.at(0)).bytes, chunks.join().size());
            } else {
                QCOMPARE(all.size(), 0);
            }
            return;
        }
        QCOMPARE(all.size(), 1);
        if (expected.value(QStringLiteral("success")).toBool()) {
            const auto &accepted = std::get<ConfigAccepted>(all.at(0));
            QCOMPARE(accepted.id, text(expected, "cid"));
            QCOMPARE(accepted.firmware, text(expected, "firmVersion"));
            QCOMPARE(accepted.step, text(expected, "step"));
            QCOMPARE(accepted.description, text(expected, "description"));
            return;
        }
        const auto &refused = std::get<ConfigRefused>(all.at(0));
        QCOMPARE(refused.error, text(expected, "err"));
        QCOMPARE(refused.encrypted, expected.value(QStringLiteral("encrypted")).toBool());
    }
};

QTEST_APPLESS_MAIN(TestProvisioning)
#include "tst_provisioning.moc"
