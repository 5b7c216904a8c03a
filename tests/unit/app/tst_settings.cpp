// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QMetaProperty>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "app/setting_list.h"
#include "app/settings.h"
#include "storage/storage.h"

using namespace outlet;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySettingHasItsProperty();
    void startsWithDefaults();
    void changesAreAnnouncedOnce_data();
    void changesAreAnnouncedOnce();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();
    void badStoredValuesGiveTheDefault_data();
    void badStoredValuesGiveTheDefault();
    void survivesARestart();
    void leavesUnknownKeysAlone();
    void sensitiveValuesAreNotLogged();
};

/// What each setting can be set to, other than its default.
static QHash<QString, QVariant> otherValues()
{
    return {
        {QStringLiteral("theme"), QStringLiteral("dark")},
        {QStringLiteral("port"), 20000},
        {QStringLiteral("bindAddresses"),
         QStringList{QStringLiteral("192.168.1.24"), QStringLiteral("fe80::1")}},
        {QStringLiteral("closeToTray"), false},
        {QStringLiteral("startWithSession"), true},
        {QStringLiteral("reduceMotion"), true},
        {QStringLiteral("askBeforeKeepOn"), false},
        {QStringLiteral("byRoom"), true},
        {QStringLiteral("historyRawDays"), 30},
        {QStringLiteral("historyMinuteDays"), 365},
        {QStringLiteral("historyRollupDays"), 3650},
        {QStringLiteral("backupDaily"), false},
        {QStringLiteral("backupFolder"), QStringLiteral("/somewhere")},
        {QStringLiteral("lastPage"), QStringLiteral("devices")},
        {QStringLiteral("windowGeometry"), QRect(-1200, 30, 1280, 800)},
        {QStringLiteral("windowMaximized"), true},
        {QStringLiteral("welcomeDone"), true},
        {QStringLiteral("trayNoticeShown"), true},
        {QStringLiteral("setupAddress"), QStringLiteral("192.168.1.20")},
        {QStringLiteral("setupNetwork"), QStringLiteral("Maple House")},
        {QStringLiteral("dismissedAddressNotice"), QStringLiteral("It is another one.")},
        {QStringLiteral("chartRange"), QStringLiteral("week")},
        {QStringLiteral("tariff"), QStringLiteral("{\"plans\":[]}")},
    };
}

void TestSettings::everySettingHasItsProperty()
{
    const QMetaObject &meta = Settings::staticMetaObject;
    QStringList properties;
    for (int i = meta.propertyOffset(); i < meta.propertyCount(); ++i) {
        const QMetaProperty property = meta.property(i);
        properties += QString::fromLatin1(property.name());
        QVERIFY2(property.hasNotifySignal() && property.isWritable(), property.name());
    }
    QStringList declared;
    for (const SettingDeclaration &one : settingList()) {
        declared += one.key;
        QVERIFY2(one.accepted(one.defaultValue), qPrintable(one.key));
    }
    QCOMPARE(properties, declared);
}

void TestSettings::startsWithDefaults()
{
    const Settings settings(nullptr);
    QCOMPARE(settings.theme(), QStringLiteral("system"));
    QCOMPARE(settings.port(), quint16(17273));
    QCOMPARE(settings.bindAddresses(), QStringList());
    QVERIFY(settings.closeToTray());
    QVERIFY(settings.askBeforeKeepOn());
    QVERIFY(!settings.welcomeDone());
    QVERIFY(settings.windowGeometry().isNull());
    QCOMPARE(settings.chartRange(), QStringLiteral("day"));
}

void TestSettings::changesAreAnnouncedOnce_data()
{
    QTest::addColumn<QString>("key");
    for (const SettingDeclaration &one : settingList())
        QTest::newRow(qPrintable(one.key)) << one.key;
}

void TestSettings::changesAreAnnouncedOnce()
{
    QFETCH(QString, key);
    const QVariant other = otherValues().value(key);
    QVERIFY(other.isValid());
    Settings settings(nullptr);
    const QMetaObject &meta = Settings::staticMetaObject;
    const QMetaProperty property = meta.property(meta.indexOfProperty(qPrintable(key)));
    QSignalSpy own(&settings, property.notifySignal());
    QSignalSpy any(&settings, &Settings::changed);

    // Through the typed setter and getter, which moc calls for the property.
    QVERIFY(property.write(&settings, other));
    QCOMPARE(property.read(&settings), other);
    QCOMPARE(settings.value(key), other);
    QCOMPARE(own.size(), 1);
    QCOMPARE(any.size(), 1);
    QCOMPARE(any.at(0).at(0).toString(), key);

    QVERIFY(settings.setValue(key, other));
    QCOMPARE(own.size(), 1);
    QCOMPARE(any.size(), 1);
}

