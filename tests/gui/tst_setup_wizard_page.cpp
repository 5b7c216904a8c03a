// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "support/page_rules.h"
#include "support/page_window.h"
#include "wizard_fixture.h"

using namespace outlet;
using namespace outlet::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(outlet::SetupFirmware)
Q_DECLARE_METATYPE(outlet::SetupFault)
Q_DECLARE_METATYPE(outlet::SetupWizard::Way)

namespace {

const QString kPassword = QString::fromLatin1(Newcomer::kPassword);

/// The page in a window, a server, and an outlet that waits to be set up.
struct Stage
{
    explicit Stage(SetupFault fault = SetupFault::None,
                   SetupWizard::Way way = SetupWizard::SmartConfig,
                   SetupFirmware firmware = SetupFirmware::Plain189, QSize size = {1280, 800})
        : w(size)
        , peer(wizard(), w.desktop.engine, w.clock, spec(fault, way, firmware))
    {
        wizard().setWay(way);
        w.desktop.preferences.setReduceMotion(true); // minutes pass, without their frames
    }
    static SimulatedSetupSpec spec(SetupFault fault, SetupWizard::Way way, SetupFirmware firmware)
    {
        SimulatedSetupSpec wanted;
        wanted.mode =
            way == SetupWizard::AccessPoint ? SetupMode::AccessPoint : SetupMode::SmartConfig;
        wanted.fault = fault;
        wanted.firmware = firmware;
        return wanted;
    }
    [[nodiscard]] SetupWizard &wizard() { return w.desktop.setup; }
    [[nodiscard]] QString passwordText() const
    {
        QQuickItem *field = w.find(u"Password"_s, QAccessible::EditableText);
        return field ? field->property("text").toString() : u"no field"_s;
    }
    /// From the first step to the third, with the keyboard alone.
    void typeAll(const QString &password = kPassword)
    {
        w.key(Qt::Key_Return);
        (void)QTest::qWaitFor([this] { return w.shows(u"Which Wi‑Fi should it join?"_s); });
        w.type(u"Maple House"_s);
        w.key(Qt::Key_Return);
        w.type(password);
        w.key(Qt::Key_Return);
        if (wizard().state() == SetupWizard::Joining) {
            (void)QTest::qWaitFor([this] { return w.shows(u"Join the outlet’s own Wi‑Fi"_s); });
            (void)w.clickOn(u"Send now"_s);
        }
    }
    bool untilEnded()
    {
        return passTime(w.clock, [this] {
            return wizard().state() == SetupWizard::Done || wizard().state() == SetupWizard::Failed;
        });
    }

    PageWindow w;
    WizardPeer peer;
};

} // namespace

/// The wizard's pages as they are used: from the choice of the way to the first watt, and what is
/// said when it does not come.
class TestSetupWizardPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void toTheFirstWatt();
    void ownNetwork();
    void failures_data();
    void failures();
    void enterOnTheAddress();
    void fiveGigahertzIsNoHelp();
    void passwordIsGone();
    void passwordCanBeShown();
    void mistakesAreSaidWhereTheyAre();
    void labelHasToBeConfirmed();
    void routerWayAndBack();
    void leavingEndsIt();
    void hintsOpenOtherPages();
    void rules_data();
    void rules();
};

