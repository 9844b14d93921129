const data = JSON.parse(document.getElementById("data").textContent);
// What stands where in the row of a task; owners are [body, role, from, to] or [body, role, name as written, place].
const ROW = { document: 0, text: 1, provision: 2, when: 3, due: 4, before: 5, words: 6, after: 7, place: 8, owners: 9, href: 10 };
const BODY = 0, ROLE = 1, LEAD = 0;
const bodyName = (body) => named(data.bodies[body][0], data.bodies[body][2]); // a link to its page, in a site
const PAPER_ROWS = 1000; // what a printed table holds at most: about 100 sheets
const AROUND = 4; // rows and columns drawn outside the window

const get = (id) => document.getElementById(id);
const [grid, sheet, head, proof, said] = ["grid", "sheet", "head", "proof", "said"].map(get);
const fields = Object.fromEntries(["words", "body", "role", "document", "by", "order", "columns"].map((id) => [id, get(id)]));
const numbers = new Intl.NumberFormat("zh-CN");
const collator = new Intl.Collator("zh-CN");
const size = { first: 0, column: 0, row: 0, head: 0 };

// -- what is shown: rows of {tasks, cells: Map(body -> [[task, owner]])}, columns of bodies
let rows = [], columns = [], counts = new Map(), sortedBy = null, backwards = false;
const active = { row: 0, column: -1 };
const texts = data.tasks.map((task) => [
  task[ROW.text], ...data.documents[task[ROW.document]].slice(0, 2), ...task[ROW.owners].map((owner) => data.bodies[owner[BODY]][0]),
].join("\n").toLowerCase());

function wanted() {
  const words = fields.words.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const body = fields.body.value.trim();
  const role = fields.role.value;
  const document_ = fields.document.value;
  const bodies = body ? new Set(data.bodies.flatMap((names, at) => (names[0].includes(body) ? [at] : []))) : null;
  return data.tasks.flatMap((task, at) => {
    if (document_ !== "" && task[ROW.document] !== Number(document_)) return [];
    if (!words.every((word) => texts[at].includes(word))) return [];
    const owners = bodies ? task[ROW.owners].filter((owner) => bodies.has(owner[BODY])) : task[ROW.owners];
    if (!owners.length) return [];
    if (role === "none") return task[ROW.owners].some((owner) => owner[ROLE] === LEAD) ? [] : [{ task, at, owners }];
    if (role !== "" && !owners.some((owner) => owner[ROLE] === Number(role))) return [];
    return [{ task, at, owners }];
  });
}

function arrange() {
  const found = wanted();
  const grouped = fields.by.value === "document";
  const groups = new Map();
  for (const { task, at, owners } of found) {
    const key = grouped ? task[ROW.document] : at;
    if (!groups.has(key)) groups.set(key, { tasks: [], cells: new Map() });
    const group = groups.get(key);
    group.tasks.push(task);
    for (const owner of owners) {
      if (!group.cells.has(owner[BODY])) group.cells.set(owner[BODY], []);
      group.cells.get(owner[BODY]).push([task, owner]);
    }
  }
  rows = [...groups.values()];
  counts = new Map();
  const leads = new Map();
  for (const { owners } of found) {
    for (const body of new Set(owners.map((owner) => owner[BODY]))) counts.set(body, (counts.get(body) ?? 0) + 1);
    for (const owner of owners) if (owner[ROLE] === LEAD) leads.set(owner[BODY], (leads.get(owner[BODY]) ?? 0) + 1);
  }
  const role = fields.role.value;
  const having = role === "" || role === "none" ? null : new Set(found.flatMap(({ owners }) => owners.filter((owner) => owner[ROLE] === Number(role)).map((owner) => owner[BODY])));
  columns = [...counts.keys()].filter((body) => !having || having.has(body));
  const many = (of) => (a, b) => (of.get(b) ?? 0) - (of.get(a) ?? 0) || a - b;
  const orders = { "": many(counts), lead: many(leads), name: (a, b) => collator.compare(data.bodies[a][1], data.bodies[b][1]) };
  columns.sort(orders[fields.columns.value]);
  order();
  get("count").textContent = `显示 ${numbers.format(rows.length)} ${grouped ? "件文件" : "项任务"} × ${numbers.format(columns.length)} 个机关单位`
    + (sortedBy !== null ? `；按${data.bodies[sortedBy][0]}排序` : "");
  Object.assign(active, { row: 0, column: -1 });
  grid.scrollTop = 0;
  measure();
}

