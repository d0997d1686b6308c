// Reloads the page when what it shows has changed, and outlines the notices that stand where something is withheld.
// In a block: the page's own scripts may use the same names.
{
  const NUMBER = Number(document.currentScript.dataset.number);
  const KEY = "serve-outlined";
  const button = document.getElementById("serve-withheld");

  const outline = (on) => {
    document.documentElement.classList.toggle("serve-outlined", on);
    button.setAttribute("aria-pressed", String(on));
    sessionStorage.setItem(KEY, on ? "yes" : "");
  };

  button.addEventListener("click", () => outline(button.getAttribute("aria-pressed") !== "true"));
  document.addEventListener("keydown", (event) => {
    if (event.altKey && event.code === "KeyW") {
      event.preventDefault();
      button.click();
    }
  });
  outline(sessionStorage.getItem(KEY) === "yes");

  // Browsers keep few connections to one host: a page that nobody sees gives its own back.
  let source;
  const listen = () => {
    source?.close();
    if (document.hidden) return;
    source = new EventSource("/.serve/events");
    source.addEventListener("message", (event) => {
      if (Number(event.data) !== NUMBER) location.reload();
    });
  };
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", listen);
}