void TestSetupWizardPage::toTheFirstWatt()
{
    Stage s;
    QVERIFY(s.w.load(u"SetupPage"_s));
    QTRY_VERIFY(s.w.shows(u"How should the outlet connect?"_s));
    QVERIFY(s.w.shows(u"Let go when the light is steady blue."_s));
    s.typeAll();
    QTRY_VERIFY(s.w.shows(u"Connecting your outlet"_s));
    QTRY_VERIFY(s.w.shows(u"Sending the Wi‑Fi details"_s));
    QVERIFY(s.w.shows(u"0:00 of 2:00"_s));
    QVERIFY(passTime(s.w.clock, [&s] { return s.wizard().progress() >= 0.6; }));
    QTRY_VERIFY(s.w.shows(u"Outlet joined Maple House"_s));
    QVERIFY(s.w.shows(u"Waiting for the outlet to reach this computer"_s));
    QVERIFY(s.untilEnded());
    QTRY_VERIFY(s.w.shows(u"The outlet is here"_s));
    QVERIFY(s.w.shows(u"Its first reading came after"_s));
    QTRY_VERIFY(s.w.shows(s.wizard().face()->readingText() + u" W"_s));

    QSignalSpy gone(s.w.page(), SIGNAL(backRequested()));
    QVERIFY(s.w.clickOn(u"Finish"_s));
    QTRY_VERIFY(s.w.shows(u"Give the outlet a name."_s));
    QCOMPARE(gone.size(), 0);
    s.w.type(u"Kitchen lamp"_s); // the cursor stands where something is missing
    QVERIFY(s.w.clickOn(u"Lamp"_s));
    QVERIFY(s.w.clickOn(u"Finish"_s));
    QCOMPARE(gone.size(), 1);
    OutletFace *const face = s.w.face(u"Kitchen lamp"_s);
    QVERIFY(face);
    QCOMPARE(face->icon(), u"lamp"_s);
    QCOMPARE(face->decision(), Ui::DecisionKnown);
    s.w.end();
    QCOMPARE(s.w.warnings(), QStringList());
}

void TestSetupWizardPage::ownNetwork()
{
    Stage s(SetupFault::None, SetupWizard::AccessPoint);
    QVERIFY(s.w.load(u"SetupPage"_s));
    QTRY_VERIFY(s.w.shows(u"Let go when the light blinks blue slowly."_s));
    s.w.key(Qt::Key_Return);
    QTRY_VERIFY(s.w.shows(u"The outlet’s own Wi‑Fi is open"_s)); // and can be overheard
    s.w.type(u"Maple House"_s);
    s.w.key(Qt::Key_Return);
    s.w.type(kPassword);
    s.w.key(Qt::Key_Return);
    QTRY_VERIFY(s.w.shows(u"Choose the network whose name begins with ESP_."_s));
    QVERIFY(s.w.shows(u"Waiting for this computer to be there"_s));
    s.w.key(Qt::Key_Return); // as "Send now"
    QCOMPARE(s.wizard().state(), SetupWizard::Running);
    QVERIFY(s.untilEnded());
    QTRY_VERIFY(s.w.shows(u"The outlet is here"_s));
    s.w.end();
    QCOMPARE(s.w.warnings(), QStringList());
}

void TestSetupWizardPage::failures_data()
{
    using Way = SetupWizard::Way;
    using Fault = SetupFault;
    QTest::addColumn<SetupWizard::Way>("way");
    QTest::addColumn<SetupFault>("fault");
    QTest::addColumn<SetupFirmware>("firmware");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("next");
    const auto row = [](const char *name, Way way, Fault fault, const QString &title,
                        const QString &next, SetupFirmware firmware = SetupFirmware::Plain189,
                        const QString &password = kPassword) {
        QTest::newRow(name) << way << fault << firmware << password << title << next;
    };
    const Way broadcast = SetupWizard::SmartConfig;
    const Way own = SetupWizard::AccessPoint;
    row("no announce", broadcast, Fault::Deaf, u"No outlet answered"_s, u"steady blue"_s);
    row("TCP refused", broadcast, Fault::RefuseTcp, u"The outlet refuses the connection"_s,
        u"The dependable way"_s);
    row("TCP reset", broadcast, Fault::ResetTcp, u"The outlet"_s, u"Unplug the outlet"_s);
    row("silent", broadcast, Fault::SilentTcp, u"The outlet"_s, u"Unplug the outlet"_s);
    row("garbage", broadcast, Fault::GarbageReply, u"What answered is no outlet"_s,
        u"Another device"_s);
    row("refused", own, Fault::RefuseRequest, u"The outlet refused"_s, u"letter for letter"_s);
    row("refused password", own, Fault::None, u"The outlet could not join “Maple House”"_s,
        u"letter for letter"_s, SetupFirmware::Plain189, u"not this one"_s);
    row("wrong generation", broadcast, Fault::None, u"This outlet’s firmware can’t be used"_s,
        u"Nothing is broken"_s, SetupFirmware::Generation2);
    row("no login", broadcast, Fault::NeverLogsIn, u"The outlet did not reach this computer"_s,
        u"firewall"_s);
}

