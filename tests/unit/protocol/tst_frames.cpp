// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDateTime>
#include <QtTest/QTest>

#include "protocol/decoder.h"
#include "protocol/encoder.h"
#include "protocol/outlet_side.h"
#include "vectors.h"

using namespace outlet;
using namespace outlet::protocol;
using outlet::test::loadVectors;
using outlet::test::messageOf;
using outlet::test::Vector;

namespace {

/// Compares one expected value with what was decoded; missing expectations are not checked.
class Expectation
{
public:
    explicit Expectation(QJsonObject expected)
        : m_expected(std::move(expected))
    {
    }

    void text(const char *key, const QString &actual)
    {
        if (const auto value = take(key); !value.isUndefined() && value.toString() != actual)
            fail(key);
    }
    void number(const char *key, std::optional<double> actual)
    {
        const auto value = take(key);
        if (value.isUndefined())
            return;
        const bool same =
            value.isNull() ? !actual : actual && qFuzzyCompare(*actual + 1, value.toDouble() + 1);
        if (!same)
            fail(key);
    }
    void boolean(const char *key, std::optional<bool> actual)
    {
        if (const auto value = take(key);
            !value.isUndefined() && (!actual || *actual != value.toBool()))
            fail(key);
    }
    void done(const char *key) { take(key); }

    /// What did not match, and what nobody has looked at.
    [[nodiscard]] QByteArray problems() const
    {
        return m_problems + QStringList(m_expected.keys()).join(u' ').toUtf8();
    }

private:
    QJsonValue take(const char *key) { return m_expected.take(QLatin1StringView(key)); }
    void fail(const char *key) { m_problems += QByteArray(key) + " differs; "; }

    QJsonObject m_expected;
    QByteArray m_problems;
};

std::optional<double> asDouble(std::optional<qint64> value)
{
    return value ? std::optional<double>(static_cast<double>(*value)) : std::nullopt;
}

void checkFromOutlet(const Message &message, Expectation &expected)
{
    expected.text("kind", messageKind(message) == QStringLiteral("(login)")
                              ? QStringLiteral("login")
                              : messageKind(message).mid(1));
    // Words of the wire are checked through "on"; what is answered is the server's business.
    for (const char *key : {"relay", "reply_kind", "liveness", "note", "amps", "measurement_valid",
                            "average_watts", "kwh"})
        expected.done(key);
    if (const auto *login = std::get_if<Login>(&message)) {
        expected.text("account", login->account);
        expected.text("id", login->id);
        expected.text("deviceName", login->deviceName);
        expected.text("deviceVersion", login->deviceVersion);
        expected.number("deviceVersionCode", asDouble(login->deviceVersionCode));
        expected.text("type", login->type);
        expected.text("apptype", login->apptype);
        expected.text("firmName", login->firmName);
        expected.text("firmVersion", login->firmVersion);
        expected.number("firmVersionCode", asDouble(login->firmVersionCode));
        expected.number("key", asDouble(login->key));
        expected.boolean("on", login->relayOn);
    } else if (const auto *keepAlive = std::get_if<KeepAlive>(&message)) {
        expected.number("rssi_dbm", asDouble(keepAlive->signalDbm));
    } else if (const auto *report = std::get_if<Report>(&message)) {
        expected.number("joules", asDouble(report->joules));
        expected.number("seconds", asDouble(report->seconds));
    } else if (const auto *info = std::get_if<RuntimeInfo>(&message)) {
        const Reading reading = interpretReading(info->relayOn, info->powerWatts,
                                                 info->voltageVolts, plausibleLimits({}));
        expected.boolean("on", info->relayOn);
        expected.text("meastate", info->meastate);
        expected.number("watts_instant", reading.powerWatts);
        expected.number("watts_average", reading.averagePowerWatts);
        expected.number("volts_instant", reading.voltageVolts);
        expected.number("volts_average", reading.averageVoltageVolts);
    } else if (const auto *press = std::get_if<ButtonPress>(&message)) {
        expected.boolean("on", press->relayOn);
    } else if (const auto *timer = std::get_if<StoredTimerFired>(&message)) {
        expected.boolean("on", timer->relayOn);
        expected.number("id", asDouble(timer->timerId));
        expected.text("aname", timer->aname);
    } else if (const auto *trigger = std::get_if<StoredTriggerFired>(&message)) {
        expected.number("type", asDouble(trigger->type));
    } else if (const auto *counts = std::get_if<TriggerCounts>(&message)) {
        expected.number("aboveTriggerCount", asDouble(counts->above));
        expected.number("belowTriggerCount", asDouble(counts->below));
    } else if (const auto *reply = std::get_if<TimerReply>(&message)) {
        expected.number("error", asDouble(reply->error));
    }
}

/// The very message with an encoder of ours; empty where we have none for it.
QByteArray encodedAgain(const ServerMessage &message, const QJsonObject &expected)
{
    const QString utc = expected.value(QStringLiteral("utc")).toString();
    const qint64 utcMs = QDateTime::fromString(utc, Qt::ISODateWithMs).toMSecsSinceEpoch();
    if (std::holds_alternative<LoginAccepted>(message))
        return encodeLoginReply(utcMs);
    if (std::holds_alternative<ServerKeepAliveReply>(message))
        return encodeKeepAliveReply(utcMs);
    if (const auto *relay = std::get_if<RelayCommand>(&message))
        return encodeRelay(relay->on);
    if (std::holds_alternative<GetRuntime>(message))
        return encodeGetRuntime();
    return {};
}

void checkClock(const std::optional<ClockFields> &clock, Expectation &expected)
{
    QVERIFY(clock);
    expected.number("wd", clock->weekday);
    expected.number("year", clock->year);
    expected.number("month", clock->month);
    expected.number("day", clock->day);
    expected.number("ms", clock->msOfDay);
}

/// Every message that Outlet can send.
QList<QByteArray> everythingWeSend()
{
    QList<QByteArray> all{encodeKeepAlive(),  encodeGetRuntime(),       encodeRelay(true),
                          encodeRelay(false), encodeOfflineLight(true), encodeOfflineLight(false)};
    for (const qint64 utcMs : {qint64(0), qint64(1509556525134), qint64(4102444799999)})
        all << encodeLoginReply(utcMs) << encodeKeepAliveReply(utcMs);
    return all;
}

} // namespace

