"use strict";
const picture = JSON.parse(document.getElementById("picture").textContent);
const words = document.getElementById("words");
const nodes = new vis.DataSet(picture.nodes);
const edges = new vis.DataSet(picture.edges);
const face = getComputedStyle(document.body).fontFamily;
const network = new vis.Network(document.getElementById("network"), { nodes, edges }, {
  physics: false, // the places were computed beforehand
  interaction: { hover: true, tooltipDelay: 200, keyboard: { bindToWindow: false } },
  nodes: { font: { face, size: 13 }, borderWidth: 1 },
  edges: {
    font: { face, size: 10, color: "#5a6670", strokeWidth: 3 },
    arrows: { to: { scaleFactor: 0.5 } },
    smooth: { type: "continuous" },
  },
});
// Text only: nothing that a document says becomes part of the page.
network.on("click", (event) => {
  const chosen = event.nodes.length ? nodes.get(event.nodes[0]) : event.edges.length ? edges.get(event.edges[0]) : null;
  if (chosen) words.textContent = chosen.title;
});
