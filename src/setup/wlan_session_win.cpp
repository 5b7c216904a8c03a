// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup/wlan_session_win.h"

#include <QtCore/QLibrary>
#include <algorithm>
#include <utility>
// The order matters: the second needs the first.
#include <windows.h>
#include <wlanapi.h>

#include "setup/wlan_profile.h"

namespace outlet {

namespace {

constexpr ULONG kKilohertz24 = 2'500'000; // above: other bands
constexpr DWORD kReasonSuccess = 0;       // WLAN_REASON_CODE_SUCCESS, which MinGW does not name
constexpr USHORT kPrivacy = 0x10;         // of the capabilities in a beacon

QByteArray nameOf(const DOT11_SSID &ssid)
{
    return {reinterpret_cast<const char *>(ssid.ucSSID),
            static_cast<qsizetype>(std::min<ULONG>(ssid.uSSIDLength, DOT11_SSID_MAX_LENGTH))};
}

QString addressOf(const DOT11_MAC_ADDRESS &mac)
{
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(mac), sizeof(DOT11_MAC_ADDRESS)).toHex(':'));
}

} // namespace

/// wlanapi.dll, found while the program runs: a Windows Server has it only as a feature. Holds the
/// connection to the service, too.
class WlanSession::Library
{
public:
    Library()
        : m_file(QStringLiteral("wlanapi"))
    {
        resolve(open, "WlanOpenHandle");
        resolve(close, "WlanCloseHandle");
        resolve(enumerate, "WlanEnumInterfaces");
        resolve(listen, "WlanRegisterNotification");
        resolve(scan, "WlanScan");
        resolve(list, "WlanGetNetworkBssList");
        resolve(query, "WlanQueryInterface");
        resolve(connectTo, "WlanConnect");
        resolve(disconnect, "WlanDisconnect");
        resolve(explain, "WlanReasonCodeToString");
        resolve(release, "WlanFreeMemory");
        constexpr DWORD vista = 2; // and every later one
        DWORD negotiated = 0;
        if (m_complete && open(vista, nullptr, &negotiated, &handle) != ERROR_SUCCESS)
            handle = nullptr;
    }
    ~Library() = default;
    Q_DISABLE_COPY_MOVE(Library)

    /// Leaves the service; returns when no event is being told any more.
    void end()
    {
        if (!handle)
            return;
        listen(handle, WLAN_NOTIFICATION_SOURCE_NONE, TRUE, nullptr, nullptr, nullptr, nullptr);
        close(handle, nullptr);
        handle = nullptr;
    }

    /// What a call gave, released when it is not needed any more.
    template <typename T>
    [[nodiscard]] std::shared_ptr<T> owned(T *memory) const
    {
        return {memory, [this](T *each) {
                    if (each)
                        release(each);
                }};
    }

    HANDLE handle = nullptr; ///< null: the service does not run
    decltype(&WlanOpenHandle) open = nullptr;
    decltype(&WlanCloseHandle) close = nullptr;
    decltype(&WlanEnumInterfaces) enumerate = nullptr;
    decltype(&WlanRegisterNotification) listen = nullptr;
    decltype(&WlanScan) scan = nullptr;
    decltype(&WlanGetNetworkBssList) list = nullptr;
    decltype(&WlanQueryInterface) query = nullptr;
    decltype(&WlanConnect) connectTo = nullptr;
    decltype(&WlanDisconnect) disconnect = nullptr;
    decltype(&WlanReasonCodeToString) explain = nullptr;
    decltype(&WlanFreeMemory) release = nullptr;

private:
    template <typename T>
    void resolve(T &function, const char *name)
    {
        function = reinterpret_cast<T>(reinterpret_cast<void *>(m_file.resolve(name)));
        m_complete = m_complete && function;
    }

    QLibrary m_file;
    bool m_complete = true;
};

struct WlanSession::Adapter
{
    GUID id = {};
};

WlanSession::WlanSession(Listener listener)
    : m_library(std::make_unique<Library>())
    , m_listener(std::move(listener))
{
    if (!m_library->handle)
        return;
    const WLAN_NOTIFICATION_CALLBACK tell = [](PWLAN_NOTIFICATION_DATA data, PVOID context) {
        const auto *self = static_cast<const WlanSession *>(context);
        Event event;
        switch (data->NotificationCode) {
        case wlan_notification_acm_interface_arrival:
        case wlan_notification_acm_interface_removal:
        case wlan_notification_acm_autoconf_enabled:
        case wlan_notification_acm_autoconf_disabled:
            event.kind = Event::AdaptersChanged;
            break;
        case wlan_notification_acm_scan_complete:
        case wlan_notification_acm_disconnected:
            break;
        case wlan_notification_acm_connection_complete:
        case wlan_notification_acm_connection_attempt_fail: {
            if (!data->pData || data->dwDataSize < sizeof(WLAN_CONNECTION_NOTIFICATION_DATA))
                return;
            const auto *about = static_cast<const WLAN_CONNECTION_NOTIFICATION_DATA *>(data->pData);
            event.rawSsid = nameOf(about->dot11Ssid);
            const bool isIn = about->wlanReasonCode == kReasonSuccess &&
                              data->NotificationCode == wlan_notification_acm_connection_complete;
            event.kind = isIn ? Event::Joined : Event::NotJoined;
            if (!isIn) {
                WCHAR words[512] = {};
                self->m_library->explain(about->wlanReasonCode, DWORD(std::size(words)), words,
                                         nullptr);
                event.reason = QString::fromWCharArray(words).trimmed();
            }
            break;
        }
        default:
            return;
        }
        self->m_listener(event);
    };
    m_library->listen(m_library->handle, WLAN_NOTIFICATION_SOURCE_ACM, TRUE, tell, this, nullptr,
                      nullptr);
}

