// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QVariantList>

#include "desktop/outlet_faces.h"
#include "wizard_peer.h"

namespace outlet::test {

/// What the page's password field is to the wizard.
class TypedPassword : public QObject
{
public:
    explicit TypedPassword(const char *typed = Newcomer::kPassword)
    {
        setProperty("text", QString::fromUtf8(typed));
    }
    [[nodiscard]] QString text() const { return property("text").toString(); }
};

/// A computer's Wi-Fi as a test wants it: at home on both bands, with an outlet's own network in
/// reach.
class FakeWifi : public WifiService
{
public:
    explicit FakeWifi(QStringList &asked)
        : m_asked(asked)
    {
    }
    [[nodiscard]] bool isAvailable() const override { return true; }
    void scan() override { setNetworks(around); }
    void join(const QString &ssid, SecretText) override
    {
        m_asked += QStringLiteral("join ") + ssid;
    }
    void goBack() override { m_asked += QStringLiteral("back"); }
    void refuse(const QString &ssid)
    {
        Q_EMIT joinFailed(ssid, QStringLiteral("It is too far away."));
    }

    /// What a look finds.
    QList<WifiNetwork> around{
        {QStringLiteral("Maple House"), QStringLiteral("aa:bb:cc:11:22:33"), 80, true, true, true},
        {QStringLiteral("ESP_0A0B0C"), {}, 60, true, false, false},
        {QStringLiteral("Maple House 5G"), {}, 90, false, true, false}};

private:
    QStringList &m_asked;
};

/// One value of every row, as the page's lists show it.
inline QStringList column(const QVariantList &rows, const QString &key)
{
    QStringList values;
    for (const QVariant &row : rows)
        values += row.toMap().value(key).toString();
    return values;
}

/// An outlet with this fault.
inline SimulatedSetupSpec spec(SetupFault fault, SetupMode mode = SetupMode::SmartConfig)
{
    SimulatedSetupSpec wanted;
    wanted.fault = fault;
    wanted.mode = mode;
    return wanted;
}

/// The wizard without its pages, on the real set-up, a real server and a simulated outlet.
struct WizardFixture
{
    explicit WizardFixture(SimulatedSetupSpec wanted = {})
        : engine(clock)
        , faces(FaceParts{engine.registry(), engine.countdowns(), clock,
                          [](const QString &) { return false; }})
        , wizard(engine, faces)
        , peer(wizard, engine, clock, std::move(wanted))
    {
    }
    bool until(const std::function<bool()> &condition) { return passTime(clock, condition); }
    bool untilEnded()
    {
        return until([this] {
            return wizard.state() == SetupWizard::Done || wizard.state() == SetupWizard::Failed;
        });
    }
    void connectWith(const char *password = Newcomer::kPassword,
                     SetupWizard::Way way = SetupWizard::SmartConfig)
    {
        wizard.setWay(way);
        wizard.next();
        TypedPassword field(password);
        wizard.connectOutlet(QStringLiteral("Maple House"), &field);
    }

    ManualClock clock;
    SampleEngine engine;
    OutletFaces faces;
    SetupWizard wizard;
    WizardPeer peer;
};

} // namespace outlet::test
