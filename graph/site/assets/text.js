// The text of a document: the place that the address names (#p120-180, offsets in the source) is marked, all of its
// pieces; a click on a sentence goes to its duty.
"use strict";
(() => {
  const PLACE = /^#p(\d+)-(\d+)$/;
  const pieces = [...document.querySelectorAll(".paper [data-at]")];

  const mark = (wanted) => {
    let first = null;
    for (const piece of pieces) {
      const on = wanted(piece);
      piece.classList.toggle("on", on);
      if (on && !first) first = piece;
    }
    return first;
  };

  const show = () => {
    const place = PLACE.exec(location.hash);
    if (!place) return;
    const [start, end] = [Number(place[1]), Number(place[2])];
    const first = mark((piece) => Number(piece.dataset.at) >= start && Number(piece.dataset.at) < end);
    if (first) first.scrollIntoView({ block: "center", behavior: "instant" });
    choose(document.querySelector(`.tasks a[href="${location.hash}"]`)?.closest("li"));
  };

  const tasks = document.querySelector(".tasks");
  const chosen = (piece) => (piece.dataset.duty || "").split(" ").filter(Boolean);
  const card = (number) => tasks.querySelector(`li[value="${number}"]`);

  // Marks a duty, and brings it into sight where the duties stand beside the text.
  const choose = (item) => {
    for (const other of document.querySelectorAll(".tasks .on")) other.classList.remove("on");
    if (!item) return;
    item.classList.add("on");
    if (getComputedStyle(tasks).position === "sticky") {
      tasks.scrollTo({ top: item.offsetTop - tasks.clientHeight / 3, behavior: "instant" });
    }
  };

  document.querySelector(".paper").addEventListener("click", (event) => {
    if (event.target.closest("a") || String(getSelection())) return;
    const piece = event.target.closest("[data-duty]");
    if (!piece) return;
    // The shortest of the duties that hold the words: the last to begin.
    const number = chosen(piece).pop();
    mark((other) => chosen(other).includes(number));
    choose(card(number));
  });

  addEventListener("hashchange", show);
  // The same place twice: the address stays as it is, but the reader may have scrolled away.
  addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#p']");
    if (link && link.getAttribute("href") === location.hash) show();
  });
  show();
})();
