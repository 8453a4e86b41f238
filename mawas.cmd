@echo off
rem Starts Mawas on Windows; does what the script "mawas" does elsewhere. Not tried on a Windows machine yet (docs/decisions.md).
setlocal
set "ROOT=%~dp0"
set "PYTHONUTF8=1"
rem A folder for a USB stick (mawas bundle) carries its own Python and packages.
if exist "%ROOT%bundle.json" (
    set "PYTHONHOME="
    set "PYTHONPATH=%ROOT%;%ROOT%packages"
    set "PYTHON=%ROOT%python\python.exe"
    goto run
)
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
set "PYTHON=%VENV%\Scripts\python.exe"
:run
if "%~1"=="" (
    "%PYTHON%" -s -m bot chat
) else (
    "%PYTHON%" -s -m bot %*
)
