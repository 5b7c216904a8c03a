// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/outlet_logins.h"

namespace outlet {

OutletLogins::OutletLogins(OutletRegistry &registry, QObject *parent)
    : LoginSource(parent)
    , m_registry(registry)
{
    for (Outlet *outlet : registry.outlets())
        watch(outlet);
    connect(&registry, &OutletRegistry::outletAdded, this,
            [this](Outlet *outlet) { watch(outlet); });
}

QHash<QString, QString> OutletLogins::online() const
{
    QHash<QString, QString> online;
    for (const Outlet *outlet : m_registry.outlets()) {
        if (outlet->linkState() == LinkState::Online)
            online.insert(outlet->id(), outlet->record().address);
    }
    return online;
}

void OutletLogins::accept(const QString &id)
{
    Outlet *const outlet = m_registry.find(id);
    if (outlet && !outlet->isKnown())
        m_registry.allow(outlet);
    else if (outlet)
        outlet->requestReading();
}

void OutletLogins::watch(Outlet *outlet)
{
    connect(outlet, &Outlet::loggedIn, this, [this, outlet] {
        Q_EMIT loggedIn(outlet->id(), outlet->record().address,
                        outlet->decision() == Decision::New);
    });
    connect(outlet, &Outlet::readingChanged, this, [this, outlet] {
        if (outlet->reading() && outlet->reading()->powerWatts)
            Q_EMIT measured(outlet->id());
    });
}

} // namespace outlet
