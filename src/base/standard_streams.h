// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

namespace outlet {

/// Makes stdin, stdout and stderr carry exactly the bytes that are written to them, in UTF-8.
/// Windows would turn every \n into two bytes, which breaks exported files in a pipe, and show
/// other letters; its programs with a window are given the console that they were started from. To
/// be called first in main(). Does nothing on other systems.
void prepareStandardStreams();

} // namespace outlet
