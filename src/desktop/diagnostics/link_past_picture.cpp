// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/diagnostics/link_past_picture.h"

#include <QtCore/QVariantMap>

#include "desktop/charts/time_ticks.h"

namespace outlet {

LinkPastPicture::LinkPastPicture(TimeLabels labels, QQuickItem *parent)
    : PictureItem(parent)
    , m_labels(labels)
{
    connect(this, &LinkPastPicture::looksChanged, this, [this] { update(); });
}

void LinkPastPicture::setSource(DiagnosticsFace *source)
{
    if (source == m_source)
        return;
    if (m_source)
        m_source->disconnect(this);
    m_source = source;
    if (source)
        connect(source, &DiagnosticsFace::pastChanged, this, &LinkPastPicture::takeData);
    takeData();
    Q_EMIT sourceChanged();
}

void LinkPastPicture::takeData()
{
    m_past = m_source ? m_source->past() : LinkPast();
    refresh();
    Q_EMIT contentChanged();
}

QVariantMap LinkPastPicture::tick(double position, const QString &label)
{
    return {{QStringLiteral("pos"), position}, {QStringLiteral("label"), label}};
}

QVariantList LinkPastPicture::xTicks() const
{
    QVariantList ticks;
    if (m_past.range().isEmpty())
        return ticks;
    for (const TimeTick &time : TimeTicks::of(m_past.range(), m_labels.most, LocalCalendar())) {
        if (time.position < m_labels.roomForNow)
            ticks.append(tick(time.position, time.label));
    }
    ticks.append(tick(1, tr("now")));
    return ticks;
}

} // namespace outlet
