module pyasync

go 1.26
