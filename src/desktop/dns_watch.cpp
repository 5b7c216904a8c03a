// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/dns_watch.h"

#include <algorithm>

#include "desktop/engine.h"
#include "setup/network_probes.h"

namespace outlet {

namespace {

/// How a state looks, for a row and for the verdict alike.
struct Look
{
    Ui::Tone tone;
    QString icon;
};

Look lookOf(DnsCheck::Answer answer)
{
    switch (answer) {
    case DnsCheck::Answer::Here:
        return {Ui::ToneAccent, QStringLiteral("check")};
    case DnsCheck::Answer::Elsewhere:
        return {Ui::ToneWarn, QStringLiteral("warning")};
    case DnsCheck::Answer::NoAnswer:
        return {Ui::ToneNeutral, QStringLiteral("offline")};
    case DnsCheck::Answer::Checking:
        break;
    }
    return {Ui::ToneNeutral, QStringLiteral("search")};
}

} // namespace

DnsWatch::DnsWatch(QObject *parent)
    : QAbstractListModel(parent)
{
}

DnsWatch::~DnsWatch() = default;

void DnsWatch::setServer(ServerFace *server)
{
    if (server == m_server)
        return;
    if (m_server)
        m_server->disconnect(this);
    m_check.reset();
    m_server = server;
    if (m_server) {
        Engine &engine = m_server->engine();
        m_check = engine.network().makeDnsCheck(engine.clock());
        connect(m_check.get(), &DnsCheck::changed, this, &DnsWatch::take);
        connect(m_check.get(), &DnsCheck::finished, this, [this] {
            setBusy(false);
            updateHere(); // which may have changed without the server's doing
        });
        connect(m_server, &ServerFace::stateChanged, this, &DnsWatch::updateHere);
        // The QML engine may go after the parts of the program do.
        connect(m_server, &QObject::destroyed, this, [this] { setServer(nullptr); });
        updateHere();
    }
    take();
    Q_EMIT serverChanged();
    if (m_check && m_active)
        m_check->setRefreshing(true);
}

void DnsWatch::setBrief(bool brief)
{
    if (brief == m_brief)
        return;
    m_brief = brief;
    take();
    Q_EMIT briefChanged();
}

void DnsWatch::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    if (m_check) {
        m_check->setRefreshing(active);
        if (!active)
            m_check->stop();
    }
    if (!active)
        setBusy(false);
    Q_EMIT activeChanged();
}

void DnsWatch::refresh()
{
    if (!m_check)
        return;
    setBusy(true);
    m_check->refresh();
}

