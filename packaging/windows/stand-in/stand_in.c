/* SPDX-FileCopyrightText: The Outlet developers
   SPDX-License-Identifier: MIT

   What check-installer.sh installs in the place of Outlet: outlet.exe and outletd.exe run until they are
   asked to quit (or only until FILE, if given, exists: "--stubborn" never ends when asked), outletctl.exe
   quit asks them, netsh.exe writes its command line to a file. */
#include <stdio.h>
#include <string.h>
#include <windows.h>

static const char kQuit[] = "Local\\outlet-stand-in-quit";

#ifdef OUTLET_NETSH
int main(void)
{
    FILE *log = fopen("C:\\netsh.log", "a");
    if (!log)
        return 1;
    fprintf(log, "%s\n", GetCommandLineA());
    fclose(log);
    return 0;
}
#elif defined(OUTLET_CTL)
int main(int argc, char **argv)
{
    if (argc != 2 || strcmp(argv[1], "quit") != 0)
        return 2;
    HANDLE quit = OpenEventA(EVENT_MODIFY_STATE, FALSE, kQuit);
    if (!quit)
        return 6; /* as outletctl: nothing is running */
    SetEvent(quit);
    CloseHandle(quit);
    return 0;
}
#else
int main(int argc, char **argv)
{
    const BOOL isStubborn = argc > 1 && strcmp(argv[1], "--stubborn") == 0;
    HANDLE quit = isStubborn ? NULL : CreateEventA(NULL, TRUE, FALSE, kQuit);
    puts("running");
    fflush(stdout);
    if (isStubborn)
        Sleep(60000);
    else if (WaitForSingleObject(quit, 60000) != WAIT_OBJECT_0)
        return 1;
    puts(isStubborn ? "still here" : "asked to quit");
    return 0;
}
#endif
