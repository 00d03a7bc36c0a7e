@echo off
rem RigBuilder's launcher for Windows: builds what is not built yet and runs it.
rem   rig                   open the workbench
rem   rig test [ARGS]       build and run every test (ARGS go to "dotnet test")
rem   rig build             build only
rem   rig COMMAND [ARGS]    any command of the program: rig check my.rig.yaml, rig --help
rem --stack upstream or --stack portable as the first argument chooses the libraries; without it the launcher finds out once
rem whether the package feed serves the upstream ones and remembers the answer in artifacts\stack.
rem
rem Arguments are taken as typed (%%*): numbered ones lose commas. Jumps instead of blocks, so that no value of a variable can
rem end one; delayed expansion only where a text is split, since it takes exclamation marks away.
setlocal EnableExtensions DisableDelayedExpansion
set "ROOT=%~dp0"
set "ARTIFACTS=%ROOT%artifacts"
set "PROJECT=%ROOT%src\RigBuilder\RigBuilder.csproj"
set "SOLUTION=%ROOT%RigBuilder.sln"
set "DOTNET_CLI_TELEMETRY_OPTOUT=1"
set "DOTNET_NOLOGO=1"

where dotnet >nul 2>nul
if errorlevel 1 goto no_dotnet
if not exist "%ARTIFACTS%\" mkdir "%ARTIFACTS%"

set "STACK="
set "ASKED="
set REST=%*
if /i "%~1"=="--stack" goto asked
set "FIRST=%~1"
call :choose_stack
goto chosen

:asked
if "%~2"=="" goto no_stack_named
set "ASKED=1"
set "STACK=%~2"
set "FIRST=%~3"
call :drop_first
call :drop_first

:chosen
if /i "%STACK%"=="upstream" goto is_a_stack
if /i "%STACK%"=="portable" goto is_a_stack
echo rig: there is no such stack: write --stack upstream or --stack portable 1>&2
exit /b 2

:is_a_stack
call :use_stack
if /i "%FIRST%"=="test" goto test
if /i "%FIRST%"=="build" goto build_only

call :is_current
if errorlevel 1 call :build "%PROJECT%"
if errorlevel 1 exit /b 2
"%PROGRAM%" %REST%
exit /b %errorlevel%

:build_only
call :build "%PROJECT%"
exit /b %errorlevel%

:test
call :drop_first
set "BUILT="
rem What upstream cannot build must not end the tests: it is built first, which chooses the stack.
if defined ASKED goto run_tests
if /i not "%STACK%"=="upstream" goto run_tests
call :build "%SOLUTION%"
if errorlevel 1 exit /b 2
set "BUILT=--no-build"
:run_tests
dotnet test "%SOLUTION%" -c Release %PROPERTY% %BUILT% -nologo -v minimal %REST%
exit /b %errorlevel%

:no_dotnet
echo rig: the .NET 10 SDK is needed, and 'dotnet' is not on the PATH 1>&2
exit /b 2

:no_stack_named
echo rig: --stack needs upstream or portable 1>&2
exit /b 2

rem ---------------------------------------------------------------------------------------------------------- subroutines

rem Sets OUTPUT, PROPERTY, PROGRAM and STAMP for STACK.
:use_stack
set "OUTPUT=%ARTIFACTS%"
set "PROPERTY=-p:Upstream=false"
if /i "%STACK%"=="upstream" set "OUTPUT=%ARTIFACTS%\upstream"
if /i "%STACK%"=="upstream" set "PROPERTY=-p:Upstream=true"
set "PROGRAM=%OUTPUT%\bin\RigBuilder\release\rigbuilder.exe"
set "STAMP=%OUTPUT%\rig.stamp"
exit /b 0

