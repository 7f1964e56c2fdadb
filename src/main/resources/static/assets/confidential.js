// The focal points' room. The pages come sealed; this opens them with the reader's key.
//
// Where the key is while the room is open: in this page's memory, nowhere else. A browser writes what it keeps for a
// session (sessionStorage, and in IndexedDB even a CryptoKey that can't be exported) to the disk in clear, where it
// outlives a crash and whoever takes the machine finds it. So that nobody has to write the passphrase at each step, links
// and forms of the room replace this page's content instead of leaving it. Leaving it, or a quarter of an hour without
// an act, locks.
"use strict";

(() => {
  const place = "/inbox/confidential";
  const idleMs = 15 * 60_000, stepHours = 6, readHours = 24;
  const urgent = ["distress", "threat"];
  const titles = { distress: "Call for help", threat: "Threat", question: "Question", request: "Request" };
  let opened = null; // { name, key, publicKey }
  let idle = 0;
  let shown = location.pathname + location.search;

  const room = () => document.getElementById("room");
  const all = selector => [...document.querySelectorAll(selector)];
  const bytesOf = name => focalKey.unbase64(room().dataset[name]);
  const info = text => hpke.utf8(`answerable confided v1/${room().dataset.organisation}/${text}`);
  const none = new Uint8Array(0);

  function unpad(padded) {
    let end = padded.length - 1;
    while (end >= 0 && padded[end] === 0) end--;
    return padded.slice(0, end);
  }

  function pad(plain) {
    let bucket = 256;
    while (bucket < plain.length + 1) bucket *= 2;
    const padded = new Uint8Array(bucket);
    padded.set(plain);
    padded[plain.length] = 0x80;
    return padded;
  }

  async function open(element) {
    const sealed = focalKey.unbase64(element.dataset.sealed);
    return hpke.OpenBase(sealed, opened.key, opened.publicKey, info(element.dataset.text), none);
  }

  // Only the six hours are known in which it came, so what is left is at least the first number
  function hoursLeft(step) {
    const elapsed = (Math.floor(Date.now() / 3_600_000 / stepHours) - step) * stepHours;
    const most = readHours - elapsed, least = most - stepHours;
    if (most <= 0) return "Past the 24 hours in which somebody must read it";
    return `Read within 24 hours, ${least} to ${most} left`;
  }

  // What a text says; null if it does not open
  async function show(element) {
    let said;
    try {
      said = JSON.parse(new TextDecoder().decode(unpad(await open(element))));
    } catch {
      element.textContent = element.dataset.under === opened.name
        ? "This text does not open. Tell who looks after the server."
        : "Sealed to an earlier key of yours.";
      return null;
    }
    if (element.hidden) return said;
    const bdi = document.createElement("bdi");
    bdi.textContent = said.words;
    element.replaceChildren(...(element.classList.contains("says") ? [bdi] : ["“", bdi, "”"]));
    return said;
  }

  async function showAll() {
    const elements = all("[data-sealed]"), opening = await Promise.all(elements.map(show));
    for (const report of all("[data-report]")) {
      const texts = opening.filter((said, i) => said && elements[i].closest("[data-report]") === report
        && !elements[i].classList.contains("says"));
      if (texts.length === 0) continue;
      const holders = [report, ...(report.tagName === "OL" ? all("div[data-report]") : [])];
      for (const holder of holders) describe(holder, texts);
    }
  }

  // A report is what its most pressing text is, in whichever order they came
  function describe(holder, texts) {
    const title = holder.querySelector("[data-title]"), hours = holder.querySelector("[data-hours]");
    const pressing = urgent.map(kind => texts.find(said => said.kind === kind)).find(said => said)
      ?? texts.find(said => said.firstHour) ?? texts[0];
    const kind = titles[pressing.kind] ?? "Report", topic = texts.find(said => said.topic)?.topic;
    if (title) title.textContent = topic ? `${kind}: ${topic}` : kind;
    if (!hours) return;
    // unread are the latest; which of the same six hours they are is not known, so all of these count
    const steps = texts.map(said => said.step).filter(step => step !== undefined).sort((a, b) => b - a);
    const oldest = steps[Math.min(Number(hours.dataset.unread), steps.length) - 1];
    const unread = texts.filter(said => oldest === undefined || said.step === undefined || said.step >= oldest);
    const first = unread.some(said => said.firstHour || urgent.includes(said.kind)) ? "Answer today; the first hour counts. " : "";
    hours.textContent = first + (oldest === undefined ? "" : hoursLeft(oldest));
  }

  async function decorate() {
    const insecure = document.getElementById("insecure");
    if (!window.isSecureContext) {
      insecure.hidden = false;
      return;
    }
    const unlock = document.getElementById("unlock");
    if (unlock) {
      unlock.hidden = opened !== null;
      for (const part of all("[data-when=open]")) part.hidden = opened === null;
      if (opened) await showAll();
    }
    for (const proposal of all("[data-proposal]")) proposal.textContent = focalKey.proposal();
  }

  // ---- opening and locking

  async function unlock(form) {
    const field = document.getElementById("passphrase"), problem = document.getElementById("unlock-problem");
    const button = form.querySelector("button");
    button.disabled = true;
    problem.hidden = true;
    try {
      const publicKey = bytesOf("open");
      if (await focalKey.name(publicKey) !== room().dataset.key) throw new Error("a key under another's name");
      const secret = await focalKey.unwrap(bytesOf("wrapped"), publicKey, field.value);
      opened = { name: room().dataset.key, key: await focalKey.use(secret, publicKey), publicKey };
      secret.fill(0);
      field.value = "";
      touch();
      await decorate();
      heading();
    } catch {
      problem.hidden = false;
      field.setAttribute("aria-invalid", "true");
      field.focus();
    } finally {
      button.disabled = false;
    }
  }

  function lock() {
    opened = null;
    location.reload(); // the page as the server has it: sealed
  }

  function touch() {
    clearTimeout(idle);
    if (opened) idle = setTimeout(lock, idleMs);
  }

  // ---- moving within the room without leaving the page

  function heading() {
    const head = document.querySelector("#room [role=alert]:not([hidden]), #room [role=status]") ?? document.querySelector("h1");
    head.tabIndex = -1;
    head.focus();
  }

  async function load(url, options, push) {
    let answer, text;
    try {
      answer = await fetch(url, { credentials: "same-origin", ...options });
      text = await answer.text();
    } catch {
      const unreached = document.getElementById("unreached"); // what was typed stays
      unreached.hidden = false;
      heading();
      return;
    }
    const page = new DOMParser().parseFromString(text, "text/html");
    const next = page.getElementById("room");
    if (!next) {
      location.assign(answer.redirected ? answer.url : place); // signed out, or an error's own page
      return;
    }
    room().replaceWith(document.adoptNode(next));
    document.title = page.title;
    const at = new URL(answer.url);
    if (push && answer.ok) history.pushState(null, "", at.pathname + at.search);
    shown = location.pathname + location.search;
    await decorate();
    heading();
  }

  function send(form, submitter) {
    const body = new URLSearchParams(new FormData(form, submitter));
    return load(form.action, { method: "POST", body }, true);
  }

  // ---- forms

  const problem = (form, text) => {
    const line = form.querySelector("[data-problem]");
    line.textContent = text;
    line.hidden = text === "";
    return text !== "";
  };

  function refuses(form, first, again) {
    const weak = focalKey.weakness(first.value);
    return problem(form, weak || (first.value === again.value ? "" : "Write the same passphrase in both fields."));
  }

  async function make(form) {
    const first = document.getElementById("new"), again = document.getElementById("again");
    if (refuses(form, first, again)) return;
    const { secret, publicKey } = await focalKey.make();
    const wrapped = await focalKey.wrap(secret, publicKey, first.value);
    const sheet = document.getElementById("sheet"), begin = document.getElementById("begin");
    sheet.querySelector("[data-name]").textContent = await focalKey.name(publicKey);
    sheet.querySelector("[data-rows]").replaceChildren(...(await focalKey.sheet(secret)).map(row));
    secret.fill(0);
    begin.elements.open.value = focalKey.base64(publicKey);
    begin.elements.wrapped.value = focalKey.base64(wrapped);
    form.reset();
    for (const part of all("[data-until=sheet]")) part.hidden = true;
    sheet.hidden = false;
    sheet.focus();
  }

  function row(letters) {
    const item = document.createElement("li"), code = document.createElement("code");
    code.textContent = letters;
    item.append(code);
    return item;
  }

  async function recover(form) {
    const first = document.getElementById("recover-new"), again = document.getElementById("recover-again");
    const rows = [1, 2, 3, 4].map(row => document.getElementById(`row-${row}`).value);
    const found = await focalKey.fromSheet(rows);
    if (problem(form, found.row ? `Row ${found.row} is not as it stands on the sheet. Compare it sign by sign.` : "")) return;
    const publicKey = bytesOf("open");
    if (!await belongs(found.secret, publicKey)) {
      problem(form, "This sheet is of another key.");
      return;
    }
    if (refuses(form, first, again)) return;
    form.elements.wrapped.value = focalKey.base64(await focalKey.wrap(found.secret, publicKey, first.value));
    found.secret.fill(0);
    await send(form);
  }

  async function belongs(secret, publicKey) {
    try {
      const test = hpke.utf8("test");
      const sealed = await hpke.SealBase(publicKey, test, none, test);
      await hpke.OpenBase(sealed, await focalKey.use(secret, publicKey), publicKey, test, none);
      return true;
    } catch {
      return false;
    }
  }

  // Two lines of Base64: the public key, and the private one under the passphrase
  async function upload(form) {
    const [open, wrapped] = document.getElementById("lines").value.trim().split(/\s+/);
    if (problem(form, open && wrapped ? "" : "Two lines are needed, as they were printed.")) return;
    form.elements.open.value = open;
    form.elements.wrapped.value = wrapped;
    if (open === room().dataset.open) form.action = `${place}/wrapped`; // the same key, another passphrase
    await send(form);
  }

  async function share(form) {
    const to = [...form.querySelectorAll("[data-open]:checked")];
    // what two people compare by voice is the name, so the key must be the one that it names
    for (const one of to) {
      const named = await focalKey.name(focalKey.unbase64(one.dataset.open));
      if (problem(form, named === one.value ? "" : "A key is not the one that its letters name. Tell who looks after the server.")) return;
    }
    const lines = [];
    for (const element of all("[data-sealed]")) {
      const plain = await open(element).catch(() => null);
      if (plain === null) continue; // sealed to an earlier key: its reader can't share it
      for (const one of to) {
        const sealed = await hpke.SealBase(focalKey.unbase64(one.dataset.open), info(element.dataset.text), none, plain);
        lines.push(`${element.dataset.text} ${one.value} ${focalKey.base64(sealed)}`);
      }
    }
    if (problem(form, lines.length === 0 ? "Nothing was shared. Choose somebody, and a report that opens." : "")) return;
    form.elements.copies.value = lines.join("\n");
    await send(form);
  }

  // 3GPP TS 23.038: what is not in this alphabet makes the whole text UCS-2
  const gsm = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  const gsmTwo = "\f^{}\\[~]|€";

  function cost(text) {
    const signs = [...text];
    const plain = signs.every(sign => gsm.includes(sign) || gsmTwo.includes(sign));
    const units = plain ? signs.reduce((sum, sign) => sum + (gsmTwo.includes(sign) ? 2 : 1), 0) : text.length;
    const [alone, split] = plain ? [160, 153] : [70, 67];
    const segments = units <= alone ? 1 : Math.ceil(units / split);
    const room = segments === 1 ? alone : segments * split;
    return `${units} of ${room}, ${segments === 1 ? "1 segment" : `${segments} segments`}`
      + (plain ? "" : ", no plain letters, so a segment holds less");
  }

  // ---- what people do

  const acts = { unlock, make, recover, upload };

  document.addEventListener("submit", event => {
    const form = event.target;
    if (!room()?.contains(form) || !window.isSecureContext) return;
    event.preventDefault();
    touch();
    if (acts[form.id]) acts[form.id](form);
    else if ("share" in form.dataset) share(form);
    else send(form, event.submitter);
  });

  document.addEventListener("click", event => {
    touch();
    const link = event.target.closest("a"), button = event.target.closest("button");
    const within = link && link.origin === location.origin && link.pathname.startsWith(place);
    if (within && room().contains(link) && !event.ctrlKey && !event.metaKey && !event.shiftKey && opened) {
      event.preventDefault();
      load(link.href, {}, true);
    } else if (button?.id === "lock-now") {
      lock();
    } else if (button && "print" in button.dataset) {
      window.print();
    } else if (button?.dataset.use) {
      const text = document.getElementById("text");
      text.value = button.dataset.use;
      text.dispatchEvent(new Event("input", { bubbles: true }));
      text.focus();
    }
  });

  document.addEventListener("input", event => {
    touch();
    if (event.target.id === "text") document.querySelector("[data-cost]").textContent = cost(event.target.value);
  });

  window.addEventListener("popstate", () => {
    if (location.pathname + location.search !== shown) load(location.href, {}, false); // else: within the page
  });
  // a page that the browser keeps for "back" would keep the key
  window.addEventListener("pagehide", () => { opened = null; });
  window.addEventListener("pageshow", event => { if (event.persisted) location.reload(); });

  decorate();
})();
