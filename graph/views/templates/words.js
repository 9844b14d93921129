"use strict";
// Text only: nothing that a document says becomes part of the page.
function made(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}
const isolated = (text, attributes = {}) => made("bdi", attributes, text);
function proofOf(proof, chip = null) {
  return made("figure", { class: "proof" },
    chip,
    made("blockquote", {}, made("bdi", {}, proof.before ?? "", made("mark", {}, proof.words ?? ""), proof.after ?? "")),
    made("figcaption", { class: "source" },
      proof.href ? made("a", { href: proof.href }, isolated(proof.document)) : isolated(proof.document), proof.date ? ` · ${proof.date}` : "", proof.place ? " · " : "",
      proof.place ? isolated(proof.place, { class: "place" }) : ""));
}
// A name, as a link to its page where a site has one.
const named = (name, page) => (page ? made("a", { href: page }, isolated(name)) : isolated(name));
function roleChip(role, caption, mark) {
  return made("span", { class: `chip${role ? ` role-${role}` : ""}` }, mark ? made("span", { "aria-hidden": "true" }, mark) : "", caption);
}
