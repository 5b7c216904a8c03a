// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/preferences.h"

#include <QtCore/QEvent>
#include <QtCore/QPointer>
#include <QtGui/QGuiApplication>
#include <QtGui/QPalette>
#include <QtGui/QStyleHints>
#include <QtQml/QQmlEngine>

#include "desktop/autostart.h"
#include "desktop/engine.h"

namespace outlet {

namespace {

QPointer<Preferences> current;

QString themeName(Ui::Theme theme)
{
    switch (theme) {
    case Ui::ThemeLight:
        return QStringLiteral("light");
    case Ui::ThemeDark:
        return QStringLiteral("dark");
    case Ui::ThemeSystem:
        break;
    }
    return QStringLiteral("system");
}

Ui::Theme themeFromName(const QString &name)
{
    if (name == u"light")
        return Ui::ThemeLight;
    return name == u"dark" ? Ui::ThemeDark : Ui::ThemeSystem;
}

bool isSystemDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#endif
    // Before 6.5 the palette is the only thing that tells.
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightnessF() <
           palette.color(QPalette::WindowText).lightnessF();
}

} // namespace

Preferences::Preferences(Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
    current = this;
    connect(&engine, &Engine::ready, this, &Preferences::load);
    qGuiApp->installEventFilter(this);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this,
            &Preferences::updateDark);
#endif
    load();
}

Preferences::~Preferences() = default;

Preferences *Preferences::create(QQmlEngine *, QJSEngine *)
{
    QQmlEngine::setObjectOwnership(current, QQmlEngine::CppOwnership);
    return current;
}

template <typename T>
void Preferences::change(T &member, const T &value, const QString &key,
                         void (Preferences::*changed)())
{
    if (member == value)
        return;
    member = value;
    m_engine.setSetting(key, value);
    Q_EMIT(this->*changed)();
}

void Preferences::setTheme(Ui::Theme theme)
{
    if (theme == m_theme)
        return;
    m_theme = theme;
    m_engine.setSetting(QStringLiteral("theme"), themeName(theme));
    Q_EMIT themeChanged();
    updateDark();
}

void Preferences::setCloseToTray(bool close)
{
    change(m_closeToTray, close, QStringLiteral("closeToTray"), &Preferences::closeToTrayChanged);
}

void Preferences::setStartWithSession(bool start)
{
    if (start == m_startWithSession && m_startWithSessionError.isEmpty())
        return;
    m_startWithSessionError = Autostart(m_engine.dataFolder()).setOn(start);
    if (m_startWithSessionError.isEmpty())
        m_startWithSession = start;
    Q_EMIT startWithSessionChanged();
}

void Preferences::setReduceMotion(bool reduce)
{
    change(m_reduceMotion, reduce, QStringLiteral("reduceMotion"),
           &Preferences::reduceMotionChanged);
}

void Preferences::setAskBeforeKeepOn(bool ask)
{
    change(m_askBeforeKeepOn, ask, QStringLiteral("askBeforeKeepOn"),
           &Preferences::askBeforeKeepOnChanged);
}

void Preferences::setByRoom(bool byRoom)
{
    change(m_byRoom, byRoom, QStringLiteral("byRoom"), &Preferences::byRoomChanged);
}

void Preferences::setChartRange(const QString &kindName)
{
    change(m_chartRange, kindName, QStringLiteral("chartRange"), &Preferences::chartRangeChanged);
}

void Preferences::setLastPage(const QString &page)
{
    change(m_lastPage, page, QStringLiteral("lastPage"), &Preferences::lastPageChanged);
}

bool Preferences::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange && watched == qGuiApp)
        updateDark();
    return QObject::eventFilter(watched, event);
}

void Preferences::load()
{
    const auto flag = [this](const char *key, bool otherwise) {
        const QVariant value = m_engine.setting(QString::fromLatin1(key));
        return value.isValid() ? value.toBool() : otherwise;
    };
    m_theme = themeFromName(m_engine.setting(QStringLiteral("theme")).toString());
    m_closeToTray = flag("closeToTray", true);
    m_reduceMotion = flag("reduceMotion", false);
    m_askBeforeKeepOn = flag("askBeforeKeepOn", true);
    m_byRoom = flag("byRoom", false);
    m_lastPage = m_engine.setting(QStringLiteral("lastPage")).toString();
    const QString range = m_engine.setting(QStringLiteral("chartRange")).toString();
    m_chartRange = range.isEmpty() ? QStringLiteral("day") : range;
    // The session itself is the truth: somebody may have removed the entry there.
    m_startWithSession = Autostart(m_engine.dataFolder()).isOn();
    Q_EMIT themeChanged();
    Q_EMIT closeToTrayChanged();
    Q_EMIT startWithSessionChanged();
    Q_EMIT reduceMotionChanged();
    Q_EMIT askBeforeKeepOnChanged();
    Q_EMIT byRoomChanged();
    Q_EMIT lastPageChanged();
    Q_EMIT chartRangeChanged();
    updateDark();
}

void Preferences::updateDark()
{
    const bool systemDark = isSystemDark();
    if (systemDark != m_systemDark) {
        m_systemDark = systemDark;
        Q_EMIT systemDarkChanged();
    }
    const bool dark = m_theme == Ui::ThemeSystem ? systemDark : m_theme == Ui::ThemeDark;
    if (dark == m_dark)
        return;
    m_dark = dark;
    Q_EMIT darkChanged();
}

} // namespace outlet
