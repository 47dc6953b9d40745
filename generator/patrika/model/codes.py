"""Codes of all diagnostics: stable, and told of one by one in docs/diagnostics.md."""

CODES = frozenset((
    "E101", "E102", "E103", "E104", "E105", "E106", "E107", "E108", "W109", "E110", "E111", "W112", "E113", "E114",
    "E115", "W116", "E117", "W118", "E120", "W121", "W122", "E123", "E124", "E125", "W126", "E127", "E201", "E202",
    "E203", "E204", "E205", "E206", "E207", "E208", "E209", "E210", "N211", "W212", "W213", "E301", "N301", "E302",
    "N302", "W303", "W304", "E305", "E306", "E307", "E308", "E309", "E310", "E311", "E312", "E313", "W314", "E401",
    "E402", "E403", "E404", "W405", "N406", "E407", "W407", "W408", "W409", "N410", "E501", "E502", "E503", "E504",
    "E505", "N506", "N507", "E508", "W511", "W512", "E514", "E515", "W516", "W517", "W518", "W519",
    "N520", "W521", "W522", "W523", "N524", "E601", "E602", "E603", "W604",
    "W605", "W606", "W607", "W608", "W609", "W610", "W611", "W612", "W613", "N614", "W615", "W616", "E701", "W702",
    "E703", "E704", "W705", "W706", "W707", "W708", "W709", "W710", "W711", "W712", "W713", "W714", "W715", "E716",
    "E717", "W718", "W719", "W720", "E721", "W722", "W723", "N724", "N725", "N730", "W731", "W732", "W733", "W734",
    "W735", "W736", "N737", "W738", "W739",
))  # fmt: skip


def is_checked(code: str) -> bool:
    """Return whether a diagnostic is one of `patrika check` alone, which looks at what is printed."""
    return code[1] == "7"


def is_final(code: str) -> bool:
    """Return whether nothing can be made of what a diagnostic tells of, so that no site may wish it less grave."""
    return code[0] == "E" and not is_checked(code)
