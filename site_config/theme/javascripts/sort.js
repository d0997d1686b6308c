// Lets a reader sort a table by a column. Without it the table stands in the order of the record, and is read just as well.
{
  const order = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" });
  const words = (row, column) => row.cells[column].textContent.trim();

  // Always from the order of the record, so that rows of the same value stand in it.
  const sorted = (rows, column, down) =>
    [...rows].sort((one, other) => order.compare(words(one, column), words(other, column)) * (down ? -1 : 1));

  for (const table of document.querySelectorAll("table[data-sortable]")) {
    const rows = [...table.tBodies[0].rows];
    const heads = [...table.tHead.rows[0].cells];

    const choose = (column) => {
      const down = heads[column].getAttribute("aria-sort") === "ascending";
      heads.forEach((head) => head.removeAttribute("aria-sort"));
      heads[column].setAttribute("aria-sort", down ? "descending" : "ascending");
      table.tBodies[0].append(...sorted(rows, column, down));
    };

    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "pr-sort";
      button.append(...head.childNodes);
      button.addEventListener("click", () => choose(column));
      head.append(button);
    });
  }
}
