// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "storage/storage.h"

#include <QtCore/QDir>
#include <QtCore/QEvent>

#include "base/logging.h"
#include "storage/row_writer.h"
#include "storage/storage_writer.h"

namespace outlet {

class Storage::Private
{
public:
    Private(const QString &dataDir, StorageHooks hooks, Storage *storage)
        : path(QDir(dataDir).absoluteFilePath(QStringLiteral("outlet.sqlite")))
        , writer(path, std::move(hooks), storage)
    {
    }

    enum class State { New, Open, Closed };

    /// Says whether a write may be queued; a refused one is a mistake of the caller's.
    [[nodiscard]] bool accepts() const
    {
        if (state == State::Closed)
            qCWarning(lcStorage) << "a change after the file was closed is not remembered";
        return state != State::Closed;
    }

    const QString path;
    StorageWriter writer;
    StorageProblem problem;
    State state = State::New;
};

Storage::Storage(QString dataDir, QObject *parent)
    : Storage(std::move(dataDir), StorageHooks(), parent)
{
}

Storage::Storage(QString dataDir, StorageHooks hooks, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(dataDir, std::move(hooks), this))
{
}

Storage::~Storage()
{
    close();
}

void Storage::open()
{
    if (d->state != Private::State::New)
        return;
    d->state = Private::State::Open;
    d->writer.start();
}

void Storage::close()
{
    d->state = Private::State::Closed;
    d->writer.stop();
}

void Storage::save(const OutletRecord &record)
{
    if (d->accepts())
        d->writer.save(record);
}

void Storage::remove(const QString &id)
{
    if (d->accepts())
        d->writer.remove(id);
}

void Storage::saveSetting(const QString &key, const QVariant &value)
{
    if (!d->accepts())
        return;
    if (!value.isValid()) {
        d->writer.saveSetting(key, {});
        return;
    }
    const std::optional<QVariant> storable = storableSetting(value);
    if (!storable) {
        qCWarning(lcStorage) << "a setting can't be remembered as" << value.typeName() << ':'
                             << key;
        return;
    }
    d->writer.saveSetting(key, *storable);
}

void Storage::retryNow()
{
    d->writer.retryNow();
}

void Storage::replaceDamaged(const QString &systemText)
{
    if (d->state == Private::State::Open)
        d->writer.replaceDamaged(systemText);
}

bool Storage::isSaved() const
{
    return d->writer.isSaved();
}

const StorageProblem &Storage::problem() const
{
    return d->problem;
}

QString Storage::filePath() const
{
    return d->path;
}

void Storage::customEvent(QEvent *event)
{
    if (event->type() != QEvent::User) {
        QObject::customEvent(event);
        return;
    }
    const StorageWriter::News news = d->writer.takeNews();
    if (news.problem) {
        d->problem = *news.problem;
        Q_EMIT problemChanged();
    }
    if (news.opened)
        Q_EMIT opened(*news.opened);
    if (news.written)
        Q_EMIT written();
}

} // namespace outlet
