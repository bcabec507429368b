"use strict";
// What the page does beyond its links: keys, search as one types, and walking through the places of a record.
(() => {
  const byId = (id) => document.getElementById(id);
  const query = byId("_query"), results = byId("_results"), help = byId("_help"), position = byId("_position");
  const lists = [1, 2, 3].map((number) => byId(`_list-${number}`));
  const steps = [byId("_previous"), byId("_next")];
  // depth: how many addresses of this page are behind the current one.
  let opener = null, passage = null, depth = -1;
  byId("_search").hidden = false;
  if (!matchMedia("(min-width: 72rem)").matches) for (const list of lists) if (list) list.closest("details").open = false;

  // The place or record that the address names.
  const here = () => {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch { /* The address is not well formed: taken as it is. */ }
    const dot = id.lastIndexOf(".");
    const number = dot > 0 ? Number(id.slice(dot + 1)) : NaN;
    return Number.isInteger(number) && byId(id) ? { record: id.slice(0, dot), number } : { record: id, number: 0 };
  };
  const count = (record) => {
    let last = 0, step = 1;
    while (byId(`${record}.${last + step}`)) { last += step; step *= 2; }
    for (; step >= 1; step /= 2) if (byId(`${record}.${last + step}`)) last += step;
    return last;
  };
  // What stands above a place gets its real height only when it is near, some frames later: the place is looked for
  // again until it stays, or the reader goes elsewhere.
  let moves = 0;
  const reveal = (element, block) => {
    const move = moves;
    let top = NaN, steady = 0;
    const look = () => {
      if (move !== moves || steady === 10) return;
      if (Math.abs(element.getBoundingClientRect().top - top) < 1) steady += 1;
      else {
        element.scrollIntoView({ block });
        top = element.getBoundingClientRect().top;
        steady = 0;
      }
      requestAnimationFrame(look);
    };
    look();
  };
  // A place goes on with what follows it in its paragraph, as long as that belongs to the same record.
  const markRest = (place) => {
    let part = place;
    while (!part.parentElement.matches("[dir]")) part = part.parentElement;
    const belongs = (next) => next.nodeType === Node.ELEMENT_NODE
      && (next.matches("[data-note], .current-record") || next.querySelector(".current-record"));
    while ((part = part.nextSibling) && belongs(part)) if (!part.matches("[data-note]")) part.classList.add("is-current");
  };
  const go = (id) => { location.hash = `#${encodeURIComponent(id)}`; };

  // Shows what the address names: the record beside the text, and its place in the text.
  const show = () => {
    moves += 1;
    depth = history.state?.depth ?? depth + 1;
    history.replaceState({ depth }, "");
    for (const element of document.querySelectorAll(".is-current")) element.classList.remove("is-current");
    for (const element of document.querySelectorAll(".current-record")) element.classList.remove("current-record");
    for (const link of document.querySelectorAll("#_lists [aria-current]")) link.removeAttribute("aria-current");
    position.textContent = "";
    for (const button of steps) button.hidden = true;
    const { record, number } = here(), block = passage;
    const details = byId(record);
    passage = null;
    if (record.startsWith("_") && details) reveal(details, "start");
    if (!record || record.startsWith("_")) return;
    const total = count(record), place = block || byId(`${record}.${number || 1}`);
    for (const element of document.querySelectorAll(`[data-of~="${CSS.escape(record)}"], [dir] > a[href="#${CSS.escape(record)}"], [dir] span > a[href="#${CSS.escape(record)}"]`)) element.classList.add("current-record");
    const link = document.querySelector(`#_lists a[href="#${CSS.escape(record)}"]`);
    if (link) { link.setAttribute("aria-current", "true"); link.scrollIntoView({ block: "nearest" }); }
    const wide = matchMedia("(min-width: 72rem)").matches;
    if (place) { place.classList.add("is-current"); if (!block) markRest(place); }
    // Side by side, both are shown; in one column, that which the address names.
    const inText = block || number;
    if (details && (wide || !inText)) reveal(details, "start");
    if (place && (wide || inText)) reveal(place, "center");
    for (const button of steps) button.hidden = !total;
    if (total) position.textContent = number ? `Place ${number} of ${total}` : `${total} ${total > 1 ? "places" : "place"} in the texts`;
  };
  const walk = (by) => {
    const { record, number } = here();
    const total = count(record);
    if (!total) { position.textContent = "Choose a record first: n walks through its places."; return; }
    go(`${record}.${((number - 1 + by + total + (number || by > 0 ? 0 : 1)) % total) + 1}`);
  };

  // Search. A word matches words that begin with it, and words that differ in a letter or two.
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss").replace(/ς/g, "σ");
  const split = (text) => fold(text).match(/[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu) || [];
  const near = (word, other, most) => {
    if (Math.abs(word.length - other.length) > most) return false;
    let before = null, row = Array.from({ length: other.length + 1 }, (_, i) => i);
    for (let i = 1; i <= word.length; i++) {
      const next = [i];
      for (let j = 1; j <= other.length; j++) {
        let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (word[i - 1] !== other[j - 1]));
        if (before && i > 1 && j > 1 && word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        next.push(cost);
      }
      if (Math.min(...next) > most) return false;
      before = row;
      row = next;
    }
    return row[other.length] <= most;
  };
  // The words of a text stand between these: a mark between digits divides none.
  const BEGIN = "(?<![\\p{L}\\p{N}]|\\p{N}[.,])", END = "(?![\\p{L}\\p{N}]|[.,]\\p{N})";
  const pattern = (words, end) => new RegExp(`${BEGIN}(?:${words.join("|").replaceAll(".", "\\.")})${end}`, "u");
  let entries = null, vocabulary = null;
  const makeEntries = () => [["#_lists a", 4], ["#_claims h3", 3], ["#_timeline a", 2], [".text > *", 1]].flatMap(([selector, weight]) =>
    [...document.querySelectorAll(selector)].map((element) =>
      ({ element, weight, text: fold(`${element.textContent} ${element.dataset.also || ""}`) })));
  // The patterns of a word, each with what a match is worth. A word that is found nowhere is taken for misspelt.
  const patterns = (word) => {
    const start = pattern([word], "");
    if (entries.some(({ text }) => start.test(text))) return [[pattern([word], END), 3], [start, 2]];
    const most = /\p{N}/u.test(word) || word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    vocabulary ??= new Set(entries.flatMap(({ text }) => [...new Set(split(text))]));
    const meant = most ? [...vocabulary].filter((other) => near(word, other, most)).slice(0, 50) : [];
    return meant.length ? [[pattern(meant, END), 1]] : [];
  };
  // The entries in which every word is found, the best first, and what finds the words.
  const found = (asked) => {
    entries ??= makeEntries();
    const sought = asked.map(patterns);
    const worth = (choices, text) => choices.find(([form]) => form.test(text))?.[1] || 0;
    const scored = entries.map(({ element, weight, text }) => {
      const each = sought.map((choices) => worth(choices, text));
      return { element, score: each.every(Boolean) ? each.reduce((sum, one) => sum + one, weight) : 0 };
    });
    const best = scored.filter(({ score }) => score).sort((one, other) => other.score - one.score).slice(0, 30);
    return { hits: best.map(({ element }) => element), forms: sought.flat().map(([form]) => form) };
  };
  const excerpt = (text, forms) => {
    const folded = fold(text), first = Math.min(...forms.map((form) => folded.search(form)).filter((at) => at >= 0));
    const start = first < text.length - 60 ? Math.max(0, first - 60) : 0;
    return `${start ? "…" : ""}${text.slice(start, start + 180)}${text.length > start + 180 ? "…" : ""}`;
  };
  const search = () => {
    const typed = query.value.trim(), asked = split(typed).slice(0, 12);
    results.replaceChildren();
    results.hidden = !typed;
    if (!typed) return;
    const { hits, forms } = asked.length ? found(asked) : { hits: [] };
    if (!hits.length) results.append(Object.assign(document.createElement("p"), { textContent: `No matches for “${typed}”.` }));
    for (const element of hits) {
      const text = element.closest("article"), link = document.createElement("a");
      const place = text ? element.querySelector("[id]") || text.querySelector("[id]") : element.closest(".record");
      link.href = place ? `#${encodeURIComponent(place.id)}` : element.getAttribute("href");
      link.textContent = excerpt(element.textContent, forms);
      link.addEventListener("click", () => {
        close();
        // The place of a passage is its paragraph, whatever is in it.
        passage = text && element;
        if (link.hash === location.hash) show();
      });
      results.append(link);
    }
  };
  const close = () => { results.hidden = true; query.value = ""; opener?.focus(); opener = null; };
  query.addEventListener("input", search);
  byId("_search").addEventListener("submit", (event) => { event.preventDefault(); results.querySelector("a")?.click(); });

  const step = (by) => {
    // From the focused link, else from the record that the address names.
    const at = document.activeElement.closest("#_results a, #_lists a") || document.querySelector("#_lists [aria-current]");
    const links = [...(at?.closest("ul, #_results") || lists[0] || results).querySelectorAll("a")];
    links[Math.min(Math.max(links.indexOf(at) + by, 0), links.length - 1)]?.focus();
  };
  const enter = (number) => {
    const list = lists[number - 1];
    if (!list) return;
    list.closest("details").open = true;
    (list.querySelector("[aria-current]") || list.querySelector("a"))?.focus();
  };
  const keys = {
    j: () => step(1), k: () => step(-1), ArrowDown: () => step(1), ArrowUp: () => step(-1),
    n: () => walk(1), N: () => walk(-1), 1: () => enter(1), 2: () => enter(2), 3: () => enter(3),
    c: () => go("_comparisons"), t: () => go("_timeline"), "?": () => help.showModal(),
    "/": () => { opener = document.activeElement; query.focus(); query.select(); },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const typing = document.activeElement === query;
    if (event.key === "Escape") {
      if (!results.hidden || typing) { close(); query.blur(); event.preventDefault(); }
      else if (depth > 0) history.back();
    } else if (typing) {
      if (event.key === "ArrowDown") { results.querySelector("a")?.focus(); event.preventDefault(); }
    } else if (keys[event.key]) {
      const inList = results.contains(document.activeElement) || lists.some((list) => list?.contains(document.activeElement));
      if (event.key.startsWith("Arrow") && !inList) return;
      event.preventDefault();
      keys[event.key]();
    }
  });
  steps[0].addEventListener("click", () => walk(-1));
  steps[1].addEventListener("click", () => walk(1));
  byId("_close").addEventListener("click", () => help.close());
  for (const moved of ["wheel", "touchmove", "pointerdown", "keydown"]) addEventListener(moved, () => { moves += 1; }, { capture: true, passive: true });
  addEventListener("hashchange", show);
  show();
})();
