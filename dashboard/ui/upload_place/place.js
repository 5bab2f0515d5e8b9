// The place to drop files: sends each to the server's own route, and shows how far it is.
//
// Streamlit mounts and unmounts it as screens come and go. What is being sent is kept in this module, so that it goes on
// while the reader looks at another screen; a reload ends it, and the server then keeps nothing of it.

const AT_ONCE = 2;
const ASKED_FROM = 16 << 20; // bytes: a refusal amid a long body would look like a broken connection
const AGAIN_AFTER = 2000; // milliseconds

const places = new Map();

function placeOf(client) {
  if (!places.has(client)) {
    places.set(client, { client, files: [], list: null, words: {}, largest: 0, tell: () => {} });
  }
  return places.get(client);
}

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function sized(bytes, words) {
  let amount = bytes;
  let unit = 0;
  while (amount >= 1000 && unit < words.units.length - 1) {
    amount /= 1024;
    unit += 1;
  }
  const digits = unit === 0 || amount >= 100 ? 0 : 1;
  const written = amount.toLocaleString(words.language, { maximumFractionDigits: digits });
  return `${written}\u00a0${words.units[unit]}`;
}

function said(template, values) {
  return template.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? values[key] : whole));
}

// --- sending ----------------------------------------------------------------------------------------------------------

function add(place, chosen) {
  for (const file of chosen) {
    const one = { file, state: "waiting", sent: 0, why: "", request: null };
    if (file.size > place.largest) Object.assign(one, { state: "failed", why: "too_large" });
    place.files.push(one);
  }
  draw(place);
  next(place);
}

function next(place) {
  let sending = place.files.filter((one) => one.state === "sending").length;
  for (const one of place.files) {
    if (sending >= AT_ONCE) return;
    if (one.state !== "waiting") continue;
    sending += 1;
    begin(place, one);
  }
}

async function begin(place, one) {
  one.state = "sending";
  one.sent = 0;
  draw(place);
  if (one.file.size >= ASKED_FROM) {
    const refused = await asked(place, one);
    if (one.state !== "sending") return;
    if (refused) return fail(place, one, refused);
  }
  const request = new XMLHttpRequest();
  one.request = request;
  request.open("POST", `upload/${encodeURIComponent(place.client)}?name=${encodeURIComponent(one.file.name)}`);
  request.setRequestHeader("X-Sverka-Upload", "1");
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.upload.onprogress = (event) => {
    one.sent = event.loaded;
    progress(place, one);
  };
  request.onload = () => (request.status === 201 ? arrived(place, one) : fail(place, one, whyOf(request)));
  request.onerror = () => fail(place, one, "broken");
  request.onabort = () => leave(place, one);
  request.send(one.file);
}

async function asked(place, one) {
  try {
    const answer = await fetch(`upload/${encodeURIComponent(place.client)}?ask=${one.file.size}`, {
      method: "POST",
      headers: { "X-Sverka-Upload": "1" },
    });
    if (answer.status === 204) return "";
    return answer.status === 403 || answer.status === 404 ? "closed" : (await answer.json()).refused || "broken";
  } catch {
    return "broken";
  }
}

function whyOf(request) {
  if (request.status === 403 || request.status === 404) return "closed";
  try {
    return JSON.parse(request.responseText).refused || "broken";
  } catch {
    return "broken";
  }
}

function arrived(place, one) {
  leave(place, one);
  place.tell(one.file.name);
}

function fail(place, one, why) {
  if (why === "too_many") {
    one.state = "waiting";
    setTimeout(() => next(place), AGAIN_AFTER);
  } else {
    Object.assign(one, { state: "failed", why, request: null });
  }
  draw(place);
  next(place);
}

function leave(place, one) {
  one.state = "gone";
  place.files = place.files.filter((other) => other !== one);
  draw(place);
  next(place);
}

function cancel(place, one) {
  if (one.request) one.request.abort();
  else leave(place, one);
}

