// The keyboard on a sheet: Enter and the arrows move from cell to cell, a pasted block fills the cells it covers.
const cells = (row) => [...row.querySelectorAll("td.cell input[name^='cell-']")];
const rows = (table) => [...table.querySelectorAll("tbody tr")].filter((row) => cells(row).length);

function neighbour(input, down, right) {
  const all = rows(input.closest("table"));
  const row = all.indexOf(input.closest("tr"));
  const column = cells(all[row]).indexOf(input);
  return all[row + down] && cells(all[row + down])[column + right];
}

document.addEventListener("keydown", (event) => {
  const input = event.target;
  if (!input.matches?.("table.sheet td.cell input[name^='cell-']") || event.isComposing) return;
  const moves = { ArrowDown: [1, 0], ArrowUp: [-1, 0], Enter: [event.shiftKey ? -1 : 1, 0] };
  const move = moves[event.key];
  if (!move) return;
  event.preventDefault();
  const next = neighbour(input, ...move);
  if (next) {
    next.focus();
    next.select();
  } else input.blur();
});

document.addEventListener("paste", (event) => {
  const input = event.target;
  const words = event.clipboardData?.getData("text/plain") ?? "";
  if (!input.matches?.("table.sheet td.cell input[name^='cell-']") || !/[\t\n]/.test(words.trimEnd())) return;
  event.preventDefault();
  words.trimEnd().split(/\r?\n/).forEach((line, down) =>
    line.split("\t").forEach((word, right) => {
      const cell = neighbour(input, down, right);
      if (!cell || cell.value === word.trim()) return;
      cell.value = word.trim();
      cell.dispatchEvent(new Event("change", { bubbles: true }));
    }),
  );
});
