// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/app.h"
#include "desktop/core_engine.h"
#include "desktop/diagnostics/diagnostics_face.h"
#include "desktop/file_care.h"
#include "desktop/main_window.h"
#include "desktop/outlet_faces.h"
#include "desktop/preferences.h"
#include "desktop/price_settings.h"
#include "desktop/server_face.h"
#include "desktop/setup_wizard.h"
#include "desktop/window_preparation.h"

namespace outlet {

/// The parts of the interface on top of a Core, each made with those before it. Main thread.
struct Desktop
{
    /// \a core must be ready, and must outlive it.
    Desktop(Core &core, std::unique_ptr<WindowPreparation> preparation);

    CoreEngine engine;
    OutletFaces faces;
    Preferences preferences;
    ServerFace server;
    App app;
    PriceSettings prices;
    FileCare fileCare;
    DiagnosticsFace diagnostics;
    SetupWizard setup;
    MainWindow window;
};

} // namespace outlet
