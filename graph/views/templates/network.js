const picture = JSON.parse(document.getElementById("picture").textContent);
const { dots, lines, bands, proofs } = picture.details;
const words = document.getElementById("words");
const stage = document.getElementById("network");
const items = new Map();
for (const item of document.querySelectorAll(".item")) {
  if (!items.has(item.dataset.key)) items.set(item.dataset.key, []);
  items.get(item.dataset.key).push(item);
}
const face = getComputedStyle(document.body).fontFamily;
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

// -- the drawing: what depends on the colours of the style sheet is taken from it, in the light and in the dark
function dressedNode(node) {
  const dot = dots[node.id];
  const own = colour(`kind-${dot.kind}`);
  const boxed = node.shape === "box";
  return {
    ...node,
    color: {
      background: boxed ? colour(dot.missing ? "paper" : "surface") : own,
      border: dot.main && !boxed ? colour("ink") : own,
      highlight: { background: boxed ? colour("mark") : own, border: colour("ink") },
      hover: { background: boxed ? colour("sunk") : own, border: colour("ink") },
    },
    borderWidth: dot.main ? 4 : boxed ? 1.5 : 1,
    borderWidthSelected: 4,
    shapeProperties: { borderDashes: dot.missing ? [5, 4] : false, borderRadius: 3 },
    margin: 7,
    font: { face, size: dot.main ? 17 : 15, color: colour(dot.missing ? "soft" : "ink"), strokeWidth: boxed ? 0 : 3, strokeColor: colour("paper") },
  };
}
function dressedEdge(edge) {
  const line = lines[edge.id];
  const own = line.role ? colour(`role-${line.role}`) : colour("faint");
  return {
    ...edge,
    color: { color: own, highlight: line.role ? own : colour("ink"), hover: own },
    width: line.role === "lead" ? 2.6 : 1.4,
    dashes: line.role === "support" ? [6, 4] : false,
    font: { face, size: 13, color: colour("soft"), strokeWidth: 4, strokeColor: colour("paper") },
  };
}
const nodes = new vis.DataSet(picture.nodes.map(dressedNode));
const edges = new vis.DataSet(picture.edges.map(dressedEdge));
const network = new vis.Network(stage, { nodes, edges }, {
  physics: false, // the places were computed beforehand
  interaction: { hover: true, tooltipDelay: 250 },
  edges: { arrows: { to: { scaleFactor: 0.5 } }, smooth: bands.length ? { type: "cubicBezier", forceDirection: "vertical", roundness: 0.35 } : false },
});
stage.querySelector(".vis-network").tabIndex = -1; // the list and the buttons are for the keyboard
network.on("beforeDrawing", (context) => {
  if (!bands.length) return;
  const [left, right] = [network.DOMtoCanvas({ x: 0, y: 0 }).x, network.DOMtoCanvas({ x: stage.clientWidth, y: 0 }).x];
  const unit = 1 / network.getScale();
  bands.forEach((band, at) => {
    context.fillStyle = colour(at % 2 ? "paper" : "sunk");
    context.fillRect(left, band.top, right - left, band.bottom - band.top);
    context.fillStyle = colour(band.level ? `level-${band.level}` : "faint");
    context.fillRect(left, band.top, 6 * unit, band.bottom - band.top);
  });
});
// The names of the bands stand at the edge of the window, over what is drawn there.
network.on("afterDrawing", (context) => {
  const left = network.DOMtoCanvas({ x: 0, y: 0 }).x;
  const unit = 1 / network.getScale();
  context.font = `600 ${13 * unit}px ${face}`;
  context.textBaseline = "top";
  context.textAlign = "left";
  bands.forEach((band, at) => {
    context.fillStyle = colour(at % 2 ? "paper" : "sunk");
    context.fillRect(left + 6 * unit, band.top + 4 * unit, context.measureText(band.caption).width + 14 * unit, 21 * unit);
    context.fillStyle = colour("soft");
    context.fillText(band.caption, left + 13 * unit, band.top + 8 * unit);
  });
});
const main = Object.keys(dots).find((key) => dots[key].main);
const LEGIBLE = matchMedia("(max-width: 800px)").matches ? 0.45 : 0.22; // what would be drawn smaller begins at its middle
function busiest() {
  const lines = (key) => network.getConnectedEdges(key).length;
  return Object.keys(dots).reduce((one, other) => (lines(other) > lines(one) ? other : one));
}
function start() {
  network.fit();
  if (picture.nodes.length && network.getScale() < LEGIBLE) network.moveTo({ position: network.getPosition(main ?? busiest()), scale: LEGIBLE });
  else if (network.getScale() > 1) network.moveTo({ scale: 1 });
}
start();
// The dark and the paper have colours of their own.
for (const medium of ["(prefers-color-scheme: dark)", "print"]) {
  matchMedia(medium).addEventListener("change", () => {
    nodes.update(picture.nodes.map(dressedNode));
    edges.update(picture.edges.map((edge) => ({ ...dressedEdge(edge), hidden: edges.get(edge.id).hidden })));
  });
}

// -- what is chosen
function chooseNode(key, fromList) {
  const dot = dots[key];
  const facts = made("dl", { class: "facts" });
  for (const [caption, value] of dot.facts) facts.append(made("dt", {}, caption), made("dd", {}, isolated(value)));
  words.replaceChildren(
    made("p", { class: "source" }, dot.caption, dot.missing ? "（未收录，只被引用）" : ""),
    made("h2", {}, named(dot.name, dot.page)), facts, ...dot.proofs.map(([at]) => proofOf(proofs[at])));
  const near = new Set(network.getConnectedEdges(key));
  edges.update(picture.edges.filter((edge) => edge.hidden).map((edge) => ({ id: edge.id, hidden: !near.has(edge.id) })));
  shown(key);
  if (fromList) {
    network.selectNodes([key]);
    network.moveTo({ position: network.getPosition(key), scale: Math.max(network.getScale(), 0.6) });
  }
}
function chooseEdge(id) {
  const line = lines[id];
  words.replaceChildren(
    made("h2", {}, roleChip(line.role, line.caption, line.mark)),
    made("p", {}, isolated(line.ends[0]), " → ", isolated(line.ends[1])),
    ...line.proofs.map(([at, says]) => proofOf(proofs[at], says === line.caption ? null : made("p", { class: "says source" }, isolated(says)))),
    line.more ? made("p", { class: "empty" }, `另有 ${line.more} 处未列出；dutygraph duties 列出全部。`) : "");
  shown(null);
}
function shown(key) {
  words.scrollTop = 0;
  for (const [other, buttons] of items) for (const item of buttons) item.toggleAttribute("aria-current", other === key);
}
network.on("click", (event) => {
  if (event.nodes.length) chooseNode(event.nodes[0], false);
  else if (event.edges.length) chooseEdge(event.edges[0]);
});
document.getElementById("list").addEventListener("click", (event) => {
  const item = event.target.closest(".item");
  if (item) chooseNode(item.dataset.key, true);
});
document.getElementById("find").addEventListener("input", (event) => {
  const wanted = event.target.value.trim();
  for (const item of document.querySelectorAll(".item")) item.parentElement.hidden = wanted !== "" && !item.textContent.includes(wanted);
});
document.getElementById("nearer").addEventListener("click", () => network.moveTo({ scale: network.getScale() * 1.3 }));
document.getElementById("farther").addEventListener("click", () => network.moveTo({ scale: network.getScale() / 1.3 }));
document.getElementById("whole").addEventListener("click", () => network.fit());
