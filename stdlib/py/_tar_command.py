"""The command python -m tarfile."""
import argparse
import os
import sys
from tarfile import TarFile, is_tarfile, open
from _tar_filters import NAMED

COMPRESSION = {'.gz': 'gz', '.tgz': 'gz', '.xz': 'xz', '.txz': 'xz', '.bz2': 'bz2', '.tbz': 'bz2', '.tbz2': 'bz2', '.tb2': 'bz2'}


def main():
    parser = argparse.ArgumentParser(description='A simple command-line interface for tarfile module.')
    parser.add_argument('-v', '--verbose', action='store_true', default=False, help='Verbose output')
    parser.add_argument('--filter', metavar='<filtername>', choices=NAMED, help='Filter for extraction')
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument('-l', '--list', metavar='<tarfile>', help='Show listing of a tarfile')
    group.add_argument('-e', '--extract', nargs='+', metavar=('<tarfile>', '<output_dir>'), help='Extract tarfile into target dir')
    group.add_argument('-c', '--create', nargs='+', metavar=('<name>', '<file>'), help='Create tarfile from sources')
    group.add_argument('-t', '--test', metavar='<tarfile>', help='Test if a tarfile is valid')
    args = parser.parse_args()
    if args.filter and args.extract is None:
        parser.exit(1, '--filter is only valid for extraction\n')
    if args.create is not None:
        create(args)
        return
    if args.extract is not None and len(args.extract) > 2:
        parser.exit(1, parser.format_help())
    source = args.test or args.list or args.extract[0]
    if not is_tarfile(source):
        parser.exit(1, '{!r} is not a tar archive.\n'.format(source))
    if args.test is not None:
        with open(source, 'r') as tar:
            print(tar.getmembers(), file=sys.stderr)
        if args.verbose:
            print('{!r} is a tar archive.'.format(source))
    elif args.list is not None:
        with TarFile.open(source, 'r:*') as tar:
            tar.list(verbose=args.verbose)
    else:
        extract(args, source)


def extract(args, source):
    folder = args.extract[1] if len(args.extract) == 2 else os.curdir
    with TarFile.open(source, 'r:*') as tar:
        tar.extractall(path=folder, filter=args.filter)
    if args.verbose:
        where = '' if folder == '.' else ' into {!r} directory'.format(folder)
        print('{!r} file is extracted{}.'.format(source, where))


def create(args):
    name, *files = args.create
    ending = os.path.splitext(name)[1]
    with TarFile.open(name, 'w:' + COMPRESSION[ending] if ending in COMPRESSION else 'w') as tar:
        for file in files:
            tar.add(file)
    if args.verbose:
        print('{!r} file created.'.format(name))
