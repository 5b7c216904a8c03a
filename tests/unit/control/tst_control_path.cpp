// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include "control/control_path.h"

using namespace outlet;

/// Where the data folder is when nobody says.
class TestControlPath : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void installed();
    void portable();
    void hashOfAFolder();
};

void TestControlPath::installed()
{
    QTemporaryDir program;
    QCOMPARE(portableDataDir(program.path()), QString());
    // The test itself is no portable copy.
    QVERIFY(QDir::isAbsolutePath(defaultDataDir()));
    QVERIFY(!defaultDataDir().startsWith(QCoreApplication::applicationDirPath()));
    QCOMPARE(absoluteDataDir({}), defaultDataDir());
}

void TestControlPath::portable()
{
    QTemporaryDir program;
    QFile mark(program.filePath(QStringLiteral("portable")));
    QVERIFY(mark.open(QFile::WriteOnly));
    mark.close();
    QCOMPARE(portableDataDir(program.path()), program.filePath(QStringLiteral("data")));
    QCOMPARE(portableDataDir(program.path() + QStringLiteral("/./")),
             program.filePath(QStringLiteral("data")));
    QVERIFY(!QDir(program.filePath(QStringLiteral("data"))).exists()); // only named
}

void TestControlPath::hashOfAFolder()
{
    QTemporaryDir one;
    QTemporaryDir other;
    QCOMPARE(dataDirHash(one.path()).size(), 16);
    QCOMPARE(dataDirHash(one.path() + QStringLiteral("/.")), dataDirHash(one.path()));
    QVERIFY(dataDirHash(one.path()) != dataDirHash(other.path()));
}

QTEST_GUILESS_MAIN(TestControlPath)
#include "tst_control_path.moc"
