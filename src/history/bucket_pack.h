// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QList>
#include <optional>
#include <span>

#include "history/energy_query.h"

namespace outlet {

/// The format that packBuckets() writes; stands beside each blob.
inline constexpr int kBucketFormat = 1;

/// Packs a row of buckets that all cover \a bucketMs: runs of equal ones cost nearly nothing,
/// others six to nine bytes. The same buckets always give the same bytes.
[[nodiscard]] QByteArray packBuckets(const QList<EnergyBucket> &buckets, qint64 bucketMs);

/// Reads exactly as many buckets as \a into has room for. False when the bytes are damaged, of an
/// unknown format or of another number of buckets; \a into then holds anything.
[[nodiscard]] bool unpackBuckets(int format, QByteArrayView bytes, qint64 bucketMs,
                                 std::span<EnergyBucket> into);

} // namespace outlet
