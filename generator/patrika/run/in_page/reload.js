// In every page of the preview: listens for builds, reloads when one changed the site, shows what is wrong meanwhile.
// The page's version is that of the build it was served from, so that no build is missed while the page was loading.
(() => {
  "use strict";
  const version = document.currentScript.dataset.version;
  let events = null;

  function element(name, text, className) {
    const made = document.createElement(name);
    made.textContent = text;
    made.className = className;
    return made;
  }

  function overlay() {
    const present = document.getElementById("patrika-overlay");
    if (present) return present;
    const made = element("section", "", "");
    made.id = "patrika-overlay";
    made.lang = "en";
    made.dir = "ltr";
    made.tabIndex = 0;
    made.setAttribute("role", "alert");
    document.body.append(made);
    return made;
  }

  function show(state) {
    const parts = [element("h2", state.failed ? "The site cannot be built" : "Stories are held back", "patrika-head")];
    for (const fault of state.faults) {
      const item = element("div", "", "patrika-fault");
      if (fault.place) item.append(element("p", fault.place, "patrika-place"));
      item.append(element("p", fault.message, "patrika-message"));
      if (fault.hint) item.append(element("p", "hint: " + fault.hint, "patrika-hint"));
      parts.push(item);
    }
    if (state.more) parts.push(element("p", "… and " + state.more + " more, told in the terminal", "patrika-hint"));
    overlay().replaceChildren(...parts);
  }

  function listen() {
    if (events && events.readyState !== EventSource.CLOSED) return;
    events = new EventSource("/__patrika/events");
    events.addEventListener("built", (event) => {
      const state = JSON.parse(event.data);
      if (state.version !== version) location.reload();
      else if (state.faults.length) show(state);
      else document.getElementById("patrika-overlay")?.remove();
    });
    events.addEventListener("failed", (event) => show(JSON.parse(event.data)));
    // The browser tries again by itself unless the answer was no event stream.
    events.addEventListener("error", () => {
      if (events.readyState === EventSource.CLOSED) setTimeout(listen, 1000);
    });
  }

  // Browsers open six connections to a host: hidden tabs must not hold them. The state is told first on the way back.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) events?.close();
    else listen();
  });
  if (!document.hidden) listen();
})();