rem Sets STACK: what is remembered, or what the feed serves.
:choose_stack
if not exist "%ARTIFACTS%\stack" goto not_remembered
set /p STACK=<"%ARTIFACTS%\stack"
if /i "%STACK%"=="upstream" exit /b 0
if /i "%STACK%"=="portable" exit /b 0
:not_remembered
set "ANSWER=%STACK%"
set "STACK=portable"
if /i not "%ANSWER%"=="later" goto ask_feed
rem Asked before without an answer, as without a network: what is built already is not made to wait for another try.
call :use_stack
call :is_current
if not errorlevel 1 exit /b 0
:ask_feed
set "NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT=1"
dotnet restore "%ROOT%src\Upstream\Feed.proj" -p:Upstream=true -v quiet >"%ARTIFACTS%\stack.log" 2>&1
if errorlevel 1 goto no_upstream
set "NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT="
set "STACK=upstream"
>"%ARTIFACTS%\stack" echo upstream
echo rig: the package feed serves Terminal.Gui, NRules, Hardware.Info and LLamaSharp: using the upstream stack 1>&2
exit /b 0
:no_upstream
set "NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT="
findstr /r "NU110[123]" "%ARTIFACTS%\stack.log" >nul
if errorlevel 1 goto no_answer
>"%ARTIFACTS%\stack" echo portable
echo rig: the package feed lacks some upstream libraries: using the portable stack 1>&2
exit /b 0
:no_answer
>"%ARTIFACTS%\stack" echo later
echo rig: the package feed does not answer: using the portable stack for now, see artifacts\stack.log 1>&2
exit /b 0

rem Succeeds when nothing the program is built from is newer than the last successful build; a folder is newer when something
rem in it was added or removed. Where PowerShell does not run, nothing counts as current.
:is_current
if not exist "%PROGRAM%" exit /b 1
if not exist "%STAMP%" exit /b 1
powershell -NoProfile -NonInteractive -Command "$s = (Get-Item -LiteralPath $env:STAMP).LastWriteTimeUtc; $f = Get-Item -LiteralPath ($env:ROOT + 'src'), ($env:ROOT + 'native'), ($env:ROOT + 'Directory.Build.props'), ($env:ROOT + 'Directory.Packages.props'), ($env:ROOT + 'global.json'); $f += Get-ChildItem -LiteralPath ($env:ROOT + 'src'), ($env:ROOT + 'native') -Recurse; if ($f | Where-Object { $_.LastWriteTimeUtc -gt $s } | Select-Object -First 1) { exit 1 } else { exit 0 }" >nul 2>nul
if errorlevel 1 exit /b 1
exit /b 0

rem Builds the project or the solution; when upstream does not build, says why once and builds portable for good.
:build
echo rig: building the %STACK% stack, the first time takes a minute ... 1>&2
if not exist "%OUTPUT%\" mkdir "%OUTPUT%"
type nul >"%OUTPUT%\rig.began"
dotnet build "%~1" -c Release %PROPERTY% -v quiet -nologo >"%ARTIFACTS%\build.log" 2>&1
if errorlevel 1 goto build_failed
move /y "%OUTPUT%\rig.began" "%STAMP%" >nul
if /i not "%STACK%"=="portable" exit /b 0
if defined RIGBUILDER_LLAMA_DIR exit /b 0
for /d %%d in ("%ARTIFACTS%\native\*") do if exist "%%d\fetched.stamp" exit /b 0
echo rig: llama.cpp could not be fetched: everything but 'validate' works; put npm 10 or later on the PATH, go online and run 'rig build' 1>&2
exit /b 0
:build_failed
del "%OUTPUT%\rig.began" 2>nul
type "%ARTIFACTS%\build.log" 1>&2
if defined ASKED goto gave_up
if /i not "%STACK%"=="upstream" goto gave_up
echo rig: the upstream stack does not build here, see above: using the portable stack from now on 1>&2
>"%ARTIFACTS%\stack" echo portable
set "STACK=portable"
call :use_stack
goto build
:gave_up
echo rig: the build failed; the whole log is in artifacts\build.log 1>&2
exit /b 2

rem Takes the first word away from REST.
:drop_first
if not defined REST exit /b 0
setlocal EnableDelayedExpansion
for /f "tokens=1* delims=,;= " %%a in ("!REST!") do endlocal & set "REST=%%b" & exit /b 0
endlocal & set "REST="
exit /b 0
