"""Validate and pretty-print JSON: python -m json.tool [infile [outfile]]."""

import argparse
import json
import sys


def _parser():
    parser = argparse.ArgumentParser(prog='python -m json.tool',
                                     description='A simple command line interface for json module to validate and pretty-print JSON objects.')
    parser.add_argument('infile', nargs='?', default='-', help='a JSON file to be validated or pretty-printed')
    parser.add_argument('outfile', nargs='?', default=None, help='write the output of infile to outfile')
    parser.add_argument('--sort-keys', action='store_true', default=False, help='sort the output of dictionaries alphabetically by key')
    parser.add_argument('--no-ensure-ascii', dest='ensure_ascii', action='store_false', help='disable escaping of non-ASCII characters')
    parser.add_argument('--json-lines', action='store_true', default=False,
                        help='parse input using the JSON Lines format. Use with --no-indent or --compact to produce valid JSON Lines output.')
    form = parser.add_mutually_exclusive_group()
    form.add_argument('--indent', default=4, type=int, help='separate items with newlines and use this number of spaces for indentation')
    form.add_argument('--tab', action='store_const', dest='indent', const='\t', help='separate items with newlines and use tabs for indentation')
    form.add_argument('--no-indent', action='store_const', dest='indent', const=None, help='separate items with spaces rather than newlines')
    form.add_argument('--compact', action='store_true', help='suppress all whitespace separation (most compact)')
    return parser


def main():
    options = _parser().parse_args()
    form = {'sort_keys': options.sort_keys, 'ensure_ascii': options.ensure_ascii, 'indent': options.indent}
    if options.compact:
        form['indent'], form['separators'] = None, (',', ':')
    try:
        # The input is read whole before the output is opened: they may be the same file.
        source = sys.stdin if options.infile == '-' else open(options.infile, encoding='utf-8')
        try:
            objects = [json.loads(line) for line in source] if options.json_lines else [json.load(source)]
        finally:
            if source is not sys.stdin:
                source.close()
        out = sys.stdout if options.outfile is None else open(options.outfile, 'w', encoding='utf-8')
        with out:
            for obj in objects:
                json.dump(obj, out, **form)
                out.write('\n')
    except ValueError as e:
        raise SystemExit(e)


if __name__ == '__main__':
    try:
        main()
    except BrokenPipeError as e:
        sys.exit(e.errno)