void TestSetupWizardPage::failures()
{
    QFETCH(SetupWizard::Way, way);
    QFETCH(SetupFault, fault);
    QFETCH(SetupFirmware, firmware);
    QFETCH(QString, password);
    QFETCH(QString, title);
    QFETCH(QString, next);
    Stage s(fault, way, firmware);
    QVERIFY(s.w.load(u"SetupPage"_s));
    QTRY_VERIFY(s.w.shows(u"How should the outlet connect?"_s));
    s.typeAll(password);
    QVERIFY(s.untilEnded());
    QTRY_VERIFY(s.w.shows(s.wizard().hintsTitle()));
    QVERIFY2(s.w.shows(title), qPrintable(s.wizard().failureTitle()));
    QVERIFY2(s.w.shows(next), qPrintable(s.wizard().details()));
    for (const QVariant &hint : s.wizard().hints()) {
        QVERIFY(s.w.shows(hint.toMap().value(u"title"_s).toString()));
        QVERIFY(s.w.shows(hint.toMap().value(u"text"_s).toString()));
        const QString button = hint.toMap().value(u"button"_s).toString();
        QVERIFY(button.isEmpty() || s.w.find(button));
    }
    QVERIFY(s.w.clickOn(u"Copy details"_s));
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"cause: "_s));
    QVERIFY(!QGuiApplication::clipboard()->text().contains(password));
    if (s.wizard().isHopeless()) { // with this outlet
        QVERIFY(s.w.clickOn(u"Set up another"_s));
        QCOMPARE(s.wizard().step(), SetupWizard::Choose);
        return;
    }
    QVERIFY(s.w.clickOn(u"Try again"_s)); // without typing it all again
    QVERIFY(s.wizard().state() == SetupWizard::Running ||
            s.wizard().state() == SetupWizard::Joining);
    s.w.end();
    QCOMPARE(s.w.warnings(), QStringList());
}

/// Neither going back nor undoing brings it back.
/// A list that is closed has no use for Enter.
void TestSetupWizardPage::enterOnTheAddress()
{
    Stage s;
    s.w.desktop.engine.sampleNetwork.candidates +=
        AddressCandidate{QHostAddress(u"127.0.0.2"_s), u"lo2"_s, {}, false};
    QVERIFY(s.w.load(u"SetupPage"_s));
    s.w.key(Qt::Key_Return);
    QTRY_VERIFY(s.w.shows(u"Which Wi‑Fi should it join?"_s));
    s.w.type(u"Maple House"_s);
    s.w.key(Qt::Key_Return);
    s.w.type(kPassword);
    QQuickItem *const box =
        s.w.find(u"Server address the outlet will use"_s, QAccessible::ComboBox);
    QVERIFY(box);
    box->forceActiveFocus(Qt::TabFocusReason);
    s.w.key(Qt::Key_Down);
    QCOMPARE(s.wizard().addressIndex(), 1);
    QVERIFY(box->hasActiveFocus()); // a choice does not lead elsewhere
    s.w.key(Qt::Key_Space);
    const QObject *const list = box->property("popup").value<QObject *>();
    QTRY_VERIFY(list && list->property("opened").toBool());
    s.w.key(Qt::Key_Up);
    QCOMPARE(s.wizard().addressIndex(), 1);
    s.w.key(Qt::Key_Return); // chooses, and no more
    QTRY_COMPARE(s.wizard().addressIndex(), 0);
    QTRY_VERIFY(!list->property("visible").toBool());
    QCOMPARE(s.wizard().step(), SetupWizard::Wifi);
    s.w.key(Qt::Key_Return);
    QCOMPARE(s.wizard().step(), SetupWizard::Connect);
    s.w.end();
    QCOMPARE(s.w.warnings(), QStringList());
}

