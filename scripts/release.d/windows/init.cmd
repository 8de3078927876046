@echo off
rem Asks in Chinese and makes the work folder. Packed as GBK: cmd reads it in the console's own code page.
setlocal DisableDelayedExpansion
chcp 936 >nul
cd /d "%~dp0.."

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
set "MAJOR=0"
"%JAVA%" -version 2>"%TEMP%\bidui-java.txt"
for /f "usebackq tokens=2,3" %%a in ("%TEMP%\bidui-java.txt") do if "%%a"=="version" for /f "delims=.-+" %%m in ("%%~b") do set "MAJOR=%%m"
del "%TEMP%\bidui-java.txt" 2>nul
if %MAJOR% lss 17 (
  echo.
  echo   要先装 Java 17 或更新的版本，再双击一次 init.cmd。
  echo   装好以后 java -version 应显示 17 以上；装了几个版本的，让 JAVA_HOME 指向新的那个。
  echo.
  pause
  exit /b 70
)

echo.
echo   Bidui 比对：建工作目录。直接按回车，就用方括号里的。
echo.
set "HOME_DIR=%CD%\bidui-home"
set "UNIT="
set "SUBMITTERS="
set /p "HOME_DIR=工作目录（名单、报告和记录都在里面）[%HOME_DIR%]："
set /p "UNIT=单位名称，印在答复和表单上（可以以后写在 bidui.yml 里）[]："
set /p "SUBMITTERS=报送单位，各建一个收件子文件夹，用顿号隔开（可以不填）[]："

rem A quotation mark would end the argument in its middle.
set "HOME_DIR=%HOME_DIR:"=%"
rem So would a backslash before it.
:trim
if not "%HOME_DIR:~-1%"=="\" goto trimmed
if "%HOME_DIR:~1%"==":\" (
  set "HOME_DIR=%HOME_DIR%\"
  goto trimmed
)
set "HOME_DIR=%HOME_DIR:~0,-1%"
goto trim
:trimmed
if defined UNIT set "UNIT=%UNIT:"=%"
if defined SUBMITTERS set "SUBMITTERS=%SUBMITTERS:"=%"

call "%~dp0bidui.cmd" init "%HOME_DIR%" --yes --unit "%UNIT%" --submitters "%SUBMITTERS%"
set "STATUS=%ERRORLEVEL%"
chcp 936 >nul
if %STATUS% equ 0 (
  echo   正在做启动前的准备，约半分钟，只做这一次 ……
  call "%~dp0bidui.cmd" --prepare
)
echo.
if %STATUS% equ 0 (
  echo   建好了。下一步：双击 bin\demo.cmd 看一遍演示，或把名单放进工作目录的 inbox 文件夹。
) else (
  echo   没有建成，原因在上面。改好以后再双击一次 init.cmd。
)
echo.
pause
exit /b %STATUS%
