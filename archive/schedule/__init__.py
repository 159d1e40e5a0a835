"""When which portal is crawled: schedule.toml read, checked and edited, and the process that runs it.

schedule.toml    what the archivist wants; read by ``plan``, changed by ``edit``, explained by ``explain``
schedule.sqlite  what is due, what waits, what ran: the ``ledger``, which survives the process
engine           starts each crawl as a child process when it is due, and takes note how it ended
"""
