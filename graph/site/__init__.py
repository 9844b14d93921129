"""A graph as a folder of plain files that opens by double click on a machine without a network.

`write_site` is the one way in. The same graph, texts and options give the same bytes.
"""

from graph.site.folder import SiteError
from graph.site.pages import Options, Size, write_site

__all__ = ["Options", "SiteError", "Size", "write_site"]
