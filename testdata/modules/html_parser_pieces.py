# The HTML parser: tags and references cut anywhere, markup in quotes and in scripts, what is left at the end.
import operator
import pickle
from html.parser import HTMLParser


class Events(HTMLParser):
    def __init__(self, **kw):
        super().__init__(**kw)
        self.events = []

    def note(self, *event):
        if event[0] == 'data' and self.events and self.events[-1][0] == 'data':
            event = 'data', self.events.pop()[1] + event[1]
        self.events.append(event)

    def handle_starttag(self, tag, attrs):
        self.note('start', tag, attrs)

    def handle_startendtag(self, tag, attrs):
        self.note('startend', tag, attrs)

    def handle_endtag(self, tag):
        self.note('end', tag)

    def handle_data(self, data):
        self.note('data', data)

    def handle_entityref(self, name):
        self.note('entity', name)

    def handle_charref(self, name):
        self.note('char', name)

    def handle_comment(self, data):
        self.note('comment', data)

    def handle_decl(self, decl):
        self.note('decl', decl)

    def handle_pi(self, data):
        self.note('pi', data)


def parse(pieces, **kw):
    p = Events(**kw)
    for piece in pieces:
        p.feed(piece)
    before = len(p.events)
    p.close()
    return p.events, before


for text in ("<a b='>'>x</a>", '<a href=\'http://www.example.org/">;\'>spam</a>', '<meta><meta / ><meta // ><meta / / ><meta/><meta /><meta //><meta//>',
             '<script><!-- not a comment --> &not-an-entity-ref;</script>&amp;', '<style>a < b</style>', '<script>open', '<p a=1 b c="d e" f=\'g\'>text</p>',
             'a&b', 'a&bc', 'a&#12', 'a&#12;b&#x41;c&lt;d&eacute e', '&', 'a & b', '<', '< a', '<!DOCTYPE html><!-- c --><?pi x>', '</>', '</a b>', '<a', '<a b', '<a b="c',
             '<a$><b"c>', "<a foo='bar' 'baz'>", '<br/><img src=a.png/>', '<A HREF=x&amp;y>Z</A>', '<script></ script></script >x'):
    for convert in False, True:
        whole = parse([text], convert_charrefs=convert)
        letters = parse(text, convert_charrefs=convert)
        print(text, convert, whole, letters[0] == whole[0] or letters)
for m in (operator.methodcaller('split'), operator.methodcaller('split', ','), operator.methodcaller('split', sep=',', maxsplit=1)):
    print(pickle.loads(pickle.dumps(m))('a,b c,d'), m.__reduce__())
