// The text of --help.
package main

const helpText = `pyasync runs Python programs that live on asyncio.

usage: pyasync [option] ... [-c cmd | -m mod | file | -] [arg] ...

What to run:
  (nothing)      on a terminal: the prompt, see docs/prompt.md
  file           a script; its folder comes first on sys.path
  -              standard input (also when nothing is named)
  -c cmd         a program given as a string
  -m mod         a module, or the __main__ of a package, found on sys.path
  arg ...        handed to the program in sys.argv[1:]

Options:
  -i             go on at the prompt after the program
  -q             no banner at the prompt
  -u             write standard output and error unbuffered
  -W arg         control warnings: action:message:category:module:line
  -X dev         development mode: show more warnings, debug mode of asyncio
  -O             remove assert statements; -OO: docstrings, too
  -E             ignore the PYTHON* environment variables
  -I             isolate from environment and current folder (implies -E -P -s)
  -P             do not put a possibly unsafe folder in front of sys.path
  -b             warn of comparisons of bytes with str; -bb: raise
  -x             skip the first line of the script
  -B -s -S -d -v accepted, without effect here
  --legacy       allow what asyncio allowed in Python 3.4 to 3.10, with a warning
  --no-deadlock-check
                 wait for ever, as CPython does, when nothing can wake a task any more
  -V, --version  print the version
  -h, --help     print this text

Other uses:
  pyasync ast [-a] file      print the syntax tree, as python -m ast does
  pyasync book.ipynb         run a notebook; --keep-going, --check, -o FILE, --cells LIST
  pyasync page.md            run the python blocks of a page; --session, --blocks LIST
  pyasync cells file ...     run files as the cells of one notebook
  pyasync test path ...      golden tests: scripts, Markdown pages, notebooks
  pyasync kernel [install]   be a Jupyter kernel

Environment:
  PYTHONPATH           folders to search for modules, separated by ':'
  PYTHONASYNCIODEBUG   debug mode of asyncio
  PYTHONWARNINGS       as -W, separated by ','
  PYTHONUNBUFFERED     as -u
  PYTHONDEVMODE        as -X dev
  PYTHONHASHSEED       the order of sets of strings: an integer, as CPython's
  PYTHONSTARTUP        a file to run before the prompt
  NO_COLOR, FORCE_COLOR, PYTHON_COLORS
                       whether tracebacks are coloured on a terminal
`
