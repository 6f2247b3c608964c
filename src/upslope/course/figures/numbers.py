"""Numbers as a page prints them before the browser takes over."""


def number_text(value: float, digits: int = 2) -> str:
    """Return ``value`` with fixed decimals, a true minus sign, and never "−0.00"."""
    text = f"{value:.{digits}f}"
    return text.replace("-", "" if float(text) == 0 else "−")


def latex_number(value: float, digits: int = 2) -> str:
    """Return ``value`` for a formula."""
    return number_text(value, digits).replace("−", "-")
