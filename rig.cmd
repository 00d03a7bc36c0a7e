@echo off
rem RigBuilder's launcher for Windows: builds what is not built yet and runs it.
rem   rig                   open the workbench
rem   rig test [ARGS]       build and run every test
rem   rig build             build only
rem   rig COMMAND [ARGS]    any command of the program
setlocal
set "ROOT=%~dp0"
set "PROGRAM=%ROOT%artifacts\bin\RigBuilder\release\rigbuilder.exe"
set DOTNET_CLI_TELEMETRY_OPTOUT=1
set DOTNET_NOLOGO=1

where dotnet >nul 2>nul || (echo rig: the .NET 10 SDK is needed, and 'dotnet' is not on the PATH 1>&2 & exit /b 2)

if /i "%~1"=="test" goto test
if not exist "%ROOT%artifacts" mkdir "%ROOT%artifacts"
dotnet build "%ROOT%src\RigBuilder\RigBuilder.csproj" -c Release -v quiet -nologo >"%ROOT%artifacts\build.log" 2>&1
if errorlevel 1 (
  type "%ROOT%artifacts\build.log" 1>&2
  echo rig: the build failed 1>&2
  exit /b 2
)
if /i "%~1"=="build" exit /b 0
"%PROGRAM%" %*
exit /b %errorlevel%

:test
shift
dotnet test "%ROOT%RigBuilder.sln" -c Release -nologo -v minimal %1 %2 %3 %4 %5 %6 %7 %8 %9
exit /b %errorlevel%
