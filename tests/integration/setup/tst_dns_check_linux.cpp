// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

#include "base/manual_clock.h"
#include "base/system_clock.h"
#include "setup/dns_check.h"
#include "setup/dns_snippets.h"

using namespace outlet;
using Answer = DnsCheck::Answer;

namespace {

constexpr char kInside[] = "OUTLET_TEST_IN_NAMESPACE";
const QString kHere = QStringLiteral("192.168.50.1");    // this computer
const QString kRouter = QStringLiteral("192.168.50.53"); // where name servers listen
const QString kGateway = QStringLiteral("192.168.50.254");
const QString kSilent = QStringLiteral("192.168.50.99"); // nobody has it

bool run(const QString &program, const QStringList &arguments)
{
    return QProcess::execute(program, arguments) == 0;
}

bool ip(const char *arguments)
{
    return run(QStringLiteral("ip"),
               QString::fromLatin1(arguments).split(u' ', Qt::SkipEmptyParts));
}

QString findProgram(const char *name)
{
    const QString program = QString::fromLatin1(name);
    const QString found = QStandardPaths::findExecutable(program);
    return found.isEmpty() ? QStandardPaths::findExecutable(
                                 program, {QStringLiteral("/usr/sbin"), QStringLiteral("/sbin")})
                           : found;
}

/// A file with this content in \a folder; its path.
QString writtenFile(const QTemporaryDir &folder, const char *name, const QString &content)
{
    QFile file(folder.filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(content.toUtf8()) < 0)
        qFatal("can't write %s", name);
    return file.fileName();
}

} // namespace

/// The name check against real name servers, in a network namespace of the test's own, where this
/// computer has the address 192.168.50.1 and the servers 192.168.50.53.
class TestDnsCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void findsTheRouter();
    void states_data();
    void states();
    void snippets_data();
    void snippets();
    void notices();
    void noServerAtAll();
    void unaskable();

private:
    bool startDnsmasq(const QStringList &arguments);
    bool startUnbound(const QString &snippet);
    bool waitForServer();
    /// The entries after a refresh: those of the system's resolver, then those of the server's.
    QList<DnsCheck::Entry> check(const QString &resolver = kRouter);

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_server;
    QString m_resolvConf;
};

void TestDnsCheck::initTestCase()
{
    if (!qEnvironmentVariableIsSet(kInside))
        QSKIP("NOT TESTED: no network namespace can be made here (unshare -rnm)");
    QVERIFY(ip("link set lo up"));
    QVERIFY(ip("link add home0 type veth peer name home1"));
    QVERIFY(ip("addr add 192.168.50.1/24 dev home0"));
    QVERIFY(ip("addr add 192.168.50.53/24 dev home0"));
    QVERIFY(ip("link set home0 up"));
    QVERIFY(ip("link set home1 up"));
    QVERIFY(ip("route add default via 192.168.50.254 dev home0"));
}

void TestDnsCheck::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_resolvConf =
        writtenFile(*m_folder, "resolv.conf", QStringLiteral("nameserver %1\n").arg(kRouter));
    QVERIFY(run(QStringLiteral("mount"),
                {QStringLiteral("--bind"), m_resolvConf, QStringLiteral("/etc/resolv.conf")}));
}

void TestDnsCheck::cleanup()
{
    if (m_server) {
        m_server->kill();
        m_server->waitForFinished();
        m_server.reset();
    }
    run(QStringLiteral("umount"), {QStringLiteral("/etc/resolv.conf")});
}

bool TestDnsCheck::waitForServer()
{
    return QTest::qWaitFor([] {
        QTcpSocket socket; // both programs open TCP and UDP together
        socket.connectToHost(kRouter, 53);
        return socket.waitForConnected(200);
    });
}

