"""The files that come with the theme on which ours stands. Our pages use none of them, so that none is published."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files


def leave_out(files: Files, config: MkDocsConfig) -> None:
    """Take what the theme ships out of what is to be written; what is in a folder of our own stays.

    A project without a folder of its own has the pages of the theme, which need its files.
    """
    own = config.theme.custom_dir
    if own is None:
        return
    shipped = {Path(folder) for folder in config.theme.dirs} - {Path(own)}
    for file in list(files):
        if file.src_dir is not None and Path(file.src_dir) in shipped:
            files.remove(file)
