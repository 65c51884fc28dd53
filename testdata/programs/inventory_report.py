import json
from dataclasses import dataclass, field, asdict
from enum import Enum
from collections import Counter, defaultdict
from itertools import groupby
from operator import attrgetter
class Category(Enum):
    TOOL = "tool"; TOY = "toy"
@dataclass(order=True)
class Item:
    price: float
    name: str = field(compare=False)
    category: Category = field(compare=False)
    qty: int = field(default=1, compare=False)
    tags: set = field(default_factory=set, compare=False)
    @property
    def value(self): return self.price * self.qty
raw = """hammer,tool,12.50,4,steel heavy
robot,toy,49.99,2,battery
saw,tool,8.25,10,steel
kite,toy,15,0,
bad line
drill,tool,abc,1,"""
items, errors = [], []
for n, line in enumerate(raw.splitlines(), 1):
    try:
        name, cat, price, qty, tags = line.split(",")
        items.append(Item(float(price), name, Category(cat), int(qty), set(tags.split())))
    except ValueError as e:
        errors.append(f"line {n}: {e}")
print("\n".join(errors))
print(f"{'item':<10}{'category':^10}{'price':>10}{'qty':>5}{'value':>10}")
for it in sorted(items, reverse=True):
    print(f"{it.name:<10}{it.category.value:^10}{it.price:>10.2f}{it.qty:>5}{it.value:>10,.2f}")
print("-" * 45, f"{sum(i.value for i in items):.2f}".rjust(45), sep="\n")
by_cat = defaultdict(list)
for it in items: by_cat[it.category].append(it)
for cat, its in by_cat.items(): print(cat.name, [i.name for i in its], min(its).name, max(its, key=attrgetter("qty")).name)
tags = Counter(t for i in items for t in sorted(i.tags))
print(tags.most_common(1), sorted(tags), dict(tags))
for k, grp in groupby(sorted(items, key=lambda i: i.qty > 3), key=lambda i: i.qty > 3): print(k, [i.name for i in grp])
class Enc(json.JSONEncoder):
    def default(self, o):
        match o:
            case Enum(): return o.value
            case set(): return sorted(o)
        return super().default(o)
print(json.dumps([asdict(i) for i in items][:2], cls=Enc, indent=1))
restock = [i for i in items if not i.qty] or "none"
print(restock)
print({i.name: ("expensive" if i.price > 20 else "cheap" if i.price < 10 else "fair") for i in items})

