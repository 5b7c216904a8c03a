// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QtTest>

#include "desktop/server_face.h"
#include "desktop_fixture.h"
#include "sample_engine.h"

using namespace outlet;
using namespace std::chrono_literals;

class TestServerFace : public QObject
{
    Q_OBJECT

    static ListenError error(ListenError::Kind kind)
    {
        return {kind, QHostAddress(QStringLiteral("10.0.0.5")), 17273,
                QStringLiteral("EADDRINUSE")};
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void running()
    {
        ManualClock clock;
        SampleEngine engine(clock);
        ServerFace server(engine);
        QCOMPARE(server.state(), Ui::ServerStarting);
        engine.setListening(17273);
        QCOMPARE(server.state(), Ui::ServerListening);
        QCOMPARE(server.runningText(), QStringLiteral("Server is running on 192.168.1.24, port "
                                                      "17273, and listening for outlets"));
        QCOMPARE(server.sinceText(), QStringLiteral("Running since Nov 15"));
        QVERIFY(server.errorText().isEmpty() && server.retryText().isEmpty());
    }

    void portInUse()
    {
        ManualClock clock;
        SampleEngine engine(clock);
        ServerFace server(engine);
        engine.setListenError(error(ListenError::Kind::PortInUse),
                              QStringLiteral("Outlet (another copy, process 4128)"), 8);
        QCOMPARE(server.state(), Ui::ServerStopped);
        QCOMPARE(server.errorText(), QStringLiteral("Port 17273 is in use by another program."));
        QCOMPARE(server.holderText(),
                 QStringLiteral("Used by Outlet (another copy, process 4128)"));
        QCOMPARE(server.retryText(), QStringLiteral("Trying again in 8 s"));
        QVERIFY(!server.errorHelp().isEmpty());
        QSignalSpy retryText(&server, &ServerFace::retryTextChanged);
        clock.advance(3s);
        QCOMPARE(retryText.count(), 3); // the seconds run
        server.retry();
        QCOMPARE(server.state(), Ui::ServerListening);
        retryText.clear();
        clock.advance(3s);
        QCOMPARE(retryText.count(), 0); // and rest when there is nothing to count
    }

    void otherErrors()
    {
        ManualClock clock;
        SampleEngine engine(clock);
        ServerFace server(engine);
        engine.setListenError(error(ListenError::Kind::AddressNotAvailable), {}, 0);
        QCOMPARE(server.errorText(),
                 QStringLiteral("This computer does not have the address 10.0.0.5 now."));
        QVERIFY(server.holderText().isEmpty());
        engine.setListenError(error(ListenError::Kind::PermissionDenied), {}, 0);
        QCOMPARE(server.errorText(),
                 QStringLiteral("The system does not let Outlet use port 17273."));
    }

    void portError()
    {
        ManualClock clock;
        SampleEngine engine(clock);
        const ServerFace server(engine);
        for (const char *good : {"1024", "17273", "65535", " 2000 "})
            QVERIFY2(server.portError(QString::fromLatin1(good)).isEmpty(), good);
        for (const char *bad : {"", "0", "1023", "65536", "abc", "17273a", "-5", "1e4"})
            QVERIFY2(!server.portError(QString::fromLatin1(bad)).isEmpty(), bad);
    }

    void theLastAddressStays()
    {
        ManualClock clock;
        SampleEngine engine(clock);
        ServerFace server(engine);
        const auto selected = [&server] {
            QStringList chosen;
            for (const QVariant &entry : server.bindAddresses())
                if (entry.toMap().value(QStringLiteral("selected")).toBool())
                    chosen += entry.toMap().value(QStringLiteral("address")).toString();
            return chosen;
        };
        QCOMPARE(selected().size(), 2); // nothing chosen is all
        QVERIFY(server.selectAddress(QStringLiteral("10.0.0.5"), false).isEmpty());
        QCOMPARE(selected(), QStringList{QStringLiteral("192.168.1.24")});
        QCOMPARE(server.selectAddress(QStringLiteral("192.168.1.24"), false),
                 QStringLiteral("Keep at least one address."));
        QCOMPARE(selected(), QStringList{QStringLiteral("192.168.1.24")});
        QVERIFY(server.selectAddress(QStringLiteral("10.0.0.5"), true).isEmpty());
        QVERIFY(engine.setting(QStringLiteral("bindAddresses")).toStringList().isEmpty());
    }

    void details()
    {
        ManualClock clock;
        SampleEngine engine(clock);
        ServerFace server(engine);
        engine.setListenError(error(ListenError::Kind::PortInUse), {}, 0);
        server.copyDetails();
        const QString copied = QGuiApplication::clipboard()->text();
        QCOMPARE(copied, server.details());
        QVERIFY(copied.contains(QStringLiteral("port in use")));
        QVERIFY(copied.contains(QStringLiteral("EADDRINUSE")));
    }
};

QTEST_MAIN(TestServerFace)
#include "tst_server_face.moc"
