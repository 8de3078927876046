@echo off
rem Runs the night of an invented county and opens its page. Packed as GBK, like init.cmd.
setlocal DisableDelayedExpansion
chcp 936 >nul
cd /d "%~dp0.."

call "%~dp0bidui.cmd" demo "%CD%\bidui-demo"
set "STATUS=%ERRORLEVEL%"
chcp 936 >nul
echo.
set "PAGE=%CD%\bidui-demo\reports\2025-11-03\index.html"
if %STATUS% equ 0 if exist "%PAGE%" start "" "%PAGE%"
if not %STATUS% equ 0 echo   演示没有做成，原因在上面。
pause
exit /b %STATUS%
