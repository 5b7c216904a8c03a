// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtCore/QUrl>
#include <QtTest/QTest>

#include "base/version.h"

/// The list of what Outlet is made of, against what SPDX 2.3 requires and against what is linked.
class TestSbom : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void document();
    void packages();
    void relationships();
    void isComplete();

private:
    static QString text(const QJsonObject &object, const char *key)
    {
        return object.value(QLatin1StringView(key)).toString();
    }
    QSet<QString> ids() const
    {
        QSet<QString> found;
        for (const QJsonValue &package : m_packages)
            found.insert(text(package.toObject(), "SPDXID"));
        return found;
    }

    QJsonObject m_document;
    QJsonArray m_packages;
};

void TestSbom::initTestCase()
{
    QFile file(QStringLiteral(OUTLET_SBOM));
    QVERIFY2(file.open(QFile::ReadOnly), OUTLET_SBOM);
    QJsonParseError error;
    m_document = QJsonDocument::fromJson(file.readAll(), &error).object();
    QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));
    m_packages = m_document.value(QLatin1StringView("packages")).toArray();
}

void TestSbom::document()
{
    QCOMPARE(text(m_document, "spdxVersion"), QStringLiteral("SPDX-2.3"));
    QCOMPARE(text(m_document, "dataLicense"), QStringLiteral("CC0-1.0"));
    QCOMPARE(text(m_document, "SPDXID"), QStringLiteral("SPDXRef-DOCUMENT"));
    QVERIFY(!text(m_document, "name").isEmpty());
    const QUrl space(text(m_document, "documentNamespace"), QUrl::StrictMode);
    QVERIFY(space.isValid() && !space.isRelative() && !space.hasFragment());
    const QJsonObject creation = m_document.value(QLatin1StringView("creationInfo")).toObject();
    QVERIFY(QDateTime::fromString(text(creation, "created"), Qt::ISODate).isValid());
    QVERIFY(text(creation, "created").endsWith(u'Z'));
    const QJsonArray creators = creation.value(QLatin1StringView("creators")).toArray();
    QVERIFY(!creators.isEmpty());
    static const QRegularExpression kind(QStringLiteral("^(Person|Organization|Tool): .+"));
    for (const QJsonValue &creator : creators)
        QVERIFY(kind.match(creator.toString()).hasMatch());
}

void TestSbom::packages()
{
    static const QRegularExpression id(QStringLiteral("^SPDXRef-[A-Za-z0-9.-]+$"));
    QVERIFY(!m_packages.isEmpty());
    QCOMPARE(ids().size(), m_packages.size()); // no two of one id
    for (const QJsonValue &value : m_packages) {
        const QJsonObject package = value.toObject();
        const QByteArray name = text(package, "name").toUtf8();
        QVERIFY2(id.match(text(package, "SPDXID")).hasMatch(), name.constData());
        for (const char *field : {"name", "versionInfo", "supplier", "downloadLocation",
                                  "licenseConcluded", "licenseDeclared", "copyrightText"})
            QVERIFY2(!text(package, field).isEmpty(), QByteArray(name + ": " + field).constData());
        QVERIFY2(!text(package, "licenseConcluded").startsWith(QStringLiteral("GPL-3.0-only")),
                 name.constData()); // would make Outlet GPL, too
    }
}

void TestSbom::relationships()
{
    QSet<QString> known = ids();
    known.insert(QStringLiteral("SPDXRef-DOCUMENT"));
    QSet<QString> related;
    bool describes = false;
    for (const QJsonValue &value : m_document.value(QLatin1StringView("relationships")).toArray()) {
        const QJsonObject relation = value.toObject();
        QVERIFY(known.contains(text(relation, "spdxElementId")));
        QVERIFY(known.contains(text(relation, "relatedSpdxElement")));
        related.insert(text(relation, "relatedSpdxElement"));
        describes = describes || text(relation, "relationshipType") == u"DESCRIBES";
    }
    QVERIFY(describes);
    QCOMPARE(related, ids()); // nothing is listed without saying what it is for
}

void TestSbom::isComplete()
{
    QStringList names;
    QString version;
    for (const QJsonValue &value : m_packages) {
        names.append(text(value.toObject(), "name"));
        if (names.last() == u"Outlet")
            version = text(value.toObject(), "versionInfo");
    }
    QCOMPARE(version, QStringLiteral(OUTLET_VERSION));
    for (const QString &module : QStringLiteral(OUTLET_SHIPPED_QT).split(u' '))
        QVERIFY2(names.contains(QStringLiteral("Qt ") + module), qPrintable(module));
    QVERIFY(names.contains(QStringLiteral("OpenSSL libcrypto")));
    QVERIFY(names.contains(QStringLiteral("SQLite")));
    QVERIFY(!names.contains(QStringLiteral("Qt Test")));
}

QTEST_GUILESS_MAIN(TestSbom)
#include "tst_sbom.moc"