const weight = (row, body) => Math.min(...(row.cells.get(body) ?? []).map(([, owner]) => owner[ROLE]), data.roles.length);
function order() {
  if (!columns.includes(sortedBy)) sortedBy = null;
  const late = "9999";
  const due = (row) => row.tasks.reduce((first, task) => (task[ROW.due] && task[ROW.due] < first ? task[ROW.due] : first), late);
  if (sortedBy !== null) {
    const among = (row) => (row.cells.get(sortedBy) ?? []).length;
    rows.sort((a, b) => (backwards ? -1 : 1) * (weight(a, sortedBy) - weight(b, sortedBy) || among(b) - among(a)));
  } else if (fields.order.value === "due") rows.sort((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0));
  else if (fields.order.value === "owners") rows.sort((a, b) => b.cells.size - a.cells.size);
}

// -- drawing: what is in the window and a little around it
function measure() {
  const style = getComputedStyle(document.body);
  const unit = parseFloat(getComputedStyle(document.documentElement).fontSize);
  for (const name of Object.keys(size)) size[name] = Math.round(parseFloat(style.getPropertyValue(`--${name}`)) * unit);
  for (const [name, pixels] of Object.entries(size)) sheet.style.setProperty(`--${name}`, `${pixels}px`); // whole ones
  sheet.style.width = `${size.first + columns.length * size.column}px`;
  sheet.style.height = `${size.head + rows.length * size.row}px`;
  grid.setAttribute("aria-rowcount", rows.length + 1);
  grid.setAttribute("aria-colcount", columns.length + 1);
  drawn = "";
  draw();
}

let drawn = "";
function draw() {
  const top = Math.max(0, Math.floor((grid.scrollTop - 0) / size.row) - AROUND);
  const bottom = Math.min(rows.length, Math.ceil((grid.scrollTop + grid.clientHeight - size.head) / size.row) + AROUND);
  const left = Math.max(0, Math.floor(grid.scrollLeft / size.column) - AROUND);
  const right = Math.min(columns.length, Math.ceil((grid.scrollLeft + grid.clientWidth - size.first) / size.column) + AROUND);
  const now = `${top} ${bottom} ${left} ${right} ${active.row} ${active.column}`;
  if (now === drawn) return;
  drawn = now;
  const heads = [made("div", { class: "corner", role: "columnheader", "aria-colindex": 1 }, fields.by.value === "document" ? "文件" : "任务")];
  for (let at = left; at < right; at++) heads.push(columnHead(at));
  head.replaceChildren(...heads);
  const made_ = [];
  for (let at = top; at < bottom; at++) made_.push(drawnRow(at, left, right));
  if (!rows.length) made_.push(made("p", { class: "nothing" }, "没有符合条件的任务。"));
  for (const row of [...sheet.children].slice(1)) row.remove();
  sheet.append(...made_);
  if (get("active")) grid.setAttribute("aria-activedescendant", "active");
  else grid.removeAttribute("aria-activedescendant"); // nothing is shown
}
function marked(element, row, column) {
  if (active.row === row && active.column === column) {
    element.id = "active";
    element.classList.add("active");
  }
  return element;
}
function columnHead(at) {
  const body = columns[at];
  const [name, short] = data.bodies[body];
  const sort = sortedBy === body ? (backwards ? "descending" : "ascending") : null;
  const element = made("div", {
    class: "column", role: "columnheader", "aria-colindex": at + 2, "aria-sort": sort, "data-column": at, title: name,
    style: `left:${size.first + at * size.column}px;cursor:pointer`, "aria-label": `${name}，${counts.get(body)} 项`,
  }, isolated(short), made("span", { class: "total", "aria-hidden": "true" }, numbers.format(counts.get(body))));
  return marked(element, -1, at);
}
function drawnRow(at, left, right) {
  const row = rows[at];
  const [task] = row.tasks;
  const [caption, title, date] = data.documents[task[ROW.document]];
  const whole = fields.by.value === "document";
  const header = marked(made("div", { class: "task", role: "rowheader", "aria-colindex": 1, "data-row": at, "data-column": -1 },
    isolated(whole ? title : task[ROW.text], { class: "text" }),
    isolated(whole ? `${caption} · ${date} · ${row.tasks.length} 项` : [owned(task), caption, task[ROW.when].split("\n")[0]].filter(Boolean).join(" · "), { class: "from" })), at, -1);
  const cells = [header];
  for (let column = left; column < right; column++) {
    const entries = row.cells.get(columns[column]);
    if (entries || (active.row === at && active.column === column)) cells.push(cell(at, column, entries ?? []));
  }
  return made("div", { class: "row", role: "row", "aria-rowindex": at + 2, style: `top:${size.head + at * size.row}px;width:${size.first + columns.length * size.column}px` }, ...cells);
}
// Who owns a task, in a line: ●教育局 ○公安局、民政局
function owned(task) {
  return data.roles.map(([, , mark], role) => [mark, task[ROW.owners].filter((owner) => owner[ROLE] === role).map((owner) => data.bodies[owner[BODY]][1]).join("、")])
    .filter(([, names]) => names).map(([mark, names]) => mark + names).join(" ");
}
function cell(row, column, entries) {
  const roles = data.roles.map((role, at) => [role, entries.filter(([, owner]) => owner[ROLE] === at).length]).filter(([, count]) => count);
  const whole = fields.by.value === "document";
  return marked(made("div", {
    class: "cell", role: "gridcell", "aria-colindex": column + 2, "data-row": row, "data-column": column,
    style: `left:${size.first + column * size.column}px`,
    "aria-label": `${data.bodies[columns[column]][0]}：${roles.map(([role, count]) => role[1] + (whole ? ` ${count} 项` : "")).join("、") || "无"}`,
  }, ...roles.map(([[role, caption, mark], count]) => made("span", { class: `role-${role}` }, made("span", { "aria-hidden": "true" }, mark), whole ? `${caption[0]}${count}` : caption))), row, column);
}

