"""Metadata of installed distributions, read from *.dist-info folders on sys.path."""

import os
import sys

__all__ = ["Distribution", "PackageNotFoundError", "distribution", "distributions", "entry_points", "metadata",
           "requires", "version"]


class PackageNotFoundError(ModuleNotFoundError):
    """The distribution is not installed."""

    def __str__(self):
        return f"No package metadata was found for {self.name}"

    @property
    def name(self):
        (name,) = self.args
        return name


def _normalize(name):
    import re
    return re.sub(r"[-_.]+", "-", name).lower().replace("-", "_")


class Distribution:
    def __init__(self, path):
        self._path = path

    def read_text(self, filename):
        try:
            with open(os.path.join(self._path, filename), encoding="utf-8") as f:
                return f.read()
        except OSError:
            return None

    @property
    def metadata(self):
        from email import message_from_string
        return message_from_string(self.read_text("METADATA") or "")

    def _field(self, key):
        for line in (self.read_text("METADATA") or "").splitlines():
            if not line:
                break
            if line.lower().startswith(key.lower() + ":"):
                return line.partition(":")[2].strip()
        return None

    @property
    def name(self):
        return self._field("Name")

    @property
    def version(self):
        return self._field("Version")

    @property
    def requires(self):
        lines = (self.read_text("METADATA") or "").splitlines()
        found = [l.partition(":")[2].strip() for l in lines if l.startswith("Requires-Dist:")]
        return found or None


def distributions(**kwargs):
    for entry in sys.path:
        try:
            names = os.listdir(entry or ".")
        except OSError:
            continue
        for name in names:
            if name.endswith(".dist-info"):
                yield Distribution(os.path.join(entry or ".", name))


def distribution(distribution_name):
    if not distribution_name:
        raise ValueError("A distribution name is required")
    wanted = _normalize(distribution_name)
    for dist in distributions():
        if _normalize(os.path.basename(dist._path)[:-len(".dist-info")].rpartition("-")[0]) == wanted:
            return dist
    raise PackageNotFoundError(distribution_name)


def metadata(distribution_name):
    return distribution(distribution_name).metadata


def version(distribution_name):
    return distribution(distribution_name).version


def requires(distribution_name):
    return distribution(distribution_name).requires


def files(distribution_name):
    return None


def entry_points(**params):
    return ()


def packages_distributions():
    return {}
