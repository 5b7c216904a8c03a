// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>

#include "protocol/decoder.h"
#include "vectors.h"

using namespace outlet;
using namespace outlet::protocol;
using outlet::test::loadVectors;
using outlet::test::messageOf;
using outlet::test::payloadOf;
using outlet::test::Vector;

namespace {

/// The reason that a case is to be ignored for; empty for those that decode() accepts.
std::optional<IgnoreReason> reasonFor(const QString &name)
{
    static const QHash<QString, IgnoreReason> reasons{
        {QStringLiteral("bare_number"), IgnoreReason::NotAnObject},
        {QStringLiteral("bare_negative"), IgnoreReason::NotAnObject},
        {QStringLiteral("bare_string"), IgnoreReason::NotAnObject},
        {QStringLiteral("bare_null"), IgnoreReason::NotAnObject},
        {QStringLiteral("array"), IgnoreReason::NotAnObject},
        {QStringLiteral("whitespace"), IgnoreReason::Empty},
        {QStringLiteral("not_json"), IgnoreReason::NotJson},
        {QStringLiteral("truncated_json"), IgnoreReason::NotJson},
        {QStringLiteral("invalid_utf8_text"), IgnoreReason::NotJson},
        {QStringLiteral("deep_nesting"), IgnoreReason::NotJson},
        {QStringLiteral("login_wrong_type_id"), IgnoreReason::NoUri},
        {QStringLiteral("uri_number"), IgnoreReason::NoUri},
        {QStringLiteral("uri_null"), IgnoreReason::NoUri},
        {QStringLiteral("uri_unknown"), IgnoreReason::UnknownUri},
        {QStringLiteral("uri_case"), IgnoreReason::UnknownUri},
        {QStringLiteral("uri_no_slash"), IgnoreReason::UnknownUri},
        {QStringLiteral("uri_huge"), IgnoreReason::UnknownUri},
        {QStringLiteral("uri_control_chars"), IgnoreReason::UnknownUri},
        {QStringLiteral("report_number_fields"), IgnoreReason::BadField},
        {QStringLiteral("runtime_literal_nan"), IgnoreReason::NotJson},
        {QStringLiteral("state_without_relay"), IgnoreReason::BadField},
        {QStringLiteral("relay_from_outlet"), IgnoreReason::UnknownUri},
        {QStringLiteral("upgrade_from_outlet"), IgnoreReason::UnknownUri},
        {QStringLiteral("binary_not_16"), IgnoreReason::BadCipherLength},
        {QStringLiteral("binary_garbage"), IgnoreReason::NotJson},
    };
    const auto found = reasons.constFind(name);
    return found == reasons.constEnd() ? std::nullopt : std::optional(*found);
}

DecodeResult decodeText(const char *json)
{
    return decode(FrameType::Text, QByteArrayView(json));
}

template <typename T>
const T &as(const DecodeResult &result)
{
    const T *message = std::get_if<T>(&messageOf(result));
    if (!message)
        qFatal("The message is of another kind: %s", qPrintable(messageKind(messageOf(result))));
    return *message;
}

} // namespace

