// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "outlets/outlet_registry.h"
#include "setup/login_source.h"

namespace outlet {

/// Tells a set-up in this program what happens to its outlets. Main thread.
class OutletLogins : public LoginSource
{
    Q_OBJECT
public:
    /// \a registry must outlive this.
    explicit OutletLogins(OutletRegistry &registry, QObject *parent = nullptr);

    [[nodiscard]] QHash<QString, QString> online() const override;
    void accept(const QString &id) override;

private:
    void watch(Outlet *outlet);

    OutletRegistry &m_registry;
};

} // namespace outlet
