"""The same work as broadsheet's, with what Pelican's documentation offers.

Two languages by the plugin i18n_subsites, related lists by the plugin related_posts, YAML by yaml_metadata; lists by fifty.
The readers' cache is on, and not compressed: the second language then takes from it what the first one parsed.
"""

PLUGINS = ["yaml_metadata", "i18n_subsites", "related_posts"]
PATH = "."
ARTICLE_PATHS = ["content"]
PAGE_PATHS: list[str] = []
STATIC_PATHS = ["pictures"]
OUTPUT_PATH = "public"
THEME = "theme"
THEME_STATIC_PATHS: list[str] = []
PATH_METADATA = r"content/(?P<category>[^/]+)/\d+/(?P<slug>[^/.]+)\.(?P<lang>[a-z]+)\.md"
FORMATTED_FIELDS: list[str] = []  # a summary is plain text

SITENAME = "The Bench"
SITEURL = "https://bench.example"
TIMEZONE = "Asia/Dhaka"
DEFAULT_LANG = "en"
DEFAULT_DATE_FORMAT = "%d %B %Y"
I18N_SUBSITES = {"bn": {"CACHE_PATH": "cache"}}
I18N_UNTRANSLATED_ARTICLES = "remove"
RELATED_POSTS_MAX = 5

ARTICLE_URL = ARTICLE_LANG_URL = "{category}/{date:%Y}/{date:%m}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_LANG_SAVE_AS = "{category}/{date:%Y}/{date:%m}/{slug}/index.html"
CATEGORY_URL = "{slug}/"
CATEGORY_SAVE_AS = "{slug}/index.html"
TAG_URL = "tags/{slug}/"
TAG_SAVE_AS = "tags/{slug}/index.html"
AUTHOR_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "404"]
PAGINATED_TEMPLATES = {"category": 50, "tag": 50}
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]

FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None

CACHE_CONTENT = LOAD_CONTENT_CACHE = True
CACHE_PATH = "cache"
GZIP_CACHE = False
CHECK_MODIFIED_METHOD = "mtime"
