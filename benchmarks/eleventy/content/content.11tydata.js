export default {
  layout: "article.njk",
  permalink({ page }) {
    const [, section, stem, lang] = page.inputPath.match(/content\/([^/]+)\/\d+\/([^/.]+)\.([a-z]+)\.md$/);
    const month = page.date.toISOString().slice(0, 7).replace("-", "/");
    return `${lang === "en" ? "" : `/${lang}`}/${section}/${month}/${stem}/`;
  },
};
