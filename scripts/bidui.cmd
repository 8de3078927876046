@echo off
rem Starts Bidui from a checkout, building it first when it was never built, or from an unpacked release.
rem   JAVA_HOME         the Java to use, else the one on the path (17 or newer)
rem   BIDUI_JAVA_OPTS   further options for Java, such as -Xmx4g
setlocal DisableDelayedExpansion
set "ROOT=%~dp0.."

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"

if defined BIDUI_JAR (
  set "JAR=%BIDUI_JAR%"
) else if exist "%ROOT%\pom.xml" (
  set "JAR=%ROOT%\target\bidui.jar"
) else (
  set "JAR=%ROOT%\lib\bidui.jar"
)
if exist "%JAR%" goto start
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

:start
rem The console shows what Java writes only in the same code page; the user's own comes back afterwards.
for /f "tokens=2 delims=:." %%c in ('chcp') do set "PAGE=%%c"
chcp 65001 >nul
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms128m -Xmn64m -XX:MetaspaceSize=96m -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 "-Dbidui.app=%ROOT%" -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8 %BIDUI_JAVA_OPTS% -jar "%JAR%" %*
set "STATUS=%ERRORLEVEL%"
if defined PAGE chcp %PAGE% >nul
exit /b %STATUS%
