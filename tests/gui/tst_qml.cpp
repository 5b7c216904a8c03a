// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtQml/QQmlEngine>
#include <QtQml/QQmlError>
#include <QtQuickControls2/QQuickStyle>
#include <QtQuickTest/quicktest.h>
#include <memory>

#include "base/system_clock.h"
#include "desktop/qml_module.h"
#include "support/sample_desktop.h"

namespace outlet {

/// Gives the tests in tests/gui/qml the real QML types, over the sample outlets of the design.
class QmlTestSetup : public QObject
{
    Q_OBJECT
public Q_SLOTS:
    void applicationAvailable()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QQuickStyle::setStyle(QStringLiteral("Basic"));
        m_desktop = std::make_unique<SampleDesktop>(m_clock);
        m_desktop->engine.setSetting(QStringLiteral("welcomeDone"), true);
        m_desktop->engine.setListening(17273);
        m_desktop->engine.addHome();
        m_desktop->engine.setReady();
    }
    void qmlEngineAvailable(QQmlEngine *engine)
    {
        useQmlModule(*engine);
        connect(engine, &QQmlEngine::warnings, this,
                [this](const QList<QQmlError> &warnings) { m_warnings += warnings.size(); });
    }
    void cleanupTestCase() { m_desktop.reset(); }

    /// Binding loops, type errors and the like; none is right.
    [[nodiscard]] qsizetype warnings() const { return m_warnings; }

private:
    SystemClock m_clock; // totals are joined by timers, which nobody here would wind on
    std::unique_ptr<SampleDesktop> m_desktop;
    qsizetype m_warnings = 0;
};

} // namespace outlet

int main(int argc, char **argv)
{
    QTEST_SET_MAIN_SOURCE_PATH
    outlet::QmlTestSetup setup;
    const int failed =
        quick_test_main_with_setup(argc, argv, "qml", OUTLET_SOURCE_DIR "/tests/gui/qml", &setup);
    if (setup.warnings() > 0)
        qCritical("%lld QML warnings, see above", static_cast<long long>(setup.warnings()));
    return failed > 0 || setup.warnings() > 0;
}

#include "tst_qml.moc"
