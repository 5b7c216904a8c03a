// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGui/QColor>

#include "desktop/diagnostics/link_past_picture.h"

namespace outlet {

/// The link of an outlet over the last day as a strip: solid = online, hatched = silent, dots =
/// offline, nothing where Outlet did not run.
// The base is named in full, or the description of the QML types does not find it.
class LinkStrip : public outlet::LinkPastPicture
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QColor onlineColor MEMBER m_onlineColor NOTIFY looksChanged FINAL)
    Q_PROPERTY(QColor markColor MEMBER m_markColor NOTIFY looksChanged FINAL)
    Q_PROPERTY(QColor groundColor MEMBER m_groundColor NOTIFY looksChanged FINAL)
    /// The piece that is looked at, -1 = none; and what it says, and where its middle is.
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString currentText READ currentText NOTIFY currentChanged FINAL)
    Q_PROPERTY(qreal currentX READ currentX NOTIFY currentChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY contentChanged FINAL)
public:
    static constexpr qreal kShortest = 4; ///< a mark is this wide at least

    explicit LinkStrip(QQuickItem *parent = nullptr);

    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int current);
    [[nodiscard]] QString currentText() const;
    [[nodiscard]] qreal currentX() const;
    [[nodiscard]] int count() const { return static_cast<int>(past().spans().size()); }
    /// The piece under this place; -1 = none.
    Q_INVOKABLE int spanAt(qreal x) const;

Q_SIGNALS:
    void currentChanged();

protected:
    void paint(QPainter &painter) const override;

private:
    [[nodiscard]] QRectF rectOf(const LinkPast::Span &span) const;

    int m_current = -1;
    QColor m_onlineColor = Qt::black;
    QColor m_markColor = Qt::gray;
    QColor m_groundColor = Qt::lightGray;
};

} // namespace outlet
