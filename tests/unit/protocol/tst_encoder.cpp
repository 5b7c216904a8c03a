// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDateTime>
#include <QtCore/QJsonDocument>
#include <QtCore/QTimeZone>
#include <QtTest/QTest>
#include <limits>

#include "protocol/encoder.h"
#include "protocol/outlet_side.h"
#include "vectors.h"

using namespace outlet::protocol;
using outlet::test::loadVectors;
using outlet::test::messageOf;
using outlet::test::Vector;

namespace {

/// The message of \a json as the server sees it.
template <typename T>
T seen(const QByteArray &json)
{
    const DecodeResult result = decode(FrameType::Text, json);
    const T *message = std::get_if<T>(&messageOf(result));
    if (!message)
        qFatal("Decoded to another kind: %s", json.constData());
    return *message;
}

} // namespace

/// What both sides write, the clock in it, and that each side understands the other.
class TestEncoder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void clock_data()
    {
        QTest::addColumn<Vector>("vector");
        for (const Vector &vector : loadVectors(QStringLiteral("clock.json"), 8))
            QTest::addRow("%s", qPrintable(vector.name)) << vector;
    }
    void clock()
    {
        QFETCH(Vector, vector);
        const QString utc = vector.all.value(QStringLiteral("input"))
                                .toObject()
                                .value(QStringLiteral("utc"))
                                .toString();
        const qint64 utcMs = QDateTime::fromString(utc, Qt::ISODateWithMs).toMSecsSinceEpoch();
        const ClockFields fields = clockFields(utcMs);
        const QJsonObject expected = vector.expected();
        QCOMPARE(fields.weekday, expected.value(QStringLiteral("wd")).toInt(-1));
        QCOMPARE(fields.year, expected.value(QStringLiteral("year")).toInt(-1));
        QCOMPARE(fields.month, expected.value(QStringLiteral("month")).toInt(-1));
        QCOMPARE(fields.day, expected.value(QStringLiteral("day")).toInt(-1));
        QCOMPARE(fields.msOfDay, expected.value(QStringLiteral("ms")).toInt(-1));
    }

    void clockBeforeTheEpoch()
    {
        const ClockFields fields = clockFields(-1);
        QCOMPARE(fields.year, 1969);
        QCOMPARE(fields.month, 12);
        QCOMPARE(fields.day, 31);
        QCOMPARE(fields.msOfDay, 86'399'999);
    }

    void everyDayOfFourYearsAgreesWithQt()
    {
        const QDate first(2023, 1, 1);
        for (int i = 0; i < 4 * 365 + 1; ++i) {
            const QDate day = first.addDays(i);
            const qint64 utcMs = day.startOfDay(QTimeZone::utc()).toMSecsSinceEpoch() + i;
            const ClockFields fields = clockFields(utcMs);
            QCOMPARE(QDate(fields.year, fields.month, fields.day), day);
            QCOMPARE(fields.weekday, day.dayOfWeek() == 7 ? kSundayWeekday : day.dayOfWeek());
            QCOMPARE(fields.msOfDay, i);
        }
    }

    void offlineLight()
    {
        QCOMPARE(encodeOfflineLight(true),
                 QByteArray(R"({"uri":"/setCtlFlags","flag":0,"set":0})"));
        QCOMPARE(encodeOfflineLight(false),
                 QByteArray(R"({"uri":"/setCtlFlags","flag":0,"set":1})"));
    }

    void capturedMessagesOfTheOutletByteForByte()
    {
        QByteArray captured;
        for (const Vector &vector : loadVectors(QStringLiteral("frames_plain.json"), 33)) {
            const QByteArray input = vector.all.value(QStringLiteral("input")).toString().toUtf8();
            const QString &name = vector.name;
            if (name == QStringLiteral("login_fw_1_89"))
                QCOMPARE(encodeLogin(seen<Login>(input)), input);
            else if (name == QStringLiteral("report_e324_tb7"))
                QCOMPARE(encodeReport(804, 183), input);
            else if (name == QStringLiteral("runtimeInfo_off"))
                QCOMPARE(encodeRuntimeInfo(false, 60, 60, 120), input);
            else if (name == QStringLiteral("ka_rssi_39"))
                QCOMPARE(encodeOutletKeepAlive(-39), input);
            else if (name == QStringLiteral("kr_from_outlet"))
                QCOMPARE(encodeOutletKeepAliveReply(), input);
            else if (name == QStringLiteral("state_button_on"))
                QCOMPARE(encodeButtonPress(true), input);
            else if (name == QStringLiteral("evtimer"))
                QCOMPARE(encodeStoredTimerFired(false, 1), input);
            else
                continue;
            captured += ' ' + name.toUtf8();
        }
        QCOMPARE(captured.count(' '), 7);
    }

    void loginRoundTrip()
    {
        Login login;
        login.id = QStringLiteral("a\"b\\c\n\u00fc\u6e2c");
        login.account = QStringLiteral("user@example.com");
        login.key = std::numeric_limits<qint64>::max();
        const auto again = seen<Login>(encodeLogin(login));
        QCOMPARE(again.id, login.id);
        QCOMPARE(again.account, login.account);
        QCOMPARE(again.key, login.key);
        QCOMPARE(again.deviceName, QString());
        QCOMPARE(again.relayOn, std::nullopt);
        login.relayOn = false;
        QCOMPARE(seen<Login>(encodeLogin(login)).relayOn, std::optional(false));
    }

    void runtimeInfoRoundTrip()
    {
        const auto info = seen<RuntimeInfo>(encodeRuntimeInfo(true, 23.044433594, 23.0890, 118.0));
        QCOMPARE(info.relayOn, std::optional(true));
        QCOMPARE(info.meastate, QStringLiteral("idle"));
        QCOMPARE(info.powerWatts.instant, std::optional(23.04443359375));
        QVERIFY(qAbs(*info.powerWatts.average - 23.0890) < 1.0 / 4096);
        QCOMPARE(info.voltageVolts.instant, std::optional(118.0));
        QCOMPARE(info.voltageVolts.average, std::optional(118.0));

        const auto settling = seen<RuntimeInfo>(encodeRuntimeInfo(true, 0, {}, {}));
        QVERIFY(settling.powerWatts.zero);
        QVERIFY(settling.voltageVolts.zero);
        const auto nonsense = seen<RuntimeInfo>(encodeRuntimeInfo(true, qQNaN(), -5, qInf()));
        QVERIFY(nonsense.powerWatts.zero);
        QVERIFY(nonsense.voltageVolts.instant);
    }

    void keepAliveWithoutSignal()
    {
        QCOMPARE(encodeOutletKeepAlive({}), QByteArray(R"({"uri":"/ka"})"));
        QCOMPARE(seen<KeepAlive>(encodeOutletKeepAlive({})).signalDbm, std::nullopt);
    }

    void whatNoServerSays_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("unknown action") << QByteArray(R"({"uri":"/relay","action":"on"})");
        QTest::newRow("no action") << QByteArray(R"({"uri":"/relay"})");
        QTest::newRow("no uri") << QByteArray(R"({"error":0})");
        QTest::newRow("uri is a number") << QByteArray(R"({"uri":1})");
        QTest::newRow("array") << QByteArray(R"(["/ka"])");
        QTest::newRow("no JSON") << QByteArray("/ka");
        QTest::newRow("nothing") << QByteArray();
    }
    void whatNoServerSays()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!decodeServerMessage(json));
    }

    void clockOfAnotherServerMayBeIncomplete()
    {
        const auto message = decodeServerMessage(R"({"uri":"/loginReply","error":3,"wd":3})");
        QVERIFY(message);
        const auto *accepted = std::get_if<LoginAccepted>(&*message);
        QVERIFY(accepted);
        QCOMPARE(accepted->error, 3);
        QVERIFY(!accepted->clock);
    }
};

QTEST_APPLESS_MAIN(TestEncoder)
#include "tst_encoder.moc"
