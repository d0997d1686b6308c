// The citation of a place. Without this script the box at the end of a page cites the page; with it the box comes to the
// paragraph, minute or resolution whose number was followed, and its text can be copied.

const box = document.getElementById("cite");
const name = document.getElementById("cite-name");
const line = document.getElementById("cite-line");
const address = document.getElementById("cite-address");
const status = document.getElementById("cite-status");

const page = { name: name.textContent, line: line.textContent, address: location.href.replace(/[?#].*$/, "") };
const home = document.createComment("");
box.before(home);

/* What a place is called. Numbers are read from the page, where they stand as printed. */

const PLACES = ".pr-paragraph, .pr-resolution, .pr-request, .pr-proceeding, .pr-action, h2, h3, h4, h5, h6";
const ORDINALS = { 2: "second ", 3: "third ", 4: "fourth " };
const NOUNS = { request: "report asked for", vote: "recorded vote" };

const words = (element) => element?.textContent.trim().replace(/\s+/g, " ") ?? "";

// Several resolutions of one minute are told apart by their order.
const ofMinute = (kind, minute, count) => {
  const several = document.getElementById(`${kind}-${minute}-2`);
  return `minute ${minute}, ${NOUNS[kind] ?? kind}${several ? ` ${count}` : ""}`;
};

// What has no number of its own is counted below the nearest heading or number, as its address is.
const counted = (target) => {
  const [, kind, place, count] = target.id.match(/^([a-z]+)-(?:(.+)-)?(\d+)$/);
  const owner = [place, `section-${place}`, `paragraph-${place}`, `minute-${place}`]
    .map((id) => document.getElementById(id))
    .findLast((one) => one && one.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING);
  const name = kind === "text" ? "unnumbered paragraph" : (NOUNS[kind] ?? kind);
  return [owner && placeName(owner), `${name} ${count}`].filter(Boolean).join(", ");
};

const paragraph = (target) => {
  if (target.id.startsWith("text-")) return counted(target);
  const number = words(target.querySelector(".pr-number")) || words(target).replace(/^paragraph /, "");
  const again = ORDINALS[target.id.match(/--(\d+)$/)?.[1]] ?? "";
  const minute = target.id.match(/^minute-(\d+)-/);
  return `${minute ? `minute ${minute[1]}, ` : ""}${again}paragraph ${number}`;
};

const heading = (target) => {
  const number = target.querySelector(".pr-number");
  return number ? `section ${words(number)}` : `“${words(target)}”`;
};

// A limb has the anchor of its paragraph with its own mark behind it.
const limb = (target) => {
  const owner = document.getElementById(target.id.replace(/-[^-]+(--\d+)?$/, ""));
  const name = owner ? placeName(owner) : "";
  const mark = words(target.querySelector(".pr-mark")).replace(/[^a-z0-9]/gi, "");
  return `${name}${/\d$/.test(name) ? "" : " "}(${mark})`;
};

const placeName = (target) => {
  const outcome = target.id.match(/^(resolution|request|action|amendment|vote)-(?:(.+)-)?(\d+)$/);
  if (outcome) return document.getElementById(`minute-${outcome[2]}`) ? ofMinute(...outcome.slice(1)) : counted(target);
  if (/^minute-\d+$/.test(target.id)) return `minute ${target.id.slice(7)}`;
  if (target.matches(".pr-limbs > li")) return limb(target);
  if (target.matches(".pr-numbered") || /^minute-\d+-/.test(target.id)) return paragraph(target);
  if (target.matches(".pr-item")) return `item ${words(target.querySelector(".pr-ref"))}`;
  if (target.matches(".pr-table")) return `table “${words(target.querySelector("caption"))}”`;
  if (target.matches("article :is(h2, h3, h4, h5, h6)")) return heading(target);
  return null;
};

/* The box */

const show = (target) => {
  const place = target && placeName(target);
  name.textContent = place ? `Cite ${place}` : page.name;
  line.textContent = place ? `${page.line}, ${place}` : page.line;
  address.textContent = place ? `${page.address}#${target.id}` : page.address;
  address.href = place ? `#${target.id}` : page.address;
  for (const button of box.querySelectorAll("button")) button.textContent = button.dataset.says;
  return place;
};

const targeted = () => document.getElementById(decodeURIComponent(location.hash.slice(1)));

// A link that leads to the very thing that it stands in is there for citing it.
const followed = (event) => {
  const link = event.target.closest?.('a[href^="#"]');
  const target = link && !box.contains(link) && document.getElementById(link.hash.slice(1));
  if (!target?.contains(link) || !show(target)) return;
  (target.closest(PLACES) ?? target).after(box);
  status.textContent = `${name.textContent}: below it`;
};

const arrived = () => {
  const target = targeted();
  if (show(target) && box.previousElementSibling === (target.closest(PLACES) ?? target)) return;
  home.after(box);
};

/* Copying */

const select = (element) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
};

// The clipboard is there on secure sites only; elsewhere the text is selected, and the browser's own command tried.
const copied = async (element) => {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    select(element);
    return document.execCommand("copy");
  }
};

const copy = async (button) => {
  const done = await copied(document.getElementById(button.dataset.copies));
  button.textContent = done ? "Copied" : button.dataset.says;
  const what = button.dataset.copies === "cite-line" ? "Citation" : "Address";
  status.textContent = done ? `${what} copied` : `${what} selected: copy it with your keyboard`;
};

for (const button of box.querySelectorAll("button")) {
  button.dataset.says = button.textContent;
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}
document.addEventListener("click", followed);
addEventListener("hashchange", arrived);
show(targeted());
