// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QRandomGenerator>
#include <QtCore/QtEndian>
#include <QtTest/QTest>
#include <vector>

#include "server/close_code.h"
#include "server/web_socket_reader.h"

using namespace outlet;
using Kind = WebSocketReader::Item::Kind;

namespace {

/// An item that outlives the reader's next call.
struct Heard
{
    Kind kind;
    QByteArray payload;
    quint16 closeCode = 0;
    friend bool operator==(const Heard &, const Heard &) = default;
};

constexpr char kMask[] = {'\x37', '\xfa', '\x21', '\x3d'};

QByteArray frame(int firstByte, const QByteArray &payload, bool masked = true)
{
    QByteArray bytes(1, char(firstByte));
    const int maskBit = masked ? 0x80 : 0;
    const auto size = quint64(payload.size());
    if (size < 126) {
        bytes.append(char(maskBit | int(size)));
    } else if (size <= 0xffff) {
        bytes.append(char(maskBit | 126)).append(char(size >> 8)).append(char(size & 0xff));
    } else {
        char length[8];
        qToBigEndian(size, length);
        bytes.append(char(maskBit | 127)).append(length, sizeof length);
    }
    if (!masked)
        return bytes + payload;
    bytes.append(kMask, sizeof kMask);
    for (qsizetype i = 0; i < payload.size(); ++i)
        bytes.append(char(payload.at(i) ^ kMask[i % 4]));
    return bytes;
}

/// Feeds \a bytes in pieces of these sizes (the last one again and again).
std::vector<Heard> hear(const QByteArray &bytes, const std::vector<qsizetype> &pieces)
{
    WebSocketReader reader;
    std::vector<Heard> heard;
    qsizetype position = 0;
    for (size_t i = 0; position < bytes.size(); ++i) {
        const qsizetype wanted = pieces[std::min(i, pieces.size() - 1)];
        QByteArray piece = bytes.mid(position, wanted);
        position += piece.size();
        reader.feed(piece.data(), piece.size());
        while (const auto item = reader.next())
            heard.push_back({item->kind, item->payload.toByteArray(), item->closeCode});
        piece.fill('?'); // what was fed may go as soon as next() has nothing more
    }
    return heard;
}

std::vector<Heard> hear(const QByteArray &bytes)
{
    return hear(bytes, {bytes.size()});
}

const QByteArray kText("{\"uri\":\"/ka\",\"rssi\":-39}");

} // namespace

class WebSocketReaderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void samplesOfTheStandard();
    void everyLengthForm();
    void splitAnywhere();
    void fragmentsWithControlFramesBetween();
    void violations_data();
    void violations();
    void closeFrames_data();
    void closeFrames();
    void nothingAfterTheEnd();
    void messageOfFragmentsIsLimited();
    void headOfATooLargeFrameIsEnough();
    void randomBytes();
};

void WebSocketReaderTest::samplesOfTheStandard()
{
    // RFC 6455, section 5.7: a masked "Hello".
    QCOMPARE(hear(QByteArray::fromHex("818537fa213d7f9f4d5158")),
             (std::vector<Heard>{{Kind::Text, "Hello"}}));
    QCOMPARE(hear(QByteArray::fromHex("818037fa213d")), (std::vector<Heard>{{Kind::Text, ""}}));
}

void WebSocketReaderTest::everyLengthForm()
{
    for (const qsizetype size : {0, 1, 7, 8, 9, 124, 125, 126, 127, 4095, 4096, 65'535, 65'536,
                                 int(WebSocketReader::kMaxPayloadBytes)}) {
        QByteArray payload(size, Qt::Uninitialized);
        for (qsizetype i = 0; i < size; ++i)
            payload[i] = char('a' + i % 26);
        const std::vector<Heard> expected{{Kind::Text, payload}, {Kind::Binary, payload}};
        const QByteArray bytes = frame(0x81, payload) + frame(0x82, payload);
        QCOMPARE(hear(bytes), expected);
        QCOMPARE(hear(bytes, {4096}), expected);
    }
}

void WebSocketReaderTest::splitAnywhere()
{
    const QByteArray bytes = frame(0x81, kText) + frame(0x82, QByteArray(300, '\xff')) +
                             frame(0x89, "still there?") + frame(0x01, "{\"uri\"") +
                             frame(0x8a, "") + frame(0x80, ":\"/kr\"}") + frame(0x88, "");
    const std::vector<Heard> expected{
        {Kind::Text, kText}, {Kind::Binary, QByteArray(300, '\xff')}, {Kind::Ping, "still there?"},
        {Kind::Pong, ""},    {Kind::Text, "{\"uri\":\"/kr\"}"},       {Kind::Close, ""}};
    QCOMPARE(hear(bytes), expected);
    for (qsizetype size = 1; size < bytes.size(); ++size)
        QCOMPARE(hear(bytes, {size}), expected);
    for (qsizetype first = 1; first < bytes.size(); ++first)
        QCOMPARE(hear(bytes, {first, bytes.size()}), expected);
}

void WebSocketReaderTest::fragmentsWithControlFramesBetween()
{
    // A character of two bytes may be cut by a border between fragments.
    QCOMPARE(
        hear(frame(0x01, "caf\xc3") + frame(0x89, "x") + frame(0x00, "") + frame(0x80, "\xa9") +
             frame(0x81, kText)),
        (std::vector<Heard>{{Kind::Ping, "x"}, {Kind::Text, "caf\xc3\xa9"}, {Kind::Text, kText}}));
}

