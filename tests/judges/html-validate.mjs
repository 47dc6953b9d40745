// What html-validate is asked for: all that it recommends, but for what is a matter of taste.
export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
  rules: {
    // The standard reads <!doctype html> in any case, and shows it in small letters.
    "doctype-style": "off",
    // A headline is as long as its news; search engines cut it by width, not by letters.
    "long-title": "off",
    // A name may be given to whatever ARIA lets have one, such as a list of links.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // A <section> wants a heading of its own; a box that scrolls by keys has a name only.
    "prefer-native-element": ["error", { exclude: ["region"] }],
    // A digest guards what other origins serve; our own style sheets carry theirs in their names.
    "require-sri": ["error", { target: "crossorigin" }],
    // The standard forbids spaces only: headings of Bangla and Urdu give ids in these scripts.
    "valid-id": ["error", { relaxed: true }],
  },
};