WlanSession::~WlanSession()
{
    m_library->end(); // while what events are told to is still there
}

bool WlanSession::findAdapter()
{
    m_adapter.reset();
    if (!m_library->handle)
        return false;
    PWLAN_INTERFACE_INFO_LIST list = nullptr;
    if (m_library->enumerate(m_library->handle, nullptr, &list) != ERROR_SUCCESS)
        return false;
    const auto owner = m_library->owned(list);
    for (DWORD i = 0; i < list->dwNumberOfItems; ++i) {
        if (list->InterfaceInfo[i].isState == wlan_interface_state_not_ready)
            continue;
        m_adapter = std::make_unique<Adapter>(Adapter{list->InterfaceInfo[i].InterfaceGuid});
        break;
    }
    return m_adapter && networks().has_value();
}

std::optional<QList<WifiNetwork>> WlanSession::networks() const
{
    if (!m_adapter)
        return std::nullopt;
    PWLAN_BSS_LIST list = nullptr;
    if (m_library->list(m_library->handle, &m_adapter->id, nullptr, dot11_BSS_type_any, FALSE,
                        nullptr, &list) != ERROR_SUCCESS)
        return std::nullopt;
    const auto owner = m_library->owned(list);

    DOT11_SSID currentSsid = {};
    DWORD size = 0;
    PVOID data = nullptr;
    if (m_library->query(m_library->handle, &m_adapter->id, wlan_intf_opcode_current_connection,
                         nullptr, &size, &data, nullptr) == ERROR_SUCCESS) {
        const auto current = m_library->owned(static_cast<WLAN_CONNECTION_ATTRIBUTES *>(data));
        if (size >= sizeof(WLAN_CONNECTION_ATTRIBUTES) &&
            current->isState == wlan_interface_state_connected)
            currentSsid = current->wlanAssociationAttributes.dot11Ssid;
    }
    QList<WifiNetwork> found;
    for (DWORD i = 0; i < list->dwNumberOfItems; ++i) {
        const WLAN_BSS_ENTRY &entry = list->wlanBssEntries[i];
        const QByteArray name = nameOf(entry.dot11Ssid);
        WifiNetwork network;
        network.ssid = QString::fromUtf8(name);
        if (name.isEmpty() || network.ssid.toUtf8() != name)
            continue; // hidden, or a name that can't be shown and so not be chosen
        network.bssid = addressOf(entry.dot11Bssid);
        network.signalPercent = static_cast<int>(std::min<ULONG>(100, entry.uLinkQuality));
        network.has24GHz = entry.ulChCenterFrequency < kKilohertz24;
        network.isSecured = (entry.usCapabilityInformation & kPrivacy) != 0;
        network.isCurrent = name == nameOf(currentSsid);
        found.append(network);
    }
    return found;
}

void WlanSession::scan()
{
    // Refused while another scan runs: then its end is told.
    if (m_adapter)
        m_library->scan(m_library->handle, &m_adapter->id, nullptr, nullptr, nullptr);
}

QString WlanSession::currentProfile() const
{
    DWORD size = 0;
    PVOID data = nullptr;
    if (!m_adapter ||
        m_library->query(m_library->handle, &m_adapter->id, wlan_intf_opcode_current_connection,
                         nullptr, &size, &data, nullptr) != ERROR_SUCCESS)
        return {};
    const auto current = m_library->owned(static_cast<WLAN_CONNECTION_ATTRIBUTES *>(data));
    return size >= sizeof(WLAN_CONNECTION_ATTRIBUTES)
               ? QString::fromWCharArray(current->strProfileName)
               : QString();
}

QString WlanSession::join(const QByteArray &rawSsid, const SecretText &password)
{
    if (!m_adapter || rawSsid.size() > DOT11_SSID_MAX_LENGTH)
        return qt_error_string(ERROR_NOT_FOUND);
    DOT11_SSID ssid = {};
    ssid.uSSIDLength = static_cast<ULONG>(rawSsid.size());
    std::copy(rawSsid.begin(), rawSsid.end(), ssid.ucSSID);
    QString profile = wlanProfile(rawSsid, password);
    WLAN_CONNECTION_PARAMETERS parameters = {};
    parameters.wlanConnectionMode = wlan_connection_mode_temporary_profile;
    parameters.strProfile = reinterpret_cast<LPCWSTR>(profile.utf16());
    parameters.pDot11Ssid = &ssid;
    parameters.dot11BssType = dot11_BSS_type_infrastructure;
    const DWORD error =
        m_library->connectTo(m_library->handle, &m_adapter->id, &parameters, nullptr);
    wipe(profile);
    return error == ERROR_SUCCESS ? QString() : qt_error_string(static_cast<int>(error));
}

void WlanSession::goTo(const QString &profile)
{
    if (!m_adapter)
        return;
    if (profile.isEmpty()) {
        m_library->disconnect(m_library->handle, &m_adapter->id, nullptr);
        return;
    }
    WLAN_CONNECTION_PARAMETERS parameters = {};
    parameters.wlanConnectionMode = wlan_connection_mode_profile;
    parameters.strProfile = reinterpret_cast<LPCWSTR>(profile.utf16());
    parameters.dot11BssType = dot11_BSS_type_any;
    m_library->connectTo(m_library->handle, &m_adapter->id, &parameters, nullptr);
}

} // namespace outlet
