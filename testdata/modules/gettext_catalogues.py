# gettext: catalogues, plural forms, fallbacks, errors.
import gettext
import io
import os
import struct
import tempfile


def catalogue(texts):
    texts = sorted((k.encode(), v.encode()) for k, v in texts.items())
    n = len(texts)
    start = 28 + 16 * n
    blob, tables = b"", []
    for column in (0, 1):
        for pair in texts:
            tables.append((len(pair[column]), start + len(blob)))
            blob += pair[column] + b"\0"
    head = struct.pack("<7I", 0x950412de, 0, n, 28, 28 + 8 * n, 0, 0)
    return head + b"".join(struct.pack("<2I", *t) for t in tables) + blob


GERMAN = catalogue({
    "": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\nX: a\n",
    "hello": "grüß Gott", "menu\x04open": "öffnen", "%d file\0%d files": "%d Datei\0%d Dateien",
})
t = gettext.GNUTranslations(io.BytesIO(GERMAN))
print(t.gettext("hello"), t.gettext("unknown"), t.pgettext("menu", "open"), t.pgettext("x", "open"), t.charset(), t.info())
for n in (0, 1, 2):
    print(t.ngettext("%d file", "%d files", n) % n, t.ngettext("%d dog", "%d dogs", n) % n, t.npgettext("c", "a", "b", n))
null = gettext.NullTranslations()
print(null.gettext("a"), null.ngettext("a", "b", 1), null.ngettext("a", "b", 5), null.info(), null.charset())
null.add_fallback(t)
print(null.gettext("hello"), null.ngettext("%d file", "%d files", 7))
for form in ("n != 1", "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2", "0", "n>1", "!n", "n", "n == 1 ? 0 : n == 2 ? 1 : 2"):
    f = gettext.c2py(form)
    print(form, [f(n) for n in (0, 1, 2, 3, 5, 11, 21, 22, 100)])
for bad in ("x", "n+", "(n", "n n", "", "n ? 1", "1" * 2000):
    try:
        gettext.c2py(bad)
        print("no error")
    except ValueError as e:
        print(e)
for bad in ("a", None, 1.5):
    try:
        null.ngettext("a", "b", bad), t.ngettext("%d file", "b", bad)
    except TypeError as e:
        print(e)
for data in (b"1234" + bytes(30), b"\xde\x12\x04\x95" + struct.pack("<4I", 9 << 16, 0, 0, 0) + bytes(30)):
    try:
        gettext.GNUTranslations(io.BytesIO(data))
    except OSError as e:
        print(type(e).__name__, e.strerror)
with tempfile.TemporaryDirectory() as folder:
    os.makedirs(folder + "/de/LC_MESSAGES")
    with open(folder + "/de/LC_MESSAGES/app.mo", "wb") as file:
        file.write(GERMAN)
    print(gettext.find("app", folder, ["fr", "de_DE"]) == folder + "/de/LC_MESSAGES/app.mo", gettext.find("app", folder, ["fr"]))
    print(gettext.translation("app", folder, ["de"]).gettext("hello"))
    try:
        gettext.translation("nope", folder, ["de"])
    except OSError as e:
        print(type(e).__name__, e)
    print(gettext.translation("nope", folder, fallback=True).gettext("hello"))
    os.environ["LANGUAGE"] = "de"
    print(gettext.bindtextdomain("app", folder) == folder, gettext.textdomain("app"), gettext.gettext("hello"))
    print(gettext.ngettext("%d file", "%d files", 3), gettext.dgettext("other", "hello"), gettext.pgettext("menu", "open"))
    gettext.install("app", folder, names=["ngettext"])
    print(_("hello"), ngettext("%d file", "%d files", 1))
