// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QJsonArray>
#include <QtNetwork/QHostAddress>
#include <QtTest/QTest>

#include "protocol/announce.h"
#include "protocol/esptouch.h"
#include "vectors.h"

using namespace outlet::protocol;
using outlet::test::loadVectors;
using outlet::test::Vector;

namespace {

constexpr int kCases = 10;

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1StringView(key)).toString();
}

int number(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1StringView(key)).toInt(-1);
}

QList<int> numbers(const QJsonObject &object, const char *key)
{
    QList<int> all;
    for (const QJsonValueRef each : object.value(QLatin1StringView(key)).toArray())
        all.append(each.toInt());
    return all;
}

/// Feeds one pass to an outlet that hears from \a first on.
std::optional<EspTouchReceived> hear(EspTouchReceiver &receiver, const EspTouchSequence &sequence,
                                     qsizetype first = 0)
{
    for (qsizetype i = first; i < sequence.dataLengths.size(); ++i) {
        if (auto received = receiver.take(sequence.dataLengths.at(i)))
            return received;
    }
    return std::nullopt;
}

} // namespace

class TestEspTouch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void vectors_data()
    {
        QTest::addColumn<QJsonObject>("all");
        for (const Vector &vector : loadVectors(QStringLiteral("esptouch.json"), kCases))
            QTest::newRow(qPrintable(vector.name)) << vector.all;
    }

    /// Every case of the file is of a kind that is known here.
    void vectors()
    {
        QFETCH(QJsonObject, all);
        const QJsonObject input = all.value(QStringLiteral("input")).toObject();
        const QJsonObject expected = all.value(QStringLiteral("expected")).toObject();
        if (input.contains(QStringLiteral("datagram_hex")))
            checkAnnounce(input, expected);
        else if (input.contains(QStringLiteral("ssid_len")))
            checkLongest(input, expected);
        else
            checkSequence(input, expected);
    }

    void crc() { QCOMPARE(espTouchCrc8("123456789"), quint8(0xa1)); }

    void outletUnderstandsFromAnywhere_data()
    {
        QTest::addColumn<EspTouchLayout>("layout");
        QTest::newRow("classic") << EspTouchLayout::Classic;
        QTest::newRow("with BSSID") << EspTouchLayout::WithBssid;
    }

    void outletUnderstandsFromAnywhere()
    {
        QFETCH(EspTouchLayout, layout);
        EspTouchInput input{"Maple House", "correct horse", {1, 2, 3, 4, 5, 6}, 0x0a000007, layout};
        const auto sequence = encodeEspTouch(input);
        QVERIFY(sequence);
        for (qsizetype first = 0; first < sequence->dataLengths.size(); ++first) {
            EspTouchReceiver receiver;
            auto received = hear(receiver, *sequence, first);
            for (const int guide : sequence->guideLengths)
                QVERIFY(!receiver.take(guide));
            if (!received)
                received = hear(receiver, *sequence);
            QVERIFY(received);
            QCOMPARE(received->ssid, QByteArray("Maple House"));
            QCOMPARE(received->password.view(), QByteArrayView("correct horse"));
            QCOMPARE(received->senderIpv4, 0x0a000007u);
            QCOMPARE(int(received->totalLength), sequence->totalLength);
        }
    }

    void outletIsNotFooledByOneWrongDatagram()
    {
        const auto sequence = encodeEspTouch({"Net", "password", {}, 0x7f000001, {}});
        QVERIFY(sequence);
        for (qsizetype lost = 0; lost < sequence->dataLengths.size(); ++lost) {
            EspTouchReceiver receiver;
            std::optional<EspTouchReceived> received;
            for (qsizetype i = 0; i < sequence->dataLengths.size(); ++i) {
                const int length = sequence->dataLengths.at(i) + (i == lost ? 1 : 0);
                if (auto heard = receiver.take(length))
                    received = std::move(heard);
            }
            QVERIFY(!received);
            received = hear(receiver, *sequence); // the next pass fills the gap
            QVERIFY(received);
            QCOMPARE(received->password.view(), QByteArrayView("password"));
        }
    }

    void refusesWhatDoesNotFit()
    {
        QVERIFY(!encodeEspTouch({"", "password", {}, 1, {}}));
        QVERIFY(!encodeEspTouch({QByteArray(33, 's'), "password", {}, 1, {}}));
        QVERIFY(!encodeEspTouch({"s", QByteArray(65, 'p'), {}, 1, {}}));
        QVERIFY(encodeEspTouch({QByteArray(32, 's'), QByteArray(64, 'p'), {}, 1, {}}));
    }

    void macAddresses()
    {
        QCOMPARE(macToText({0xaa, 0xbb, 0xcc, 0x11, 0x22, 0x33}),
                 QStringLiteral("aa:bb:cc:11:22:33"));
        QCOMPARE(macFromText(u"AA-bb-CC-11-22-33"), macFromText(u"aa:bb:cc:11:22:33"));
        for (const QStringView wrong :
             {u"", u"aa:bb:cc:11:22", u"aa:bb:cc:11:22:33:44", u"aa:bb:cc:11:22:3",
              u"aa:bb:cc:11:22:3g", u"aa:bb:cc:11:22:+3", u"aa:bb-cc:11:22:33"})
            QVERIFY2(!macFromText(wrong), qPrintable(wrong.toString()));
    }

