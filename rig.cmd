@echo off
rem RigBuilder's launcher for Windows: builds what is stale and runs it.
rem   rig                   open the workbench
rem   rig test [ARGS]       build and run every test (ARGS go to "dotnet test")
rem   rig build             build only
rem   rig extras [ARGS]     ask the package feed again which extras it serves (-p:Vulkan=true: Vulkan too), and build
rem   rig install [ARGS]    build the program and install it for this user; "rig uninstall" removes it
rem   rig pack [RID...]     write archives that need no SDK: for this platform, or those named
rem   rig COMMAND [ARGS]    any command of the program: rig check my.rig.yaml, rig --help
rem Arguments are taken as typed: numbered ones lose commas. Jumps instead of blocks, so that no value can end one.
setlocal EnableExtensions DisableDelayedExpansion
set "ROOT=%~dp0"
set "ARTIFACTS=%ROOT%artifacts"
set "PROGRAM=%ARTIFACTS%\bin\RigBuilder\release\rigbuilder.exe"
set "STAMP=%ARTIFACTS%\rig.stamp"
set "DOTNET_CLI_TELEMETRY_OPTOUT=1"
set "DOTNET_NOLOGO=1"
where dotnet >nul 2>nul || (echo rig: the .NET 10 SDK is needed, and 'dotnet' is not on the PATH 1>&2& exit /b 2)
if not exist "%ARTIFACTS%\" mkdir "%ARTIFACTS%"
set "VERB=%~1"
set REST=%*
set "MORE="
if /i "%VERB%"=="test" goto test
if /i "%VERB%"=="extras" del "%ARTIFACTS%\extras.props" 2>nul
if /i "%VERB%"=="extras" for /f "tokens=1*" %%a in ("%REST%") do set "MORE=%%b"
if /i "%VERB%"=="extras" goto build
if /i "%VERB%"=="build" goto build
if /i "%VERB%"=="install" goto install
if /i "%VERB%"=="pack" goto pack

rem Current: nothing that it is built from is newer than the last build; where PowerShell does not run, nothing counts as current.
if exist "%PROGRAM%" if exist "%STAMP%" powershell -NoProfile -NonInteractive -Command "$s = (Get-Item -LiteralPath $env:STAMP).LastWriteTimeUtc; $f = @(Get-Item ($env:ROOT + 'src'), ($env:ROOT + 'Directory.*.props'), ($env:ROOT + 'global.json')) + @(Get-ChildItem -LiteralPath ($env:ROOT + 'src') -Recurse); exit [int][bool]($f | Where-Object { $_.LastWriteTimeUtc -gt $s } | Select-Object -First 1)" >nul 2>nul && goto run
:build
call :ask
echo rig: building, the first time takes a minute ... 1>&2
type nul >"%ARTIFACTS%\rig.began"
dotnet build "%ROOT%src\RigBuilder" -c Release -v quiet >"%ARTIFACTS%\build.log" 2>&1
if errorlevel 1 goto build_failed
move /y "%ARTIFACTS%\rig.began" "%STAMP%" >nul
if /i "%VERB%"=="build" exit /b 0
if /i "%VERB%"=="extras" exit /b 0
:run
"%PROGRAM%" %REST%
exit /b %errorlevel%

:build_failed
type "%ARTIFACTS%\build.log" 1>&2
echo rig: the build failed; the whole log is in artifacts\build.log 1>&2
exit /b 2

:test
call :ask
for /f "tokens=1*" %%a in ("%REST%") do set "REST=%%b"
dotnet test "%ROOT%RigBuilder.sln" -c Release -v minimal %REST%
exit /b %errorlevel%

:install
call :ask
dotnet msbuild "%ROOT%build\Publish.proj" -nologo -v:minimal -t:Program 1>&2 || exit /b 2
"%ARTIFACTS%\program\here\rigbuilder.exe" %REST%
exit /b %errorlevel%

:pack
call :ask
for /f "tokens=1*" %%a in ("%REST%") do set "MORE=%%b"
set "RIDS=%MORE: =;%"
dotnet msbuild "%ROOT%build\Publish.proj" -nologo -v:minimal -t:Archives -p:Rids="%RIDS%"
exit /b %errorlevel%

:ask
if exist "%ARTIFACTS%\extras.props" exit /b 0
echo rig: asking the package feed for extras ... 1>&2
dotnet msbuild "%ROOT%build\Extras.proj" -t:Ask -v:quiet %MORE% >"%ARTIFACTS%\asked.log" 2>&1 || echo rig: the package feed could not be asked, see artifacts\asked.log 1>&2
exit /b 0
