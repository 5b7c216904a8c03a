// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QFuture>
#include <QtCore/QPromise>
#include <utility>

namespace outlet {

/// A future that is finished and holds \a value. Qt has two functions for this, the first of which
/// is deprecated since 6.6, where the second came: this one is for all versions. For any thread.
template <typename T>
QFuture<T> readyFuture(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

} // namespace outlet
