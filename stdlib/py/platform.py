"""What runs the program: system, machine, interpreter."""

import os
import sys
from collections import namedtuple

_uname = namedtuple("uname_result", "system node release version machine")


class uname_result(_uname):
    @property
    def processor(self):
        return ""

    def __iter__(self):
        yield from tuple.__iter__(self)
        yield self.processor


def uname():
    u = os.uname()
    return uname_result(u.sysname, u.nodename, u.release, u.version, u.machine)


def system():
    return os.uname().sysname


def node():
    return os.uname().nodename


def release():
    return os.uname().release


def version():
    return os.uname().version


def machine():
    return os.uname().machine


def processor():
    return ""


def architecture(executable=None, bits="", linkage=""):
    return bits or "64bit", linkage or "ELF"


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    return lib, version


def platform(aliased=False, terse=False):
    u = os.uname()
    if terse:
        return "-".join((u.sysname, u.release))
    return "-".join((u.sysname, u.release, u.machine))


def python_implementation():
    return "pyasync"


def python_version():
    return "%d.%d.%d" % sys.version_info[:3]


def python_version_tuple():
    return tuple(python_version().split("."))


def python_branch():
    return ""


def python_revision():
    return ""


def python_build():
    return "main", ""


def python_compiler():
    return "Go"


def freedesktop_os_release():
    for name in ("/etc/os-release", "/usr/lib/os-release"):
        try:
            with open(name, encoding="utf-8") as f:
                info = {"NAME": "Linux", "ID": "linux", "PRETTY_NAME": "Linux"}
                for line in f:
                    key, sep, value = line.strip().partition("=")
                    if sep and not key.startswith("#"):
                        info[key] = value.strip("\"'")
                return info
        except OSError:
            continue
    raise OSError("Unable to read files /etc/os-release, /usr/lib/os-release")


def mac_ver(release="", versioninfo=("", "", ""), machine=""):
    return release, versioninfo, machine


def win32_ver(release="", version="", csd="", ptype=""):
    return release, version, csd, ptype


def java_ver(release="", vendor="", vminfo=("", "", ""), osinfo=("", "", "")):
    return release, vendor, vminfo, osinfo
