// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>
#include <limits>

#include "protocol/decoder.h"
#include "protocol/measurement.h"
#include "protocol/models.h"
#include "vectors.h"

using namespace outlet::protocol;
using outlet::test::loadVectors;
using outlet::test::messageOf;
using outlet::test::Vector;

namespace {

constexpr Rating kUsa{7, 120};

bool matches(const std::optional<double> &actual, const QJsonValue &expected)
{
    if (expected.isNull() || expected.isUndefined())
        return !actual;
    return actual && qAbs(*actual - expected.toDouble()) < 1e-9;
}

MeasuredPair pair(const char *text)
{
    const auto parsed = parseMeasuredPair(text);
    if (!parsed)
        qFatal("Malformed: %s", text);
    return *parsed;
}

} // namespace

/// Every case of measurements.json, and the rules of section 4.2.
class TestMeasurement : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void vector_data()
    {
        QTest::addColumn<Vector>("vector");
        for (const Vector &vector : loadVectors(QStringLiteral("measurements.json"), 33))
            QTest::addRow("%s", qPrintable(vector.name)) << vector;
    }
    void vector()
    {
        QFETCH(Vector, vector);
        const QJsonObject input = vector.all.value(QStringLiteral("input")).toObject();
        if (input.value(QStringLiteral("kind")).toString() == QStringLiteral("report"))
            checkReport(input, vector.expected());
        else
            checkField(input, vector.expected());
    }

    void hex_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("expected"); // -1 = rejected
        QTest::newRow("zero") << QByteArray("0") << qint64(0);
        QTest::newRow("mixed case") << QByteArray("aF5") << qint64(2805);
        QTest::newRow("leading zeros") << QByteArray("00b6") << qint64(182);
        QTest::newRow("most") << QByteArray("7fffffffffffffff")
                              << std::numeric_limits<qint64>::max();
        QTest::newRow("over 63 bit") << QByteArray("8000000000000000") << qint64(-1);
        QTest::newRow("17 digits") << QByteArray("00000000000000001") << qint64(-1);
        for (const char *bad : {"", "-1", "+1", " 1", "1 ", "0x1", "1g", "1.0", "\xc3\xbc", "NaN"})
            QTest::addRow("'%s'", bad) << QByteArray(bad) << qint64(-1);
        QTest::newRow("NUL inside") << QByteArray("1\0002", 3) << qint64(-1);
    }
    void hex()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, expected);
        QCOMPARE(parseHex(text), expected < 0 ? std::nullopt : std::optional(expected));
    }

    void decimals()
    {
        QCOMPARE(pair("120").instant, std::optional(120.0));
        QVERIFY(pair("0.0").zero);
        for (const char *bad : {".", "1.", ".5", "1.2.3", "-1", "1e3", "inf", "nan", "1,5",
                                "111111111111111111111111111111111"})
            QVERIFY2(!parseMeasuredPair(bad), bad);
    }

    void relayOffIsZeroWattsWhateverTheWireSays()
    {
        const Reading reading = interpretReading(false, pair("170b6:1716d"), pair("fffff:fffff"),
                                                 plausibleLimits(kUsa));
        QCOMPARE(reading.powerWatts, std::optional(0.0));
        QCOMPARE(reading.averagePowerWatts, std::optional(0.0));
        QCOMPARE(reading.voltageVolts, std::nullopt);
        QVERIFY(!reading.droppedAsSpike);
    }

    void justSwitchedOnIsNoReading()
    {
        const Reading reading =
            interpretReading(true, pair("0:0"), pair("0:0"), plausibleLimits(kUsa));
        QCOMPARE(reading.powerWatts, std::nullopt);
        QCOMPARE(reading.averagePowerWatts, std::nullopt);
        QCOMPARE(reading.voltageVolts, std::nullopt);
        QVERIFY(!reading.droppedAsSpike);
    }

    void nothingPluggedInIsZeroWatts()
    {
        const Reading reading =
            interpretReading(true, pair("0:0"), pair("78000:78000"), plausibleLimits(kUsa));
        QCOMPARE(reading.powerWatts, std::optional(0.0));
        QCOMPARE(reading.voltageVolts, std::optional(120.0));
    }

    void unknownRelayCountsAsOn()
    {
        const Reading reading =
            interpretReading({}, pair("1000:1000"), pair("78000:78000"), plausibleLimits(kUsa));
        QCOMPARE(reading.powerWatts, std::optional(1.0));
    }

    void powerWithoutVoltageIsShown()
    {
        const Reading reading =
            interpretReading(true, pair("1000:2000"), pair("0:0"), plausibleLimits(kUsa));
        QCOMPARE(reading.powerWatts, std::optional(1.0));
        QCOMPARE(reading.averagePowerWatts, std::optional(2.0));
        QCOMPARE(reading.voltageVolts, std::nullopt);
    }

    void aSpikeDropsTheSample()
    {
        const auto limits = plausibleLimits(kUsa);
        const Reading power =
            interpretReading(true, pair("fffff000:170b6"), pair("78000:0"), limits);
        QVERIFY(power.droppedAsSpike);
        QCOMPARE(power.powerWatts, std::nullopt);
        QCOMPARE(power.averagePowerWatts, std::nullopt);
        QCOMPARE(power.voltageVolts, std::nullopt);
        QVERIFY(
            interpretReading(true, pair("1000:1000"), pair("fffff:78000"), limits).droppedAsSpike);
        // A mean that is out of range costs only itself.
        const Reading mean =
            interpretReading(true, pair("1000:fffff000"), pair("78000:fffff"), limits);
        QVERIFY(!mean.droppedAsSpike);
        QCOMPARE(mean.powerWatts, std::optional(1.0));
        QCOMPARE(mean.averagePowerWatts, std::nullopt);
        QCOMPARE(mean.voltageVolts, std::optional(120.0));
        QCOMPARE(mean.averageVoltageVolts, std::nullopt);
    }

    void limits()
    {
        QCOMPARE(plausibleLimits(kUsa).powerWatts, 1050.0);
        QCOMPARE(plausibleLimits(kUsa).voltageVolts, 138.0);
        const auto widest = plausibleLimits({});
        for (const Model &model : models()) {
            const auto own = plausibleLimits(model.rating);
            QVERIFY(own.powerWatts <= widest.powerWatts);
            QVERIFY(own.voltageVolts <= widest.voltageVolts);
        }
        QCOMPARE(widest.powerWatts, 1.25 * 10 * 230);
        QCOMPARE(widest.voltageVolts, 1.15 * 230);
        // A rating that says nothing limits nothing.
        QCOMPARE(plausibleLimits(Rating{0, 120}).powerWatts, widest.powerWatts);
    }

    void reports()
    {
        const auto usa = plausibleLimits(kUsa);
        QVERIFY(isPlausibleReport(1050 * 182, 182, usa));
        QVERIFY(!isPlausibleReport(1050 * 182 + 1, 182, usa));
        QVERIFY(isPlausibleReport(1050, 0, usa));
        QVERIFY(!isPlausibleReport(1051, 0, usa));
        QVERIFY(isPlausibleReport(0, 0, usa));
        QVERIFY(!isPlausibleReport(-1, 182, usa));
    }

    void modelTable()
    {
        QCOMPARE(models().size(), size_t(7));
        const auto rating = [](QStringView key) { return findModel(key)->rating; };
        QCOMPARE(rating(u"ESW01-USA"), (Rating{7, 120}));
        QCOMPARE(rating(u"ESW01-USA-10A"), (Rating{10, 120}));
        QCOMPARE(rating(u"ESW03-USA"), (Rating{10, 120}));
        QCOMPARE(rating(u"ESW10-USA"), (Rating{10, 120}));
        QCOMPARE(rating(u"ESW01-EU"), (Rating{10, 230}));
        QCOMPARE(rating(u"ESW15-USA"), (Rating{15, 120}));
        QCOMPARE(rating(u"ESO15-TB"), (Rating{15, 120}));
        for (const Model &model : models())
            QCOMPARE(model.nightLight, model.key == QLatin1StringView("ESW15-USA"));
        QCOMPARE(findModel(u"ESW99"), nullptr);
        QCOMPARE(findModel(u""), nullptr);
    }

    void firmware_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<int>("generation");
        for (const char *one : {"1.65", "1.75", "1.85", "1.89", "1.95", "2.123", "2.125"})
            QTest::newRow(one) << QString::fromLatin1(one) << int(FirmwareGeneration::One);
        for (const char *two : {"1.1.02", "1.1.27", "1.1.30"})
            QTest::newRow(two) << QString::fromLatin1(two) << int(FirmwareGeneration::Two);
        for (const char *other : {"", "1", "1.", "1.1.", "1.1.x", "1.103", "1.x5", "2.12", "2.1234",
                                  "3.10", " 1.89", "1.89 ", "1.1.2.3"})
            QTest::addRow("'%s'", other)
                << QString::fromLatin1(other) << int(FirmwareGeneration::Unknown);
    }
    void firmware()
    {
        QFETCH(QString, version);
        QFETCH(int, generation);
        QCOMPARE(int(firmwareGeneration(version)), generation);
    }

