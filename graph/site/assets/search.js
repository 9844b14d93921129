// The search of the front page. The index is in scripts under data/ that are loaded when they are needed, as a page that
// is opened from a disk may run scripts but not read files. How it is made: graph/site/search.py.
"use strict";
(() => {
  const SHOWN = 8, MORE = 40;
  const input = document.getElementById("q");
  const found = document.getElementById("found");
  const home = document.getElementById("home");

  // -- the parts of the index
  const parts = new Map();
  const waiting = new Map();
  window.dutygraph = (name, data) => waiting.get(name)?.(data);
  const part = (name) => {
    if (!parts.has(name)) {
      parts.set(name, new Promise((resolve, reject) => {
        waiting.set(name, resolve);
        const script = document.createElement("script");
        script.src = `data/${name}.js`;
        script.onerror = () => reject(new Error(name));
        document.head.append(script);
      }));
    }
    return parts.get(name);
  };

  // -- words and pairs of characters, as search.py has them
  const normal = (text) => text.normalize("NFKC").toLowerCase();
  const wordsOf = (text) => [...new Set(normal(text).match(/[\p{L}\p{N}]+/gu) || [])];
  const gramsOf = (word) => {
    const chars = [...word];
    return chars.length > 1 ? chars.slice(1).map((char, at) => chars[at] + char) : chars;
  };
  const partOf = (gram, count) => {
    let number = 0;
    for (const char of gram) number = (Math.imul(number, 31) + char.codePointAt(0)) >>> 0;
    return number % count;
  };
  const numbers = (code) => {
    let last = 0;
    return code.split(" ").map((step) => (last += parseInt(step, 36)));
  };

  // The numbers of the things that hold all pairs, in order.
  const candidates = async (words, index) => {
    const grams = [...new Set(words.flatMap(gramsOf))];
    const lists = await Promise.all(grams.map(async (gram) => {
      const held = (await part(`grams/${partOf(gram, index.parts)}`))[gram];
      return held ? numbers(held) : [];
    }));
    lists.sort((a, b) => a.length - b.length);
    const others = lists.slice(1).map((list) => new Set(list));
    return lists[0].filter((number) => others.every((list) => list.has(number)));
  };

  const item = async (number, index) => {
    const [href, name, detail, ...forms] =
      (await part(`items/${Math.floor(number / index.chunk)}`))[number % index.chunk];
    return { href, name, detail, forms };
  };
  const holds = (thing, words) => {
    const texts = [thing.name, ...thing.forms].map(normal);
    return words.every((word) => texts.some((text) => text.includes(word)));
  };
  // 0: it is called so; 1: it begins so; 2: it holds the words.
  const rank = (thing, query) => {
    const texts = [thing.name, ...thing.forms].map(normal);
    return texts.includes(query) ? 0 : texts.some((text) => text.startsWith(query)) ? 1 : 2;
  };

  // The things of one kind that hold the words: at least `count` of them where there are so many.
  const things = async (list, count, words, query, index) => {
    const held = [];
    let at = 0;
    for (; at < list.length && held.length < count; at += count) {
      const some = await Promise.all(list.slice(at, at + count).map((number) => item(number, index)));
      held.push(...some.filter((thing) => holds(thing, words)));
    }
    return { held: held.sort((a, b) => rank(a, query) - rank(b, query)), left: Math.max(0, list.length - at) };
  };

  // -- what is shown: texts only, nothing that a document says becomes part of the page
  const element = (tag, attributes = {}, ...inside) => {
    const made = Object.assign(document.createElement(tag), attributes);
    made.append(...inside);
    return made;
  };
  const marked = (text, words) => {
    // Full-width letters have the length of their narrow forms; where a form has another length nothing is marked.
    const plain = normal(text);
    const pieces = [];
    if (plain.length !== text.length) return [text];
    let at = 0;
    while (at < text.length) {
      const hits = words.map((word) => [plain.indexOf(word, at), word.length]).filter(([place]) => place >= 0);
      if (!hits.length) break;
      const [place, length] = hits.reduce((a, b) => (b[0] < a[0] ? b : a));
      pieces.push(text.slice(at, place), element("mark", {}, text.slice(place, place + length)));
      at = place + length;
    }
    return [...pieces, text.slice(at)];
  };
  const line = (thing, words) => element("li", {},
    element("a", { href: thing.href }, ...marked(thing.name, words)),
    ...(thing.detail ? [" ", element("span", { className: "more" }, ...marked(thing.detail, words))] : []));

  const section = async (caption, list, words, query, index) => {
    const rows = element("ol", { className: "results" });
    const head = element("h2", {}, caption, " ", element("small"));
    const button = element("button", { type: "button" }, "显示更多");
    const fill = async (count) => {
      const { held, left } = await things(list, count, words, query, index);
      const shown = held.slice(0, count);
      rows.replaceChildren(...shown.map((thing) => line(thing, words)));
      const all = held.length + left;
      head.lastChild.textContent = `${left && words.join("").length > 2 ? "约 " : ""}${all.toLocaleString("zh-CN")}`;
      button.hidden = shown.length >= all;
      return shown.length;
    };
    let count = SHOWN;
    button.onclick = async () => {
      const before = rows.children.length;
      await fill((count += MORE));
      rows.children[before]?.querySelector("a").focus();
    };
    return (await fill(count)) ? element("section", {}, head, rows, button) : null;
  };

  let asked = 0;
  const look = async () => {
    const turn = ++asked;
    const query = normal(input.value).trim();
    const words = wordsOf(query);
    const empty = !words.length;
    if (!empty) {
      try {
        const index = await part("words");
        const all = await candidates(words, index);
        const kinds = index.kinds.map(([caption, from], at) => {
          const to = index.kinds[at + 1]?.[1] ?? index.items;
          return [caption, all.filter((number) => number >= from && number < to)];
        });
        const made = await Promise.all(kinds.filter(([, list]) => list.length)
          .map(([caption, list]) => section(caption, list, words, query, index)));
        if (turn !== asked) return;
        const shown = made.filter(Boolean);
        const note = words.some((word) => [...word].length === 1) ? "一个字只查名称，两个字以上也查任务。" : "换个说法，或用简称、文号、拼音首字母再试。";
        found.replaceChildren(...(shown.length ? shown : [element("p", { className: "empty" }, `没有找到“${input.value.trim()}”。${note}`)]));
      } catch (error) {
        if (turn !== asked) return;
        found.replaceChildren(element("p", { className: "note" }, `检索数据缺少一部分（data/${error.message}.js），请重新拷贝整个文件夹。`));
      }
    }
    found.hidden = empty;
    home.hidden = !empty;
    try {
      history.replaceState(null, "", empty ? location.pathname : `?q=${encodeURIComponent(input.value.trim())}`);
    } catch { /* some browsers keep the address of a file as it is */ }
  };

  let timer = 0;
  input.addEventListener("input", (event) => {
    if (event.isComposing) return; // letters of an input method on their way to characters
    clearTimeout(timer);
    timer = setTimeout(look, 120);
  });
  input.addEventListener("compositionend", () => { clearTimeout(timer); look(); });
  input.form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(timer); look(); });
  const given = new URLSearchParams(location.search).get("q");
  if (given) {
    input.value = given;
    look();
  }
})();
