@echo off
rem RigBuilder's launcher for Windows: builds what is not built yet and runs it.
rem   rig                   open the workbench
rem   rig test [ARGS]       build and run every test
rem   rig build             build only
rem   rig COMMAND [ARGS]    any command of the program
rem --stack upstream or --stack portable as the first argument chooses the libraries.
setlocal enabledelayedexpansion
set "ROOT=%~dp0"
set "ARTIFACTS=%ROOT%artifacts"
set "PROJECT=%ROOT%src\RigBuilder\RigBuilder.csproj"
set DOTNET_CLI_TELEMETRY_OPTOUT=1
set DOTNET_NOLOGO=1

where dotnet >nul 2>nul || (echo rig: the .NET 10 SDK is needed, and 'dotnet' is not on the PATH 1>&2 & exit /b 2)
if not exist "%ARTIFACTS%" mkdir "%ARTIFACTS%"

set "STACK="
set "ASKED="
if /i "%~1"=="--stack" (
  set "STACK=%~2"
  set "ASKED=1"
  shift
  shift
)
if not defined STACK if exist "%ARTIFACTS%\stack" set /p STACK=<"%ARTIFACTS%\stack"
if not defined STACK call :find_stack
set "STACK=%STACK: =%"
if /i "%STACK%"=="upstream" (
  set "OUTPUT=%ARTIFACTS%\upstream"
  set "PROPERTY=-p:Upstream=true"
) else if /i "%STACK%"=="portable" (
  set "OUTPUT=%ARTIFACTS%"
  set "PROPERTY=-p:Upstream=false"
) else (
  echo rig: there is no stack '%STACK%': write --stack upstream or --stack portable 1>&2
  exit /b 2
)

set "REST="
:collect
if "%~1"=="" goto collected
set "REST=!REST! %1"
shift
goto collect
:collected
for /f "tokens=1,*" %%a in ("!REST!") do (
  set "FIRST=%%a"
  set "AFTER=%%b"
)

if /i "!FIRST!"=="test" (
  dotnet test "%ROOT%RigBuilder.sln" -c Release %PROPERTY% -nologo -v minimal !AFTER!
  exit /b !errorlevel!
)

dotnet build "%PROJECT%" -c Release %PROPERTY% -v quiet -nologo >"%ARTIFACTS%\build.log" 2>&1
if errorlevel 1 (
  type "%ARTIFACTS%\build.log" 1>&2
  if /i "%STACK%"=="upstream" if not defined ASKED (
    echo rig: the upstream stack does not build here: using the portable stack from now on 1>&2
    echo portable>"%ARTIFACTS%\stack"
    call "%~f0" !REST!
    exit /b !errorlevel!
  )
  echo rig: the build failed 1>&2
  exit /b 2
)
if /i "!FIRST!"=="build" exit /b 0
"%OUTPUT%\bin\RigBuilder\release\rigbuilder.exe" !REST!
exit /b %errorlevel%

:find_stack
dotnet restore "%PROJECT%" -p:Upstream=true -v quiet >"%ARTIFACTS%\stack.log" 2>&1
if errorlevel 1 (
  set "STACK=portable"
  findstr /r "NU110[123]" "%ARTIFACTS%\stack.log" >nul && (
    echo portable>"%ARTIFACTS%\stack"
    echo rig: the package feed lacks some upstream libraries: using the portable stack 1>&2
  )
) else (
  set "STACK=upstream"
  echo upstream>"%ARTIFACTS%\stack"
  echo rig: the package feed serves the upstream libraries: using the upstream stack 1>&2
)
exit /b 0