void DnsWatch::setBusy(bool busy)
{
    if (busy == m_busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged();
}

void DnsWatch::updateHere()
{
    if (!m_server || !m_check)
        return;
    QList<QHostAddress> here;
    for (const QString &address : m_server->addresses())
        here.append(QHostAddress(address));
    m_check->setHere(here);
}

void DnsWatch::take()
{
    m_entries = m_check ? m_check->entries() : QList<DnsCheck::Entry>();
    // Outlets ask the router: what it says comes first.
    std::stable_partition(m_entries.begin(), m_entries.end(),
                          [](const auto &entry) { return !entry.resolver.isNull(); });
    QList<DnsCheck::Entry> shown = rows();
    if (shown.size() != m_rows.size()) {
        beginResetModel();
        m_rows = std::move(shown);
        endResetModel();
    } else if (!shown.isEmpty()) {
        m_rows = std::move(shown);
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
    Q_EMIT verdictChanged();
}

QList<DnsCheck::Entry> DnsWatch::rows() const
{
    if (!m_brief)
        return m_entries;
    QList<DnsCheck::Entry> shown;
    for (const DnsCheck::Entry &entry : m_entries) {
        DnsCheck::Entry *const before = shown.isEmpty() ? nullptr : &shown.last();
        if (before && before->resolver == entry.resolver && before->answer == entry.answer &&
            before->addresses == entry.addresses &&
            before->isResolverSilent == entry.isResolverSilent)
            before->name = tr("%1, %2", "names of computers")
                               .arg(before->name.section(u'.', 0, 0), entry.name);
        else
            shown.append(entry);
    }
    return shown;
}

int DnsWatch::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant DnsWatch::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DnsCheck::Entry &entry = m_rows.at(index.row());
    switch (role) {
    case NameRole:
        return entry.name;
    case StateRole:
        switch (entry.answer) {
        case Answer::Here:
            return tr("Points here, %1").arg(entry.addresses.join(QStringLiteral(", ")));
        case Answer::Elsewhere:
            return tr("Points elsewhere, %1").arg(entry.addresses.join(QStringLiteral(", ")));
        case Answer::NoAnswer:
            return entry.isResolverSilent ? tr("No answer, nobody there answers")
                                          : tr("No answer, the name has no address there");
        case Answer::Checking:
            break;
        }
        return tr("Checking…");
    case ToneRole:
        return lookOf(entry.answer).tone;
    case IconRole:
        return lookOf(entry.answer).icon;
    case ResolverRole:
        if (index.row() > 0 && m_rows.at(index.row() - 1).resolver == entry.resolver)
            return QString();
        return entry.resolver.isNull()
                   ? tr("As this computer sees it")
                   : tr("As the router %1 answers").arg(entry.resolver.toString());
    default:
        return {};
    }
}

QHash<int, QByteArray> DnsWatch::roleNames() const
{
    return {{NameRole, "name"},
            {StateRole, "state"},
            {ToneRole, "tone"},
            {IconRole, "iconName"},
            {ResolverRole, "resolver"}};
}

std::optional<DnsWatch::Side> DnsWatch::side(bool isRouter) const
{
    QList<DnsCheck::Entry> entries;
    std::copy_if(m_entries.begin(), m_entries.end(), std::back_inserter(entries),
                 [isRouter](const auto &entry) { return entry.resolver.isNull() != isRouter; });
    if (entries.isEmpty())
        return std::nullopt;
    Side side{entries.first().resolver, Answer::Here, true};
    // The worst of the names decides.
    for (const Answer answer : {Answer::NoAnswer, Answer::Elsewhere, Answer::Checking}) {
        if (std::any_of(entries.begin(), entries.end(),
                        [answer](const auto &entry) { return entry.answer == answer; }))
            side.answer = answer;
    }
    side.isSilent = std::all_of(entries.begin(), entries.end(),
                                [](const auto &entry) { return entry.isResolverSilent; });
    return side;
}

DnsWatch::Side DnsWatch::decisive() const
{
    const auto router = side(true);
    const auto system = side(false);
    if (router && (!router->isSilent || !system))
        return *router;
    return system.value_or(Side());
}

bool DnsWatch::isKnown() const
{
    return decisive().answer != Answer::Checking;
}

QString DnsWatch::verdict() const
{
    switch (decisive().answer) {
    case Answer::Here:
        return tr("Both names lead here. Unplug the outlet and plug it back in.");
    case Answer::Elsewhere:
        return tr("The names don’t lead here yet: outlets would call another computer.");
    case Answer::NoAnswer:
        return tr("The names have no address: outlets would find nobody.");
    case Answer::Checking:
        break;
    }
    return tr("Checking both names…");
}

Ui::Tone DnsWatch::verdictTone() const
{
    return lookOf(decisive().answer).tone;
}

QString DnsWatch::verdictIcon() const
{
    return lookOf(decisive().answer).icon;
}

QString DnsWatch::note() const
{
    using std::chrono::seconds;
    const QString again = tr("Asked again every %1 s while this page is open.")
                              .arg(std::chrono::duration_cast<seconds>(DnsCheck::kRefresh).count());
    const auto router = side(true);
    const auto system = side(false);
    QString about;
    if (!router)
        about = tr("The router’s address is not known. Your outlets may ask another DNS server.");
    else if (router->isSilent && router->answer == Answer::NoAnswer)
        about = tr("The router itself answers no such questions. Your outlets ask the DNS server "
                   "that the router tells them of; it may be another one than this computer’s.");
    else if (system && system->answer != Answer::Checking && router->answer != Answer::Checking &&
             system->answer != router->answer)
        about = tr("This computer asks another DNS server than the router. What the router answers "
                   "counts for outlets, unless it tells them to ask elsewhere.");
    if (m_brief)
        return about;
    return about.isEmpty() ? again : about + u' ' + again;
}

} // namespace outlet