void WebSocketReaderTest::violations_data()
{
    using closecode::kProtocolError;
    using closecode::kTooMuchData;
    using closecode::kWrongData;
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QByteArray &bytes, quint16 code) {
        QTest::newRow(name) << bytes << int(code);
    };
    row("not masked", frame(0x81, kText, false), kProtocolError);
    row("reserved bit", frame(0xc1, kText), kProtocolError);
    row("reserved data opcode", frame(0x83, kText), kProtocolError);
    row("reserved control opcode", frame(0x8b, ""), kProtocolError);
    row("continuation of nothing", frame(0x80, kText), kProtocolError);
    row("text within fragments", frame(0x01, "a") + frame(0x81, "b"), kProtocolError);
    row("binary within fragments", frame(0x02, "a") + frame(0x02, "b"), kProtocolError);
    row("ping in fragments", frame(0x09, "a"), kProtocolError);
    row("long ping", frame(0x89, QByteArray(126, 'a')), kProtocolError);
    row("length of 5 in two bytes", QByteArray::fromHex("81fe0005"), kProtocolError);
    row("length of 5 in eight bytes", QByteArray::fromHex("81ff0000000000000005"), kProtocolError);
    row("too large", QByteArray::fromHex("82ff0000000000020001"), kTooMuchData);
    row("absurdly large", QByteArray::fromHex("82ffffffffffffffffff"), kTooMuchData);
    row("text that is no UTF-8", frame(0x81, "{\"uri\":\"\xff\"}"), kWrongData);
    row("cut UTF-8", frame(0x01, "a") + frame(0x80, "\xc3"), kWrongData);
    row("surrogate in UTF-8", frame(0x81, "\xed\xa0\x80"), kWrongData);
}

void WebSocketReaderTest::violations()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const std::vector<Heard> expected{{Kind::Text, kText}, {Kind::Violation, "", quint16(code)}};
    const QByteArray all = frame(0x81, kText) + bytes;
    QCOMPARE(hear(all), expected);
    QCOMPARE(hear(all + frame(0x81, kText)), expected);
    QCOMPARE(hear(all, {1}), expected);
}

void WebSocketReaderTest::closeFrames_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QByteArray &payload, Kind kind, int code) {
        QTest::newRow(name) << payload << int(kind) << code;
    };
    row("without a code", "", Kind::Close, 0);
    row("normal", QByteArray::fromHex("03e8") + "bye", Kind::Close, 1000);
    row("private", QByteArray::fromHex("1387"), Kind::Close, 4999);
    row("half a code", "\x03", Kind::Violation, 1002);
    row("never sent", QByteArray::fromHex("03ed"), Kind::Violation, 1002);
    row("below all", QByteArray::fromHex("03e7"), Kind::Violation, 1002);
    row("not assigned", QByteArray::fromHex("07d0"), Kind::Violation, 1002);
    row("above all", QByteArray::fromHex("1388"), Kind::Violation, 1002);
    row("reason is no UTF-8", QByteArray::fromHex("03e8ff"), Kind::Violation, 1007);
}

void WebSocketReaderTest::closeFrames()
{
    QFETCH(QByteArray, payload);
    QFETCH(int, kind);
    QFETCH(int, code);
    const auto heard = hear(frame(0x88, payload));
    QCOMPARE(heard.size(), size_t(1));
    QCOMPARE(int(heard[0].kind), kind);
    QCOMPARE(int(heard[0].closeCode), code);
}

void WebSocketReaderTest::nothingAfterTheEnd()
{
    QCOMPARE(hear(frame(0x88, "") + frame(0x81, kText), {6, 100}),
             (std::vector<Heard>{{Kind::Close, ""}}));
}

void WebSocketReaderTest::messageOfFragmentsIsLimited()
{
    const QByteArray half(WebSocketReader::kMaxPayloadBytes / 2, 'a');
    const QByteArray whole = frame(0x01, half) + frame(0x00, half);
    QCOMPARE(hear(whole + frame(0x80, "")), (std::vector<Heard>{{Kind::Text, half + half}}));
    QCOMPARE(hear(whole + frame(0x80, "b")),
             (std::vector<Heard>{{Kind::Violation, "", closecode::kTooMuchData}}));
}

void WebSocketReaderTest::headOfATooLargeFrameIsEnough()
{
    // Refused before any of it has to be kept.
    WebSocketReader reader;
    QByteArray head = QByteArray::fromHex("81ff0000000000020001");
    reader.feed(head.data(), head.size());
    const auto item = reader.next();
    QVERIFY(item);
    QCOMPARE(item->closeCode, closecode::kTooMuchData);
}

void WebSocketReaderTest::randomBytes()
{
    // However bytes are cut, the same is heard; run with sanitizers this also finds what reads or
    // writes outside.
    QRandomGenerator random(20'261'126);
    const QByteArray valid = frame(0x81, kText) + frame(0x02, "ab") + frame(0x80, "cd") +
                             frame(0x89, "ping") + frame(0x81, QByteArray(200, 'x'));
    for (int round = 0; round < 5000; ++round) {
        QByteArray bytes = valid;
        const int changes = int(random.bounded(4));
        for (int i = 0; i < changes; ++i)
            bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
        const auto expected = hear(bytes);
        QCOMPARE(hear(bytes, {1 + random.bounded(40), 1 + random.bounded(40)}), expected);
        if (changes == 0)
            QCOMPARE(expected.size(), size_t(4));
    }
}

QTEST_APPLESS_MAIN(WebSocketReaderTest)
#include "tst_web_socket_reader.moc"
