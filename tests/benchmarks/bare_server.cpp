// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QHash>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtNetwork/QHostAddress>
#include <QtWebSockets/QWebSocket>
#include <QtWebSockets/QWebSocketServer>
#include <cstdio>

// What one gets from Qt without further thought: QWebSocketServer as it is, QJsonDocument for every
// message, no model behind it. The yardstick that outletd is measured against in the same run.

namespace {

QString clockReply(const QString &uri)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QJsonObject reply{{QStringLiteral("uri"), uri},
                            {QStringLiteral("error"), 0},
                            {QStringLiteral("wd"), now.date().dayOfWeek() % 7},
                            {QStringLiteral("year"), now.date().year()},
                            {QStringLiteral("month"), now.date().month()},
                            {QStringLiteral("day"), now.date().day()},
                            {QStringLiteral("ms"), now.time().msecsSinceStartOfDay()}};
    return QString::fromUtf8(QJsonDocument(reply).toJson(QJsonDocument::Compact));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QWebSocketServer server(QStringLiteral("bare"), QWebSocketServer::NonSecureMode);
    QHash<QWebSocket *, qint64> joules;
    QObject::connect(&server, &QWebSocketServer::newConnection, &server, [&] {
        while (QWebSocket *socket = server.nextPendingConnection()) {
            QObject::connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
            QObject::connect(
                socket, &QWebSocket::textMessageReceived, socket, [&, socket](const QString &text) {
                    const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
                    const QString uri = message.value(QStringLiteral("uri")).toString();
                    if (uri.isEmpty() && message.contains(QStringLiteral("id")))
                        socket->sendTextMessage(clockReply(QStringLiteral("/loginReply")));
                    else if (uri == QStringLiteral("/ka"))
                        socket->sendTextMessage(clockReply(QStringLiteral("/kr")));
                    else if (uri == QStringLiteral("/report"))
                        joules[socket] +=
                            message.value(QStringLiteral("e")).toString().toLongLong(nullptr, 16);
                });
        }
    });
    if (!server.listen(QHostAddress::LocalHost, 0))
        return 1;
    std::printf("listening ws://127.0.0.1:%d/gnws\n", server.serverPort());
    std::fflush(stdout);
    return app.exec();
}
