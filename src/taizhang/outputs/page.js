"use strict";
// In a wide window the notes float beside the text, each as near to its paragraph as those above it allow.
const place = (paper) => {
  paper.classList.add("floating");
  paper.style.minHeight = "";
  let free = 0;
  const asides = [...paper.querySelectorAll("aside")].filter((aside) => aside.querySelector(".shown"));
  const tops = asides.map((aside) => aside.parentElement.offsetTop);
  const heights = asides.map((aside) => aside.offsetHeight);
  asides.forEach((aside, index) => {
    const top = Math.max(tops[index], free);
    aside.style.top = top + "px";
    free = top + heights[index];
  });
  if (matchMedia("(min-width: 861px)").matches) paper.style.minHeight = free + "px";
};
for (const article of document.querySelectorAll("article")) {
  const boxes = [...article.querySelectorAll("input[data-verdict]")];
  const paper = article.querySelector(".paper");
  const apply = () => {
    const shown = new Set(boxes.filter((box) => box.checked).map((box) => box.dataset.verdict));
    for (const note of article.querySelectorAll(".note"))
      note.classList.toggle("shown", [...shown].some((verdict) => note.classList.contains(verdict)));
    for (const mark of article.querySelectorAll("[data-finding]"))
      for (const verdict of ["broken", "unknown", "holds"])
        mark.classList.toggle("on-" + verdict, mark.classList.contains(verdict) && shown.has(verdict));
    place(paper);
  };
  for (const box of boxes) box.addEventListener("change", apply);
  apply();
  addEventListener("resize", () => place(paper));
  const light = (id, on) => {
    for (const mark of article.querySelectorAll('[data-finding="' + id + '"]')) mark.classList.toggle("lit", on);
  };
  for (const note of article.querySelectorAll(".note")) {
    for (const name of ["mouseenter", "focus"]) note.addEventListener(name, () => light(note.id, true));
    for (const name of ["mouseleave", "blur"]) note.addEventListener(name, () => light(note.id, false));
    note.addEventListener("click", () => article.querySelector('[data-finding="' + note.id + '"]')?.scrollIntoView({ block: "center", behavior: "smooth" }));
  }
}
