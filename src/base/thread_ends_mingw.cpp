// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
//
// GCC for Windows frees a thread's thread_local objects before their destructors run, if any such
// object was used before the first destructor was asked for: each belongs to a "key", and keys end
// in the order in which they were made. A thread that has used a QRegularExpression (QDir's name
// filters do) then ends with a crash. So a destructor that does nothing is asked for while the
// program starts.
#include <cxxabi.h>

extern "C" {
extern void *__dso_handle;
/// Asked for by every program that is linked with outlet_base (CMakeLists.txt), or nobody would
/// have it.
extern const int outletThreadEnds;
const int outletThreadEnds =
    abi::__cxa_thread_atexit([](void *) {}, nullptr, static_cast<void *>(&__dso_handle));
}