window.addEventListener("beforeunload", (event) => {
  const sending = [...places.values()].some((place) => place.files.some((one) => one.state === "sending"));
  if (sending) event.preventDefault();
});

// --- drawing ----------------------------------------------------------------------------------------------------------

function draw(place) {
  if (!place.list) return;
  const words = place.words;
  place.list.replaceChildren(
    ...place.files.map((one) => {
      const bar = element("progress", { max: String(one.file.size || 1), "aria-label": one.file.name });
      const state = element("span", { class: "sv-small" });
      const buttons = [];
      if (one.state === "failed") {
        if (one.why !== "too_large") {
          buttons.push(button(words.again, one, () => {
            one.state = "waiting";
            draw(place);
            next(place);
          }));
        }
        buttons.push(button(words.remove, one, () => leave(place, one)));
      } else {
        buttons.push(button(words.cancel, one, () => cancel(place, one)));
      }
      const row = element("li", { class: `sv-sent sv-${one.state}` });
      const name = element("span", { class: "sv-sent-name" }, one.file.name);
      row.append(name, state, ...(one.state === "failed" ? [] : [bar]), element("span", { class: "sv-sent-do" }, ...buttons));
      Object.assign(one, { bar, line: state });
      progress(place, one);
      return row;
    }),
  );
  place.list.hidden = place.files.length === 0;
}

function progress(place, one) {
  if (!one.line) return;
  const words = place.words;
  if (one.state === "failed") {
    one.line.textContent = said(words.why[one.why] || words.why.broken, { limit: sized(place.largest, words) });
    one.line.setAttribute("role", "alert");
    return;
  }
  one.bar.value = one.sent;
  one.line.textContent =
    one.state === "waiting"
      ? words.waiting
      : said(words.sending, { sent: sized(one.sent, words), size: sized(one.file.size, words) });
}

function button(text, one, act) {
  const made = element("button", { type: "button", "aria-label": `${text}: ${one.file.name}` }, text);
  made.addEventListener("click", act);
  return made;
}

function zone(place, words, accepted) {
  const input = element("input", { type: "file", multiple: "", accept: accepted, tabindex: "-1", "aria-label": words.title });
  const choose = element("button", { type: "button", class: "sv-choose" }, words.choose);
  choose.addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    add(place, [...input.files]);
    input.value = "";
  });
  const made = element(
    "div",
    { class: "sv-zone", role: "group", "aria-label": words.title },
    element("p", { class: "sv-zone-title" }, words.title),
    element("p", { class: "sv-small" }, said(words.help, { limit: sized(place.largest, words) })),
    choose,
    input,
  );
  let inside = 0;
  const over = (on) => made.classList.toggle("sv-over", on);
  made.addEventListener("dragenter", (event) => {
    event.preventDefault();
    inside += 1;
    over(true);
  });
  made.addEventListener("dragover", (event) => event.preventDefault());
  made.addEventListener("dragleave", () => {
    inside -= 1;
    if (inside <= 0) over(false);
  });
  made.addEventListener("drop", (event) => {
    event.preventDefault();
    inside = 0;
    over(false);
    add(place, [...event.dataTransfer.files]);
  });
  return made;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const place = placeOf(data.client);
  Object.assign(place, { words: data.words, largest: data.largest });
  place.tell = (name) => setTriggerValue("arrived", name);
  const drawn = JSON.stringify(data);
  if (parentElement.dataset.svDrawn !== drawn || !parentElement.querySelector(".sv-zone")) {
    parentElement.dataset.svDrawn = drawn;
    parentElement.querySelectorAll(".sv-zone, .sv-sending").forEach((old) => old.remove());
    place.list = element("ul", { class: "sv-sending", "aria-live": "polite" });
    parentElement.append(zone(place, data.words, data.accepted), place.list);
    draw(place);
  }
  return () => {
    place.list = null;
    place.tell = () => {};
    delete parentElement.dataset.svDrawn;
  };
}
