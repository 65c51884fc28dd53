class InsufficientFunds(Exception):
    def __init__(self, need, have):
        super().__init__(f"need {need:.2f}, have {have:.2f}")
        self.need, self.have = need, have
class Account:
    _next = 1
    def __init__(self, owner, balance=0.0):
        self.owner, self.balance = owner, balance
        self.number = Account._next
        Account._next += 1
        self.history = []
    def deposit(self, amount):
        if amount <= 0: raise ValueError("amount must be positive")
        self.balance += amount
        self.history.append(("deposit", amount))
    def withdraw(self, amount):
        if amount > self.balance: raise InsufficientFunds(amount, self.balance)
        self.balance -= amount
        self.history.append(("withdraw", amount))
    def __repr__(self): return f"Account({self.owner!r}, {self.balance:,.2f})"
    def __lt__(self, o): return self.balance < o.balance
class Savings(Account):
    rate = 0.05
    def accrue(self):
        self.deposit(round(self.balance * self.rate, 2))
        return self
accounts = [Account("Ann", 100), Savings("Bob", 2500.5), Account("Cy")]
accounts[0].deposit(50.25)
accounts[1].accrue().accrue()
for amount in (30, 1000, -5):
    try:
        accounts[0].withdraw(amount)
        accounts[2].deposit(amount)
    except (InsufficientFunds, ValueError) as e:
        print(type(e).__name__, e)
print(accounts, sorted(accounts), max(accounts).owner)
for a in accounts: print(f"{a.number:03d} {a.owner:<5}|{a.balance:>12,.2f}|{len(a.history)}")
print(accounts[1].history, isinstance(accounts[1], Account), sum(a.balance for a in accounts))

