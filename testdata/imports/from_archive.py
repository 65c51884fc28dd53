# Modules in a ZIP archive on sys.path, zipimport, and an archive run as a program.
import importlib.resources
import os
import pkgutil
import subprocess
import sys
import tempfile
import traceback
import zipfile
import zipimport

with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    with zipfile.ZipFile("app.zip", "w") as archive:
        archive.writestr("__main__.py", "import sys, tools.text\nprint(__name__, sys.argv[1:], os.path.basename(sys.path[0]) if 'os' in globals() else tools.text.twice('m'))\n")
        archive.writestr("tools/__init__.py", "version = 3\n")
        archive.writestr("tools/text.py", "from . import version\nfrom .deep.inner import SECRET\n\ndef twice(s):\n    return s * 2\n\ndef fail():\n    raise ValueError(version)\n")
        archive.writestr("tools/deep/__init__.py", "")
        archive.writestr("tools/deep/inner.py", "SECRET = 'deep'\n")
        archive.writestr("tools/data.txt", "some data")
    sys.path.insert(0, os.path.join(folder, "app.zip"))
    import tools
    from tools import text

    show = lambda path: path.replace(folder, "FOLDER").replace(os.path.realpath(folder), "FOLDER")
    print(tools.version, text.twice("ab"), text.SECRET, show(text.__file__), [show(p) for p in tools.__path__])
    print(pkgutil.get_data("tools", "data.txt"), importlib.resources.files("tools").joinpath("data.txt").read_text())
    print([info[1:] for info in pkgutil.iter_modules(tools.__path__)])
    try:
        text.fail()
    except ValueError:
        print(show(traceback.format_exc()))
    try:
        import tools.nothing
    except ImportError as e:
        print(e)
    z = zipimport.zipimporter("app.zip")
    print(z, z.archive, repr(z.prefix), z.is_package("tools"), repr(z.get_source("tools")), z.find_spec("nothing"), z.get_data("tools/data.txt"))
    print(zipimport.zipimporter("app.zip/tools"))
    with open("plain.py", "w") as f:
        f.write("print('no archive')")
    for path in ("", "plain.py", "missing.zip"):
        try:
            zipimport.zipimporter(path)
        except zipimport.ZipImportError as e:
            print(e)
    for call in (lambda: z.get_data("nothing"), lambda: z.get_source("nothing")):
        try:
            call()
        except (OSError, ImportError) as e:
            print(type(e).__name__, e)
    sys.stdout.flush()
    subprocess.run([sys.executable, "app.zip", "an", "argument"])
    with open("app.zip", "rb") as f, open("app.pyz", "wb") as out:
        out.write(b"#!/usr/bin/env python3\n" + f.read())
    subprocess.run([sys.executable, "app.pyz"])
    os.chdir("/")
