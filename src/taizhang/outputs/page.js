"use strict";
for (const article of document.querySelectorAll("article")) {
  const boxes = [...article.querySelectorAll("input[data-verdict]")];
  const apply = () => {
    const shown = new Set(boxes.filter((box) => box.checked).map((box) => box.dataset.verdict));
    for (const note of article.querySelectorAll(".note"))
      note.classList.toggle("shown", [...shown].some((verdict) => note.classList.contains(verdict)));
    for (const mark of article.querySelectorAll(".n[data-finding]"))
      for (const verdict of ["broken", "unknown", "holds"])
        mark.classList.toggle("on-" + verdict, mark.classList.contains(verdict) && shown.has(verdict));
  };
  for (const box of boxes) box.addEventListener("change", apply);
  apply();
  const light = (id, on) => {
    for (const mark of article.querySelectorAll('.n[data-finding="' + id + '"]')) mark.classList.toggle("lit", on);
  };
  for (const note of article.querySelectorAll(".note")) {
    for (const name of ["mouseenter", "focus"]) note.addEventListener(name, () => light(note.id, true));
    for (const name of ["mouseleave", "blur"]) note.addEventListener(name, () => light(note.id, false));
    note.addEventListener("click", () => article.querySelector('.n[data-finding="' + note.id + '"]')?.scrollIntoView({ block: "center", behavior: "smooth" }));
  }
}