// -- the sentence
function show(row, column) {
  const body = column >= 0 ? columns[column] : null;
  const entries = body === null
    ? rows[row].tasks.map((task) => [task, null])
    : [...new Map((rows[row].cells.get(body) ?? []).map(([task]) => [task, null])).keys()].map((task) => [task, body]);
  const [caption, title, , page] = data.documents[rows[row].tasks[0][ROW.document]];
  const heading = body === null ? (fields.by.value === "document" ? named(title, page) : "任务") : bodyName(body);
  said.replaceChildren(made("h2", {}, heading),
    ...(entries.length ? entries.map(([task, of]) => sentence(task, of)) : [made("p", { class: "empty" }, `${caption} 的这一行没有给它任务。`)]));
  proof.hidden = false;
  grid.classList.add("chosen");
  proof.scrollTop = 0;
  requestAnimationFrame(() => { measure(); reach(); });
}
function sentence(task, body) {
  const [caption, title, date, page] = data.documents[task[ROW.document]];
  const words = task[ROW.words] || task[ROW.text];
  const owners = task[ROW.owners];
  const facts = made("dl", { class: "facts" });
  const fact = (name, value) => value && facts.append(made("dt", {}, name), made("dd", {}, name === "文件" ? named(value, page) : isolated(value)));
  fact("时限", task[ROW.when]);
  fact("文件", `${title}${caption === `《${title}》` ? "" : `（${caption}）`}`);
  fact("成文", date);
  fact("条款", task[ROW.provision]);
  return made("section", {},
    task[ROW.words] ? made("h3", {}, isolated(task[ROW.text])) : "",
    made("blockquote", {}, made("bdi", {}, task[ROW.before], made("mark", {}, ...withNames(words, owners, body)), task[ROW.after])),
    made("p", { class: "source" }, isolated(task[ROW.place] || caption, { class: "place" }),
      task[ROW.href] ? made("a", { href: task[ROW.href] }, " 到原文") : ""),
    made("ul", { class: "owners" }, ...owners.map((owner) => {
      const [role, name, mark] = data.roles[owner[ROLE]];
      const elsewhere = typeof owner[2] === "string" ? made("small", { class: "source" }, " 原文作“", isolated(owner[2]), "” ", isolated(owner[3], { class: "place" })) : "";
      return made("li", {}, roleChip(role, name, mark), " ", owner[BODY] === body ? made("strong", {}, bodyName(body)) : bodyName(owner[BODY]), elsewhere);
    })), facts);
}
// The words, with the names of the owners that stand in them; of one body where one was chosen.
function withNames(words, owners, body) {
  const spans = owners.filter((owner) => typeof owner[2] === "number" && (body === null || owner[BODY] === body)).sort((a, b) => a[2] - b[2]);
  const parts = [];
  let at = 0;
  for (const [, role, from, to] of spans) {
    if (from < at) continue;
    parts.push(words.slice(at, from), made("b", { class: `role-${data.roles[role][0]}` }, words.slice(from, to)));
    at = to;
  }
  return [...parts, words.slice(at)];
}
function close() {
  proof.hidden = true;
  grid.classList.remove("chosen");
  measure();
  grid.focus({ preventScroll: true });
}

