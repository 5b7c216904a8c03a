// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>
#include <limits>

#include "protocol/json_object.h"

using namespace outlet::protocol;

/// The fast scanner against Qt's parser, case by case; tests/fuzz does the same with mutations.
class TestJsonObject : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fast_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json :
             {"{}", " { } ", "{\"a\":\"\"}", "{\"a\":\"b\",\"c\":1}", "{\"\":\"b\"}",
              "{\n\"uri\":\"/report\",\n\"e\":\"324\",\n\"t\":\"b7\"\n}\r\n\t ",
              "{\"a\":0,\"b\":-0,\"c\":-39,\"d\":999999999999999}",
              "{\"a\":true,\"b\":false,\"c\":null}", "{\"a\":1,\"a\":2}", "{\"a\":1,\"a\":\"x\"}",
              "{\"a\":\"1\",\"b\":2,\"a\":null}", "{\"a\" : 1 , \"b\" : \"x y\"}",
              "{\"a\":\"\x7f\"}"})
            QTest::newRow(json) << QByteArray(json);
        QByteArray many("{");
        for (int i = 0; i < 100; ++i)
            many += "\"k" + QByteArray::number(i % 70) + "\":" + QByteArray::number(i) + ',';
        many.back() = '}';
        QTest::newRow("many fields") << many;
    }
    void fast()
    {
        QFETCH(QByteArray, json);
        JsonObject quick;
        QVERIFY(scanFlatObject(json, quick));
        JsonObject thorough;
        QCOMPARE(parseAnyObject(json, thorough), JsonOutcome::Ok);
        QVERIFY(quick == thorough);
    }

    /// Things that the scanner must leave to Qt's parser, whatever that makes of them.
    void notFast_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json : {"",
                                 " ",
                                 "{",
                                 "}",
                                 "{}}",
                                 "{} {}",
                                 "{,}",
                                 "{\"a\"}",
                                 "{\"a\":}",
                                 "{\"a\":1,}",
                                 "{\"a\":1 \"b\":2}",
                                 "{\"a\":1;}",
                                 "{a:1}",
                                 "{'a':1}",
                                 "{\"a\":01}",
                                 "{\"a\":-}",
                                 "{\"a\":+1}",
                                 "{\"a\":1.}",
                                 "{\"a\":.5}",
                                 "{\"a\":1.5}",
                                 "{\"a\":1e3}",
                                 "{\"a\":0x1}",
                                 "{\"a\":1234567890123456}",
                                 "{\"a\":NaN}",
                                 "{\"a\":Infinity}",
                                 "{\"a\":tru}",
                                 "{\"a\":truee}",
                                 "{\"a\":True}",
                                 "{\"a\":nul}",
                                 "{\"a\":[]}",
                                 "{\"a\":{}}",
                                 "{\"a\":\"\\n\"}",
                                 "{\"a\":\"\\u0041\"}",
                                 "{\"a\":\"\n\"}",
                                 "{\"a\":\"\xc3\xbc\"}",
                                 "{\"a\":\"\xff\"}",
                                 "{\"a\":\"b}",
                                 "{\"a\":\"b\"",
                                 "[]",
                                 "[{\"a\":1}]",
                                 "1",
                                 "\"a\"",
                                 "null",
                                 "{/**/}",
                                 "\xef\xbb\xbf{}",
                                 "{\"\\u0061\":1}"})
            QTest::newRow(json) << QByteArray(json);
        QTest::newRow("NUL after") << QByteArray("{}\0", 3);
        QTest::newRow("NUL inside") << QByteArray("{\"a\":\"\0\"}", 9);
    }
    void notFast()
    {
        QFETCH(QByteArray, json);
        JsonObject quick;
        QVERIFY(!scanFlatObject(json, quick));
    }

    void thorough()
    {
        JsonObject object;
        const QByteArray json =
            "{\"e\":\"\\u00fc\\n\",\"n\":[1,{\"uri\":1}],\"f\":1.5,\"i\":1e3,"
            "\"big\":9223372036854775807,\"huge\":1e300,\"s\":\"x\",\"s\":\"y\"}";
        QCOMPARE(readJsonObject(json, object), JsonOutcome::Ok);
        QCOMPARE(object.string("e"), std::optional(QByteArrayView("\xc3\xbc\n")));
        QVERIFY(object.contains("n"));
        QVERIFY(!object.string("n"));
        QVERIFY(!object.integer("n"));
        QVERIFY(!object.contains("uri"));
        QCOMPARE(object.integer("f"), std::nullopt);
        QCOMPARE(object.integer("i"), std::optional<qint64>(1000));
        QCOMPARE(object.integer("big"), std::optional(std::numeric_limits<qint64>::max()));
        QCOMPARE(object.integer("huge"), std::nullopt);
        QCOMPARE(object.string("s"), std::optional(QByteArrayView("y")));
        QCOMPARE(object.integer("missing"), std::nullopt);
    }

    void outcome_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("outcome");
        const auto add = [](const QByteArray &json, JsonOutcome outcome) {
            QTest::newRow(json.left(30).constData()) << json << int(outcome);
        };
        for (const char *json : {"5", " -1.5e3 ", "\"x\"", "null", "true", "[]", "[1,2]"})
            add(json, JsonOutcome::NotAnObject);
        for (const char *json : {"1,2", "],[", "1]", "{\"a\":01}", "{\"a\":1}{}", "x", "tru", "[1",
                                 "{\"a\":NaN}", "{\"a\":\"\xff\"}"})
            add(json, JsonOutcome::NotJson);
        add(QByteArray(100'000, '['), JsonOutcome::NotJson);
        add(QByteArray(100'000, '[') + QByteArray(100'000, ']'), JsonOutcome::NotJson);
        add(QByteArray("{\"a\":").repeated(50'000), JsonOutcome::NotJson);
    }
    void outcome()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, outcome);
        JsonObject object;
        QCOMPARE(int(readJsonObject(json, object)), outcome);
    }
};

QTEST_APPLESS_MAIN(TestJsonObject)
#include "tst_json_object.moc"