private:
    static void checkReport(const QJsonObject &input, const QJsonObject &expected)
    {
        const QByteArray json =
            "{\"uri\":\"/report\",\"e\":\"" + input.value(QStringLiteral("e")).toString().toUtf8() +
            "\",\"t\":\"" + input.value(QStringLiteral("t")).toString().toUtf8() + "\"}";
        const DecodeResult result = decode(FrameType::Text, json);
        const QString action = expected.value(QStringLiteral("action")).toString();
        if (action == QStringLiteral("ignore_and_log")) {
            QVERIFY(std::holds_alternative<Ignored>(result));
            return;
        }
        const auto *report = std::get_if<Report>(&messageOf(result));
        QVERIFY(report);
        QCOMPARE(report->joules, expected.value(QStringLiteral("joules")).toInteger(-1));
        QCOMPARE(isPlausibleReport(report->joules, report->seconds, plausibleLimits({})),
                 expected.value(QStringLiteral("ok")).toBool());
        if (expected.contains(QStringLiteral("seconds")))
            QCOMPARE(report->seconds, expected.value(QStringLiteral("seconds")).toInteger(-1));
    }

    static void checkField(const QJsonObject &input, const QJsonObject &expected)
    {
        const bool volts =
            input.value(QStringLiteral("field")).toString() == QStringLiteral("voltage");
        const auto parsed =
            parseMeasuredPair(input.value(QStringLiteral("text")).toString().toUtf8());
        const QString action = expected.value(QStringLiteral("action")).toString();
        QCOMPARE(parsed.has_value(), action != QStringLiteral("ignore_field_and_log"));
        if (!parsed)
            return;
        const bool lenient = expected.value(QStringLiteral("lenient")).toBool();
        QCOMPARE(parsed->lenient, lenient);
        // The other field is a good one, so that what is seen comes from this one.
        const MeasuredPair other = volts ? pair("1000:1000") : pair("78000:78000");
        const bool onUsa = action == QStringLiteral("drop_sample_on_120V_models");
        const Reading reading =
            interpretReading(true, volts ? other : *parsed, volts ? *parsed : other,
                             plausibleLimits(onUsa ? std::optional(kUsa) : std::nullopt));
        if (action.startsWith(QStringLiteral("drop_sample"))) {
            QVERIFY(reading.droppedAsSpike);
            QVERIFY(matches(parsed->instant, expected.value(QStringLiteral("instant"))));
            return;
        }
        QVERIFY(!reading.droppedAsSpike);
        QVERIFY(matches(volts ? reading.voltageVolts : reading.powerWatts,
                        expected.value(QStringLiteral("instant"))));
        QVERIFY(matches(volts ? reading.averageVoltageVolts : reading.averagePowerWatts,
                        expected.value(QStringLiteral("average"))));
    }
};

QTEST_APPLESS_MAIN(TestMeasurement)
#include "tst_measurement.moc"
