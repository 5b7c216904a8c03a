// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtQml/qqmlregistration.h>
#include <memory>
#include <optional>

#include "desktop/server_face.h"
#include "desktop/ui.h"
#include "setup/dns_check.h"

namespace outlet {

/// Where the names that outlets ask for lead, as rows for QML: first as the router answers, then as
/// this computer sees it. Looks again and again while it is active, and never otherwise. Main
/// thread.
class DnsWatch : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    /// The server whose addresses count as here; nothing is asked without one.
    Q_PROPERTY(outlet::ServerFace *server READ server WRITE setServer NOTIFY serverChanged FINAL)
    /// For where room is short: names that one server answers alike are one row, and the note says
    /// only what the answers mean.
    Q_PROPERTY(bool brief READ isBrief WRITE setBrief NOTIFY briefChanged FINAL)
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged FINAL)
    /// True from refresh() until every answer is there.
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged FINAL)
    /// What it means for an outlet, one sentence or two.
    Q_PROPERTY(QString verdict READ verdict NOTIFY verdictChanged FINAL)
    Q_PROPERTY(outlet::Ui::Tone verdictTone READ verdictTone NOTIFY verdictChanged FINAL)
    Q_PROPERTY(QString verdictIcon READ verdictIcon NOTIFY verdictChanged FINAL)
    /// False until the first answers are there.
    Q_PROPERTY(bool known READ isKnown NOTIFY verdictChanged FINAL)
    /// Who was asked, and how often; where the two sides differ, what that means.
    Q_PROPERTY(QString note READ note NOTIFY verdictChanged FINAL)
public:
    enum Role {
        NameRole = Qt::UserRole + 1, ///< the host name; when brief perhaps several
        StateRole,                   ///< "Points here, 192.168.1.24"
        ToneRole,                    ///< Ui::Tone
        IconRole,                    ///< QString
        ResolverRole,                ///< who was asked, on the first row of each; else ""
    };

    explicit DnsWatch(QObject *parent = nullptr);
    ~DnsWatch() override;

    [[nodiscard]] ServerFace *server() const { return m_server; }
    void setServer(ServerFace *server);
    [[nodiscard]] bool isBrief() const { return m_brief; }
    void setBrief(bool brief);
    [[nodiscard]] bool isActive() const { return m_active; }
    void setActive(bool active);
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] Ui::Tone verdictTone() const;
    [[nodiscard]] QString verdictIcon() const;
    [[nodiscard]] bool isKnown() const;
    [[nodiscard]] QString note() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Asks everybody now.
    Q_INVOKABLE void refresh();

Q_SIGNALS:
    void serverChanged();
    void briefChanged();
    void activeChanged();
    void busyChanged();
    void verdictChanged();

private:
    using Answer = DnsCheck::Answer;

    /// What one resolver says of all names together.
    struct Side
    {
        QHostAddress resolver; ///< null: the system's
        Answer answer = Answer::Checking;
        bool isSilent = false; ///< nobody answered there
    };

    void take();
    /// What is shown of m_entries.
    [[nodiscard]] QList<DnsCheck::Entry> rows() const;
    void updateHere();
    void setBusy(bool busy);
    [[nodiscard]] std::optional<Side> side(bool isRouter) const;
    /// The one that decides what outlets get.
    [[nodiscard]] Side decisive() const;

    ServerFace *m_server = nullptr;
    bool m_brief = false;
    bool m_active = false;
    bool m_busy = false;
    std::unique_ptr<DnsCheck> m_check;
    QList<DnsCheck::Entry> m_entries; ///< in the order in which they are shown
    QList<DnsCheck::Entry> m_rows;    ///< as they are shown
};

} // namespace outlet
