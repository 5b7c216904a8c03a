// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "desktop/date_picker.h"
#include "desktop/format.h"

using namespace outlet;
using namespace Qt::StringLiterals;

/// Dates as they are typed, written and chosen from a month.
class TestDatePicker : public QObject
{
    Q_OBJECT

    static void useLocale(const char *name) { QLocale::setDefault(QLocale(QLatin1String(name))); }

private Q_SLOTS:
    void init() { useLocale("en_US"); }

    void readsWhatPeopleType_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("date");
        const QDate oct(2025, 10, 1);
        QTest::newRow("as shown") << u"en_US"_s << u"Oct 1, 2025"_s << oct;
        QTest::newRow("small letters, spaces") << u"en_US"_s << u"  oct 1,  2025 "_s << oct;
        QTest::newRow("numbers") << u"en_US"_s << u"10/1/2025"_s << oct;
        QTest::newRow("two digits") << u"en_US"_s << u"10/1/25"_s << oct;
        QTest::newRow("two digits of the last century")
            << u"en_US"_s << u"10/1/99"_s << QDate(1999, 10, 1);
        QTest::newRow("ISO") << u"en_US"_s << u"2025-10-01"_s << oct;
        QTest::newRow("German") << u"de_DE"_s << u"01.10.2025"_s << oct;
        QTest::newRow("German, short year") << u"de_DE"_s << u"01.10.25"_s << oct;
        QTest::newRow("British") << u"en_GB"_s << u"01/10/2025"_s << oct;
        QTest::newRow("no such day") << u"en_US"_s << u"2/30/2025"_s << QDate();
        QTest::newRow("another order") << u"en_US"_s << u"31/10/2025"_s << QDate();
        QTest::newRow("words") << u"en_US"_s << u"next week"_s << QDate();
        QTest::newRow("nothing") << u"en_US"_s << u" "_s << QDate();
        QTest::newRow("before anybody had outlets") << u"en_US"_s << u"0025-10-01"_s << QDate();
    }
    void readsWhatPeopleType()
    {
        QFETCH(QString, locale);
        QFETCH(QString, text);
        QTEST(DatePicker::fromText(text, QLocale(locale)), "date");
    }

    /// What is written can be read again, in many ways of writing.
    void readsWhatItWrites_data()
    {
        QTest::addColumn<QString>("locale");
        for (const char *name : {"en_US", "en_GB", "de_DE", "fr_FR", "es_ES", "it_IT", "nl_NL",
                                 "sv_SE", "pl_PL", "ja_JP", "ko_KR", "zh_CN", "pt_BR", "ru_RU"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void readsWhatItWrites()
    {
        QFETCH(QString, locale);
        QLocale::setDefault(QLocale(locale));
        for (const QDate date : {QDate(2025, 10, 1), QDate(2024, 2, 29), QDate(2030, 12, 31)}) {
            const QString text = Format::date(date);
            QVERIFY2(DatePicker::fromText(text, QLocale()) == date, qPrintable(text));
        }
    }

    void saysWhatIsWrong()
    {
        DatePicker picker;
        picker.setToday(u"2025-11-18"_s);
        QCOMPARE(picker.take(u"soon"_s), u"Enter a date such as Nov 18, 2025."_s);
        QCOMPARE(picker.value(), QString());
        QCOMPARE(picker.take(u"10/1/25"_s), QString());
        QCOMPARE(picker.value(), u"2025-10-01"_s);
        QCOMPARE(picker.text(), u"Oct 1, 2025"_s);
        picker.setEarliest(u"2025-09-15"_s);
        picker.setLatest(u"2025-11-18"_s);
        QCOMPARE(picker.take(u"9/1/2025"_s),
                 u"The first date that can be chosen is Sep 15, 2025."_s);
        QCOMPARE(picker.take(u"12/1/2025"_s),
                 u"The last date that can be chosen is Nov 18, 2025."_s);
        QCOMPARE(picker.value(), u"2025-10-01"_s);
        picker.setValue(u"2025-12-01"_s);
        QCOMPARE(picker.value(), u"2025-10-01"_s);
        picker.setValue(QString());
        QCOMPARE(picker.value(), QString());
    }

    void showsAMonth()
    {
        DatePicker picker;
        picker.setToday(u"2025-11-18"_s);
        picker.setValue(u"2025-10-01"_s);
        picker.showChosen();
        QCOMPARE(picker.monthTitle(), u"October 2025"_s);
        QCOMPARE(picker.days().size(), DatePicker::kDaysShown);
        // Weeks begin on Sunday there, so September's last days come first.
        QCOMPARE(picker.weekdays().constFirst().toMap().value(u"label"_s).toString(), u"Su"_s);
        QCOMPARE(picker.isoAt(0), u"2025-09-28"_s);
        QCOMPARE(picker.cursor(), 3);
        const QVariantMap day = picker.days().at(3).toMap();
        QCOMPARE(day.value(u"label"_s).toString(), u"1"_s);
        QCOMPARE(day.value(u"name"_s).toString(), u"Wednesday, October 1, 2025"_s);
        QVERIFY(day.value(u"isChosen"_s).toBool());
        QVERIFY(!picker.days().at(2).toMap().value(u"inMonth"_s).toBool());

        useLocale("de_DE");
        picker.showChosen();
        QCOMPARE(picker.isoAt(0), u"2025-09-29"_s);
        QCOMPARE(picker.weekdays().constFirst().toMap().value(u"name"_s).toString(), u"Montag"_s);
    }

    void leafsThrough()
    {
        DatePicker picker;
        picker.setToday(u"2025-11-18"_s);
        picker.setLatest(u"2025-12-10"_s);
        picker.showChosen();
        QCOMPARE(picker.isoAt(picker.cursor()), u"2025-11-18"_s);
        picker.stepDays(7);
        QCOMPARE(picker.isoAt(picker.cursor()), u"2025-11-25"_s);
        picker.stepToWeekEnd(true);
        QCOMPARE(picker.isoAt(picker.cursor()), u"2025-11-29"_s);
        picker.stepToWeekEnd(false);
        QCOMPARE(picker.isoAt(picker.cursor()), u"2025-11-23"_s);
        picker.stepDays(10);
        QCOMPARE(picker.monthTitle(), u"December 2025"_s);
        picker.stepMonths(1); // not beyond the last date
        QCOMPARE(picker.isoAt(picker.cursor()), u"2025-12-10"_s);
        picker.stepMonths(-12);
        QCOMPARE(picker.isoAt(picker.cursor()), u"2024-12-10"_s);
        int beyond = 0;
        picker.stepMonths(12);
        for (const QVariant &day : picker.days())
            beyond += !day.toMap().value(u"canChoose"_s).toBool();
        QCOMPARE(beyond, 31); // December 11 to January 10
    }
};

QTEST_GUILESS_MAIN(TestDatePicker)
#include "tst_date_picker.moc"
