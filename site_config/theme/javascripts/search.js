// The search page. Nothing is fetched until somebody searches; then Pagefind fetches the parts of the index that the words need.

const ROOT = new URL("../", import.meta.url);
const GROUPS = ["Kind", "Body", "Year", "Openness", "Subject"];
const ORDERS = { newest: -1, oldest: 1 };
const AT_FIRST = 5;
const AT_ONCE = 10;
const PLACES = 3;
const WORDS_BEFORE = 8;
const WORDS_IN_ALL = 32;

const form = document.getElementById("search");
const words = document.getElementById("search-words");
const narrow = document.getElementById("search-narrow");
const filters = document.getElementById("search-filters");
const order = document.getElementById("search-order");
const sort = document.getElementById("search-sort");
const status = document.getElementById("search-status");
const list = document.getElementById("search-results");
const more = document.getElementById("search-more");

// Where they stand beside the results.
const wide = matchMedia("(min-width: 75rem)");

let engine;
let ranks;
let latest = 0;
let waiting = [];

const load = async () => {
  if (!engine) {
    const pagefind = await import(new URL("pagefind/pagefind.js", ROOT));
    // A list would lead by its title alone, and a short page that names a minute before the minute itself.
    await pagefind.options({ baseUrl: ROOT.pathname, ranking: { metaWeights: { title: 1 }, pageLength: 0 }, noWorker: true });
    engine = pagefind;
  }
  return engine;
};

// The order of dates is fetched when somebody asks for it; with Pagefind's own, everybody would fetch it with the engine.
const inOrder = async (results, by) => {
  ranks ??= fetch(new URL("pagefind/order.json", ROOT))
    .then((answer) => answer.json())
    .then((names) => new Map(names.map((name, place) => [name, place])));
  const known = await ranks;
  const dated = results.filter(({ id }) => known.has(id));
  return dated.sort((one, other) => ORDERS[by] * (known.get(one.id) - known.get(other.id)));
};

// A reference is found by its number: the word before it stands in most texts, and adds nothing but its part of the index.
const REFERENCE = /\b(?:minute|item|paragraph|para)s?\s+(?=[a-z]?\d)/gi;
const lookedFor = (query) => query.replace(REFERENCE, "");

/* What is asked for: the same in the address, in the form, and for Pagefind. */

const parameter = (group) => group.toLowerCase();

const asked = () => {
  const address = new URLSearchParams(location.search);
  const chosen = new Map(GROUPS.map((group) => [group, address.getAll(parameter(group))]));
  const wanted = address.get("sort");
  return { query: (address.get("q") ?? "").trim(), chosen, by: Object.hasOwn(ORDERS, wanted) ? wanted : "" };
};

const addressOf = (query, chosen, by) => {
  const address = new URLSearchParams({ q: query });
  for (const [group, values] of chosen) values.forEach((value) => address.append(parameter(group), value));
  if (by) address.set("sort", by);
  return `?${address}`;
};

// Values of one group widen a search, groups narrow it.
const narrowed = (chosen, without) =>
  Object.fromEntries(
    [...chosen].filter(([group, values]) => values.length && group !== without).map(([group, any]) => [group, { any }]),
  );

const checked = () =>
  new Map(
    GROUPS.map((group) => [group, [...filters.querySelectorAll(`input[name="${parameter(group)}"]:checked`)].map((box) => box.value)]),
  );

// Until the boxes stand there, what was chosen stands in the address alone.
const chosenNow = () => (filters.querySelector("input") ? checked() : asked().chosen);

/* Building the page. Text goes in as text, never as HTML. */

const element = (name, properties = {}, children = []) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

const marked = (text, hits, from, to) => {
  const shown = [];
  if (from > 0) shown.push("… ");
  for (let place = from; place < to; place += 1) {
    shown.push(hits.has(place) ? element("mark", {}, [text[place]]) : text[place], " ");
  }
  if (to < text.length) shown.push("…");
  return element("p", {}, shown);
};

const SPACE = "\u200b";

const textOf = (page) => {
  const text = page.raw_content.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  return text.includes(SPACE) ? text.split(SPACE) : text.split(/\s+/);
};

// A minute, a resolution or a paragraph is a result of its own: in the index a page beside the one that it stands on.
const homeOf = (page) => (page.meta.place ? page.url.replace(/[^/]*$/, "") : page.url);
const addressOfResult = (page) => (page.meta.place ? `${homeOf(page)}#${page.meta.place}` : page.url);