/// What the system sees of a network is said while its name is typed, before anything is sent.
void TestSetupWizardPage::fiveGigahertzIsNoHelp()
{
    Stage s;
    QStringList asked;
    s.w.desktop.engine.sampleNetwork.wifi = [&asked] { return std::make_unique<FakeWifi>(asked); };
    QVERIFY(s.w.load(u"SetupPage"_s));
    s.w.key(Qt::Key_Return);
    QTRY_VERIFY(s.w.shows(u"2.4 GHz only"_s));
    s.w.find(u"Network"_s, QAccessible::EditableText)->forceActiveFocus(Qt::TabFocusReason);
    s.w.key(Qt::Key_A, Qt::ControlModifier);
    s.w.type(u"Maple House 5G"_s);
    QTRY_VERIFY(s.w.shows(u"“Maple House 5G” is on 5 GHz alone"_s));
    QVERIFY(s.w.shows(u"Choose the router’s network on 2.4 GHz"_s));
    QVERIFY(!s.w.shows(u"2.4 GHz only"_s));
    s.w.key(Qt::Key_Backspace);
    QTRY_VERIFY(s.w.shows(u"2.4 GHz only"_s)); // one that is not seen at all may be hidden
    s.w.end();
    QCOMPARE(s.w.warnings(), QStringList());
}

void TestSetupWizardPage::passwordIsGone()
{
    Stage s(SetupFault::Deaf);
    QVERIFY(s.w.load(u"SetupPage"_s));
    s.typeAll();
    QTRY_VERIFY(s.w.shows(u"Connecting your outlet"_s));
    QVERIFY(s.w.clickOn(u"Back"_s));
    QTRY_VERIFY(s.w.shows(u"Which Wi‑Fi should it join?"_s));
    QCOMPARE(s.passwordText(), QString());
    s.w.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(s.passwordText(), QString());
    QVERIFY(!s.wizard().holdsPassword());
    // The name is still there, and the password is asked for again.
    QCOMPARE(s.w.find(u"Network"_s, QAccessible::EditableText)->property("text").toString(),
             u"Maple House"_s);
}

void TestSetupWizardPage::passwordCanBeShown()
{
    Stage s;
    QVERIFY(s.w.load(u"SetupPage"_s));
    s.w.key(Qt::Key_Return);
    QTRY_VERIFY(s.w.find(u"Password"_s, QAccessible::EditableText));
    QVERIFY(s.w.clickOn(u"Password"_s, QAccessible::EditableText));
    s.w.type(u"secret words"_s);
    QQuickItem *const field = s.w.find(u"Password"_s, QAccessible::EditableText);
    QVERIFY(QAccessible::queryAccessibleInterface(field)->state().passwordEdit); // not read out
    QVERIFY(field->property("displayText").toString() != u"secret words"_s);
    QVERIFY(s.w.clickOn(u"Show the password"_s));
    QCOMPARE(field->property("displayText").toString(), u"secret words"_s);
    QVERIFY(s.w.clickOn(u"Hide the password"_s));
    QVERIFY(field->property("displayText").toString() != u"secret words"_s);

    // Shown text could be undone; what was taken from the field can't.
    QVERIFY(s.w.clickOn(u"Show the password"_s));
    s.wizard().connectOutlet(u"Maple House"_s, field);
    QCOMPARE(field->property("text").toString(), QString());
    QVERIFY(QMetaObject::invokeMethod(field, "undo"));
    QCOMPARE(field->property("text").toString(), QString());
}