bool TestDnsCheck::startDnsmasq(const QStringList &arguments)
{
    m_server = std::make_unique<QProcess>();
    m_server->setProcessChannelMode(QProcess::ForwardedChannels);
    m_server->start(findProgram("dnsmasq"),
                    QStringList{QStringLiteral("--no-daemon"),
                                QStringLiteral("--conf-file=/dev/null"),
                                QStringLiteral("--user=root"), QStringLiteral("--group=root"),
                                QStringLiteral("--pid-file="), QStringLiteral("--no-resolv"),
                                QStringLiteral("--no-hosts"), QStringLiteral("--bind-interfaces"),
                                QStringLiteral("--listen-address=") + kRouter} +
                        arguments);
    return waitForServer();
}

bool TestDnsCheck::startUnbound(const QString &snippet)
{
    const QString config = writtenFile(
        *m_folder, "unbound.conf",
        QStringLiteral("server:\n    interface: %1\n    access-control: 192.168.50.0/24 allow\n"
                       "    chroot: \"\"\n    username: \"\"\n    pidfile: \"\"\n"
                       "    directory: \"%2\"\n    use-syslog: no\n    logfile: \"\"\n"
                       "    do-daemonize: no\nremote-control:\n    control-enable: no\n%3\n")
            .arg(kRouter, m_folder->path(), snippet));
    m_server = std::make_unique<QProcess>();
    m_server->setProcessChannelMode(QProcess::ForwardedChannels);
    m_server->start(findProgram("unbound"), {QStringLiteral("-d"), QStringLiteral("-c"), config});
    return waitForServer();
}

QList<DnsCheck::Entry> TestDnsCheck::check(const QString &resolver)
{
    DnsCheck check(m_clock);
    check.setHere({QHostAddress(kHere)});
    check.setResolvers({QHostAddress(), QHostAddress(resolver)});
    bool finished = false;
    connect(&check, &DnsCheck::finished, this, [&finished] { finished = true; });
    check.refresh();
    if (!QTest::qWaitFor([&finished] { return finished; }, 10'000))
        return {};
    for (const DnsCheck::Entry &entry : check.entries())
        qInfo("%s at %s: %s %s", qPrintable(entry.name),
              entry.resolver.isNull() ? "the system's resolver"
                                      : qPrintable(entry.resolver.toString()),
              qPrintable(dnsAnswerName(entry.answer)),
              qPrintable(entry.isResolverSilent ? QStringLiteral("(nobody there)")
                                                : entry.addresses.join(u' ')));
    return check.entries();
}

void TestDnsCheck::findsTheRouter()
{
    QCOMPARE(defaultGateway(), QHostAddress(kGateway));
    DnsCheck check(m_clock);
    QCOMPARE(check.entries().size(), 4); // two names, at the system and at the router
    QCOMPARE(check.entries().last().resolver, QHostAddress(kGateway));
    QCOMPARE(check.entries().last().answer, Answer::Checking);
}

void TestDnsCheck::states_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<QStringList>("addresses");
    const auto override = [](const QString &address) -> QString {
        return QStringLiteral("--address=/vesync.com/") + address;
    };
    QTest::newRow("override present")
        << QStringList{override(kHere)} << Answer::Here << QStringList{kHere};
    QTest::newRow("override absent: the vendor's address")
        << QStringList{override(QStringLiteral("34.204.178.244"))} << Answer::Elsewhere
        << QStringList{QStringLiteral("34.204.178.244")};
    QTest::newRow("override absent: no such name")
        << QStringList{QStringLiteral("--local=/vesync.com/")} << Answer::NoAnswer << QStringList();
    QTest::newRow("wrong address")
        << QStringList{override(QStringLiteral("192.168.50.77"))} << Answer::Elsewhere
        << QStringList{QStringLiteral("192.168.50.77")};
}

void TestDnsCheck::states()
{
    QFETCH(QStringList, arguments);
    QFETCH(Answer, answer);
    QFETCH(QStringList, addresses);
    if (findProgram("dnsmasq").isEmpty())
        QSKIP("NOT TESTED: dnsmasq is not installed");
    QVERIFY(startDnsmasq(arguments));
    const QList<DnsCheck::Entry> entries = check();
    QCOMPARE(entries.size(), 4);
    for (const DnsCheck::Entry &entry : entries) {
        QCOMPARE(dnsAnswerName(entry.answer), dnsAnswerName(answer));
        QCOMPARE(entry.addresses, addresses);
        QVERIFY(!entry.isResolverSilent);
        QCOMPARE(entry.detail.isEmpty(), answer != Answer::NoAnswer);
    }
}

void TestDnsCheck::snippets_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("program");
    const auto row = [](const char *kind, const char *program) {
        QTest::newRow(kind) << QString::fromLatin1(kind) << QString::fromLatin1(program);
    };
    row("dnsmasq", "dnsmasq");
    row("hosts", "dnsmasq");  // which reads hosts files
    row("pihole", "dnsmasq"); // whose list is one
    row("unbound", "unbound");
}

