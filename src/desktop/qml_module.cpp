// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/qml_module.h"

#include <QtQml/QQmlEngine>

#include "desktop/icon_provider.h"

// Made by qt_add_qml_module; calling it also keeps the linker from leaving the types out.
extern void qml_register_types_Outlet();

namespace outlet {

void useQmlModule(QQmlEngine &engine)
{
    qml_register_types_Outlet();
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    const QString icons = QStringLiteral("icon");
    if (!engine.imageProvider(icons))
        engine.addImageProvider(icons, new IconProvider); // the engine owns it
}

} // namespace outlet