/// Every payload of malformed.json, and the rules of section 8 field by field.
class TestMalformed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void payload_data()
    {
        QTest::addColumn<Vector>("vector");
        int rows = 0;
        for (const Vector &vector : loadVectors(QStringLiteral("malformed.json"), 60)) {
            const QString layer = vector.all.value(QStringLiteral("layer")).toString();
            const QJsonObject input = vector.all.value(QStringLiteral("input")).toObject();
            // Sequences and connections are for the server's tests.
            if (!layer.startsWith(QStringLiteral("ws_")) ||
                !(input.contains(QStringLiteral("payload")) ||
                  input.contains(QStringLiteral("payload_hex")) ||
                  input.contains(QStringLiteral("payload_rule"))))
                continue;
            QTest::addRow("%s", qPrintable(vector.name)) << vector;
            ++rows;
        }
        QCOMPARE(rows, 39);
    }
    void payload()
    {
        QFETCH(Vector, vector);
        const QJsonObject input = vector.all.value(QStringLiteral("input")).toObject();
        const bool binary =
            input.value(QStringLiteral("opcode")).toString() == QStringLiteral("binary");
        const QByteArray bytes = payloadOf(input);
        const DecodeResult result = decode(binary ? FrameType::Binary : FrameType::Text, bytes);
        const auto reason = reasonFor(vector.name);
        if (reason) {
            QVERIFY(std::holds_alternative<Ignored>(result));
            QCOMPARE(ignoreReasonName(std::get<Ignored>(result).reason), ignoreReasonName(*reason));
        } else {
            QVERIFY(std::holds_alternative<Decoded>(result));
        }
        // Cases that the vector wants ignored are ignored here, but for those that need to know
        // what was before on the connection, or the outlet's rating.
        const QString action = vector.expected().value(QStringLiteral("action")).toString();
        const bool stateful = vector.name.endsWith(QStringLiteral("before_login"));
        if (action.contains(QStringLiteral("ignore")) && !stateful)
            QVERIFY(reason);
        if (action.startsWith(QStringLiteral("accept")) ||
            action.startsWith(QStringLiteral("drop")))
            QVERIFY(!reason);
    }

    void duplicateKeysTheLastWins()
    {
        const auto result = decodeText(R"({"uri":"/state","relay":"open","relay":"break"})");
        QCOMPARE(as<ButtonPress>(result).relayOn, std::optional(false));
        // Nested values need the other parser.
        const auto slow = decodeText(R"({"uri":"/state","relay":"break","z":[],"relay":"open"})");
        QCOMPARE(as<ButtonPress>(slow).relayOn, std::optional(true));
    }

    void login()
    {
        QCOMPARE(as<Login>(decodeText(R"({"id":"a"})")).id, QStringLiteral("a"));
        QCOMPARE(as<Login>(decodeText(R"({"id":"a"})")).relayOn, std::nullopt);
        const auto word = decodeText(R"({"id":"a","relay":"closed","key":"x","firmVersion":1.89})");
        QCOMPARE(as<Login>(word).relayOn, std::nullopt);
        QCOMPARE(as<Login>(word).key, std::nullopt);
        QCOMPARE(as<Login>(word).firmVersion, QString());
        const QByteArray longest = "{\"id\":\"" + QByteArray(64, 'a') + "\"}";
        QCOMPARE(as<Login>(decode(FrameType::Text, longest)).id.size(), 64);
        for (const QByteArray &id : {QByteArray(), QByteArray(65, 'a')}) {
            const QByteArray json = "{\"id\":\"" + id + "\"}";
            const auto result = decode(FrameType::Text, json);
            QCOMPARE(std::get<Ignored>(result).reason, IgnoreReason::BadField);
            QCOMPARE(std::get<Ignored>(result).detail, QStringLiteral("id"));
        }
        // With any uri it is no login.
        const auto both = decodeText(R"({"id":"a","uri":null})");
        QCOMPARE(std::get<Ignored>(both).reason, IgnoreReason::NoUri);
    }

    void signal_data()
    {
        QTest::addColumn<QByteArray>("rssi");
        QTest::addColumn<int>("expected"); // 1 = none
        QTest::newRow("weakest") << QByteArray("-127") << -127;
        QTest::newRow("zero") << QByteArray("0") << 0;
        QTest::newRow("a double that is whole") << QByteArray("-3.9e1") << -39;
        QTest::newRow("too weak") << QByteArray("-128") << 1;
        QTest::newRow("positive") << QByteArray("1") << 1;
        QTest::newRow("fraction") << QByteArray("-38.5") << 1;
        QTest::newRow("huge") << QByteArray("-1e300") << 1;
        QTest::newRow("32 bit overflow") << QByteArray("-4294967335") << 1;
        QTest::newRow("64 bit overflow") << QByteArray("-18446744073709551655") << 1;
        QTest::newRow("text") << QByteArray("\"-39\"") << 1;
        QTest::newRow("null") << QByteArray("null") << 1;
        QTest::newRow("true") << QByteArray("true") << 1;
        QTest::newRow("array") << QByteArray("[-39]") << 1;
    }
    void signal()
    {
        QFETCH(QByteArray, rssi);
        QFETCH(int, expected);
        const QByteArray json = "{\"uri\":\"/ka\",\"rssi\":" + rssi + "}";
        const DecodeResult result = decode(FrameType::Text, json);
        const auto wanted = expected == 1 ? std::nullopt : std::optional(expected);
        QCOMPARE(as<KeepAlive>(result).signalDbm, wanted);
    }

    void report_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QString>("badField");
        QTest::newRow("no e") << QByteArray(R"("t":"b6")") << QStringLiteral("e");
        QTest::newRow("no t") << QByteArray(R"("e":"b6")") << QStringLiteral("t");
        QTest::newRow("sign") << QByteArray(R"("e":"-1","t":"b6")") << QStringLiteral("e");
        QTest::newRow("plus") << QByteArray(R"("e":"+1","t":"b6")") << QStringLiteral("e");
        QTest::newRow("empty") << QByteArray(R"("e":"1","t":"")") << QStringLiteral("t");
        QTest::newRow("over 64 bit")
            << QByteArray(R"("e":"10000000000000000","t":"b6")") << QStringLiteral("e");
        QTest::newRow("over 63 bit")
            << QByteArray(R"("e":"8000000000000000","t":"b6")") << QStringLiteral("e");
        QTest::newRow("zero span") << QByteArray(R"("e":"10","t":"0")") << QString();
        QTest::newRow("upper case") << QByteArray(R"("e":"AF5","t":"B6")") << QString();
    }
    void report()
    {
        QFETCH(QByteArray, fields);
        QFETCH(QString, badField);
        const QByteArray json = "{\"uri\":\"/report\"," + fields + "}";
        const DecodeResult result = decode(FrameType::Text, json);
        QCOMPARE(std::holds_alternative<Ignored>(result), !badField.isEmpty());
        if (badField.isEmpty())
            return;
        QCOMPARE(std::get<Ignored>(result).reason, IgnoreReason::BadField);
        QCOMPARE(std::get<Ignored>(result).uri, QStringLiteral("/report"));
        QCOMPARE(std::get<Ignored>(result).detail, badField);
    }

    void runtimeInfoKeepsWhatIsGood()
    {
        const auto result = decodeText(
            R"({"uri":"/runtimeInfo","relay":"open","power":"170b6:","voltage":"76007:7610a"})");
        const auto &info = as<RuntimeInfo>(result);
        QCOMPARE(info.relayOn, std::optional(true));
        QCOMPARE(info.powerWatts.instant, std::nullopt);
        QVERIFY(info.voltageVolts.instant);
        QCOMPARE(as<RuntimeInfo>(decodeText(R"({"uri":"/runtimeInfo"})")).relayOn, std::nullopt);
        QCOMPARE(as<RuntimeInfo>(decodeText(R"({"uri":"/runtimeInfo","relay":"OPEN"})")).relayOn,
                 std::nullopt);
    }

    void hostileTextIsHandedOnUnchanged()
    {
        const auto result = decodeText("{\"uri\":\"/x\\n2024-01-01 INFO forged\\u001b[31m\"}");
        QCOMPARE(std::get<Ignored>(result).uri,
                 QStringLiteral("/x\n2024-01-01 INFO forged\x1b[31m"));
    }
};

QTEST_APPLESS_MAIN(TestMalformed)
#include "tst_malformed.moc"