void TestSetupWizardPage::mistakesAreSaidWhereTheyAre()
{
    Stage s;
    QVERIFY(s.w.load(u"SetupPage"_s));
    s.w.key(Qt::Key_Return);
    QTRY_VERIFY(s.w.shows(u"Which Wi‑Fi should it join?"_s));
    QVERIFY(s.w.clickOn(u"Connect"_s));
    QTRY_VERIFY(s.w.shows(u"Enter the name of your Wi‑Fi."_s));
    s.w.type(u"Maple House"_s); // the cursor is there
    QVERIFY(s.w.clickOn(u"Password"_s, QAccessible::EditableText));
    s.w.type(u"short"_s);
    s.w.key(Qt::Key_Return);
    QTRY_VERIFY(s.w.shows(u"Wi‑Fi password needs at least 8 characters."_s));
    QVERIFY(!s.w.shows(u"Enter the name of your Wi‑Fi."_s));
    QCOMPARE(s.passwordText(), u"short"_s); // to be mended
    s.w.type(u" "_s);
    QTRY_VERIFY(!s.w.shows(u"Wi‑Fi password needs at least 8 characters."_s)); // it is mended
    s.w.type(u"and long"_s);
    s.w.key(Qt::Key_Return);
    QCOMPARE(s.wizard().state(), SetupWizard::Running);
}

void TestSetupWizardPage::labelHasToBeConfirmed()
{
    Stage s;
    QVERIFY(s.w.load(u"SetupPage"_s));
    s.typeAll();
    QVERIFY(s.untilEnded());
    QTRY_VERIFY(s.w.find(u"Name"_s));
    QVERIFY(s.w.clickOn(u"Name"_s, QAccessible::EditableText));
    s.w.type(u"Heater"_s);
    QQuickItem *const model = s.w.find(u"Model and rating"_s, QAccessible::ComboBox);
    QVERIFY(model);
    model->forceActiveFocus();
    s.w.key(Qt::Key_Down);
    QTRY_VERIFY(s.w.find(u"The label on the back says 7 A, 120 V"_s));
    QSignalSpy gone(s.w.page(), SIGNAL(backRequested()));
    QVERIFY(s.w.clickOn(u"Finish"_s));
    QTRY_VERIFY(s.w.shows(u"Look at the label and tick this"_s));
    QCOMPARE(gone.size(), 0);
    QVERIFY(s.w.clickOn(u"The label on the back says 7 A, 120 V"_s));
    QVERIFY(s.w.clickOn(u"Finish"_s));
    QCOMPARE(gone.size(), 1);
    QVERIFY(s.w.face(u"Heater"_s));
    QCOMPARE(s.w.face(u"Heater"_s)->ratingText(), u"7 A, 120 V"_s);
}

void TestSetupWizardPage::routerWayAndBack()
{
    Stage s;
    QVERIFY(s.w.load(u"SetupPage"_s));
    s.w.key(Qt::Key_Right);
    QCOMPARE(s.wizard().way(), SetupWizard::AccessPoint);
    s.w.key(Qt::Key_Down);
    QCOMPARE(s.wizard().way(), SetupWizard::RouterDns);
    s.w.key(Qt::Key_Right); // and round
    QCOMPARE(s.wizard().way(), SetupWizard::SmartConfig);
    QVERIFY(s.w.clickOn(u"Router DNS"_s, QAccessible::RadioButton));
    QTRY_VERIFY(s.w.shows(u"Nothing to press"_s));
    QVERIFY(s.w.clickOn(u"Next"_s));
    QTRY_VERIFY(s.w.shows(u"server2.vesync.com"_s));
    QVERIFY(s.w.clickOn(u"Back"_s));
    QTRY_VERIFY(s.w.shows(u"How should the outlet connect?"_s));
    QSignalSpy gone(s.w.page(), SIGNAL(backRequested()));
    QVERIFY(s.w.clickOn(u"Cancel"_s));
    QCOMPARE(gone.size(), 1);
}

