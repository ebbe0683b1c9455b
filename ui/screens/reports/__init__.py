"""Reports (报告): the catalogue, the pages, the export."""