// Its own place is no place below it, and what was resolved in a minute is found by itself.
const isResult = (page, anchor) => page.meta.place && (anchor.id === page.meta.place || anchor.id.startsWith("resolution-"));

/* Where on a page: the nearest address above a hit, which can be a minute, a paragraph or a resolution as well as a heading. */

const NAMES = [
  [/^minute-(\d+)-(.+)$/, (found) => `Minute ${found[1]}, paragraph ${found[2]}`],
  [/^minute-(\d+)$/, (found) => `Minute ${found[1]}`],
  [/^resolution-(\d+)-(\d+)$/, (found, ofMinutes) => (ofMinutes ? `Resolution of minute ${found[1]}` : "Resolution")],
  [/^request-(\d+)-(\d+)$/, (found, ofMinutes) => `Report asked for${ofMinutes ? ` in minute ${found[1]}` : ""}`],
  [/^paragraph-(.+?)(--\d+)?$/, (found) => `Paragraph ${found[1].replaceAll("-", ".")}`],
];

// The numbers of outcomes are those of minutes where the page has any; in a paper they are those of its paragraphs.
const nameOf = (anchor, heading, ofMinutes) => {
  const own = /^h\d$/.test(anchor.element) ? anchor.text.trim() : "";
  if (own) return own;
  const known = NAMES.map(([pattern, name]) => [anchor.id.match(pattern), name]).find(([found]) => found);
  const name = known ? known[1](known[0], ofMinutes) : "";
  return [name, heading.replace(/^Minute \d+\.\s+/, "")].filter(Boolean).join(": ");
};

const placesOf = (page) => {
  const anchors = [...page.anchors].sort((one, other) => one.location - other.location);
  const places = new Map();
  for (const { location, weight } of page.weighted_locations) {
    const at = anchors.findLastIndex((anchor) => anchor.location <= location);
    if (at < 0) continue;
    const place = places.get(at) ?? { anchor: anchors[at], until: anchors[at + 1]?.location, weight: 0, hits: [] };
    place.weight += weight;
    place.hits.push(location);
    const heading = anchors.slice(0, at + 1).findLast((anchor) => /^h\d$/.test(anchor.element) && anchor.text?.trim());
    place.heading = heading?.text.trim() ?? "";
    places.set(at, place);
  }
  const below = [...places.values()].filter(({ anchor }) => !isResult(page, anchor));
  return below.sort((one, other) => other.weight - one.weight).slice(0, PLACES);
};

const excerpt = (text, hits, start, until = text.length) => {
  const from = Math.max(start, (hits.find((hit) => hit >= start) ?? start) - WORDS_BEFORE);
  return marked(text, new Set(hits), from, Math.min(until, text.length, from + WORDS_IN_ALL));
};

// A heading is the link already; what is quoted under it begins behind it.
const textStart = ({ anchor }) => anchor.location + (/^h\d$/.test(anchor.element) ? anchor.text.trim().split(/\s+/).length : 0);

const placeItem = (page, text, place) => {
  const start = textStart(place);
  const ofMinutes = page.anchors.some((anchor) => /^minute-\d+$/.test(anchor.id));
  // Below a result of its own the heading is the result's, which stands above already.
  const name = nameOf(place.anchor, page.meta.place ? "" : place.heading, ofMinutes) || page.meta.title;
  const item = element("li", {}, [element("a", { href: `${homeOf(page)}#${place.anchor.id}` }, [name])]);
  if (place.hits.some((hit) => hit >= start)) item.append(excerpt(text, place.hits, start, place.until));
  return item;
};

const resultItem = (page) => {
  const text = textOf(page);
  const places = placesOf(page);
  const item = element("li", {}, [
    element("h2", {}, [element("a", { href: addressOfResult(page) }, [page.meta.title])]),
    element("p", { className: "pr-aside" }, [[page.meta.kind, page.meta.meeting].filter(Boolean).join(" · ")]),
  ]);
  if (places.length) item.append(element("ul", {}, places.map((place) => placeItem(page, text, place))));
  else if (page.locations.length) item.append(excerpt(text, page.locations, 0));
  return item;
};

/* Filters, each value with the number of results that it would give. */

