// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtCore/QPointer>
#include <QtCore/QSet>
#include <QtQml/qqmlregistration.h>

#include "base/clock.h"
#include "server/frame_tap.h"

namespace outlet {

/// The last messages of the outlet that is looked at, the newest first. Main thread.
class FrameList : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from Diagnostics")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    /// Nothing moves while it is; receiving goes on.
    Q_PROPERTY(bool paused READ isPaused WRITE setPaused NOTIFY pausedChanged FINAL)
    /// "Paused, 14 new"; empty when it is not.
    Q_PROPERTY(QString pausedText READ pausedText NOTIFY pausedChanged FINAL)
    /// The login of the present connection; empty when it is not known.
    Q_PROPERTY(QString loginTime READ loginTime NOTIFY loginChanged FINAL)
    Q_PROPERTY(QString loginText READ loginText NOTIFY loginChanged FINAL)
    Q_PROPERTY(int selectedCount READ selectedCount NOTIFY selectionChanged FINAL)
public:
    enum Role {
        TimeRole = Qt::UserRole + 1, ///< QString
        IncomingRole,                ///< bool
        TextRole,                    ///< QString, at most kMostChars
        SelectedRole,                ///< bool
    };
    static constexpr qsizetype kMostChars = 200;
    /// New messages are shown together, this long after the first.
    static constexpr std::chrono::milliseconds kGather{100};

    /// \a clock must outlive the list.
    explicit FrameList(Clock &clock, QObject *parent = nullptr);
    ~FrameList() override;

    /// Shows this outlet's messages and watches for new ones; with nullptr nothing. \a tap must
    /// outlive the list or be replaced before.
    void setSource(FrameTap *tap, const QString &outletId);

    [[nodiscard]] int count() const { return static_cast<int>(m_frames.size()); }
    [[nodiscard]] bool isPaused() const { return m_paused; }
    void setPaused(bool paused);
    [[nodiscard]] QString pausedText() const;
    [[nodiscard]] QString loginTime() const;
    [[nodiscard]] QString loginText() const;
    [[nodiscard]] int selectedCount() const { return static_cast<int>(m_selected.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Selects this message or no longer; with \a extend all from the one before to it.
    Q_INVOKABLE void select(int row, bool extend);
    Q_INVOKABLE void clearSelection();
    /// All of a message, however long.
    Q_INVOKABLE QString whole(int row) const;
    Q_INVOKABLE QString wholeLogin() const;
    /// The selected messages, else all, one a line, the oldest first.
    Q_INVOKABLE QString copyText() const;

Q_SIGNALS:
    void countChanged();
    void pausedChanged();
    void loginChanged();
    void selectionChanged();

private:
    [[nodiscard]] const FrameRing *ring() const;
    void leave();
    void reload();
    void takeNew();
    void taken();

    ClockTimer m_gather;
    QPointer<FrameTap> m_tap;
    QString m_outletId;
    QList<TappedFrame> m_frames; ///< the newest first
    std::optional<TappedFrame> m_login;
    QSet<quint64> m_selected; ///< numbers
    int m_lastSelected = -1;  ///< row
    qsizetype m_waiting = 0;  ///< came while it is paused
    bool m_paused = false;
};

} // namespace outlet
