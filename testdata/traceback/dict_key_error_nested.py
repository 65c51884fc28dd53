config = {"server": {"host": "h"}}
def lookup(cfg, *path):
    for part in path:
        cfg = cfg[part]
    return cfg
print(lookup(config, "server", "host"), flush=True)
print(lookup(config, "server", "port"))