/// What the app gives people to copy, loaded into the program that it is for.
void TestDnsCheck::snippets()
{
    QFETCH(QString, kind);
    QFETCH(QString, program);
    if (findProgram(qPrintable(program)).isEmpty())
        QSKIP("NOT TESTED: the name server is not installed");
    const QString snippet = DnsSnippets::lines(kind, kHere);
    const QString file = writtenFile(*m_folder, "snippet", snippet + u'\n');
    if (kind == u"unbound")
        QVERIFY(startUnbound(snippet));
    else if (kind == u"dnsmasq")
        QVERIFY(startDnsmasq({QStringLiteral("--conf-file=") + file}));
    else
        QVERIFY(startDnsmasq({QStringLiteral("--addn-hosts=") + file}));
    for (const DnsCheck::Entry &entry : check()) {
        QCOMPARE(dnsAnswerName(entry.answer), QStringLiteral("here"));
        QCOMPARE(entry.addresses, QStringList{kHere});
    }
}

/// A page that stays open sees the override appear.
void TestDnsCheck::notices()
{
    if (findProgram("dnsmasq").isEmpty())
        QSKIP("NOT TESTED: dnsmasq is not installed");
    QVERIFY(startDnsmasq({QStringLiteral("--address=/vesync.com/34.204.178.244")}));
    ManualClock clock;
    DnsCheck check(clock);
    check.setHere({QHostAddress(kHere)});
    check.setResolvers({QHostAddress(kRouter)});
    check.setRefreshing(true);
    QTRY_VERIFY(!check.isChecking());
    QCOMPARE(check.entries().first().answer, Answer::Elsewhere);
    m_server->kill();
    m_server->waitForFinished();
    QVERIFY(startDnsmasq({QStringLiteral("--address=/vesync.com/") + kHere}));
    clock.advance(DnsCheck::kRefresh);
    QTRY_VERIFY(!check.isChecking());
    QCOMPARE(check.entries().first().answer, Answer::Here);
    check.setRefreshing(false);
}

void TestDnsCheck::noServerAtAll()
{
    for (const DnsCheck::Entry &entry : check()) {
        QCOMPARE(entry.answer, Answer::NoAnswer);
        QVERIFY2(entry.isResolverSilent, qPrintable(entry.detail));
    }
}

void TestDnsCheck::unaskable()
{
    for (const DnsCheck::Entry &entry : check(kSilent)) {
        QCOMPARE(entry.answer, Answer::NoAnswer);
        QVERIFY(entry.isResolverSilent);
    }
}

int main(int argc, char *argv[])
{
    // Everything happens in namespaces of its own: nothing here touches this computer's network.
    if (!qEnvironmentVariableIsSet(kInside) &&
        std::system("unshare -rnm true >/dev/null 2>&1") == 0) {
        qputenv(kInside, "1");
        QByteArrayList words{"unshare", "-rnm", argv[0]};
        for (int i = 1; i < argc; ++i)
            words.append(argv[i]);
        std::vector<char *> pointers;
        for (QByteArray &word : words)
            pointers.push_back(word.data());
        pointers.push_back(nullptr);
        execvp("unshare", pointers.data());
        std::perror("unshare");
        return 1;
    }
    qputenv("RES_OPTIONS", "timeout:1 attempts:1");
    QCoreApplication app(argc, argv);
    TestDnsCheck test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_dns_check_linux.moc"