void TestSettings::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    QTest::newRow("theme") << QStringLiteral("theme") << QVariant(QStringLiteral("pink"));
    QTest::newRow("privileged port") << QStringLiteral("port") << QVariant(80);
    QTest::newRow("port too large") << QStringLiteral("port") << QVariant(65536);
    QTest::newRow("port as text") << QStringLiteral("port") << QVariant(QStringLiteral("17000"));
    QTest::newRow("port beyond int")
        << QStringLiteral("port") << QVariant(Q_INT64_C(0x100000000) + 17000);
    QTest::newRow("address") << QStringLiteral("bindAddresses")
                             << QVariant(QStringList{QStringLiteral("my computer")});
    QTest::newRow("flag") << QStringLiteral("closeToTray") << QVariant(QStringLiteral("yes"));
    QTest::newRow("raw days") << QStringLiteral("historyRawDays") << QVariant(1);
    QTest::newRow("minute days") << QStringLiteral("historyMinuteDays") << QVariant(-5);
    QTest::newRow("no address") << QStringLiteral("setupAddress")
                                << QVariant(QStringLiteral("home"));
    QTest::newRow("range") << QStringLiteral("chartRange") << QVariant(QStringLiteral("decade"));
    QTest::newRow("prices") << QStringLiteral("tariff") << QVariant(QStringLiteral("0.30"));
    QTest::newRow("impossible prices")
        << QStringLiteral("tariff") << QVariant(QStringLiteral("{\"billingDay\":31}"));
    QTest::newRow("no value") << QStringLiteral("lastPage") << QVariant();
    QTest::newRow("no such key") << QStringLiteral("password") << QVariant(QStringLiteral("x"));
}

void TestSettings::refusesWhatMakesNoSense()
{
    QFETCH(QString, key);
    QFETCH(QVariant, value);
    Settings settings(nullptr);
    QSignalSpy any(&settings, &Settings::changed);
    const QVariant before = settings.value(key);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("setting")));
    QVERIFY(!settings.setValue(key, value));
    QCOMPARE(settings.value(key), before);
    QCOMPARE(any.size(), 0);
}

void TestSettings::badStoredValuesGiveTheDefault_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("stored");
    QTest::newRow("theme") << QStringLiteral("theme") << QVariant(Q_INT64_C(3));
    QTest::newRow("port") << QStringLiteral("port") << QVariant(Q_INT64_C(7));
    QTest::newRow("list, no JSON")
        << QStringLiteral("bindAddresses") << QVariant(QStringLiteral("10.0.0.1"));
    QTest::newRow("list of numbers")
        << QStringLiteral("bindAddresses") << QVariant(QStringLiteral("[1]"));
    QTest::newRow("list, bad address")
        << QStringLiteral("bindAddresses") << QVariant(QStringLiteral("[\"10.0.0.\"]"));
    QTest::newRow("flag") << QStringLiteral("closeToTray") << QVariant(QStringLiteral("false"));
    QTest::newRow("rect, three") << QStringLiteral("windowGeometry")
                                 << QVariant(QStringLiteral("1,2,3"));
    QTest::newRow("rect, huge") << QStringLiteral("windowGeometry")
                                << QVariant(QStringLiteral("2147483647,0,2147483647,5"));
    QTest::newRow("rect, number") << QStringLiteral("windowGeometry") << QVariant(1.5);
}

void TestSettings::badStoredValuesGiveTheDefault()
{
    QFETCH(QString, key);
    QFETCH(QVariant, stored);
    Settings settings(nullptr);
    const QVariant before = settings.value(key);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("as if never chosen")));
    settings.restore({{key, stored}, {QStringLiteral("byRoom"), true}});
    QCOMPARE(settings.value(key), before);
    QVERIFY(settings.byRoom()); // the others are not disturbed
}

void TestSettings::survivesARestart()
{
    QTemporaryDir folder;
    {
        Storage storage(folder.path());
        QSignalSpy opened(&storage, &Storage::opened);
        storage.open();
        QVERIFY(opened.wait());
        Settings settings(&storage);
        const QHash<QString, QVariant> values = otherValues();
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            QVERIFY(settings.setValue(it.key(), it.value()));
        storage.close();
    }
    Storage storage(folder.path());
    Settings settings(&storage);
    connect(&storage, &Storage::opened, &settings,
            [&settings](const StoredState &state) { settings.restore(state.settings); });
    QSignalSpy opened(&storage, &Storage::opened);
    storage.open();
    QVERIFY(opened.wait());
    for (const SettingDeclaration &one : settingList())
        QVERIFY2(settings.value(one.key) == otherValues().value(one.key), qPrintable(one.key));
}

void TestSettings::leavesUnknownKeysAlone()
{
    QTemporaryDir folder;
    {
        Storage storage(folder.path());
        storage.open();
        storage.saveSetting(QStringLiteral("fromTheFuture"), QStringLiteral("kept"));
        storage.close();
    }
    for (int start = 0; start < 2; ++start) {
        Storage storage(folder.path());
        Settings settings(&storage);
        QSignalSpy opened(&storage, &Storage::opened);
        storage.open();
        QVERIFY(opened.wait());
        const auto state = opened.at(0).at(0).value<StoredState>();
        settings.restore(state.settings);
        QVERIFY(!settings.value(QStringLiteral("fromTheFuture")).isValid());
        settings.setByRoom(start == 0);
        QCOMPARE(state.settings.value(QStringLiteral("fromTheFuture")).toString(),
                 QStringLiteral("kept"));
        storage.close();
    }
}

void TestSettings::sensitiveValuesAreNotLogged()
{
    SettingDeclaration secret{QStringLiteral("key"), QString(), {}, Sensitivity::Sensitive};
    QVERIFY(!secret.forLog(QStringLiteral("hunter2")).contains(u"hunter2"));
    secret.sensitivity = Sensitivity::Harmless;
    QCOMPARE(secret.forLog(QStringLiteral("a\nb")), QStringLiteral("a\\u000ab"));
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
