// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QXmlStreamReader>
#include <QtTest/QTest>
#include <optional>

#include "setup/wlan_profile.h"

using namespace outlet;
using namespace Qt::StringLiterals;

/// The profile that Windows is given, as an XML reader understands it.
class TestWlanProfile : public QObject
{
    Q_OBJECT

    /// The text of the element with this path below WLANProfile, "a/b"; nothing without one.
    static std::optional<QString> text(const QString &xml, const QString &path)
    {
        QXmlStreamReader reader(xml);
        QStringList at;
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isStartElement())
                at += reader.name().toString();
            if (reader.isStartElement() && at.join(u'/') == u"WLANProfile/" + path)
                return reader.readElementText();
            if (reader.isEndElement())
                at.removeLast();
        }
        return std::nullopt;
    }

private Q_SLOTS:
    void opensTheOutletsNetwork();
    void passwords_data();
    void passwords();
    void anyNameGoes();
};

void TestWlanProfile::opensTheOutletsNetwork()
{
    const QString xml = wlanProfile("ESP_1A2B3C", {});
    QXmlStreamReader reader(xml);
    QVERIFY(reader.readNextStartElement());
    QCOMPARE(reader.namespaceUri(), u"http://www.microsoft.com/networking/WLAN/profile/v1"_s);
    QCOMPARE(text(xml, u"SSIDConfig/SSID/hex"_s), u"4553505F314132423343"_s);
    QCOMPARE(text(xml, u"connectionType"_s), u"ESS"_s);
    QCOMPARE(text(xml, u"connectionMode"_s), u"manual"_s); // Windows does not come back by itself
    QCOMPARE(text(xml, u"MSM/security/authEncryption/authentication"_s), u"open"_s);
    QCOMPARE(text(xml, u"MSM/security/authEncryption/encryption"_s), u"none"_s);
    QVERIFY(!text(xml, u"MSM/security/sharedKey/keyMaterial"_s));
}

void TestWlanProfile::passwords_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("kind");
    QTest::newRow("words") << u"correct horse"_s << u"passPhrase"_s;
    QTest::newRow("XML") << u"<&>\"'</keyMaterial>"_s << u"passPhrase"_s;
    QTest::newRow("a key") << QString(64, u'f') << u"networkKey"_s;
    QTest::newRow("64 letters that are no key") << QString(64, u'g') << u"passPhrase"_s;
    QTest::newRow("63 letters") << QString(63, u'f') << u"passPhrase"_s;
}

void TestWlanProfile::passwords()
{
    QFETCH(QString, password);
    QFETCH(QString, kind);
    const QString xml = wlanProfile("Maple House", SecretText(password.toUtf8()));
    QCOMPARE(text(xml, u"MSM/security/authEncryption/authentication"_s), u"WPA2PSK"_s);
    QCOMPARE(text(xml, u"MSM/security/authEncryption/encryption"_s), u"AES"_s);
    QCOMPARE(text(xml, u"MSM/security/sharedKey/keyType"_s), kind);
    QCOMPARE(text(xml, u"MSM/security/sharedKey/protected"_s), u"false"_s);
    QCOMPARE(text(xml, u"MSM/security/sharedKey/keyMaterial"_s), password);
}

void TestWlanProfile::anyNameGoes()
{
    const QByteArray name = QByteArray("a\0<&\xff", 5);
    const QString xml = wlanProfile(name, {});
    QCOMPARE(text(xml, u"SSIDConfig/SSID/hex"_s), u"61003C26FF"_s);
    QXmlStreamReader reader(xml);
    while (!reader.atEnd())
        reader.readNext();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
}

QTEST_GUILESS_MAIN(TestWlanProfile)
#include "tst_wlan_profile.moc"
