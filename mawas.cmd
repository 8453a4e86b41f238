@echo off
rem Starts Mawas on Windows; does what the script "mawas" does elsewhere. Not tried on a Windows machine yet (docs/decisions.md).
setlocal
set "ROOT=%~dp0"
set "VENV=%ROOT%.venv"
set "LOCK=requirements.lock"
if /i "%~1"=="test" set "LOCK=requirements-dev.lock"
fc /b "%ROOT%%LOCK%" "%VENV%\installed-%LOCK%" >nul 2>&1
if errorlevel 1 (
    py -3.10 -c "import venv" >nul 2>&1
    if errorlevel 1 (
        echo mawas: Python 3.10 tidak ditemukan. Saran: pasang Python 3.10 dari python.org, lalu jalankan lagi. 1>&2
        exit /b 4
    )
    py -3.10 "%ROOT%bot\install.py" "%VENV%" "%ROOT%%LOCK%" || exit /b 4
)
set "PYTHONPATH=%ROOT%;%PYTHONPATH%"
set "PYTHONUTF8=1"
if "%~1"=="" (
    "%VENV%\Scripts\python.exe" -m bot chat
) else (
    "%VENV%\Scripts\python.exe" -m bot %*
)