// -- moving about
function reach() {
  const y = size.head + active.row * size.row, x = size.first + active.column * size.column;
  if (active.row >= 0) {
    if (y - size.head < grid.scrollTop) grid.scrollTop = y - size.head;
    if (y + size.row > grid.scrollTop + grid.clientHeight) grid.scrollTop = y + size.row - grid.clientHeight;
  }
  if (active.column >= 0) {
    if (x - size.first < grid.scrollLeft) grid.scrollLeft = x - size.first;
    if (x + size.column > grid.scrollLeft + grid.clientWidth) grid.scrollLeft = x + size.column - grid.clientWidth;
  }
  draw();
}
function sortBy(body) {
  if (sortedBy === body && backwards) sortedBy = null;
  else { backwards = sortedBy === body; sortedBy = body; }
  const column = active.column;
  arrange();
  Object.assign(active, { row: -1, column: Math.min(column, columns.length - 1) });
  draw();
}
function choose() {
  if (active.row < 0) return active.column >= 0 && sortBy(columns[active.column]);
  if (!rows.length) return undefined;
  return show(active.row, active.column);
}
// The next filled cell of a row or a column (with the control key).
function filled(down, right) {
  let { row, column } = active;
  do { row += down; column += right; } while (row >= 0 && row < rows.length && column >= 0 && column < columns.length && !rows[row].cells.has(columns[column]));
  return { row, column };
}
grid.addEventListener("keydown", (event) => {
  const page = Math.max(1, Math.floor((grid.clientHeight - size.head) / size.row) - 1);
  const moves = {
    ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-page, 0], PageDown: [page, 0],
    Home: [event.ctrlKey ? -rows.length : 0, -columns.length - 1], End: [event.ctrlKey ? rows.length : 0, columns.length],
  };
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    choose();
    if (!proof.hidden) said.focus({ preventScroll: true });
  } else if (event.key === "Escape" && !proof.hidden) close();
  else if (moves[event.key]) {
    event.preventDefault();
    const [down, right] = moves[event.key];
    const next = event.ctrlKey && event.key.startsWith("Arrow") ? filled(down, right) : { row: active.row + down, column: active.column + right };
    active.row = Math.max(-1, Math.min(rows.length - 1, next.row));
    active.column = Math.max(-1, Math.min(columns.length - 1, next.column));
    reach();
  }
});
grid.addEventListener("click", (event) => {
  const hit = event.target.closest("[data-column]");
  if (!hit) return;
  Object.assign(active, { row: hit.dataset.row === undefined ? -1 : Number(hit.dataset.row), column: Number(hit.dataset.column) });
  choose();
  draw();
});
proof.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
get("close").addEventListener("click", close);
let waiting = 0;
grid.addEventListener("scroll", () => { waiting ||= requestAnimationFrame(() => { waiting = 0; draw(); }); }, { passive: true });
addEventListener("resize", measure);

// -- narrowing and ordering
let typing = 0;
get("controls").addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(arrange, 120); });
get("controls").addEventListener("change", (event) => {
  if (event.target === fields.order) sortedBy = null;
  clearTimeout(typing);
  arrange();
});
get("controls").addEventListener("reset", () => { sortedBy = null; setTimeout(arrange); });
get("controls").addEventListener("submit", (event) => event.preventDefault());

// -- paper: the rows that are shown, as the table of duties that offices print
get("print").addEventListener("click", () => print());
addEventListener("beforeprint", () => {
  const tasks = rows.flatMap((row) => row.tasks);
  const lines = tasks.slice(0, PAPER_ROWS).map((task, at) => made("tr", {},
    made("td", {}, String(at + 1)), made("td", {}, isolated(task[ROW.text])),
    ...data.roles.map((_, role) => made("td", {}, isolated(task[ROW.owners].filter((owner) => owner[ROLE] === role).map((owner) => data.bodies[owner[BODY]][0]).join("、")))),
    made("td", {}, isolated(task[ROW.when])),
    made("td", {}, isolated(`${data.documents[task[ROW.document]][0]} ${task[ROW.place]}`))));
  const widths = [4, 34, 13, 13, 13, 8, 15];
  get("paper").replaceChildren(
    tasks.length > PAPER_ROWS ? made("p", { class: "note" }, `共 ${numbers.format(tasks.length)} 项，只印前 ${numbers.format(PAPER_ROWS)} 项；可先筛选再印。`) : "",
    made("table", {}, made("colgroup", {}, ...widths.map((width) => made("col", { style: `width:${width}%` }))),
      made("thead", {}, made("tr", {}, ...["序号", "任务", ...data.roles.map((role) => role[1]), "时限", "文件与出处"].map((name) => made("th", { scope: "col" }, name)))),
      made("tbody", {}, ...lines)));
});
addEventListener("afterprint", () => get("paper").replaceChildren());

if (matchMedia("(max-width: 800px)").matches) get("filters").open = false;
arrange();