void TestSetupWizardPage::leavingEndsIt()
{
    Stage s(SetupFault::Deaf);
    QVERIFY(s.w.load(u"SetupPage"_s));
    s.typeAll();
    QVERIFY(passTime(s.w.clock, [&s] { return s.wizard().progress() > 0; }));
    const int sockets = openSockets();
    s.w.end();
    QCOMPARE(s.wizard().state(), SetupWizard::Idle);
    QVERIFY(!s.wizard().holdsPassword());
    QVERIFY(!s.wizard().run().isRunning());
    QVERIFY(openSockets() < sockets || sockets == 0);
}

void TestSetupWizardPage::hintsOpenOtherPages()
{
    Stage s(SetupFault::NeverLogsIn);
    QVERIFY(s.w.load(u"SetupPage"_s));
    s.typeAll();
    QVERIFY(s.untilEnded());
    QSignalSpy devices(s.w.page(), SIGNAL(devicesRequested()));
    QSignalSpy server(s.w.page(), SIGNAL(serverRequested()));
    s.wizard().follow(static_cast<int>(SetupHint::Action::OpenDevices));
    s.wizard().follow(static_cast<int>(SetupHint::Action::OpenServerSettings));
    QCOMPARE(devices.size(), 1);
    QCOMPARE(server.size(), 1);
    QVERIFY(s.w.clickOn(u"Show how"_s)); // the firewall is the first cause
    QTRY_VERIFY(s.w.find(u"Lines that open the firewall"_s));
    QVERIFY(s.w.clickOn(u"Copy"_s));
    QVERIFY(QGuiApplication::clipboard()->text().contains(QString::number(s.peer.port)));
}

void TestSetupWizardPage::rules_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    for (const char *state : {"choose", "wifi", "join", "running", "failed", "done"}) {
        for (const QSize size : {QSize(380, 800), QSize(700, 800), QSize(1280, 800)})
            QTest::newRow(qPrintable(u"%1 %2"_s.arg(QString::fromLatin1(state)).arg(size.width())))
                << QString::fromLatin1(state) << size << (size.width() == 700);
    }
}

void TestSetupWizardPage::rules()
{
    QFETCH(QString, state);
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    const bool fails = state == u"failed" || state == u"running";
    Stage s(fails ? SetupFault::NeverLogsIn : SetupFault::None,
            state == u"join" ? SetupWizard::AccessPoint : SetupWizard::SmartConfig,
            SetupFirmware::Plain189, size);
    s.w.desktop.preferences.setTheme(dark ? Ui::ThemeDark : Ui::ThemeLight);
    QVERIFY(s.w.load(u"SetupPage"_s));
    if (state != u"choose")
        s.wizard().next();
    if (state != u"choose" && state != u"wifi") {
        QObject field;
        field.setProperty("text", kPassword);
        s.wizard().connectOutlet(u"Maple House"_s, &field);
    }
    if (state == u"running")
        QVERIFY(passTime(s.w.clock, [&s] { return s.wizard().progress() >= 0.6; }));
    if (state == u"failed" || state == u"done")
        QVERIFY(s.untilEnded());
    QVERIFY(s.w.drawn());
    const QStringList wrong = brokenRules(s.w);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    const QString pictures = qEnvironmentVariable("OUTLET_PICTURES"); // a folder, to look at them
    if (!pictures.isEmpty())
        QVERIFY(s.w.window()->grabWindow().save(
            u"%1/%2.png"_s.arg(pictures, QString::fromUtf8(QTest::currentDataTag()))));
    s.w.end();
    QCOMPARE(s.w.warnings(), QStringList());
}

QTEST_MAIN(TestSetupWizardPage)
#include "tst_setup_wizard_page.moc"
