// One key a choice, for readers with many texts: the keys are the pages' own accesskey. Without it they work
// with the browser's own keys for them. A button is only reached, so that no single key decides.
"use strict";

function isTyping(target) {
  return target.closest("textarea, select, [contenteditable], input:not([type=radio]):not([type=checkbox])");
}

function sort(form) {
  form.requestSubmit(form.querySelector("button.go"));
}

addEventListener("keydown", (event) => {
  const form = document.getElementById("decision");
  if (!form || event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return;
  if (!(event.target instanceof Element) || isTyping(event.target)) return;
  if (event.key === "Enter") {
    if (event.target.closest("a, button, summary")) return;
    event.preventDefault();
    sort(form);
    return;
  }
  const chosen = [...form.querySelectorAll("[accesskey]")].find((one) => one.accessKey === event.key.toLowerCase());
  if (!chosen) return;
  event.preventDefault();
  if (chosen.type === "radio") chosen.checked = true;
  chosen.focus();
});
