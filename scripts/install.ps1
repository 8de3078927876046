# Lets Bidui run by itself on Windows: registers two tasks with the Task Scheduler.
#   powershell -ExecutionPolicy Bypass -File bin\install.ps1 -WorkFolder "D:\比对 数据"
#     -User NAME   who runs them (default: you); SYSTEM for the machine itself
#     -DryRun      print the tasks and change nothing
#     -Remove      take them away; the work folder stays as it is
# "Bidui" looks every 15 minutes which jobs are due (bidui jobs shows them); "Bidui wake" wakes the machine at two at night.
# They run whether or not somebody is logged on, without a stored password, and so reach folders of this machine only: for
# an inbox on a share let "Bidui" run as an account with a password, in its properties.
param(
  [string]$WorkFolder = $(if ($env:BIDUI_HOME) { $env:BIDUI_HOME } else { 'bidui-home' }),
  [string]$User = [System.Security.Principal.WindowsIdentity]::GetCurrent().Name,
  [switch]$DryRun,
  [switch]$Remove
)
$ErrorActionPreference = 'Stop'
$tasks = @{ 'Bidui' = 'bidui-task.xml'; 'Bidui wake' = 'bidui-wake.xml' }

if ($Remove) {
  $left = @()
  foreach ($name in $tasks.Keys | Sort-Object) {
    if ($DryRun) {
      Write-Output "schtasks /Delete /TN `"$name`" /F"
    } else {
      schtasks.exe /Delete /TN $name /F
      if ($LASTEXITCODE -ne 0) { $left += $name }
    }
  }
  if ($left) {
    [Console]::Error.WriteLine("install: 没有删掉 / not taken away: $($left -join ', '). 用管理员身份再运行一次，或在任务计划程序里删 / run it again as an administrator, or delete it in the Task Scheduler")
    exit 70
  }
  Write-Output '已取消自动运行，工作目录没有动 / no longer runs by itself; the work folder is as it was'
  exit 0
}

# A backslash before the closing quotation mark has made it a part of the path: "D:\a\" arrives as D:\a".
$WorkFolder = $WorkFolder -replace '"$', '\'
$full = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine((Get-Location).Path, $WorkFolder))
# The last backslash would take the quotation mark after it along; of a root it is part of the name, and doubled.
if ($full -ne [System.IO.Path]::GetPathRoot($full)) { $full = $full.TrimEnd('\', '/') }
if (-not (Test-Path -LiteralPath (Join-Path $full 'bidui.yml'))) {
  [Console]::Error.WriteLine("install: no work folder at $full; make one first with: bidui init")
  exit 64
}
$program = Join-Path $PSScriptRoot 'bidui.cmd'
foreach ($name in $tasks.Keys | Sort-Object) {
  $template = Join-Path (Join-Path $PSScriptRoot 'install.d') $tasks[$name]
  $xml = [System.IO.File]::ReadAllText($template, [System.Text.Encoding]::UTF8)
  $xml = $xml.Replace('@PROGRAM@', [System.Security.SecurityElement]::Escape($program))
  $xml = $xml.Replace('@HOME@', [System.Security.SecurityElement]::Escape(($full -replace '\\$', '\\')))
  $xml = $xml.Replace('@USER@', [System.Security.SecurityElement]::Escape($User))
  if ($User -eq 'SYSTEM') { $xml = $xml.Replace('<UserId>SYSTEM</UserId>', '<UserId>S-1-5-18</UserId>').Replace('<LogonType>S4U</LogonType>', '') }
  if ($DryRun) {
    Write-Output $xml
  } else {
    $file = Join-Path ([System.IO.Path]::GetTempPath()) $tasks[$name]
    [System.IO.File]::WriteAllText($file, $xml, [System.Text.Encoding]::Unicode)
    schtasks.exe /Create /TN $name /XML $file /F
    $failed = $LASTEXITCODE
    Remove-Item -LiteralPath $file
    if ($failed -ne 0) { exit 70 }
  }
}
if (-not $DryRun) { Write-Output '已设好自动运行，bidui jobs 看时间 / runs by itself from now on; see bidui jobs' }
