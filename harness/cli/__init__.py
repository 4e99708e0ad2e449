"""The commands: one small module each; the screens are opened only when asked.

A command's module offers ``add_parser`` and ``run``. Standard output is data, standard error is
narration, and the exit code is the answer. Imports that cost time wait until ``run``, so that
every command starts fast and those that run no test bring neither pytest nor the screens along.
"""
