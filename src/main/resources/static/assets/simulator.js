// Shows texts that come later, such as an answer from the inbox, without a click. The page works without it.
"use strict";
const pauseMs = 2000;

function showNewTexts(page) {
  for (const section of page.querySelectorAll(".phones > section")) {
    const here = document.getElementById(section.id);
    const now = section.querySelector(".lcd");
    const before = here && here.querySelector(".lcd");
    if (!before || before.innerHTML === now.innerHTML) continue;
    before.replaceChildren(...now.childNodes);
    here.querySelector(".cost").replaceChildren(...section.querySelector(".cost").childNodes);
  }
}

async function look() {
  if (document.visibilityState === "visible") {
    try {
      const answer = await fetch("/simulator");
      if (answer.ok) showNewTexts(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      // the line is away; the next look may find it
    }
  }
  setTimeout(look, pauseMs);
}

setTimeout(look, pauseMs);
