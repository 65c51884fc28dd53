"""What the interpreter is, as programs ask about its code: no bytecode, nothing specialised."""

ENABLE_SPECIALIZATION = False