const byName = (one, other) => one[0].localeCompare(other[0], "en-GB", { numeric: true });

const choice = (group, value, count, chosen) =>
  element("label", {}, [
    element("input", { type: "checkbox", name: parameter(group), value, checked: chosen }),
    element("span", {}, [`${value} (${count})`]),
  ]);

const fieldset = (group, counts, chosen) => {
  const values = Object.entries(counts).filter(([value, count]) => count || chosen.includes(value)).sort(byName);
  if (group === "Year") values.reverse();
  return element("fieldset", {}, [
    element("legend", {}, [group]),
    ...values.map(([value, count]) => choice(group, value, count, chosen.includes(value))),
  ]);
};

const countsOf = async (pagefind, query, chosen) => {
  // Without this the counts stay empty.
  await pagefind.filters();
  const wanted = lookedFor(query);
  const all = pagefind.search(wanted, { filters: narrowed(chosen) });
  const entries = GROUPS.map(async (group) => {
    const search = await (chosen.get(group).length ? pagefind.search(wanted, { filters: narrowed(chosen, group) }) : all);
    return [group, search.filters[group] ?? {}];
  });
  return Promise.all(entries);
};

const showFilters = (counts, chosen) => {
  const held = document.activeElement?.closest("#search-filters") ? document.activeElement : null;
  filters.replaceChildren(...counts.map(([group, values]) => fieldset(group, values, chosen.get(group))));
  // The boxes are made anew, so the one that was just worked keeps the keyboard.
  if (held) [...filters.querySelectorAll("input")].find((box) => box.name === held.name && box.value === held.value)?.focus();
};

// What results can be narrowed by is fetched only where somebody sees it, and after the first results.
const offerFilters = async (number) => {
  if (!narrow.open) return;
  const { query, chosen } = asked();
  const counts = await countsOf(await load(), query, chosen);
  if (number === latest) showFilters(counts, chosen);
};

const isNarrowed = (chosen) => [...chosen.values()].some((values) => values.length);

/* Searching */

const say = (text) => {
  status.textContent = text;
};

const fail = () => say("The search index could not be loaded. Try again, or browse the meetings and the decisions.");

const showMore = async (number, count = AT_ONCE) => {
  const pages = await Promise.all(waiting.splice(0, count).map((result) => result.data()));
  if (number !== latest) return null;
  const items = pages.map(resultItem);
  list.append(...items);
  more.hidden = !waiting.length;
  return items[0] ?? null;
};

const clear = () => {
  list.replaceChildren();
  more.hidden = true;
  waiting = [];
};

// In an order of dates only what has one can stand.
const summary = (count, query, by) =>
  count ? `${count} ${by ? "dated " : ""}result${count === 1 ? "" : "s"} found for “${query}”` : `Nothing found for “${query}”`;

const run = async (number, query, chosen, by) => {
  const pagefind = await load();
  const found = await pagefind.search(lookedFor(query), { filters: narrowed(chosen) });
  const results = by ? await inOrder(found.results, by) : found.results;
  if (number !== latest) return;
  clear();
  waiting = [...results];
  if (narrow.hidden) narrow.open = wide.matches || isNarrowed(chosen);
  narrow.hidden = !results.length && !isNarrowed(chosen);
  order.hidden = results.length < 2 && !by;
  await showMore(number, AT_FIRST);
  if (number !== latest) return;
  say(summary(results.length, query, by));
  await showMore(number, AT_ONCE - AT_FIRST);
  await offerFilters(number);
};

const search = async () => {
  const { query, chosen, by } = asked();
  const number = (latest += 1);
  words.value = query;
  sort.value = by;
  if (!query) {
    clear();
    narrow.hidden = true;
    order.hidden = true;
    say("");
    return;
  }
  say("Searching…");
  try {
    await run(number, query, chosen, by);
  } catch {
    if (number === latest) fail();
  }
};

const go = (chosen) => {
  history.pushState(null, "", addressOf(words.value.trim(), chosen, sort.value));
  search();
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  go(chosenNow());
});
filters.addEventListener("change", () => go(checked()));
sort.addEventListener("change", () => go(chosenNow()));
narrow.addEventListener("toggle", () => offerFilters(latest).catch(fail));
more.addEventListener("click", async () => {
  const first = await showMore(latest);
  first?.querySelector("a").focus();
});
addEventListener("popstate", search);
search();
