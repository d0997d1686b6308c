// Runs before the page is painted, so that a reader's choice of colours never flashes. Nothing on a page depends on it.
{
  const KEY = "colours";
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const wide = matchMedia("(min-width: 75rem)");
  const root = document.documentElement;

  // Storage can be forbidden; the choice then lasts for the page.
  const remembered = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  const remember = (choice) => {
    try {
      localStorage.setItem(KEY, choice);
    } catch {
      /* see above */
    }
  };
  const choose = (choice) => {
    if (choice === "dark" || choice === "light") root.dataset.colours = choice;
  };
  const other = () => ((root.dataset.colours ?? (dark.matches ? "dark" : "light")) === "dark" ? "light" : "dark");

  choose(remembered());
  // What needs scripts stands there from the first painting on, so that nothing below it moves.
  root.dataset.scripts = "on";

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("colours");
    const name = () => {
      button.textContent = other() === "dark" ? "Dark colours" : "Light colours";
    };
    button.addEventListener("click", () => {
      const choice = other();
      choose(choice);
      remember(choice);
      name();
    });
    dark.addEventListener("change", name);
    name();
    button.hidden = false;

    const contents = document.getElementById("contents");
    const unfold = () => {
      contents.open = wide.matches;
    };
    if (contents) {
      wide.addEventListener("change", unfold);
      unfold();
    }
  });
}
