// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include "control/control_message.h"
#include "control/line_buffer.h"

using namespace outlet;
using namespace outlet::control;

class TestControlMessage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void requestsComeBack();
    void badRequests_data();
    void badRequests();
    void answers();
    void errorCodes();
    void linesAreCut();
    void longLinesOverflow();
};

void TestControlMessage::requestsComeBack()
{
    const Request request{
        7, QStringLiteral("rename"), {{QStringLiteral("outlet"), QStringLiteral("Küche\n2")}}};
    const QByteArray line = encodeRequest(request);
    QCOMPARE(line.count('\n'), 1);
    QVERIFY(line.endsWith('\n'));
    const auto read = parseRequest(line);
    QVERIFY(read.ok());
    QCOMPARE(read->id, 7);
    QCOMPARE(read->verb, request.verb);
    QCOMPARE(read->arguments, request.arguments);
}

void TestControlMessage::badRequests_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("not JSON") << QByteArray("list");
    QTest::newRow("array") << QByteArray("[1]");
    QTest::newRow("no id") << QByteArray(R"({"do":"list"})");
    QTest::newRow("text as id") << QByteArray(R"({"id":"1","do":"list"})");
    QTest::newRow("fraction as id") << QByteArray(R"({"id":1.5,"do":"list"})");
    QTest::newRow("huge id") << QByteArray(R"({"id":1e300,"do":"list"})");
    QTest::newRow("no verb") << QByteArray(R"({"id":1})");
    QTest::newRow("number as verb") << QByteArray(R"({"id":1,"do":3})");
    QTest::newRow("invalid UTF-8") << QByteArray("{\"id\":1,\"do\":\"\xff\"}");
    QTest::newRow("cut off") << QByteArray(R"({"id":1,"do":"li)");
}

void TestControlMessage::badRequests()
{
    QFETCH(QByteArray, line);
    const auto read = parseRequest(line);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, ErrorCode::BadRequest);
    QVERIFY(!read.error().text.isEmpty());
}

void TestControlMessage::answers()
{
    QCOMPARE(encodeAnswer(3, QJsonValue(true)),
             QByteArray("{\"id\":3,\"ok\":true,\"result\":true}\n"));
    QCOMPARE(encodeAnswer(std::nullopt, Error{ErrorCode::Offline, QStringLiteral("away")}),
             QByteArray("{\"error\":{\"code\":\"offline\",\"text\":\"away\"},\"id\":null,"
                        "\"ok\":false}\n"));
}

void TestControlMessage::errorCodes()
{
    for (int i = 0; i <= static_cast<int>(ErrorCode::Busy); ++i) {
        const auto code = static_cast<ErrorCode>(i);
        QCOMPARE(errorCodeFromName(errorCodeName(code)), std::optional(code));
    }
    QVERIFY(!errorCodeFromName(u"Offline"));
}

void TestControlMessage::linesAreCut()
{
    LineBuffer buffer(10);
    buffer.append("one\ntw");
    QCOMPARE(buffer.takeLine(), std::optional(QByteArray("one")));
    QVERIFY(!buffer.takeLine());
    buffer.append("o\r\n\nthree");
    QCOMPARE(buffer.takeLine(), std::optional(QByteArray("two")));
    QCOMPARE(buffer.takeLine(), std::optional(QByteArray()));
    QVERIFY(!buffer.takeLine());
    buffer.append("\n");
    QCOMPARE(buffer.takeLine(), std::optional(QByteArray("three")));
    QVERIFY(!buffer.takeLine());
    QVERIFY(!buffer.isOverflown());
}

void TestControlMessage::longLinesOverflow()
{
    LineBuffer whole(10);
    whole.append("0123456789\n0123456789a\nnext\n");
    QCOMPARE(whole.takeLine(), std::optional(QByteArray("0123456789")));
    QVERIFY(!whole.takeLine());
    QVERIFY(whole.isOverflown());

    LineBuffer unfinished(10);
    unfinished.append("0123456789a");
    QVERIFY(!unfinished.takeLine());
    QVERIFY(unfinished.isOverflown());
    unfinished.append("\nnext\n");
    QVERIFY(!unfinished.takeLine());
}

QTEST_GUILESS_MAIN(TestControlMessage)
#include "tst_control_message.moc"
