"""Validate and pretty-print JSON: python -m json.tool [infile [outfile]]."""

import argparse
import json
import sys


def main():
    parser = argparse.ArgumentParser(prog='python -m json.tool', description='A simple command line interface for json module to validate and pretty-print JSON objects.')
    parser.add_argument('infile', nargs='?', default='-', help='a JSON file to be validated or pretty-printed')
    parser.add_argument('outfile', nargs='?', default=None, help='write the output of infile to outfile')
    parser.add_argument('--sort-keys', action='store_true', default=False)
    parser.add_argument('--no-ensure-ascii', dest='ensure_ascii', action='store_false')
    parser.add_argument('--json-lines', action='store_true', default=False)
    parser.add_argument('--indent', default=4, type=int)
    parser.add_argument('--compact', action='store_true')
    options = parser.parse_args()
    source = sys.stdin if options.infile == '-' else open(options.infile, encoding='utf-8')
    separators = (',', ':') if options.compact else None
    indent = None if options.compact else options.indent
    try:
        texts = list(source) if options.json_lines else [source.read()]
        out = open(options.outfile, 'w', encoding='utf-8') if options.outfile else sys.stdout
        for text in texts:
            json.dump(json.loads(text), out, indent=indent, separators=separators, sort_keys=options.sort_keys, ensure_ascii=options.ensure_ascii)
            out.write('\n')
    except ValueError as e:
        raise SystemExit(e)


if __name__ == '__main__':
    main()
