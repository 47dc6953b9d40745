// The same work as broadsheet's, as Eleventy's documentation advises: what lists show is computed once, in collections;
// filters that print dates are remembered formats; Markdown goes through no other template language.
const LANGUAGES = { en: { name: "English", root: "/" }, bn: { name: "বাংলা", root: "/bn/" } };
const A_PAGE = 50;
const newestFirst = (a, b) => b.date - a.date;

const formats = Object.fromEntries(
  Object.keys(LANGUAGES).map((lang) => [
    lang,
    new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "Asia/Dhaka" }),
  ]),
);

function storyOf(item) {
  const [, section, , stem, lang] = item.inputPath.match(/content\/([^/]+)\/(\d+)\/([^/.]+)\.([a-z]+)\.md$/);
  const { title, summary, authors, tags = [] } = item.data;
  return { section, lang, twin: `${section}/${stem}`, title, summary, authors, tags, url: item.url, date: item.date };
}

// The five older stories with the most tags in common, the newest first among equals. `stories` are newest first.
function relate(stories) {
  const withTag = new Map();
  for (let place = stories.length - 1; place >= 0; place--) {
    const shared = new Map();
    for (const tag of stories[place].tags) {
      const older = withTag.get(tag) ?? withTag.set(tag, []).get(tag);
      for (let at = older.length - 1; at >= 0; at--) shared.set(older[at], (shared.get(older[at]) ?? 0) + 1);
      older.push(place);
    }
    const best = [];
    for (const [other, count] of shared) {
      const last = best[4];
      if (last && (count < last[1] || (count === last[1] && other > last[0]))) continue;
      best.push([other, count]);
      best.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      best.length = Math.min(best.length, 5);
    }
    stories[place].related = best.map(([other]) => stories[other]);
  }
}

function listsOf(lang, title, url, stories) {
  const pages = Math.ceil(stories.length / A_PAGE);
  const address = (number) => (number === 1 ? url : `${url}page/${number}/`);
  return Array.from({ length: pages }, (_, index) => ({
    lang,
    title,
    url: address(index + 1),
    stories: stories.slice(index * A_PAGE, (index + 1) * A_PAGE),
    newer: index > 0 ? address(index) : "",
    older: index + 1 < pages ? address(index + 2) : "",
  }));
}

function group(stories, keysOf) {
  const groups = new Map();
  for (const story of stories)
    for (const key of keysOf(story)) (groups.get(key) ?? groups.set(key, []).get(key)).push(story);
  return groups;
}

function editionOf(lang, all) {
  const stories = all.filter((story) => story.lang === lang).sort(newestFirst);
  relate(stories);
  const bySection = group(stories, (story) => [story.section]);
  const byTag = group(stories, (story) => story.tags);
  const { name, root } = LANGUAGES[lang];
  const sections = [...bySection.keys()].sort().map((id) => ({ id, title: id[0].toUpperCase() + id.slice(1), url: `${root}${id}/` }));
  return {
    lang,
    name,
    root,
    sections,
    front: stories.slice(0, 40),
    opinion: stories.filter((story) => story.section === "opinion").slice(0, 4),
    latest: stories.filter((story) => story.section !== "opinion").slice(0, 5),
    lists: [
      ...sections.flatMap(({ id, title, url }) => listsOf(lang, title, url, bySection.get(id))),
      ...[...byTag].flatMap(([tag, tagged]) => listsOf(lang, tag, `${root}tags/${tag}/`, tagged)),
    ],
  };
}

export default function (eleventyConfig) {
  let newsroom;
  eleventyConfig.on("eleventy.before", () => (newsroom = undefined));
  function read(api) {
    if (newsroom) return newsroom;
    const all = api.getFilteredByGlob("content/**/*.md").map(storyOf);
    const twins = group(all, (story) => [story.twin]);
    for (const story of all) story.others = twins.get(story.twin).filter((other) => other !== story);
    const editions = Object.fromEntries(Object.keys(LANGUAGES).map((lang) => [lang, editionOf(lang, all)]));
    return (newsroom = { editions, byUrl: new Map(all.map((story) => [story.url, story])) });
  }
  eleventyConfig.addCollection("editions", (api) => Object.values(read(api).editions));
  eleventyConfig.addCollection("lists", (api) => Object.values(read(api).editions).flatMap(({ lists }) => lists));

  eleventyConfig.addFilter("story", (url) => newsroom.byUrl.get(url));
  eleventyConfig.addFilter("edition", (lang) => newsroom.editions[lang]);
  eleventyConfig.addFilter("day", (date, lang) => formats[lang].format(date));
  eleventyConfig.addFilter("iso", (date) => date.toISOString());
  eleventyConfig.addFilter("clock", (date) => date.toISOString().slice(11, 16));
  eleventyConfig.addGlobalData("languages", LANGUAGES);
  eleventyConfig.addGlobalData("home", "https://bench.example");
  eleventyConfig.addPassthroughCopy("pictures");
  return {
    dir: { input: ".", output: "public", includes: "_includes" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
    templateFormats: ["md", "njk"],
  };
}
