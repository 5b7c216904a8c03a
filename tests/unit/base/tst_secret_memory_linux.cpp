// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QFile>
#include <QtTest/QTest>

#include "base/secret_text.h"

using namespace outlet;

namespace {

/// What the kernel says of the mapping that \a memory is in ("rd wr mr mw me dd"); empty without.
QByteArray flagsOf(const void *memory)
{
    QFile file(QStringLiteral("/proc/self/smaps"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no /proc");
    const auto address = reinterpret_cast<quintptr>(memory);
    bool isIt = false;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QByteArrayList bounds = line.left(line.indexOf(' ')).split('-');
        if (bounds.size() == 2) {
            isIt = address >= bounds.at(0).toULongLong(nullptr, 16) &&
                   address < bounds.at(1).toULongLong(nullptr, 16);
        } else if (isIt && line.startsWith("VmFlags:")) {
            return line.mid(8).simplified();
        }
    }
    return {};
}

} // namespace

/// Where a password lies, as the kernel knows it.
class TestSecretMemory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// "dd": do not dump. The same look finds nothing of the kind at a string.
    void staysOutOfCrashReports()
    {
        const QByteArray plain(5000, 'x');
        QVERIFY(!flagsOf(plain.constData()).isEmpty());
        QVERIFY(!flagsOf(plain.constData()).split(' ').contains("dd"));
        SecretText secret("correct horse");
        QVERIFY2(flagsOf(secret.view().data()).split(' ').contains("dd"),
                 flagsOf(secret.view().data()).constData());
        const SecretText grown(QByteArray(20'000, 'x')); // over several pages, to the last
        QVERIFY(flagsOf(grown.view().data() + grown.size() - 1).split(' ').contains("dd"));
    }

    void isGivenBack()
    {
        SecretText secret("correct horse");
        const void *const where = secret.view().data();
        secret.clear();
        QVERIFY(!flagsOf(where).split(' ').contains("dd"));
    }
};

QTEST_APPLESS_MAIN(TestSecretMemory)
#include "tst_secret_memory_linux.moc"
