// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/desktop.h"

#include <QtCore/QCoreApplication>

#include "app/core.h"
#include "base/logging.h"
#include "desktop/setup_loopback.h"

namespace outlet {

Desktop::Desktop(Core &core, std::unique_ptr<WindowPreparation> preparation)
    : engine(core)
    , faces(FaceParts{core.registry(), core.countdowns(), core.clock(),
                      [&core](const QString &id) { return core.isSimulated(id); }, engine.energy()})
    , preferences(engine)
    , server(engine)
    , app(engine, faces)
    , prices(engine.energy(), core.clock(), app)
    , fileCare(engine.historyCare(), engine, app)
    , diagnostics(engine)
    , setup(engine, faces)
    , window(engine, faces, app, preferences, std::move(preparation))
{
    faces.share();
    if (qEnvironmentVariableIsSet(kSetupLoopbackVariable) &&
        !setUpOnLoopback(setup, qgetenv(kSetupLoopbackVariable)))
        qCWarning(lcDesktop, "%s makes no sense and is ignored", kSetupLoopbackVariable);
    QObject::connect(&app, &App::startWithSessionWished, &preferences,
                     &Preferences::setStartWithSession);
    QObject::connect(&app, &App::quitRequested, QCoreApplication::instance(),
                     &QCoreApplication::quit);
}

} // namespace outlet
