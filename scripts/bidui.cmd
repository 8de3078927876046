@echo off
rem Starts Bidui from a checkout, building it first when it was never built, or from an unpacked release.
rem   JAVA_HOME         the Java to use, else the one on the path (17 or newer)
rem   --prepare         as the only argument: makes the archive of classes that shortens every start
rem   BIDUI_JAVA_OPTS   further options for Java, such as -Xmx4g
setlocal DisableDelayedExpansion
set "ROOT=%~dp0.."

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if not defined JAVA_HOME where java >nul 2>nul
if not defined JAVA_HOME if errorlevel 1 (
  echo bidui: Java 17 or newer is needed; install it or let JAVA_HOME point to it 1>&2
  exit /b 70
)

if defined BIDUI_JAR (
  set "JAR=%BIDUI_JAR%"
) else if exist "%ROOT%\pom.xml" (
  set "JAR=%ROOT%\target\bidui.jar"
) else (
  set "JAR=%ROOT%\lib\bidui.jar"
)
set "CLASSES="
if exist "%JAR%" goto classes
if not exist "%ROOT%\pom.xml" (
  echo bidui: %JAR% is missing; unpack the release again 1>&2
  exit /b 70
)
echo bidui: building, once 1>&2
pushd "%ROOT%"
call mvnw.cmd -q -B -ntp -Pquick package 1>&2
if errorlevel 1 (
  popd
  echo bidui: the build failed 1>&2
  exit /b 70
)
popd

:classes
rem A release may keep an archive of its classes beside the jar, which shortens every start: --prepare makes it, once.
if defined BIDUI_JAR goto start
if exist "%ROOT%\pom.xml" goto start
set "CLASSES=%ROOT%\lib\bidui.jsa"
if "%~1"=="--prepare" goto prepare
if not exist "%CLASSES%" set "CLASSES="
goto start

:prepare
call :archive
if exist "%CLASSES%" exit /b 0
echo bidui: the archive of classes could not be made; starts work without it 1>&2
exit /b 74

:start
set "SHARE="
if defined CLASSES set SHARE="-XX:SharedArchiveFile=%CLASSES%" -Xshare:auto -Xlog:disable -Xlog:all=error:stderr
rem The console shows what Java writes only in the same code page; the user's own comes back afterwards.
for /f "tokens=2 delims=:." %%c in ('chcp') do set "PAGE=%%c"
chcp 65001 >nul
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms128m -Xmn64m -XX:MetaspaceSize=96m -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 "-Dbidui.app=%ROOT%" -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8 %SHARE% %BIDUI_JAVA_OPTS% -jar "%JAR%" %*
set "STATUS=%ERRORLEVEL%"
if defined PAGE chcp %PAGE% >nul
exit /b %STATUS%

rem Learns which classes a night of the samples loads, and dumps them. Where it fails, the log says why and nothing else changes.
:archive
set "MADE=%TEMP%\bidui-%RANDOM%%RANDOM%"
mkdir "%MADE%" 2>nul
"%JAVA%" -XX:TieredStopAtLevel=1 "-Dbidui.app=%ROOT%" -Dfile.encoding=UTF-8 "-XX:DumpLoadedClassList=%MADE%\names" -jar "%JAR%" demo "%MADE%\night" --quiet >"%MADE%\log" 2>&1
del /f "%CLASSES%" 2>nul
"%JAVA%" -Xshare:dump "-XX:SharedClassListFile=%MADE%\names" "-XX:SharedArchiveFile=%CLASSES%" -jar "%JAR%" >>"%MADE%\log" 2>&1
copy /y "%MADE%\log" "%ROOT%\lib\archive.log" >nul 2>&1
rmdir /s /q "%MADE%" 2>nul
exit /b 0
