const dues = [...document.querySelectorAll(".dues > li")].map((item) => [item, item.textContent.toLowerCase()]);
const told = document.getElementById("count");
let typing = 0;
document.getElementById("find").addEventListener("input", (event) => {
  clearTimeout(typing);
  typing = setTimeout(() => narrow(event.target.value.trim().toLowerCase().split(/\s+/).filter(Boolean)), 120);
});
function narrow(words) {
  let shown = 0;
  for (const [item, text] of dues) {
    item.hidden = !words.every((word) => text.includes(word));
    shown += !item.hidden;
  }
  for (const part of document.querySelectorAll(".part, .chapter")) part.hidden = !part.querySelector(".dues > li:not([hidden])");
  told.textContent = words.length ? `${shown} 项` : "";
}
// What is printed is what is shown, each with its sentence.
addEventListener("beforeprint", () => { for (const details of document.querySelectorAll(".dues details")) details.open = true; });
addEventListener("afterprint", () => { for (const details of document.querySelectorAll(".dues details")) details.open = false; });