private:
    static void checkSequence(const QJsonObject &input, const QJsonObject &expected)
    {
        const QByteArray ssid = text(input, "ssid").toUtf8();
        const QByteArray password = text(input, "password").toUtf8();
        QCOMPARE(ssid.toHex(), text(input, "ssid_utf8_hex").toLatin1());
        QCOMPARE(password.toHex(), text(input, "password_utf8_hex").toLatin1());
        const bool withBssid = text(input, "layout") == u"with_bssid";
        const auto bssid = macFromText(text(input, "bssid"));
        QVERIFY(bssid);
        const auto sequence =
            encodeEspTouch({ssid, password, *bssid, QHostAddress(text(input, "ip")).toIPv4Address(),
                            withBssid ? EspTouchLayout::WithBssid : EspTouchLayout::Classic});
        QVERIFY(sequence);
        QCOMPARE(sequence->totalLength, number(expected, "total_len"));
        const QByteArrayView data = sequence->data.view();
        QCOMPARE(int(static_cast<quint8>(data[1])), number(expected, "password_len"));
        QCOMPARE(int(static_cast<quint8>(data[2])), number(expected, "ssid_crc8"));
        QCOMPARE(int(static_cast<quint8>(data[3])), number(expected, "bssid_crc8"));
        QCOMPARE(int(static_cast<quint8>(data[4])), number(expected, "total_xor"));
        QCOMPARE(data.toByteArray().toHex(), text(expected, "data_bytes_hex").toLatin1());
        QCOMPARE(sequence->indices, numbers(expected, "sequence_order"));
        QCOMPARE(sequence->guideLengths, numbers(expected, "guide_lengths"));
        QCOMPARE(sequence->dataLengths, numbers(expected, "datagram_lengths"));
        QCOMPARE(int(sequence->dataLengths.size()), number(expected, "datagram_count"));
        QCOMPARE(sequence->totalLength & 0xff, number(expected, "announce_first_byte"));

        EspTouchReceiver receiver;
        const auto received = hear(receiver, *sequence);
        QVERIFY(received);
        QCOMPARE(received->ssid, ssid);
        QCOMPARE(received->password.view(), QByteArrayView(password));
        // Short data is complete before the BSSID, which then comes at the end.
        if (withBssid && sequence->indices.last() < sequence->totalLength)
            QCOMPARE(received->bssid, bssid);
    }

    static void checkLongest(const QJsonObject &input, const QJsonObject &expected)
    {
        const QByteArray ssid(number(input, "ssid_len"), 's');
        const QByteArray password(number(input, "password_len"), 'p');
        const auto classic = encodeEspTouch({ssid, password, {}, 1, EspTouchLayout::Classic});
        const auto withBssid = encodeEspTouch({ssid, password, {}, 1, EspTouchLayout::WithBssid});
        QCOMPARE(classic.has_value(), expected.value(QStringLiteral("classic_ok")).toBool());
        QCOMPARE(withBssid.has_value(), expected.value(QStringLiteral("with_bssid_ok")).toBool());
        QCOMPARE(classic->totalLength, number(expected, "total_len"));
        for (const int index : withBssid->indices)
            QVERIFY(index >= 0 && index <= kMaxEspTouchIndex);
    }

    static void checkAnnounce(const QJsonObject &input, const QJsonObject &expected)
    {
        QCOMPARE(number(input, "udp_port"), int(kAnnouncePort));
        const QByteArray datagram = QByteArray::fromHex(text(input, "datagram_hex").toLatin1());
        const auto announce = decodeAnnounce(datagram);
        QCOMPARE(announce.has_value(), expected.value(QStringLiteral("ok")).toBool());
        if (!announce)
            return;
        QCOMPARE(macToText(announce->mac), text(expected, "mac"));
        QCOMPARE(QHostAddress(announce->ipv4).toString(), text(expected, "ip_in_payload"));
        QVERIFY(text(expected, "use_ip") == text(input, "from_ip")); // see tst_announce_listener
        QCOMPARE(encodeAnnounce(*announce), datagram);
    }
};

QTEST_APPLESS_MAIN(TestEspTouch)
#include "tst_esptouch.moc"
