// Finds decisions by year, kind, body and subject together. Nothing is fetched until somebody asks; the lists below the form
// lead to the same decisions without it.

const DATA = new URL("../data/decisions.json", import.meta.url);
const ROOT = new URL("../", import.meta.url);
const AT_ONCE = 50;
const GROUPS = {
  year: (decision) => [decision.date.slice(0, 4)],
  kind: (decision) => (decision.kinds.length ? decision.kinds : ["other"]),
  body: (decision) => [decision.body],
  subject: (decision) => decision.subjects,
};

const form = document.getElementById("decisions");
const status = document.getElementById("decisions-status");
const list = document.getElementById("decisions-found");
const more = document.getElementById("decisions-more");
const newest = document.getElementById("decisions-newest");

let decisions;
let latest = 0;
let waiting = [];

const load = async () => {
  if (!decisions) {
    const answer = await fetch(DATA);
    if (!answer.ok) throw new Error(`${answer.status}`);
    decisions = (await answer.json()).decisions.sort((one, other) => other.date.localeCompare(one.date));
  }
  return decisions;
};

const selects = () => [...form.querySelectorAll("select")];
const chosen = () => selects().filter((select) => select.value);

/* Building the list. Text goes in as text, never as HTML. */

const element = (tag, properties = {}, children = []) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

const labels = (decision) =>
  decision.kinds.flatMap((kind) => [element("span", { className: "pr-kind" }, [kind[0].toUpperCase() + kind.slice(1)]), " "]);

const item = (decision) => {
  const where = `${decision.body_name}, ${DAY.format(new Date(decision.date))}${decision.minute ? `, minute ${decision.minute}` : ""}`;
  return element("li", {}, [
    element("a", { href: new URL(decision.id, ROOT).href }, [decision.title]),
    " ",
    element("span", { className: "pr-aside" }, [...labels(decision), where]),
  ]);
};

const showMore = () => {
  const items = waiting.splice(0, AT_ONCE).map(item);
  list.append(...items);
  more.hidden = !waiting.length;
  return items[0];
};

const clear = () => {
  list.replaceChildren();
  waiting = [];
  more.hidden = true;
};

const summary = (count) => {
  const by = chosen().map((select) => select.selectedOptions[0].textContent).join(", ");
  return `${count || "No"} decision${count === 1 ? "" : "s"} found: ${by}`;
};

const find = async () => {
  const number = (latest += 1);
  const asked = chosen();
  newest.hidden = asked.length > 0;
  if (!asked.length) {
    clear();
    status.textContent = "";
    return;
  }
  try {
    const all = await load();
    if (number !== latest) return;
    clear();
    waiting = all.filter((decision) => asked.every((select) => GROUPS[select.name](decision).includes(select.value)));
    status.textContent = summary(waiting.length);
    showMore();
  } catch {
    if (number !== latest) return;
    clear();
    newest.hidden = false;
    status.textContent = "The decisions could not be loaded. Try again, or use the lists.";
  }
};

/* What is asked for stands in the address, so that it can be sent to somebody and Back undoes it. */

const fromAddress = () => {
  const asked = new URLSearchParams(location.search);
  for (const select of selects()) select.value = asked.get(select.name) ?? "";
  for (const select of selects()) if (select.selectedIndex < 0) select.value = "";
  find();
};

const go = () => {
  const asked = new URLSearchParams(chosen().map((select) => [select.name, select.value]));
  const address = asked.size ? `?${asked}` : location.pathname;
  if (address !== (location.search || location.pathname)) history.pushState(null, "", address);
  find();
};

if (form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go();
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const select of selects()) select.value = "";
    go();
  });
  more.addEventListener("click", () => showMore()?.querySelector("a").focus());
  addEventListener("popstate", fromAddress);
  form.hidden = false;
  fromAddress();
}
