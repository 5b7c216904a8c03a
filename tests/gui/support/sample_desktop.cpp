// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "sample_desktop.h"

#include <QtCore/QCoreApplication>

namespace outlet {

SampleDesktop::SampleDesktop(Clock &clock)
    : engine(clock)
    , faces(FaceParts{engine.registry(), engine.countdowns(), clock,
                      [this](const QString &id) { return engine.isSimulated(id); }})
    , preferences(engine)
    , server(engine)
    , app(engine, faces)
    , prices(&energy, clock, app)
{
    QCoreApplication::installTranslator(&m_plurals);
    faces.share();
}

} // namespace outlet