/// Every case of frames_plain.json and frames_aes.json.
class TestFrames : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fromOutlet_data() { plainRows(QStringLiteral("outlet_to_server"), 17); }
    void fromOutlet()
    {
        QFETCH(Vector, vector);
        const QByteArray input = vector.all.value(QStringLiteral("input")).toString().toUtf8();
        const DecodeResult result = decode(FrameType::Text, input);
        const QJsonObject expected = vector.expected();
        if (expected.value(QStringLiteral("kind")).toString() == QStringLiteral("unknown")) {
            QVERIFY(std::holds_alternative<Ignored>(result));
            QCOMPARE(std::get<Ignored>(result).reason, IgnoreReason::UnknownUri);
            return;
        }
        QVERIFY(std::holds_alternative<Decoded>(result));
        QCOMPARE(std::get<Decoded>(result).framing, Framing::Text);
        Expectation expectation(expected);
        checkFromOutlet(messageOf(result), expectation);
        QCOMPARE(expectation.problems(), QByteArray());
    }

    void toOutlet_data() { plainRows(QStringLiteral("server_to_outlet"), 10); }
    void toOutlet()
    {
        QFETCH(Vector, vector);
        const QByteArray input = vector.all.value(QStringLiteral("input")).toString().toUtf8();
        const QJsonObject expected = vector.expected();
        if (expected.contains(QStringLiteral("must_never_be_sent_by_this_app"))) {
            for (const QByteArray &sent : everythingWeSend())
                QVERIFY2(!sent.contains("upgrade") && !sent.contains("url"), sent.constData());
            return;
        }
        // A server can't be commanded by an outlet.
        if (!input.contains("/kr") && !input.contains("/getTriggerCnt") &&
            !input.contains("/setCtlFlags"))
            QVERIFY(std::holds_alternative<Ignored>(decode(FrameType::Text, input)));

        const auto message = decodeServerMessage(input);
        QVERIFY(message);
        Expectation expectation(expected);
        for (const char *key : {"kind", "action", "cid", "expected_answer_kind", "utc", "hh", "hl",
                                "lh", "ll", "flag", "set", "meaning"})
            expectation.done(key);
        if (const auto *reply = std::get_if<LoginAccepted>(&*message)) {
            expectation.number("error", reply->error);
            checkClock(reply->clock, expectation);
        } else if (const auto *keepAliveReply = std::get_if<ServerKeepAliveReply>(&*message)) {
            expectation.number("error", keepAliveReply->error);
            checkClock(keepAliveReply->clock, expectation);
        } else if (const auto *relay = std::get_if<RelayCommand>(&*message)) {
            expectation.boolean("on", relay->on);
        } else if (const auto *unknown = std::get_if<UnknownCommand>(&*message)) {
            QCOMPARE(unknown->uri, u'/' + expected.value(QStringLiteral("kind")).toString());
        }
        QCOMPARE(expectation.problems(), QByteArray());

        const QByteArray ours =
            unknownHere(*message) ? encodedLight(input) : encodedAgain(*message, expected);
        if (!input.contains("\"cid\""))
            QCOMPARE(ours, input); // byte for byte what the cloud sent
        else if (!ours.isEmpty())
            QVERIFY(decodeServerMessage(ours).has_value());
    }

    void aes_data()
    {
        QTest::addColumn<Vector>("vector");
        for (const Vector &vector : loadVectors(QStringLiteral("frames_aes.json"), 25))
            QTest::addRow("%s", qPrintable(vector.name)) << vector;
    }
    void aes()
    {
        QFETCH(Vector, vector);
        const QJsonObject expected = vector.expected();
        const auto cipher = QByteArray::fromHex(
            vector.all.value(QStringLiteral("ciphertext_hex")).toString().toLatin1());
        const QString plain = vector.all.value(QStringLiteral("plaintext"))
                                  .toString(expected.value(QStringLiteral("plaintext")).toString());
        const bool fromOutlet = vector.all.value(QStringLiteral("direction")).toString() ==
                                QStringLiteral("outlet_to_server");

        if (vector.all.contains(QStringLiteral("plaintext")))
            QCOMPARE(encryptMessage(plain.toUtf8()).toHex(), cipher.toHex());
        if (!plain.isEmpty())
            QCOMPARE(decryptMessage(cipher), std::optional(plain.toUtf8()));
        const QString prefix = expected.value(QStringLiteral("plaintext_prefix")).toString();
        if (!prefix.isEmpty()) {
            QVERIFY(decryptMessage(cipher));
            QVERIFY(decryptMessage(cipher)->startsWith(prefix.toUtf8()));
        }
        if (!fromOutlet) {
            QVERIFY(decodeServerMessage(plain.toUtf8()));
            return;
        }
        const DecodeResult result = decode(FrameType::Binary, cipher);
        const bool whole = !expected.value(QStringLiteral("partial")).toBool();
        const bool ok = expected.value(QStringLiteral("ok")).toBool() && whole;
        QCOMPARE(std::holds_alternative<Decoded>(result), ok);
        if (!ok)
            return;
        const bool lenient = expected.value(QStringLiteral("lenient")).toBool();
        QCOMPARE(std::get<Decoded>(result).framing, lenient ? Framing::Text : Framing::Aes);
        const QString kind = messageKind(messageOf(result));
        QCOMPARE(QString(kind).remove(u'/').remove(u'(').remove(u')'),
                 expected.value(QStringLiteral("kind")).toString());
        if (!lenient) {
            const DecodeResult asText = decode(FrameType::Text, plain.toUtf8());
            QCOMPARE(messageKind(messageOf(asText)), kind);
        }
    }

    void wrongLengthsAreNamed()
    {
        const DecodeResult odd = decode(FrameType::Binary, QByteArray(17, '\0'));
        QCOMPARE(std::get<Ignored>(odd).reason, IgnoreReason::BadCipherLength);
        const DecodeResult none = decode(FrameType::Binary, QByteArray());
        QCOMPARE(std::get<Ignored>(none).reason, IgnoreReason::Empty);
        QCOMPARE(decryptMessage(QByteArray()), std::nullopt);
        QCOMPARE(decryptMessage(QByteArray(15, 'x')), std::nullopt);
    }

    void ciphersAreIndependentOfWhatWasBefore()
    {
        const QByteArray first = encryptMessage("{\"uri\":\"/ka\"}");
        const QByteArray other = encryptMessage(QByteArray(1000, 'x'));
        QCOMPARE(encryptMessage("{\"uri\":\"/ka\"}"), first);
        QCOMPARE(decryptMessage(other), std::optional(QByteArray(1000, 'x')));
        QCOMPARE(decryptMessage(first), std::optional(QByteArray("{\"uri\":\"/ka\"}")));
    }

    void everythingWeSendIsUnderstood()
    {
        const QByteArrayList forbidden{
            "/upgrade",      "/assignGuid",         "/calibration",   "/complete", "/delDevice",
            "/setTrigger",   "/delTrigger",         "/clrTriggerCnt", "/resetID",  "/softRestore",
            "/beginMeasure", "/setManufactureFlag", "/discoverReply", "/register"};
        for (const QByteArray &sent : everythingWeSend()) {
            QVERIFY2(decodeServerMessage(sent), sent.constData());
            for (const QByteArray &uri : forbidden)
                QVERIFY2(!sent.contains(uri), sent.constData());
        }
    }

private:
    static bool unknownHere(const ServerMessage &message)
    {
        return std::holds_alternative<UnknownCommand>(message);
    }
    static QByteArray encodedLight(const QByteArray &input)
    {
        return input.contains("/setCtlFlags") ? encodeOfflineLight(true) : QByteArray();
    }
    static void plainRows(const QString &direction, int count)
    {
        QTest::addColumn<Vector>("vector");
        int rows = 0;
        for (const Vector &vector : loadVectors(QStringLiteral("frames_plain.json"), 33)) {
            if (vector.all.value(QStringLiteral("direction")).toString() != direction)
                continue;
            QTest::addRow("%s", qPrintable(vector.name)) << vector;
            ++rows;
        }
        QVERIFY(rows >= count);
    }
};

QTEST_APPLESS_MAIN(TestFrames)
#include "tst_frames.moc"
