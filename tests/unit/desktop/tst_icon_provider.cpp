// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDir>
#include <QtTest/QTest>

#include "desktop/icon_provider.h"

using outlet::IconProvider;

namespace {

struct Ink
{
    int pixels = 0;  ///< that are not transparent
    int foreign = 0; ///< of another colour
};

Ink inkOf(const QImage &image, QRgb color)
{
    Ink ink;
    const QImage plain = image.convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < plain.height(); ++y) {
        for (int x = 0; x < plain.width(); ++x) {
            const QRgb pixel = plain.pixel(x, y);
            if (qAlpha(pixel) < 32)
                continue; // too thin for its colour to be exact
            ++ink.pixels;
            const auto far = [](int a, int b) { return qAbs(a - b) > 8; };
            ink.foreign += far(qRed(pixel), qRed(color)) || far(qGreen(pixel), qGreen(color)) ||
                           far(qBlue(pixel), qBlue(color));
        }
    }
    return ink;
}

} // namespace

/// Icons in the colour and size that were asked for.
class TestIconProvider : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyIconTakesTheColor_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList files = QDir(QStringLiteral(":/icons")).entryList();
        QVERIFY(files.size() > 60);
        for (const QString &file : files) {
            const QString name = file.chopped(4);
            if (name != QStringLiteral("app-logo")) // has colours of its own
                QTest::newRow(qPrintable(name)) << name;
        }
    }
    void everyIconTakesTheColor()
    {
        QFETCH(QString, name);
        QSize size;
        const QImage image =
            m_provider.requestImage(name + QStringLiteral("/3cc9a7"), &size, QSize(48, 48));
        QCOMPARE(size, QSize(48, 48));
        QCOMPARE(image.size(), QSize(48, 48));
        const Ink ink = inkOf(image, qRgb(0x3c, 0xc9, 0xa7));
        QVERIFY2(ink.pixels > 20, qPrintable(QString::number(ink.pixels)));
        QCOMPARE(ink.foreign, 0);
    }

    void logoKeepsItsColors()
    {
        const QImage image =
            m_provider.requestImage(QStringLiteral("app-logo/ff0000"), nullptr, QSize(64, 64));
        QVERIFY(inkOf(image, qRgb(0x0a, 0x7a, 0x66)).pixels > 1000);
        QCOMPARE(image.pixelColor(8, 32), QColor(0x0a, 0x7a, 0x66));
    }

    void translucent()
    {
        const QString id = QStringLiteral("power/80ffffff");
        const QImage image = m_provider.requestImage(id, nullptr, QSize(96, 96));
        int most = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                most = std::max(most, qAlpha(image.pixel(x, y)));
        }
        QVERIFY(qAbs(most - 0x80) <= 1);
    }

    void sizes()
    {
        const QString id = QStringLiteral("plug/000000");
        QCOMPARE(m_provider.requestImage(id, nullptr, QSize()).size(), QSize(24, 24));
        QCOMPARE(m_provider.requestImage(id, nullptr, QSize(30, 0)).size(), QSize(30, 30));
        QCOMPARE(m_provider.requestImage(id, nullptr, QSize(99'999, 99'999)).size(),
                 QSize(1024, 1024));
    }

    void unknown_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("no such icon") << QStringLiteral("nothing/000000");
        QTest::newRow("no colour") << QStringLiteral("plug/pink!");
        QTest::newRow("nothing") << QString();
        QTest::newRow("another folder") << QStringLiteral("../qt/qml/x/000000");
    }
    void unknown()
    {
        QFETCH(QString, id);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("^No icon for ")));
        const QImage image = m_provider.requestImage(id, nullptr, QSize(24, 24));
        QCOMPARE(inkOf(image, 0).pixels, 0);
    }

private:
    IconProvider m_provider;
};

QTEST_MAIN(TestIconProvider)
#include "tst_icon_provider.moc"
